"""The terms, clause by clause: the short line, the exact text, and what the owner owes in return.

The page shows the version that is in the content. It does not weigh clauses against each other
and knows no agreement.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from portalgen import addresses
from portalgen.documents import Document
from portalgen.edition import Edition
from portalgen.model.terms import Clause
from portalgen.wording.voice import Voice


@dataclass(frozen=True)
class ShownClause:
    """A clause, and the names and texts of its numbers."""

    clause: Clause
    numbers: tuple[tuple[str, str], ...]


def documents(edition: Edition, voice: Voice) -> Iterator[Document]:
    """Yield the page of the terms, if there are any."""
    terms = edition.portal.terms
    if terms is None:
        return
    clauses = tuple(ShownClause(each, tuple(_numbers(each, voice))) for each in terms.clauses)
    yield Document(
        addresses.TERMS,
        "pages/terms.html",
        {
            "title": terms.title or voice.gettext("Terms"),
            "terms": terms,
            "clauses": clauses,
            "published": terms.published and voice.day_with_year(terms.published),
            "effective": terms.effective and voice.day_with_year(terms.effective),
            "has_version": any(
                each is not None for each in (terms.version, terms.published, terms.effective)
            ),
        },
    )


def _numbers(clause: Clause, voice: Voice) -> Iterator[tuple[str, str]]:
    for name, value in clause.values.items():
        yield _label(name, voice), voice.named_value(value)
    if clause.fee is not None:
        yield voice.gettext("Fee"), voice.named_value(clause.fee)


def _label(name: str, voice: Voice) -> str:
    """Return the name of a value for clients: the portal's word, or the owner's own name."""
    if name == "notice":
        # Translators: how long before an appointment it can be canceled.
        return voice.gettext("Notice")
    return name.replace("-", " ").capitalize()
