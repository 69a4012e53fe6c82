"""What may not be known is found in finished files, whatever its disguise; and nothing else is."""

import json
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from urllib.parse import quote

import pytest

from portalgen.checks.nothing_leaks import nothing_leaks
from portalgen.edition import desk, edition
from portalgen.live import live_facts
from portalgen.loading import load
from portalgen.problems import Problem, Weight
from portalgen.wording.voice import voice_of
from tests.checks.conftest import Run
from tests.conftest import Write

# Wednesday, December 23, 2026, 4:00 am in San Diego.
MOMENT = datetime(2026, 12, 23, 12, 0, tzinfo=UTC)

AWAY = """\
away:
  - id: spring-training
    from: 2027-04-12
    until: 2027-04-16
    reason: Training week in Santa Fe
    message: |
      Ana can move sessions, **really** she can, any day, and
      knows the [calendar](https://calendar.example/ines) by heart.
    appointments: None of them takes place.
    private: "Ask Ana & Sol: \\"still fine?\\""
  - id: surgery-in-may
    from: 2027-05-05 13:00
    until: 2027-05-05 17:00
    reason: Flu
  - from: 2026-12-21
    until: 2027-01-01
    backup: nobody
    reason: Winter break
    private: Hotel Zugspitze, room 4
    updates:
      - at: 2026-12-23 20:00
        text: Snow on the road.
      - at: 2026-12-25 09:00
        text: Back a day later, it snows.
  - id: nerves-and-rest
    from: 2026-12-22
    until: 2026-12-24
    detail: vague
    backup: nobody
    reason: Burnout
  - id: july-illness
    from: 2026-07-06
    until: 2026-07-10
    message: A long fever.
"""
BACKUPS = """\
backups:
  - id: ana
    name: Ana Ruiz
    consent: 2026-09-01
    contacts:
      - text: "+1 619 555 0142"
        for: whatever burns
      - email: ana@ruiz.example
      - url: https://ruiz.example/
        show: always
    away:
      - from: 2027-03-08
        until: 2027-03-14
  - id: sol-arden
    name: Sol Arden
    role: Gardener
    photo: sol.png
    contacts:
      - email: hello@arden.example
        show: always
"""
HOURS = "weekly:\n  mon-thu: 09:00-17:00\n"
FILES = {"away.yaml": AWAY, "backup.yaml": BACKUPS, "availability.yaml": HOURS}
Found = Callable[..., list[str]]


@pytest.fixture
def report(run: Run, tmp_path: Path) -> Callable[..., list[Problem]]:
    """Return what the check reports of a finished file, with changed content if need be."""
    images = tmp_path / "content" / "images"
    images.mkdir(parents=True)
    (images / "sol.png").write_bytes(b"")

    def run_check(
        text: str, address: str = "/x/index.html", changed: dict[str, str] | None = None
    ) -> list[Problem]:
        return run(nothing_leaks, {**FILES, **(changed or {})}, MOMENT, {address: text})

    return run_check


@pytest.fixture
def found(report: Callable[..., list[Problem]]) -> Found:
    """Return the lines of the content that a finished file gives away."""

    def lines(text: str, address: str = "/x/index.html") -> list[str]:
        found = [each for each in report(text, address) if each.weight is Weight.PROBLEM]
        return [_line(each) for each in found]

    return lines


def _line(problem: Problem) -> str:
    file = problem.place.file.removeprefix("content/")
    return FILES[file].splitlines()[problem.place.line - 1].strip(" -")


TEXTS = [
    ("Training week in Santa Fe", "reason: Training week in Santa Fe"),
    ("Ana can move sessions, <strong>really</strong> she can, any day, …\nknows the", "message: |"),
    ("None of them takes place.", "appointments: None of them takes place."),
    ("Ask Ana &amp; Sol: &#34;still fine?&#34;", 'private: "Ask Ana & Sol: \\"still fine?\\""'),
    ("(Flu)", "reason: Flu"),
    ("Hotel Zugspitze, room 4", "private: Hotel Zugspitze, room 4"),
    ("Back a day later, it snows.", "text: Back a day later, it snows."),
    ("Burnout", "reason: Burnout"),
    ('<img src="x.png" alt="Burnout">', "reason: Burnout"),
    ('<meta name="description" content="Burnout">', "reason: Burnout"),
    ("A long fever.", "message: A long fever."),
    ('<p id="spring-training">', "id: spring-training"),
    ('{"absence": "nerves-and-rest"}', "id: nerves-and-rest"),
    ("Sol Arden", "name: Sol Arden"),
    ("Gardener", "role: Gardener"),
    ('<img src="../images/sol.png">', "photo: sol.png"),
    ("hello@arden.example", "email: hello@arden.example"),
    ("ana@ruiz.example", "email: ana@ruiz.example"),
    ("whatever burns", "for: whatever burns"),
]


