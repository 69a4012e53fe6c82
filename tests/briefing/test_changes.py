"""What changes next, and for which of it a site has to be built."""

from datetime import timedelta

import pytest

from portalgen.briefing import Briefing, BuildTime, Change, Happening
from tests.briefing.conftest import DANA, Brief, Lines, Moment

BREAK = "from: 2026-12-21, until: 2027-01-01"
ILL = "from: 2026-11-23, until: further notice, review: 2026-11-27"


def change(told: Briefing, happening: Happening) -> Change:
    (found,) = [each for each in told.changes if each.happening is happening]
    return found


# What changes.


def test_an_absence_is_told_from_its_announcement_to_the_end_of_its_notice(
    brief: Brief, told: Lines
) -> None:
    absence = f"{BREAK}, book_by: 2026-12-16 17:00, catch_up: 2 days, announce: 2026-12-01"
    assert told(brief(absence)) == [
        "12-01 00:00 | notice | Ines Calder Coaching away: December 21 to January 1",
        "12-16 17:00 | book-by",
        "12-21 00:00 | start | Away · back Monday, January 4",
        "12-21 00:00 | cover | Dana",
        "01-04 09:00 | return | Ines Calder Coaching back since Monday, January 4",
        "01-04 09:00 | cover",
        "01-06 00:00 | caught up",
        "01-07 00:00 | end | Ines Calder Coaching back since Monday, January 4",
    ]


@pytest.mark.parametrize(
    ("absence", "lines"),
    [
        (
            "from: 2026-12-02 13:00, until: 2026-12-02 17:00",
            [
                "11-30 13:00 | notice | {} away: December 2, 1:00 to 5:00 pm",
                "12-02 13:00 | start | Away · back Thursday, December 3, 9:00 am",
                "12-02 17:00 | end | {} away: December 2, 1:00 to 5:00 pm",
            ],
        ),
        (
            "from: 2026-12-01, until: 2026-12-03, level: limited, announce: 2026-11-20",
            ["12-01 00:00 | start", "12-04 00:00 | end | Slower replies: December 1 to 3"],
        ),
        (
            "from: 2026-12-01, until: 2026-12-03, level: news, message: New **number**, "
            "announce: 2026-11-30",
            ["11-30 00:00 | notice | New **number**", "12-04 00:00 | end | News from {}"],
        ),
        (
            f"{BREAK}, announce: 2026-11-01, status: cancelled",
            ["01-02 00:00 | end | {} away: December 21 to January 1 (called off)"],
        ),
        (
            "from: 2026-12-09, until: 2026-12-10, detail: vague",
            [
                "12-09 00:00 | notice | {} away: the week to Sunday, December 13",
                "12-14 00:00 | end | {} away: the week to Sunday, December 13",
            ],
        ),
        (
            "from: 2026-11-23, until: 2026-11-24, detail: vague",
            [
                "11-30 00:00 | end | {} away: the week to Sunday, November 29",
                "11-30 09:00 | cover",
            ],
        ),
        (
            ILL,
            ["11-28 00:00 | overdue | The next word was due by Friday, November 27, and is "
             "overdue."],
        ),
        (
            "from: 2026-11-20, until: 2026-11-30, updates: [{at: 2026-11-23 09:00, text: Later.}]",
            [
                "11-23 09:00 | update | Later.",
                "12-01 09:00 | return | {} back since Tuesday, December 1",
                "12-01 09:00 | cover",
                "12-04 00:00 | end | {} back since Tuesday, December 1",
            ],
        ),
    ],
    ids=["short", "limited", "news", "called off", "vague", "vague and public", "open-ended",
         "update"],
)  # fmt: skip
def test_each_kind_of_absence_has_its_changes(
    absence: str, lines: list[str], brief: Brief, told: Lines
) -> None:
    assert told(brief(absence)) == [line.format("Ines Calder Coaching") for line in lines]


