"""A briefing as a screen of about 24 lines of 80 signs, for an owner before the first coffee.

Long texts and long lists are cut short; `--json` and `check` have all. Returns lines and prints
nothing.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap

from portalgen.briefing import Briefing, Change, Happening, Now, Told
from portalgen.commands.briefing_words import (
    NO_BREAK,
    Calendar,
    answers,
    becomes_public,
    build_needed,
    capital,
    covered,
    happens,
    in_charge,
    plain,
)
from portalgen.report import as_lines
from portalgen.wording.voice import Voice

LABEL = 10
_WIDTH = 80 - LABEL
# How many of each are told before the rest is counted.
_CHANGES = 3
_SECRETS = 2
_COVERS = 3
_PIECES_OF_ADVICE = 2
_OVERDUE = 3

_Row = tuple[str, Sequence[str]]


def briefing_lines(told: Briefing, voice: Voice) -> Iterator[tuple[str, str]]:
    """Yield the lines of a briefing, each as a label and what stands behind it.

    Both are empty between two blocks. `voice` is the one in which the owner is spoken to.
    """
    calendar = Calendar(told.moment, voice)
    blocks = [list(block(told, calendar)) for block in (_now, _ahead, _care)]
    for rows in blocks:
        if rows is not blocks[0]:
            yield "", ""
        for label, lines in rows:
            for number, line in enumerate(lines):
                yield ("" if number else label), line.replace(NO_BREAK, " ")


def _now(told: Briefing, calendar: Calendar) -> Iterator[_Row]:
    now, voice = told.now, calendar.voice
    yield "Now", _wrapped(f"{voice.moment(told.moment)}, {voice.zone}")
    yield "Clients", list(_read(now))
    if now.replies:
        yield "Replies", _wrapped(answers(now.replies, calendar))
    yield "In charge", _wrapped(in_charge(now, calendar))


def _ahead(told: Briefing, calendar: Calendar) -> Iterator[_Row]:
    moments = [list(group) for _, group in groupby(told.changes, key=lambda each: each.at)]
    next_ones, later = moments[:_CHANGES], moments[_CHANGES:]
    lines = [line for each in next_ones for line in _moment(each, calendar)]
    yield "Next", lines or ["Nothing is planned."]
    secrets = [
        _in(1, becomes_public(each, calendar))
        for group in later
        for each in group
        if each.happening is Happening.NOTICE and each.build is not None
    ]
    yield "Not yet", _counted(secrets, _SECRETS)
    yield "Build", _wrapped(build_needed(told, calendar))


def _care(told: Briefing, calendar: Calendar) -> Iterator[_Row]:
    covers = [
        [
            *_in(2, covered(each, calendar)),
            *(
                line
                for problem in each.advice[:_PIECES_OF_ADVICE]
                for line in _in(2, problem.found, indent="  ")
            ),
        ]
        for each in told.cover
    ]
    yield "Cover", _counted(covers, _COVERS) or ["No coming absence needs somebody in charge."]
    overdue = [_wrapped(line.replace(": overdue: ", ": ", 1)) for line in as_lines(told.overdue)]
    yield "Overdue", _counted(overdue, _OVERDUE) or ["Nothing."]
    if told.advice:
        count = len(told.advice)
        what = f"{count} more pieces of advice" if count > 1 else "1 more piece of advice"
        yield "Advice", [f"`portalgen check` has {what}."]


def _read(now: Now) -> Iterator[str]:
    """Yield what clients read: the badge, the leading notice, and the others in a line each."""
    if now.badge is None:
        yield "No badge: your hours of this moment are not known."
    else:
        yield from _quoted(1, now.badge)
    if not now.notices:
        yield "No notice."
    for number, notice in enumerate(now.notices):
        yield from _other(notice) if number else _leading(notice)


def _leading(notice: Told) -> Iterator[str]:
    """Yield the headline and the sentences, the first of which has two lines."""
    yield from _quoted(1, notice.headline)
    for number, text in enumerate([*notice.sentences, *filter(None, [notice.news])]):
        yield from _quoted(1 if number else 2, text)


def _other(notice: Told) -> Iterator[str]:
    yield from _quoted(1, ": ".join([notice.headline, *filter(None, [notice.news])]))


def _moment(group: Sequence[Change], calendar: Calendar) -> list[str]:
    is_return = any(each.happening is Happening.RETURN for each in group)
    # Who is back is in charge, and needs no word for it.
    told = [each for each in group if not (is_return and each.happening is Happening.COVER)]
    said = "; ".join(dict.fromkeys(happens(each, calendar) for each in told))
    return _in(2, capital(f"{calendar.when(group[0].at)}: {said}."))


def _counted(items: Sequence[Sequence[str]], most: int) -> list[str]:
    """Return the lines of the first few of many things, and how many more there are."""
    lines = [line for each in items[:most] for line in each]
    return [*lines, f"And {len(items) - most} more."] if len(items) > most else lines


def _wrapped(text: str) -> list[str]:
    return wrap(text, _WIDTH, break_on_hyphens=False)


def _quoted(most: int, text: str) -> list[str]:
    return wrap(
        f'"{plain(text)}"', _WIDTH, break_on_hyphens=False, max_lines=most, placeholder=' …"'
    )


def _in(most: int, text: str, indent: str = "") -> list[str]:
    """Return the beginning of a text that takes no more than a number of lines."""
    return wrap(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
        max_lines=most,
        placeholder=" …",
    )
