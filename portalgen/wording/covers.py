"""Who is in charge during an absence, in sentences that are true whenever they are read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from portalgen import days
from portalgen.model.away import Detail
from portalgen.model.backup import Backup
from portalgen.model.portal import Portal
from portalgen.model.values import Hours, Words
from portalgen.timeline.absences import Stretch
from portalgen.timeline.cover import CoverSpan
from portalgen.wording.absence_times import (
    between_phrase,
    ends_with_a_day,
    start_text,
)
from portalgen.wording.voice import Voice
from portalgen.wording.zones import zone_text


@dataclass(frozen=True)
class CoverText:
    """What clients read about one span of cover.

    `person_id` is None where nobody is in charge. `urgent` says how to reach the person, and
    is None where no contact is known. `reach` says when they can be reached, and is None where
    they named no hours of their own. `starts` and `ends` are those of the span (UTC). `at`
    holds the instants that the sentence names by clock times.
    """

    person_id: str | None
    sentence: str
    urgent: str | None
    starts: datetime
    ends: datetime | None
    at: tuple[datetime, ...] = ()
    reach: str | None = None


def cover_texts(
    cover: Sequence[CoverSpan], stretch: Stretch, portal: Portal, voice: Voice
) -> tuple[CoverText, ...]:
    """Return the texts of an absence's cover in the order of time; none if nobody covers.

    A person who is not in the portal may not be named, and is passed over.
    """
    told = [span for span in cover if span.person_id is None or portal.person(span.person_id)]
    if all(span.person_id is None for span in told):
        return ()
    return tuple(_cover_text(span, stretch, portal, voice) for span in told)


def _cover_text(span: CoverSpan, stretch: Stretch, portal: Portal, voice: Voice) -> CoverText:
    person = portal.person(span.person_id) if span.person_id else None
    return CoverText(
        person_id=span.person_id,
        sentence=_sentence(_clause(span, stretch, portal, voice), span.for_, voice),
        urgent=_urgent(person, voice) if person else None,
        starts=span.starts,
        ends=span.ends,
        at=_named_instants(span, stretch, voice),
        reach=_reach(person, voice) if person else None,
    )


def _sentence(clause: str, what: Words | None, voice: Voice) -> str:
    if what is None:
        return voice.pgettext("sentence", "%(clause)s.", clause=clause)
    # Translators: who is in charge and for what, in the owner's words:
    # "Dana is in charge during this time: for new session times."
    return voice.gettext("%(clause)s: for %(what)s.", clause=clause, what=what)


def _clause(span: CoverSpan, stretch: Stretch, portal: Portal, voice: Voice) -> str:
    when = _when(span, stretch, voice)
    person = portal.person(span.person_id) if span.person_id else None
    concerned = span.services or stretch.absence.services
    if not concerned:
        if person is None:
            return voice.gettext("Nobody is in charge %(when)s", when=when)
        # Translators: "Dana is in charge from Monday, December 21, through Sunday, December 27".
        return voice.gettext("%(name)s is in charge %(when)s", name=person.name, when=when)
    services = voice.listed(service_titles(concerned, portal))
    if person is None:
        return voice.gettext(
            "Nobody is in charge of %(services)s %(when)s", services=services, when=when
        )
    return voice.gettext(
        "%(name)s is in charge of %(services)s %(when)s",
        name=person.name,
        services=services,
        when=when,
    )


def service_titles(ids: Sequence[str], portal: Portal) -> list[str]:
    """Return the titles of the services that the portal has."""
    found = [portal.service(service_id) for service_id in ids]
    return [str(service.title) for service in found if service is not None]


def _when(span: CoverSpan, stretch: Stretch, voice: Voice) -> str:
    from_the_start = span.starts <= stretch.starts
    to_the_end = span.ends is None or (stretch.ends is not None and span.ends >= stretch.ends)
    if from_the_start and to_the_end:
        # Translators: during the whole of an absence that was named just before.
        return voice.gettext("during this time")
    if stretch.absence.detail is Detail.VAGUE:
        # Translators: during a part of an absence whose days are not told.
        return voice.gettext("for a part of this time")
    if span.ends is None:
        # Translators: cover without an end yet: "Sol is in charge from Monday, December 28, on".
        return voice.gettext("from %(start)s, on", start=start_text(span.starts, voice))
    if not from_the_start and span.ends == stretch.back:
        # Translators: cover until the owner is back.
        return voice.gettext(
            "from %(start)s, until the return", start=start_text(span.starts, voice)
        )
    return between_phrase(span.starts, span.ends, voice)


def _named_instants(span: CoverSpan, stretch: Stretch, voice: Voice) -> tuple[datetime, ...]:
    """Return the edges of a span that `_when` says with clock times."""
    if stretch.absence.detail is Detail.VAGUE:
        return ()
    is_to_the_end = span.ends is None or (stretch.ends is not None and span.ends >= stretch.ends)
    if is_to_the_end and span.starts <= stretch.starts:
        return ()
    ends = () if span.ends is None or is_to_the_end else (span.ends,)
    return tuple(edge for edge in (span.starts, *ends) if not ends_with_a_day(edge, voice))


def _reach(person: Backup, voice: Voice) -> str | None:
    """Return when a person can be reached, in their own hours and zone."""
    if person.weekly is None:
        return None
    rows = voice.open_days([hours or Hours() for hours in person.weekly])
    if not rows:
        return None
    own = days.zone(person.timezone) if person.timezone else voice.where
    if own.key == voice.where.key:
        # Translators: the hours are such as "Monday to Friday, 8:00 am to 6:00 pm".
        return voice.gettext(
            "%(name)s can be reached: %(hours)s.", name=person.name, hours="; ".join(rows)
        )
    # Translators: the zone is such as "Eastern time (New York)".
    return voice.gettext(
        "%(name)s can be reached: %(hours)s, %(zone)s.",
        name=person.name,
        hours="; ".join(rows),
        zone=zone_text(voice, voice.locale, own, None),
    )


def _urgent(person: Backup, voice: Voice) -> str | None:
    """Return how to reach a person when it is urgent, by the first way that is known."""
    if not person.contacts:
        return None
    if person.replies_within is None:
        return _urgent_without_promise(person, voice)
    within = voice.within(person.replies_within)
    match person.contacts[0].way:
        case "text":
            # Translators: "text" is a verb here; the rest is such as "within 4 hours".
            return voice.gettext(
                "Urgent: text %(name)s, who answers %(within)s.", name=person.name, within=within
            )
        case "phone":
            return voice.gettext(
                "Urgent: call %(name)s, who answers %(within)s.", name=person.name, within=within
            )
        case _:
            return voice.gettext(
                "Urgent: write to %(name)s, who answers %(within)s.",
                name=person.name,
                within=within,
            )


def _urgent_without_promise(person: Backup, voice: Voice) -> str:
    match person.contacts[0].way:
        case "text":
            # Translators: "text" is a verb here.
            return voice.gettext("Urgent: text %(name)s.", name=person.name)
        case "phone":
            return voice.gettext("Urgent: call %(name)s.", name=person.name)
        case _:
            return voice.gettext("Urgent: write to %(name)s.", name=person.name)
