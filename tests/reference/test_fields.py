import re

import pytest

from portalgen.model.portal import FILES, FOLDERS
from portalgen.model.values import Unreadable
from portalgen.model.written import Written, WrittenMap
from portalgen.reference import find, reference, topics

FIELDS = [field for file in reference() for field in file.walk()]
VALUES = [(field, field.form) for field in FIELDS if isinstance(field.form, Written)]


def can_be_read(form: Written, text: str) -> bool:
    try:
        return form.read(text) is not None
    except Unreadable:
        return False


def test_there_is_a_branch_for_each_file_and_each_folder_of_texts() -> None:
    assert [file.name for file in reference()] == [*FILES, *FOLDERS]


def test_every_field_is_described_in_a_sentence() -> None:
    assert [field.path for field in FIELDS if not field.description.endswith(".")] == []
    assert [field.path for field in FIELDS if not (field.hint and field.kind)] == []


def test_every_value_has_an_example_that_can_be_read() -> None:
    assert [field.path for field, form in VALUES if not can_be_read(form, field.example)] == []
    assert [field.path for field, _ in VALUES if not field.example] == []


def test_every_map_has_an_example_of_a_line() -> None:
    maps = [field for field in FIELDS if isinstance(field.form, WrittenMap)]
    assert maps
    assert [field.path for field in maps if not re.fullmatch(r"\S+: .+", field.example)] == []


def test_a_default_is_written_as_an_owner_would_type_it() -> None:
    with_default = [(field, form) for field, form in VALUES if field.default]
    assert len(with_default) > 10
    assert [
        field.path
        for field, form in with_default
        if field.required or not can_be_read(form, field.default)
    ] == []


def test_every_choice_can_be_read() -> None:
    assert [
        (field.path, word)
        for field, form in VALUES
        for word in field.choices
        if not can_be_read(form, word)
    ] == []


def test_paths_are_found_once_each() -> None:
    assert len(topics()) == len(set(topics()))
    assert [find(path) for path in topics()] == FIELDS


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("away.until", "day, moment or further notice"),
        ("away.updates.text", "words"),
        ("services.price.amount", "money"),
        ("services.price.next.starting", "day"),
        ("backup.contacts.phone", "phone number"),
        ("terms.clauses.examples.when", "words"),
        ("promises.standards.measure", "length or words"),
        ("availability.weekly", "weekly hours"),
        ("policies.review_by", "day"),
        ("what-to-expect.call_me_if", "words"),
        ("availability.emergency.is", "words"),
    ],
)
def test_a_path_has_the_names_that_the_owner_writes(path: str, kind: str) -> None:
    field = find(path)
    assert field is not None
    assert (field.path, field.kind) == (path, kind)


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ("away.yaml", "away"),
        ("Away", "away"),
        ("away.away.until", "away.until"),
        ("backup.backups.name", "backup.name"),
        (" away.until ", "away.until"),
    ],
)
def test_other_ways_to_say_a_path_are_understood(said: str, path: str) -> None:
    field = find(said)
    assert field is not None
    assert field.path == path


@pytest.mark.parametrize("topic", ["", "awy", "away.untill", "away.until.day", "away.slug", "."])
def test_there_is_no_field_at_other_paths(topic: str) -> None:
    assert find(topic) is None


def test_what_the_owner_does_not_write_is_left_out() -> None:
    names = {field.name for field in FIELDS}
    assert not names & {"slug", "body", "from_", "is_", "for_"}


def test_a_file_of_one_list_tells_the_key_that_its_paths_leave_out() -> None:
    keys = {file.name: file.list_key for file in reference() if file.list_key}
    assert keys == {"services": "services", "backup": "backups", "away": "away"}
