"""A sheet of many parts is one, and says where it can not be."""

import re

import pytest

from portalgen.finishing.joining import joined
from portalgen.problems import ContentError, Place


def texts(**sheets: str) -> dict[str, bytes]:
    return {f"{name.replace('_', '/')}.css": text.encode() for name, text in sheets.items()}


@pytest.mark.parametrize(
    ("sheets", "text", "parts"),
    [
        (texts(a="x {}"), "x {}", ()),
        (texts(a="@import 'b.css'; x {}", b="y {}"), "y {} x {}", ("b.css",)),
        (
            texts(a="@import 'p/b.css'; x {}", p_b="@import 'c.css'; y {}", p_c="z {}"),
            "z {} y {} x {}",
            ("p/b.css", "p/c.css"),
        ),
        (
            texts(a="@import 'b.css';@import 'c.css';", b="@import 'c.css';y {}", c="z {}"),
            "z {}y {}",
            ("b.css", "c.css"),
        ),
        (
            texts(a="@import 'b.css' print;", b="y {}"),
            "@media print {\ny {}\n}",
            ("b.css",),
        ),
        (texts(a="@import 'b.css';", b='@charset "utf-8";y {}'), "y {}", ("b.css",)),
    ],
)
def test_imports_stand_where_they_are_named(
    sheets: dict[str, bytes], text: str, parts: tuple[str, ...]
) -> None:
    found = joined("a.css", sheets, str)
    assert (found.text, found.parts) == (text, parts)


def test_what_a_part_names_counts_from_the_part() -> None:
    statics = {**texts(a="@import 'p/b.css';", p_b="x { y: url(../i/z.svg#s) }"), "i/z.svg": b""}
    assert joined("a.css", statics, lambda name: f"<{name}>").text == "x { y: url(<i/z.svg>#s) }"


@pytest.mark.parametrize(
    ("statics", "place", "found"),
    [
        (
            texts(a="x {}\n\ny { c: url(x.svg) }"),
            Place("site-templates/static/a.css", 3),
            "The stylesheet names x.svg, which is not a static file.",
        ),
        (
            texts(a="url(../../secret.svg)"),
            Place("site-templates/static/a.css", 1),
            "The stylesheet names ../../secret.svg, which is not a static file.",
        ),
        (
            texts(a="@import 'b.css';", b="\n@import 'c.css';"),
            Place("site-templates/static/b.css", 2),
            "The stylesheet names c.css, which is not a static file.",
        ),
        (
            texts(a="@import 'a.css'"),
            Place("site-templates/static/a.css", 1),
            "The stylesheet imports a.css, which leads back to itself.",
        ),
        (
            texts(a="@import 'b.css'", b="@import 'a.css'"),
            Place("site-templates/static/b.css", 1),
            "The stylesheet imports a.css, which leads back to itself.",
        ),
        (
            texts(a="@import 'https://a.example/b.css';"),
            Place("site-templates/static/a.css", 1),
            "The stylesheet imports https://a.example/b.css, which pages do not load. Copy the "
            "sheet into site-templates/static/ and import the copy.",
        ),
        (
            texts(a="\n@import 'b.css' layer(x);", b=""),
            Place("site-templates/static/a.css", 2),
            "The stylesheet imports b.css with `layer(x)`. Import it without, or under a media "
            "query alone.",
        ),
        (
            texts(a="x { y: url(b.css) }", b=""),
            Place("site-templates/static/a.css", 1),
            "The stylesheet names b.css without importing it.",
        ),
        (
            {"a.css": b"\xff\xfe"},
            Place("site-templates/static/a.css"),
            "The stylesheet is not UTF-8 text.",
        ),
    ],
)
def test_a_sheet_that_can_not_be_joined_is_a_problem_with_its_place(
    statics: dict[str, bytes], place: Place, found: str
) -> None:
    with pytest.raises(ContentError, match=re.escape(found)) as error:
        joined("a.css", statics, str)
    assert [problem.place for problem in error.value.problems] == [place]
