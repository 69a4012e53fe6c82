"""What clients meet at the moment, who covers what is to come, and what is overdue."""

from datetime import timedelta

import pytest

from portalgen.briefing import Briefing, Reply, Told, owners_voice
from portalgen.model.practice import Practice
from portalgen.timeline.states import State
from portalgen.wording.voice import voice_of
from tests.briefing.conftest import DANA, HOURS, NOVEMBER, Brief, Moment

BREAK = "from: 2026-12-21, until: 2027-01-01"
ILL = "from: 2026-11-23, until: further notice, review: 2026-11-27"


def names(told: Briefing) -> list[str | None]:
    return [each.name for each in told.now.charges]


# What clients meet.


def test_clients_read_the_badge_and_the_notice_with_the_sentences_that_hold(brief: Brief) -> None:
    now = brief(ILL).now
    assert (now.state, now.badge) == (State.AWAY, "Away until further notice")
    (notice,) = now.notices
    assert notice.headline == "Ines Calder Coaching away: November 23 until further notice"
    assert notice.sentences == (
        "Away from Monday, November 23, until further notice.",
        "Next word by Friday, November 27.",
    )


def test_after_the_return_clients_read_that(brief: Brief) -> None:
    (notice,) = brief("from: 2026-11-16, until: 2026-11-19, catch_up: 3 days").now.notices
    assert notice == Told(
        "2026-11-16",
        "Ines Calder Coaching away: November 16 to 19",
        ("Away from Monday, November 16, through Thursday, November 19; back on Monday, "
         "November 23.",),
    )  # fmt: skip
    later = brief(
        "from: 2026-11-16, until: 2026-11-19, catch_up: 3 days", moment="2026-11-23 09:00"
    )
    assert later.now.notices == (
        Told(
            "2026-11-16",
            "Ines Calder Coaching back since Monday, November 23",
            ("After the return, through Wednesday, November 25, replies are slower than usual.",),
        ),
    )


def test_news_is_its_message(brief: Brief) -> None:
    (notice,) = brief(f"{BREAK}, level: news, announce: 2026-11-01, message: New").now.notices
    assert (notice.headline, notice.sentences, notice.news) == (
        "News from Ines Calder Coaching",
        (),
        "New",
    )


def test_what_is_not_announced_yet_is_no_notice(brief: Brief) -> None:
    assert brief(BREAK).now.notices == ()
    # This one is in the files already, and waits there.
    assert brief(f"{BREAK}, announce: 2026-11-24").now.notices == ()


def test_without_hours_there_is_no_badge(brief: Brief) -> None:
    now = brief(availability="").now
    assert (now.state, now.badge) == (State.UNKNOWN, None)


def test_each_promise_says_by_when_a_message_is_answered(brief: Brief, at: Moment) -> None:
    promises = "replies: [{by: email, within: 1 business day}, {by: text, within: 2 hours}]\n"
    assert brief(availability=HOURS + promises).now.replies == (
        Reply("email", at("2026-11-24 16:00")),
        Reply("text", at("2026-11-23 09:10")),
    )
    ill = brief(ILL, availability=HOURS + promises)
    assert ill.now.replies == (Reply("email", None), Reply("text", None))


# Who is in charge at the moment.


@pytest.mark.parametrize(
    ("absences", "people"),
    [
        ([], []),
        ([ILL], ["Dana"]),
        ([f"{ILL}, backup: nobody"], [None]),
        (["from: 2026-11-23 07:00, until: 2026-11-23 08:00"], [None]),
        (["from: 2026-11-23, until: 2026-11-23, level: closed"], []),
        (["from: 2026-11-23, until: 2026-11-23, level: closed, backup: dana"], ["Dana"]),
        (["from: 2026-11-23, until: 2026-11-23, level: limited"], []),
        (["from: 2026-11-20, until: 2026-11-22"], ["Dana"]),
        ([ILL, "id: a, from: 2026-11-23, until: 2026-11-24, services: calls"], ["Dana"]),
    ],
)
def test_the_leading_absence_tells_who_is_in_charge(
    absences: list[str], people: list[str | None], brief: Brief
) -> None:
    services = "services: [{id: calls, title: Calls}]\n"
    assert names(brief(*absences, services=services)) == people


