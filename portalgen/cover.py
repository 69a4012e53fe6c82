"""Who is in charge during an absence, turn by turn, as pages list it.

Each turn is a dated sentence that is true whenever it is read. That it holds at the moment of
reading is said by the script alone, in the windows that stand here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portalgen.edition import Edition
from portalgen.frame import Line, way_to
from portalgen.live import Window, window_of
from portalgen.menu import Link
from portalgen.timeline.spans import Span
from portalgen.wording.covers import CoverText
from portalgen.wording.notices import NoticeText


@dataclass(frozen=True)
class Turn:
    """Who is in charge for a part of an absence, and how to reach them when it is urgent.

    `said` stands until the turn is over. `now` is when a script may say that it is this one's
    turn; readers without scripts never see that. Where nobody is in charge, it is empty.
    """

    said: Line
    urgent: str | None
    way: Link | None
    reach: str | None
    now: tuple[Window, ...]


def turns(text: NoticeText, charge: Sequence[Span], edition: Edition) -> tuple[Turn, ...]:
    """Return the turns of an absence in the order of time, but for those that are over.

    `charge` is when the absence is the one that tells who is in charge (`charge_spans`).
    """
    return tuple(
        Turn(
            said=Line(each.sentence, window_of(None, each.ends, edition), each.at),
            urgent=each.urgent,
            way=way_to(each, edition),
            reach=each.reach,
            now=tuple(_now(each, charge)),
        )
        for each in text.cover
        if each.ends is None or each.ends > edition.moment
    )


def _now(turn: CoverText, charge: Sequence[Span]) -> Iterator[Window]:
    if turn.person_id is None:
        return
    for span in charge:
        starts = max(span.starts, turn.starts)
        ends = min((each for each in (span.ends, turn.ends) if each is not None), default=None)
        if ends is None or starts < ends:
            yield Window(starts, ends, is_shown=False)
