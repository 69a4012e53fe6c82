from pathlib import Path

import pytest

from portalgen.loading import load
from portalgen.model.values import Length, Unit
from portalgen.packed import packed_folder
from portalgen.problems import ContentError, Place
from tests.loading.conftest import PRACTICE, Load, Told, Write


def test_three_fields_make_a_portal(loaded: Load) -> None:
    result = loaded({})
    assert result.portal.practice.name == "Ines Calder Coaching"
    assert result.portal.terms is None
    assert result.portal.absences == ()
    assert result.reports == ()


def test_the_sample_has_neither_problems_nor_advice() -> None:
    assert load(packed_folder("content")).reports == ()


def test_types_belong_to_the_field_and_not_to_the_text(loaded: Load) -> None:
    portal = loaded(
        {
            "availability.yaml": "public_holidays:\n  country: NO\nweekly:\n  mon: 00:00-24:00\n",
            "terms.yaml": "version: 3\nclauses:\n  - id: off\n    title: Off\n    short: On\n"
            "    negotiable: Yes\n",
            "services.yaml": "services:\n  - title: 2027\n    price:\n      amount: 420.50 USD\n",
        }
    ).portal
    assert portal.availability.public_holidays is not None
    assert portal.availability.public_holidays.country == "NO"
    assert portal.clauses[0].id == "off"
    assert portal.clauses[0].negotiable is True
    assert portal.services.services[0].title == "2027"
    assert str(portal.services.services[0].price[0].amount) == "420.50 USD"


@pytest.mark.parametrize("nothing", ["", "~", "null", "''", '""', "[]", "{}"])
def test_what_is_left_out_takes_its_default(nothing: str, loaded: Load) -> None:
    portal = loaded(
        {
            "practice.yaml": f"{PRACTICE}tagline: {nothing}\nfor_you_if: {nothing}\n"
            f"look: {nothing}\nkind: {nothing}\n",
            "availability.yaml": f"announce: {nothing}\n",
        }
    ).portal
    assert portal.practice.tagline is None
    assert portal.practice.for_you_if == ()
    assert portal.practice.look.color is None
    assert portal.practice.kind == "other"
    assert portal.availability.announce == Length(14, Unit.DAY)


def test_items_that_are_left_out_are_no_items(loaded: Load) -> None:
    portal = loaded({"practice.yaml": f"{PRACTICE}for_you_if:\n  - one\n  -\n  - ''\n  - two\n"})
    assert portal.portal.practice.for_you_if == ("one", "two")


def test_one_item_may_stand_alone_for_a_list(loaded: Load) -> None:
    portal = loaded(
        {
            "practice.yaml": f"{PRACTICE}for_you_if: You lead, quietly\n",
            "away.yaml": "away:\n  from: 2026-12-21\n  until: 2026-12-24\n",
        }
    ).portal
    assert portal.practice.for_you_if == ("You lead, quietly",)
    assert len(portal.absences) == 1


@pytest.mark.parametrize("empty", ["", "\n", "# nothing yet\n", "away:\n", "away: []\n", "{}\n"])
def test_a_file_may_be_empty(empty: str, loaded: Load) -> None:
    assert loaded({"away.yaml": empty}).portal.absences == ()


def test_both_endings_are_read(loaded: Load) -> None:
    result = loaded({"away.yml": "away:\n  - from: 2026-12-21\n    until: 2026-12-24\n"})
    assert len(result.portal.absences) == 1
    assert result.places.of(("away", "away", 0, "from")) == Place("content/away.yml", 2, 11)


