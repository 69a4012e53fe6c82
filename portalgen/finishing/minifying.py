"""Stylesheets and scripts without what only people read: the one door to rcssmin and rjsmin.

Of scripts only portalgen's own are made smaller. The minifier knows no grammar, and takes a
regular expression behind `=>`, or a template within a template, for code; ours have neither.
Comments that open with `/*!`, which tell whose work it is, stay.
"""

_OURS = frozenset({"portal.js", "search.js", "searching.js"})


def minified(name: str, content: bytes) -> bytes:
    """Return a static file as browsers need it; one of another kind unchanged."""
    # Not needed by most commands.
    from rcssmin import cssmin
    from rjsmin import jsmin

    if name.lower().endswith(".css"):
        return bytes(cssmin(content, keep_bang_comments=True))
    return bytes(jsmin(content, keep_bang_comments=True)) if name in _OURS else content
