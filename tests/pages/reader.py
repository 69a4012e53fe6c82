"""What a reader sees of a page: without scripts, or with the script at an instant.

The script itself is tested in a browser. This keeps to the same rules of windows, and is quick.
"""

from datetime import UTC, datetime

from selectolax.lexbor import LexborHTMLParser, LexborNode


def read(page: LexborHTMLParser, selector: str = "main") -> str:
    """Return the text that readers without scripts see in an element, on one line."""
    copy = LexborHTMLParser(page.html or "")
    for element in copy.css("[hidden]"):
        element.decompose()
    return _text(copy, selector)


def read_at(page: LexborHTMLParser, moment: str, selector: str = "main") -> str:
    """Return the text that is seen at a moment (ISO 8601, UTC) once the script has run."""
    copy = LexborHTMLParser(page.html or "")
    at = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    for element in copy.css("[data-from], [data-until], [hidden]"):
        if not _is_seen(element, at):
            element.decompose()
            continue
        if "hidden" in element.attributes:
            del element.attrs["hidden"]
        if said := element.attributes.get("data-text"):
            element.inner_html = said
    return _text(copy, selector)


def _is_seen(element: LexborNode, at: datetime) -> bool:
    starts, ends = (element.attributes.get(name) for name in ("data-from", "data-until"))
    if starts is None and ends is None:
        # Without a window, what is hidden waits for other facts.
        return "hidden" not in element.attributes
    after_start = starts is None or datetime.fromisoformat(starts) <= at
    return after_start and (ends is None or at < datetime.fromisoformat(ends))


def _text(page: LexborHTMLParser, selector: str) -> str:
    return " ".join(" ".join(each.text(separator=" ") for each in page.css(selector)).split())
