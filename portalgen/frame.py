"""What every page shows around its own content: name, menu, hours, notices, footer.

The menu names only what is there to read. What is shown without scripts holds in any minute:
the hours in words and never open or closed, the notices of the moment of building with absolute
days. Every announced notice is there with the window in which it holds.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from portalgen import addresses, content_security
from portalgen.edition import Edition
from portalgen.formats.uri import reach_uri
from portalgen.live import Window, iso_spans, live_facts, window_of
from portalgen.look import DARK_SURFACES, LIGHT_SURFACES
from portalgen.menu import Link, footer, has_availability, menu
from portalgen.model.away import Detail, Level
from portalgen.model.portal import Portal
from portalgen.model.values import Markdown
from portalgen.schema_org import practice_data
from portalgen.status import status_of
from portalgen.timeline import told
from portalgen.timeline.absences import Stretch
from portalgen.timeline.spans import Span
from portalgen.wording.covers import CoverText
from portalgen.wording.notices import NoticeText, Role, Sentence, notice_text
from portalgen.wording.plain import begun
from portalgen.wording.voice import Voice

FAVICON = "/favicon.svg"

# More different hours than these in a week are read on the page, not in a badge.
_ROWS_OF_A_BADGE = 3
_SHOWN_APART = {Role.MESSAGE, Role.COVER, Role.URGENT, Role.UPDATE}
_PROMISES_HOLD = {Level.AWAY, Level.CLOSED, Level.LIMITED}


@dataclass(frozen=True)
class Line:
    """A sentence, when it holds, and the instants that it names by clock times."""

    text: str
    window: Window
    at: tuple[datetime, ...] = ()


@dataclass(frozen=True)
class CoverLine:
    """Who is in charge, how to reach them when it is urgent, the first way there is, and when."""

    sentence: str
    urgent: str | None
    way: Link | None
    reach: str | None
    window: Window
    at: tuple[datetime, ...]


@dataclass(frozen=True)
class Notice:
    """A notice as it stands on every page; `address` leads to all there is about it.

    `is_leading` tells that it leads at the moment of building, `leads` when it does (ISO 8601).
    `lines` are plain sentences. `message` is the owner's; it is all that `is_news` says.
    `running` is when it has all the answers, `ahead` the time before that, in which it leads to
    them; None where there is no such time. `tells_replies` is whether it is a place to say by when
    a message is answered.
    """

    absence_id: str
    address: str
    window: Window
    is_leading: bool
    leads: str
    headlines: tuple[Line, ...]
    lines: tuple[Line, ...]
    covers: tuple[CoverLine, ...]
    message: Markdown | None
    message_window: Window
    is_news: bool
    tells_replies: bool
    ahead: Window | None
    running: Window | None


@dataclass(frozen=True)
class Theme:
    """The colors of the header, for the frame that a browser draws around it."""

    light: str = LIGHT_SURFACES[1]
    dark: str = DARK_SURFACES[1]


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
    badge_link: str
    notices: tuple[Notice, ...]
    live: Mapping[str, object]
    stale: str
    content_security_policy: str
    spoken_name: str
    photo: str | None
    data: Mapping[str, object]
    theme: Theme = Theme()
    home: str = addresses.HOME
    away: str = addresses.AWAY
    availability: str = addresses.AVAILABILITY
    status: str = addresses.STATUS
    favicon: str = FAVICON
    search: str = addresses.SEARCH
    packet: str = addresses.PACKET
    contact: str = addresses.CONTACT


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
        footer=tuple(footer(portal, voice)),
        hours_badge=hours_in_words(portal, voice),
        badge_link=addresses.AVAILABILITY if has_availability(portal) else addresses.AWAY,
        notices=tuple(notices(edition, voice)),
        live=live_facts(edition, voice, status_of(edition, voice).revision),
        stale=_stale(portal, voice),
        content_security_policy=content_security.policy(),
        spoken_name=practice.spoken_name,
        photo=addresses.image(practice.look.photo) if practice.look.photo else None,
        data=practice_data(portal),
    )


def notices(edition: Edition, voice: Voice) -> Iterator[Notice]:
    """Yield every notice that clients read or will read, the one that leads first."""
    noticed = [
        each
        for each in edition.timeline.stretches
        if each.gone is None or each.gone > edition.moment
    ]
    leads = told.lead_spans(noticed)
    leading = edition.timeline.told(edition.moment)[:1]
    others = told.in_order(each for each in noticed if each not in leading)
    for stretch in (*leading, *others):
        yield _notice(stretch, leads[stretch.absence.id], edition, voice)


def hours_in_words(portal: Portal, voice: Voice) -> str | None:
    """Return the hours of a usual week in words; None where there are none to tell."""
    week = portal.availability.usual_week
    if week is None or not any(hours.ranges for hours in week):
        return None
    rows = voice.open_days(week)
    if len(rows) > _ROWS_OF_A_BADGE:
        # Translators: the zone is such as "Pacific time (San Diego)".
        return voice.gettext("Hours differ from day to day, %(zone)s", zone=voice.zone)
    # Translators: the hours are such as "Monday to Thursday, 9:00 am to 4:00 pm".
    hours = begun("; ".join(rows))
    return voice.gettext("%(hours)s, %(zone)s", hours=hours, zone=voice.zone)


def _stale(portal: Portal, voice: Voice) -> str:
    # Translators: shown on an old copy of a page, which can not know what holds at the moment.
    return voice.gettext(
        "This copy of the page is old and cannot say whether %(name)s is there. "
        "To be sure, write to %(email)s.",
        name=portal.practice.spoken_name,
        email=portal.practice.contact.email,
    )


def _notice(stretch: Stretch, leads: Sequence[Span], edition: Edition, voice: Voice) -> Notice:
    absence = stretch.absence
    text = notice_text(stretch, edition.portal, voice, edition.timeline.cover[absence.id])
    running = _running(stretch, text, edition)
    return Notice(
        absence_id=absence.id,
        address=addresses.absence(absence.id),
        window=window_of(stretch.announced, stretch.gone, edition),
        is_leading=any(each.holds(edition.moment) for each in leads),
        leads=iso_spans(leads),
        headlines=tuple(_line(each, edition) for each in text.headlines),
        lines=tuple(_lines(text, running, edition)),
        covers=tuple(cover_lines(text, edition)),
        message=text.message,
        message_window=window_of(None, text.over, edition),
        is_news=absence.level is Level.NEWS and text.message is not None,
        tells_replies=absence.level in _PROMISES_HOLD
        and stretch.concerns_all
        and not text.is_cancelled,
        ahead=_ahead(running, edition),
        running=running,
    )


def _running(stretch: Stretch, text: NoticeText, edition: Edition) -> Window | None:
    """Return when an absence runs; where its days are not told, as long as it is told of.

    Readers without scripts see from the last build before it begins on what holds in it.
    """
    if text.is_cancelled or text.level is Level.NEWS:
        return None
    is_vague = stretch.absence.detail is Detail.VAGUE
    starts = None if is_vague else stretch.starts
    begins = starts is None or starts < edition.moment + edition.next_build
    return Window(starts, text.over, begins and window_of(None, text.over, edition).is_shown)


def _ahead(running: Window | None, edition: Edition) -> Window | None:
    """Return the time before an absence runs."""
    if running is None or running.starts is None:
        return None
    return Window(None, running.starts, running.starts >= edition.moment + edition.next_build)


def _lines(text: NoticeText, running: Window | None, edition: Edition) -> Iterator[Line]:
    for each in text.sentences:
        if each.role is Role.APPOINTMENTS and running is not None:
            yield Line(each.text, running)
        elif each.role is Role.CATCH_UP:
            # A notice is short: before the return it leaves out what comes after.
            yield _line(replace(each, starts=text.over), edition)
        elif each.role not in _SHOWN_APART:
            yield _line(each, edition)
    # Of what changed, the latest; the page about absences has them all.
    ends = text.over
    for update in text.updates:
        yield _line(Sentence(Role.UPDATE, update.text, update.at, ends), edition)
        ends = update.at


def _line(sentence: Sentence, edition: Edition) -> Line:
    window = window_of(sentence.starts, sentence.ends, edition)
    return Line(sentence.text, window, sentence.at)


def cover_lines(text: NoticeText, edition: Edition) -> Iterator[CoverLine]:
    """Yield who is in charge when, but for what is over.

    Readers without scripts see from the last build before it begins on who will be.
    """
    for each in text.cover:
        if each.ends is not None and each.ends <= edition.moment:
            continue
        is_shown = each.starts < edition.moment + edition.next_build
        window = Window(each.starts, each.ends, is_shown)
        yield CoverLine(
            each.sentence, each.urgent, way_to(each, edition), each.reach, window, each.at
        )


def way_to(cover: CoverText, edition: Edition) -> Link | None:
    """Return the first way to reach who is in charge, which is the one that `urgent` means."""
    person = edition.portal.person(cover.person_id) if cover.person_id else None
    contact = person.contacts[0] if person and person.contacts else None
    return Link(contact.value, reach_uri(contact.way, contact.value)) if contact else None
