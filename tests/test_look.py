"""The practice's color stays readable on every surface, in light and in dark."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portalgen import look
from portalgen.model.practice import Corners, Look
from portalgen.packed import packed_folder


def portal_tokens(mode: str) -> dict[str, str]:
    """Return the colors of portal.css in a mode."""
    sheet = (packed_folder("site-templates") / "static" / "portal.css").read_text("utf-8")
    light, dark = re.findall(r":root \{(.*?)\}", sheet, re.DOTALL)[:2]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", light if mode == "light" else dark))


TOKENS = {mode: portal_tokens(mode) for mode in ("light", "dark")}
colors = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(colors)
def test_text_in_the_color_reads_on_every_surface(color: str) -> None:
    light, dark = look.light_shades(color), look.dark_shades(color)
    for shades, surfaces in ((light, look.LIGHT_SURFACES), (dark, look.DARK_SURFACES)):
        for surface in (*surfaces, shades.soft):
            assert look.contrast(shades.accent, surface) >= look.CONTRAST
            assert look.contrast(shades.strong, surface) >= look.CONTRAST


@given(colors)
def test_ordinary_and_soft_text_reads_on_the_soft_surface(color: str) -> None:
    for mode, shades in (("light", look.light_shades(color)), ("dark", look.dark_shades(color))):
        for ink in ("ink", "ink-soft"):
            assert look.contrast(TOKENS[mode][ink], shades.soft) >= look.CONTRAST


@given(colors)
def test_buttons_read_in_the_color_of_their_words(color: str) -> None:
    for mode, shades in (("light", look.light_shades(color)), ("dark", look.dark_shades(color))):
        ink = TOKENS[mode]["on-accent"]
        assert look.contrast(ink, shades.accent) >= look.CONTRAST
        assert look.contrast(ink, shades.strong) >= look.CONTRAST


@given(colors)
def test_the_initial_reads_on_the_color(color: str) -> None:
    assert look.contrast(look.ink_on(color), color) >= 3


def test_the_surfaces_are_those_of_the_stylesheet() -> None:
    for mode, surfaces in (("light", look.LIGHT_SURFACES), ("dark", look.DARK_SURFACES)):
        assert (TOKENS[mode]["paper"], TOKENS[mode]["card"]) == surfaces


def test_a_color_that_can_be_read_is_kept() -> None:
    assert look.light_shades("#1f5f5b").accent == "#1f5f5b"


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#fff", 1), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_that_of_the_standard(one: str, other: str, ratio: float) -> None:
    assert look.contrast(one, other) == pytest.approx(ratio, abs=0.005)


def test_a_sheet_holds_custom_properties_alone() -> None:
    sheet = look.look_sheet(Look(color="#1f5f5b", corners=Corners.ROUND))
    declared = re.findall(r"^\s*([a-z-]+):(?! root)", sheet, re.MULTILINE)
    assert declared
    assert all(name.startswith("--") for name in declared)


def test_another_look_has_another_address() -> None:
    assert look.look_address(Look(color="#1f5f5b")) != look.look_address(Look(color="#1f5f5c"))
