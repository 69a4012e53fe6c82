"""The practice's color and corners as the custom properties that portal.css builds on.

A color is kept as near to the owner's as reading allows: it is darkened on light surfaces and
lightened on dark ones until text in it has the contrast that WCAG 2.2 asks for (1.4.3). The
sheet's address changes with its content, so browsers may keep it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from portalgen.model.practice import Corners, Look

# What text needs (WCAG 2.2, 1.4.3), and what reads with ease on dark surfaces.
CONTRAST = 4.5
CONTRAST_IN_THE_DARK = 6.0
DEFAULT_COLOR = "#2f5d7c"
# Page and card of portal.css, in light and in dark.
LIGHT_SURFACES = ("#f8f7f4", "#ffffff")
DARK_SURFACES = ("#15191b", "#1d2326")

_DIGITS = 10
_STEPS = 50
_BLACK, _WHITE, _DARK_INK = "#000000", "#ffffff", "#15191b"
_RADII = {
    Corners.ROUND: ("0.875rem", "1.5rem"),
    Corners.SOFT: ("0.375rem", "0.75rem"),
    Corners.SQUARE: ("0", "0"),
}


@dataclass(frozen=True)
class Shades:
    """A color for text and buttons, the same under the pointer, and a soft surface of it."""

    accent: str
    strong: str
    soft: str


def look_address(look: Look) -> str:
    """Return where the sheet of a look stands."""
    return f"/assets/look.{sha256(look_sheet(look).encode()).hexdigest()[:_DIGITS]}.css"


def look_sheet(look: Look) -> str:
    """Return the sheet of a look: custom properties and nothing else."""
    corner, large = _RADII[look.corners]
    light, dark = _properties(light_shades(look.color)), _properties(dark_shades(look.color))
    # Paper keeps the colors that portal.css has for print.
    return (
        f":root {{\n  --corner: {corner};\n  --corner-large: {large};\n}}\n\n"
        f"@media screen {{\n:root {{\n{light}}}\n}}\n\n"
        f"@media screen and (prefers-color-scheme: dark) {{\n:root {{\n{dark}}}\n}}\n"
    )


def light_shades(color: str | None) -> Shades:
    """Return the shades of a color (or of the default) on light surfaces."""
    named = color or DEFAULT_COLOR
    soft = mixed(named, LIGHT_SURFACES[0], 0.1)
    accent = _readable(named, _BLACK, (*LIGHT_SURFACES, soft), CONTRAST)
    return Shades(accent, mixed(_BLACK, accent, 0.25), soft)


def dark_shades(color: str | None) -> Shades:
    """Return the shades of a color (or of the default) on dark surfaces."""
    named = color or DEFAULT_COLOR
    soft = mixed(named, DARK_SURFACES[1], 0.16)
    accent = _readable(named, _WHITE, (*DARK_SURFACES, soft), CONTRAST_IN_THE_DARK)
    return Shades(accent, mixed(_WHITE, accent, 0.3), soft)


def ink_on(color: str | None) -> str:
    """Return the one of white and near black that reads better on a color."""
    named = color or DEFAULT_COLOR
    return max((_WHITE, _DARK_INK), key=lambda ink: contrast(ink, named))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """Return a mixture of two colors, `share` of the first."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def _properties(shades: Shades) -> str:
    return (
        f"  --accent: {shades.accent};\n"
        f"  --accent-strong: {shades.strong};\n"
        f"  --accent-soft: {shades.soft};\n"
    )


def _readable(color: str, towards: str, surfaces: Iterable[str], least: float) -> str:
    """Return the nearest mixture with `towards` that can be read on all surfaces."""
    grounds = tuple(surfaces)
    steps = (mixed(towards, color, step / _STEPS) for step in range(_STEPS + 1))
    return next(each for each in steps if all(contrast(each, g) >= least for g in grounds))


def _luminance(color: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return float(channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4)


def _channels(color: str) -> tuple[int, int, int]:
    """Return red, green and blue of `#rgb` or `#rrggbb`."""
    digits = color.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
