import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from portalgen import days
from portalgen.wording.catalogs import Catalog
from portalgen.wording.notices import NoticeText, Role

Notice = Callable[..., NoticeText]
Content = dict[str, object]

ILL: Content = {"from": "2026-11-23", "until": "further notice", "review": "2026-11-27"}
DENTIST: Content = {"from": "2026-12-02 13:00", "until": "2026-12-02 17:00"}
TWO_WEEKS: Content = {
    "from": "2026-12-21",
    "until": "2027-01-01",
    "book_by": "2026-12-16 17:00",
    "catch_up": "3 days",
    "cover": [{"person": "dana", "until": "2026-12-27"}, {"person": "sol", "from": "2026-12-28"}],
}
MOVING: Content = {
    "from": "2026-11-26",
    "until": "2026-11-28",
    "level": "closed",
    "reason": "Umzug der Werkstatt",
}
VAGUE: Content = {"from": "2026-11-24", "until": "2026-11-26", "detail": "vague"}
NOBODY: Content = {"backup": {"backups": []}}


@pytest.mark.parametrize(
    ("absence", "headline", "dates"),
    [
        (
            ILL,
            "Ines away: November 23 until further notice",
            "Away from Monday, November 23, until further notice.",
        ),
        (
            {"from": "2026-11-23", "back": "2026-12-01"},
            "Ines away: November 23 to 30",
            "Away from Monday, November 23, through Monday, November 30; "
            "back on Tuesday, December 1.",
        ),
        (
            DENTIST,
            "Ines away: December 2, 1:00 to 5:00 pm",
            "Away on Wednesday, December 2, from 1:00 to 5:00 pm; "
            "back on Thursday, December 3, 9:00 am.",
        ),
        (
            TWO_WEEKS,
            "Ines away: December 21 to January 1",
            "Away from Monday, December 21, through Friday, January 1; back on Monday, January 4.",
        ),
        (
            {"from": "2026-12-07", "until": "2026-12-07", "reason": "A funeral"},
            "Ines away: December 7",
            "Away on Monday, December 7 (A funeral); back on Tuesday, December 8.",
        ),
        (
            {"from": "2026-12-01 13:00", "until": "2026-12-04"},
            "Ines away: December 1 to 4",
            "Away from Tuesday, December 1, 1:00 pm, through Friday, December 4; "
            "back on Monday, December 7.",
        ),
        (
            {"from": "2026-12-01", "until": "2026-12-03 12:00"},
            "Ines away: December 1 to 3",
            "Away from Tuesday, December 1, until Thursday, December 3, 12:00 pm; "
            "back on Thursday, December 3, 1:00 pm.",
        ),
        (
            MOVING,
            "Ines Calder Coaching closed: November 26 to 28",
            "Closed from Thursday, November 26, through Saturday, November 28 "
            "(Umzug der Werkstatt); open again on Monday, November 30.",
        ),
        (
            {"from": "2026-12-01", "until": "2027-02-28", "services": ["dishwashers"]},
            "Dishwashers paused: December 1 to February 28",
            "Dishwashers pauses from December 1 through February 28, again from Monday, March 1.",
        ),
        (
            {
                "from": "2026-12-01",
                "until": "2026-12-04",
                "services": ["dishwashers", "one-to-one"],
            },
            "Dishwashers and One-to-one paused: December 1 to 4",
            "Dishwashers and One-to-one pause from December 1 through 4, "
            "again from Monday, December 7.",
        ),
        (
            {"from": "2026-12-01", "until": "2026-12-03", "level": "limited"},
            "Slower replies: December 1 to 3",
            "Replies are slower than usual from Tuesday, December 1, through Thursday, December 3.",
        ),
        (
            {
                "from": "2026-12-01",
                "until": "2026-12-03",
                "level": "limited",
                "replies_within": "3 business days",
                "services": "one-to-one",
            },
            "Slower replies for One-to-one: December 1 to 3",
            "For One-to-one, replies take up to 3 business days from December 1 through 3.",
        ),
        (
            VAGUE,
            "Ines away: the week to Sunday, November 29",
            "Away in the week that ends on Sunday, November 29; back soon.",
        ),
        (
            {**VAGUE, "until": "2026-12-02", "level": "closed"},
            "Ines Calder Coaching closed: the weeks to Sunday, December 6",
            "Closed in the weeks up to Sunday, December 6; open again soon.",
        ),
        (
            {"from": "2027-02-08", "until": "2027-02-12", "status": "cancelled"},
            "Ines away: February 8 to 12 (called off)",
            "The absence of February 8 to 12 does not take place; sessions are as usual.",
        ),
        (
            {**MOVING, "status": "cancelled"},
            "Ines Calder Coaching closed: November 26 to 28 (called off)",
            "The closing of November 26 to 28 does not take place; sessions are as usual.",
        ),
        (
            {
                "from": "2026-12-01",
                "until": "2027-02-28",
                "services": "dishwashers",
                "status": "cancelled",
            },
            "Dishwashers paused: December 1 to February 28 (called off)",
            "The pause of December 1 to February 28 does not take place: Dishwashers.",
        ),
        (
            {
                "from": "2026-12-01",
                "until": "2026-12-03",
                "level": "limited",
                "status": "cancelled",
            },
            "Slower replies: December 1 to 3 (called off)",
            "The slower replies of December 1 to 3 do not take place; replies are as usual.",
        ),
    ],
)
def test_a_notice_says_the_last_day_away_and_the_first_day_back(
    notice: Notice, absence: Content, headline: str, dates: str
) -> None:
    found = notice(absence)
    assert (found.headline, found.dates) == (headline, dates)


