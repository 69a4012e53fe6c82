"""Deploying is announcing: nothing that may not be known yet, or ever, is in any finished file."""

import json
import re
from base64 import b64decode, b64encode, urlsafe_b64encode
from binascii import Error
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import escape, unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest
import yaml
from PIL import Image

import portalgen.build
from portalgen.all_channels import all_channels
from portalgen.all_pages import all_pages
from portalgen.build import Order, build
from portalgen.documents import Document, File
from portalgen.edition import Edition, edition
from portalgen.loading import load
from portalgen.memory import Memory
from portalgen.model.away import NOBODY, Absence
from portalgen.model.portal import Portal
from portalgen.packed import packed_folder
from portalgen.problems import ContentError
from portalgen.reference import find
from portalgen.timeline.compile import compile_timeline
from portalgen.wording.voice import Voice
from tests.conftest import PRACTICE, Write
from tests.functional.planting import ASKED_FOR, Planting, is_text, ways

# Tuesday, December 22, 2026, noon in San Diego; the next build is a day later.
MOMENT = datetime(2026, 12, 22, 20, 0, tzinfo=UTC)
PAST_AND_COMING = [{"at": "2026-12-22 09:00"}, {"at": "2026-12-29 09:00"}]
BY_BOTH = [{"person": "ana"}, {"person": "sol"}]

ABSENCES: dict[str, dict[str, Any]] = {
    "told": {"from": "2026-12-21", "until": "2027-01-01", "cover": BY_BOTH},
    "to-come": {"from": "2027-06-07", "until": "2027-06-11", "cover": BY_BOTH},
    "a-day-too-early": {"from": "2027-02-08", "until": "2027-02-12", "announce": "2026-12-24"},
    "dates-alone": {
        "from": "2027-01-04", "until": "2027-01-08", "announce": "2026-12-01", "detail": "dates",
    },
    "vague": {"from": "2026-12-22", "until": "2027-01-20", "detail": "vague", "cover": BY_BOTH},
    "vague-to-come": {"from": "2026-12-23", "until": "2026-12-24", "detail": "vague"},
    "over": {"from": "2026-12-07", "until": "2026-12-11", "backup": "bea"},
    "forgotten": {"from": "2026-08-03", "until": "2026-08-07", "cover": BY_BOTH},
    "called-off": {"from": "2026-12-14", "until": "2026-12-18", "status": "cancelled"},
    "news-to-come": {"from": "2027-03-01", "until": "2027-03-05", "level": "news"},
    "pause-to-come": {"from": "2027-03-08", "until": "2027-03-19", "services": "talks"},
}  # fmt: skip
PEOPLE: dict[str, dict[str, Any]] = {
    "ana": {"consent": "2026-09-01"},
    "bea": {"consent": "2026-09-01"},
    "sol": {},
}

# What of all this is public; every other text is not, those of fields to come included.
SHOWN = {
    *(f"told/{key}" for key in ("id", "reason", "message", "appointments")),
    "told/cover/0/for",
    "told/updates/0/text",
    *(f"dates-alone/{key}" for key in ("id", "appointments", "updates/0/text")),
    *(f"vague/{key}" for key in ("appointments", "cover/0/for")),
    *(f"ana/{key}" for key in ("name", "role", "photo", "in_charge_when")),
    *(f"bea/{key}" for key in ("name", "role", "photo", "in_charge_when")),
    *(f"{name}/{key}" for name in ("ana", "bea") for key in ("can", "cannot", "knows")),
    *(f"ana/contacts/{number}/{way}" for number, way in enumerate(map(next, map(iter, ways())))),
    *(f"ana/contacts/{number}/for" for number in range(5)),
    "ana/contacts/4/email",
    "bea/contacts/4/email",
    "bea/contacts/4/for",
}
# What may be public; whether any page shows it is another matter.
MAY_BE_SHOWN = {"over/id", "over/appointments", "over/updates/0/text"}


Plant = Callable[..., tuple[Path, Mapping[str, str]]]


