"""Everything that an owner typed is found, whatever its field is called."""

from portalgen.leaks.typed import key_of, typed_days, typed_texts
from portalgen.loading import load
from portalgen.model.texts import texts
from portalgen.packed import packed_folder


def test_every_text_for_clients_is_among_what_was_typed() -> None:
    portal = load(packed_folder("content")).portal
    found = dict(typed_texts(portal))
    assert {path: str(text) for path, text in texts(portal)}.items() <= found.items()


def test_names_numbers_and_addresses_are_typed_too_and_references_are_not() -> None:
    portal = load(packed_folder("content")).portal
    keys = {key_of(path) for path, _ in typed_texts(portal)}
    assert {"name", "phone", "text", "email", "url", "logo", "id"} <= keys
    assert keys.isdisjoint({"person", "covered_by", "backup", "services"})


def test_days_of_all_depths_are_found() -> None:
    portal = load(packed_folder("content")).portal
    winter = next(each for each in portal.absences if each.cover)
    days = set(typed_days(portal))
    assert {winter.from_, winter.cover[0].until, winter.book_by} <= days