@pytest.mark.parametrize(
    ("absence", "sentences"),
    [
        (
            {**ILL, "appointments": "Sessions do not take place; nothing is charged."},
            [
                "Next word by Friday, November 27.",
                "Sessions do not take place; nothing is charged.",
                "Dana is in charge during this time.",
                "Urgent: text Dana, who answers within 4 hours.",
            ],
        ),
        (DENTIST, []),
        (
            TWO_WEEKS,
            [
                "Dana is in charge from Monday, December 21, through Sunday, December 27.",
                "Urgent: text Dana, who answers within 4 hours.",
                "Sol is in charge from Monday, December 28, until the return.",
                "Urgent: call Sol.",
                "Last chance before: Wednesday, December 16, 5:00 pm.",
                "After the return, through Wednesday, January 6, replies are slower than usual.",
            ],
        ),
        (
            {
                "from": "2026-11-23",
                "back": "2026-12-01",
                "backup": "nobody",
                "catch_up": "3 days",
                "replies_within": "2 business days",
                "book_by": "2026-11-20",
            },
            [
                "Last chance before: Friday, November 20.",
                "After the return, through Thursday, December 3, "
                "replies take up to 2 business days.",
            ],
        ),
        (
            {"from": "2026-12-07", "until": "2026-12-10", "catch_up": "5 hours"},
            [
                "Dana is in charge during this time.",
                "Urgent: text Dana, who answers within 4 hours.",
                "After the return, until Monday, December 14, 2:00 pm, "
                "replies are slower than usual.",
            ],
        ),
        (MOVING, ["Messages are answered as usual."]),
        (
            {"from": "2026-12-01", "until": "2026-12-03", "level": "limited"},
            ["The open hours are as usual."],
        ),
        (
            {
                "from": "2026-12-07",
                "until": "2026-12-10",
                "cover": [
                    {"person": "dana", "until": "2026-12-08 12:00", "for": "new dates"},
                    {"person": "sol", "from": "2026-12-10"},
                ],
            },
            [
                "Dana is in charge from Monday, December 7, until Tuesday, December 8, 12:00 pm: "
                "for new dates.",
                "Urgent: text Dana, who answers within 4 hours.",
                "Nobody is in charge from Tuesday, December 8, 12:00 pm, "
                "through Wednesday, December 9.",
                "Sol is in charge from Thursday, December 10, until the return.",
                "Urgent: call Sol.",
            ],
        ),
        (
            {
                "from": "2026-12-07",
                "until": "2026-12-10",
                "cover": [{"person": "dana", "services": "one-to-one"}],
            },
            [
                "Dana is in charge of One-to-one during this time.",
                "Urgent: text Dana, who answers within 4 hours.",
                "Nobody is in charge of Dishwashers during this time.",
            ],
        ),
        ({**VAGUE, "book_by": "2026-11-23", "catch_up": "3 days", "backup": "nobody"}, []),
        (
            {
                **VAGUE,
                "cover": [
                    {"person": "dana", "until": "2026-11-24"},
                    {"person": "sol", "from": "2026-11-25"},
                ],
            },
            [
                "Dana is in charge for a part of this time.",
                "Urgent: text Dana, who answers within 4 hours.",
                "Sol is in charge for a part of this time.",
                "Urgent: call Sol.",
            ],
        ),
        ({**TWO_WEEKS, "status": "cancelled"}, []),
    ],
)
def test_a_notice_says_what_else_there_is_to_say(
    notice: Notice, absence: Content, sentences: list[str]
) -> None:
    later = {Role.OVERDUE, Role.UPDATE}
    said = [each.text for each in notice(absence).sentences if each.role not in later]
    assert said[1:] == sentences


