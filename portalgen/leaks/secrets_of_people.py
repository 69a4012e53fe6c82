"""What the public may not know of people who cover.

Of those who have not agreed to be named everything, of others the contacts that are not shown
at this time. When they are away themselves is nobody's business.
"""

from collections.abc import Iterator

from portalgen.leaks.needles_of_contacts import Address, ImageFile, Number
from portalgen.leaks.needles_of_texts import words_of
from portalgen.leaks.secret import Needle, Secret
from portalgen.leaks.times import time_of_person
from portalgen.leaks.typed import key_of, typed_texts
from portalgen.leaks.view import View
from portalgen.model.backup import Backup, Show
from portalgen.model.section import Path
from portalgen.model.values import Words


def secrets_of_people(view: View) -> Iterator[Secret]:
    """Yield what may not be known of each person."""
    for number, person in enumerate(view.desk.portal.backup.backups):
        path: Path = ("backup", "backups", number)
        for where, text in typed_texts(person, path):
            key = where[len(path) :]
            if person.consent is None:
                yield _of_unnamed(where, text, key[0])
            elif key[0] == "contacts" and not _is_shown(person, key, view):
                yield _of_hidden(where, text)
        for index, away in enumerate(person.away):
            what = "The days on which somebody who covers is away"
            needles = tuple(time_of_person(away, view))
            yield Secret((*path, "away", index, "from"), what, needles)


def _is_shown(person: Backup, key: Path, view: View) -> bool:
    _, number, *_ = key
    assert isinstance(number, int)
    show = person.contacts[number].show or person.show
    return show is Show.ALWAYS or person.id in view.needed


def _of_unnamed(path: Path, text: str, field: str | int) -> Secret:
    what = f"The `{key_of(path)}` of somebody who has not agreed to be named"
    if field not in {"name", "contacts"} or path[-1] == "for":
        return Secret(path, what, tuple(_needles(path, text)))
    said = {
        "name": "Somebody is named here who has not agreed to it.",
        "contacts": "A contact stands here of somebody who has not agreed to be named.",
    }
    change = "Ask, and add `consent:` to backup.yaml; or leave it out here."
    return Secret(path, what, tuple(_needles(path, text)), said[str(field)], change)


def _of_hidden(path: Path, text: str) -> Secret:
    what = "A contact that is not shown at this time"
    if path[-1] == "for":
        return Secret(path, what, tuple(_needles(path, text)))
    said = "A contact of somebody who covers stands here, where it is always shown."
    change = "Leave it out here, or add `show: always` to it in backup.yaml."
    return Secret(path, what, tuple(_needles(path, text)), said, change)


def _needles(path: Path, text: str) -> Iterator[Needle]:
    key = key_of(path)
    if key in {"id", "timezone"}:
        return
    if isinstance(text, Words):
        yield from words_of(text)
    elif key in {"phone", "text"}:
        yield Number(text)
    elif key in {"email", "url"}:
        yield Address(text)
    elif key == "photo":
        yield ImageFile(text)
    else:
        yield from words_of(text)
