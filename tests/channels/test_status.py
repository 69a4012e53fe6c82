"""status.json as other programs find it."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from portalgen.build import Built
from portalgen.channels.status import documents
from portalgen.documents import File
from portalgen.edition import Edition, edition
from portalgen.facts import fill
from portalgen.finishing.headers import header_blocks
from portalgen.loading import load
from portalgen.packed import packed_folder
from portalgen.wording.voice import voice_of
from tests.conftest import Write

GOLDEN = Path(__file__).parent / "status.golden.json"
MANUAL = Path(__file__).parents[2] / "docs" / "status.md"

SMALL = {
    "practice.yaml": (
        "name: Ines Calder Coaching\nowner: Ines\ntimezone: America/Los_Angeles\n"
        "url: https://ines.example/\ncontact: {email: ines@calder.example}\n"
    ),
    "availability.yaml": (
        "weekly: {tue: 09:00-16:00}\nreplies: [{by: email, within: 1 business day}]\n"
    ),
    "services.yaml": "services: [{id: talks, title: Talks}, {title: Visits}]\n",
    "backup.yaml": (
        "backups: [{id: dana, name: Dana, consent: 2026-03-02, replies_within: 4 hours, "
        'contacts: [{text: "+1 619 555 0142"}]}]\n'
    ),
    "away.yaml": """\
away:
  - id: winter
    from: 2026-12-21
    until: 2027-01-01
    announce: 2026-11-20
    reason: Winter break
    book_by: 2026-12-16 17:00
    catch_up: 2 days
    replies_within: 2 business days
    private: Flight on the 20th
  - {id: pause, from: 2026-12-01, until: 2027-02-28, services: [talks], announce: 2026-11-20}
  - {id: dentist, from: 2026-11-24 13:00, until: 2026-11-24 15:00, status: cancelled}
  - {id: bell, from: 2026-11-20, until: 2026-11-30, announce: 2026-11-20, level: news,
     message: The bell works **again**.}
""",
}


def published(public: Edition) -> File:
    month = public.moment.date().replace(day=1)
    [file] = documents(public, voice_of(public.portal.practice, month))
    return file


@pytest.fixture
def small(write: Write, moment: datetime) -> Edition:
    portal = load(write(SMALL)).portal
    return fill(edition(portal, moment), voice_of(portal.practice, moment.date().replace(day=1)))


@pytest.fixture
def sample_edition(moment: datetime) -> Edition:
    return edition(load(packed_folder("content")).portal, moment)


def test_the_status_of_a_small_practice_is_the_golden_one(small: Edition) -> None:
    assert published(small).text == GOLDEN.read_text(encoding="utf-8")


def test_other_websites_may_read_it(small: Edition) -> None:
    address = published(small).address
    assert address == "/status.json"
    headers = {name for block in header_blocks([address]) for name, _ in block.headers
               if block.pattern == address}  # fmt: skip
    assert headers == {"Access-Control-Allow-Origin", "Cross-Origin-Resource-Policy"}


def test_pages_carry_its_revision(sample: Built) -> None:
    files = {each.address: each.text for each in sample.files if each.address.endswith("n")}
    revision = json.loads(files["/status.json"])["revision"]
    [home] = [each.text for each in sample.files if each.address == "/index.html"]
    assert f'"revision":"{revision}"' in home.replace(": ", ":")


def test_it_is_small(sample_edition: Edition) -> None:
    assert len(published(sample_edition).content) < 20_000


# The examples of the manual.


def instants(public: Edition) -> Iterator[datetime]:
    """Yield instants on and around each change of state, and beyond both ends."""
    for span in public.timeline.states:
        for second in (-1, 0, 1):
            yield span.starts + timedelta(seconds=second)
    yield public.timeline.ends
    yield public.timeline.ends + timedelta(days=400)


@pytest.fixture
def in_python() -> dict[str, Callable[..., Any]]:
    """The functions of the manual's example in Python."""
    [code] = re.findall(r"```python\n(.*?)```", MANUAL.read_text(encoding="utf-8"), re.DOTALL)
    names: dict[str, Any] = {}
    exec(code, names)
    return names


def test_the_example_in_python_finds_the_state(
    small: Edition, in_python: dict[str, Callable[..., Any]]
) -> None:
    status, timeline = json.loads(published(small).text), small.timeline
    for instant in instants(small):
        is_told = timeline.starts <= instant < timeline.ends
        state = timeline.state_at(instant) if is_told else "unknown"
        assert in_python["state_at"](status, instant) == state, instant


def test_the_example_in_python_finds_the_headlines(
    small: Edition, in_python: dict[str, Callable[..., Any]]
) -> None:
    status = json.loads(published(small).text)
    found = {
        day: [*in_python["headlines_at"](status, datetime.fromisoformat(day).replace(tzinfo=UTC))]
        for day in ("2026-11-19", "2026-11-25", "2027-01-05", "2027-01-06")
    }
    winter, pause = "Ines away: December 21 to January 1", "Talks paused: December 1 to February 28"
    back = "Ines back since Tuesday, January 5"
    assert found == {
        "2026-11-19": [],
        "2026-11-25": [winter, pause, "News from Ines"],
        "2027-01-05": [winter, pause],
        "2027-01-06": [back, pause],
    }


@pytest.mark.parametrize("change", [{"version": 2}, {"format": "other"}, {"good_until": "made"}])
def test_the_example_in_python_says_nothing_of_what_it_does_not_know(
    change: dict[str, object],
    small: Edition,
    moment: datetime,
    in_python: dict[str, Callable[..., Any]],
) -> None:
    status = json.loads(published(small).text)
    other = {**status, **change}
    if "good_until" in change:
        other["good_until"] = status["made"]
    assert in_python["state_at"](status, moment) != "unknown"
    assert in_python["state_at"](other, moment) == "unknown"
