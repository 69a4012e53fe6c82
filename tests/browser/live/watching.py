"""A page in a browser whose clock a test sets, and what the page shows then."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from playwright.sync_api import Browser, Page

from tests.browser.live.reading import Notice, Reading

# The clock stands at `window.standing`, which moves only when a test says so. There is no network
# either: these pages go on with what they have.
_STANDING_CLOCK = """
window.standing = %d;
Date.now = () => window.standing;
window.fetch = () => Promise.reject(new TypeError("no network"));
"""

SEEN = """
window.isHidden = (each) => each.closest("[hidden]") !== null;
window.words = (each) => {
  const copy = each.cloneNode(true);
  copy.querySelectorAll("[hidden]").forEach((hidden) => hidden.remove());
  return copy.textContent.replace(/[ \\n]+/g, " ").trim();
};
window.shown = (selector, root = document) =>
  [...root.querySelectorAll(selector)].filter((each) => !isHidden(each)).map(words);
window.seen = () => {
  const badge = document.querySelector(".badge");
  return {
    state: badge.dataset.state ?? null,
    badge: isHidden(badge) ? "" : words(badge),
    hears: [...document.querySelectorAll("main [data-hear]")].map((each) =>
      [each.dataset.hear, isHidden(each) ? null : words(each)]),
    notices: [...document.querySelectorAll(".notice:not([hidden])")].map((each) => ({
      id: each.dataset.notice,
      leads: each.classList.contains("notice-lead"),
      headline: shown(".notice-headline > *", each).join(" | "),
      lines: shown(".notice-lines > :not(.notice-onward), .notice-running > [data-hear]", each),
      covers: shown("[data-cover]", each),
    })),
  };
};
"""

# As text, which passes from one program to the other far quicker than a tree of values.
_LOOKS = """([instants, selector]) => JSON.stringify(instants.map((instant) => {
  window.standing = instant;
  document.dispatchEvent(new Event("visibilitychange"));
  return selector ? window.shown(selector) : window.seen();
}))"""


@contextmanager
def watched(
    chromium: Browser, address: str, zone: str, opened: datetime, before: str = ""
) -> Iterator[Page]:
    """Open a page at an instant in a zone, with a clock that stands still.

    `before` is a script that runs before the page's own.
    """
    context = chromium.new_context(timezone_id=zone, locale="en-US")
    context.add_init_script(_STANDING_CLOCK % milliseconds(opened) + SEEN + before)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address, wait_until="load")
    try:
        yield page
    finally:
        context.close()
    assert errors == []


def readings(page: Page, instants: Sequence[datetime]) -> list[Reading]:
    """Return what an open page shows at one instant after the other."""
    return [reading(each) for each in _looks(page, instants, "")]


def shown(page: Page, selector: str, instants: Sequence[datetime]) -> list[list[str]]:
    """Return the words of what is visible at one instant after the other."""
    return [[str(words) for words in each] for each in _looks(page, instants, selector)]


def milliseconds(instant: datetime) -> int:
    """Return an instant as a browser counts it."""
    return int(instant.timestamp() * 1000)


def _looks(page: Page, instants: Sequence[datetime], selector: str) -> list[Any]:
    at = [milliseconds(each) for each in instants]
    found: list[Any] = json.loads(page.evaluate(_LOOKS, [at, selector]))
    return found


def reading(seen: dict[str, Any]) -> Reading:
    """Return what `seen` found in a page."""
    hears = dict(seen["hears"])
    notices = [
        Notice(
            each["id"],
            each["leads"],
            each["headline"],
            tuple(each["lines"]),
            tuple(each["covers"]),
        )
        for each in seen["notices"]
    ]
    return Reading(
        state=seen["state"],
        badge=seen["badge"],
        hears=tuple(hears[index] for index in sorted(hears, key=int)),
        notices=(*notices[:1], *sorted(notices[1:], key=lambda each: each.absence_id)),
    )
