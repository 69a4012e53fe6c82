"""What is said to the owner of each thing that a briefing tells."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from portalgen import days
from portalgen.briefing import (
    Briefing,
    BuildTime,
    Called,
    Change,
    Charge,
    Cover,
    Happening,
    Now,
    Reply,
)
from portalgen.commands.briefing_words import (
    NO_BREAK,
    Calendar,
    answers,
    becomes_public,
    build_needed,
    covered,
    happens,
    in_charge,
)
from portalgen.model.practice import Practice
from portalgen.model.values import Words
from portalgen.timeline.states import State
from portalgen.wording.voice import voice_of

PRACTICE = Practice.model_validate(
    {"name": "Ines", "timezone": "America/Los_Angeles", "contact": {"email": "i@calder.example"}}
)
HERE = days.zone("America/Los_Angeles")
CALENDAR = Calendar(
    days.instant(datetime(2026, 11, 23, 7, 10), HERE), voice_of(PRACTICE, date(2026, 11, 1))
)
BREAK = Called("winter", "winter (December 21 to January 1)")


def at(text: str) -> datetime:
    return days.instant(datetime.fromisoformat(text), HERE)


def charge(name: str | None = "Dana", ends: str | None = "2026-12-28", **fields: Any) -> Charge:
    whole = Charge(at("2026-12-21"), at(ends) if ends else None, name and name.lower(), name)
    return replace(whole, **fields)


def told(build: BuildTime, built_for: Change | None = None) -> Briefing:
    now = Now(State.OPEN, None, (), (), (), False)
    every = timedelta(hours=24)
    return Briefing(CALENDAR.moment, now, (), build, built_for, every, (), (), ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2026-11-23 09:00", "today, 9:00 am"),
        ("2026-11-24", "tomorrow"),
        ("2026-11-25", "Wednesday"),
        ("2026-11-29 12:00", "Sunday, 12:00 pm"),
        ("2026-11-30", "November 30"),
        ("2027-06-30", "June 30, 2027"),
    ],
)
def test_near_days_are_said_as_people_say_them(text: str, said: str) -> None:
    assert CALENDAR.when(at(text)).replace(NO_BREAK, " ") == said


@pytest.mark.parametrize(
    ("happening", "fields", "said"),
    [
        (Happening.NOTICE, {"reads": "Ines away"}, '"Ines away" appears'),
        (Happening.NOTICE, {"reads": "New", "build": True}, 'a build shows "New"'),
        (Happening.NOTICE, {"reads": "a " * 30}, f'"{"a " * 27}…" appears'),
        (Happening.UPDATE, {"reads": "Back **later**."}, '"Back later" appears'),
        (Happening.UPDATE, {"reads": "New.", "build": True}, 'a build shows the update "New"'),
        (Happening.BOOK_BY, {}, "the last chance before winter passes"),
        (Happening.START, {"reads": "Away"}, '"Away"'),
        (Happening.START, {}, "winter begins"),
        (Happening.COVER, {"charges": (charge(),)}, "Dana in charge"),
        (Happening.COVER, {"charges": (charge(None),)}, "nobody in charge"),
        (Happening.COVER, {}, "you are in charge"),
        (Happening.OVERDUE, {}, "your next word is overdue, and clients read so"),
        (Happening.RETURN, {"reads": "Ines back"}, '"Ines back"'),
        (Happening.CAUGHT_UP, {}, "replies are as usual again"),
        (Happening.END, {"reads": "Ines back"}, '"Ines back" goes'),
        (Happening.PRICE, {"reads": "$460"}, 'winter costs "$460"'),
        (Happening.OPENING, {}, "the next opening that you named (winter)"),
    ],
)
def test_each_change_is_a_clause(happening: Happening, fields: dict[str, Any], said: str) -> None:
    build = BuildTime(None, at("2026-12-01")) if fields.get("build") else None
    values = {**fields, "build": build}
    assert happens(Change(at("2026-12-01"), happening, BREAK, **values), CALENDAR) == said


@pytest.mark.parametrize(
    ("after", "by", "said"),
    [
        (None, "2027-02-01", "By the end of January 31"),
        (None, "2026-11-24", "By the end of today"),
        (None, "2026-11-24 07:10", "By tomorrow, 7:10 am"),
        ("2026-12-09", "2026-12-09", "On December 9 or soon after"),
        ("2026-11-24", "2026-11-24", "Tomorrow or soon after"),
        ("2026-12-06", "2026-12-07", "On December 6"),
        ("2026-11-24", "2026-11-25", "Tomorrow"),
        ("2026-12-04", "2026-12-07", "Between December 4 and December 6"),
        ("2026-12-06 22:30", "2026-12-07", "Between December 6, 10:30 pm and December 7"),
        ("2026-11-23 09:00", "2026-11-24 09:00", "Between today, 9:00 am and tomorrow, 9:00 am"),
    ],
)
def test_a_build_is_said_with_the_days_on_which_it_helps(
    after: str | None, by: str, said: str
) -> None:
    text = build_needed(told(BuildTime(at(after) if after else None, at(by))), CALENDAR)
    assert text.replace(NO_BREAK, " ").startswith(f"{said}, to keep telling whether you are there;")


@pytest.mark.parametrize(
    ("happening", "said"),
    [
        (Happening.NOTICE, "to announce winter"),
        (Happening.UPDATE, "to tell the news of winter"),
        (Happening.END, "to clear winter from the files"),
    ],
)
def test_a_build_is_said_with_what_it_is_for(happening: Happening, said: str) -> None:
    day = at("2026-12-09")
    build = BuildTime(day, day)
    text = build_needed(told(build, Change(day, happening, BREAK, build=build)), CALENDAR)
    assert f", {said}; pages do the rest." in text


@pytest.mark.parametrize(
    ("time", "said"),
    [
        (timedelta(minutes=90), "90 minutes"),
        (timedelta(hours=1), "hour"),
        (timedelta(days=1), "24 hours"),
        (timedelta(hours=36), "36 hours"),
        (timedelta(days=7), "7 days"),
    ],
)
def test_builds_that_come_anyway_are_said_with_their_pace(time: timedelta, said: str) -> None:
    found = replace(told(BuildTime(None, at("2027-02-01"))), every=time)
    assert build_needed(found, CALENDAR).endswith(
        f"A site built every {said} needs nothing from you."
    )


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (BREAK, "winter (December 21 to January 1) becomes public tomorrow."),
        (
            Called("the pause of Calls", "the pause of Calls, December 1 to 2"),
            "The pause of Calls, December 1 to 2 becomes public tomorrow.",
        ),
    ],
)
def test_a_sentence_begins_with_a_capital_but_for_an_id(what: Called, said: str) -> None:
    change = Change(at("2026-11-24"), Happening.NOTICE, what)
    assert becomes_public(change, CALENDAR) == said


@pytest.mark.parametrize(
    ("dues", "said"),
    [
        ({"email": "2026-11-24 16:00"}, "Who asks now hears back by tomorrow, 4:00 pm."),
        (
            {"email": "2026-11-24 16:00", "text": "2026-11-24 16:00"},
            "Who asks now hears back by tomorrow, 4:00 pm.",
        ),
        (
            {"email": "2026-11-24 16:00", "text": "2026-11-23 12:00", "phone": "2026-11-24 16:00"},
            "Who asks now hears back by today, 12:00 pm (text); by tomorrow, 4:00 pm "
            "(email, phone).",
        ),
        (
            {"email": "2026-11-24 16:00", "text": None},
            "Who asks now hears back by tomorrow, 4:00 pm (email); no time is told (text).",
        ),
        ({"email": None, "text": None}, "Nobody is told by when they hear back."),
    ],
)
def test_answers_that_come_together_are_said_together(
    dues: dict[str, str | None], said: str
) -> None:
    replies = [Reply(by, at(due) if due else None) for by, due in dues.items()]
    assert answers(replies, CALENDAR).replace(NO_BREAK, " ") == said


@pytest.mark.parametrize(
    ("charges", "is_whole", "said"),
    [
        ((), False, "You."),
        ((charge(),), True, "Dana, through December 27."),
        ((charge(ends="2026-12-28 09:00"),), True, "Dana, until December 28, 9:00 am."),
        ((charge(ends=None),), True, "Dana, until further notice."),
        ((charge(None),), True, "Nobody, through December 27."),
        ((charge(for_=Words("new times")),), True, "Dana, through December 27: new times."),
        (
            (charge(services=("Calls", "Letters")),),
            False,
            "Dana for Calls and Letters, through December 27. You for all else.",
        ),
    ],
)
def test_who_is_in_charge_is_said_with_the_end(
    charges: tuple[Charge, ...], is_whole: bool, said: str
) -> None:
    now = Now(State.AWAY, None, (), (), charges, is_whole)
    assert in_charge(now, CALENDAR).replace(NO_BREAK, " ") == said


@pytest.mark.parametrize(
    ("charges", "said"),
    [
        ((charge(),), "Dana."),
        ((charge(services=("Calls",)),), "Dana."),
        ((charge(), charge("Sol", starts=at("2026-12-28"))), "Dana, from December 28 Sol."),
        ((charge(), charge(None, starts=at("2026-12-28"))), "Dana, from December 28 nobody."),
        (
            (charge(services=("Calls",)), charge("Sol", services=("Letters",))),
            "Dana for Calls, Sol for Letters.",
        ),
    ],
)
def test_cover_is_told_in_the_order_of_time(charges: tuple[Charge, ...], said: str) -> None:
    cover = Cover("winter", BREAK, at("2026-12-21"), None, charges, ())
    assert covered(cover, CALENDAR) == f"winter (December 21 to January 1): {said}"