def test_what_is_said_of_an_absence_ends_with_the_return(notice: Notice) -> None:
    found = notice(TWO_WEEKS)
    back = datetime(2027, 1, 4, 17, tzinfo=UTC)
    away, returned = found.headlines
    assert (found.over, away.ends, returned.starts, returned.ends) == (back, back, back, None)
    windows = {each.role: each.ends for each in found.sentences}
    assert windows[Role.DATES] == back
    assert windows[Role.CATCH_UP] == datetime(2027, 1, 7, 8, tzinfo=UTC)


def test_who_is_in_charge_is_said_in_their_own_time(notice: Notice) -> None:
    said = [each for each in notice(TWO_WEEKS).sentences if each.role is Role.COVER]
    turn = datetime(2026, 12, 28, 8, tzinfo=UTC)
    assert [(each.starts, each.ends) for each in said] == [
        (datetime(2026, 12, 21, 8, tzinfo=UTC), turn),
        (turn, datetime(2027, 1, 4, 17, tzinfo=UTC)),
    ]


@pytest.mark.parametrize(
    ("absence", "at"),
    [
        (DENTIST, ["2026-12-02 13:00", "2026-12-02 17:00"]),
        ({"from": "2026-12-01 13:00", "until": "2026-12-02"}, ["2026-12-01 13:00"]),
        ({"from": "2026-12-01", "until": "2026-12-02 11:00"}, ["2026-12-02 11:00"]),
        (TWO_WEEKS, []),
        (ILL, []),
    ],
)
def test_the_clock_times_of_the_main_sentence_are_known(
    notice: Notice, absence: Content, at: list[str]
) -> None:
    here = days.zone("America/Los_Angeles")
    assert notice(absence).sentences[0].at == tuple(
        datetime.fromisoformat(each).replace(tzinfo=here) for each in at
    )


def test_news_is_the_message_and_nothing_else(notice: Notice) -> None:
    news = {
        "from": "2026-12-01",
        "until": "2026-12-31",
        "level": "news",
        "message": "From December 1: **+1 619 555 0199**.",
    }
    found = notice(news, availability={"appointments": "All are moved."})
    assert found.headline == "News from Ines"
    assert [each.text for each in found.sentences] == ["From December 1: **+1 619 555 0199**."]


def test_news_that_is_called_off_says_so(notice: Notice) -> None:
    news = {"from": "2026-12-01", "until": "2026-12-31", "level": "news", "message": "A"}
    found = notice({**news, "status": "cancelled"})
    assert [each.text for each in found.sentences] == ["What was announced here no longer holds."]


