"""services.yaml: what is offered."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from portalgen.model.fields import Amount, Day, LengthOfTime, Prose, Slug, Text, YesNo
from portalgen.model.reading import slug_of
from portalgen.model.section import Broken, Section
from portalgen.model.written import choice


class ServiceStatus(StrEnum):
    """Whether a service can be had."""

    OPEN = "open"
    WAITLIST = "waitlist"
    PAUSED = "paused"
    RETIRED = "retired"


class NextPrice(Section):
    """The price that comes next."""

    noun: ClassVar[str] = "next price"

    amount: Amount = Field(description="The new amount.", examples=["460 USD"])
    starting: Day = Field(description="The first day of the new amount.", examples=["2027-01-01"])


class Price(Section):
    """What a service costs."""

    noun: ClassVar[str] = "price"

    amount: Amount = Field(description="The amount.")
    per: Text | None = Field(None, description="What the amount is for.", examples=["month"])
    at_least: YesNo = Field(
        False, description="Whether it can be more: clients read `from 420 USD`."
    )
    deposit: Amount | None = Field(
        None, description="What is paid in advance.", examples=["100 USD"]
    )
    due: Text | None = Field(
        None, description="When it is paid.", examples=["on the first of the month"]
    )
    note: Text | None = Field(
        None, description="What else to know about it.", examples=["Sliding scale on request"]
    )
    next: NextPrice | None = Field(
        None, description="The price to come; clients see both until then."
    )

    def broken_rules(self) -> Iterator[Broken]:
        """All amounts of a price are in one currency."""
        for path, money in (
            (("deposit",), self.deposit),
            (("next", "amount"), self.next.amount if self.next else None),
        ):
            if money is not None and money.currency != self.amount.currency:
                yield Broken(
                    path,
                    f"This is in {money.currency}, the price in {self.amount.currency}.",
                    "Use one currency within a price.",
                )


class Service(Section):
    """One thing that clients can have."""

    noun: ClassVar[str] = "service"

    id: Slug = Field(
        "",
        description="The service's address and the name by which other files speak of it; made "
        "from the title if left out.",
    )
    was: tuple[Slug, ...] = Field(
        (), description="Former ids; their addresses lead to the new one.", examples=["coaching"]
    )
    title: Text = Field(description="What it is called.", examples=["One-to-one coaching"])
    summary: Text | None = Field(
        None,
        description="One or two sentences for lists.",
        examples=["Four sessions a month, by video."],
    )
    description: Prose | None = Field(
        None,
        description="The whole of it, for the service's own page.",
        examples=["We meet every week and agree on one step."],
    )
    for_whom: tuple[Text, ...] = Field(
        (), description="For whom it is.", examples=["New leaders of small teams"]
    )
    not_for: tuple[Text, ...] = Field(
        (), description="For whom it is not.", examples=["A crisis that can not wait"]
    )
    length: LengthOfTime | None = Field(
        None, description="How long one appointment takes.", examples=["50 minutes"]
    )
    where: Text | None = Field(
        None,
        description="video, phone, at my place, at your place, or other words.",
        examples=["video"],
    )
    price: tuple[Price, ...] = Field((), description="What it costs; several if it depends.")
    includes: tuple[Text, ...] = Field(
        (), description="What the price includes.", examples=["Notes after each session"]
    )
    excludes: tuple[Text, ...] = Field(
        (), description="What it does not include.", examples=["Calls on weekends"]
    )
    you_bring: tuple[Text, ...] = Field(
        (), description="What the client brings.", examples=["A question that matters"]
    )
    i_bring: tuple[Text, ...] = Field(
        (), description="What you bring.", examples=["An agenda a day ahead"]
    )
    fact_sheet: Slug | None = Field(
        None,
        description="The fact sheet on what to expect; naming the service there is enough.",
        examples=["first-session"],
    )
    terms: tuple[Slug, ...] = Field(
        (), description="The clauses that matter most for it.", examples=["cancel"]
    )
    covered_by: tuple[Slug, ...] = Field(
        (),
        description="Who covers this service while you are away, in the order to ask.",
        examples=["dana"],
    )
    update_every: LengthOfTime | None = Field(
        None,
        description="How often the client hears from you while work is open, news or no news.",
        examples=["3 business days"],
    )
    status: Annotated[ServiceStatus, choice(ServiceStatus)] = Field(
        ServiceStatus.OPEN,
        description="open, waitlist, paused (from now on; with dates it is an absence), or "
        "retired, kept as a page that says so.",
        examples=["open"],
    )
    next_opening: Day | None = Field(
        None, description="The day from which there is room again.", examples=["2027-02-01"]
    )

    def model_post_init(self, _context: object) -> None:
        """Make the id from the title where it is left out."""
        if not self.id:
            object.__setattr__(self, "id", slug_of(self.title))

    def broken_rules(self) -> Iterator[Broken]:
        """A service has an id that an address can hold."""
        if not self.id:
            yield Broken(
                ("title",),
                "No address can be made from this title.",
                "Add `id:`, such as coaching.",
            )
        if self.id in self.was:
            yield Broken(
                ("was",), f"`{self.id}` is the id that it has today.", "Name only former ids."
            )


class Services(Section):
    """What is offered."""

    noun: ClassVar[str] = "file"

    services: tuple[Service, ...] = Field((), description="The services, in the order shown.")