def test_cover_changes_hands_in_public(brief: Brief, cover: Lines) -> None:
    people = (
        "backups: [{id: dana, name: Dana, consent: 2026-03-02}, "
        "{id: sol, name: Sol, consent: 2026-03-02}, {id: kim, name: Kim}]\n"
    )
    absence = (
        f"{BREAK}, announce: 2026-11-01, cover: [{{person: dana, until: 2026-12-24}}, "
        "{person: sol, until: 2026-12-28}, {person: kim}]"
    )
    assert cover(brief(absence, backup=people)) == [
        "12-21 00:00 Dana",
        "12-25 00:00 Sol",
        "12-29 00:00 nobody",
        "01-02 00:00 you",
    ]


def test_the_leading_absence_gives_the_cover_while_it_runs(brief: Brief, cover: Lines) -> None:
    sol = DANA.replace("}]}]", "}]}, {id: sol, name: Sol, consent: 2026-03-02}]")
    found = brief(BREAK, "from: 2026-12-24, until: 2026-12-26, backup: sol", backup=sol)
    assert cover(found) == [
        "12-21 00:00 Dana",
        "12-24 00:00 Sol",
        "12-27 00:00 Dana",
        "01-04 09:00 you",
    ]


@pytest.mark.parametrize(
    ("absences", "lines"),
    [
        ([f"{BREAK}, backup: nobody"], []),
        (["from: 2026-12-02 13:00, until: 2026-12-02 17:00"], []),
        (
            ["from: 2026-12-02 13:00, until: 2026-12-02 17:00, backup: dana"],
            ["12-02 13:00 Dana", "12-03 09:00 you"],
        ),
        (
            [f"{BREAK}, level: closed, cover: [{{person: dana, from: 2026-12-24, "
             "until: 2026-12-26}]"],
            ["12-24 00:00 Dana", "12-27 00:00 you"],
        ),
        (
            [f"{BREAK}, backup: nobody",
             "from: 2026-12-24, until: 2026-12-26, level: away, backup: dana"],
            ["12-24 00:00 Dana", "12-27 00:00 nobody"],
        ),
        (
            ["from: 2026-12-21, until: 2026-12-22", "from: 2026-12-23, until: 2026-12-24"],
            ["12-21 00:00 Dana", "12-28 09:00 you"],
        ),
        (
            ["from: 2026-12-01, until: 2026-12-02, services: letters"],
            ["12-01 00:00 Dana for Letters", "12-03 09:00 you"],
        ),
        (
            ["from: 2026-12-01, until: 2026-12-01, services: letters",
             "from: 2026-12-02, until: 2026-12-02, services: calls"],
            [
                "12-01 00:00 Dana for Letters",
                "12-02 00:00 Dana for Letters, Dana for Calls",
                "12-02 09:00 Dana for Calls",
                "12-03 09:00 you",
            ],
        ),
    ],
    ids=["nobody is meant", "short", "short and covered", "closed", "one within another",
         "in a row", "a service", "two services"],
)  # fmt: skip
def test_who_is_in_charge_is_told_where_it_changes(
    absences: list[str], lines: list[str], brief: Brief, cover: Lines
) -> None:
    services = "services: [{id: letters, title: Letters}, {id: calls, title: Calls}]\n"
    assert cover(brief(*absences, services=services)) == lines


def test_a_service_pauses_under_its_own_name(brief: Brief, told: Lines) -> None:
    services = "services: [{id: letters, title: Letters}, {id: calls, title: Calls}]\n"
    absence = "from: 2026-12-01, until: 2026-12-02, services: letters, announce: 2026-11-01"
    assert told(brief(f"{absence}, backup: nobody", services=services)) == [
        "12-01 00:00 | start",
        "12-03 09:00 | return | Letters available again since Thursday, December 3",
        "12-06 00:00 | end | Letters available again since Thursday, December 3",
    ]


def test_prices_and_openings_change_too(brief: Brief, told: Lines) -> None:
    price = "{amount: 420 USD, per: month, next: {amount: 460 USD, starting: 2027-01-01}}"
    found = brief(
        services=f"services: [{{title: Letters, price: {price}, next_opening: 2027-02-01}}, "
        f"{{title: Gone, status: retired, price: {price}}}]\n",
        availability="next_opening: 2027-03-01\n",
    )
    assert told(found) == [
        "01-01 00:00 | price | $460 per month",
        "02-01 00:00 | opening",
        "03-01 00:00 | opening",
    ]
    assert [each.what.short for each in found.changes] == ["Letters", "Letters", "new clients"]


