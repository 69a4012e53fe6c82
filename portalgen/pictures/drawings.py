"""Drawings (SVG): written anew from what may stand in one.

A drawing that holds a program, or fetches something from elsewhere, is refused with the line
where it does. What a drawing program keeps for itself is left out. No entity is ever expanded.
"""

import re
from collections.abc import Mapping
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from portalgen.pictures.findings import Made, Unusable

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
# What draws. Whatever runs, moves, embeds or leads elsewhere is not here.
_ELEMENT = re.compile(
    r"svg|g|defs|symbol|use|title|desc|style|switch|path|rect|circle|ellipse|line|polyline|polygon"
    r"|text|tspan|textPath|clipPath|mask|pattern|marker|linearGradient|radialGradient|stop|image"
    r"|filter|fe[A-Z][A-Za-z]+"
)
_LEFT_OUT = frozenset({"metadata"})
_LANGUAGE = frozenset({"lang", "space"})
_ADDRESSES = frozenset({"src", "base"})
# Their values are names and words, whatever these look like.
_NAMES = frozenset({"id", "class", "aria-label"})
_FOREIGN = frozenset({"script", "iframe", "object", "embed", "handler", "listener"})
_HELD = re.compile(r"data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*")
# What a style and an attribute may call: colors, movements, sums, and conditions of a selector.
_CALLED = re.compile(
    r"url|rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|var|calc|min|max|clamp"
    r"|matrix(3d)?|translate[xy]?|translate3d|rotate|scale[xy]?|skew[xy]|perspective"
    r"|polygon|circle|ellipse|inset|path|cubic-bezier|steps"
    r"|blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia"
    r"|not|is|where|has|lang|nth-(last-)?(child|of-type)",
    re.IGNORECASE,
)
_CALL = re.compile(r"([\w-]+)\(")
_ELSEWHERE = re.compile(r"""url\((?!\s*["']?\s*#)|@import|//|\\|(?:java|vb)script:""", re.I)
_SCHEME = re.compile(r"\s*[a-z][a-z0-9+.-]*:", re.I)
_TOO_LARGE = 100_000
_FETCHES = "This drawing fetches something from elsewhere."
_REMEDY = "Export it from your drawing program as plain SVG, or save it as PNG."


def drawn(content: bytes, _kind: str = ".svg") -> Made | Unusable:
    """Return a drawing as it is published."""
    try:
        drawing = _Drawing(content)
    except Unusable as refused:
        return refused
    return Made(*drawing.size, ((drawing.size[0], drawing.text.encode()),))


class _Drawing:
    """A drawing while it is read; `text` is what is published of it."""

    def __init__(self, content: bytes) -> None:
        self.size = (0, 0)
        self._pieces: list[str] = []
        # How many elements are open within one that is left out.
        self._left_out = 0
        # The text of the style that is open.
        self._style: list[str] | None = None
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.EntityDeclHandler = self._entity
        try:
            self._parser.Parse(content, True)
        except expat.ExpatError as error:
            found = f"This is not an SVG image ({expat.ErrorString(error.code)})."
            raise Unusable(found, _REMEDY, error.lineno, error.offset + 1) from None
        except (LookupError, ValueError):
            # What its first line says of its encoding.
            raise Unusable("This drawing is not written as UTF-8.", _REMEDY, 1, 1) from None

    @property
    def text(self) -> str:
        """The drawing, with its own elements alone."""
        return "".join(self._pieces)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        space, _, element = name.rpartition(" ")
        if element.lower() in _FOREIGN:
            raise self._refused(f"This drawing holds a program or a page (`{element}`).")
        if not self._pieces and (space, element) != (_SVG, "svg"):
            raise self._refused("This is not an SVG image.")
        if self._style is not None:
            raise self._refused("A style holds rules, and no elements.")
        if self._left_out or space != _SVG or element in _LEFT_OUT:
            self._left_out += 1
            return
        if not _ELEMENT.fullmatch(element):
            raise self._refused(f"`{element}` can not stand in a drawing here.")
        kept = dict(self._kept(attributes))
        if not self._pieces:
            self.size = _size(kept)
            kept = {"xmlns": _SVG, **kept}
        self._style = [] if element == "style" else None
        written = "".join(f" {key}={quoteattr(value)}" for key, value in kept.items())
        self._pieces.append(f"<{element}{written}>")

    def _end(self, name: str) -> None:
        if self._left_out:
            self._left_out -= 1
            return
        if self._style is not None:
            self._refuse_elsewhere("".join(self._style))
            self._style = None
        self._pieces.append(f"</{name.rpartition(' ')[2]}>")

    def _characters(self, text: str) -> None:
        if self._left_out:
            return
        if self._style is not None:
            self._style.append(text)
        self._pieces.append(escape(text))

    def _entity(self, name: str, *_details: object) -> None:
        raise self._refused(f"This drawing declares an entity (`{name}`).")

    def _kept(self, attributes: Mapping[str, str]) -> list[tuple[str, str]]:
        kept = []
        for name, value in attributes.items():
            space, _, key = name.rpartition(" ")
            if key.lower().startswith("on"):
                raise self._refused(f"This drawing holds a program (`{key}`).")
            if key.startswith("data-"):
                continue
            if (space, key) == (_XLINK, "href") or not space:
                self._refuse_fetching(key, value)
                kept.append((key, value))
            elif space == _XML and key in _LANGUAGE:
                kept.append((f"xml:{key}", value))
        return kept

    def _refuse_fetching(self, key: str, value: str) -> None:
        """Refuse an attribute that leads out of the drawing."""
        if key == "href":
            leads_out = not (value.startswith("#") or _HELD.fullmatch(value))
        else:
            is_address = _SCHEME.match(value) and key not in {*_NAMES, "style"}
            leads_out = key.lower() in _ADDRESSES or bool(is_address)
        if leads_out:
            raise self._refused(_FETCHES)
        if key != "href" and key not in _NAMES:
            self._refuse_elsewhere(value)

    def _refuse_elsewhere(self, text: str) -> None:
        if _ELSEWHERE.search(text):
            raise self._refused(_FETCHES)
        for called in _CALL.findall(text):
            if not _CALLED.fullmatch(called):
                raise self._refused(f"`{called}()` can not stand in a drawing here.")

    def _refused(self, found: str) -> Unusable:
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        return Unusable(found, _REMEDY, line, column)


def _size(root: Mapping[str, str]) -> tuple[int, int]:
    """Return width and height in pixels; 0 by 0 where the drawing does not say them."""
    numbers = [root.get(side, "").strip().removesuffix("px") for side in ("width", "height")]
    if not all(re.fullmatch(r"[0-9.]+", number) for number in numbers):
        numbers = root.get("viewBox", "").replace(",", " ").split()[2:4]
    try:
        width, height = map(float, numbers)
    except ValueError:
        return (0, 0)
    if not all(0.5 < side < _TOO_LARGE for side in (width, height)):
        return (0, 0)
    return (round(width), round(height))
