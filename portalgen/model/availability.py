"""availability.yaml: when clients reach the practice."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from portalgen.model.fields import Day, DayOrYearlyDay, LengthOfTime, Name, OpenHours, Prose, Text
from portalgen.model.maps import Week
from portalgen.model.section import Broken, BrokenKey, Section
from portalgen.model.values import Hours, Length, Unit, Unreadable
from portalgen.model.written import Written, choice


class NewClients(StrEnum):
    """Whether new clients are taken."""

    OPEN = "open"
    WAITLIST = "waitlist"
    CLOSED = "closed"


class SpecialDay(Section):
    """A day, or days, with other hours than usual."""

    noun: ClassVar[str] = "special day"

    day: DayOrYearlyDay | None = Field(
        None, description="The day: YYYY-MM-DD, or MM-DD for every year.", examples=["12-24"]
    )
    from_: DayOrYearlyDay | None = Field(
        None, alias="from", description="The first day, if there are several.", examples=["07-01"]
    )
    until: DayOrYearlyDay | None = Field(
        None, description="The last day, included.", examples=["07-31"]
    )
    hours: OpenHours | None = Field(
        None, description="The hours of each of these days.", examples=["closed"]
    )
    weekly: Week | None = Field(
        None,
        description="Or: the days of the week that change; the others stay as they are.",
        examples=["fri: 09:00-11:00"],
    )
    label: Text | None = Field(None, description="What clients read.", examples=["Summer Fridays"])

    @property
    def first(self) -> object:
        """The first day, dated or yearly."""
        return self.day if self.day is not None else self.from_

    @property
    def last(self) -> object:
        """The last day, included, dated or yearly."""
        return self.day if self.day is not None else self.until

    def broken_rules(self) -> Iterator[Broken]:
        """Either one day or a first and a last, either hours or weekly."""
        if self.day is not None and (self.from_ is not None or self.until is not None):
            yield BrokenKey(
                ("day",),
                "There is `day` beside `from` or `until`.",
                "Write `day` alone, or `from` and `until`.",
            )
        elif self.day is None and (self.from_ is None or self.until is None):
            missing = "from" if self.until is not None else "until"
            if self.from_ is None and self.until is None:
                found = "This special day has no day."
                yield Broken((), found, "Add `day:`, or `from:` and `until:`.")
            else:
                found = f"This special day lacks `{missing}`."
                yield Broken((), found, "Name the first and the last day, or `day:` alone.")
        elif self.day is None and type(self.from_) is not type(self.until):
            yield Broken(
                ("until",),
                "One of the two days has a year and the other has none.",
                "Write both with a year, or both without.",
            )
        elif (
            isinstance(self.from_, date)
            and isinstance(self.until, date)
            and self.until < self.from_
        ):
            yield Broken(
                ("until",),
                f"The last day, {self.until}, is before the first, {self.from_}.",
                "Correct one of the two.",
            )
        if (self.hours is None) == (self.weekly is None):
            if self.hours is None:
                yield Broken((), "This special day has no hours.", "Add `hours:`, such as closed.")
            else:
                found = "There is both `hours` and `weekly`."
                yield BrokenKey(("weekly",), found, "Write only one of the two.")


def _closed_names(text: str) -> str:
    name = " ".join(text.split())
    return "all" if name.lower() == "all" else name


def _country(text: str) -> str:
    code = text.strip().upper()
    if not (2 <= len(code) <= 3 and code.isalpha() and code.isascii()):
        raise Unreadable(
            f"`{text}` is not a country's code.", "Write two letters, such as US or DE."
        )
    return code


def _region(text: str) -> str:
    return text.strip().upper()


class PublicHolidays(Section):
    """The public holidays on which the practice is closed."""

    noun: ClassVar[str] = "public holidays"

    country: Annotated[
        str, Written("country", "a country code", _country, "US", r"^[A-Za-z]{2,3}$")
    ] = Field(description="The country, as a code of two letters.", examples=["US"])
    region: (
        Annotated[
            str,
            Written(
                "region", "a region code", _region, "CA", r"^[A-Za-z0-9\u00C0-\u024F .'-]{1,60}$"
            ),
        ]
        | None
    ) = Field(None, description="The state or region, as its code.", examples=["CA"])
    closed: tuple[
        Annotated[str, Written("holiday", "all, or names of holidays", _closed_names, "all")], ...
    ] = Field(
        ("all",),
        description="all, or the names of the holidays on which you are closed.",
        examples=["all"],
    )
    open: tuple[Name, ...] = Field(
        (),
        description="The names of holidays on which you are open all the same.",
        examples=["Columbus Day"],
    )

    @property
    def closed_on_all(self) -> bool:
        """Whether every holiday closes the practice, but for the exceptions."""
        return "all" in self.closed

    def broken_rules(self) -> Iterator[Broken]:
        """Exceptions make sense only where all holidays are meant."""
        if self.closed_on_all and len(self.closed) > 1:
            yield Broken(
                ("closed",),
                "`all` stands beside names of holidays.",
                "Write all, or the names alone.",
            )
        if self.open and not self.closed_on_all:
            yield Broken(
                ("open",),
                "Exceptions are for `closed: all`; here the closed holidays are listed.",
                "Leave `open` out, or write `closed: all`.",
            )


class ReplyPromise(Section):
    """How soon clients hear back."""

    noun: ClassVar[str] = "reply promise"

    by: Text = Field(description="email, phone, text, or other words.", examples=["email"])
    within: LengthOfTime = Field(
        description="How soon they hear back. The day on which a message is first there in open "
        "hours does not count: 1 business day ends at the close of the next open day.",
        examples=["1 business day"],
    )
    note: Text | None = Field(
        None, description="What else to know.", examples=["Leave a message; I do not pick up."]
    )


class Emergency(Section):
    """What an emergency is, and what to do then."""

    noun: ClassVar[str] = "emergency"

    is_: tuple[Text, ...] = Field(
        (),
        alias="is",
        description="What counts as urgent.",
        examples=["You start a new job tomorrow"],
    )
    is_not: tuple[Text, ...] = Field(
        (), description="What can wait.", examples=["Moving a session next week"]
    )
    do: Prose | None = Field(
        None,
        description="What to do when it is urgent and nobody is away.",
        examples=["Send a text that starts with URGENT."],
    )
    danger: Prose | None = Field(
        None,
        description="What to do when life is at risk. It always stands first.",
        examples=["Call **911**, or call or text **988**."],
    )


class Availability(Section):
    """When clients reach the practice."""

    noun: ClassVar[str] = "file"

    weekly: Week | None = Field(
        None, description="The hours of a usual week. Days that are not named are closed."
    )
    special_days: tuple[SpecialDay, ...] = Field(
        (), description="Days with other hours. Public at once."
    )
    public_holidays: PublicHolidays | None = Field(
        None, description="The holidays on which the practice is closed."
    )
    replies: tuple[ReplyPromise, ...] = Field((), description="How soon clients hear back.")
    new_clients: Annotated[NewClients, choice(NewClients)] | None = Field(
        None, description="Whether new clients are taken.", examples=["open"]
    )
    next_opening: Day | None = Field(
        None,
        description="The day from which new clients are expected to be taken.",
        examples=["2027-02-01"],
    )
    announce: LengthOfTime = Field(
        Length(14, Unit.DAY),
        description="How long before an absence clients see it. An absence of less than a day is "
        "announced 2 days before, unless its own `announce` says otherwise.",
        examples=["14 days"],
    )
    appointments: Text | None = Field(
        None,
        description="What happens to booked appointments during an absence.",
        examples=["Sessions in this time are moved; you get a mail with new times."],
    )
    emergency: Emergency | None = Field(
        None, description="What counts as urgent and what to do then."
    )

    @property
    def usual_week(self) -> tuple[Hours, ...] | None:
        """The hours from Monday to Sunday, or None where the practice names none."""
        if self.weekly is None:
            return None
        return tuple(hours or Hours() for hours in self.weekly)

    def broken_rules(self) -> Iterator[Broken]:
        """The announcement of absences runs on the calendar."""
        if self.announce.unit.counts_open_time:
            found = "What is announced is counted in days of the calendar."
            yield Broken(("announce",), found, "Write such as 14 days.")
