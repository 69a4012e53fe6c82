"""The practice's color and corners as the custom properties that portal.css builds on.

They stand in a sheet of their own, which portal.css imports; what the owner wrote into look.css
comes last and wins.
"""

from portalgen.memory import Memory
from portalgen.model.practice import Corners, Look
from portalgen.shades import CONTRAST, Palette, Shades, contrast, palette

DEFAULT_COLOR = "#2f5d7c"
# The name under which portal.css imports the sheet.
LOOK_SHEET = "look.css"
# Page and card of tokens.css, in light and in dark.
LIGHT_SURFACES = ("#f8f7f4", "#ffffff")
DARK_SURFACES = ("#15191b", "#1d2326")

# What text needs, and a little more: the soft surface is darker than the others.
_EASY = 1.15 * CONTRAST
_RADII = {
    Corners.ROUND: ("0.875rem", "1.5rem"),
    Corners.SOFT: ("0.375rem", "0.75rem"),
    Corners.SQUARE: ("0", "0"),
}


def palette_of(look: Look, memory: Memory) -> Palette:
    """Return the shades of a look's color, or of the default one."""
    color = look.color or DEFAULT_COLOR
    key = (color, *LIGHT_SURFACES, *DARK_SURFACES)
    return Palette.read(
        memory.recall("palette", key, lambda: palette(color, LIGHT_SURFACES, DARK_SURFACES).written)
    )


def look_sheet(look: Look, shades: Palette, own: str = "") -> bytes:
    """Return the sheet of a look: custom properties and nothing else.

    `own` are the owner's.
    """
    corner, large = _RADII[look.corners]
    # Paper keeps the colors that tokens.css has for print.
    return (
        f":root {{\n  --corner: {corner};\n  --corner-large: {large};\n}}\n\n"
        f"@media screen {{\n:root {{\n{_properties(shades.light)}}}\n}}\n\n"
        f"@media screen and (prefers-color-scheme: dark) {{\n"
        f":root {{\n{_properties(shades.dark)}}}\n}}\n{own}"
    ).encode()


def reads_with_ease(color: str) -> bool:
    """Tell, without working out its shades, whether a color needs no change on light surfaces."""
    return all(contrast(color, surface) >= _EASY for surface in LIGHT_SURFACES)


def _properties(shades: Shades) -> str:
    return (
        f"  --accent: {shades.accent};\n"
        f"  --accent-strong: {shades.strong};\n"
        f"  --accent-soft: {shades.soft};\n"
        f"  --on-accent: {shades.ink};\n"
    )
