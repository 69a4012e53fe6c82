"""The headline of a notice, and the sentence that an absence is off; true in any window."""

from portalgen.model.away import Level
from portalgen.model.portal import Portal
from portalgen.timeline.absences import Stretch
from portalgen.wording.absence_times import days_phrase
from portalgen.wording.covers import service_titles
from portalgen.wording.voice import Voice


def headline_text(stretch: Stretch, portal: Portal, voice: Voice) -> str:
    """Return such as `Ines away: December 21 to January 1`."""
    if stretch.absence.level is Level.NEWS:
        return _news(portal, voice)
    when = days_phrase(stretch, voice)
    if stretch.is_cancelled:
        what = _subject(when, stretch, portal, voice)
        # Translators: the headline of a notice: an absence or a pause that is off.
        return voice.gettext("%(what)s (called off)", what=what)
    return _subject(when, stretch, portal, voice)


def returned_headline(stretch: Stretch, portal: Portal, voice: Voice) -> str | None:
    """Return such as `Ines back since Monday, January 4`; None where nobody comes back.

    True from the return on, and for ever after.
    """
    absence, practice = stretch.absence, portal.practice
    if stretch.back is None or absence.level is Level.LIMITED:
        return None
    day = voice.day(voice.local(stretch.back).date())
    if absence.services:
        titles = voice.listed(service_titles(absence.services, portal))
        # Translators: a headline: services that are offered again.
        return voice.gettext("%(services)s available again since %(day)s", services=titles, day=day)
    if absence.level is Level.CLOSED:
        # Translators: a headline: the name of the practice.
        return voice.gettext("%(name)s open again since %(day)s", name=practice.name, day=day)
    # Translators: a headline: the name of the owner.
    return voice.gettext("%(name)s back since %(day)s", name=practice.spoken_name, day=day)


def cancelled_sentence(stretch: Stretch, portal: Portal, voice: Voice) -> str:
    """Return such as `The absence of February 8 to 12 does not take place`, and what holds."""
    absence = stretch.absence
    if absence.level is Level.NEWS:
        return voice.gettext("What was announced here no longer holds.")
    when = days_phrase(stretch, voice)
    if absence.services:
        titles = voice.listed(service_titles(absence.services, portal))
        # Translators: days as a name: "The pause of February 8 to 12 does not take place …".
        return voice.gettext(
            "The pause of %(days)s does not take place: %(services)s.",
            days=when,
            services=titles,
        )
    if absence.level is Level.LIMITED:
        return voice.gettext(
            "The slower replies of %(days)s do not take place; replies are as usual.", days=when
        )
    if absence.level is Level.CLOSED:
        return voice.gettext(
            "The closing of %(days)s does not take place; %(as_usual)s.",
            days=when,
            as_usual=voice.kind_words.as_usual,
        )
    # Translators: days as a name, and a clause such as "sessions are as usual".
    return voice.gettext(
        "The absence of %(days)s does not take place; %(as_usual)s.",
        days=when,
        as_usual=voice.kind_words.as_usual,
    )


def _news(portal: Portal, voice: Voice) -> str:
    # Translators: the headline of a notice; the name is the owner's or the practice's.
    return voice.gettext("News from %(name)s", name=portal.practice.spoken_name)


def _subject(when: str, stretch: Stretch, portal: Portal, voice: Voice) -> str:
    absence, practice = stretch.absence, portal.practice
    titles = voice.listed(service_titles(absence.services, portal))
    if absence.level is Level.LIMITED and absence.services:
        # Translators: a headline: services, and days as a name.
        return voice.gettext(
            "Slower replies for %(services)s: %(days)s", services=titles, days=when
        )
    if absence.level is Level.LIMITED:
        # Translators: a headline: days as a name.
        return voice.gettext("Slower replies: %(days)s", days=when)
    if absence.services:
        # Translators: a headline: services that are not offered for a time.
        return voice.gettext("%(services)s paused: %(days)s", services=titles, days=when)
    if absence.level is Level.CLOSED:
        # Translators: a headline: the name of the practice, and days as a name.
        return voice.gettext("%(name)s closed: %(days)s", name=practice.name, days=when)
    # Translators: a headline: the name of the owner, and days as a name.
    return voice.gettext("%(name)s away: %(days)s", name=practice.spoken_name, days=when)
