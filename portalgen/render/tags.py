"""Going over the tags of sanitised HTML, one after another.

The sanitiser writes every tag in one way: small letters, attributes in double quotes, `<` and `>`
nowhere but around tags. That makes a regular expression exact here, and only here: nothing in
this file may be given HTML from elsewhere.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')


@dataclass(frozen=True)
class Tag:
    """A tag; the values of its attributes are escaped, as they stand in the HTML.

    `end` is the position right after it.
    """

    name: str
    attributes: Mapping[str, str]
    closes: bool
    end: int

    def having(self, **attributes: str) -> "Tag":
        """Return the tag with more attributes, or with others of the same names."""
        named = {name.replace("_", "-"): value for name, value in attributes.items()}
        return Tag(self.name, {**self.attributes, **named}, self.closes, self.end)

    def without(self, attribute: str) -> "Tag":
        """Return the tag without an attribute."""
        kept = {name: value for name, value in self.attributes.items() if name != attribute}
        return Tag(self.name, kept, self.closes, self.end)

    def called(self, name: str) -> "Tag":
        """Return the tag with another name."""
        return Tag(name, self.attributes, self.closes, self.end)

    def __str__(self) -> str:
        attributes = "".join(f' {name}="{value}"' for name, value in self.attributes.items())
        return f"<{'/' if self.closes else ''}{self.name}{attributes}>"


def with_tags(html: str, changed: Callable[[Tag], str]) -> str:
    """Return the HTML with every tag replaced by what `changed` returns for it."""

    def replacement(match: re.Match[str]) -> str:
        attributes = dict(_ATTRIBUTE.findall(match[3]))
        return changed(Tag(match[2], attributes, bool(match[1]), match.end()))

    return _TAG.sub(replacement, html)


def without_tags(html: str) -> str:
    """Return the text between the tags, still escaped."""
    return _TAG.sub("", html)
