"""Stylesheets and scripts without what only people read: the one door to rcssmin and rjsmin.

Of scripts only portalgen's own are made smaller, and none that an owner has changed. The minifier
knows no grammar, and takes a regular expression behind `=>`, or a template within a template, for
code; ours have neither. Comments that open with `/*!`, which tell whose work it is, stay.
"""

from portalgen.packed import packed_folder


def minified(name: str, content: bytes) -> bytes:
    """Return a static file as browsers need it; one of another kind unchanged."""
    # Not needed by most commands.
    from rcssmin import cssmin
    from rjsmin import jsmin

    if name.lower().endswith(".css"):
        return bytes(cssmin(content, keep_bang_comments=True))
    if name.endswith(".js") and _is_packed(name, content):
        return bytes(jsmin(content, keep_bang_comments=True))
    return content


def _is_packed(name: str, content: bytes) -> bool:
    packed = packed_folder("site-templates") / "static" / name
    return packed.is_file() and packed.read_bytes() == content
