"""Reading a message catalog, strictly: what is not understood is told with its line.

A catalog is a `.po` file as gettext and all translation programs write it. Its header is passed
over: catalogs are UTF-8, and how many plural forms there are, and when each is used, is known of
the language. Fuzzy and obsolete messages are not read.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_LINE = re.compile(
    r'(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)\s+)?"((?:[^"\\]|\\["\\nt])*)"'
)
_ESCAPES = {"n": "\n", "t": "\t"}


@dataclass(frozen=True)
class Fault:
    """What is wrong in a line of a catalog, and what to write instead."""

    line: int
    found: str
    instead: str


@dataclass(frozen=True)
class Message:
    """A message and what is said for it.

    `ids` are the English text, and the one for many if it has plural forms; `said` is what
    stands in the catalog, a text for each form. `line` is that of the first of them.
    """

    line: int
    context: str | None
    ids: tuple[str, ...]
    said: tuple[str, ...]

    @property
    def key(self) -> tuple[str | None, str]:
        """What a message is found by."""
        return self.context, self.ids[0]

    @property
    def is_translated(self) -> bool:
        """Whether every form has words."""
        return bool(self.said) and all(self.said)


@dataclass
class _Block:
    """The lines of one message, as they are read."""

    texts: dict[str, str] = field(default_factory=dict)
    line: int = 0
    is_left_out: bool = False
    open: str = ""


def read_po(text: str) -> tuple[tuple[Message, ...], tuple[Fault, ...]]:
    """Return the messages of a catalog, in their order, and what could not be read."""
    faults: list[Fault] = []
    messages = tuple(_message(block) for block in _blocks(text, faults) if block.texts.get("msgid"))
    return messages, (*faults, *_repeated(messages))


def _repeated(messages: Iterable[Message]) -> Iterator[Fault]:
    lines: dict[tuple[str | None, str], int] = {}
    for message in messages:
        first = lines.setdefault(message.key, message.line)
        if first != message.line:
            found = f"The message `{message.ids[0]}` stands here a second time."
            yield Fault(message.line, found, f"Delete it here or in line {first}.")


def _blocks(text: str, faults: list[Fault]) -> Iterator[_Block]:
    block = _Block()
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        stripped = line.strip()
        if _begins(stripped, block):
            yield from _finished(block, faults)
            block = _Block()
        if stripped.startswith("#,") and "fuzzy" in stripped:
            block.is_left_out = True
        elif stripped and not stripped.startswith("#"):
            _take(number, stripped, block, faults)
    yield from _finished(block, faults)


def _begins(line: str, block: _Block) -> bool:
    """Return whether a line is the first of the next message."""
    is_first = line.startswith(("#", "msgctxt", "msgid ", 'msgid"'))
    return is_first and any(name.startswith("msgstr") for name in block.texts)


def _take(number: int, line: str, block: _Block, faults: list[Fault]) -> None:
    """Put a line into the message that it belongs to."""
    read = _LINE.fullmatch(line)
    name = (read[1] or block.open) if read else ""
    if read is None or not name or (read[1] and name in block.texts):
        faults.append(_misread(number, line, is_second=read is not None and bool(name)))
        block.is_left_out = True
        return
    said = re.sub(r"\\(.)", lambda sign: _ESCAPES.get(sign[1], sign[1]), read[2])
    block.texts[name] = block.texts.get(name, "") + said
    block.open = name
    if name.startswith("msgstr") and not block.line:
        block.line = number


def _misread(number: int, line: str, *, is_second: bool) -> Fault:
    if is_second:
        return Fault(number, "This line stands here a second time.", "Delete one of the two.")
    if '"' not in line:
        found = "This is no line of a catalog."
        return Fault(number, found, 'Write `msgid "…"`, `msgstr "…"`, or begin it with #.')
    found = "The quotes around this text do not close, or something stands behind them."
    return Fault(number, found, 'Write `"` once at each end, and `\\"` within the text.')


def _finished(block: _Block, faults: list[Fault]) -> Iterator[_Block]:
    texts = block.texts
    if not texts or block.is_left_out:
        return
    if "msgid" not in texts or not block.line:
        found = "A message begins here without an end, or ends without a beginning."
        faults.append(Fault(block.line or 1, found, "Give each `msgid` its `msgstr` below it."))
        return
    yield block


def _message(block: _Block) -> Message:
    texts = block.texts
    ids = (texts["msgid"], *([texts["msgid_plural"]] if "msgid_plural" in texts else []))
    said = tuple(text for name, text in sorted(texts.items()) if name.startswith("msgstr"))
    return Message(block.line, texts.get("msgctxt"), ids, said)
