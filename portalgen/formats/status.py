"""How `status.json` is spelled: the public format `portalgen-status`, version 1.

These models are the single source of the format. Its JSON Schema is made from them, by
`python -m portalgen.formats.status docs/status.schema.json`; docs/status.md is its manual. A
version may gain fields and roles of sentences, and loses or changes none. Nothing here knows a
portal or works anything out.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

FORMAT: Literal["portalgen-status"] = "portalgen-status"
VERSION: Literal[1] = 1

# What differs between two builds of the same content, and what is made from all the rest.
_UNREVISED = {"made", "next_change", "revision"}
_DIGITS_OF_A_REVISION = 12
_LONGEST_LINE = 100
_INSTANT = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"
_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

Level = Literal["away", "closed", "limited", "news"]
State = Literal["open", "closed", "limited", "away", "catching up", "unknown"]
Unit = Literal["minute", "hour", "day", "week", "business hour", "business day"]


class Part(BaseModel):
    """A part of the format: closed for those who make it, open for those who read it."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        # The schemas are built when they are first needed, and those of all parts at once.
        defer_build=True,
        json_schema_extra={"additionalProperties": True},
    )


class Practice(Part):
    """Whose status this is."""

    name: str = Field(description="The name of the practice.", examples=["Ines Calder Coaching"])
    owner: str = Field(
        description="Whom clients deal with; the name of the practice where nobody is named.",
        examples=["Ines"],
    )
    url: str | None = Field(
        None,
        description="The public address of the portal. Left out where the portal does not know it.",
        examples=["https://ines-calder.example/"],
    )
    language: str = Field(description="The language of the portal (BCP 47).", examples=["en-US"])


class Offset(Part):
    """How far the practice's clock is from UTC, from an instant on."""

    starts: datetime = Field(
        description="From when on; it holds until the next one starts.",
        examples=["2026-11-01T09:00:00Z"],
    )
    minutes: int = Field(
        description="Minutes east of UTC; west of it the number is negative.", examples=[-480]
    )


class Zone(Part):
    """The time zone in which the practice lives."""

    name: str = Field(description="Its IANA name.", examples=["America/Los_Angeles"])
    words: str = Field(description="Its name for people.", examples=["Pacific time (San Diego)"])
    offsets: tuple[Offset, ...] = Field(
        description="Its offsets over the time of `spans`, by their start, so that a program "
        "without a time zone database can tell the practice's clock."
    )


class Length(Part):
    """A length of time."""

    words: str = Field(description="In the language of the portal.", examples=["1 business day"])
    amount: int = Field(description="How many of the unit.", examples=[1])
    unit: Unit = Field(
        description="Minutes, hours, days and weeks run on the clock and the calendar of the "
        "practice. Business hours and days count its open time alone.",
        examples=["business day"],
    )


class Reply(Part):
    """How soon clients hear back, as a rule."""

    by: str = Field(
        description="The way, as the owner typed it: email, phone, text, or any other words.",
        examples=["email"],
    )
    words: str = Field(description="The way in the language of the portal.", examples=["Email"])
    within: Length = Field(description="How soon.")


class SlowTime(Part):
    """A time in which replies are slower than the rule."""

    starts: datetime = Field(description="When it begins.", examples=["2027-01-04T17:00:00Z"])
    ends: datetime | None = Field(
        None,
        description="When it is over. Left out while nobody knows.",
        examples=["2027-01-07T08:00:00Z"],
    )
    within: Length | None = Field(
        None, description="What is promised instead. Left out where nothing is."
    )


class Window(Part):
    """The time in which something is to be shown; a bound that is left out is none."""

    starts: datetime | None = Field(
        None, description="Not before this instant.", examples=["2026-11-15T08:00:00Z"]
    )
    ends: datetime | None = Field(
        None, description="No longer from this instant on.", examples=["2027-01-07T08:00:00Z"]
    )


class Sentence(Part):
    """One sentence of a notice."""

    role: str = Field(
        description="What it is about: dates, next word, overdue, replies, message, appointments, "
        "cover, urgent, book-by, catch-up, update. There may be more in time.",
        examples=["dates"],
    )
    text: str = Field(
        description="Plain text, which names its days and is true whenever it is read; that of "
        "the role `message` is Markdown.",
        examples=["Away from Monday, December 21, through Friday, January 1; back on Monday, …"],
    )
    shown: Window | None = Field(None, description="When to show it, if not as long as the notice.")


