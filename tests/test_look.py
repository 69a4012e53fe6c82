"""The sheet of a look: the color, the corners, and the owner's own tokens behind them."""

import re
import subprocess
import sys

from portalgen.look import look_sheet, palette_of
from portalgen.memory import Memory
from portalgen.model.practice import Corners, Look

LOOK = Look(color="#1f5f5b", corners=Corners.ROUND)
SHADES = palette_of(LOOK, Memory())


def test_a_sheet_holds_custom_properties_alone() -> None:
    sheet = look_sheet(LOOK, SHADES).decode()
    declared = re.findall(r"^\s*([a-z-]+):(?! root)", sheet, re.MULTILINE)
    assert declared
    assert all(name.startswith("--") for name in declared)


def test_what_the_owner_wrote_comes_last() -> None:
    assert look_sheet(LOOK, SHADES, ":root{--accent:#123456}").endswith(b"{--accent:#123456}")


def test_a_color_that_is_remembered_is_not_worked_out_again() -> None:
    memory = Memory()
    palette_of(LOOK, memory)
    program = (
        "import sys\n"
        "from portalgen.look import palette_of\n"
        "from portalgen.memory import Memory\n"
        "from portalgen.model.practice import Look\n"
        f"palette_of(Look(color='#1f5f5b'), Memory({dict(memory.recalled)!r}))\n"
        "assert 'coloraide' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
