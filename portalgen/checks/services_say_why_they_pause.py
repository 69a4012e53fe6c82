"""A service does not pause without a word to its clients.

Two things pause a service. An absence that names it says until when by itself, so clients miss
only why, or what happens to what is booked: a reason, a message or its own words on
appointments. The practice's usual words on appointments do not count, they are about the owner
being away. Who chose to tell dates alone, or not even these, chose to say nothing.

A service with `status: paused` says only that. A day of the next opening that lies ahead is
enough, and so is an absence about it. Its own texts can not be understood here; one that speaks
of a pause by that word, which is nearly the same in many languages, is believed.
"""

import re
from collections.abc import Iterator

from portalgen.ahead import absences_ahead
from portalgen.model.away import Absence, Detail
from portalgen.model.services import Service, ServiceStatus
from portalgen.problems import Problem, advice
from portalgen.subject import Subject

_PAUSE = re.compile(r"\bpau[sz]", re.IGNORECASE)


def services_say_why_they_pause(subject: Subject) -> Iterator[Problem]:
    """Yield advice for each pause that clients are left to wonder about."""
    ahead = list(absences_ahead(subject.desk))
    for number, stretch in ahead:
        if stretch.absence.services and stretch.shuts and _is_silent(stretch.absence):
            yield advice(
                subject.place("away", "away", number, "services"),
                "Clients read when this pauses, and nothing more.",
                "Add `reason:` or `message:`, or say in `appointments:` what happens to what "
                "is booked.",
            )
    explained = {each for _, stretch in ahead for each in stretch.absence.services}
    for number, service in enumerate(subject.desk.portal.services.services):
        is_paused = service.status is ServiceStatus.PAUSED
        if is_paused and service.id not in explained and not _says_more(service, subject):
            yield advice(
                subject.place("services", "services", number, "status"),
                f"Clients read that `{service.id}` is paused, and neither why nor until when.",
                "Add `next_opening:` with a day that lies ahead, or say in its `summary` why it "
                "is paused.",
            )


def _is_silent(absence: Absence) -> bool:
    words = (absence.reason, absence.message, absence.appointments)
    return absence.detail is Detail.FULL and not any(words)


def _says_more(service: Service, subject: Subject) -> bool:
    opening = service.next_opening
    if opening is not None and opening >= subject.edition.today:
        return True
    return any(_PAUSE.search(text) for text in (service.summary, service.description) if text)
