"""What is going to be done to away.yaml, and what the owner is told of it besides."""

from dataclasses import dataclass

from portalgen.editing.edits import Edit


@dataclass(frozen=True)
class Plan:
    """An edit, the absence it is about, and sentences for the owner.

    `edit` is None where everything is so already.
    """

    edit: Edit | None
    absence_id: str
    notes: tuple[str, ...] = ()
