"""The page that stands in for every other one while the site can not be built.

It says what `portalgen check` says: file, line and column, the line itself, and the sentence.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from string import Template
from textwrap import dedent

from portalgen.content_security import policy
from portalgen.preview.insertion import FOLDER
from portalgen.problems import Problem
from portalgen.report import counted, with_source

_TEMPLATE = Path(__file__).parent / "fault.html"


def fault_page(problems: Sequence[Problem], folder: Path = Path()) -> bytes:
    """Return the page of problems; their files are named as they are found from `folder`."""
    page = Template(_TEMPLATE.read_text(encoding="utf-8"))
    return page.substitute(
        policy=escape(policy()),
        folder=FOLDER,
        title=escape(counted(problems)),
        problems="\n".join(_problem(each, folder) for each in problems),
    ).encode()


def _problem(problem: Problem, folder: Path) -> str:
    words = "\n".join(_words(problem))
    _, *source = with_source([problem], folder)
    lines = escape(dedent("\n".join(source)).rstrip())
    # A caret below a line means nothing where it is read aloud.
    shown = f'<pre tabindex="0" role="region" aria-label="The line">{lines}</pre>' if lines else ""
    return f"<li>\n<h2>{escape(str(problem.place))}</h2>\n{words}\n{shown}</li>"


def _words(problem: Problem) -> Iterator[str]:
    yield f"<p>{_coded(problem.found)}</p>"
    if problem.instead:
        yield f'<p class="instead">{_coded(problem.instead)}</p>'


def _coded(words: str) -> str:
    """Return words as HTML, with what stands between backticks as it is typed."""
    return re.sub("`([^`]+)`", r"<code>\1</code>", escape(words))
