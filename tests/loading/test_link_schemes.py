import pytest

from tests.loading.conftest import Load, Told

PAGE = "---\ntitle: About\n---\n\n{}\n"


@pytest.mark.parametrize(
    ("text", "scheme", "column"),
    [
        ("See [me](javascript:alert(1)).", "javascript", 10),
        ("See [me](<JavaScript:alert(1)>).", "JavaScript", 11),
        ("See [me]( skype:ines ).", "skype", 11),
        ("![me](data:image/png;base64,AA)", "data", 7),
        ("See [me][x].\n\n[x]: file:///etc/passwd", "file", 6),
        ("See <ftp://files.example/a>.", "ftp", 6),
        ('<a href="vbscript:x">me</a>', "vbscript", 10),
        ("<a href=javascript:x>me</a>", "javascript", 9),
        ("[me](java&#115;cript:x)", "javascript", 6),
    ],
)
def test_a_link_that_no_page_can_have_is_a_problem(
    text: str, scheme: str, column: int, told: Told
) -> None:
    (line,) = told({"pages/about.md": PAGE.format(text)})
    number = 5 + text.count("\n")
    assert line.startswith(
        f"content/pages/about.md:{number}:{column}: A page can not have a link that starts with "
        f"`{scheme}:`."
    )


@pytest.mark.parametrize(
    "text",
    [
        "[me](https://a.example/) and [http](HTTP://a.example/)",
        "[me](mailto:a@b.example), [call](tel:911), [text](sms:911), <a@b.example>",
        "[terms](/terms/#cancel), [here](#top), [there](away/), [up](../)",
        "[book]({{ contact.booking }})",
        "A note[^1].\n\n[^1]: javascript:x is no link here",
        "*[CSP]: data:x",
        "Write `[me](javascript:x)` never.",
        "The word javascript: alone, and (data:x), and a <b>word</b>.",
    ],
)
def test_other_links_and_texts_are_fine(text: str, loaded: Load) -> None:
    assert loaded({"pages/about.md": PAGE.format(text)}).reports == ()


def test_texts_in_yaml_are_looked_at_as_well(told: Told) -> None:
    (line,) = told({"promises.yaml": "when_i_drop_the_ball: |\n  I\n  [x](data:y) you.\n"})
    assert line.startswith("content/promises.yaml:3:7: ")