def test_each_paused_service_tells_who_is_in_charge_of_it(brief: Brief) -> None:
    found = brief(
        "from: 2026-11-23, until: 2026-11-24, services: calls",
        "from: 2026-11-22, until: 2026-11-24, services: letters, backup: nobody",
        services="services: [{id: calls, title: Calls}, {id: letters, title: Letters}]\n",
    )
    told = [(each.name, each.services) for each in found.now.charges]
    assert told == [("Dana", ("Calls",)), (None, ("Letters",))]
    assert not found.now.is_covered_as_a_whole
    assert brief(ILL).now.is_covered_as_a_whole


def test_nobody_without_consent_is_in_charge_for_clients(brief: Brief) -> None:
    kim = "backups: [{id: kim, name: Kim}]\n"
    assert names(brief(f"{ILL}, backup: kim", backup=kim)) == [None]


# Cover for what is to come.


def test_cover_is_told_of_absences_that_are_not_over(brief: Brief, at: Moment) -> None:
    found = brief(
        "from: 2026-11-02, until: 2026-11-03",
        "from: 2026-11-23, until: 2026-11-24",
        BREAK,
        "from: 2027-02-01, until: 2027-02-02, status: cancelled",
        "from: 2027-03-01, until: 2027-03-02, backup: nobody",
        "from: 2027-03-03, until: 2027-03-04, level: closed",
    )
    assert [each.absence_id for each in found.cover] == ["2026-11-23", "2026-12-21"]
    (charge,) = found.cover[1].charges
    assert (charge.name, charge.starts) == ("Dana", at("2026-12-21"))
    assert charge.ends == at("2027-01-04 09:00")


def test_what_is_over_of_the_cover_is_left_out(brief: Brief) -> None:
    sol = DANA.replace("}]}]", "}]}, {id: sol, name: Sol, consent: 2026-03-02}]")
    cover = "cover: [{person: dana, until: 2026-12-24}, {person: sol}]"
    found = brief(f"{BREAK}, {cover}", backup=sol, moment="2026-12-28")
    assert [each.name for each in found.cover[0].charges] == ["Sol"]


def test_who_has_not_agreed_covers_nothing_and_the_checks_say_so(brief: Brief) -> None:
    found = brief(f"{BREAK}, backup: kim", backup="backups: [{id: kim, name: Kim}]\n")
    assert [each.name for each in found.cover[0].charges] == [None]
    (advice,) = found.cover[0].advice
    assert "`kim` has not agreed to be named" in advice.found


def test_the_checks_speak_beside_the_absence_that_they_mean(brief: Brief) -> None:
    found = brief(
        "from: 2027-02-01, until: 2027-02-02, cover: [{person: dana, until: 2027-02-01}]",
        BREAK,
        "from: 2027-03-01, until: 2027-03-02, cover: [{person: dana, until: 2027-03-01}]",
    )
    told = {each.absence_id: [problem.found for problem in each.advice] for each in found.cover}
    assert told == {
        "2026-12-21": [],
        "2027-02-01": ["Nobody is in charge from 2027-02-02 until 2027-02-03 09:00."],
        "2027-03-01": ["Nobody is in charge from 2027-03-02 until 2027-03-03 09:00."],
    }
    assert [each.found for each in found.advice] == [
        "The portal does not know its own address, so there is no sitemap."
    ]


# What is overdue.


def test_what_is_overdue_is_told_apart_from_other_advice(brief: Brief) -> None:
    assert brief(ILL).overdue == ()
    found = brief(ILL, moment="2026-11-28 07:00")
    assert [each.found for each in found.overdue] == [
        "Clients were promised word by 2026-11-27, and it is overdue."
    ]
    assert not {*found.overdue} & {*found.advice, *found.cover[0].advice}


def test_the_time_to_the_next_build_is_told(brief: Brief) -> None:
    assert brief(next_build=timedelta(days=2)).every == timedelta(days=2)


# The voice for the owner.


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("en-US", "Monday, December 21"),
        ("en-AU", "Monday 21 December"),
        ("de", "Monday 21 December"),
        ("ja", "Monday 21 December"),
    ],
)
def test_the_owner_is_spoken_to_in_english(language: str, day: str) -> None:
    practice = Practice.model_validate(
        {
            "name": "Ines",
            "timezone": "Europe/Berlin",
            "language": language,
            "contact": {"email": "ines@calder.example"},
        }
    )
    voice = owners_voice(voice_of(practice, NOVEMBER))
    assert voice.day(NOVEMBER.replace(month=12, day=21)) == day