@pytest.fixture
def planted(write: Write) -> Plant:
    """Write a portal full of markers, and return its folder and them."""

    def plant(**changed: Mapping[str, Any]) -> tuple[Path, Mapping[str, str]]:
        planting = Planting()
        absences = [
            planting.absence(name, {"updates": PAST_AND_COMING, **_covered(given), **given})
            for name, given in _changed(ABSENCES, changed).items()
        ]
        always = [{"email": "plant a marker here", "show": "always"}]
        people = [
            planting.person(name, {"contacts": [*ways(), *always], **given})
            for name, given in _changed(PEOPLE, changed).items()
        ]
        folder = write(
            {
                "practice.yaml": f"{PRACTICE}url: https://ines.example/\n",
                "services.yaml": "services:\n  - id: talks\n    title: Talks\n",
                "availability.yaml": "weekly:\n  mon-thu: 09:00-16:00\n",
                "away.yaml": yaml.safe_dump({"away": absences}, width=10_000),
                "backup.yaml": yaml.safe_dump({"backups": people}, width=10_000),
            }
        )
        (folder / "images").mkdir()
        for person in people:
            Image.new("RGB", (9, 9)).save(folder / "images" / person["photo"])
        return folder, planting.markers

    return plant


def _covered(given: Mapping[str, Any]) -> dict[str, Any]:
    return {} if "cover" in given else {"backup": "nobody"}


def _changed(
    entries: Mapping[str, Mapping[str, Any]], changed: Mapping[str, Mapping[str, Any]]
) -> dict[str, dict[str, Any]]:
    return {name: {**given, **changed.get(name, {})} for name, given in entries.items()}


