"""The disguises in which a text can stand in a finished file, taken off.

Escapes of HTML, of addresses, of JSON and scripts, base64 in both alphabets, folded lines (RFC
5545 §3.1), words with tags in them; one may lie within another. Nothing here knows what is
looked for.
"""

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import unescape
from urllib.parse import unquote

# How many disguises may lie within one another.
_DEPTH = 3

# The signs of base64 in a row; twelve bytes take sixteen, and less can not be told from words.
_IN_BASE64 = re.compile(r"[A-Za-z0-9+/_-]")
_TOKEN_MASK = "".join("x" if _IN_BASE64.match(chr(code)) else " " for code in range(256)).encode()
_TOKEN = b"x" * 16
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))")
_FOLD = re.compile(r"\r?\n[ \t]")
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span"
    r"|strong|sub|sup|time|u|var|wbr)(?:\s[^<>]*)?/?>"
)
_TAG = re.compile(r"<[^<>]*>")
_SPOKEN = re.compile(
    r"""\s(?:alt|title|label|placeholder|aria-label|data-text|data-stale)=(?:"([^"]*)"|'([^']*)')"""
    r"""|<meta\s+name=["']?description["']?\s+content=(?:"([^"]*)"|'([^']*)')"""
)
_JSON_KEY = re.compile(r'"[^"\n]{0,80}"\s*:')
_JSON_STRINGS = re.compile(r'"\s*,\s*"')
_LEGIBLE = re.compile(r"[\w -~]")

# Stands between texts that are not next to each other, and in no text of an owner.
BREAK = "\x01"


def unfolded(text: str) -> str:
    """Return a file of folded lines, such as a calendar, with its lines whole."""
    return _FOLD.sub("", text)


def undisguised(lines: Iterable[str]) -> Iterator[str]:
    """Yield what can be decoded from lines, and from that again."""
    found = list(lines)
    for _ in range(_DEPTH):
        found = [line for each in _decoded(found) for line in each.split("\n")]
        if not found:
            return
        yield from found


def without_inline_tags(lines: Sequence[str]) -> Iterator[str]:
    """Yield those lines that have tags within their sentences, without these tags."""
    return _changed(lines, "<", lambda line: _INLINE_TAG.sub("", line))


def _changed(lines: Sequence[str], sign: str, decode: Callable[[str], str]) -> Iterator[str]:
    """Yield the lines that are others when decoded, which none is without a sign.

    The lines around them come along, since a sentence may go on there.
    """
    plain = {
        number: decoded
        for number, line in enumerate(lines)
        if sign in line and (decoded := decode(line)) != line
    }
    around = {near for number in plain for near in (number - 1, number, number + 1)}
    for number in sorted(around):
        if 0 <= number < len(lines):
            yield plain.get(number, lines[number])


def apart(text: str) -> str:
    """Return a text in which strings of a list are kept apart."""
    return _JSON_STRINGS.sub(f'" {BREAK} "', text)


def said(text: str) -> str:
    """Return what of a text is there to be read, without tags and without names of keys.

    What stands in different elements stays apart.
    """
    spoken = (value for match in _SPOKEN.finditer(text) for value in match.groups() if value)
    gap = f" {BREAK} "
    plain = _JSON_KEY.sub(gap, _TAG.sub(gap, _INLINE_TAG.sub("", text)))
    return gap.join([apart(plain), *spoken])


def _decoded(lines: list[str]) -> Iterator[str]:
    """Yield texts that lines give without one disguise."""
    for sign, decode in (("&", unescape), ("%", unquote), ("\\", _unescaped)):
        yield from _changed(lines, sign, decode)
    for token in set(_tokens("\n".join(lines).encode("utf-8", "replace"))):
        # Words and addresses keep to one case; base64 does not.
        if not token.islower():
            yield from _from_base64(token.translate(_ONE_ALPHABET))


_ONE_ALPHABET = bytes.maketrans(b"-_", b"+/")


def _tokens(text: bytes) -> Iterator[bytes]:
    """Yield what may be base64, as quickly as a program can."""
    mask = text.translate(_TOKEN_MASK)
    start = mask.find(_TOKEN)
    while start >= 0:
        end = mask.find(b" ", start)
        end = len(mask) if end < 0 else end
        yield text[start:end]
        start = mask.find(_TOKEN, end)


def _unescaped(text: str) -> str:
    """Return a text without the escapes of JSON and of scripts."""
    plain = _ESCAPE.sub(_meant, text)
    # A sign beyond the first plane is escaped as two halves.
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _meant(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _SIGNS.get(match[3], match[3])


_SIGNS = {"n": "\n", "r": "\n", "t": " ", "b": " ", "f": " "}


def _from_base64(token: bytes) -> Iterator[str]:
    """Yield the texts that a token may be; something else may stand right before it."""
    for skipped in range(4):
        part = token[skipped:]
        part = part[: len(part) - (len(part) % 4 == 1)]
        try:
            text = b64decode(part + b"=" * (-len(part) % 4)).decode("utf-8", "replace")
        except (Error, ValueError):
            continue
        if len(_LEGIBLE.findall(text)) * 2 > len(text):
            yield text
