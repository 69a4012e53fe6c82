"""`.nojekyll`: by which GitHub Pages serves the files as they are.

Without it GitHub runs Jekyll over them, which leaves out files that start with `_` or a dot.
"""

from portalgen.documents import File


def no_jekyll() -> File:
    """Return `/.nojekyll`, an empty file."""
    return File("/.nojekyll", b"")
