"""A token is told only where neither a stylesheet nor look.css itself knows it."""

import pytest

from portalgen.loading.own_look import own_look
from portalgen.loading.unasked import unasked_tokens
from portalgen.memory import Memory

SHEETS = {
    "portal/tokens.css": b":root { --accent: red; --unused: 1px }\n.a--block:hover { b: c }",
    "portal/own.css": b"p { color: var( --mine, var(--other) ) }",
    "portal.js": b"'var(--script)'",
}


def told(text: str) -> list[str]:
    look, problems = own_look(f":root {{ {text} }}".encode(), "look.css", Memory())
    assert problems == ()
    return [str(problem) for problem in unasked_tokens(look, SHEETS)]


@pytest.mark.parametrize(
    "text",
    [
        "--accent: red",
        "--unused: 2px",
        "--mine: red; --other: blue",
        "--base: 1rem; --accent: calc(2 * var(--base))",
    ],
)
def test_what_somebody_asks_for_needs_no_word(text: str) -> None:
    assert told(text) == []


def test_a_token_that_nobody_asks_for_is_told_with_the_nearest_one() -> None:
    assert told("--acent: red") == [
        "look.css:1:9: No stylesheet asks for `--acent`. Did you mean `--accent`?"
    ]


@pytest.mark.parametrize("name", ["--block", "--script", "--far-from-all-others"])
def test_what_only_looks_like_a_token_is_none(name: str) -> None:
    assert told(f"{name}: red") == [
        f"look.css:1:9: No stylesheet asks for `{name}`. docs/restyling.md lists the tokens."
    ]
