"""Images in a page: with their size, so that nothing moves when they come, and in their widths."""

from collections.abc import Callable, Mapping
from urllib.parse import quote, unquote

from markupsafe import Markup, escape

from portalgen.pictures import Picture

Link = Callable[[str], str]

# How wide a text is, as a browser may know before it has read any stylesheet.
_IN_A_TEXT = "(min-width: 45rem) 40rem, 92vw"


def attributes_of(
    address: str, pictures: Mapping[str, Picture], link: Link, sizes: str = _IN_A_TEXT
) -> dict[str, str]:
    """Return what an image at an address says of itself, beside its words.

    `sizes` is how wide the page shows it (HTML, sizes attributes). An image that is not one of
    the portal's says its address alone.
    """
    picture = pictures.get(unquote(address))
    if picture is None:
        return {"src": link(address)}
    attributes = {"src": link(quote(picture.address))}
    if picture.narrower:
        versions = (*picture.narrower, (picture.width, picture.address))
        named = (f"{link(quote(each))} {width}w" for width, each in versions)
        attributes |= {"srcset": ", ".join(named), "sizes": sizes}
    if picture.width and picture.height:
        attributes |= {"width": str(picture.width), "height": str(picture.height)}
    return {**attributes, "decoding": "async"}


def element(attributes: Mapping[str, str]) -> Markup:
    """Return an image element."""
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return Markup(f"<img{written}>")
