"""look.css holds custom properties and nothing else."""

import pytest

from portalgen.loading.own_look import OwnLook, own_look
from portalgen.memory import Memory
from portalgen.problems import Place
from tests.loading.conftest import Load


def read(text: str) -> tuple[str, list[str]]:
    look, told = own_look(text.encode(), "content/look.css", Memory())
    return look.sheet, [str(problem) for problem in told]


@pytest.mark.parametrize(
    ("text", "sheet"),
    [
        ("", ""),
        ("/* nothing yet */\n", ""),
        (":root { --accent: #123456; }", ":root{--accent:#123456}\n"),
        (
            ":root {\r\n  --font: Georgia, 'Noto Serif', serif; /* why */\r\n}",
            ':root{--font:Georgia, "Noto Serif", serif}\n',
        ),
        (
            ":root { --page: calc(60rem + 2 * var(--gutter)); --leading: 1.7 }",
            ":root{--page:calc(60rem + 2 * var(--gutter));--leading:1.7}\n",
        ),
        (
            "@media (prefers-color-scheme: dark) { :root { --accent: rgb(1 2 3 / 50%); } }",
            "@media (prefers-color-scheme: dark){:root{--accent:rgb(1 2 3 / 50%)}\n}\n",
        ),
        (":root { --text: calc((1rem + (2px))) }", ":root{--text:calc((1rem + (2px)))}\n"),
        (":root { --font: 'A', /* \\ */ 'B' }", ':root{--font:"A",  "B"}\n'),
        (':root { --font: "A\'s" /* \\ */ }', ':root{--font:"A\'s"}\n'),
        (":root { --font: 'A\"s' /* \\ */ }", ':root{--font:"A\\"s"}\n'),
        (":root { --Own_1: 'a /* b'; /* ' */ }", ':root{--Own_1:"a /* b"}\n'),
        ("@media print { :root { --text: 11pt } }", "@media print{:root{--text:11pt}\n}\n"),
    ],
)
def test_custom_properties_are_published(text: str, sheet: str) -> None:
    assert read(text) == (sheet, [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("p { color: red }", "1:1: look.css holds custom properties, and no rule for `p`."),
        (":root, p { --text: 1rem }", "1:1: look.css holds custom properties, and no rule for"),
        ("\n@import 'x.css';", "2:1: look.css holds custom properties, and no `@import`."),
        ("@font-face { src: url(x) }", "1:1: look.css holds custom properties, and no `@font-face"),
        ("@media print { @media screen {} }", "1:16: look.css holds custom properties, and no"),
        ("@media print { p { --text: 1pt } }", "1:16: look.css holds custom properties, and no"),
        ("@media url(x) { :root {} }", "1:1: `@media url(x)` is not understood here."),
        (":root { color: red }", "1:9: `color` is no custom property; those start with two"),
        (":root { p { color: red } }", "1:9: look.css holds custom properties, and no rule for"),
        (":root { --text: url(x.png) }", "1:17: `--text` names an address."),
        (":root { --text: url('x.png') }", "1:17: `--text` names an address."),
        (":root { --text: calc(url(x)) }", "1:22: `--text` names an address."),
        (":root { --text: calc((url(x))) }", "1:23: `--text` names an address."),
        (":root { --text: image-set('x' 1x) }", "1:17: `image-set()` can not stand in look.css."),
        (":root { --text: {a: b} }", "1:17: This can not stand in `--text`."),
        (":root { --text: ;}", "1:9: `--text` has no value."),
        (":root { --text: 1rem !important }", "1:9: `--text` is `!important`."),
        (":root { --text: 1rem --page: 2rem }", "1:28: There is a second colon in `--text`."),
        ("--text: 1rem;", "1:13: This is not how a stylesheet is written. Write `:root { --accent"),
        (":root { --text: 'x\n' }", "1:17: This can not stand in `--text`."),
        (":root { --text: a\\62 c }", "1:18: There is a `\\` here. Leave it out."),
        (":root { --text: u\\72l(x) }", "1:17: `--text` names an address."),
        (":root { --text: '/*'; --page: \\7d '*/' }", "1:31: There is a `\\` here."),
        (":root { --text: \"'/*\"; --page: \\7d '*/' }", "1:32: There is a `\\` here."),
        (":root { --text: '\\'/*'; --page: \\7d '*/' }", "1:18: There is a `\\` here."),
        (":root { --text: '/*\n\\7d */ }", "1:17: This can not stand in `--text`."),
        (":root { --é: 1rem }", "1:9: The name of this custom property is not written plainly."),
        (
            ":root { --a\\7d: 1rem }",
            "1:9: The name of this custom property is not written plainly.",
        ),
        (f":root {{ --text: {'(' * 17} }}", "1:33: There are more than 16 brackets around this."),
        (f":root {{ --text: {'(' * 3000} }}", "1:33: There are more than 16 brackets around this."),
        ("[" * 3000 + "]" * 3000 + " {}", "1:17: There are more than 16 brackets around this."),
        ("/* <\n\\ */ :root { --text: '</style>' }", "2:23: There is a `<` here. Leave it out."),
        (":root { --text: é\x01 }", "1:18: There is a sign here that can not be seen (U+0001)."),
    ],
)
def test_anything_else_is_a_problem_with_its_place(text: str, told: str) -> None:
    _, (first, *_) = read(text)
    assert first.startswith(f"content/look.css:{told}")


def test_nothing_of_what_is_refused_gets_into_the_sheet() -> None:
    sheet, told = read(
        ":root { --text: url(a); --page: 1rem; x: y } p { --text: 2rem } @import 'z';"
    )
    assert sheet == ":root{--page:1rem}\n"
    assert len(told) == 4


def test_a_token_has_the_place_where_it_is_set_first(loaded: Load) -> None:
    look = loaded({"look.css": ":root { --page: 1px; --page: 2px }"}).look
    place = Place("content/look.css", 1, 9)
    assert look == OwnLook(":root{--page:1px;--page:2px}\n", {"--page": place})


def test_a_portal_without_it_has_no_tokens_of_its_own(loaded: Load) -> None:
    assert loaded({}).look == OwnLook()
