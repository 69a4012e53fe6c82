"""The base of all parts of the model: frozen, closed, and telling rules that span fields."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Self, get_origin

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Broken:
    """A rule that does not hold at a field: what was found and what to write instead.

    `path` leads from the section to the field, by the names that the owner writes.
    """

    path: Path
    found: str
    instead: str = ""


@dataclass(frozen=True)
class BrokenKey(Broken):
    """A rule that a key breaks, and not the value behind it."""


def broken_error(*rules: Broken) -> PydanticCustomError:
    """Return the one error by which broken rules travel through pydantic to the loader."""
    return PydanticCustomError("broken", "a rule is broken", {"rules": rules})


class Section(BaseModel):
    """A part of the content: a map with known keys.

    Where a list is expected, one item may stand alone. An unknown key is an error.
    `broken_rules` tells what is wrong between fields that are each fine by themselves.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        serialize_by_alias=True,
        # Each schema is built when it is first needed, and that of a whole file only once.
        defer_build=True,
    )

    # The words by which messages name a map of this kind; the class's docstring describes it.
    noun: ClassVar[str] = "entry"

    @model_validator(mode="before")
    @classmethod
    def _read_leniently(cls, data: Any) -> Any:
        """Let one item stand alone for a list, and a known key without a value be left out."""
        if not isinstance(data, dict):
            return data
        known = {info.alias or field: info for field, info in cls.model_fields.items()}
        return {
            key: [value] if _stands_alone(value, known.get(key)) else value
            for key, value in data.items()
            if value is not None or key not in known
        }

    @model_validator(mode="after")
    def _hold_rules(self) -> Self:
        rules = tuple(self.broken_rules())
        if rules:
            raise broken_error(*rules)
        return self

    @classmethod
    def written_keys(cls) -> tuple[str, ...]:
        """Return the keys that an owner can write, in the order of the manual."""
        return tuple(info.alias or field for field, info in cls.model_fields.items())

    def broken_rules(self) -> Iterator[Broken]:
        """Yield the rules between fields that do not hold."""
        yield from ()


def _stands_alone(value: Any, info: FieldInfo | None) -> bool:
    """Return whether a value is one item where the field is a list."""
    is_list = info is not None and get_origin(info.annotation) is tuple and not info.metadata
    return is_list and not isinstance(value, list | tuple)
