"""Generated away.yaml files in the many ways of writing YAML, each line with its owner.

A file is made from entries as data, so that what it means is known without reading it. The
owner of a line tells when it may go: with its key, with its entry, or never.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

# None: the line stays whatever happens. Else the number of the entry, and its key if one owns it.
Owner = tuple[int, str] | None

ENTRY = ""
HEAD = (-1, "away")

WORDS = (
    "Ines", "is", "away", "für", "die", "Reise", "naïve,", "日本", "sea", "“quoted”", "it's", "—",
    "ok", "🏖", "tea", "(late)", "50", "%", "a/b",
)  # fmt: skip
NASTY = (
    "yes", "NO", "null", "0142", "17:30", "2026-01-01", "1e3", "a: b", "x #y", "- dash", "@x", "*x",
    "{x}", "[x]", "it's", 'say "hi"', "back\\slash", "end:", "? what", "%d", "!t", "&a", "> x",
    "| x", "1,200 EUR", "+1 619 555 0142", "~", "=", "a\u00a0b", "say \"it's\" \\o/", "`x`",
)  # fmt: skip
PROSE = ("reason", "message", "appointments", "private")


@dataclass(frozen=True)
class Line:
    """A line without its end."""

    text: str
    owner: Owner = None


@dataclass(frozen=True)
class Generated:
    """A file, what it means, and what each of its lines belongs to."""

    lines: tuple[Line, ...]
    entries: tuple[dict[str, Any], ...]
    line_end: str
    has_mark: bool
    has_final_line_end: bool
    layout: str

    @property
    def source(self) -> bytes:
        """The bytes of the file."""
        text = self.line_end.join(line.text for line in self.lines)
        mark = "\ufeff" if self.has_mark else ""
        end = self.line_end if self.has_final_line_end and self.lines else ""
        return f"{mark}{text}{end}".encode()


def words(dice: random.Random) -> str:
    """Return a text of one line, every third one a trap."""
    if dice.random() < 0.35:
        return dice.choice(NASTY)
    return " ".join(dice.choices(WORDS, k=dice.choice((1, 3, 8, 40))))


def several_lines(dice: random.Random) -> str:
    """Return a text of several lines, with blank ones and deeper ones among them."""
    lines = [words(dice) for _ in range(dice.randint(2, 4))]
    if dice.random() < 0.4:
        lines.insert(1, "")
    if dice.random() < 0.3:
        lines.append("  * deeper # no comment")
    return "\n".join(lines)


def entry(dice: random.Random, number: int, start: str = "") -> dict[str, Any]:
    """Return an absence as data, its keys in any order."""
    random_start = date(2026, 2, 1) + timedelta(days=40 * number + dice.randint(0, 9))
    first = date.fromisoformat(start) if start else random_start
    last = first + timedelta(days=dice.randint(4, 6))
    maybe: dict[str, Any] = {
        "id": f"absence-{number}",
        "back": str(last + timedelta(days=2)),
        "detail": "dates",
        "announce": "14 days",
        "book_by": f"{first - timedelta(days=2)} 17:00",
        "catch_up": "3 days",
        **{key: words(dice) for key in PROSE},
        "services": ["one-to-one", "repair"][: dice.randint(1, 2)],
        "status": "planned",
        "revision": "2",
        "updates": [
            {"at": f"{first} 1{at}:30", "text": words(dice)} for at in range(dice.randint(1, 2))
        ],
        dice.choice(("backup", "cover")): None,
    }
    kept = {key: value for key, value in maybe.items() if dice.random() < 0.45}
    if "backup" in kept:
        kept["backup"] = "dana"
    if "cover" in kept:
        kept["cover"] = [{"person": "dana", "for": words(dice)}, {"person": "sol"}]
    if "message" in kept and dice.random() < 0.5:
        kept["message"] = several_lines(dice)
    fields = [*kept.items(), ("from", str(first)), ("until", str(last))]
    if dice.random() < 0.5:
        dice.shuffle(fields)
    return dict(fields)


def generated(dice: random.Random) -> Generated:
    """Return a file."""
    return _Writer(dice).file()


class _Writer:
    """One file as it grows."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self._comments = 0
        self._dash = dice.choice((0, 2, 2, 2, 4))
        self._gap = dice.choice((2, 2, 2, 3, 4))
        self._busy = dice.choice((0.0, 0.1, 0.3))
        self._odd = dice.choice((0.0, 0.0, 0.15))

    def file(self) -> Generated:
        dice = self._dice
        layout = dice.choice(
            ("block",) * 12 + ("flow", "flow lines", "flow items", "lone", "empty")
        )
        count = {"lone": 1, "empty": 0}.get(layout, dice.randint(1, 4))
        entries = tuple(entry(dice, number) for number in range(count))
        lines = [*self._head(), *self._list(layout, entries), *self._tail()]
        return Generated(
            tuple(lines),
            entries,
            dice.choice(("\n", "\n", "\n", "\r\n", "\r")),
            dice.random() < 0.2,
            dice.random() < 0.7,
            layout,
        )

    # --- The frame

    def _head(self) -> Iterator[Line]:
        if self._chance(0.3):
            yield Line(self._comment())
            if self._chance(0.5):
                yield Line("")
        if self._chance(self._odd):
            yield Line("---")
        yield from self._blank(0.1)

    def _tail(self) -> Iterator[Line]:
        yield from self._blank(0.2)
        if self._chance(0.3):
            yield Line(self._comment())
            yield from self._blank(0.2)

    def _list(self, layout: str, entries: tuple[dict[str, Any], ...]) -> Iterator[Line]:
        if layout == "empty":
            empty = self._dice.choice(("away:", "away: []", "away: ~", "away: null", "away: {}"))
            yield Line(empty + self._behind(), HEAD)
        elif layout == "flow":
            inside = ", ".join(self._flow(each) for each in entries)
            yield Line(f"away: [{inside}]" + self._behind(), HEAD)
        elif layout == "flow lines":
            yield Line("away: [", HEAD)
            for number, each in enumerate(entries):
                comma = "," if number < len(entries) - 1 else ""
                yield Line(f"  {self._flow(each)}{comma}", (number, ENTRY))
            yield Line("]", HEAD)
        elif layout == "lone":
            yield Line("away:" + self._behind(), HEAD)
            yield from self._keys(entries[0], 0, " " * self._dice.choice((2, 4)), None)
        else:
            yield from self._block(layout, entries)

    def _block(self, layout: str, entries: tuple[dict[str, Any], ...]) -> Iterator[Line]:
        yield Line("away:" + self._behind(), HEAD)
        if self._chance(0.2):
            yield Line(" " * self._dash + self._comment())
            yield Line("")
        apart = self._chance(0.6)
        for number, each in enumerate(entries):
            dash = " " * self._dash + "-"
            if number and (apart or self._chance(0.1)):
                yield Line("")
            if number and self._chance(self._busy / 2):
                # About the list, and not about the entry below it.
                yield from (Line(""), Line(" " * self._dash + self._comment()), Line(""))
            if self._chance(self._busy):
                yield Line(" " * self._dash + self._comment(), (number, ENTRY))
            if layout == "flow items":
                yield Line(f"{dash} {self._flow(each)}", (number, ENTRY))
                continue
            indent = " " * (self._dash + self._gap)
            if self._chance(self._odd):
                yield Line(dash + self._behind(), (number, ENTRY))
                yield from self._keys(each, number, indent, None)
            else:
                yield from self._keys(each, number, indent, dash)
            if self._chance(self._busy / 2):
                yield Line(indent + self._comment(), (number, ENTRY))

    # --- An entry

    def _keys(
        self, fields: dict[str, Any], number: int, indent: str, dash: str | None
    ) -> Iterator[Line]:
        for at, (key, value) in enumerate(fields.items()):
            if at and self._chance(self._busy / 3):
                yield Line("", (number, ENTRY))
            if at and self._chance(self._busy):
                yield Line(indent + self._comment(), (number, key))
            before = dash.ljust(len(indent)) if dash and at == 0 else indent
            for line in self._key(key, value, indent, before):
                # Blank lines at the end may be those of a text, or of none.
                yield Line(line, (number, key))

    def _key(self, key: str, value: Any, indent: str, before: str) -> Iterator[str]:
        name = f'"{key}"' if self._chance(self._odd) else key
        colon = " :" if self._chance(self._odd) else ":"
        start = f"{before}{name}{colon}"
        if isinstance(value, str):
            yield from self._text(value, start, indent)
        elif len(value) == 1 and self._chance(0.2):
            yield from self._alone(value[0], start, indent)
        elif self._chance(0.2):
            inside = ", ".join(self._flow(each) for each in value)
            yield f"{start} [{inside}]" + self._behind()
        else:
            yield start + self._behind()
            yield from self._items(value, indent + " " * self._dice.choice((0, 2)))

    def _alone(self, value: Any, start: str, indent: str) -> Iterator[str]:
        if isinstance(value, str):
            yield f"{start} {value}" + self._behind()
            return
        yield start + self._behind()
        for key, each in value.items():
            yield f"{indent}  {key}: {self._flow(each)}"

    def _items(self, items: list[Any], indent: str) -> Iterator[str]:
        for item in items:
            if self._chance(self._busy / 3):
                yield indent + self._comment()
            if isinstance(item, str):
                yield f"{indent}- {item}" + self._behind()
                continue
            for at, (key, value) in enumerate(item.items()):
                before = "- " if at == 0 else "  "
                yield from self._text(value, f"{indent}{before}{key}:", indent + "  ")

    # --- A text

    def _text(self, text: str, start: str, indent: str) -> Iterator[str]:
        if "\n" in text:
            yield f"{start} {self._dice.choice(('|', '|', '|-'))}" + self._behind()
            yield from (f"{indent}  {line}" if line else "" for line in text.split("\n"))
            return
        is_prose = any(key in start for key in (*PROSE, "text", "for"))
        is_long = text.count(" ") > 2 and text.replace(" ", "").isalpha()
        way = self._dice.choice(("plain", "plain", "plain", "single", "double", "block", "fold"))
        if self._chance(self._odd / 2):
            yield start
            yield f"{indent}    {self._quoted(text)}" + self._behind()
        elif way == "block" and text.isprintable() and is_prose:
            yield f"{start} {self._dice.choice(('|', '>', '|-', '>-'))}" + self._behind()
            yield f"{indent}  {text}"
        elif way == "fold" and is_long:
            yield f"{start} {self._dice.choice(('', '>-'))}".rstrip()
            some = text.split(" ")
            yield f"{indent}  {' '.join(some[:2])}"
            yield f"{indent}  {' '.join(some[2:])}"
        elif way == "plain":
            yield f"{start} {_plain_or_quoted(text)}" + self._behind()
        else:
            yield f"{start} {self._quoted(text)}" + self._behind()

    def _quoted(self, text: str) -> str:
        if self._chance(0.5):
            return "'" + text.replace("'", "''") + "'"
        return json.dumps(text, ensure_ascii=False)

    def _flow(self, value: Any) -> str:
        if isinstance(value, str):
            return _plain_or_quoted(value)
        if isinstance(value, list):
            return f"[{', '.join(self._flow(each) for each in value)}]"
        return "{" + ", ".join(f"{key}: {self._flow(each)}" for key, each in value.items()) + "}"

    # --- Small things

    def _comment(self) -> str:
        self._comments += 1
        return f"# c{self._comments}c {self._dice.choice(WORDS)} - from: x"

    def _behind(self) -> str:
        if self._chance(self._busy):
            return f"  {self._comment()}"
        return self._dice.choice(("", "", "", "", "", "", " ", "   "))

    def _blank(self, chance: float) -> Iterator[Line]:
        while self._chance(chance):
            yield Line(self._dice.choice(("", "", "  ")))

    def _chance(self, chance: float) -> bool:
        return self._dice.random() < chance


def _plain_or_quoted(text: str) -> str:
    """Return a text plain where nothing in it could mean something to YAML."""
    is_plain = text.replace("-", "").replace(" ", "").isalnum() and text not in {"null", "- dash"}
    is_clock = text[:4].isdigit() and text[-3:-2] == ":"
    return text if is_plain or is_clock else json.dumps(text, ensure_ascii=False)