@pytest.mark.parametrize(("text", "line"), TEXTS)
def test_a_text_that_may_not_be_known_is_found(text: str, line: str, found: Found) -> None:
    assert line in found(f"<p>{text}</p>")


def test_an_image_is_found_by_the_address_of_its_file(found: Found) -> None:
    assert found("", "/images/sol.png") == ["photo: sol.png"]


SCRIPT = '<script type="application/json" id="portal_live">{}</script>'
MARKED = '<table data-month="{}"><td class="day day-away" data-day="{}"></td></table>'


@pytest.mark.parametrize(
    "number",
    [
        "+1 619 555 0142",
        "(619) 555-0142",
        "619.555.0142",
        "tel:+16195550142",
        "sms:16195550142",
        "tel:%2B1%20619%20555%200142",
        "001\u00a0619/555\u20130142",
    ],
)
def test_a_number_is_found_in_any_spelling(number: str, found: Found) -> None:
    assert 'text: "+1 619 555 0142"' in found(f"<p>{number}</p>")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Monday, April 12, through Friday, April 16", "from: 2027-04-12"),
        ("<b>April 12</b> to 16", "from: 2027-04-12"),
        ("back on Monday, April 19", "from: 2027-04-12"),
        ('"first_day": "2027-04-12"', "from: 2027-04-12"),
        ("DTSTART;VALUE=DATE:20270412", "from: 2027-04-12"),
        ('data-from="2027-04-12T07:00:00Z"', "from: 2027-04-12"),
        ("DTSTART:20270412T070000Z", "from: 2027-04-12"),
        ('"ends": "2027-04-17T07:00:00+00:00"', "from: 2027-04-12"),
        ("on Wednesday, May 5, from 1:00 to 5:00 pm", "from: 2027-05-05 13:00"),
        ('"2027-05-05T20:00Z"', "from: 2027-05-05 13:00"),
        (MARKED.format("2027-04", 15), "from: 2027-04-12"),
        ("March 8 to 14", "from: 2027-03-08"),
        ("2027-03-14", "from: 2027-03-08"),
    ],
)
def test_days_that_may_not_be_known_are_found(text: str, line: str, found: Found) -> None:
    assert found(f"<p>{text}</p>") == [line]


