"""Who is in charge at each instant of an absence, and for which services."""

from dataclasses import dataclass
from datetime import datetime

from portalgen.model.values import Words


@dataclass(frozen=True)
class CoverSpan:
    """One person, or nobody, in charge for a time.

    The spans of an absence tell for each instant, from its start to the first open time after
    it, who is in charge. `person_id` is None where nobody is. `services` names the services
    for which it holds; None is for all that the absence concerns. `for_` are the words of the
    entry that says so.
    """

    starts: datetime
    ends: datetime | None
    person_id: str | None
    services: tuple[str, ...] | None = None
    for_: Words | None = None
