"""Images say how large they are, and offer a browser the width that it needs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from portalgen.documents import Document
from portalgen.memory import Memory
from portalgen.pictures import Picture
from portalgen.render.templates import renderer
from portalgen.wording.voice import Voice

PICTURES = {
    "/images/a b.jpg": Picture(
        "/images/a b.jpg",
        1280,
        960,
        ((240, "/images/240/a b.jpg"), (640, "/images/640/a b.jpg")),
    ),
    "/images/logo.svg": Picture("/images/logo.svg", 64, 32),
    "/images/bare.svg": Picture("/images/bare.svg", 0, 0),
}
SRCSET = "../images/240/a%20b.jpg 240w, ../images/640/a%20b.jpg 640w, ../images/a%20b.jpg 1280w"


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        (
            '{{ "/images/a b.jpg" | picture("4rem", alt="A & B", css="face") }}',
            f'<img class="face" src="../images/a%20b.jpg" srcset="{SRCSET}" sizes="4rem" '
            'width="1280" height="960" decoding="async" alt="A &amp; B" loading="lazy">',
        ),
        (
            '{{ "/images/logo.svg" | picture("4rem", lazy=false) }}',
            '<img src="../images/logo.svg" width="64" height="32" decoding="async" alt="">',
        ),
        (
            '{{ "/images/bare.svg" | picture("4rem", lazy=false) }}',
            '<img src="../images/bare.svg" decoding="async" alt="">',
        ),
        (
            '{{ "/images/none.jpg" | picture("4rem") }}',
            '<img src="../images/none.jpg" alt="" loading="lazy">',
        ),
        (
            '{{ "![A](a%20b.jpg)" | markdown }}',
            f'<p><img alt="A" src="../images/a%20b.jpg" loading="lazy" srcset="{SRCSET}" '
            'sizes="(min-width: 45rem) 40rem, 92vw" width="1280" height="960" decoding="async">'
            "</p>",
        ),
        ('{{ ("/images/a b.jpg" | pictured).width }}', "1280"),
        ('{{ "/images/logo.svg" | pictured is none }}', "True"),
        ("{{ none | pictured is none }}", "True"),
        ('{{ "/a b/" | public_url }}', "https://a.example/p/a%20b/"),
    ],
)
def test_an_image_is_shown_with_all_that_is_known_of_it(
    template: str, shown: str, written: Callable[[str, dict[str, str]], Path], voice: Voice
) -> None:
    folder = written("packed", {"x.html": template})
    rendering = renderer([folder], voice, Memory(), {}, "https://a.example/p/", PICTURES)
    assert rendering.render(Document("/a/", "x.html", {})).text == f"{shown}\n"
