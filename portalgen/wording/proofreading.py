"""What is wrong with the messages of a catalog, so that it could break a page or say nothing.

Style is not judged here: a catalog without faults can be published, whoever wrote it.
"""

import re
from collections.abc import Iterator, Sequence

from portalgen.problems import nearest
from portalgen.wording.plurals import Plurals
from portalgen.wording.po_files import Fault, Message

_PERCENT = re.compile(r"%(?:\((\w*)\)(.?)|(%)|)")
_TAG = re.compile(r"<[^>]*>")
_NUMBER = "num"


def proofread(messages: Sequence[Message], plurals: Plurals) -> Iterator[Fault]:
    """Yield what is wrong with what a catalog says; messages without words are passed over."""
    for message in messages:
        if not any(message.said):
            continue
        yield from _wrong_forms(message, plurals)
        for form, said in enumerate(message.said):
            if said:
                yield from _wrong_signs(said, message)
                yield from _wrong_names(said, message, form == plurals.of_one_alone)
                yield from _wrong_markup(said, message)


def _wrong_forms(message: Message, plurals: Plurals) -> Iterator[Fault]:
    expected = plurals.count if len(message.ids) > 1 else 1
    if len(message.said) < expected or not all(message.said[:expected]):
        yield Fault(
            message.line,
            f"`{message.ids[0]}` needs {expected} forms in this language, and one is missing.",
            f"Write `msgstr[0]` to `msgstr[{expected - 1}]`, each with its words.",
        )


def _wrong_signs(said: str, message: Message) -> Iterator[Fault]:
    for name, ending, doubled in _PERCENT.findall(said):
        if doubled or ending == "s":
            continue
        if name:
            found = f"The placeholder `%({name})` has no `s` behind it."
            yield Fault(message.line, found, f"Write `%({name})s`.")
        else:
            found = f"A percent sign stands alone in `{said}`."
            yield Fault(message.line, found, "Write `%%` for a percent sign.")


def _wrong_names(said: str, message: Message, is_for_one: bool) -> Iterator[Fault]:
    known = list(dict.fromkeys(name for each in message.ids for name in _names(each)))
    used = dict.fromkeys(_names(said))
    strange = [name for name in used if name not in known]
    for name in strange:
        close = nearest(name, known) or (known[0] if len(known) == 1 else None)
        found = f"The message has no placeholder `%({name})s`."
        yield Fault(message.line, found, _instead(close, known))
    for name in known:
        # `one hour` says the number in words.
        is_said_in_words = name == _NUMBER and is_for_one
        if name not in used and not is_said_in_words and not strange:
            found = f"The placeholder `%({name})s` is missing."
            yield Fault(message.line, found, "Put it where it belongs in the sentence.")


def _instead(close: str | None, known: Sequence[str]) -> str:
    if close is not None:
        return f"Write `%({close})s`."
    listed = ", ".join(f"`%({name})s`" for name in known)
    return f"Placeholders here are: {listed}." if listed else "This message has none."


def _wrong_markup(said: str, message: Message) -> Iterator[Fault]:
    if sorted(_TAG.findall(said)) != sorted(_TAG.findall(message.ids[0])):
        found = f"The marks in `<` and `>` are not those of the message in `{said}`."
        yield Fault(message.line, found, f"Keep them as they are in `{message.ids[0]}`.")
    elif re.search("[<>]", _TAG.sub("", said)):
        found = f"A `<` or `>` stands alone in `{said}`."
        yield Fault(message.line, found, "Say it in words: a page would read a mark there.")
    elif "{" in said or "}" in said:
        found = f"Braces have no meaning in `{said}`."
        yield Fault(message.line, found, "Write placeholders as in the message: `%(name)s`.")


def _names(text: str) -> list[str]:
    return [name for name, ending, _ in _PERCENT.findall(text) if name]
