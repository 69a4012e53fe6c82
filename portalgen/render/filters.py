"""The filters of templates: links, files, instants, Markdown, and the portal's voice.

Each is given the template's context, which also keeps Jinja2 from working one out while it
compiles: what a voice says must never stand in compiled code.
"""

from collections.abc import Callable, Mapping
from dataclasses import astuple
from datetime import datetime
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from portalgen.live import iso
from portalgen.memory import Memory
from portalgen.problems import ContentError, Place, Problem
from portalgen.render.dressing import Setting
from portalgen.render.links import asset_address, linked, safe_address
from portalgen.render.tags import Tag, with_tags
from portalgen.shield import unshielded
from portalgen.wording.voice import Voice

Filter = Callable[..., Any]

_OF_THE_VOICE = (
    "clock",
    "clock_range",
    "day",
    "day_without_weekday",
    "days",
    "days_without_weekday",
    "every",
    "hours",
    "length",
    "listed",
    "moment",
    "moment_without_weekday",
    "money",
    "named_value",
    "number",
    "price",
    "priced",
    "service_place",
    "way",
    "week",
    "within",
    "yearly",
)


def filters_of(
    voice: Voice, memory: Memory, assets: Mapping[str, str], base: str
) -> dict[str, Filter]:
    """Return all filters by the names that templates call them by."""
    return {
        **{name: _said_by(getattr(voice, name)) for name in _OF_THE_VOICE},
        "instant": _instant,
        **_link_filters(assets, base),
        **_markdown_filters(voice, memory, base),
    }


def _said_by(method: Callable[..., Any]) -> Filter:
    @pass_context
    def said(_context: Context, *values: Any) -> Any:
        return method(*values)

    return said


@pass_context
def _instant(_context: Context, instant: datetime) -> str:
    """Return an instant as `2026-12-21T08:00:00Z`."""
    return iso(instant)


def _link_filters(assets: Mapping[str, str], base: str) -> dict[str, Filter]:
    @pass_context
    def link(context: Context, address: str) -> str:
        """Return how this page links to an address."""
        return linked(address, context["page"].address, base)

    @pass_context
    def asset(context: Context, name: str) -> str:
        """Return how this page links to a file of site-templates/static."""
        return linked(asset_address(name, assets), context["page"].address, base)

    return {"link": link, "asset": asset, "safe_url": safe_address}


def _markdown_filters(voice: Voice, memory: Memory, base: str) -> dict[str, Filter]:
    words = {"table": voice.gettext("Table"), "back": voice.gettext("Back to the text")}

    @pass_context
    def markdown(context: Context, text: str, top: int = 2, prefix: str = "") -> Markup:
        """Return a text as HTML; `top` is the level of its headings, `prefix` of its ids."""
        setting = Setting(top=top, prefix=prefix, **words)
        key = (str(text), *astuple(setting))
        html = memory.recall("markdown", key, lambda: _converted(text, setting))
        return Markup(_linked_from(context["page"].address, html, base))

    @pass_context
    def inline_markdown(context: Context, text: str) -> Markup:
        """Return a text as HTML for the middle of a line."""
        key = (str(text),)
        html = memory.recall("inline markdown", key, lambda: _converted(text, None))
        return Markup(_linked_from(context["page"].address, html, base))

    return {"markdown": markdown, "inline_markdown": inline_markdown}


def _converted(text: str, setting: Setting | None) -> str:
    """Return a text as HTML, for the middle of a line where there is no setting.

    Raises ContentError for one that can not be converted.
    """
    # A build whose texts are all remembered does not need the parser.
    from portalgen.render.markdown import TooDeep, to_html, to_inline_html

    try:
        return to_inline_html(text) if setting is None else to_html(text, setting)
    except TooDeep:
        start = " ".join(unshielded(text).split())[:40]
        found = f"The text that starts with `{start}` has lists, quotes or brackets too deep."
        raise ContentError(
            [Problem(Place("content"), found, "Put fewer of them within one another.")]
        ) from None


def _linked_from(page: str, html: str, base: str) -> str:
    """Return converted Markdown with the addresses of the portal as a page writes them."""

    def changed(tag: Tag) -> str:
        for attribute in ("href", "src"):
            address = Markup(tag.attributes.get(attribute, "")).unescape()
            if address.startswith("/"):
                tag = tag.having(**{attribute: str(escape(linked(address, page, base)))})
        return str(tag)

    return with_tags(html, changed)