@pytest.mark.parametrize("key", ["spans", "still", "slow", "unsure"])
@pytest.mark.parametrize(("hours", "lines"), [(0, ["from: 2027-04-12"]), (10, [])])
def test_what_only_the_script_is_told_is_found(
    key: str, hours: int, lines: list[str], found: Found
) -> None:
    since = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
    start = int((datetime(2027, 4, 12, 7 + hours, 0, tzinfo=UTC) - since).total_seconds()) // 60
    told: dict[str, object] = {"from": int(since.timestamp()) // 60, "spans": [[60, 0]]}
    told |= {"still": [], "slow": [], "unsure": [], key: [[0, 60], [start, None]]}
    if key == "spans":
        told["spans"] = [[start - 60, 0], [60, -1, 0]]
    assert found(SCRIPT.format(json.dumps(told))) == lines


def test_the_facts_for_the_script_are_understood(run: Run, write: Write) -> None:
    away = "away:\n  - {from: 2027-01-19, until: 2027-01-20, announce: 2026-12-26}\n"
    files = {"away.yaml": away, "availability.yaml": HOURS}
    portal = load(write(files)).portal
    voice = voice_of(portal.practice, MOMENT.date().replace(day=1))
    whole = replace(edition(portal, MOMENT), timeline=desk(portal, MOMENT).timeline)
    for public, is_found in (edition(portal, MOMENT), False), (whole, True):
        # Without the words of the badge there is nothing to read.
        facts = {**live_facts(public, voice, ""), "badges": []}
        page = {"/x.html": SCRIPT.format(json.dumps(facts))}
        assert bool(run(nothing_leaks, files, MOMENT, page)) is is_found


NOTE = 'Ask Ana & Sol: "still fine?"'
LINE = 'private: "Ask Ana & Sol: \\"still fine?\\""'


@pytest.mark.parametrize(
    "disguised",
    [
        escape(NOTE),
        escape(escape(NOTE)),
        "".join(f"&#{ord(sign)};" for sign in NOTE),
        "".join(f"&#x{ord(sign):x};" for sign in NOTE),
        quote(NOTE),
        quote(NOTE).replace("%20", "+"),
        f"sms:?body={quote(quote(NOTE))}",
        json.dumps(NOTE),
        json.dumps(json.dumps(NOTE)),
        "".join(f"\\u{ord(sign):04x}" for sign in NOTE),
        "".join(f"\\x{ord(sign):02x}" for sign in NOTE),
        b64encode(NOTE.encode()).decode(),
        urlsafe_b64encode(NOTE.encode()).decode(),
        f"data:text/plain;base64,{b64encode(NOTE.encode()).decode()}",
        f"/a-folder/{urlsafe_b64encode(NOTE.encode()).decode().rstrip('=')}",
        b64encode(quote(NOTE).encode()).decode(),
        b64encode(b64encode(NOTE.encode())).decode(),
        NOTE.replace(" ", "\n  "),
        NOTE.replace(" ", "\u00a0"),
        NOTE.upper(),
        "As<b>k</b> A<wbr>na &amp; S<span class=x>o</span>l: <em>still fine?</em>",
        "Ask Ana &amp;\nS<b>ol</b>: still fine?",
        "A\u00adsk Ana & Sol: still&shy; fi\u200bne?",
        f"<!-- {NOTE} -->",
        f'<p data-note="{escape(NOTE)}">',
    ],
)
def test_no_disguise_hides_a_text(disguised: str, found: Found) -> None:
    assert found(f"<p>x {disguised} x</p>") == [LINE]


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("/calendar.ics", 'BEGIN:VCALENDAR\r\nSUMMARY:Ask Ana & S\r\n ol: "still fin\r\n e?"\r\n'),
        ("/status.json", '{"text": "Ask Ana & Sol: \\"still fine?\\""}'),
        ("/feed.xml", "<feed><title>Ask Ana &amp; Sol: &quot;still fine?&quot;</title></feed>"),
        ("/embed.js", "show('Ask Ana \\x26 Sol: \\u0022still fine?\\u0022')"),
        ("/look.css", "p::after { content: 'Ask Ana & Sol: \"still fine?\"' }"),
        ("/logo.svg", '<svg><title>Ask Ana &amp; Sol: "still fine?"</title></svg>'),
    ],
)
def test_a_text_is_found_in_any_kind_of_file(address: str, text: str, found: Found) -> None:
    assert found(text, address) == [LINE]


def test_a_text_that_was_cut_short_is_found(found: Found, report: Callable[..., object]) -> None:
    long = "Flight on the evening of the 20th, then the night train to Zagreb and a boat."
    files = {
        "away.yaml": f"away:\n  - from: 2026-12-21\n    until: 2027-01-01\n    private: {long}\n"
    }
    assert report(f"<p>{long[:40]}…</p>", changed=files)
    assert report(f"<p>…{long[29:]}</p>", changed=files)
    assert not report(f"<p>{long[:15]}…</p>", changed=files)


@pytest.mark.parametrize(
    "text",
    [
        # What is told of the winter break.
        "Away from Monday, December 21, through Friday, January 1 (Winter break)",
        "Snow on the road.",
        "2026-12-21 20270101 2027-01-04T17:00:00Z 2026-12-21T08:00:00Z 2027-01-02",
        # Names of programs, and parts of longer words.
        '<p class="flu burnout gardener">influence of the flute',
        '{"Burnout": 1, "reason": "Flume"}',
        '["Training week in", "Santa Fe"]',
        "Hotel Zugspitze, room 42",
        # Other addresses and numbers that are much alike.
        "ana@ruiz.example.org diana@ruiz.example https://ruiz.example/",
        "+1 619 555 01420, 555 0142, 619 555",
        "../images/sol.png.webp ../images/console.png",
        # Words that the portal itself says.
        "Nobody is in charge during this time. None of them. The days.",
        # The weeks of what is vague, and an opening on a day that nobody knows to be off.
        "in the week that ends on Sunday, December 27",
        "Closed · opens Wednesday, January 6, 9:00 am",
        # Days of other years and zones, and within other numbers.
        "2028-04-12 12027-04-12 2027-04-121 a20270412b 2027-04-12T16:00:00Z",
        # What is past is no news.
        "2026-07-06 July 6 to 10 DTSTAMP:20260706T070000Z",
    ],
)
def test_what_gives_nothing_away_is_no_leak(text: str, found: Found) -> None:
    assert found(f"<p>{text}</p>") == []


