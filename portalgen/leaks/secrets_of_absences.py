"""What the public may not know of absences.

Of one that is to come or forgotten every text, whatever its field is called, and its days as far
as they lie ahead. Of one that is told the private note, reason and message where the owner wants
the dates alone or it is over, updates of a later time, and what is said of cover by people who
may not be named. Of a vague one also its exact days, and by which name the owner knows it.
"""

from collections.abc import Iterator

from portalgen import days
from portalgen.leaks.needles_of_texts import Id, Phrase, words_of
from portalgen.leaks.secret import Needle, Secret
from portalgen.leaks.times import time_of_absence
from portalgen.leaks.typed import key_of, typed_texts
from portalgen.leaks.view import Standing, View
from portalgen.model.section import Path
from portalgen.timeline.absences import Stretch

# An id tells something if it has at least two words and so many letters.
_LETTERS_OF_AN_ID = 8
_OF_VAGUE_ONES = {"id", "updates"}


def secrets_of_absences(view: View) -> Iterator[Secret]:
    """Yield what may not be known of each absence."""
    numbers = {absence.id: number for number, absence in enumerate(view.desk.portal.absences)}
    for stretch in view.desk.timeline.stretches:
        path: Path = ("away", "away", numbers[stretch.absence.id])
        standing = view.standing(stretch)
        for where, text in typed_texts(stretch.absence, path):
            whose = _whose(where[len(path) :], stretch, standing, view)
            if whose is not None:
                yield _secret(where, whose, text, stretch)
        if standing in {Standing.TO_COME, Standing.VAGUE}:
            what = f"The days of an absence {_SAID[standing]}"
            yield Secret((*path, "from"), what, tuple(time_of_absence(stretch, view)))


_SAID = {
    Standing.TO_COME: "that is not announced yet",
    Standing.FORGOTTEN: "that is over",
    Standing.VAGUE: "that is told without its days",
}


def _whose(key: Path, stretch: Stretch, standing: Standing, view: View) -> str | None:
    """Return to what a text belongs that the public may not know; None if it may know it."""
    absence, field = stretch.absence, key[0]
    number = key[1] if len(key) > 1 else 0
    assert isinstance(number, int)
    if field == "private" or standing in {Standing.TO_COME, Standing.FORGOTTEN}:
        return f"an absence {_SAID.get(standing, '')}".strip()
    if field in {"reason", "message"} and not view.tells_why(stretch):
        return "an absence of which clients read the days alone"
    if standing is Standing.VAGUE and field in _OF_VAGUE_ONES:
        return f"an absence {_SAID[standing]}"
    if field == "updates" and _is_later(stretch, number, view):
        return "an update that is not to be read yet"
    if field == "cover" and absence.cover[number].person in view.unnamed:
        return "cover by somebody who has not agreed to be named"
    return None


def _is_later(stretch: Stretch, number: int, view: View) -> bool:
    return days.instant(stretch.absence.updates[number].at, view.zone) >= view.horizon


def _secret(path: Path, whose: str, text: str, stretch: Stretch) -> Secret:
    what = f"The `{key_of(path)}` of {whose}"
    if path[-1] == "id":
        is_day = text == stretch.first_day.isoformat()
        return Secret(path, what, () if is_day else tuple(_id(text)))
    needles = tuple(words_of(text))
    # A single word may well be said in private and in public.
    if path[-1] != "private" or not all(isinstance(each, Phrase) for each in needles):
        return Secret(path, what, needles)
    said = "Here stands what the private note of an absence says."
    return Secret(path, what, needles, said, "Change one of the two, if nobody is to read it.")


def _id(text: str) -> Iterator[Needle]:
    """Yield the needle of an id, if it can not be a word of a program."""
    if "-" in text and len(text) > _LETTERS_OF_AN_ID:
        yield Id(text)
