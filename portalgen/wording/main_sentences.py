"""The sentence of a notice that matters most: what is not as usual, when, and until when."""

from portalgen.model.away import Detail, Level
from portalgen.model.portal import Portal
from portalgen.timeline.absences import Stretch
from portalgen.wording.absence_times import (
    back_text,
    when_phrase,
    when_phrase_without_weekdays,
)
from portalgen.wording.covers import service_titles
from portalgen.wording.voice import Voice


def dates_sentence(stretch: Stretch, portal: Portal, voice: Voice) -> str | None:
    """Return such as `Away from …, through …; back on Monday, January 4.`; None for news."""
    if stretch.absence.level is Level.NEWS:
        return None
    return _completed(_clause(stretch, portal, voice), stretch, voice)


def replies_sentence(stretch: Stretch, voice: Voice) -> str | None:
    """Return what stays as usual while the place is closed or replies are slow."""
    if stretch.absence.services:
        return None
    match stretch.absence.level:
        case Level.CLOSED:
            return voice.gettext("Messages are answered as usual.")
        case Level.LIMITED:
            return voice.gettext("The open hours are as usual.")
        case _:
            return None


def _clause(stretch: Stretch, portal: Portal, voice: Voice) -> str:
    phrase = when_phrase_without_weekdays if stretch.absence.services else when_phrase
    when, reason = phrase(stretch, voice), stretch.absence.reason
    if reason is not None and stretch.absence.detail is Detail.FULL:
        # Translators: a time and, in brackets, the reason in the owner's words.
        when = voice.gettext("%(when)s (%(reason)s)", when=when, reason=reason)
    return _clause_at(when, stretch, portal, voice)


def _clause_at(when: str, stretch: Stretch, portal: Portal, voice: Voice) -> str:
    absence = stretch.absence
    if absence.level is Level.LIMITED:
        return _limited(when, stretch, portal, voice)
    if absence.services:
        titles = service_titles(absence.services, portal)
        # Translators: services that are not offered for a time; the rest is such as
        # "from December 1 through February 28".
        return voice.ngettext(
            "%(services)s pauses %(when)s",
            "%(services)s pause %(when)s",
            len(titles),
            services=voice.listed(titles),
            when=when,
        )
    if absence.level is Level.CLOSED:
        # Translators: the place is closed; the rest is such as "from Monday, December 21, …".
        return voice.gettext("Closed %(when)s", when=when)
    # Translators: somebody is away; the rest is such as "from Monday, December 21, …".
    return voice.gettext("Away %(when)s", when=when)


def _limited(when: str, stretch: Stretch, portal: Portal, voice: Voice) -> str:
    within = stretch.absence.replies_within
    if stretch.absence.services:
        return _limited_services(when, stretch, portal, voice)
    if within is None:
        return voice.gettext("Replies are slower than usual %(when)s", when=when)
    return voice.gettext(
        "Replies take up to %(length)s %(when)s", length=voice.length(within), when=when
    )


def _limited_services(when: str, stretch: Stretch, portal: Portal, voice: Voice) -> str:
    within = stretch.absence.replies_within
    services = voice.listed(service_titles(stretch.absence.services, portal))
    if within is None:
        return voice.gettext(
            "For %(services)s, replies are slower than usual %(when)s",
            services=services,
            when=when,
        )
    return voice.gettext(
        "For %(services)s, replies take up to %(length)s %(when)s",
        services=services,
        length=voice.length(within),
        when=when,
    )


def _completed(clause: str, stretch: Stretch, voice: Voice) -> str:
    """Return a clause as a sentence that says what comes after, as far as that is known."""
    absence = stretch.absence
    if absence.is_open_ended or absence.level is Level.LIMITED:
        return voice.pgettext("sentence", "%(clause)s.", clause=clause)
    if absence.detail is Detail.VAGUE:
        return _completed_vaguely(clause, stretch, voice)
    if stretch.back is None or stretch.back == stretch.ends:
        # An end that is a moment in open time has been said, and is the return.
        return voice.pgettext("sentence", "%(clause)s.", clause=clause)
    back = back_text(stretch.back, stretch, voice)
    if absence.services:
        # Translators: after a clause such as "Repairs pause from … through …".
        return voice.gettext("%(clause)s, again from %(day)s.", clause=clause, day=back)
    if absence.level is Level.CLOSED:
        return voice.gettext("%(clause)s; open again on %(day)s.", clause=clause, day=back)
    return voice.gettext("%(clause)s; back on %(day)s.", clause=clause, day=back)


def _completed_vaguely(clause: str, stretch: Stretch, voice: Voice) -> str:
    if stretch.absence.level is Level.CLOSED and not stretch.absence.services:
        return voice.gettext("%(clause)s; open again soon.", clause=clause)
    return voice.gettext("%(clause)s; back soon.", clause=clause)
