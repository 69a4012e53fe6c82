"""backup.yaml: the second-in-command."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from portalgen.model.fields import (
    Day,
    DayOrMoment,
    Email,
    Image,
    LengthOfTime,
    Name,
    Phone,
    Slug,
    Text,
    Timezone,
    Url,
)
from portalgen.model.maps import Week
from portalgen.model.section import Broken, Section
from portalgen.model.times import end_before_start
from portalgen.model.written import choice


class Show(StrEnum):
    """When a contact of a backup is public."""

    WHILE_AWAY = "while-away"
    ALWAYS = "always"


class BackupContact(Section):
    """One way to reach a backup."""

    noun: ClassVar[str] = "contact"

    phone: Phone | None = Field(None, description="A number to call.")
    text: Phone | None = Field(None, description="A number for text messages.")
    email: Email | None = Field(
        None, description="An address to write to.", examples=["dana@example.com"]
    )
    url: Url | None = Field(
        None, description="A page to use.", examples=["https://dana.example/contact"]
    )
    for_: Text | None = Field(
        None, alias="for", description="What this way is for.", examples=["only what can not wait"]
    )
    show: Annotated[Show, choice(Show)] | None = Field(
        None, description="When it is public, if it differs.", examples=["while-away"]
    )

    @property
    def way(self) -> str:
        """Which of phone, text, email and url this is."""
        return next(way for way in _WAYS if getattr(self, way) is not None)

    @property
    def value(self) -> str:
        """The number or address."""
        return str(getattr(self, self.way))

    def broken_rules(self) -> Iterator[Broken]:
        """Each contact is exactly one way."""
        ways = [way for way in _WAYS if getattr(self, way) is not None]
        if len(ways) != 1:
            found = "Two ways stand in one contact." if ways else "This contact names no way."
            instead = "Write one of phone, text, email or url for each, with a dash in front."
            yield Broken((), found, instead)


_WAYS = ("phone", "text", "email", "url")


class BackupAbsence(Section):
    """A time in which a backup is away, in the backup's own zone."""

    noun: ClassVar[str] = "absence"

    from_: DayOrMoment = Field(alias="from", description="The first day, or a moment.")
    until: DayOrMoment = Field(
        description="The last day (included), or a moment.", examples=["2026-12-28"]
    )

    def broken_rules(self) -> Iterator[Broken]:
        """An absence ends after it starts."""
        yield from end_before_start(self.from_, self.until, "until")


class Backup(Section):
    """One person who covers."""

    noun: ClassVar[str] = "backup"

    id: Slug = Field(description="The name by which other files speak of them.", examples=["dana"])
    name: Name = Field(description="Their name, as clients read it.")
    role: Text | None = Field(
        None, description="Who they are to the practice.", examples=["Fellow coach since 2015"]
    )
    photo: Image | None = Field(
        None, description="A photo in content/images.", examples=["dana.jpg"]
    )
    in_charge_when: Text | None = Field(
        None,
        description="In which circumstances this person is in charge.",
        examples=["I am away for a day or longer"],
    )
    can: tuple[Text, ...] = Field((), description="What they may do.", examples=["Move a session"])
    cannot: tuple[Text, ...] = Field(
        (), description="What they may not do.", examples=["Change terms or prices"]
    )
    knows: tuple[Text, ...] = Field(
        (),
        description="What of the client's affairs they can see.",
        examples=["Your name and when you are booked"],
    )
    services: tuple[Slug, ...] = Field(
        ("all",), description="The services they cover, by id, or all.", examples=["all"]
    )
    weekly: Week | None = Field(
        None, description="When they can be reached; left out, the practice's hours."
    )
    timezone: Timezone | None = Field(
        None, description="Their time zone, if it differs.", examples=["America/New_York"]
    )
    contacts: tuple[BackupContact, ...] = Field((), description="How to reach them.")
    replies_within: LengthOfTime | None = Field(
        None, description="How soon they answer.", examples=["4 hours"]
    )
    show: Annotated[Show, choice(Show)] = Field(
        Show.WHILE_AWAY,
        description="When their contacts are public: only while an absence needs them, or always.",
        examples=["while-away"],
    )
    consent: Day | None = Field(
        None,
        description="The day on which they agreed to be named. Without it they are not named.",
        examples=["2026-09-01"],
    )
    away: tuple[BackupAbsence, ...] = Field((), description="Their own absences.")

    def takes(self, service: str) -> bool:
        """Return whether this person covers a service."""
        return "all" in self.services or service in self.services

    def broken_rules(self) -> Iterator[Broken]:
        """`nobody` and `all` are words of away.yaml and not names."""
        if self.id in {"nobody", "all"}:
            yield Broken(
                ("id",),
                f"`{self.id}` has a meaning of its own in other files.",
                "Choose another id.",
            )


class Backups(Section):
    """The second-in-command, and who else covers."""

    noun: ClassVar[str] = "file"

    backups: tuple[Backup, ...] = Field((), description="In the order in which they are asked.")
