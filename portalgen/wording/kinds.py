"""The words that go with the kind of a practice: a coach has sessions, a repairer jobs.

Where a word would stand within a sentence, the whole clause is here instead: gender and case
differ between languages, and `a %(noun)s` can not be translated.
"""

from dataclasses import dataclass

from portalgen.model.practice import Kind
from portalgen.wording.speech import Speech


@dataclass(frozen=True)
class KindWords:
    """What the work with one client is called.

    `one` and `many` stand alone, as in a table; `heading` is the start of a line; `book` is a
    link; `booked` is a heading for what happens to what is booked; `as_usual` is a clause
    without a capital and a stop.
    """

    one: str
    many: str
    heading: str
    book: str
    booked: str
    as_usual: str


def kind_words(speech: Speech, kind: Kind) -> KindWords:
    """Return the words of a kind of practice."""
    match kind:
        case Kind.COACH | Kind.THERAPIST:
            return _session(speech)
        case Kind.STUDIO:
            return _visit(speech)
        case Kind.REPAIR:
            return _job(speech)
        case Kind.CONSULTANT | Kind.ASSISTANT:
            return _project(speech)
        case Kind.OTHER:
            return _appointment(speech)


def _session(speech: Speech) -> KindWords:
    return KindWords(
        one=speech.pgettext("kind of work", "session"),
        many=speech.pgettext("kind of work", "sessions"),
        heading=speech.pgettext("kind of work", "Sessions"),
        book=speech.gettext("Book a session"),
        booked=speech.gettext("Booked sessions"),
        # Translators: a clause, put after "The absence of … does not take place; ".
        as_usual=speech.gettext("sessions are as usual"),
    )


def _visit(speech: Speech) -> KindWords:
    return KindWords(
        one=speech.pgettext("kind of work", "visit"),
        many=speech.pgettext("kind of work", "visits"),
        heading=speech.pgettext("kind of work", "Visits"),
        book=speech.gettext("Book a visit"),
        booked=speech.gettext("Booked visits"),
        # Translators: a clause, put after "The absence of … does not take place; ".
        as_usual=speech.gettext("visits are as usual"),
    )


def _job(speech: Speech) -> KindWords:
    return KindWords(
        one=speech.pgettext("kind of work", "job"),
        many=speech.pgettext("kind of work", "jobs"),
        heading=speech.pgettext("kind of work", "Jobs"),
        # Translators: a link by which a client of a repairer books a time.
        book=speech.gettext("Book a job"),
        booked=speech.gettext("Booked jobs"),
        # Translators: a clause, put after "The absence of … does not take place; ".
        as_usual=speech.gettext("jobs are as usual"),
    )


def _project(speech: Speech) -> KindWords:
    return KindWords(
        one=speech.pgettext("kind of work", "project"),
        many=speech.pgettext("kind of work", "projects"),
        heading=speech.pgettext("kind of work", "Projects"),
        # Translators: a link by which a client of a consultant or an assistant books a time.
        book=speech.gettext("Book a meeting"),
        booked=speech.gettext("Booked meetings"),
        # Translators: a clause, put after "The absence of … does not take place; ".
        as_usual=speech.gettext("work goes on as usual"),
    )


def _appointment(speech: Speech) -> KindWords:
    return KindWords(
        one=speech.pgettext("kind of work", "appointment"),
        many=speech.pgettext("kind of work", "appointments"),
        heading=speech.pgettext("kind of work", "Appointments"),
        book=speech.gettext("Book an appointment"),
        booked=speech.gettext("Booked appointments"),
        # Translators: a clause, put after "The absence of … does not take place; ".
        as_usual=speech.gettext("appointments are as usual"),
    )
