"""What holds of the changes of any practice: nothing changes for clients but what is told."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from portalgen.briefing import briefing, owners_voice
from portalgen.briefing.charges import told_cover
from portalgen.build import Order, survey
from portalgen.edition import Edition, edition
from portalgen.facts import fill
from portalgen.model.away import Detail
from portalgen.wording.notices import NoticeText, Role, notice_text
from portalgen.wording.voice import Voice
from tests.oracle.practices import case_of

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
FOR_GOOD = timedelta(days=20_000)
ONE_MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize("seed", range(1, 25))
def test_between_two_changes_clients_read_the_same(seed: int, tmp_path: Path) -> None:
    case = case_of(seed)
    for name, content in case.practice.items():
        (tmp_path / f"{name}.yaml").write_text(json.dumps(content), encoding="utf-8")
    moment = EPOCH + timedelta(minutes=case.moment)
    subject, advice = survey(Order(tmp_path, moment))
    told = briefing(subject, advice, owners_voice(subject.voice))
    everything = fill(edition(subject.loaded.portal, moment, FOR_GOOD), subject.voice)
    times = [moment, *dict.fromkeys(each.at for each in told.changes)]
    assert times == sorted(set(times))
    texts = dict(_texts(everything, subject.voice))
    for starts, ends in pairwise([*times, times[-1] + timedelta(days=400)]):
        begun = _read(everything, texts, starts)
        assert _read(everything, texts, starts + (ends - starts) / 2) == begun
        assert _read(everything, texts, ends - ONE_MINUTE) == begun


def _texts(everything: Edition, voice: Voice) -> Iterator[tuple[str, NoticeText]]:
    for stretch in everything.timeline.stretches:
        # Of vague ones only the owner knows what changes when.
        if stretch.absence.detail is not Detail.VAGUE:
            cover = everything.timeline.cover[stretch.absence.id]
            yield stretch.absence.id, notice_text(stretch, everything.portal, voice, cover)


def _read(everything: Edition, texts: dict[str, NoticeText], instant: datetime) -> set[object]:
    """Return the sentences of all notices at an instant, and who is in charge of what."""
    said = {
        (name, each.text)
        for name, text in texts.items()
        if text.starts <= instant and (text.ends is None or instant < text.ends)
        for each in (*text.headlines, *text.sentences)
        if each.role not in {Role.COVER, Role.URGENT} and each.holds(instant)
    }
    in_charge = {
        (span.person_id, span.services or absence.services)
        for absence in everything.portal.absences
        for span in told_cover(everything.timeline).get(absence.id, ())
        if span.person_id is not None and span.holds(instant)
    }
    return {*said, *in_charge}
