"""practice.yaml: who this is."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from portalgen.model.fields import (
    Color,
    Email,
    Image,
    Language,
    Lines,
    Name,
    Phone,
    Prose,
    Repository,
    Slug,
    Text,
    Timezone,
    Url,
)
from portalgen.model.section import Broken, BrokenKey, Section
from portalgen.model.written import choice


class Kind(StrEnum):
    """The kind of a practice."""

    COACH = "coach"
    CONSULTANT = "consultant"
    THERAPIST = "therapist"
    REPAIR = "repair"
    ASSISTANT = "assistant"
    STUDIO = "studio"
    OTHER = "other"


class AddressForm(StrEnum):
    """How clients are addressed, in languages that have two ways."""

    FORMAL = "formal"
    INFORMAL = "informal"


class Channel(StrEnum):
    """A way to reach the practice."""

    EMAIL = "email"
    PHONE = "phone"
    TEXT = "text"
    ADDRESS = "address"
    BOOKING = "booking"


class Corners(StrEnum):
    """The shape of corners."""

    ROUND = "round"
    SOFT = "soft"
    SQUARE = "square"


class EditorBackend(StrEnum):
    """Where the phone editor keeps the content."""

    GITHUB = "github"
    GITLAB = "gitlab"


class Contact(Section):
    """How clients reach the practice."""

    noun: ClassVar[str] = "contact"

    email: Email = Field(description="The address that clients write to.")
    phone: Phone | None = Field(None, description="The number that clients call.")
    text: Phone | None = Field(None, description="The number that clients send text messages to.")
    address: Lines | None = Field(
        None,
        description="The postal address, a line for each line.",
        examples=["1200 Juniper Street, Suite 4"],
    )
    preferred: Annotated[Channel, choice(Channel)] | None = Field(
        None, description="The way that is best for you; it stands first.", examples=["email"]
    )
    booking: Url | None = Field(None, description="Where clients book an appointment.")
    pay: Url | None = Field(
        None, description="Where clients pay.", examples=["https://pay.example/ines"]
    )

    def broken_rules(self) -> Iterator[Broken]:
        """A preferred way must be one that is there."""
        if self.preferred is not None and getattr(self, self.preferred.value) is None:
            yield Broken(
                ("preferred",),
                f"`{self.preferred}` is preferred, but there is no `{self.preferred}` here.",
                f"Add `{self.preferred}:` or prefer another.",
            )


class Link(Section):
    """A link to something elsewhere."""

    noun: ClassVar[str] = "link"

    title: Text = Field(description="What the link is called.", examples=["My book"])
    url: Url = Field(description="Where it leads.", examples=["https://shop.example/book"])


class Look(Section):
    """How the portal looks."""

    noun: ClassVar[str] = "look"

    color: Color | None = Field(None, description="The color of links and buttons.")
    logo: Image | None = Field(None, description="A logo in content/images.", examples=["logo.svg"])
    photo: Image | None = Field(None, description="A photo of you in content/images.")
    corners: Annotated[Corners, choice(Corners)] = Field(
        Corners.SOFT, description="The shape of corners.", examples=["soft"]
    )


class Editor(Section):
    """Editing on a phone at /admin/."""

    noun: ClassVar[str] = "editor"

    backend: Annotated[EditorBackend, choice(EditorBackend)] = Field(
        description="Where the content is kept.", examples=["github"]
    )
    repo: Repository = Field(description="The repository with the content.")
    branch: Name = Field("main", description="The branch that is published.", examples=["main"])
    login: Url | None = Field(
        None,
        description="With github: the service through which you log in. Left out, you log in with "
        "a token.",
        examples=["https://login.example/"],
    )
    app_id: Name | None = Field(
        None,
        description="With gitlab: the id of the application through which you log in. Left out, "
        "you log in with a token.",
        examples=["3f2a9c"],
    )

    def broken_rules(self) -> Iterator[Broken]:
        """Each backend has its own way to log in."""
        if self.login is not None and self.backend is not EditorBackend.GITHUB:
            found = f"`login` is for github, and the backend is {self.backend}."
            yield BrokenKey(("login",), found, "Leave it out, or write `app_id:`.")
        if self.app_id is not None and self.backend is not EditorBackend.GITLAB:
            found = f"`app_id` is for gitlab, and the backend is {self.backend}."
            yield BrokenKey(("app_id",), found, "Leave it out, or write `login:`.")


class Practice(Section):
    """Who this is: the one file that every portal has."""

    noun: ClassVar[str] = "practice"

    name: Name = Field(description="The practice's name.", examples=["Ines Calder Coaching"])
    owner: Name | None = Field(
        None,
        description="The person whom clients deal with. Left out, the portal speaks of the "
        "practice by its name.",
        examples=["Ines"],
    )
    kind: Annotated[Kind, choice(Kind)] = Field(
        Kind.OTHER,
        description="The kind of practice: it picks a few words (session, visit, job) and what "
        "search engines are told.",
        examples=["coach"],
    )
    tagline: Text | None = Field(
        None,
        description="One line under the name.",
        examples=["Coaching for people who lead quietly"],
    )
    about: Prose | None = Field(
        None,
        description="A few paragraphs about you and the work.",
        examples=["I have worked with small teams since 2011."],
    )
    for_you_if: tuple[Text, ...] = Field(
        (),
        description="Whom the practice is for.",
        examples=["You want to change how you work, not just talk about it"],
    )
    not_for_you_if: tuple[Text, ...] = Field(
        (),
        description="Whom it is not for, said before anything is sold.",
        examples=["You are looking for therapy"],
    )
    timezone: Timezone = Field(
        description="The time zone of all days and times in this folder.",
        examples=["America/Los_Angeles"],
    )
    place: Name | None = Field(
        None,
        description="Words for the zone, as clients would say it: `San Diego` gives 9:00 am "
        "Pacific time (San Diego).",
        examples=["San Diego"],
    )
    language: Language = Field(
        "en-US", description="The language of the portal's own words, dates, times and money."
    )
    address_form: Annotated[AddressForm, choice(AddressForm)] = Field(
        AddressForm.FORMAL,
        description="How clients are addressed, in languages that have both ways.",
        examples=["formal"],
    )
    url: Url | None = Field(
        None,
        description="The public address, with a path if the portal lives in a folder. On Netlify "
        "it may be left out. Without it there is no sitemap.",
        examples=["https://ines-calder.example/"],
    )
    id: Slug | None = Field(
        None,
        description="Words for the ids in feed and calendar, which outlive a move to another "
        "address. Left out, the domain of the e-mail address is used.",
        examples=["ines-calder"],
    )
    contact: Contact = Field(description="How clients reach you.")
    links: tuple[Link, ...] = Field((), description="Links to what else you do.")
    look: Look = Field(Look(), description="Color, logo, photo.")
    editor: Editor | None = Field(None, description="Editing on a phone at /admin/.")

    @property
    def spoken_name(self) -> str:
        """The name by which the portal's own words call the person or the practice."""
        return self.owner or self.name

    def broken_rules(self) -> Iterator[Broken]:
        """A public address is the root of the portal and nothing within it."""
        if self.url and ("?" in self.url or "#" in self.url):
            yield Broken(
                ("url",),
                f"`{self.url}` is not the address of a whole site.",
                "Leave off the ? or #, and what follows.",
            )
