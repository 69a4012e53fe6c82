"""The catalogs that portalgen brings, and the template of all messages."""

from pathlib import Path

from portalgen.wording.po_files import Message, read_po

ENGLISH = "en"
# What is said in another way where English names the day before the month.
ENGLISH_OF_THE_WORLD = "en-001"
OURS = Path(__file__).parent / "catalogs"
ENDING = ".po"
INFORMAL = ".informal.po"


def template() -> tuple[Message, ...]:
    """Return every message, in English."""
    return read_po((OURS / "portalgen.pot").read_text(encoding="utf-8"))[0]


def languages() -> tuple[str, ...]:
    """Return the tags of the languages that there are words of, besides English."""
    names = (file.name.removesuffix(ENDING) for file in sorted(OURS.glob(f"*{ENDING}")))
    return tuple(name for name in names if "." not in name and name != ENGLISH_OF_THE_WORLD)
