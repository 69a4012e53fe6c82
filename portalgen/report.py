"""Reports for the owner's screen: lines for a person, JSON for a program, annotations for GitHub.

Prints nothing.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from portalgen.problems import Problem, Weight


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems by place, each told once."""
    return sorted(set(problems))


def as_lines(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield a line for each problem: `file:line:column: what was found`, then what to write."""
    for problem in problems:
        mark = "" if problem.weight is Weight.PROBLEM else f"{_weight(problem)}: "
        words = f"{problem.found} {problem.instead}".strip()
        yield f"{problem.place}: {mark}{words}"


def with_source(problems: Sequence[Problem], folder: Path) -> Iterator[str]:
    """Yield the lines of `as_lines`, each with the offending line and a caret below it."""
    for problem, line in zip(problems, as_lines(problems), strict=True):
        yield line
        source = _source_line(problem, folder)
        if source is not None:
            number = str(problem.place.line)
            yield f"  {number} | {source}"
            if problem.place.column:
                yield f"  {' ' * len(number)} | {' ' * (problem.place.column - 1)}^"
            yield ""


def as_json(problems: Sequence[Problem]) -> str:
    """Return problems as a JSON list of maps with place, weight and sentences."""
    return json.dumps(as_maps(problems), indent=2, ensure_ascii=False)


def as_maps(problems: Sequence[Problem]) -> list[dict[str, object]]:
    """Return problems as maps that JSON can hold; what is not known of a place is None."""
    return [
        {
            "file": problem.place.file,
            "line": problem.place.line or None,
            "column": problem.place.column or None,
            "weight": problem.weight,
            "overdue": problem.overdue,
            "found": problem.found,
            "instead": problem.instead,
        }
        for problem in problems
    ]


def as_github(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield a workflow command for each problem, by which GitHub marks the line in the file.

    What `check` fails for is an error, the rest a warning. GitHub's log shows nothing but the
    message, so that is the whole line of `as_lines`.
    """
    for problem, line in zip(problems, as_lines(problems), strict=True):
        place = {"line": problem.place.line, "col": problem.place.column}
        properties = {"file": problem.place.file}
        properties |= {name: str(number) for name, number in place.items() if number}
        properties["title"] = _weight(problem).capitalize()
        is_light = problem.weight is Weight.ADVICE and not problem.overdue
        facts = ",".join(f"{name}={_property(text)}" for name, text in properties.items())
        yield f"::{'warning' if is_light else 'error'} {facts}::{_message(line)}"


def counted(problems: Sequence[Problem]) -> str:
    """Return how many there are of each weight, such as `2 problems, 1 piece of advice`."""
    heavy = sum(problem.weight is Weight.PROBLEM for problem in problems)
    light = len(problems) - heavy
    parts = []
    if heavy:
        parts.append(f"{heavy} problem{'s' if heavy != 1 else ''}")
    if light:
        parts.append(f"{light} {'pieces' if light != 1 else 'piece'} of advice")
    return ", ".join(parts)


def _weight(problem: Problem) -> str:
    return "overdue" if problem.overdue else problem.weight.value


def _message(text: str) -> str:
    """Return a text as GitHub unescapes it behind the second pair of colons."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Return a text as GitHub unescapes it where colons and commas have a meaning."""
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _source_line(problem: Problem, folder: Path) -> str | None:
    if not problem.place.line:
        return None
    try:
        text = (folder / problem.place.file).read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return None
    lines = text.splitlines()
    number = problem.place.line - 1
    return lines[number].replace("\t", " ")[:200] if number < len(lines) else None
