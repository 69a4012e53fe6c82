"""The filters of templates: links, files, instants, Markdown, and the portal's voice.

Each is given the template's context, which also keeps Jinja2 from working one out while it
compiles: what a voice says must never stand in compiled code.
"""

from collections.abc import Callable, Mapping
from dataclasses import astuple
from datetime import datetime
from functools import partial
from typing import Any
from urllib.parse import quote

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from portalgen.live import iso
from portalgen.memory import Memory
from portalgen.pictures import Picture
from portalgen.problems import ContentError, Place, Problem
from portalgen.render import images, signposts
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
    voice: Voice,
    memory: Memory,
    assets: Mapping[str, str],
    base: str,
    pictures: Mapping[str, Picture],
) -> dict[str, Filter]:
    """Return all filters by the names that templates call them by."""
    return {
        **{name: _said_by(getattr(voice, name)) for name in _OF_THE_VOICE},
        "instant": _instant,
        **_link_filters(assets, base),
        **_picture_filters(pictures, base),
        **_markdown_filters(voice, memory, base, pictures),
        **_signpost_filters(voice),
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

    @pass_context
    def public_url(_context: Context, address: str) -> str:
        """Return an address as others call it; empty where the portal does not know its own."""
        return f"{base.rstrip('/')}{quote(address)}" if base else ""

    return {"link": link, "asset": asset, "public_url": public_url, "safe_url": safe_address}


def _picture_filters(pictures: Mapping[str, Picture], base: str) -> dict[str, Filter]:
    @pass_context
    def picture(
        context: Context,
        address: str,
        sizes: str,
        *,
        alt: str = "",
        css: str = "",
        lazy: bool = True,
    ) -> Markup:
        """Return an image; `sizes` is how wide it is shown, a `lazy` one stands further down."""
        link = partial(linked, page=context["page"].address, base=base)
        named = {"class": css} if css else {}
        later = {"loading": "lazy"} if lazy else {}
        shown = images.attributes_of(address, pictures, link, sizes)
        return images.element({**named, **shown, "alt": alt, **later})

    @pass_context
    def pictured(_context: Context, address: str | None) -> Picture | None:
        """Return a photo as others may show it; None for a drawing, which few do."""
        found = pictures.get(address or "")
        return found if found and not found.address.lower().endswith(".svg") else None

    return {"picture": picture, "pictured": pictured}


def _markdown_filters(
    voice: Voice, memory: Memory, base: str, pictures: Mapping[str, Picture]
) -> dict[str, Filter]:
    words = {"table": voice.gettext("Table"), "back": voice.gettext("Back to the text")}

    @pass_context
    def markdown(context: Context, text: str, top: int = 2, prefix: str = "") -> Markup:
        """Return a text as HTML; `top` is the level of its headings, `prefix` of its ids."""
        setting = Setting(top=top, prefix=prefix, **words)
        key = (str(text), *astuple(setting))
        html = memory.recall("markdown", key, lambda: _converted(text, setting))
        return Markup(_linked_from(context["page"].address, html, base, pictures))

    @pass_context
    def inline_markdown(context: Context, text: str) -> Markup:
        """Return a text as HTML for the middle of a line."""
        key = (str(text),)
        html = memory.recall("inline markdown", key, lambda: _converted(text, None))
        return Markup(_linked_from(context["page"].address, html, base, pictures))

    return {"markdown": markdown, "inline_markdown": inline_markdown}


def _signpost_filters(voice: Voice) -> dict[str, Filter]:
    def named(heading: str) -> str:
        # Translators: a link beside a heading, by which one copies the address of that place.
        return voice.gettext("Link to: %(heading)s", heading=heading)

    @pass_context
    def signposted(_context: Context, html: str) -> Markup:
        """Return the main part of a page with ids for its headings, and links beside them."""
        return Markup(signposts.with_anchors(signposts.with_ids(html), named))

    @pass_context
    def with_ids(_context: Context, html: str) -> Markup:
        """Return HTML in which the headings of sections have ids."""
        return Markup(signposts.with_ids(html))

    @pass_context
    def nested(_context: Context, html: str, prefix: str, levels: int) -> Markup:
        """Return HTML to stand within a larger text."""
        return Markup(signposts.nested(html, prefix, levels))

    return {
        "nested": nested,
        "signposted": signposted,
        "with_ids": with_ids,
        "headings": signposts.headings,
        "how_many": signposts.how_many,
    }


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


def _linked_from(page: str, html: str, base: str, pictures: Mapping[str, Picture]) -> str:
    """Return converted Markdown with the addresses of the portal as a page writes them."""
    link = partial(linked, page=page, base=base)

    def changed(tag: Tag) -> str:
        address = Markup(tag.attributes.get("href", "")).unescape()
        if address.startswith("/"):
            tag = tag.having(href=str(escape(link(address))))
        source = Markup(tag.attributes.get("src", "")).unescape()
        if source.startswith("/"):
            shown = images.attributes_of(source, pictures, link)
            tag = tag.having(**{name: str(escape(value)) for name, value in shown.items()})
        return str(tag)

    return with_tags(html, changed)
