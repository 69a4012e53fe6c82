"""Running one check on a small portal."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import pytest

from portalgen.documents import File
from portalgen.edition import desk, edition
from portalgen.loading import load
from portalgen.problems import Problem
from portalgen.subject import Check, Subject
from portalgen.wording.voice import voice_of
from tests.conftest import MOMENT, Write

Run = Callable[..., list[Problem]]


@pytest.fixture
def run(write: Write) -> Run:
    """Run a check on content files by name, at a moment, with finished files if it wants some."""

    def run_check(
        check: Check,
        files: Mapping[str, str],
        moment: datetime = MOMENT,
        finished: Mapping[str, str] | None = None,
    ) -> list[Problem]:
        loaded = load(write(files))
        portal = loaded.portal
        subject = Subject(
            loaded,
            desk(portal, moment),
            edition(portal, moment),
            voice_of(portal.practice, moment.astimezone(UTC).date().replace(day=1)),
            tuple(File(name, text.encode()) for name, text in (finished or {}).items()),
        )
        return list(check(subject))

    return run_check
