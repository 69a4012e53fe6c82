"""A new absence as it is asked for → the entry that away.yaml gets.

Only times are judged here, because words such as `tomorrow` are not known to the file, and a
mistyped year is found nowhere else. Everything else is the model's to judge.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from portalgen.changes.ids import new_id
from portalgen.changes.plans import Plan
from portalgen.changes.refused_times import (
    refuse_a_wrong_order,
    refuse_the_past,
    refuse_without_a_word,
)
from portalgen.changes.spans import Typed, span_meant
from portalgen.changes.words import (
    FURTHER_NOTICE,
    End,
    Time,
    day_meant,
    end_meant,
    length_or_day_meant,
    time_meant,
)
from portalgen.days import zone
from portalgen.editing.edits import Add, Value
from portalgen.model.away import Absence, Detail, Level
from portalgen.model.portal import Portal
from portalgen.model.times import day_part, written
from portalgen.model.values import FurtherNotice
from portalgen.problems import WrongUse


@dataclass(frozen=True)
class Asked:
    """A new absence as it was typed: when, and the other fields by their keys."""

    when: str
    fields: Mapping[str, Value] = field(default_factory=dict)

    def text(self, key: str) -> str | None:
        """Return the text that was typed for a field, if there is one."""
        value = self.fields.get(key)
        return value if isinstance(value, str) else None


def new_absence(asked: Asked, portal: Portal, now: datetime) -> Plan:
    """Return the plan to add an absence, seen by an owner whose clock shows `now`.

    Raises Unreadable for a time that can not be read, WrongUse for one that can not be meant.
    """
    typed = _with_an_end(_typed(asked, now), asked)
    refuse_the_past(typed, now)
    times = _other_times(asked, typed.starts, now)
    if isinstance(typed.ends, FurtherNotice) and "back" not in times:
        refuse_without_a_word(times.get("review"))
    refuse_a_wrong_order(
        typed.starts, typed.ends, times.get("back"), zone(portal.practice.timezone)
    )
    fields: dict[str, Value] = {
        **asked.fields,
        "id": asked.text("id") or _id(asked, typed.starts, portal),
        "from": written(typed.starts),
        **{
            key: value if isinstance(value, str) else written(value) for key, value in times.items()
        },
    }
    if typed.ends is not None:
        fields["until"] = _written_end(typed.ends)
    absence_id = str(fields["id"])
    return Plan(
        Add({key: fields[key] for key in Absence.written_keys() if fields.get(key)}), absence_id
    )


def _typed(asked: Asked, now: datetime) -> Typed:
    """Return when the absence is, with the one end that was typed."""
    typed, until = span_meant(asked.when, now), asked.text("until")
    if until is None:
        return typed
    ends = end_meant(until, now, after=day_part(typed.starts))
    if typed.ends is not None and typed.ends != ends:
        raise WrongUse(
            f"There are two ends, {_written_end(typed.ends)} and {_written_end(ends)}. Write one."
        )
    return Typed(typed.starts, ends)


def _with_an_end(typed: Typed, asked: Asked) -> Typed:
    """Return a time that ends with its first day, where no end is typed."""
    if typed.ends is not None or asked.text("back") is not None:
        return typed
    return Typed(typed.starts, day_part(typed.starts))


def _other_times(asked: Asked, starts: Time, now: datetime) -> dict[str, str | Time]:
    """Return the other days and moments, those before the absence seen from today."""
    first, found = day_part(starts), dict[str, str | Time]()
    if back := asked.text("back"):
        found["back"] = time_meant(back, now, after=first)
    if review := asked.text("review"):
        found["review"] = day_meant(review, now, after=first)
    if book_by := asked.text("book_by"):
        found["book_by"] = time_meant(book_by, now)
    if announce := asked.text("announce"):
        meant = length_or_day_meant(announce, now)
        found["announce"] = meant if isinstance(meant, date) else str(meant)
    return found


def _id(asked: Asked, starts: Time, portal: Portal) -> str:
    """Return a readable id; it tells the reason only if clients may read that."""
    is_told = asked.text("detail") in {None, Detail.FULL}
    reason = (asked.text("reason") or "") if is_told else ""
    level = (asked.text("level") or Level.AWAY).lower()
    return new_id(reason, level, day_part(starts), {each.id for each in portal.absences})


def _written_end(ends: End) -> str:
    return FURTHER_NOTICE if isinstance(ends, FurtherNotice) else written(ends)
