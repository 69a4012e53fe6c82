"""What is left out is what nobody but people reads."""

from pathlib import Path

import pytest

from portalgen.finishing import minifying
from portalgen.finishing.minifying import minified
from portalgen.packed import packed_folder


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("/* why */ a { b : c ; }", "a{b:c}"),
        ("/*! Whose work */ a { b: c }", "/*! Whose work */a{b:c}"),
        ('a::after { content: "?" / ""; }', 'a::after{content:"?" / ""}'),
        ('a { content: " ( " attr(href) ")" }', 'a{content:" ( " attr(href) ")"}'),
        ("a { b: calc(1px + 2 * (3px - 1em)) }", "a{b:calc(1px + 2 * (3px - 1em))}"),
        ("a :is(b, c) :hover > d { e: f }", "a :is(b,c) :hover>d{e:f}"),
        ("@media print and (width >= 1px) { a {} }", "@media print and (width>=1px){a{}}"),
        ('a[b="c  d"] { e: f !important }', 'a[b="c  d"]{e:f!important}'),
        (":root { --a: -apple-system, 'B  C' }", ":root{--a:-apple-system,'B  C'}"),
    ],
)
def test_a_sheet_says_the_same_in_less(before: str, after: str) -> None:
    assert minified("a.css", before.encode()) == after.encode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("// why\nconst a = 1;", "const a=1;"),
        ('a = "//  b" + `c  ${ d }  // e`', 'a="//  b"+`c  ${ d }  // e`'),
        ("a = b + ++c - -d", "a=b+ ++c- -d"),
        ("if (a.match(/b  c/)) return /d  e/", "if(a.match(/b  c/))return/d  e/"),
        ("a = b\n\n++c", "a=b\n++c"),
    ],
)
def test_a_script_of_ours_says_the_same_in_less(
    before: str, after: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(minifying, "packed_folder", lambda _name: tmp_path)
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "portal.js").write_bytes(before.encode())
    assert minified("portal.js", before.encode()) == after.encode()


@pytest.mark.parametrize("name", ["own.js", "portal.js", "x.svg", "fonts/a.woff2"])
def test_what_is_not_ours_is_left_as_it_is(name: str) -> None:
    assert minified(name, b"/* a */  b") == b"/* a */  b"


def test_all_packed_scripts_are_made_smaller() -> None:
    scripts = sorted((packed_folder("site-templates") / "static").rglob("*.js"))
    assert scripts
    for script in scripts:
        content = script.read_bytes()
        assert len(minified(script.name, content)) < len(content)