@pytest.mark.parametrize("address", ["/embed.js", "/look.css"])
def test_a_short_word_in_a_script_or_a_style_sheet_is_no_leak(address: str, found: Found) -> None:
    assert found("Burnout.Flu { Gardener: Burnout }", address) == []
    assert found("Training week in Santa Fe", address) != []


@pytest.mark.parametrize("text", ['<p class="line-break">', "<br>Online breakfast"])
def test_two_short_words_count_only_where_they_are_read(text: str, run: Run) -> None:
    away = {"away.yaml": "away:\n  - {from: 2027-06-07, until: 2027-06-08, reason: Line break}\n"}
    assert run(nothing_leaks, away, MOMENT, {"/x.html": text}) == []
    assert run(nothing_leaks, away, MOMENT, {"/x.html": f"{text} Line <i>break</i>"}) != []


PAGE = "---\ntitle: About\n---\n\n{}\n"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("We train in **Santa Fe**: a *training week in Santa Fe* each year.", ""),
        ("Closed from April 12 to 16, 2027.", "April 12 to 16"),
        ("The gardener comes on Fridays. Flu shots are in November.", "gardener (flu) Flu"),
        ("Our booth opens on 2027-04-12.", "2027-04-12"),
    ],
)
def test_what_the_owner_says_in_public_is_no_leak(
    typed: str, shown: str, report: Callable[..., list[Problem]]
) -> None:
    page = {"pages/about.md": PAGE.format(typed)}
    assert report(f"<p>{shown or typed}</p>", changed=page) == []


@pytest.mark.parametrize(
    ("typed", "found", "instead"),
    [
        ("Sol Arden helps.", "Somebody is named here who has not agreed to it.", "Ask, and add"),
        ("Write hello@arden.example.", "A contact stands here of somebody who has", "Ask, and add"),
        ("Text (619) 555-0142.", "A contact of somebody who covers stands here", "Leave it out"),
        ("See Hotel Zugspitze, room 4.", "Here stands what the private note", "Change one"),
    ],
)
def test_what_nobody_may_say_is_told_to_the_owner_at_its_place(
    typed: str, found: str, instead: str, report: Callable[..., list[Problem]]
) -> None:
    [told] = report(f"<p>{typed}</p>", changed={"pages/about.md": PAGE.format(typed)})
    assert str(told.place) == "content/pages/about.md:5:1"
    assert told.weight is Weight.ADVICE
    assert told.found.startswith(found)
    assert told.instead.startswith(instead)


@pytest.mark.parametrize(
    ("reason", "shown"),
    [
        ("Closed", "Closed · opens Monday"),
        ("Nobody is in charge", "Nobody is in charge during this time."),
        ("Ana Ruiz is in charge", "Ana Ruiz is in charge during this time."),
        ("Closed on Thanksgiving Day", "Ines Calder Coaching closed on Thanksgiving Day"),
        ("Monday in March", "each Monday in March"),
    ],
)
def test_what_the_portal_puts_together_itself_is_no_leak(
    reason: str, shown: str, report: Callable[..., list[Problem]]
) -> None:
    away = f"away:\n  - from: 2027-06-07\n    until: 2027-06-08\n    reason: {reason}\n"
    hours = f"{HOURS}public_holidays:\n  country: US\n"
    changed = {"away.yaml": away, "availability.yaml": hours}
    assert report(f"<p>{shown}</p>", changed=changed) == []
    other = {**changed, "away.yaml": away.replace(reason, f"{reason} Zagreb")}
    assert report(f"<p>{reason} Zagreb</p>", changed=other) != []


def test_what_is_too_short_to_be_anybody_s_is_no_leak(run: Run) -> None:
    files = {
        "away.yaml": "away:\n  - {from: 2027-06-07, until: 2027-06-08, reason: Ok, private: x}\n",
        "backup.yaml": 'backups:\n  - {id: dana, name: Jo, contacts: [{phone: "911 22"}]}\n',
    }
    assert run(nothing_leaks, files, MOMENT, {"/x.html": "<td>x</td> Ok, Jo: call 911 22"}) == []


