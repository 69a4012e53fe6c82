"""The format of status.json: its schema, its revision, and how it is laid out."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from pydantic import ValidationError

from portalgen.formats.status import main, status_schema, status_text, with_revision

DOCS = Path(__file__).parents[2] / "docs"
SMALL: dict[str, Any] = {
    "format": "portalgen-status",
    "version": 1,
    "made": "2026-11-23T15:10:00Z",
    "good_until": "2027-02-01T08:00:00Z",
    "next_change": "2026-11-23T17:00:00Z",
    "practice": {"name": "Ines Calder", "owner": "Ines", "language": "en-US"},
    "zone": {
        "name": "America/Los_Angeles",
        "words": "Pacific time",
        "offsets": [{"starts": "2026-11-01T07:00:00Z", "minutes": -420}],
    },
    "replies": [],
    "slow": [],
    "notices": [],
    "spans": [{"state": "open", "starts": "2026-11-01T07:00:00Z", "ends": "2027-02-01T08:00:00Z"}],
}
SPAN = SMALL["spans"][0]


def changed(**fields: object) -> dict[str, Any]:
    """Return the small status with other fields, as it stands in a file."""
    return {**json.loads(status_text(with_revision(SMALL, ""))), **fields}


def leaves(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each field of the format, and its schema."""
    for part in (schema, *schema["$defs"].values()):
        yield from part["properties"].items()


def is_valid(status: object) -> bool:
    return Draft202012Validator(status_schema(), format_checker=FormatChecker()).is_valid(status)


def test_the_stored_schema_is_the_one_that_the_models_give(tmp_path: Path) -> None:
    stored = DOCS / "status.schema.json"
    command = f"run `python -m portalgen.formats.status {stored.relative_to(DOCS.parent)}`"
    assert json.loads(stored.read_text(encoding="utf-8")) == status_schema(), command


def test_the_command_writes_what_is_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["status", str(tmp_path / "schema.json")])
    main()
    assert (tmp_path / "schema.json").read_bytes() == (DOCS / "status.schema.json").read_bytes()


def test_the_schema_keeps_the_rules_of_its_draft() -> None:
    schema = status_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


def test_each_field_is_described_and_has_a_good_example() -> None:
    schema = status_schema()
    for name, field in leaves(schema):
        assert field["description"].endswith("."), name
        holds_parts = "$ref" in field or "$ref" in field.get("items", {})
        assert holds_parts or field["examples"], name
        for example in field.get("examples", ()):
            Draft202012Validator({**field, "$defs": schema["$defs"]}).validate(example)


def test_the_manual_names_each_field_and_each_value() -> None:
    manual = (DOCS / "status.md").read_text(encoding="utf-8")
    named = {
        word
        for name, field in leaves(status_schema())
        for word in (name, *field.get("enum", ()))
        if f"`{word}`" not in manual
    }
    assert named == set()


@pytest.mark.parametrize(
    "status",
    [
        changed(),
        changed(motto="more in time"),
        changed(spans=[{**SPAN, "why": "more in time"}]),
        changed(spans=[{**SPAN, "absence": "winter-break"}]),
    ],
)
def test_readers_tolerate_fields_that_come_later(status: object) -> None:
    assert is_valid(status)


@pytest.mark.parametrize(
    "status",
    [
        changed(version=2),
        changed(revision="yesterday"),
        changed(made="2026-11-23T15:10:00+00:00"),
        changed(made="2026-11-23T15:10:00.5Z"),
        changed(practice={"name": "Ines", "owner": "Ines", "language": None}),
        changed(practice={"name": "Ines", "owner": "Ines", "language": "en", "url": None}),
        changed(spans=[{**SPAN, "state": "asleep"}]),
        {name: value for name, value in changed().items() if name != "good_until"},
        {name: value for name, value in changed().items() if name != "format"},
    ],
)
def test_what_version_1_never_says_is_not_valid(status: object) -> None:
    assert not is_valid(status)


@pytest.mark.parametrize("field", ["motto", "revision_of"])
def test_what_is_not_in_the_format_is_not_made(field: str) -> None:
    with pytest.raises(ValidationError):
        with_revision({**SMALL, field: "x"}, "")


@pytest.mark.parametrize(
    ("field", "value", "stays"),
    [
        ("made", "2026-11-24T00:00:00Z", True),
        ("next_change", "2026-11-24T00:00:00Z", True),
        ("good_until", "2026-11-24T00:00:00Z", False),
        ("practice", {"name": "Ines Calder", "owner": "Ida", "language": "en-US"}, False),
        ("slow", [{"starts": "2026-11-24T00:00:00Z"}], False),
        ("spans", [{**SPAN, "state": "closed"}], False),
    ],
)
def test_the_revision_changes_with_all_that_matters(field: str, value: object, stays: bool) -> None:
    one, other = with_revision(SMALL, ""), with_revision({**SMALL, field: value}, "")
    assert (one.revision == other.revision) is stays


def test_the_revision_does_not_count_itself() -> None:
    again = {**SMALL, "revision": "3f9a1c0be254"}
    assert with_revision(again, "") == with_revision(SMALL, "")


def test_short_things_take_one_line_and_long_ones_several() -> None:
    many = {**SMALL, "zone": {**SMALL["zone"], "words": "Zeit in San José " * 5}}
    text = status_text(with_revision({**many, "spans": [SPAN, SPAN]}, ""))
    assert f'"words":"{"Zeit in San José " * 5}",' in text
    assert text.count('{"state":"open","starts":"2026-11-01T07:00:00Z",') == 2
    assert text.endswith("\n ]\n}\n")


def test_what_is_not_known_is_left_out() -> None:
    text = status_text(with_revision({**SMALL, "slow": [{"starts": "2026-11-24T00:00:00Z"}]}, ""))
    assert '"slow":[{"starts":"2026-11-24T00:00:00Z"}]' in text
    assert "null" not in text