def decoded(file: File) -> Iterator[str]:
    """Yield what a file says, raw and in each way in which it may be encoded."""
    raw = file.content.decode("utf-8", "replace")
    plain = raw.replace("\r\n ", "")
    yield from (file.address, raw, plain, unescape(plain), unescape(unescape(plain)))
    yield from (unquote(plain), unquote(unescape(plain)), re.sub(r"<[^<>]*>", "", plain))
    yield re.sub(r"[^0-9]", "", plain)
    for token in re.findall(r"[A-Za-z0-9+/_-]{20,}", plain):
        for start in range(4):
            part = token[start:].replace("-", "+").replace("_", "/")
            try:
                yield b64decode(part[: len(part) // 4 * 4]).decode("utf-8", "replace")
            except (Error, ValueError):
                continue


def found_in(files: tuple[File, ...], markers: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the files in which each marker stands that stands in any."""
    said = {file.address: "\n".join(decoded(file)) for file in files}
    found = {
        name: [address for address, text in said.items() if marker in text]
        for name, marker in markers.items()
    }
    return {name: addresses for name, addresses in found.items() if addresses}


def test_each_field_that_can_hold_a_text_is_planted(planted: Plant) -> None:
    _, markers = planted()
    found = {"/".join(re.findall(r"/([a-z_]+)", name)) for name in markers}
    for topic in ("away", "backup"):
        file = find(topic)
        assert file is not None
        for each in file.walk():
            if is_text(each) or each.kind in ASKED_FOR - {"short name"}:
                assert "/".join(each.path.split(".")[1:]) in found


def test_no_finished_file_says_what_may_not_be_known(planted: Plant) -> None:
    folder, markers = planted()
    found = found_in(build(Order(folder, MOMENT), Memory()).files, markers)
    assert {name: files for name, files in found.items() if name not in SHOWN | MAY_BE_SHOWN} == {}
    assert set(found) >= SHOWN


def test_the_same_texts_stand_there_once_they_are_public(planted: Plant) -> None:
    folder, markers = planted(
        **{"to-come": {"announce": "2026-12-01"}, "sol": {"consent": "2026-09-01"}}
    )
    found = found_in(build(Order(folder, MOMENT), Memory()).files, markers)
    texts = {"id", "reason", "message", "appointments", "updates/0/text", "cover/0/for"}
    assert {f"to-come/{key}" for key in texts} <= set(found)
    assert {f"sol/{key}" for key in ("name", "role", "can", "contacts/4/email")} <= set(found)


NOTE = 'Ask Ana & Sol: "still fine?"'
ENCODINGS: dict[str, Callable[[str], str]] = {
    "raw": escape,
    "escaped twice": lambda text: escape(escape(text)),
    "in an attribute": lambda text: f'<span data-note="{escape(text)}"></span>',
    "in a comment": lambda text: f"<!-- {text} -->",
    "marked up": lambda text: escape(text).replace("still", "s<b>ti</b>ll"),
    "percent-encoded": lambda text: f'<a href="sms:?body={quote(text)}">x</a>',
    "as JSON": lambda text: f'<script type="application/json">{json.dumps([text])}</script>',
    "base64": lambda text: b64encode(text.encode()).decode(),
    "URL-safe base64": lambda text: urlsafe_b64encode(text.encode()).decode(),
}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_template_that_prints_a_private_field_makes_no_site(
    encoding: str, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = json.dumps(NOTE)
    away = f"away:\n  - from: 2026-12-21\n    until: 2027-01-01\n    private: {note}\n"
    footer = tmp_path / "templates" / "parts" / "footer.html"
    footer.parent.mkdir(parents=True)
    footer.write_text("<footer>{{ encoded(owners.absences[0].private) | safe }}</footer>")
    folder = write({"away.yaml": away})
    hand_out(monkeypatch, owners=load(folder).portal, encoded=ENCODINGS[encoding])
    with pytest.raises(ContentError) as failed:
        build(Order(folder, MOMENT, templates=footer.parent.parent), Memory())
    [found] = failed.value.problems
    assert str(found.place) == "content/away.yaml:4:14"
    assert re.search(r"can be read on the page /\S* and in \d+ more\.", found.found)


def hand_out(monkeypatch: pytest.MonkeyPatch, **facts: object) -> None:
    """Let templates have facts that no page means to hand them."""
    pages = all_pages

    def with_facts(public: Edition, voice: Voice) -> Iterator[Document]:
        for page in pages(public, voice):
            yield replace(page, facts={**page.facts, **facts})

    monkeypatch.setattr(portalgen.build, "all_pages", with_facts)


# A gate with a hole, and a channel that prints all that it is handed.

Whole = Callable[[Portal, Edition], Portal]


def entry_of(absence: Absence) -> str:
    """Return the name of an absence in `ABSENCES`; what is vague is known by another id."""
    name = absence.id.rpartition("-")[0]
    return name if name in ABSENCES else "vague"


def fields_of(entry: str, *names: str) -> Whole:
    """Return a hole through which some fields of an absence come as the owner typed them."""

    def let_through(portal: Portal, public: Edition) -> Portal:
        typed = {entry_of(each): each for each in portal.absences}[entry]
        update = {name: getattr(typed, name) for name in names}
        return with_absences(
            public,
            tuple(
                each.model_copy(update=update) if entry_of(each) == entry else each
                for each in public.portal.absences
            ),
        )

    return let_through


def all_of(entry: str, backup: str = NOBODY) -> Whole:
    """Return a hole through which a whole absence comes, but for what never may."""

    def let_through(portal: Portal, public: Edition) -> Portal:
        typed = {entry_of(each): each for each in portal.absences}[entry]
        bare = typed.model_copy(update={"private": None, "cover": (), "backup": backup})
        return with_absences(public, (*public.portal.absences, bare))

    return let_through


def with_absences(public: Edition, absences: tuple[Absence, ...]) -> Portal:
    away = public.portal.away.model_copy(update={"away": absences})
    return public.portal.model_copy(update={"away": away})


def person(who: str, **fields: object) -> Whole:
    """Return a hole through which somebody comes as the owner typed them, but for some fields."""

    def let_through(portal: Portal, public: Edition) -> Portal:
        [typed] = (each for each in portal.backup.backups if each.id == who)
        others = tuple(each for each in public.portal.backup.backups if each.id != who)
        people = (*others, typed.model_copy(update=fields))
        backup = public.portal.backup.model_copy(update={"backups": people})
        return public.portal.model_copy(update={"backup": backup})

    return let_through


def both(first: Whole, second: Whole) -> Whole:
    """Return two holes as one."""

    def let_through(portal: Portal, public: Edition) -> Portal:
        return second(portal, replace(public, portal=first(portal, public)))

    return let_through


HOLES: dict[str, tuple[Whole, str]] = {
    "a private note": (fields_of("told", "private"), "`private` of an absence"),
    "a reason": (fields_of("dates-alone", "reason"), "`reason` of an absence of which"),
    "a message": (fields_of("dates-alone", "message"), "`message` of an absence of which"),
    "what is over": (fields_of("over", "reason"), "`reason` of an absence of which"),
    "an update": (fields_of("told", "updates"), "`text` of an update"),
    "cover by somebody unnamed": (fields_of("told", "cover"), "`for` of cover by somebody"),
    "the days of a vague one": (fields_of("vague", "until"), "The days of an absence that is told"),
    "the reason of a vague one": (fields_of("vague", "reason"), "`reason` of an absence of which"),
    "the id of a vague one": (fields_of("vague", "id"), "`id` of an absence that is told"),
    "updates of a vague one": (fields_of("vague", "updates"), "`text` of an absence that is told"),
    "one to come": (all_of("to-come"), "The days of an absence that is not announced yet"),
    "one a day too early": (all_of("a-day-too-early"), "`reason` of an absence that is not"),
    "a vague one to come": (all_of("vague-to-come"), "`reason` of an absence that is not"),
    "one that is forgotten": (all_of("forgotten"), "`reason` of an absence that is over"),
    "one that was called off": (all_of("called-off"), "`reason` of an absence that is over"),
    "news to come": (all_of("news-to-come"), "`message` of an absence that is not"),
    "a contact": (person("bea", away=()), "A contact that is not shown"),
    "a contact for one to come": (
        both(all_of("to-come", backup="bea"), person("bea", away=())),
        "A contact that is not shown",
    ),
    "somebody unnamed": (person("sol", contacts=()), "`name` of somebody who has not agreed"),
    "how to reach them": (person("sol", name="Sol", role=None), "`email` of somebody who has"),
    "when somebody is away": (person("ana"), "The days on which somebody who covers is away"),
}


@pytest.mark.parametrize("hole", HOLES)
def test_each_hole_in_the_gate_is_noticed(
    hole: str, planted: Plant, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_through, told = HOLES[hole]
    monkeypatch.setattr(portalgen.build, "edition", broken(let_through))
    print_all(monkeypatch)
    folder, _ = planted(ana={"away": [{"from": "2027-05-03", "until": "2027-05-14"}]})
    with pytest.raises(ContentError) as failed:
        build(Order(folder, MOMENT), Memory())
    assert [each for each in failed.value.problems if told in each.found]


# What the templates of portalgen themselves print of these.
PRINTED = [
    "what is over", "an update", "the days of a vague one",
    "the id of a vague one", "one to come", "one a day too early", "one that is forgotten",
    "news to come", "a contact", "somebody unnamed",
]  # fmt: skip


@pytest.mark.parametrize("hole", PRINTED)
def test_the_pages_themselves_make_a_hole_noticed(
    hole: str, planted: Plant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portalgen.build, "edition", broken(HOLES[hole][0]))
    with pytest.raises(ContentError, match="can be read"):
        build(Order(planted()[0], MOMENT), Memory())


def broken(let_through: Whole) -> Callable[..., Edition]:
    """Return the gate with a hole."""

    def gate(portal: Portal, moment: datetime, next_build: timedelta) -> Edition:
        public = edition(portal, moment, next_build)
        known = let_through(portal, public)
        return replace(public, portal=known, timeline=compile_timeline(known, moment))

    return gate


def print_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Add a channel that prints everything that channels are handed."""
    channels = all_channels

    def with_one_more(public: Edition, voice: Voice) -> Iterator[Document | File]:
        yield from channels(public, voice)
        dump = json.dumps(public.portal.model_dump(by_alias=True), default=str)
        yield File("/all.json", dump.encode())

    monkeypatch.setattr(portalgen.build, "all_channels", with_one_more)


def moments(first: datetime, days: int, number: int) -> list[datetime]:
    """Return moments of all hours over some days."""
    return [first + timedelta(days=days) * n / number for n in range(number)]


@pytest.mark.parametrize("moment", moments(datetime(2026, 9, 3, 1, tzinfo=UTC), 290, 20), ids=str)
def test_nothing_in_the_sample_is_taken_for_a_leak(
    moment: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    print_all(monkeypatch)
    built = build(Order(packed_folder("content"), moment), MEMORY)
    assert [each for each in built.advice if "stands here" in each.found] == []


@pytest.mark.parametrize("moment", moments(datetime(2026, 7, 1, 5, tzinfo=UTC), 365, 20), ids=str)
def test_all_that_passes_the_gate_may_be_printed(
    moment: datetime, planted: Plant, monkeypatch: pytest.MonkeyPatch
) -> None:
    print_all(monkeypatch)
    build(Order(planted()[0], moment), MEMORY)


# Texts and templates are the same at each moment.
MEMORY = Memory()
