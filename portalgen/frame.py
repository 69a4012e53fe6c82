"""What every page shows around its own content: name, menu, hours, notices, footer.

The menu names only what is there to read. What is shown holds in any minute: the hours in
words and never open or closed, the notices of the moment of building with absolute days.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from portalgen import addresses, content_security
from portalgen.edition import Edition
from portalgen.formats.uri import reach_uri
from portalgen.look import look_address
from portalgen.model.away import Level
from portalgen.model.portal import Portal
from portalgen.model.prose import OwnPage, PolicyStatus, in_order
from portalgen.model.services import ServiceStatus
from portalgen.model.values import Hours, Markdown
from portalgen.timeline.absences import Stretch
from portalgen.wording.notices import NoticeText, Role, notice_text
from portalgen.wording.voice import Voice

FAVICON = "/favicon.svg"

# More different hours than these in a week are read on the page, not in a badge.
_ROWS_OF_A_BADGE = 3
_LEFT_TO_THE_PAGE = {Role.MESSAGE, Role.COVER, Role.URGENT, Role.UPDATE}
# A notice is short: before the return it leaves out what comes after, and the other way round.
_LATER = {Role.CATCH_UP}
_OVER_AFTERWARDS = {Role.DATES, Role.APPOINTMENTS, Role.BOOK_BY}


@dataclass(frozen=True)
class Link:
    """A label, and the address in the portal or elsewhere that it leads to."""

    label: str
    address: str


@dataclass(frozen=True)
class CoverLine:
    """Who is in charge, how to reach them when it is urgent, and the first way there is."""

    sentence: str
    urgent: str | None
    way: Link | None


@dataclass(frozen=True)
class Notice:
    """A notice as it stands on every page; `address` leads to all there is about it.

    `lines` are plain sentences. `news` is the message where it is all that the notice says.
    """

    text: NoticeText
    headline: str
    address: str
    lines: tuple[str, ...]
    covers: tuple[CoverLine, ...]
    news: Markdown | None


@dataclass(frozen=True)
class Frame:
    """What all pages share. The leading notice comes first."""

    name: str
    description: str
    logo: str | None
    email: Link
    menu: tuple[Link, ...]
    footer: tuple[Link, ...]
    hours_badge: str | None
    notices: tuple[Notice, ...]
    look_sheet: str
    content_security_policy: str
    home: str = addresses.HOME
    away: str = addresses.AWAY
    availability: str = addresses.AVAILABILITY
    favicon: str = FAVICON


def frame(edition: Edition, voice: Voice) -> Frame:
    """Return what every page of an edition shows."""
    portal = edition.portal
    practice = portal.practice
    return Frame(
        name=practice.name,
        description=practice.tagline or practice.name,
        logo=addresses.image(practice.look.logo) if practice.look.logo else None,
        email=Link(practice.contact.email, reach_uri("email", practice.contact.email)),
        menu=tuple(menu(portal, voice)),
        footer=tuple(_footer(portal, voice)),
        hours_badge=_hours_badge(portal, voice),
        notices=tuple(_notice(each, edition, voice) for each in noticed(edition)),
        look_sheet=look_address(practice.look),
        content_security_policy=content_security.policy(),
    )


def menu(portal: Portal, voice: Voice) -> Iterator[Link]:
    """Yield the pages of the menu, in its order."""
    if any(each.status is not ServiceStatus.RETIRED for each in portal.services.services):
        yield Link(voice.gettext("Services"), addresses.SERVICES)
    if portal.fact_sheets:
        yield Link(voice.gettext("What to expect"), addresses.WHAT_TO_EXPECT)
    if portal.terms is not None:
        yield Link(voice.gettext("Terms"), addresses.TERMS)
    if any(each.status is PolicyStatus.CURRENT for each in portal.policies):
        yield Link(voice.gettext("Policies"), addresses.POLICIES)
    if has_availability(portal):
        yield Link(voice.gettext("Availability"), addresses.AVAILABILITY)
    yield from (_own(each) for each in in_order(portal.pages) if each.nav)
    yield Link(voice.gettext("Contact"), addresses.CONTACT)


def has_availability(portal: Portal) -> bool:
    """Return whether there is anything to say about when the practice can be reached."""
    told = portal.availability
    emergency = told.emergency
    return any(
        (
            told.weekly,
            told.special_days,
            told.public_holidays,
            told.replies,
            told.new_clients,
            told.next_opening,
            emergency and (emergency.is_ or emergency.is_not or emergency.do or emergency.danger),
        )
    )


def away_title(portal: Portal, voice: Voice) -> str:
    """Return the title of the page about absences, which links to it say too."""
    return voice.gettext("When %(name)s is away", name=portal.practice.spoken_name)


def noticed(edition: Edition) -> tuple[Stretch, ...]:
    """Return the absences that pages tell of, what matters most first.

    What runs and concerns everybody leads, the one that `timeline.running` puts first. Then
    comes what is next, then what is off, then pauses of single services, then news.
    """
    found = edition.timeline.noticed(edition.moment)
    running = (each for each in found if _weight(each, edition) == 0)
    others = (each for each in found if _weight(each, edition) > 0)
    return (*running, *sorted(others, key=lambda each: (_weight(each, edition), each.starts)))


def _weight(stretch: Stretch, edition: Edition) -> int:
    if stretch.absence.level is Level.NEWS:
        return 4
    if not stretch.concerns_all:
        return 3
    if stretch.is_cancelled:
        return 2
    return 0 if stretch.holds(edition.moment) else 1


def _footer(portal: Portal, voice: Voice) -> Iterator[Link]:
    yield Link(away_title(portal, voice), addresses.AWAY)
    promises = portal.promises
    if promises is not None and (promises.standards or promises.when_i_drop_the_ball):
        yield Link(voice.gettext("Promises"), addresses.PROMISES)
    yield from (_own(each) for each in in_order(portal.pages) if not each.nav)


def _own(page: OwnPage) -> Link:
    return Link(page.title, addresses.own_page(page.slug))


def _hours_badge(portal: Portal, voice: Voice) -> str | None:
    """Return the hours of a usual week in words; None where there are none to tell."""
    week = portal.availability.usual_week
    if week is None or not any(hours.ranges for hours in week):
        return None
    rows = [
        voice.pgettext("days and hours", "%(days)s, %(hours)s", days=days, hours=hours)
        for days, hours in voice.week(week)
        if hours != voice.hours(Hours())
    ]
    if len(rows) > _ROWS_OF_A_BADGE:
        # Translators: the zone is such as "Pacific time (San Diego)".
        return voice.gettext("Hours differ from day to day, %(zone)s", zone=voice.zone)
    # Translators: the hours are such as "Monday to Thursday, 9:00 am to 4:00 pm".
    return voice.gettext("%(hours)s, %(zone)s", hours="; ".join(rows), zone=voice.zone)


def _notice(stretch: Stretch, edition: Edition, voice: Voice) -> Notice:
    absence = stretch.absence
    cover = tuple(
        span
        for span in edition.timeline.cover[absence.id]
        if span.ends is None or span.ends > edition.moment
    )
    text = notice_text(stretch, edition.portal, voice, cover)
    is_back = stretch.back is not None and stretch.back <= edition.moment
    # Whom to ask is of use from the first day on; until then the page about absences tells it.
    begins = stretch.starts < edition.moment + edition.next_build
    left_out = _LEFT_TO_THE_PAGE | (_OVER_AFTERWARDS if is_back else _LATER)
    return Notice(
        text=text,
        headline=(text.returned or text.headline) if is_back else text.headline,
        address=addresses.absence(absence.id),
        lines=tuple(
            each.text
            for each in text.sentences
            if each.role not in left_out and each.holds(edition.moment)
        ),
        covers=tuple(_cover_lines(text, edition.portal)) if begins and not is_back else (),
        news=text.message if absence.level is Level.NEWS and not text.is_cancelled else None,
    )


def _cover_lines(text: NoticeText, portal: Portal) -> Iterator[CoverLine]:
    for each in text.cover:
        person = portal.person(each.person_id) if each.person_id else None
        contact = person.contacts[0] if person and person.contacts else None
        way = Link(contact.value, reach_uri(contact.way, contact.value)) if contact else None
        yield CoverLine(each.sentence, each.urgent, way)