class Cover(Part):
    """Who is in charge for a time."""

    name: str | None = Field(
        None, description="Who. Left out where nobody is.", examples=["Dana Whitlock"]
    )
    starts: datetime = Field(description="From when on.", examples=["2026-12-21T08:00:00Z"])
    ends: datetime | None = Field(
        None,
        description="Until when. Left out while nobody knows.",
        examples=["2026-12-28T08:00:00Z"],
    )
    services: tuple[str, ...] | None = Field(
        None,
        description="For which services, by id. Left out, for all that the notice is about.",
        examples=[["one-to-one"]],
    )


class Notice(Part):
    """What clients read about one absence, closing, slow time or piece of news."""

    id: str = Field(
        description="It stays the same while the absence changes.", examples=["winter-break-2026"]
    )
    level: Level = Field(
        description="away: nobody is there. closed: the place is shut, replies go on. limited: "
        "open, replies are slow. news: all is as usual, and there is something to tell.",
        examples=["away"],
    )
    status: Literal["planned", "cancelled"] = Field(
        description="cancelled: it does not take place, and clients are told so.",
        examples=["planned"],
    )
    services: tuple[str, ...] | None = Field(
        None,
        description="The services that it is about, by id; the practice itself goes on then. "
        "Left out, it is about the practice as a whole.",
        examples=[["intensive-day"]],
    )
    precision: Literal["exact", "weeks"] = Field(
        description="weeks: the owner does not tell the days. All days and instants are then "
        "those of whole calendar weeks, and there is no `back`.",
        examples=["exact"],
    )
    shown: Window = Field(
        description="When to show the notice: from its announcement to a few days after."
    )
    starts: datetime = Field(
        description="When the absence itself begins.", examples=["2026-12-21T08:00:00Z"]
    )
    ends: datetime | None = Field(
        None,
        description="When the absence itself is over. Left out while nobody knows.",
        examples=["2027-01-02T08:00:00Z"],
    )
    first_day: date = Field(
        description="Its first day, by the calendar of the practice.", examples=["2026-12-21"]
    )
    last_day: date | None = Field(
        None,
        description="Its last day, included. Left out while nobody knows.",
        examples=["2027-01-01"],
    )
    back: datetime | None = Field(
        None,
        description="The first open time after it. Left out while nobody knows, and where nobody "
        "comes back.",
        examples=["2027-01-04T17:00:00Z"],
    )
    back_day: date | None = Field(
        None,
        description="The day of `back`, by the calendar of the practice.",
        examples=["2027-01-04"],
    )
    headline: str = Field(
        description="The headline, true before, during and after.",
        examples=["Ines away: December 21 to January 1"],
    )
    returned: str | None = Field(
        None,
        description="The headline from `back` on. Left out where the other one stays.",
        examples=["Ines back since Monday, January 4"],
    )
    sentences: tuple[Sentence, ...] = Field(
        description="All else that the notice says, in the order in which it is read."
    )
    cover: tuple[Cover, ...] = Field(
        description="Who is in charge meanwhile, by the start; how to reach them stands on the "
        "page at `address`."
    )
    revision: int = Field(
        description="How often the owner changed it since it was first announced.", examples=[0]
    )
    address: str = Field(
        description="The page with all there is about it. A full address, or one that is relative "
        "to the address of this file.",
        examples=["https://ines-calder.example/away/#winter-break-2026"],
    )


class Span(Part):
    """What holds of the practice as a whole for a time."""

    state: State = Field(
        description="limited and catching up are open, with slow replies. unknown: nobody can say.",
        examples=["open"],
    )
    starts: datetime = Field(description="From when on.", examples=["2026-11-23T17:00:00Z"])
    ends: datetime = Field(
        description="Until when. The next one starts at the same instant.",
        examples=["2026-11-23T20:00:00Z"],
    )
    absence: str | None = Field(
        None,
        description="The `id` of the absence that makes it so. Left out where the hours do. Its "
        "notice may be over and gone.",
        examples=["winter-break-2026"],
    )


