"""policies/*.md, what-to-expect/*.md and pages/*.md: front matter and a text."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, ClassVar, TypeVar

from pydantic import Field

from portalgen.model.fields import Day, Language, Prose, Slug, Text, WholeNumber, YesNo
from portalgen.model.section import Section
from portalgen.model.values import Markdown
from portalgen.model.written import choice


class PolicyStatus(StrEnum):
    """Whether a policy holds."""

    CURRENT = "current"
    RETIRED = "retired"


class Question(Section):
    """A question that clients ask, and its answer."""

    noun: ClassVar[str] = "question"

    q: Text = Field(description="The question.", examples=["Do you record sessions?"])
    a: Prose = Field(description="The answer.", examples=["No. You may, if you ask first."])


class Page(Section):
    """What all three kinds of pages have: an address, a title, a text."""

    noun: ClassVar[str] = "page"

    # The file's name gives the slug and its text the body; neither is written in front matter.
    slug: str = Field("", exclude=True)
    body: Prose = Field(Markdown(""), exclude=True)

    title: Text = Field(description="The title.", examples=["Confidentiality"])
    order: WholeNumber | None = Field(
        None, description="The place in lists; those without come last, by title."
    )
    was: tuple[Slug, ...] = Field(
        (), description="Former names of the file; their addresses lead here.", examples=["privacy"]
    )
    language: Language | None = Field(
        None, description="The language of this page, if not the portal's.", examples=["es"]
    )
    questions: tuple[Question, ...] = Field((), description="What clients ask about it.")


AnyPage = TypeVar("AnyPage", bound=Page)


def in_order(pages: Iterable[AnyPage]) -> list[AnyPage]:
    """Return pages of one kind as lists show them: by `order`, then those without one by title."""
    return sorted(pages, key=lambda each: (each.order is None, each.order or 0, each.title))


class Policy(Page):
    """A policy."""

    noun: ClassVar[str] = "policy"

    summary: Text = Field(
        description="The short version that opens the page.",
        examples=["What you say stays between us, with two exceptions."],
    )
    version: WholeNumber | None = Field(None, description="Which of its texts this is.")
    effective: Day | None = Field(None, description="Since when it holds.", examples=["2026-09-15"])
    review_by: Day | None = Field(
        None, description="The day by which you look it over again.", examples=["2027-09-15"]
    )
    agreement: YesNo = Field(
        True, description="Whether it is part of the agreement that clients acknowledge."
    )
    status: Annotated[PolicyStatus, choice(PolicyStatus)] = Field(
        PolicyStatus.CURRENT,
        description="current, or retired: it keeps its address and says that it ended.",
        examples=["current"],
    )


class Step(Section):
    """A step of working together, from both sides."""

    noun: ClassVar[str] = "step"

    when: Text = Field(description="When it is.", examples=["A day before"])
    you: Text | None = Field(
        None, description="What the client does.", examples=["Send one question"]
    )
    me: Text | None = Field(None, description="What you do.", examples=["Read it and prepare"])


class FactSheet(Page):
    """A fact sheet on what to expect."""

    noun: ClassVar[str] = "fact sheet"

    summary: Text = Field(
        description="The short version that opens the page.",
        examples=["Fifty minutes by video, no preparation needed."],
    )
    service: tuple[Slug, ...] = Field(
        (), description="The services it is about.", examples=["one-to-one"]
    )
    steps: tuple[Step, ...] = Field((), description="Working together, step by step.")
    bring: tuple[Text, ...] = Field(
        (), description="What to bring.", examples=["Something to write on"]
    )
    normal: tuple[Text, ...] = Field(
        (), description="What is normal.", examples=["Being nervous at first"]
    )
    call_me_if: tuple[Text, ...] = Field(
        (), description="When to call.", examples=["You feel worse for more than two days"]
    )
    not_this: tuple[Text, ...] = Field((), description="What this is not.", examples=["Therapy"])


class OwnPage(Page):
    """A page of the owner's own."""

    noun: ClassVar[str] = "page"

    summary: Text | None = Field(
        None, description="A line that opens the page.", examples=["Who is behind this."]
    )
    nav: YesNo = Field(False, description="Whether it stands in the menu; otherwise in the footer.")
