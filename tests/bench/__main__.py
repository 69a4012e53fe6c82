"""`make bench`: figures, beside those of programs that do the like. No assertions."""

import tempfile
from pathlib import Path

from tests.bench.builds import print_builds
from tests.bench.many_pages import print_many_pages
from tests.bench.preview import print_previews


def main() -> None:
    """Print all figures."""
    with tempfile.TemporaryDirectory() as name:
        print_builds(Path(name) / "builds")
        print()
        print_many_pages(Path(name) / "many")
        print()
        print_previews(Path(name) / "previews")


if __name__ == "__main__":
    main()
