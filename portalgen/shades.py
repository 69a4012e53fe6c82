"""One color → the shades in which it can be read, by calculation: the one door to coloraide.

A color is kept as it is where text in it has the contrast that WCAG 2.2 asks for (1.4.3). Where
it has not, it is moved in OKLCH (CSS Color 4, §9.4), in which equal steps look equal: darker on
light surfaces, lighter on dark ones, by as little as reading allows. Its hue stays; its chroma
gives way only where no screen could show it.
"""

from collections.abc import Callable, Iterable
from dataclasses import astuple, dataclass
from typing import Any

# What text needs (WCAG 2.2, 1.4.3), and what reads with ease on dark surfaces.
CONTRAST = 4.5
CONTRAST_IN_THE_DARK = 6.0
WHITE = "#ffffff"

_STEPS = 12
# How far the shade under the pointer lies from the color, and the soft surface from its ground.
_STRONGER = 0.09
_SOFTER = 0.035
_SHARE_OF_CHROMA = 0.3
_MOST_CHROMA = 0.03
_NEARLY_BLACK = 0.25


@dataclass(frozen=True)
class Shades:
    """The shades of a color on some surfaces, as `#rrggbb`.

    `accent` is for text and buttons, `strong` the same under the pointer, `soft` a surface, and
    `ink` what stands on `accent` and `strong`.
    """

    accent: str
    strong: str
    soft: str
    ink: str


@dataclass(frozen=True)
class Palette:
    """The shades of a color in light and in dark."""

    light: Shades
    dark: Shades

    @property
    def written(self) -> tuple[tuple[str, ...], ...]:
        """The palette as plain values, which a memory can keep."""
        return (astuple(self.light), astuple(self.dark))

    @classmethod
    def read(cls, written: Iterable[Iterable[str]]) -> "Palette":
        """Return the palette of what was written."""
        light, dark = (Shades(*shades) for shades in written)
        return cls(light, dark)


def palette(color: str, light: tuple[str, ...], dark: tuple[str, ...]) -> Palette:
    """Return the shades of a color on `light` and on `dark` surfaces, the page first in both."""
    return Palette(_light_shades(color, light), _dark_shades(color, dark))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def ink_on(color: str, dark: str) -> str:
    """Return the one of white and a dark ink that reads better on a color."""
    return max((WHITE, dark), key=lambda ink: contrast(ink, color))


def _light_shades(color: str, surfaces: tuple[str, ...]) -> Shades:
    soft = _soft(color, surfaces[0], -_SOFTER)
    accent = _readable(color, 0.0, (*surfaces, soft), CONTRAST)
    # What is nearly black can not be darker under the pointer.
    step = -_STRONGER if _lightness(accent) > _NEARLY_BLACK else _NEARLY_BLACK
    return Shades(accent, _moved(accent, lambda was: was + step), soft, WHITE)


def _dark_shades(color: str, surfaces: tuple[str, ...]) -> Shades:
    soft = _soft(color, surfaces[-1], _SOFTER)
    accent = _readable(color, 1.0, (*surfaces, soft), CONTRAST_IN_THE_DARK)
    step = _STRONGER if _lightness(accent) < 1 - _STRONGER else -_STRONGER
    return Shades(accent, _moved(accent, lambda was: was + step), soft, surfaces[0])


def _soft(color: str, surface: str, step: float) -> str:
    """Return a surface in the hue of a color, a little off another surface."""
    lightness = _lightness(surface) + step
    tint = _oklch(color)
    tint["chroma"] = min(tint["chroma"] * _SHARE_OF_CHROMA, _MOST_CHROMA)
    return _hex(tint.set("lightness", lightness))


def _readable(color: str, end: float, surfaces: tuple[str, ...], least: float) -> str:
    """Return the color, or what is nearest to it on the way to black (0) or white (1)."""

    def is_read(shade: str) -> bool:
        return all(contrast(shade, surface) >= least for surface in surfaces)

    whole = _moved(color, lambda was: was)
    if is_read(whole):
        return whole
    near, far = _lightness(color), end
    for _ in range(_STEPS):
        middle = (near + far) / 2
        near, far = (near, middle) if is_read(_at(color, middle)) else (middle, far)
    return _at(color, far)


def _at(color: str, lightness: float) -> str:
    return _moved(color, lambda _was: lightness)


def _moved(color: str, lightness: Callable[[float], float]) -> str:
    """Return a color with another lightness."""
    moved = _oklch(color)
    return _hex(moved.set("lightness", lightness(moved["lightness"])))


def _lightness(color: str) -> float:
    return float(_oklch(color)["lightness"])


def _oklch(color: str) -> Any:
    # It takes a tenth of a second to load, and a palette that is remembered needs it no more.
    from coloraide import Color

    return Color(color).convert("oklch")


def _hex(color: Any) -> str:
    fitted = color.convert("srgb").fit(method="oklch-chroma")
    return str(fitted.to_string(hex=True, compress=False))


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
