"""Where the folders stand that are packed beside the program: templates and the samples.

In a wheel they lie inside the package, in a checkout and in an editable install beside it; the
second sample is a test there, too.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent


def packed_folder(name: str) -> Path:
    """Return the packed folder `site-templates`, `content`, `repair` or `starter`."""
    above = (_PACKAGE / "packed", _PACKAGE, _CHECKOUT, _CHECKOUT / "tests" / "content" / "good")
    # `portalgen/content` and the like do not exist; only `starter` lies in the package itself.
    return next(folder / name for folder in above if (folder / name).is_dir())
