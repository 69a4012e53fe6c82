"""What the owner is told about a moment, as values: no screen, and nothing for clients."""

from portalgen.briefing.briefing import Briefing, Cover, Now, Reply, Told, briefing, owners_voice
from portalgen.briefing.changes import BuildTime, Change, Happening
from portalgen.briefing.charges import Called, Charge

__all__ = [
    "Briefing",
    "BuildTime",
    "Called",
    "Change",
    "Charge",
    "Cover",
    "Happening",
    "Now",
    "Reply",
    "Told",
    "briefing",
    "owners_voice",
]
