"""What the bar of the preview says, as facts for its script: the moment shown, and others to show.

It speaks to the owner, so it speaks English.
"""

from collections.abc import Mapping
from datetime import datetime

from portalgen.briefing import owners_voice
from portalgen.preview.moments import choices, in_words
from portalgen.subject import Subject


def bar_facts(
    subject: Subject | None, chosen: datetime | None, now: datetime
) -> Mapping[str, object]:
    """Return what the bar is to say; without a `subject` there has not been any site yet.

    A `chosen` moment stands for itself; without one the site is that of now.
    """
    if subject is None:
        return {"moment": "", "says": "", "local": "", "absences": []}
    voice = owners_voice(subject.voice)
    moment = subject.desk.moment
    return {
        "moment": "" if chosen is None else _iso(moment),
        "says": "now" if chosen is None else in_words(moment, voice),
        "local": voice.local(moment).isoformat(timespec="minutes"),
        "absences": [
            {
                "label": absence.label,
                "choices": [
                    {"label": each.label, "moment": _iso(each.moment)} for each in absence.choices
                ],
            }
            for absence in choices(subject.desk, voice, now)
        ],
    }


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
