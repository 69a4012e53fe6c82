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


def return_update(before: Stretch, stretch: Stretch, portal: Portal, voice: Voice) -> str:
    """Return such as `Back on Monday, January 4.`; where no return is known, tell the end.

    Nobody knows it while something else has no end.
    """
    if stretch.back is None:
        return _end_update(before, stretch, voice)
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


def longer_update(before: Stretch, after: Stretch, voice: Voice) -> str:
    """Return the words for more time, such as `Longer than planned: through Friday, January 8`.

    What had no end and still has none is told with the day of the next word.
    """
    if after.ends is None:
        review = after.absence.review
        if before.ends is None and review is not None:
            return voice.gettext("Next word by %(day)s.", day=voice.day(review))
        return voice.gettext("Longer than planned: until further notice.")
    return _end_update(before, after, voice)


def _end_update(before: Stretch, after: Stretch, voice: Voice) -> str:
    assert after.ends is not None
    if ends_with_a_day(after.ends, voice):
        until = voice.gettext("through %(day)s", day=voice.day(last_day_of(after.ends, voice)))
    else:
        until = voice.gettext("until %(moment)s", moment=voice.moment(after.ends))
    if before.ends is None:
        # Translators: an absence that had no end gets one: "Expected to last through Friday, …".
        return voice.gettext("Expected to last %(until)s.", until=until)
    if after.ends < before.ends:
        # Translators: an absence ends sooner; the rest is such as "through Friday, January 8".
        return voice.gettext("Shorter than planned: %(until)s.", until=until)
    # Translators: an absence lasts longer; the rest is such as "through Friday, January 8".
    return voice.gettext("Longer than planned: %(until)s.", until=until)
