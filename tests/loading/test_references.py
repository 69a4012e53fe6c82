import pytest

from tests.loading.conftest import PRACTICE, Files, Load, Told

FILES = {
    "services.yaml": "services:\n  - title: Coaching\n",
    "terms.yaml": "clauses:\n  - id: cancel\n    title: Cancelling\n    short: A day ahead.\n",
    "backup.yaml": "backups:\n  - id: dana\n    name: Dana\n",
    "what-to-expect/first.md": "---\ntitle: First\nsummary: Short.\n---\n",
}
ABSENCE = "away:\n  - from: 2026-12-21\n    until: 2026-12-24\n"


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        (
            "services.yaml",
            "services:\n  - title: A\n    terms: [cancel, cancl]\n",
            "content/services.yaml:3:21: There is no clause `cancl`. Did you mean `cancel`?",
        ),
        (
            "services.yaml",
            "services:\n  - title: A\n    covered_by: sol\n",
            "content/services.yaml:3:17: There is no backup `sol`. Add it to backup.yaml, or "
            "leave it out.",
        ),
        (
            "away.yaml",
            f"{ABSENCE}    backup: dena\n",
            "content/away.yaml:4:13: There is no backup `dena`. Did you mean `dana`?",
        ),
        (
            "away.yaml",
            f"{ABSENCE}    cover:\n      - person: sol\n",
            "content/away.yaml:5:17: There is no backup `sol`. Add it to backup.yaml, or leave "
            "it out.",
        ),
        (
            "away.yaml",
            f"{ABSENCE}    services: couching\n",
            "content/away.yaml:4:15: There is no service `couching`. Did you mean `coaching`?",
        ),
        (
            "backup.yaml",
            "backups:\n  - id: dana\n    name: Dana\n    services: repairs\n",
            "content/backup.yaml:4:15: There is no service `repairs`. Add it to services.yaml, or "
            "leave it out.",
        ),
        (
            "what-to-expect/second.md",
            "---\ntitle: Second\nsummary: Short.\nservice: repairs\n---\n",
            "content/what-to-expect/second.md:4:10: There is no service `repairs`. Add it to "
            "services.yaml, or leave it out.",
        ),
        (
            "practice.yaml",
            f"{PRACTICE}look:\n  photo: ines.jpg\n",
            "content/practice.yaml:6:10: There is no image `ines.jpg` in the folder `images`. Put "
            "it there, or leave it out.",
        ),
    ],
)
def test_a_name_that_leads_nowhere_is_a_problem(
    name: str, text: str, line: str, told: Told
) -> None:
    assert told({**FILES, name: text}) == [line]


@pytest.mark.parametrize(
    ("name", "text", "without"),
    [
        ("services.yaml", "services:\n  - title: A\n    terms: cancel\n", "terms.yaml"),
        ("services.yaml", "services:\n  - title: A\n    covered_by: dana\n", "backup.yaml"),
        ("away.yaml", f"{ABSENCE}    backup: dana\n", "backup.yaml"),
        ("away.yaml", f"{ABSENCE}    services: coaching\n", "services.yaml"),
    ],
)
def test_a_file_that_is_left_out_makes_a_smaller_portal(
    name: str, text: str, without: str, loaded: Load
) -> None:
    files: Files = {**FILES, name: text}
    result = loaded({each: files[each] for each in files if each != without})
    assert len(result.reports) == 1


def test_nobody_and_all_are_words_and_no_names(loaded: Load) -> None:
    files = {**FILES, "away.yaml": f"{ABSENCE}    backup: nobody\n"}
    files["backup.yaml"] += "    services: all\n"
    assert loaded(files).reports == ()


@pytest.mark.parametrize("name", ["services", "away", "terms", "404", "search", "status"])
def test_a_page_takes_no_address_of_the_portal(name: str, told: Told) -> None:
    (line,) = told({f"pages/{name}.md": "---\ntitle: A\n---\n"})
    assert line == (
        f"content/pages/{name}.md: This page would stand at /{name}/, which the portal needs for "
        "itself. Rename the file."
    )


def test_two_absences_on_one_day_need_ids(told: Told) -> None:
    times = "  - from: 2026-12-21 09:00\n    until: 2026-12-21 10:00\n"
    (line,) = told({"away.yaml": f"away:\n{times}{times.replace('09', '13').replace('10', '14')}"})
    assert line.startswith("content/away.yaml:4:5: Two absences have the id `2026-12-21`.")
