import pytest

from portalgen.finishing.stylesheets import Import, relinked, with_imports


def shout(path: str, line: int) -> str:
    return f"{path.upper()}@{line}"


def spelled(found: Import) -> str:
    return f"[{found.address}|{found.condition}|{found.line}]"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a { b: url(x.svg) }", "a { b: url(X.SVG@1) }"),
        ('a { b: url("x.svg") }', 'a { b: url("X.SVG@1") }'),
        ("a { b: url( 'x.svg' ) }", "a { b: url( 'X.SVG@1' ) }"),
        ("a { b: URL(x.svg) }", "a { b: URL(X.SVG@1) }"),
        ("url(url)", "url(URL@1)"),
        ("\n\na { b: url(../x.svg#shape) }", "\n\na { b: url(../X.SVG@3#shape) }"),
        ("url(x.woff2?#iefix), url(y.woff)", "url(X.WOFF2@1?#iefix), url(Y.WOFF@1)"),
    ],
)
def test_a_relative_path_is_replaced(before: str, after: str) -> None:
    assert relinked(before, shout) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('@import "x.css";', "[x.css||1]"),
        ("a {}\n@import'x.css' print;b {}", "a {}\n[x.css|print|2]b {}"),
        ("@IMPORT url(x.css) screen and (width > 1px);", "[x.css|screen and (width > 1px)|1]"),
        ("@import url( 'x.css' )", "[x.css||1]"),
        ("@import 'https://a.example/x.css';", "[https://a.example/x.css||1]"),
    ],
)
def test_an_import_is_replaced_as_a_whole(before: str, after: str) -> None:
    assert with_imports(before, spelled) == after
    assert relinked(before, shout) == before


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a { color: red }",
        "url()",
        "url(#shape)",
        "url(?query)",
        "url(/images/x.svg)",
        "url(//example.com/x.svg)",
        "url(https://example.com/x.svg)",
        "url(data:image/svg+xml,x)",
        """url("data:image/svg+xml;utf8,<svg fill='red'><path d='m0(0)'/></svg>")""",
        "/* url(x.svg) */",
        "/* a\n@import 'x.css'; */",
        'a::before { content: "url(x.svg)" }',
        r'a::before { content: "\"url(x.svg)" }',
        '@charset "utf-8";',
    ],
)
def test_anything_else_is_left_alone(text: str) -> None:
    assert relinked(text, shout) == text
    assert with_imports(text, spelled) == text


def test_a_comment_that_never_ends_hides_nothing_before_it() -> None:
    assert relinked("url(x.svg) /* never", shout) == "url(X.SVG@1) /* never"
