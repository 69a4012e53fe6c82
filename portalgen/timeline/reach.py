"""When a backup can be reached, as instants: their hours in their zone, less their absences."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from portalgen.days import day_of, zone
from portalgen.model.backup import Backup
from portalgen.model.portal import Portal
from portalgen.timeline.cover import away_spans
from portalgen.timeline.open_time import spans_of
from portalgen.timeline.spans import Span, clipped, merged, without


def reach_spans(
    backup: Backup, portal: Portal, starts: datetime, ends: datetime
) -> tuple[Span, ...]:
    """Return when a backup can be reached between two instants.

    One who names no hours has the practice's usual week, in the practice's zone. Where there
    is none either, nothing is known, and only the own absences are left out.
    """
    practice_zone = zone(portal.practice.timezone)
    own = zone(backup.timezone) if backup.timezone and backup.weekly else practice_zone
    week = backup.weekly or portal.availability.weekly
    if week is None:
        reachable: tuple[Span, ...] = (Span(starts, ends),)
    else:
        days = _days(day_of(starts, own) - timedelta(days=1), day_of(ends, own))
        hours = ((day, week[day.weekday()]) for day in days)
        reachable = merged(
            span for day, found in hours if found for span in spans_of(found, day, own)
        )
    return without(clipped(reachable, starts, ends), away_spans(backup, practice_zone))


def _days(first: date, last: date) -> Iterator[date]:
    return (date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1))
