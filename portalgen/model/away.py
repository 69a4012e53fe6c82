"""away.yaml: the one file that is edited when life happens."""

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from portalgen.model.fields import (
    Day,
    DayOrMoment,
    End,
    LengthOfTime,
    LengthOrDay,
    Moment,
    Prose,
    Slug,
    Text,
    WholeNumber,
)
from portalgen.model.section import Broken, BrokenKey, Section
from portalgen.model.times import day_part, end_before_start, first_moment, written
from portalgen.model.values import FurtherNotice, Length
from portalgen.model.written import choice

NOBODY = "nobody"


class Level(StrEnum):
    """What an absence means for clients."""

    AWAY = "away"
    CLOSED = "closed"
    LIMITED = "limited"
    NEWS = "news"


class Detail(StrEnum):
    """How much clients are told."""

    FULL = "full"
    DATES = "dates"
    VAGUE = "vague"


class AbsenceStatus(StrEnum):
    """Whether an absence takes place."""

    PLANNED = "planned"
    CANCELLED = "cancelled"


class Cover(Section):
    """A part of an absence that one person covers."""

    noun: ClassVar[str] = "cover"

    person: Slug = Field(description="The id of the backup.", examples=["dana"])
    from_: DayOrMoment | None = Field(
        None, alias="from", description="Since when, if not from the start."
    )
    until: DayOrMoment | None = Field(
        None, description="Until when, if not to the end.", examples=["2026-12-27"]
    )
    services: tuple[Slug, ...] = Field(
        (), description="For which services; left out, for all.", examples=["one-to-one"]
    )
    for_: Text | None = Field(
        None, alias="for", description="For what, in words.", examples=["anything about invoices"]
    )

    def broken_rules(self) -> Iterator[Broken]:
        """A cover ends after it starts."""
        if self.from_ is not None and self.until is not None:
            yield from end_before_start(self.from_, self.until, "until")


class Update(Section):
    """What changed about an absence since clients first read of it."""

    noun: ClassVar[str] = "update"

    at: Moment = Field(description="When; it is not shown before.", examples=["2026-12-28 09:00"])
    text: Text = Field(description="What changed.", examples=["Back a day later than planned."])