def test_a_part_of_a_note_is_no_leak_if_each_of_its_words_is_public(run: Run) -> None:
    note = "Tell them: winter break, the sessions move; then book the Zugspitze again for us."
    page = PAGE.format("In winter some sessions move. A break is fine.")
    away = f"away:\n  - from: 2026-12-21\n    until: 2026-12-23\n    private: {note!r}\n"
    files = {"away.yaml": away, "pages/about.md": page}
    shown = "Tell them: winter break, the sessions move; then book"
    assert run(nothing_leaks, files, MOMENT, {"/x.html": f"<p>{shown}</p>"}) == []
    assert run(nothing_leaks, files, MOMENT, {"/x.html": f"<p>{note}</p>"}) != []


def test_a_note_of_one_word_is_not_told_of(run: Run) -> None:
    away = "away:\n  - {{from: 2026-12-21, until: 2026-12-22, private: {}}}\n"
    page = {"pages/about.md": PAGE.format("An x marks the Flu shots.")}
    for note in ("x", "Flu", "a b"):
        files = {"away.yaml": away.format(note), **page}
        assert run(nothing_leaks, files, MOMENT, {"/a.html": "<p>An x marks the Flu a b"}) == []


def test_lines_that_stand_in_no_file_side_by_side_are_no_leak(run: Run) -> None:
    away = {"away.yaml": "away:\n  - {from: 2027-06-07, until: 2027-06-08, reason: Rome in May}\n"}
    pages = {"/a.html": "<p>x</p>", "/b.html": "Rome in\n<p>x</p>\nMay"}
    assert run(nothing_leaks, away, MOMENT, pages) == []
    assert run(nothing_leaks, away, MOMENT, {"/a.html": "Rome in\nMay"}) != []


def test_a_name_that_is_a_word_of_the_portal_is_not_told_of(run: Run) -> None:
    files = {
        "backup.yaml": "backups:\n  - {id: may, name: May}\n",
        "pages/about.md": PAGE.format("In May we meet outside."),
    }
    assert run(nothing_leaks, files, MOMENT, {"/x.html": "In May we meet outside."}) == []


def test_who_is_asked_for_a_service_is_not_named_by_that(
    report: Callable[..., list[Problem]],
) -> None:
    services = {"services.yaml": "services:\n  - {title: Talks, covered_by: sol-arden}\n"}
    [found] = report("<p>Sol Arden</p>", changed=services)
    assert found.weight is Weight.PROBLEM


def test_a_contact_that_is_public_as_another_one_is_no_leak(
    report: Callable[..., list[Problem]],
) -> None:
    practice = "name: Ines\ntimezone: America/Los_Angeles\ncontact:\n  email: ana@ruiz.example\n"
    assert report("<p>ana@ruiz.example</p>", changed={"practice.yaml": practice}) == []


TOLD = """\
  - from: 2026-12-21
    until: 2027-01-01
    catch_up: 12 days
    updates:
      at: 2026-12-24 07:07
      text: Hello.
"""
VAGUE = "  - {from: 2026-12-22, until: 2026-12-24, detail: vague}\n"
SPECIAL = "special_days:\n  - {day: 2027-04-12, hours: closed}\n  - {day: 05-03, hours: closed}\n"
HOLIDAYS = "public_holidays:\n  country: US\n"
PRICE = (
    "services:\n  - title: Talks\n    price: {amount: 1 EUR, next: {amount: 2 EUR, starting: %s}}\n"
)


@pytest.mark.parametrize(
    ("held_back", "shown", "public"),
    [
        ("2027-01-02", '"2027-01-02T08:00:00Z"', {"away.yaml": TOLD}),
        ("2027-01-02", "2027-01-02", {"away.yaml": TOLD}),
        ("2027-01-04", "back on 2027-01-04", {"away.yaml": TOLD}),
        ("2027-01-11", MARKED.format("2027-01", 11), {"away.yaml": TOLD}),
        ("2026-12-26", MARKED.format("2026-12", 26), {"away.yaml": VAGUE}),
        ("2026-12-27", "2026-12-27", {"away.yaml": VAGUE}),
        ("2026-12-24 07:07", "2026-12-24T15:07:00Z", {"away.yaml": TOLD}),
        ("2027-04-12", "2027-04-12, April 12", {"availability.yaml": HOURS + SPECIAL}),
        ("2027-05-03", "2027-05-03, May 3", {"availability.yaml": HOURS + SPECIAL}),
        ("2027-05-31", "20270531", {"availability.yaml": HOURS + HOLIDAYS}),
        ("2027-04-12", "2027-04-12", {"services.yaml": PRICE % "2027-04-12"}),
        ("2027-04-11", "until 2027-04-11", {"services.yaml": PRICE % "2027-04-12"}),
        ("2027-04-12", "From April 12", {"services.yaml": PRICE % "2026-04-12"}),
    ],
)
def test_a_day_that_is_public_for_another_reason_is_no_leak(
    held_back: str, shown: str, public: dict[str, str], run: Run
) -> None:
    absence = f"  - {{from: {held_back}, until: {held_back[:10]} 23:00, announce: 2026-12-25}}\n"
    page = {"/x.html": f"<p>{shown}</p>"}
    for others, is_found in ({}, True), (public, False):
        away = {"away.yaml": f"away:\n{others.get('away.yaml', '')}{absence}"}
        files = {"availability.yaml": HOURS, **others, **away}
        assert bool(run(nothing_leaks, files, MOMENT, page)) is is_found


