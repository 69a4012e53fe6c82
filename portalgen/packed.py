"""Where the folders stand that are packed beside the program: templates and the sample.

In a wheel they lie inside the package, in a checkout and in an editable install beside it.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def packed_folder(name: str) -> Path:
    """Return the packed folder `site-templates`, `content` or `starter`."""
    folders = (_PACKAGE / "packed" / name, _PACKAGE / name, _PACKAGE.parent / name)
    # `portalgen/content` and the like do not exist; only `starter` lies in the package itself.
    return next(folder for folder in folders if folder.is_dir())
