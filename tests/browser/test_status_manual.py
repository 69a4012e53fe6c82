"""The example in JavaScript of docs/status.md, in a browser, finds what Python computes."""

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from portalgen.build import Built

MANUAL = Path(__file__).parents[2] / "docs" / "status.md"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """An empty page that knows the functions of the example."""
    [code] = re.findall(r"```js\n(.*?)```", MANUAL.read_text(encoding="utf-8"), re.DOTALL)
    opened = chromium.new_page()
    opened.add_script_tag(content=code)
    yield opened
    opened.close()


@pytest.fixture
def status(sample: Built) -> dict[str, Any]:
    return next(json.loads(f.text) for f in sample.files if f.address == "/status.json")


def test_it_finds_the_state(page: Page, status: dict[str, Any]) -> None:
    expected = {
        milliseconds(each["starts"]) + seconds * 1000: each["state"]
        for each in status["spans"]
        for seconds in (0, 1)
    }
    expected[milliseconds(status["spans"][0]["starts"]) - 1] = "unknown"
    expected[milliseconds(status["good_until"])] = "unknown"
    found = page.evaluate(
        "([status, instants]) => instants.map((each) => stateAt(status, each))",
        [status, list(expected)],
    )
    assert dict(zip(expected, found, strict=True)) == expected
    assert page.evaluate("stateAt({version: 2}, Date.now())") == "unknown"


def test_it_finds_the_headlines(page: Page, status: dict[str, Any]) -> None:
    [winter] = [each for each in status["notices"] if each["id"] == "winter-break-2026"]
    back, gone = milliseconds(winter["back"]), milliseconds(winter["shown"]["ends"])
    found = page.evaluate(
        "([status, instants]) => instants.map((each) => headlinesAt(status, each))",
        [status, [back - 1, back, gone - 1, gone]],
    )
    assert found == [[winter["headline"]], [winter["returned"]], [winter["returned"]], []]


def milliseconds(instant: str) -> int:
    since = datetime.fromisoformat("1970-01-01T00:00:00Z")
    return (datetime.fromisoformat(instant) - since) // timedelta(milliseconds=1)
