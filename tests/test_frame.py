"""What every page shows around its own content."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from portalgen import facts, frame
from portalgen.all_pages import all_pages
from portalgen.build import Built
from portalgen.edition import edition
from portalgen.loading import load
from portalgen.menu import Link
from portalgen.wording.voice import voice_of

Write = Callable[[Mapping[str, str]], Path]
Framed = Callable[..., frame.Frame]
DANA = (
    "backups: [{id: dana, name: Dana, replies_within: 4 hours, consent: 2026-03-02, "
    'contacts: [{text: "+1 619 555 0142"}]}]\n'
)


@pytest.fixture
def framed(write: Write, moment: datetime) -> Framed:
    """Return the frame of a portal of a few files."""

    def make(files: Mapping[str, str], at: datetime = moment) -> frame.Frame:
        portal = load(write(files)).portal
        voice = voice_of(portal.practice, at.date().replace(day=1))
        return frame.frame(facts.fill(edition(portal, at), voice), voice)

    return make


def absence(**fields: str) -> str:
    """Return an away.yaml of one absence."""
    lines = {"from": "2026-11-23", "until": "2026-11-27", **fields}
    return "away:\n-" + "".join(f" {key}: {value}\n " for key, value in lines.items()) + "\n"


def texts(lines: Iterable[frame.Line]) -> list[str]:
    """Return the sentences that readers without scripts see."""
    return [each.text for each in lines if each.window.is_shown]


# Which pages there are.


@pytest.mark.parametrize(
    "left_out",
    ["", "services.yaml", "terms.yaml", "availability.yaml", "promises.yaml", "backup.yaml",
     "policies", "what-to-expect", "pages"],
)  # fmt: skip
def test_menu_and_footer_lead_to_pages_that_are_there(
    sample_folder: Path, moment: datetime, left_out: str
) -> None:
    gone = sample_folder / left_out
    if left_out and gone.is_dir():
        for file in gone.iterdir():
            file.unlink()
    elif left_out:
        gone.unlink()
    portal = load(sample_folder).portal
    voice = voice_of(portal.practice, moment.date().replace(day=1))
    public = edition(portal, moment)
    shown = frame.frame(public, voice)
    pages = list(all_pages(public, voice))
    there, listed = {each.address for each in pages}, {p.address for p in pages if p.listed}
    named = [link.address for link in (*shown.menu, *shown.footer)]
    assert set(named) <= there
    assert len(named) == len(set(named))
    top = {each for each in listed if each.count("/") == 2 and each != "/"}
    assert top <= set(named)


@pytest.mark.parametrize(("number", "last"), [(12, "Page 11"), (13, "All pages")])
def test_a_footer_of_very_many_pages_leads_to_the_list_of_all(
    number: int, last: str, framed: Framed
) -> None:
    pages = {
        f"pages/{each}.md": f"---\ntitle: Page {each}\norder: {each}\n---\n"
        for each in range(number)
    }
    labels = [link.label for link in framed(pages).footer]
    assert labels[-1] == last
    assert len([label for label in labels if label.startswith("Page ")]) == 12


def test_a_portal_of_three_fields_has_a_short_menu(framed: Framed) -> None:
    shown = framed({})
    assert [link.label for link in shown.menu] == ["Contact"]
    assert [link.label for link in shown.footer] == ["When Ines Calder Coaching is away"]
    assert shown.hours_badge is None
    assert shown.notices == ()


# The hours in words.


@pytest.mark.parametrize(
    ("weekly", "badge"),
    [
        (
            "{mon-thu: '09:00-12:00, 13:00-16:00'}",
            "Monday to Thursday, 9:00 am to 12:00 pm and 1:00 to 4:00 pm, "
            "Pacific time (Los Angeles)",
        ),
        (
            "{mon-thu: 09:00-16:00, fri: 09:00-11:00}",
            "Monday to Thursday, 9:00 am to 4:00 pm; Friday, 9:00 to 11:00 am, "
            "Pacific time (Los Angeles)",
        ),
        (
            "{mon: 09:00-10:00, tue: 09:00-11:00, wed: 09:00-12:00, thu: 09:00-13:00}",
            "Hours differ from day to day, Pacific time (Los Angeles)",
        ),
        ("{mon-sun: closed}", None),
    ],
)
def test_the_badge_tells_the_hours(framed: Framed, weekly: str, badge: str | None) -> None:
    assert framed({"availability.yaml": f"weekly: {weekly}\n"}).hours_badge == badge


# The notices.


def test_a_notice_has_dates_appointments_and_whom_to_ask(framed: Framed) -> None:
    away = absence(appointments="Nothing takes place.")
    (notice,) = framed({"away.yaml": away, "backup.yaml": DANA}).notices
    assert notice.address == "/away/#2026-11-23"
    dates, *others = texts(notice.lines)
    assert dates.startswith("Away from Monday, November 23, through Friday")
    assert others == ["Nothing takes place."]
    assert notice.lines[1].window == notice.running
    (cover,) = notice.covers
    assert cover.urgent == "Urgent: text Dana, who answers within 4 hours."
    assert cover.way == Link("+1 619 555 0142", "sms:+16195550142")


@pytest.mark.parametrize(
    ("moment", "covers"),
    [
        (datetime(2026, 11, 23, 9, tzinfo=UTC), 0),
        # The first day begins at 8:00 UTC; the next build may come as late as a day from now.
        (datetime(2026, 11, 30, 8, tzinfo=UTC), 0),
        (datetime(2026, 11, 30, 9, tzinfo=UTC), 1),
        (datetime(2026, 12, 2, 9, tzinfo=UTC), 1),
    ],
)
def test_whom_to_ask_is_said_from_the_last_build_before_the_first_day(
    moment: datetime, covers: int, framed: Framed
) -> None:
    away = absence(**{"from": "2026-12-01", "until": "2026-12-04", "announce": "2026-11-15"})
    (notice,) = framed({"away.yaml": away, "backup.yaml": DANA}, moment).notices
    assert notice.running is not None
    assert notice.ahead is not None
    assert (notice.running.is_shown, notice.ahead.is_shown) == (bool(covers), not covers)
    assert [each.window.is_shown for each in notice.covers] == [bool(covers)]
    assert notice.ahead.ends == notice.running.starts == datetime(2026, 12, 1, 8, tzinfo=UTC)
    assert notice.covers[0].window.starts == datetime(2026, 12, 1, 8, tzinfo=UTC)


def test_cover_that_is_over_is_not_said_any_more(framed: Framed) -> None:
    cover = "[{person: dana, until: 2026-11-23}, {person: sol, from: 2026-11-24}]"
    backups = DANA.replace("}]\n", "}, {id: sol, name: Sol, consent: 2026-03-02}]\n")
    files = {"away.yaml": absence(cover=cover), "backup.yaml": backups}
    (first,) = framed(files).notices
    (later,) = framed(files, datetime(2026, 11, 24, 20, tzinfo=UTC)).notices
    assert [each.sentence.split()[0] for each in first.covers] == ["Dana", "Sol"]
    assert [each.sentence.split()[0] for each in later.covers] == ["Sol"]


def test_an_absence_that_is_not_announced_is_not_shown(framed: Framed) -> None:
    away = absence(**{"from": "2026-12-21", "until": "2027-01-01", "announce": "2026-11-24"})
    assert framed({"away.yaml": away}, datetime(2026, 11, 22, 9, tzinfo=UTC)).notices == ()
    [notice] = framed({"away.yaml": away}, datetime(2026, 11, 24, 9, tzinfo=UTC)).notices
    assert notice.window.is_shown


def test_after_the_return_slow_replies_are_said_and_sessions_are_not(framed: Framed) -> None:
    weekly = {"availability.yaml": "weekly: {mon-fri: 09:00-16:00}\n"}
    away = absence(appointments="Nothing takes place.", catch_up="3 days")
    files = {"away.yaml": away, **weekly}
    [notice] = framed(files).notices
    [returned] = framed(files, datetime(2026, 11, 30, 20, tzinfo=UTC)).notices
    assert texts(notice.headlines) == ["Ines Calder Coaching away: November 23 to 27"]
    assert texts(returned.headlines) == ["Ines Calder Coaching back since Monday, November 30"]
    assert returned.covers == ()
    before, after = texts(notice.lines), texts(returned.lines)
    assert "Nothing takes place." in before
    assert not any("slower" in line for line in before)
    assert [line for line in after if "slower" not in line] == []
    assert after != []


def test_what_comes_after_the_return_is_on_the_page_before_it(framed: Framed) -> None:
    weekly = {"availability.yaml": "weekly: {mon-fri: 09:00-16:00}\n"}
    [notice] = framed({"away.yaml": absence(catch_up="3 days"), **weekly}).notices
    back = datetime(2026, 11, 30, 17, tzinfo=UTC)
    away, returned = notice.headlines
    assert (away.window.ends, returned.window.starts) == (back, back)
    slow = notice.lines[-1].window
    assert (slow.starts, slow.ends) == (back, datetime(2026, 12, 3, 8, tzinfo=UTC))


def test_an_absence_that_is_announced_before_the_next_build_waits_in_the_page(
    framed: Framed,
) -> None:
    away = absence(**{"from": "2026-12-01", "until": "2026-12-04", "announce": "2026-11-24"})
    [notice] = framed({"away.yaml": away}, datetime(2026, 11, 23, 20, tzinfo=UTC)).notices
    announced = datetime(2026, 11, 24, 8, tzinfo=UTC)
    assert (notice.window.starts, notice.window.is_shown) == (announced, False)
    assert not notice.is_leading
    assert notice.leads.startswith("2026-11-24T08:00:00Z/")


def test_a_time_within_a_day_is_told_in_the_readers_time_too(framed: Framed) -> None:
    away = absence(**{"from": "2026-11-24 13:00", "until": "2026-11-24 17:00"})
    [notice] = framed({"away.yaml": away}).notices
    assert notice.lines[0].at == (
        datetime(2026, 11, 24, 21, tzinfo=UTC),
        datetime(2026, 11, 25, 1, tzinfo=UTC),
    )


def test_what_runs_leads_over_what_comes_later(framed: Framed) -> None:
    away = (
        "away:\n"
        "- {id: news, level: news, from: 2026-11-01, until: 2026-12-01, message: New number}\n"
        "- {id: off, from: 2026-12-01, until: 2026-12-02, status: cancelled}\n"
        "- {id: pause, from: 2026-11-20, until: 2026-12-20, services: one}\n"
        "- {id: next, from: 2026-12-04, until: 2026-12-05}\n"
        "- {id: slow, level: limited, from: 2026-11-20, until: 2026-11-30}\n"
        "- {id: ill, from: 2026-11-23, until: 2026-11-24}\n"
    )
    shown = framed({"away.yaml": away, "services.yaml": "services: [{id: one, title: One}]\n"})
    order = [notice.absence_id for notice in shown.notices]
    assert order == ["ill", "slow", "next", "off", "pause", "news"]


@pytest.mark.parametrize("fields", [{"level": "news", "message": "N"}, {"status": "cancelled"}])
def test_what_does_not_run_has_no_time_in_which_it_does(
    framed: Framed, fields: dict[str, str]
) -> None:
    (notice,) = framed({"away.yaml": absence(**fields)}).notices
    assert (notice.ahead, notice.running) == (None, None)


def test_when_a_vague_absence_begins_can_not_be_read_from_its_notice(framed: Framed) -> None:
    (notice,) = framed({"away.yaml": absence(detail="vague")}).notices
    assert notice.ahead is None
    assert notice.running is not None
    assert notice.running.starts is None


def test_news_carry_their_message(framed: Framed) -> None:
    away = absence(level="news", message="A **new** number")
    (notice,) = framed({"away.yaml": away}).notices
    assert notice.message == "A **new** number"


# On the pages.


def test_every_page_of_the_sample_shows_the_notice_right_after_the_header(sample: Built) -> None:
    for page in pages(sample):
        header = page.css_first("body > header")
        following = header.next if header is not None else None
        while following is not None and following.tag == "-text":
            following = following.next
        assert following is not None
        assert following.attributes["class"] == "notices"


def test_no_page_of_the_sample_says_now_today_or_open_now(sample: Built) -> None:
    for page in pages(sample):
        around = " ".join(
            each.text()
            for each in page.css(
                "header.site-head, .notice-headline, .notice-lines > p, .notice-covers, "
                "footer.site-foot"
            )
        )
        words = re.findall(r"\w+", around.lower())
        assert not {"now", "today", "open", "closed"} & set(words)


def test_the_current_page_is_marked_in_the_menu(sample: Built) -> None:
    page = LexborHTMLParser(next(e for e in sample.files if e.address == "/terms/index.html").text)
    assert [each.text() for each in page.css("nav [aria-current=page]")] == ["Terms"]


def test_pages_carry_no_inline_style_script_or_handler(sample: Built) -> None:
    for page in pages(sample):
        assert not page.css("style, [style], [onclick], [onload]")
        data = page.css("script:not([src])")
        kinds = {each.attributes["type"] for each in data}
        assert kinds <= {"application/json", "application/ld+json"}


def test_every_style_and_script_of_a_page_is_in_the_site(sample: Built) -> None:
    there = {each.address for each in sample.files}
    home = LexborHTMLParser(next(e for e in sample.files if e.address == "/index.html").text)
    named = [
        link.attributes.get("href") or link.attributes.get("src")
        for link in home.css("link:not([rel=canonical]), script[src]")
    ]
    assert len(named) == 3
    assert {f"/{address}" for address in named} <= there


def pages(site: Built) -> list[LexborHTMLParser]:
    """Return the pages with a frame."""
    texts = [each.text for each in site.files if each.address.endswith(".html")]
    return [LexborHTMLParser(text) for text in texts if "site-head" in text]
