"""A color is readable on every surface, in light and in dark, and changes no more than it must."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portalgen import look, shades
from portalgen.packed import packed_folder
from portalgen.shades import CONTRAST, CONTRAST_IN_THE_DARK, Palette, contrast


def tokens(mode: str) -> dict[str, str]:
    """Return the colors of tokens.css in a mode."""
    static = packed_folder("site-templates") / "static"
    sheet = (static / "portal" / "tokens.css").read_text("utf-8")
    light, dark = re.findall(r":root \{(.*?)\}", sheet, re.DOTALL)[:2]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", light if mode == "light" else dark))


def palette(color: str) -> Palette:
    return shades.palette(color, look.LIGHT_SURFACES, look.DARK_SURFACES)


TOKENS = {mode: tokens(mode) for mode in ("light", "dark")}
colors = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_the_surfaces_are_those_of_the_stylesheet() -> None:
    for mode, surfaces in (("light", look.LIGHT_SURFACES), ("dark", look.DARK_SURFACES)):
        assert (TOKENS[mode]["paper"], TOKENS[mode]["card"]) == surfaces


@given(colors)
def test_everything_in_the_color_or_on_it_can_be_read(color: str) -> None:
    found = palette(color)
    for mode, each, surfaces in (
        ("light", found.light, look.LIGHT_SURFACES),
        ("dark", found.dark, look.DARK_SURFACES),
    ):
        pairs = [
            *((text, on) for text in (each.accent, each.strong) for on in (*surfaces, each.soft)),
            *((TOKENS[mode][ink], each.soft) for ink in ("ink", "ink-soft")),
            *((each.ink, on) for on in (each.accent, each.strong)),
        ]
        assert [pair for pair in pairs if contrast(*pair) < CONTRAST] == []


@given(colors)
def test_a_color_that_can_be_read_is_kept(color: str) -> None:
    found = palette(color)
    for each, surfaces, least in (
        (found.light, look.LIGHT_SURFACES, CONTRAST),
        (found.dark, look.DARK_SURFACES, CONTRAST_IN_THE_DARK),
    ):
        if all(contrast(color, on) >= least for on in (*surfaces, each.soft)):
            assert each.accent == color


@given(colors)
def test_the_shade_under_the_pointer_is_another(color: str) -> None:
    found = palette(color)
    assert found.light.strong != found.light.accent
    assert found.dark.strong != found.dark.accent


@pytest.mark.parametrize(
    ("color", "light", "dark"),
    [
        ("#1f5f5b", "#1f5f5b", "#76b4af"),
        ("#FF0", "#6f6f00", "#ffff00"),
        ("#ff0000", "#d70000", "#ff8371"),
        ("#ffffff", "#6a6a6a", "#ffffff"),
        ("#000000", "#000000", "#a8a8a8"),
    ],
)
def test_a_moved_color_keeps_its_hue(color: str, light: str, dark: str) -> None:
    found = palette(color)
    assert (found.light.accent, found.dark.accent) == (light, dark)


@given(colors)
def test_one_of_the_two_inks_reads_on_any_color(color: str) -> None:
    assert contrast(shades.ink_on(color, look.DARK_SURFACES[0]), color) >= 3


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#fff", 1), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_that_of_the_standard(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
