from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from portalgen.commands.explain import explain
from portalgen.problems import WrongUse
from portalgen.reference import topics
from tests.conftest import PRACTICE

Write = Callable[[Mapping[str, str]], Path]

HOLIDAYS = "public_holidays:\n  country: {country}\n  region: {region}\n"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(explain, [str(word) for word in words], standalone_mode=False)


def shown(*words: str | Path) -> str:
    result = run(*words)
    assert result.exception is None
    assert result.return_value == 0
    return result.output


def refused(*words: str | Path) -> str:
    result = run(*words)
    assert isinstance(result.exception, WrongUse)
    return str(result.exception)


def test_without_a_topic_all_files_are_listed() -> None:
    text = shown()
    assert "  away.yaml            The absences: past, running and to come.\n" in text
    assert "  policies/*.md        A policy.\n" in text


@pytest.mark.parametrize("topic", topics())
def test_every_topic_has_a_page(topic: str) -> None:
    assert topic.split(".")[0] in shown(topic)


def test_a_file_may_be_named_with_its_ending() -> None:
    assert shown("away.yaml") == shown("away")


@pytest.mark.parametrize(
    ("topic", "sentence"),
    [
        ("awey", "There is nothing called `awey` to explain. Did you mean away?"),
        ("away.untl", "There is nothing called `away.untl` to explain. Did you mean away.until?"),
        ("catch_up", "There is nothing called `catch_up` to explain. Did you mean away.catch_up?"),
        ("holiday", "There is nothing called `holiday` to explain. Did you mean holidays?"),
        (
            "zzz",
            "There is nothing called `zzz` to explain. `portalgen explain` lists the files, "
            "`portalgen explain facts` what texts can name.",
        ),
    ],
)
def test_an_unknown_topic_is_answered_with_the_nearest(topic: str, sentence: str) -> None:
    assert refused(topic) == sentence


def test_holidays_are_those_of_the_practice(write: Write) -> None:
    content = write({"availability.yaml": HOLIDAYS.format(country="us", region="ca")})
    text = shown("holidays", "--content", content)
    assert text.startswith("Public holidays of US, CA.")
    assert "\n  Thanksgiving Day\n" in text


def test_holidays_have_names_in_the_language_of_the_portal_and_in_english(write: Write) -> None:
    practice = PRACTICE + "language: de\n"
    files = {
        "practice.yaml": practice,
        "availability.yaml": HOLIDAYS.format(country="DE", region="BY"),
    }
    lines = shown("holidays", "--content", write(files)).splitlines()
    assert ["Ostermontag", "Easter", "Monday"] in [line.split() for line in lines]
    assert lines[-1] == "Write either name, the one on the left or the English one."


def test_a_country_can_be_asked_for_without_any_content(tmp_path: Path) -> None:
    text = shown("holidays", "--content", tmp_path, "--country", "us", "--region", "ny")
    assert text.startswith("Public holidays of US, NY.")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "names no country. Add `public_holidays:` with `country:` to it"),
        (["--country", "XX"], "No holidays are known for `XX`."),
        (["--country", "US", "--region", "ZZ"], "`ZZ` is no region of US. Regions are: "),
    ],
)
def test_without_a_known_country_it_says_what_to_do(
    words: list[str], sentence: str, tmp_path: Path
) -> None:
    assert sentence in refused("holidays", "--content", tmp_path, *words)


def test_holidays_are_explained_while_other_files_are_still_wrong(write: Write) -> None:
    rules = HOLIDAYS.format(country="US", region="CA")
    content = write({"availability.yaml": rules, "practice.yaml": "name: [\n"})
    assert "Labor Day" in shown("holidays", "--content", content)


@pytest.mark.parametrize(
    "text", ["public_holidays: US\n", "a: [\n", "public_holidays:\n  country: [US]\n", "- a\n"]
)
def test_what_is_wrong_where_the_country_stands_is_told(text: str, write: Write) -> None:
    content = write({"availability.yaml": text, "practice.yaml": "name: [\n"})
    result = run("holidays", "--content", content)
    assert result.return_value == 1
    assert "availability.yaml:" in result.output
    assert "practice.yaml" not in result.output
    assert "Labor Day" in shown("holidays", "--content", content, "--country", "US")


def test_facts_are_listed_with_their_values(write: Write) -> None:
    content = write({"services.yaml": "services:\n  - title: Letters\n    length: 30 minutes\n"})
    lines = [line.split(maxsplit=4) for line in shown("facts", "--content", content).splitlines()]
    facts = {line[1]: line[3:] for line in lines if line[:1] == ["{{"]}
    assert facts["practice.name"] == ["Ines", "Calder Coaching"]
    assert facts["services.letters.length"] == ["30", "minutes"]


def test_facts_are_said_in_the_words_of_the_owner(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = tmp_path / "here" / "site-templates" / "wording"
    words.mkdir(parents=True)
    said = 'msgid "%(num)s minute"\nmsgid_plural "%(num)s minutes"\n'
    said += 'msgstr[0] "%(num)s min."\nmsgstr[1] "%(num)s min."\n'
    (words / "en.po").write_text(said)
    content = write({"services.yaml": "services:\n  - title: Letters\n    length: 30 minutes\n"})
    monkeypatch.chdir(tmp_path / "here")
    assert "30 min.\n" in shown("facts", "--content", content)


def test_facts_of_a_content_with_problems_are_the_problems(write: Write) -> None:
    result = run("facts", "--content", write({"away.yaml": "aways: soon\n"}))
    assert result.return_value == 1
    assert "away.yaml:1:1: There is no key `aways` here. Did you mean `away`?" in result.output