def test_the_overdue_word_may_be_said_only_after_its_day(notice: Notice) -> None:
    due, overdue = notice(ILL).next_word
    assert due.text == "Next word by Friday, November 27."
    assert due.holds(datetime(2026, 11, 28, 7, 59, tzinfo=UTC))
    assert not due.holds(datetime(2026, 11, 28, 8, 0, tzinfo=UTC))
    assert overdue.text == "The next word was due by Friday, November 27, and is overdue."
    assert not overdue.holds(datetime(2026, 11, 28, 7, 59, tzinfo=UTC))
    assert overdue.holds(datetime(2026, 11, 28, 8, 0, tzinfo=UTC))


def test_the_last_chance_is_gone_when_it_has_passed(notice: Notice) -> None:
    book_by = notice(TWO_WEEKS).book_by
    assert book_by is not None
    assert book_by.holds(datetime(2026, 12, 17, 0, 59, tzinfo=UTC))
    assert not book_by.holds(datetime(2026, 12, 17, 1, 0, tzinfo=UTC))


def test_updates_are_newest_first_and_not_shown_before_their_time(notice: Notice) -> None:
    updates = [
        {"at": "2026-11-30 09:00", "text": "A day longer."},
        {"at": "2026-12-01 08:00", "text": "Two days longer."},
    ]
    found = notice({"from": "2026-12-01", "until": "2026-12-04", "updates": updates})
    assert [(each.when, each.text) for each in found.updates] == [
        ("Tuesday, December 1, 8:00 am", "Two days longer."),
        ("Monday, November 30, 9:00 am", "A day longer."),
    ]
    said = [each for each in found.sentences if each.role is Role.UPDATE]
    assert [each.starts for each in said] == [
        datetime(2026, 12, 1, 16, tzinfo=UTC),
        datetime(2026, 11, 30, 17, tzinfo=UTC),
    ]


def test_the_usual_words_on_appointments_stand_only_where_nothing_is_open(
    notice: Notice,
) -> None:
    usual = {"availability": {"appointments": "All are moved."}}
    away = {"from": "2026-12-01", "until": "2026-12-03"}
    assert notice(away, **usual).appointments == "All are moved."
    assert notice({**away, "level": "closed"}, **usual).appointments == "All are moved."
    assert notice({**away, "level": "limited"}, **usual).appointments is None
    assert notice({**away, "appointments": "None."}, **usual).appointments == "None."


@pytest.mark.parametrize("detail", ["dates", "vague"])
def test_reason_and_message_are_said_only_in_full_notices(notice: Notice, detail: str) -> None:
    told = {"from": "2026-12-01", "until": "2026-12-03", "reason": "Why", "message": "What"}
    assert (notice(told).reason, notice(told).message) == ("Why", "What")
    found = notice({**told, "detail": detail})
    assert (found.reason, found.message) == (None, None)
    assert "Why" not in f"{found.headline} {found.dates}"


def test_whoever_is_not_in_the_portal_is_not_named(notice: Notice) -> None:
    assert notice(ILL, **NOBODY).cover == ()


def test_an_absence_of_a_practice_without_an_owner_is_that_of_the_practice(
    notice: Notice,
) -> None:
    found = notice(VAGUE, {"owner": None, "name": "Quill & Co"})
    assert found.headline.startswith("Quill & Co away: ")


@pytest.mark.parametrize("absence", [ILL, DENTIST, TWO_WEEKS, MOVING, VAGUE])
def test_no_notice_says_now_or_today(notice: Notice, absence: Content) -> None:
    found = notice(absence)
    text = " ".join([found.headline, *(each.text for each in found.sentences)]).lower()
    assert not re.search(r"\b(now|today|currently|this (week|afternoon|morning))\b", text)


@pytest.mark.parametrize("absence", [ILL, DENTIST, TWO_WEEKS, MOVING, VAGUE])
def test_every_sentence_passes_through_the_catalog(
    notice: Notice, pseudo: Catalog, absence: Content
) -> None:
    found = notice(absence, catalog=pseudo)
    said = [found.headline, *(each.text for each in found.sentences)]
    assert all(each.startswith("⟦") and each.endswith("⟧") for each in said)
