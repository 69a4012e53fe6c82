"""Which absence `portalgen back` means: the one that runs."""

from portalgen.briefing import owners_voice
from portalgen.briefing.charges import called
from portalgen.changes.ids import number_of
from portalgen.model.away import Level
from portalgen.problems import WrongUse
from portalgen.subject import Subject
from portalgen.timeline.absences import Stretch


def running_absence(absence_id: str | None, subject: Subject) -> Stretch:
    """Return the absence that runs, of several the one of an id.

    One that takes the owner away as a whole goes before pauses and slow times. What lies ahead is
    never meant. Raises WrongUse.
    """
    if absence_id is not None:
        return _named(absence_id, subject)
    running = [each for each in subject.desk.timeline.stretches if _runs(each, subject)]
    leading = [each for each in running if each.concerns_all and each.absence.level is Level.AWAY]
    found = leading or running
    if not found:
        raise WrongUse(_nothing_runs(subject))
    if len(found) > 1:
        ids = " and ".join(each.absence.id for each in found)
        raise WrongUse(f"Several absences run: {ids}. Say which with --id.")
    return found[0]


def stretch_of(absence_id: str, subject: Subject) -> Stretch:
    """Return an absence as instants. Raises WrongUse for an unknown id."""
    absence = subject.desk.portal.absences[number_of(absence_id, subject.desk.portal)]
    stretches = subject.desk.timeline.stretches
    return next(each for each in stretches if each.absence == absence)


def _named(absence_id: str, subject: Subject) -> Stretch:
    stretch = stretch_of(absence_id, subject)
    if _runs(stretch, subject):
        return stretch
    if stretch.is_cancelled:
        raise WrongUse(f"{absence_id} is called off.")
    if stretch.starts > subject.desk.moment:
        raise WrongUse(
            f"{absence_id} has not begun. `portalgen away --cancel {absence_id}` calls it off."
        )
    if stretch.absence.level is Level.NEWS:
        raise WrongUse(
            f"{absence_id} is news, and nobody is away. `portalgen away --cancel {absence_id}` "
            "takes it back."
        )
    raise WrongUse(f"{absence_id} is over. {_longer(stretch)}")


def _runs(stretch: Stretch, subject: Subject) -> bool:
    return stretch.holds(subject.desk.moment) and stretch.absence.level is not Level.NEWS


def _nothing_runs(subject: Subject) -> str:
    """Say that nobody is away; what has just ended may be what is meant, else what comes next."""
    desk, moment = subject.desk, subject.desk.moment
    planned = [each for each in desk.timeline.stretches if not each.is_cancelled]
    planned = [each for each in planned if each.absence.level is not Level.NEWS]
    for each in planned:
        if each.ends is not None and each.ends <= moment and each.has_notice(moment):
            return f"No absence runs; {each.absence.id} is over. {_longer(each)}"
    for each in planned:
        if each.starts > moment:
            name = called(each, desk.portal, owners_voice(subject.voice)).in_full
            return f"No absence runs. The next is {name}."
    return "No absence runs, and none is planned."


def _longer(stretch: Stretch) -> str:
    return f"If it lasts longer: portalgen away --extend {stretch.absence.id} DAY"
