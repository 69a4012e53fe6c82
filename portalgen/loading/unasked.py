"""Tokens that look.css sets and nobody asks for: a slip of the pen, or one that is gone."""

import re
from collections.abc import Iterator, Mapping

from portalgen.loading.own_look import OwnLook
from portalgen.problems import Problem, advice, nearest

# Where a stylesheet asks for a token, or sets one for others to ask for.
_ASKED_FOR = re.compile(r"var\(\s*(--[\w-]+)")
_KNOWN = re.compile(r"(?<![\w-])(--[\w-]+)\s*[:,)]")


def unasked_tokens(look: OwnLook, statics: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield advice for each token of look.css that no stylesheet knows, nor look.css itself.

    `statics` are the static files of the portal by name, those of the owner among them.
    """
    if not look.tokens:
        return
    sheets = (statics[name] for name in statics if name.lower().endswith(".css"))
    texts = [sheet.decode("utf-8", "replace") for sheet in sheets]
    known = {name for text in texts for name in _KNOWN.findall(text)}
    asked_for = {*known, *_ASKED_FOR.findall(look.sheet)}
    for name, place in look.tokens.items():
        if name not in asked_for:
            close = nearest(name, known)
            instead = f"Did you mean `{close}`?" if close else "docs/restyling.md lists the tokens."
            yield advice(place, f"No stylesheet asks for `{name}`.", instead)
