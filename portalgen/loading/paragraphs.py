"""Paragraphs that are too long for any reader, and for the time that Markdown needs for them.

The parser's time grows with the square of a paragraph's length in some texts, so a paragraph
has a bound besides the one of its lines.
"""

import re
from collections.abc import Iterator

from portalgen.model.portal import Portal
from portalgen.model.section import Broken
from portalgen.model.texts import texts
from portalgen.model.values import Markdown

LONGEST = 15_000


def long_paragraphs(portal: Portal) -> Iterator[tuple[Broken, int]]:
    """Yield a broken rule for each paragraph that is too long, and where it starts in its text."""
    for path, text in texts(portal):
        if isinstance(text, Markdown) and len(text) > LONGEST:
            for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text):
                if len(match[0]) > LONGEST:
                    found = f"This paragraph is longer than {LONGEST:,} characters."
                    yield Broken(path, found, "Break it with empty lines."), match.start()