def test_facts_are_filled_in(brief: Brief) -> None:
    news = "from: 2026-12-01, until: 2026-12-03, level: news, message: 'Mail {{ contact.email }}'"
    assert change(brief(news), Happening.END).absence_id == "2026-12-01"
    held_back = brief(f"{news}, announce: 2026-11-30")
    assert change(held_back, Happening.NOTICE).reads == "Mail ines@calder.example"


# Which builds are needed.


def test_what_is_held_back_needs_a_build_just_before_its_announcement(
    brief: Brief, at: Moment
) -> None:
    found = brief(f"{BREAK}, announce: 2026-12-01")
    assert change(found, Happening.NOTICE).build == BuildTime(at("2026-11-30"), at("2026-12-01"))
    assert change(found, Happening.START).build is None


def test_what_the_gate_lets_through_appears_by_itself(brief: Brief, at: Moment) -> None:
    absence = f"{BREAK}, announce: 2026-11-25"
    build = BuildTime(at("2026-11-24"), at("2026-11-25"))
    assert change(brief(absence), Happening.NOTICE).build == build
    later = brief(absence, next_build=timedelta(days=2))
    assert change(later, Happening.NOTICE).build is None


def test_an_update_to_come_is_held_back_as_well(brief: Brief, at: Moment) -> None:
    update = "updates: [{at: 2026-11-26 09:00, text: Later.}]"
    found = brief(f"from: 2026-11-20, until: 2026-11-30, {update}")
    build = BuildTime(at("2026-11-25 09:00"), at("2026-11-26 09:00"))
    assert change(found, Happening.UPDATE).build == build
    soon = brief(f"from: 2026-11-20, until: 2026-11-30, {update}", moment="2026-11-25 09:01")
    assert change(soon, Happening.UPDATE).build is None


def test_an_update_from_before_the_announcement_is_no_change_of_its_own(brief: Brief) -> None:
    update = "updates: [{at: 2026-11-26 09:00, text: Later.}]"
    found = brief(f"{BREAK}, announce: 2026-12-01, {update}")
    assert Happening.UPDATE not in {each.happening for each in found.changes}


def test_a_vague_absence_is_built_on_its_first_day(brief: Brief, at: Moment) -> None:
    found = brief("from: 2026-12-09, until: 2026-12-10, detail: vague")
    build = BuildTime(at("2026-12-09"), at("2026-12-09"))
    assert change(found, Happening.NOTICE).build == build


@pytest.mark.parametrize(
    ("fields", "is_built"),
    [
        ("backup: nobody", False),
        ("backup: nobody, reason: Rest", True),
        ("backup: nobody, message: Rest", True),
        ("backup: dana", True),
        ("level: news, message: Rest", False),
    ],
)
def test_a_build_takes_off_what_was_known_only_for_an_absence(
    fields: str, is_built: bool, brief: Brief
) -> None:
    end = change(brief(f"{BREAK}, announce: 2026-11-01, {fields}"), Happening.END)
    assert end.build == (BuildTime(end.at, end.at) if is_built else None)


# The build that comes first.


def test_without_anything_held_back_a_build_is_needed_where_the_timeline_ends(
    brief: Brief, at: Moment
) -> None:
    found = brief()
    assert (found.build, found.built_for) == (BuildTime(None, at("2027-02-01")), None)


def test_pages_fall_silent_in_the_week_in_which_something_comes_in(
    brief: Brief, at: Moment
) -> None:
    found = brief(f"{BREAK}, announce: 2026-12-03")
    assert (found.build, found.built_for) == (BuildTime(None, at("2026-11-30")), None)


def test_the_first_of_several_builds_is_told(brief: Brief, at: Moment) -> None:
    found = brief(
        "from: 2027-01-20, until: 2027-01-21, announce: 2026-12-14",
        "from: 2027-01-10, until: 2027-01-12, level: news, message: A, announce: 2026-12-09",
    )
    assert found.build == BuildTime(at("2026-12-08"), at("2026-12-09"))
    assert found.built_for is not None
    assert found.built_for.absence_id == "2027-01-10"
