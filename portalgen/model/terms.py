"""terms.yaml: the terms, clause by clause."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from portalgen.model.fields import (
    AmountOrWords,
    Day,
    LengthOfTime,
    Prose,
    Slug,
    Text,
    Url,
    WholeNumber,
    YesNo,
)
from portalgen.model.maps import Values
from portalgen.model.section import Broken, Section
from portalgen.model.values import Length
from portalgen.model.written import choice


class Acknowledgement(StrEnum):
    """A way in which clients acknowledge the agreement."""

    NETLIFY = "netlify"
    FORMSPREE = "formspree"
    MAILTO = "mailto"
    PRINT = "print"


class Example(Section):
    """What a clause means in a case."""

    noun: ClassVar[str] = "example"

    when: Text = Field(
        description="What happens.", examples=["You cancel on Monday for Tuesday afternoon"]
    )
    then: Text = Field(description="What follows.", examples=["Nothing is charged"])


class Clause(Section):
    """One clause of the terms."""

    noun: ClassVar[str] = "clause"

    id: Slug = Field(description="The clause's anchor, kept across versions.", examples=["cancel"])
    title: Text = Field(description="What it is about.", examples=["Cancelling a session"])
    short: Text = Field(
        description="The plain version, in one or two sentences.",
        examples=["Cancel a day ahead and nothing is charged."],
    )
    full: Prose | None = Field(
        None,
        description="The exact text.",
        examples=[
            "A session may be cancelled free of charge until {{ terms.cancel.notice }} before it."
        ],
    )
    my_side: Text | None = Field(
        None,
        description="What you owe in return; a clause with a fee needs it.",
        examples=["If I cancel late, your next session is free."],
    )
    examples: tuple[Example, ...] = Field((), description="What it means in a case or two.")
    values: Values = Field(
        {},
        description="Numbers of the clause, by name, so that each is written once. `notice` gives "
        "the last moment to cancel.",
    )
    fee: AmountOrWords | None = Field(
        None, description="What it costs the client.", examples=["80 USD"]
    )
    negotiable: YesNo = Field(False, description="Whether it can be talked about.")

    def broken_rules(self) -> Iterator[Broken]:
        """What the client may owe has a counterpart."""
        if self.fee is not None and self.my_side is None:
            yield Broken(
                ("fee",),
                "This clause has a fee and nothing that you owe in return.",
                "Add `my_side:` with what the client can hold you to.",
            )
        if "notice" in self.values and not isinstance(self.values["notice"], Length):
            yield Broken(
                ("values", "notice"),
                "`notice` is not a length of time, and the last moment to cancel is worked out "
                "from it.",
                "Write such as 24 hours.",
            )


class Terms(Section):
    """The terms, clause by clause."""

    noun: ClassVar[str] = "file"

    title: Text | None = Field(
        None, description="The title of the page.", examples=["How we work together"]
    )
    version: WholeNumber | None = Field(None, description="The number of this version.")
    published: Day | None = Field(
        None, description="The day on which clients could first read it.", examples=["2026-08-15"]
    )
    effective: Day | None = Field(
        None, description="The day from which it holds.", examples=["2026-09-15"]
    )
    material: YesNo = Field(False, description="Whether this version needs a new acknowledgement.")
    change_note: Text | None = Field(
        None,
        description="What changed, for clients.",
        examples=["The notice for moving a session is shorter."],
    )
    why: Text | None = Field(
        None,
        description="Why there are terms, or why they changed.",
        examples=["So that neither of us has to guess."],
    )
    change_notice: LengthOfTime | None = Field(
        None,
        description="The time between publishing and effect of a material change.",
        examples=["30 days"],
    )
    acknowledge: tuple[Annotated[Acknowledgement, choice(Acknowledgement)], ...] = Field(
        (), description="How clients can acknowledge, in the order to offer.", examples=["print"]
    )
    form_address: Url | None = Field(
        None,
        description="The address of the form, for formspree.",
        examples=["https://forms.example/f/abc"],
    )
    clauses: tuple[Clause, ...] = Field((), description="The clauses, in the order shown.")

    def broken_rules(self) -> Iterator[Broken]:
        """Versions hold from the day they are published, or later; forms have an address."""
        if self.published and self.effective and self.effective < self.published:
            yield Broken(
                ("effective",),
                f"The terms hold from {self.effective}, before they are published "
                f"({self.published}).",
                "Let them hold from that day or a later one.",
            )
        if Acknowledgement.FORMSPREE in self.acknowledge and self.form_address is None:
            found = "formspree needs the address of your form."
            yield Broken(("acknowledge",), found, "Add `form_address:` with it.")
