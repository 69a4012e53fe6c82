"""A drawing holds what draws, and nothing that runs or fetches."""

import pytest

from portalgen.pictures.drawings import drawn
from portalgen.pictures.findings import Made, Unusable

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def text(content: str) -> str:
    found = drawn(content.encode())
    assert isinstance(found, Made), found
    return found.versions[-1][1].decode()


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="40" height="30"', (40, 30)),
        ('width="40px" height="30.4px" viewBox="0 0 1 1"', (40, 30)),
        ('width="100%" height="100%" viewBox="0 0 80 60"', (80, 60)),
        ('viewBox="0,0,80,60"', (80, 60)),
        ("", (0, 0)),
        ('width="1.2.3" height="4"', (0, 0)),
        ('viewBox="0 0 1e999 9"', (0, 0)),
        ('viewBox="0 0 nan 9"', (0, 0)),
        ('viewBox="0 0 -4 9"', (0, 0)),
        ('width="0" height="9"', (0, 0)),
        ('width="100000" height="9"', (0, 0)),
    ],
)
def test_a_drawing_says_its_size(attributes: str, size: tuple[int, int]) -> None:
    found = drawn(f"{SVG} {attributes}/>".encode())
    assert isinstance(found, Made)
    assert (found.width, found.height) == size


@pytest.mark.parametrize(
    ("inside", "kept"),
    [
        ('<path d="M0 0"/>', '<path d="M0 0"></path>'),
        ("<title>A &amp; B</title>", "<title>A &amp; B</title>"),
        ('<use xlink:href="#a"/><use href="#b"/>', '<use href="#a"></use><use href="#b"></use>'),
        ('<rect fill="url(#a)"/>', '<rect fill="url(#a)"></rect>'),
        ("<style>rect { fill: red }</style>", "<style>rect { fill: red }</style>"),
        ('<image href="data:image/png;base64,AA=="/>', None),
        (
            "<style>a:not(.b) { fill: URL(#c) }</style>",
            "<style>a:not(.b) { fill: URL(#c) }</style>",
        ),
        ('<g transform="rotate(4) scale(2)"/>', '<g transform="rotate(4) scale(2)"></g>'),
        ('<g style="fill: rgb(1 2 3)"/>', '<g style="fill: rgb(1 2 3)"></g>'),
        ('<g id="a:b(c)" data-name="x://y"/>', '<g id="a:b(c)"></g>'),
        ('<g xml:lang="de" xml:base="https://a.example/"/>', '<g xml:lang="de"></g>'),
        ('<image href="data:image/png;base64,A//A"/>', None),
        ("<metadata><a xmlns='x:y'>Who</a></metadata>", ""),
        ("<!-- Who --><?who?>", ""),
        ("<i:page xmlns:i='x:i'><i:a/></i:page><g i:b='c' xmlns:i='x:i'/>", "<g></g>"),
    ],
)
def test_what_draws_is_kept_and_what_programs_note_is_not(inside: str, kept: str | None) -> None:
    expected = inside.replace("/>", "></image>") if kept is None else kept
    assert text(f"{SVG}>{inside}</svg>") == (
        f'<svg xmlns="http://www.w3.org/2000/svg">{expected}</svg>'
    )


STAND = "can not stand in a drawing here."
RUNS = "This drawing holds a program"
UTF_8 = "This drawing is not written as UTF-8."
FETCHES = "This drawing fetches something from elsewhere."


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("<script>alert(1)</script>", f"{RUNS} or a page (`script`)."),
        ('<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>', f"{RUNS} or a page (`script`)."),
        ("<metadata><script/></metadata>", f"{RUNS} or a page (`script`)."),
        ('<g onclick="x"/>', f"{RUNS} (`onclick`)."),
        ('<g ONCLICK="x"/>', f"{RUNS} (`ONCLICK`)."),
        ("<foreignObject/>", "`foreignObject` can not stand in a drawing here."),
        ("<animate/>", "`animate` can not stand in a drawing here."),
        ('<a href="#b"/>', "`a` can not stand in a drawing here."),
        ('<use href="https://a.example/b.svg#c"/>', FETCHES),
        ('<image xlink:href="b.png"/>', FETCHES),
        ('<use href="data:image/svg+xml;base64,AA"/>', FETCHES),
        ('<use href=" javascript:alert(1)"/>', FETCHES),
        ("<g style=\"fill: url( 'https://a.example/')\"/>", FETCHES),
        ("<style>@import 'https://a.example/'</style>", FETCHES),
        ("<style>g { fill: u\\72l(//a.example) }</style>", FETCHES),
        ("<style>g { fill: u\\72l(a) }</style>", FETCHES),
        (f"<style>{' ' * 8191}&#64;import 'https:a'</style>", FETCHES),
        ("<style>@im<!-- -->port 'https:a'</style>", FETCHES),
        ("<style>g { fill: url(a.svg#b) }</style>", FETCHES),
        ('<g style="fill: url(/a.svg#b)"/>', FETCHES),
        ("<style>g { a: image-set('b' 1x) }</style>", f"`image-set()` {STAND}"),
        ('<g fill="src(b)"/>', f"`src()` {STAND}"),
        (
            "<style><g/>@import 'https://a.example/'</style>",
            "A style holds rules, and no elements.",
        ),
        ("<style><m:g xmlns:m='m'/></style>", "A style holds rules, and no elements."),
        ('<image src="b.png"/>', FETCHES),
        ('<g base="b"/>', FETCHES),
        ('<g fill="https:a.example"/>', FETCHES),
        ('<g fill="//a.example"/>', FETCHES),
    ],
)
def test_what_runs_or_fetches_is_refused_with_its_line(content: str, found: str) -> None:
    refused = drawn(f"{SVG}>\n<g/>\n  {content}\n</svg>".encode())
    assert isinstance(refused, Unusable)
    assert (refused.found, refused.line) == (found, 3)
    assert refused.column >= 3
    assert refused.instead.startswith("Export it from your drawing program as plain SVG")


@pytest.mark.parametrize(
    ("content", "found", "line"),
    [
        ("", "This is not an SVG image (no element found).", 1),
        ("Hello", "This is not an SVG image (syntax error).", 1),
        ("<html/>", "This is not an SVG image.", 1),
        ("<svg/>", "This is not an SVG image.", 1),
        (f'<?xml version="1.0" encoding="gb2312"?>{SVG}/>', UTF_8, 1),
        (f'<?xml version="1.0" encoding="foo"?>{SVG}/>', UTF_8, 1),
        (f"{SVG}>\n<g>", "This is not an SVG image (no element found).", 2),
        (
            f"<!DOCTYPE svg [\n<!ENTITY a 'b'>]>{SVG}>&a;</svg>",
            "This drawing declares an entity (`a`).",
            2,
        ),
    ],
)
def test_what_is_no_drawing_is_refused(content: str, found: str, line: int) -> None:
    refused = drawn(content.encode())
    assert isinstance(refused, Unusable)
    assert (refused.found, refused.line) == (found, line)


def test_a_document_type_without_entities_does_no_harm() -> None:
    kind = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'
    assert text(f"{kind}{SVG}/>") == '<svg xmlns="http://www.w3.org/2000/svg"></svg>'
