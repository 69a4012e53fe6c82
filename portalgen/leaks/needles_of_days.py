"""Needles for days and instants, in words and as programs write them."""

from dataclasses import dataclass
from datetime import date, datetime

from portalgen.leaks import machine_days
from portalgen.leaks.haystack import Haystack
from portalgen.leaks.known import Known
from portalgen.leaks.needles_of_texts import Phrase
from portalgen.leaks.secret import Needle


@dataclass(frozen=True)
class DayPhrase(Phrase):
    """Days in words, such as `December 21 to January 1`."""

    days: frozenset[date]

    def is_common(self, known: Known) -> bool:
        """Return whether all of its days are public."""
        return all(map(known.days.has_name, self.days))

    def is_public(self, known: Known) -> bool:
        """Return whether its days are public, or a public text says the same."""
        return self.is_common(known) or self.letters in known.letters


class SingleDayPhrase(DayPhrase):
    """A day in words; pages may name it for no other reason than that doors open then."""

    def is_common(self, known: Known) -> bool:
        """Return whether it is public, or it is told when doors open around it."""
        return any(map(known.days.tells_openings_of, self.days)) or super().is_common(known)


@dataclass(frozen=True)
class Day(Needle):
    """A day as programs write it."""

    day: date

    def may_stand_in(self, hay: Haystack) -> bool:
        """Return whether its digits are there, perhaps in an instant."""
        return f"{self.day:%Y%m%d}".encode() in hay.letters

    def stands_in(self, hay: Haystack) -> bool:
        """Return whether it stands alone."""
        return machine_days.stands_alone(self.day, hay.text)

    def is_common(self, known: Known) -> bool:
        """Return whether it is public."""
        return known.days.has(self.day)

    def is_public(self, known: Known) -> bool:
        """Return whether it is public, or stands in a public text."""
        return self.is_common(known) or f"{self.day:%Y%m%d}".encode() in known.letters


class MarkedDay(Day):
    """A day that a calendar on a page shows as away."""

    def may_stand_in(self, hay: Haystack) -> bool:
        """Return whether it is marked."""
        return self.day in hay.marked_days

    def stands_in(self, hay: Haystack) -> bool:
        """Return whether it is marked."""
        return self.may_stand_in(hay)

    def is_common(self, known: Known) -> bool:
        """Return whether something that is public marks it."""
        return known.days.marks(self.day)


@dataclass(frozen=True)
class Instant(Needle):
    """An instant (UTC) as programs write it, or as the script is told it."""

    instant: datetime

    def may_stand_in(self, hay: Haystack) -> bool:
        """Return whether its day is there, or the script is told it."""
        is_there = f"{self.instant:%Y%m%d}".encode() in hay.letters
        return is_there or self.instant in hay.live_instants

    def stands_in(self, hay: Haystack) -> bool:
        """Return whether it is there to the minute."""
        is_live = self.instant in hay.live_instants
        return is_live or machine_days.stands(self.instant, hay.text)

    def is_common(self, known: Known) -> bool:
        """Return whether something else that is public begins or ends with it."""
        return known.days.has_instant(self.instant)
