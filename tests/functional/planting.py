"""A portal with a distinct marker in each text of absences and people, field by field.

The fields come from the reference, so that a new one is planted without being thought of.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from portalgen.reference import find
from portalgen.reference.fields import Field

# Planted only where a portal asks for it: a contact has one way, and an id is spoken of elsewhere.
ASKED_FOR = {"phone number", "e-mail address", "web address", "image", "short name"}
PLANT = "plant a marker here"


@dataclass
class Planting:
    """Markers by where they were planted, such as `told/updates/1/text`."""

    markers: dict[str, str] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def absence(self, entry: str, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return an absence in which each text that is not given is a marker."""
        return self._planted(_known("away"), entry, {"id": PLANT, **given})

    def person(self, entry: str, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return a person who covers in whom each text that is not given is a marker."""
        return self._planted(_known("backup"), entry, {"id": entry, "photo": PLANT, **given})

    def _planted(self, section: Field, path: str, given: Mapping[str, Any]) -> dict[str, Any]:
        made = dict(given)
        for each in section.children:
            where = f"{path}/{each.name}"
            value = made.get(each.name)
            if each.children and value is not None:
                made[each.name] = [
                    self._planted(each, f"{where}/{number}", item)
                    for number, item in enumerate(value)
                ]
            elif value == PLANT or (value is None and is_text(each)):
                made[each.name] = self._value(each, where)
        return made

    def _value(self, each: Field, where: str) -> str:
        number = next(self._numbers)
        if each.kind == "phone number":
            self.markers[where] = f"49{number:03}5550{number:03}77889912"
            return f"+{self.markers[where]}"
        self.markers[where] = f"qz{number:03}wvkjhgfbmnrptld"
        return {
            # Two words, so that it can not be a word of a program.
            "short name": f"{where.split('/')[0]}-{{}}",
            "e-mail address": "{}@planted.example",
            "web address": "https://planted.example/{}",
            "image": "{}.png",
        }.get(each.kind, "{}").format(self.markers[where])


def is_text(each: Field) -> bool:
    """Return whether an owner can write words of any kind into a field."""
    return each.kind in {"lines", "Markdown", "name"} or "words" in each.kind


def _known(topic: str) -> Field:
    found = find(topic)
    assert found is not None
    return found


def ways() -> list[dict[str, str]]:
    """Return a contact for each way there is, to be planted."""
    return [{way: PLANT} for way in ("phone", "text", "email", "url")]
