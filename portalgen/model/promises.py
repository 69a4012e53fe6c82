"""promises.yaml: the standard, and what happens when the ball is dropped."""

from typing import ClassVar

from pydantic import Field

from portalgen.model.fields import LengthOrWords, Prose, Slug, Text
from portalgen.model.section import Section


class Standard(Section):
    """One thing that clients can rely on."""

    noun: ClassVar[str] = "standard"

    id: Slug = Field(description="Its anchor on the page.", examples=["answer-in-time"])
    text: Text = Field(
        description="The promise.", examples=["You hear back by the end of the next business day."]
    )
    measure: LengthOrWords | None = Field(
        None, description="How it is measured: a length or words."
    )
    if_missed: Text | None = Field(
        None,
        description="What you do if it is missed.",
        examples=["I call you the same day and say why."],
    )


class Promises(Section):
    """The standard, and what happens when the ball is dropped."""

    noun: ClassVar[str] = "file"

    standards: tuple[Standard, ...] = Field((), description="What clients can rely on.")
    when_i_drop_the_ball: Prose | None = Field(
        None,
        description="How you own up, make it right and follow through.",
        examples=["I tell you before you have to ask."],
    )
