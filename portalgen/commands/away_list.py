"""The absences, one in each line: what runs first, then what is to come. Prints nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from portalgen.briefing import owners_voice
from portalgen.briefing.charges import charges, exact_days
from portalgen.changes.existing import may_be_seen
from portalgen.model.away import NOBODY, Level
from portalgen.subject import Subject
from portalgen.timeline.absences import Stretch

HOW_TO = (
    "",
    "To add one:         portalgen away tomorrow --backup ID",
    "To change one:      portalgen away --extend ID DAY, or --cancel ID",
    "When you are back:  portalgen back",
)


@dataclass(frozen=True)
class _Row:
    """An absence on the list; `rank` says how far up."""

    rank: int
    columns: tuple[str, str, str, str]


def list_lines(subject: Subject, *, is_all: bool) -> Iterator[str]:
    """Yield the list of absences; with `is_all` what is over as well."""
    rows = sorted(
        (_row(each, subject) for each in subject.desk.timeline.stretches),
        key=lambda row: row.rank,
    )
    shown = [row.columns for row in rows if is_all or row.rank < _OVER]
    if not shown:
        yield "No absence runs, and none is planned."
    widths = [max(map(len, column)) for column in zip(*shown, strict=True)]
    for columns in shown:
        padded = (text.ljust(width) for text, width in zip(columns, widths, strict=True))
        yield "  ".join(padded).rstrip()
    hidden = len(rows) - len(shown)
    if hidden:
        verb = "are" if hidden > 1 else "is"
        yield f"{hidden} more {verb} over: portalgen away --list --all"


_RUNNING, _COMING, _OVER = 0, 1, 2


def _row(stretch: Stretch, subject: Subject) -> _Row:
    moment = subject.desk.moment
    # What is called off is told until its former end, or the day of the promised word.
    ends = stretch.gone if stretch.is_cancelled else stretch.ends
    if ends is not None and ends <= moment:
        rank, state = _OVER, "over"
    elif stretch.holds(moment):
        rank, state = _RUNNING, "running"
    else:
        rank, state = _COMING, "announced"
    if stretch.is_cancelled:
        state = "cancelled"
    elif rank < _OVER and not may_be_seen(stretch, subject):
        state = "not announced yet"
    when = exact_days(stretch, owners_voice(subject.voice))
    return _Row(rank, (stretch.absence.id, when, state, _cover(stretch, subject)))


def _cover(stretch: Stretch, subject: Subject) -> str:
    """Return the ids of who is in charge, each once; nothing where the owner is there."""
    if stretch.absence.level is Level.NEWS:
        return "news"
    desk = subject.desk
    found = charges(desk.timeline.cover[stretch.absence.id], stretch, desk.portal)
    return ", ".join(dict.fromkeys(each.person_id or NOBODY for each in found))
