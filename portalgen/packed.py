"""Where the folders stand that are packed beside the program: templates and the sample.

In a wheel they lie inside the package, in a checkout and in an editable install beside it.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def packed_folder(name: str) -> Path:
    """Return the packed folder `site-templates` or `content`."""
    inside = _PACKAGE / "packed" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