def test_line_ends_and_marks_of_editors_make_no_difference(write: Write) -> None:
    folder = write({"pages/about.md": "---\ntitle: About\n---\nHello\n\nyou\n"})
    plain = load(folder)
    for path in folder.rglob("*.*"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load(folder).portal == plain.portal


def test_texts_are_read_with_their_names(loaded: Load) -> None:
    (page,) = loaded({"pages/how-i-work.md": "---\ntitle: How\n---\nQuietly.\n"}).portal.pages
    assert (page.slug, page.title, page.body) == ("how-i-work", "How", "Quietly.")


def test_what_only_lies_beside_the_content_is_not_read(loaded: Load) -> None:
    result = loaded(
        {
            ".hidden.yaml": "a: [",
            "notes.txt": "call Dana",
            "away.yaml.orig": "a: [",
            "policies/README.md": "How we write policies",
            "pages/.draft.md": "no front matter",
            "images/notes.txt": "not an image",
        }
    )
    assert result.images == {}
    assert result.reports == ()


@pytest.mark.parametrize(
    ("folder", "instead"), [("policy", "Did you mean policies?"), ("drafts", "Folders are: ")]
)
def test_a_folder_that_is_not_read_is_told_of(folder: str, instead: str, loaded: Load) -> None:
    (advice,) = loaded({f"{folder}/a.md": "a"}).reports
    assert str(advice).startswith(f"content/{folder}: This folder is not read. {instead}")


def test_frozen_agreements_are_no_strangers(loaded: Load) -> None:
    assert loaded({"agreements/1/terms.yaml": "a"}).reports == ()


def test_a_text_with_another_ending_is_told_of(loaded: Load) -> None:
    (advice,) = loaded({"pages/about.markdown": "---\ntitle: About\n---\n"}).reports
    assert str(advice) == "content/pages/about.markdown: This file is not read. Texts end in .md."


@pytest.mark.parametrize(
    "number", ["0142", "+16195550142", "06195550142", "1_000", "420.50", "1e3"]
)
def test_what_other_programs_would_change_is_kept_with_advice(number: str, loaded: Load) -> None:
    result = loaded({"practice.yaml": f"{PRACTICE}place: {number}\n"})
    assert result.portal.practice.place == number
    (advice,) = result.reports
    assert advice.place == Place("content/practice.yaml", 5, 8)
    assert advice.instead == f'Put it in quotes: "{number}".'


@pytest.mark.parametrize("text", ["142", "-1", "0", "1.5", '"0142"', "'+16195550142'", "0142 555"])
def test_what_nobody_would_change_is_kept_without_a_word(text: str, loaded: Load) -> None:
    assert loaded({"practice.yaml": f"{PRACTICE}place: {text}\n"}).reports == ()


def test_all_problems_of_all_files_are_told_in_one_run_and_in_order(told: Told) -> None:
    lines = told(
        {
            "practice.yaml": f"{PRACTICE}kind: coahc\nfax: none\n",
            "away.yaml": "away:\n  - from: 2026-02-30\n    until: 2026-2-3\n",
            "services.yaml": "services:\n  - title: A\n    terms: cancle\n",
            "terms.yaml": "clauses:\n  - id: cancel\n    title: B\n    short: C\n",
            "backup.yaml": "backups: [\n",
            "pages/a.md": "no front matter\n",
            "pages/b.md": "---\ntitel: B\n---\n",
        }
    )
    assert [line.split(": ")[0] for line in lines] == [
        "content/away.yaml:2:11",
        "content/away.yaml:3:12",
        "content/backup.yaml:1:10",
        "content/pages/a.md:1:1",
        "content/pages/b.md:2:1",
        "content/practice.yaml:5:7",
        "content/practice.yaml:6:1",
        "content/services.yaml:3:12",
    ]


def test_names_that_lead_into_a_broken_file_are_not_judged(told: Told) -> None:
    lines = told(
        {
            "services.yaml": "services:\n  - title: A\n    terms: cancel\n",
            "terms.yaml": "clauses:\n  - id: cancel\n    title: B\n",
        }
    )
    assert [line.split(": ")[0] for line in lines] == ["content/terms.yaml:2:5"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        load(tmp_path / "content")
    (problem,) = caught.value.problems
    assert problem.found == "There is no such folder."


def test_places_call_the_folder_what_the_owner_calls_it(write: Write) -> None:
    folder = write({"away.yaml": "away:\n  - from: 2026-02-30\n    until: 2026-03-01\n"})
    with pytest.raises(ContentError) as caught:
        load(folder, "my/words")
    assert caught.value.problems[0].place == Place("my/words/away.yaml", 2, 11)
