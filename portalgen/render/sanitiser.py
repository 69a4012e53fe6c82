"""Which HTML the owner's texts may bring along: an exact list, and nothing outside it.

What a text may hold is for reading. Scripts, styles, forms, frames, handlers, foreign images
and unknown link schemes do not pass, however they are spelled. What comes out has balanced tags,
quoted attributes and no comments, which `portalgen.render.tags` relies on. No id has an
underscore: the ids of the portal itself do.
"""

import re

import nh3

from portalgen.model.values import LINK_SCHEMES

_INLINE = {
    "a", "abbr", "b", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q",
    "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
}  # fmt: skip
_BLOCKS = {
    "blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "h1",
    "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p", "pre", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_EVERYWHERE = {"dir", "lang"}
_ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "dfn": {"title"},
    "time": {"datetime"},
}
_BLOCK_ATTRIBUTES = _ATTRIBUTES | {
    "*": _EVERYWHERE | {"id"},
    "details": {"open"},
    "img": {"alt", "height", "src", "title", "width"},
    "li": {"value"},
    "ol": {"reversed", "start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
_ADMONITIONS = {
    "attention", "caution", "danger", "error", "example", "hint", "important", "info", "note",
    "question", "success", "tip", "warning",
}  # fmt: skip
_ALIGNMENTS = {"align-left", "align-center", "align-right"}
_CLASSES = {
    "a": {"footnote-backref", "footnote-ref"},
    "div": {"admonition", "footnote", "toc"} | _ADMONITIONS,
    "p": {"admonition-title"},
    "td": _ALIGNMENTS,
    "th": _ALIGNMENTS,
}
_ALLOWED_VALUES = {
    "id": re.compile(r"[A-Za-z0-9][A-Za-z0-9.:-]*"),
    "lang": re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"),
    "dir": re.compile(r"ltr|rtl|auto"),
    "width": re.compile(r"\d{1,4}"),
    "height": re.compile(r"\d{1,4}"),
    "scope": re.compile(r"col|row|colgroup|rowgroup"),
}


def sanitised(html: str) -> str:
    """Return only what may stand in a page."""
    return _PAGE.clean(html)


def sanitised_inline(html: str) -> str:
    """Return only what may stand in a line: blocks are gone, their texts stay."""
    return _LINE.clean(html)


def _allowed_value(tag: str, attribute: str, value: str) -> str | None:
    """Return the value that an attribute may have, or None to leave the attribute out."""
    pattern = _ALLOWED_VALUES.get(attribute)
    if pattern is not None:
        return value if pattern.fullmatch(value) else None
    if attribute == "src":
        return value if _stands_in_the_portal(value) else None
    if attribute == "href":
        return _callable_number(value)
    return value


def _stands_in_the_portal(address: str) -> bool:
    """Tell whether an address leads to no other site: pages ask nobody else for anything."""
    return re.match(r"[\s\x00-\x1f]*([A-Za-z][A-Za-z0-9+.-]*:|[/\\]{2})", address) is None


def _callable_number(address: str) -> str:
    """Return a tel or sms address as phones want it (RFC 3966), others as they are."""
    scheme, colon, number = address.strip().partition(":")
    if scheme.lower() not in {"tel", "sms"}:
        return address
    return scheme.lower() + colon + re.sub(r"[\s().-]", "", number)


_PAGE = nh3.Cleaner(
    tags=_INLINE | _BLOCKS,
    attributes=_BLOCK_ATTRIBUTES,
    attribute_filter=_allowed_value,
    allowed_classes=_CLASSES,
    url_schemes=set(LINK_SCHEMES),
    link_rel=None,
)
_LINE = nh3.Cleaner(
    tags=_INLINE,
    attributes=_ATTRIBUTES | {"*": _EVERYWHERE},
    attribute_filter=_allowed_value,
    url_schemes=set(LINK_SCHEMES),
    link_rel=None,
)
