"""How a field is written: its reader, and what the reference, the schemas and editors tell of it.

Every scalar arrives as the characters that were typed. A `Written` stands beside the Python
type in an `Annotated` and reads those characters.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from portalgen.model.section import Broken, Path, broken_error
from portalgen.model.values import Unreadable
from portalgen.problems import nearest

ONE_A_LINE = " In a list, each stands in a line of its own, with a dash in front."


@dataclass(frozen=True)
class Written:
    """How a field is written.

    `kind` names it in the reference, `hint` says in a phrase what to write, `pattern` is the
    regular expression (ECMA 262, anchored) of a text that an editor accepts, `choices` are
    all texts there are. `read` turns the typed text into the value or raises `Unreadable`.
    `example` is a text that `read` accepts.
    """

    kind: str
    hint: str
    read: Callable[[str], Any] = field(repr=False)
    example: str = ""
    pattern: str | None = None
    choices: tuple[str, ...] = ()

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._validate)

    def _validate(self, typed: Any) -> Any:
        if isinstance(typed, Mapping | list | tuple):
            raise broken_error(_not_a_text((), typed, self.hint))
        if type(typed) is not str:
            # A value that was read before: models are also made from other models.
            return typed
        try:
            return self.read(typed)
        except Unreadable as error:
            instead = _STRAIGHT_QUOTES if typed[:1] in _CURLY_QUOTES else error.instead
            raise broken_error(Broken((), error.found, instead)) from None


_CURLY_QUOTES = tuple("\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\u201a")
_STRAIGHT_QUOTES = 'Use straight quotes, as in "…", or none.'


def _not_a_text(path: Path, typed: Any, hint: str) -> Broken:
    """Return the rule that one text is expected where a list or keys stand."""
    if not isinstance(typed, Mapping):
        return Broken(path, "A list stands here where one text is expected.", f"Write {hint}.")
    keys = [f"`{key}:`" for key in typed]
    found = f"{', '.join(keys[:4])} {'stands' if len(keys) == 1 else 'stand'} here where one text "
    quotes = "; or put quotes around the whole text, if the colon belongs to it"
    return Broken(path, f"{found}is expected.", f"Write {hint}{quotes if len(keys) == 1 else ''}.")


@dataclass(frozen=True)
class WrittenMap:
    """How a map with free keys is written: each key and each value by itself.

    `key_pattern` is for editors; `read` turns key and value texts into an item.
    """

    kind: str
    hint: str
    read: Callable[[Mapping[str, str]], Any] = field(repr=False)
    value: Written
    key_pattern: str
    example: str = ""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._validate)

    def _validate(self, typed: Any) -> Any:
        if not isinstance(typed, Mapping):
            is_list = isinstance(typed, list)
            what = "A list stands" if is_list else f"`{typed}` stands"
            found = f"{what} here where lines with keys are expected."
            dashes = "Leave off the dashes" if is_list else "Begin below it"
            raise broken_error(Broken((), found, f"{dashes} and write {self.hint}."))
        typed = {key: value for key, value in typed.items() if value is not None}
        if not all(isinstance(value, str) for value in typed.values()):
            if not any(isinstance(value, Mapping | list) for value in typed.values()):
                return typed
            raise broken_error(
                *(
                    _not_a_text((key,), value, self.value.hint)
                    for key, value in typed.items()
                    if not isinstance(value, str)
                )
            )
        return self.read(typed)


def choice(kind: type[StrEnum], hint: str = "") -> Written:
    """Return how one of a few words is written; case does not matter."""
    words = tuple(each.value for each in kind)

    def read(text: str) -> StrEnum:
        try:
            return kind(text.strip().lower())
        except ValueError:
            close = nearest(text.strip(), words) if "," not in text else None
            instead = f"Did you mean `{close}`?" if close else f"Write one of: {', '.join(words)}."
            if sum(word in text.lower() for word in words) > 1 and close is None:
                instead += ONE_A_LINE
            raise Unreadable(f"`{text}` is not a choice here.", instead) from None

    return Written("choice", hint or f"one of: {', '.join(words)}", read, words[0], None, words)