class Absence(Section):
    """One time in which clients do not find you as usual."""

    noun: ClassVar[str] = "absence"

    id: Slug = Field(
        "",
        description="A name that stays, even if the days change; left out, it is the first day. "
        "Clients can see it in addresses.",
        examples=["winter-break"],
    )
    from_: DayOrMoment = Field(alias="from", description="The first day away, or a moment.")
    until: End | None = Field(
        None,
        description="The last day away (included), or a moment (excluded), or: further notice.",
        examples=["2027-01-01"],
    )
    back: DayOrMoment | None = Field(
        None,
        description="The first day back, or a moment; `until` or `back` is enough.",
        examples=["2027-01-04"],
    )
    review: Day | None = Field(
        None,
        description="With further notice: the day by which clients get the next word.",
        examples=["2026-11-27"],
    )
    level: Annotated[Level, choice(Level)] = Field(
        Level.AWAY,
        description="away; closed (the place is shut, replies go on); limited (open, replies are "
        "slow); news (nobody is away, the message is shown).",
        examples=["away"],
    )
    reason: Text | None = Field(
        None, description="Why, if you want to say it.", examples=["Winter break"]
    )
    message: Prose | None = Field(
        None,
        description="What else clients read.",
        examples=["Dana has your file and can move sessions."],
    )
    detail: Annotated[Detail, choice(Detail)] = Field(
        Detail.FULL,
        description="full; dates (no reason, no message); vague (no exact days at all).",
        examples=["full"],
    )
    announce: LengthOrDay | None = Field(
        None,
        description="From when on clients see it: a length before the start, or a day. Left out, "
        "availability.yaml says it; for less than a day it is 2 days.",
        examples=["14 days"],
    )
    book_by: DayOrMoment | None = Field(
        None, description="The last chance before it.", examples=["2026-12-16 17:00"]
    )
    catch_up: LengthOfTime | None = Field(
        None,
        description="For how long after your return replies are slow.",
        examples=["3 days"],
    )
    replies_within: LengthOfTime | None = Field(
        None,
        description="How soon clients hear back in slow times.",
        examples=["2 business days"],
    )
    appointments: Text | None = Field(
        None,
        description="What happens to what is booked in this time.",
        examples=["Sessions do not take place; nothing is charged."],
    )
    services: tuple[Slug, ...] = Field(
        (), description="The services that pause; left out, all of them.", examples=["one-to-one"]
    )
    backup: Slug | None = Field(
        None,
        description="Who covers: an id, or nobody. Left out, it is the first backup who is there, "
        "and nobody if you are away for less than a day.",
        examples=["dana"],
    )
    cover: tuple[Cover, ...] = Field((), description="Instead, when several share it.")
    status: Annotated[AbsenceStatus, choice(AbsenceStatus)] = Field(
        AbsenceStatus.PLANNED,
        description="planned or cancelled.",
        examples=["planned"],
    )
    updates: tuple[Update, ...] = Field((), description="What changed, newest first.")
    revision: WholeNumber | None = Field(
        None, description="The number of changes; left out, the number of updates."
    )
    private: Text | None = Field(
        None,
        description="For you alone: in no page, channel or letter.",
        examples=["Hotel number in the blue folder"],
    )

    def model_post_init(self, _context: object) -> None:
        """Take the first day as id where it is left out."""
        if not self.id:
            object.__setattr__(self, "id", day_part(self.from_).isoformat())

    @property
    def is_open_ended(self) -> bool:
        """Whether the absence has no end yet."""
        return self.until is FurtherNotice.FURTHER_NOTICE and self.back is None

    @property
    def last(self) -> date | datetime | None:
        """The last day (included) or the moment that ends it, if `until` says so."""
        return None if isinstance(self.until, FurtherNotice) else self.until

    def broken_rules(self) -> Iterator[Broken]:
        """An absence ends after it starts, says when, and is covered in one way only."""
        yield from self._broken_ends()
        if self.level is Level.NEWS and self.message is None:
            found = "This is news, but it says nothing."
            yield Broken((), found, "Add `message:` with what clients read.")
        if self.backup is not None and self.cover:
            found = "There is both `backup` and `cover`."
            yield BrokenKey(("cover",), found, "Write only one of the two.")
        if isinstance(self.announce, Length) and self.announce.unit.counts_open_time:
            found = "What is announced is counted in days of the calendar."
            yield Broken(("announce",), found, "Write such as 14 days.")
        if self.detail is Detail.VAGUE and self.is_open_ended:
            found = "An absence without an end can not be vague."
            yield Broken(("detail",), found, "Write full or dates.")

    def _broken_ends(self) -> Iterator[Broken]:
        if self.until is None and self.back is None:
            yield Broken(
                (),
                "This absence has no end.",
                "Add `until:` with the last day away, or with the words further notice; or `back:` "
                "with the first day back.",
            )
        if self.is_open_ended and self.review is None:
            yield Broken(
                ("until",),
                "An absence until further notice needs the day of the next word.",
                "Add `review:` with the day by which clients hear more.",
            )
        if self.review is not None and self.review < day_part(self.from_):
            yield Broken(
                ("review",),
                f"The next word comes by {self.review}, before the absence begins.",
                "Write a later day.",
            )
        if self.review is not None and self.until is not FurtherNotice.FURTHER_NOTICE:
            found = "`review` is for absences until further notice, and this one has an end."
            yield BrokenKey(("review",), found, "Leave it out.")
        if self.last is not None:
            yield from end_before_start(self.from_, self.last, "until")
        if self.back is not None and first_moment(self.back) <= first_moment(self.from_):
            yield Broken(
                ("back",),
                f"The day back, {written(self.back)}, is not after the start, "
                f"{written(self.from_)}.",
                "Correct one of the two.",
            )
        elif self.back is not None and self.last is not None and self._is_back_before(self.last):
            yield Broken(
                ("back",),
                f"The day back, {written(self.back)}, is not after the last day away, "
                f"{written(self.last)}.",
                "Correct one of the two, or leave one out.",
            )

    def _is_back_before(self, last: date | datetime) -> bool:
        assert self.back is not None
        if not isinstance(last, datetime) and day_part(self.back) <= last:
            return True
        return first_moment(self.back) < first_moment(last)


class Away(Section):
    """The absences: past, running and to come."""

    noun: ClassVar[str] = "file"

    away: tuple[Absence, ...] = Field((), description="The absences, in any order.")