@pytest.mark.parametrize(
    ("held_back", "shown"),
    [
        ("2027-01-06", "Closed · opens Wednesday, January 6, 9:00 am"),
        ("2027-05-05 09:00", '"starts": "2027-05-05T16:00:00Z"'),
        ("2026-12-23", "This page was made on Wednesday, December 23; 2026-12-23T12:00:00Z"),
    ],
)
def test_a_day_that_says_nothing_of_an_absence_is_no_leak(
    held_back: str, shown: str, run: Run
) -> None:
    absence = f"  - {{from: {held_back}, until: {held_back[:10]} 23:00, announce: 2026-12-25}}\n"
    files = {"away.yaml": f"away:\n{absence}", "availability.yaml": HOURS}
    assert run(nothing_leaks, files, MOMENT, {"/x.html": f"<p>{shown}</p>"}) == []


def test_days_that_are_past_are_no_leak(run: Run) -> None:
    away = "away:\n  - {from: %s, until: 2026-12-%d, announce: 2026-12-26}\n"
    page = {"/x.ics": "December 9 to 11, 2026-12-09, DTSTAMP:20261209T080000Z"}
    for first, last in ("2026-12-09", 11), ("2026-12-09", 30):
        assert run(nothing_leaks, {"away.yaml": away % (first, last)}, MOMENT, page) == []


@pytest.mark.parametrize(
    ("day", "instant", "is_found"),
    [("2027-04-30", "2027-04-29T22:00:00Z", False), ("2027-05-01", "2027-04-30T21:00:00Z", True)],
)
def test_the_instant_of_a_clock_change_at_midnight_is_no_leak(
    day: str, instant: str, is_found: bool, run: Run
) -> None:
    practice = "name: Ines\ntimezone: Africa/Cairo\ncontact:\n  email: i@calder.example\n"
    files = {
        "practice.yaml": practice,
        "away.yaml": f"away:\n  - {{from: {day}, until: 2027-05-07}}",
    }
    found = run(nothing_leaks, files, MOMENT, {"/status.json": f'{{"starts": "{instant}"}}'})
    assert bool(found) is is_found


def test_the_owner_reads_what_was_found_and_on_which_pages(run: Run) -> None:
    pages = dict.fromkeys(("/a/index.html", "/b/index.html", "/c.json"), "Winter in Rome")
    away = "away:\n  - from: 2027-06-07\n    until: 2027-06-09\n    reason: Winter in Rome\n"
    [found] = run(nothing_leaks, {"away.yaml": away}, MOMENT, {"/index.html": "", **pages})
    assert str(found) == (
        "content/away.yaml:4:13: The `reason` of an absence that is not announced yet can be "
        "read on the page /a/ and in 2 more. It was not let through to be shown. Look at your "
        "own templates: one of them prints it. Without any, this is a fault in portalgen."
    )
    [found] = run(nothing_leaks, {"away.yaml": away}, MOMENT, {"/c.json": '["Winter in Rome"]'})
    assert "can be read in the file /c.json." in found.found


def test_in_a_language_without_blanks_parts_of_sentences_are_found(run: Run) -> None:
    away = "away:\n  - from: 2027-06-07\n    until: 2027-06-09\n    reason: 京都研修\n"
    found = run(nothing_leaks, {"away.yaml": away}, MOMENT, {"/x.html": "<p>今週は京都研修です"})
    assert [each.place.line for each in found] == [4]
