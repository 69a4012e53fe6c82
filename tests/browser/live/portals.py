"""Practices as built sites, and what Python knows of the same build."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from portalgen import days
from portalgen.build import Order, build
from portalgen.edition import Edition, edition
from portalgen.facts import fill
from portalgen.frame import frame
from portalgen.loading import load
from portalgen.memory import Memory
from portalgen.wording.voice import Voice, voice_of
from tests.browser.live.reading import Reader, reader


@dataclass(frozen=True)
class Portal:
    """The files of a site by address, and the edition and voice that they were made from."""

    files: dict[str, bytes]
    edition: Edition
    voice: Voice

    def reader(self, zone: ZoneInfo) -> Reader:
        """Return one who reads the site in a zone."""
        hours = frame(self.edition, self.voice).hours_badge or ""
        return reader(self.edition, self.voice, zone, hours)


# Building is quick where templates are compiled already.
_MEMORY = Memory()


def portal(content: Path, moment: datetime) -> Portal:
    """Build the site of a content folder at a moment."""
    order = Order(content, moment)
    files = {file.address: file.content for file in build(order, _MEMORY).files}
    known = load(content).portal
    today = days.day_of(moment, days.zone(known.practice.timezone))
    voice = voice_of(known.practice, today.replace(day=1))
    return Portal(files, fill(edition(known, moment, order.next_build), voice), voice)
