"""What is told of an absence that changed: the sentence of an update, with absolute days.

The absence is the one after the change. Who words an update otherwise writes it with `--say`.
"""

from portalgen.model.away import Level
from portalgen.model.portal import Portal
from portalgen.timeline.absences import Stretch
from portalgen.wording.absence_times import back_text, ends_with_a_day, last_day_of
from portalgen.wording.covers import service_titles
from portalgen.wording.voice import Voice


def called_off_update(voice: Voice) -> str:
    """Return that an absence is off; the notice says which."""
    return voice.pgettext("sentence", "Called off.")


def return_update(stretch: Stretch, portal: Portal, voice: Voice) -> str | None:
    """Return such as `Back on Monday, January 4.`; None where no return is known."""
    if stretch.back is None:
        return None
    absence, day = stretch.absence, back_text(stretch.back, stretch, voice)
    if absence.level is Level.LIMITED:
        # Translators: what changed about a time of slow replies.
        return voice.gettext("Replies are as usual again from %(day)s.", day=day)
    if absence.services:
        titles = voice.listed(service_titles(absence.services, portal))
        # Translators: what changed about a pause of services: they are offered again.
        return voice.gettext("%(services)s again from %(day)s.", services=titles, day=day)
    if absence.level is Level.CLOSED:
        # Translators: what changed about the time in which the place is closed.
        return voice.gettext("Open again on %(day)s.", day=day)
    # Translators: what changed about an absence: the day of the return.
    return voice.gettext("Back on %(day)s.", day=day)


def longer_update(before: Stretch, after: Stretch, voice: Voice) -> str | None:
    """Return such as `Longer than planned: through Friday, January 8.`; None if it says nothing.

    What had no end and still has none is told with the day of the next word.
    """
    if after.ends is None:
        if before.ends is None:
            return _next_word(after, voice)
        return voice.gettext("Longer than planned: until further notice.")
    if ends_with_a_day(after.ends, voice):
        until = voice.gettext("through %(day)s", day=voice.day(last_day_of(after.ends, voice)))
    else:
        until = voice.gettext("until %(moment)s", moment=voice.moment(after.ends))
    if before.ends is None:
        # Translators: an absence that had no end gets one: "Expected to last through Friday, …".
        return voice.gettext("Expected to last %(until)s.", until=until)
    # Translators: an absence lasts longer; the rest is such as "through Friday, January 8".
    return voice.gettext("Longer than planned: %(until)s.", until=until)


def _next_word(stretch: Stretch, voice: Voice) -> str | None:
    review = stretch.absence.review
    if review is None:
        return None
    return voice.gettext("Next word by %(day)s.", day=voice.day(review))
