"""The promises: what clients can rely on, and what happens when the ball is dropped."""

from collections.abc import Iterator
from dataclasses import dataclass

from portalgen import addresses
from portalgen.documents import Document
from portalgen.edition import Edition
from portalgen.model.promises import Standard
from portalgen.model.values import Length
from portalgen.wording.voice import Voice


@dataclass(frozen=True)
class ShownStandard:
    """A standard, and its measure in words."""

    standard: Standard
    measure: str | None


def documents(edition: Edition, voice: Voice) -> Iterator[Document]:
    """Yield the page of the promises, if there is one to read."""
    promises = edition.portal.promises
    if promises is None or not (promises.standards or promises.when_i_drop_the_ball):
        return
    yield Document(
        addresses.PROMISES,
        "pages/promises.html",
        {
            "title": voice.gettext("Promises"),
            "standards": tuple(
                ShownStandard(each, _measure(each, voice)) for each in promises.standards
            ),
            "when_dropped": promises.when_i_drop_the_ball,
        },
    )


def _measure(standard: Standard, voice: Voice) -> str | None:
    measure = standard.measure
    return voice.within(measure) if isinstance(measure, Length) else measure
