"""Facts pass through Markdown unread: their punctuation is shifted to letters of no language.

Markdown takes every shifted sign for a letter, so a fact can not start a list, a link or a tag.
After the conversion each sign comes back as HTML that means the sign itself. Whoever sanitises
does so after that, and sees the text in its final form. Nothing here knows a fact.
"""

import html

# The first of the private signs (Unicode plane 15) that stand for the 128 of ASCII.
SHIELD = 0xF0000

_SHIFTED = {
    code: SHIELD + code for code in range(128) if chr(code) != " " and not chr(code).isalnum()
}
_PLAIN = {SHIELD + code: chr(code) for code in range(128)}
_HTML = {SHIELD + code: html.escape(chr(code)) for code in range(128)}


def shielded(text: str) -> str:
    """Return a text whose punctuation and line breaks no Markdown parser reads."""
    return text.translate(_SHIFTED)


def unshielded(text: str) -> str:
    """Return the text as it was before `shielded`."""
    return text.translate(_PLAIN)


def unshielded_html(converted: str) -> str:
    """Return HTML in which every shifted sign stands for itself, in texts and in attributes."""
    return converted.translate(_HTML)