class Status(Part):
    """Whether a practice can be reached, until when that is true, and what clients are told.

    An instant is UTC in whole seconds (RFC 3339) and a day is one of the practice's calendar.
    What starts and ends does so half-open: the instant `ends` is no longer in it.
    """

    format: Literal["portalgen-status"] = Field(
        description="The name of this format.", examples=[FORMAT]
    )
    version: Literal[1] = Field(
        description="The version of this format. Do not read one that you do not know.",
        examples=[VERSION],
    )
    revision: str = Field(
        description="Changes when anything in this file does but `made` and `next_change`. It can "
        "only be compared.",
        pattern=f"^[0-9a-f]{{{_DIGITS_OF_A_REVISION}}}$",
        examples=["3f9a1c0be254"],
    )
    made: datetime = Field(
        description="When the portal was built.", examples=["2026-11-23T15:10:00Z"]
    )
    good_until: datetime = Field(
        description="From this instant on the file is too old to say anything about the practice.",
        examples=["2027-02-01T08:00:00Z"],
    )
    next_change: datetime = Field(
        description="The first instant after `made` at which a state changes, or what a notice "
        "says.",
        examples=["2026-11-23T17:00:00Z"],
    )
    practice: Practice = Field(description="Who can be reached, or not.")
    zone: Zone = Field(description="The zone of its clock and its calendar.")
    replies: tuple[Reply, ...] = Field(
        description="How soon clients hear back, in the order in which the owner likes it best."
    )
    slow: tuple[SlowTime, ...] = Field(
        description="When replies are slower than that, by the start. They may overlap."
    )
    notices: tuple[Notice, ...] = Field(
        description="What clients are told that is not as usual, in the order in which the portal "
        "shows it. Show each only in its window."
    )
    spans: tuple[Span, ...] = Field(
        description="What holds when. They touch, do not overlap, and begin before `made`."
    )


def with_revision(said: Mapping[str, object], besides: str) -> Status:
    """Return a status that says all this, with the revision that goes with it.

    `besides` is what open pages show beyond it; a change there is a revision too. Raises
    ValidationError for what is not in the format.
    """
    status = Status.model_validate({**said, "revision": "0" * _DIGITS_OF_A_REVISION})
    facts = {name: each for name, each in _facts(status).items() if name not in _UNREVISED}
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    revision = sha256(f"{text}\n{besides}".encode()).hexdigest()[:_DIGITS_OF_A_REVISION]
    return status.model_copy(update={"revision": revision})


def status_text(status: Status) -> str:
    """Return a status as JSON that people can read too: short things take one line each."""
    return f"{_laid_out(_facts(status))}\n"


def status_schema() -> dict[str, Any]:
    """Return the JSON Schema of the format (draft 2020-12)."""
    from pydantic.json_schema import GenerateJsonSchema

    class Generator(GenerateJsonSchema):
        """Makes no titles of names, and tells of no null: what is None is left out."""

        def datetime_schema(self, schema: Any) -> Any:
            return {"type": "string", "format": "date-time", "pattern": _INSTANT}

        def field_title_should_be_set(self, schema: Any) -> bool:
            return False

        def nullable_schema(self, schema: Any) -> Any:
            return self.generate_inner(schema["schema"])

        def default_schema(self, schema: Any) -> Any:
            return self.generate_inner(schema["schema"])

    return {
        "$schema": Generator.schema_dialect,
        # A name and no address: nothing is to be fetched.
        "$id": f"urn:portalgen:format:{FORMAT}:{VERSION}",
        **Status.model_json_schema(schema_generator=Generator),
    }


def main() -> None:
    """Write the schema into the file that is named."""
    text = json.dumps(status_schema(), ensure_ascii=False, indent=2)
    Path(sys.argv[1]).write_text(f"{text}\n", encoding="utf-8", newline="\n")


def _facts(status: Status) -> dict[str, Any]:
    return status.model_dump(mode="json", exclude_none=True)


def _laid_out(value: object, margin: str = "", name: str = "") -> str:
    """Return JSON in which each thing that fits a line, with its name, stands on one."""
    text = f"{name}{_COMPACT.encode(value)}"
    if len(margin) + len(text) <= _LONGEST_LINE or not isinstance(value, dict | list):
        return text
    opening, closing = "[]" if isinstance(value, list) else "{}"
    items = ",\n".join(f"{margin} {item}" for item in _items(value, f"{margin} "))
    return f"{name}{opening}\n{items}\n{margin}{closing}"


def _items(value: dict[str, Any] | list[Any], margin: str) -> Iterator[str]:
    if isinstance(value, list):
        yield from (_laid_out(each, margin) for each in value)
    else:
        yield from (_laid_out(each, margin, f'"{name}":') for name, each in value.items())


if __name__ == "__main__":
    main()
