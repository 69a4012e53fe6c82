"""A briefing as JSON, for other programs: the format `portalgen-today`, version 1.

Instants are RFC 3339 in UTC, `null` is what is not known, does not end or does not apply. Texts
that clients read are in the language of the portal, names and `what` as the owner knows them.
A version may gain keys, and loses or changes none.

    format, version     portalgen-today, 1
    problems            what is wrong in the content, as `check --format json` tells it; if there
                        is anything, all that follows is null
    moment, zone        the moment that is told about, and the IANA name of the practice's zone
    now                 what clients meet:
      state, badge        open, closed, limited, away, catching up, unknown; and the header's words
      notices             absence, headline, sentences, news (Markdown); the leading one first
      replies             by, due: when a message of this moment is answered
      in_charge           a list of charges; the owner has what none of them has, unless
      covered_as_a_whole  is true
    changes             at, happening, what, absence, reads, in_charge, build; by time. What
                        happens is one of notice, update, book-by, start, cover, overdue, return,
                        caught up, end, price, opening. in_charge tells of cover: who is in charge
                        from then on, and none where the owner is
    build               after, by, absence, every_minutes: the build that is needed first, the
                        absence that needs it, and how often one comes anyway
    cover               absence, what, starts, ends, in_charge, advice: absences that are not over
    overdue, advice     problems that only the passing of time made, and all other advice

A charge has person, name, services (titles, null for all), for, starts, ends. A
`build` of a change has after and by, and is null where pages change by themselves.
"""

import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from portalgen.briefing import Briefing, BuildTime, Change, Charge, Cover, Now
from portalgen.live import iso
from portalgen.problems import Problem
from portalgen.report import as_maps, in_order

_FORMAT = {"format": "portalgen-today", "version": 1}
_TOLD = ("moment", "zone", "now", "changes", "build", "cover", "overdue", "advice")


def briefing_json(told: Briefing, zone: str) -> str:
    """Return a briefing as JSON; `zone` is the IANA name of the practice's zone."""
    facts = {
        "moment": _instant(told.moment),
        "zone": zone,
        "now": _now(told.now),
        "changes": [_change(each) for each in told.changes],
        "build": {
            **_build_time(told.build),
            "absence": told.built_for.absence_id if told.built_for else None,
            "every_minutes": told.every // timedelta(minutes=1),
        },
        "cover": [_cover(each) for each in told.cover],
        "overdue": as_maps(told.overdue),
        "advice": as_maps(told.advice),
    }
    return _written({**_FORMAT, "problems": [], **facts})


def problems_json(problems: Iterable[Problem]) -> str:
    """Return problems in the place of a briefing that can not be given because of them."""
    return _written({**_FORMAT, "problems": as_maps(in_order(problems)), **dict.fromkeys(_TOLD)})


def _now(now: Now) -> dict[str, Any]:
    return {
        "state": now.state,
        "badge": now.badge,
        "notices": [
            {
                "absence": each.absence_id,
                "headline": each.headline,
                "sentences": each.sentences,
                "news": each.news,
            }
            for each in now.notices
        ],
        "replies": [{"by": each.by, "due": _instant(each.due)} for each in now.replies],
        "in_charge": [_charge(each) for each in now.charges],
        "covered_as_a_whole": now.is_covered_as_a_whole,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "at": _instant(change.at),
        "happening": change.happening,
        "what": change.what.short,
        "absence": change.absence_id,
        "reads": change.reads,
        "in_charge": [_charge(each) for each in change.charges],
        "build": _build_time(change.build) if change.build else None,
    }


def _cover(cover: Cover) -> dict[str, Any]:
    return {
        "absence": cover.absence_id,
        "what": cover.what.in_full,
        "starts": _instant(cover.starts),
        "ends": _instant(cover.ends),
        "in_charge": [_charge(each) for each in cover.charges],
        "advice": as_maps(cover.advice),
    }


def _charge(charge: Charge) -> dict[str, Any]:
    return {
        "person": charge.person_id,
        "name": charge.name,
        "services": charge.services or None,
        "for": charge.for_,
        "starts": _instant(charge.starts),
        "ends": _instant(charge.ends),
    }


def _build_time(build: BuildTime) -> dict[str, Any]:
    return {"after": _instant(build.after), "by": _instant(build.by)}


def _instant(instant: datetime | None) -> str | None:
    return None if instant is None else iso(instant)


def _written(facts: dict[str, Any]) -> str:
    return json.dumps(facts, indent=2, ensure_ascii=False)
