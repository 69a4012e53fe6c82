"""What the owner is told of a catalog of their own that can be published as it is."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from portalgen.model.languages import language_meant
from portalgen.problems import Place, Problem, advice, nearest
from portalgen.wording.entries import Entries, asked
from portalgen.wording.our_catalogs import ENDING, ENGLISH, INFORMAL, languages, template
from portalgen.wording.plain import tags_from
from portalgen.wording.po_files import Message


def place_in(file: Path, line: int = 0) -> Place:
    """Return a place in a catalog of the owner."""
    return Place(f"site-templates/wording/{file.name}", line)


def advice_on(file: Path, messages: Sequence[Message], entries: Entries) -> Iterator[Problem]:
    """Yield advice on a catalog of the owner; `entries` are it and what is asked after it."""
    yield from _strangers(messages, file)
    yield from _gaps(entries, file)


def never_asked(folder: Path, names: Sequence[str]) -> Iterator[Problem]:
    """Yield advice for each catalog of a folder that has none of the names that are asked for."""
    read = {f"{name}{ending}" for name in names for ending in (ENDING, INFORMAL)}
    for file in sorted(folder.glob(f"*{ENDING}")):
        if file.name not in read:
            found = f"This catalog is never read: the language of the portal is {names[0]}."
            instead = f"If its words are in that language, call it `{_name_meant(file, names)}`."
            yield advice(place_in(file), found, instead)


def _name_meant(file: Path, names: Sequence[str]) -> str:
    meant = language_meant(file.name.split(".")[0])
    name = meant if meant in names else names[0]
    return f"{name}{INFORMAL if file.name.endswith(INFORMAL) else ENDING}"


def _strangers(messages: Sequence[Message], file: Path) -> Iterator[Problem]:
    """Yield advice for each message of the owner's that no page says."""
    known = {each.key: each.ids[0] for each in template()}
    for message in messages:
        if message.key not in known and message.is_translated:
            yield advice(
                place_in(file, message.line),
                f"The portal has no message `{message.ids[0]}`, so these words are never read.",
                _meant(message, [*known.values()]),
            )


def _meant(message: Message, ids: Sequence[str]) -> str:
    if message.ids[0] in ids:
        return "Copy the line `msgctxt` that belongs to it from portalgen.pot, too."
    close = nearest(message.ids[0], ids)
    return f"Did you mean `{close}`?" if close else "Delete it, or copy it from portalgen.pot."


def _gaps(entries: Entries, file: Path) -> Iterator[Problem]:
    """Yield advice if a language that only the owner has words of is not complete."""
    if _is_partial(file):
        return
    messages = template()
    said = {key for each in asked(entries) for key in each.said}
    count = sum(each.key in said for each in messages)
    if count < len(messages):
        found = f"{count} of {len(messages)} messages have words; the others are in English."
        yield advice(place_in(file), found, "All messages stand in portalgen.pot.")


def _is_partial(file: Path) -> bool:
    """Return whether a catalog only changes words of a language that has all of them."""
    language = tags_from(file.name.removesuffix(ENDING))[-1]
    return ".informal." in file.name or language in (ENGLISH, *languages())
