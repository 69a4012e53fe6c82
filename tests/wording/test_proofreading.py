"""What would break a page, or leave out what a sentence is about."""

import pytest

from portalgen.wording.plurals import plurals_of
from portalgen.wording.po_files import Message
from portalgen.wording.proofreading import proofread

DAYS = ("%(num)s day", "%(num)s days")
EVERY = ("every day", "every %(num)s days")
CLOSED = ("%(name)s closed: %(days)s",)
LINK = ('See <a href="%(address)s">the terms</a>.',)


def told(ids: tuple[str, ...], *said: str, language: str = "de") -> list[str]:
    message = Message(1, None, ids, said)
    return [f"{each.found} {each.instead}" for each in proofread([message], plurals_of(language))]


@pytest.mark.parametrize(
    ("ids", "said"),
    [
        (("Terms",), ("Bedingungen",)),
        (("Terms",), ("100 %% Bedingungen",)),
        (CLOSED, ("%(days)s: %(name)s geschlossen, %(name)s",)),
        (DAYS, ("%(num)s Tag", "%(num)s Tage")),
        (DAYS, ("ein Tag", "%(num)s Tage")),
        (EVERY, ("jeden Tag", "alle %(num)s Tage")),
        (LINK, ('Siehe <a href="%(address)s">die Bedingungen</a>.',)),
        (("Not yet",), ("",)),
        (DAYS, ("", "")),
    ],
)
def test_what_can_be_said_is_in_order(ids: tuple[str, ...], said: tuple[str, ...]) -> None:
    assert told(ids, *said) == []


@pytest.mark.parametrize(
    ("ids", "said", "problem"),
    [
        (
            CLOSED,
            ("%(nmae)s %(name)s %(days)s",),
            "The message has no placeholder `%(nmae)s`. Write `%(name)s`.",
        ),
        (
            CLOSED,
            ("%(x)s %(name)s %(days)s",),
            "The message has no placeholder `%(x)s`. "
            "Placeholders here are: `%(name)s`, `%(days)s`.",
        ),
        (
            ("Terms",),
            ("Bedingungen von %(name)s",),
            "The message has no placeholder `%(name)s`. This message has none.",
        ),
        (
            CLOSED,
            ("%(name)s geschlossen",),
            "The placeholder `%(days)s` is missing. Put it where it belongs in the sentence.",
        ),
        (
            CLOSED,
            ("%(name) ist zu: %(days)s",),
            "The placeholder `%(name)` has no `s` behind it. Write `%(name)s`.",
        ),
        (
            ("Terms",),
            ("50 % Bedingungen",),
            "A percent sign stands alone in `50 % Bedingungen`. Write `%%` for a percent sign.",
        ),
        (
            DAYS,
            ("%(num)s Tag", "Tage"),
            "The placeholder `%(num)s` is missing. Put it where it belongs in the sentence.",
        ),
        (
            DAYS,
            ("%(num)s Tag",),
            "`%(num)s day` needs 2 forms in this language, and one is missing. "
            "Write `msgstr[0]` to `msgstr[1]`, each with its words.",
        ),
        (
            ("Write by %(moment)s",),
            ("Bis {moment} %(moment)s",),
            "Braces have no meaning in `Bis {moment} %(moment)s`. "
            "Write placeholders as in the message: `%(name)s`.",
        ),
        (
            LINK,
            ('Siehe <a href="%(address)s" onclick="x">die Bedingungen</a>.',),
            "The marks in `<` and `>` are not those of the message in "
            '`Siehe <a href="%(address)s" onclick="x">die Bedingungen</a>.`. '
            'Keep them as they are in `See <a href="%(address)s">the terms</a>.`.',
        ),
        (
            ("Terms",),
            ("Bedingungen <b",),
            "A `<` or `>` stands alone in `Bedingungen <b`. "
            "Say it in words: a page would read a mark there.",
        ),
    ],
)
def test_what_would_break_a_page_is_told(
    ids: tuple[str, ...], said: tuple[str, ...], problem: str
) -> None:
    assert told(ids, *said) == [problem]


def test_a_form_that_is_not_for_one_alone_needs_the_number() -> None:
    assert told(EVERY, "chaque jour", "tous les %(num)s jours", language="de") == []
    assert told(EVERY, "каждый день", "%(num)s дня", "%(num)s дней", language="ru") != []


def test_a_language_has_its_own_number_of_forms() -> None:
    assert [plurals_of(tag).count for tag in ("ja", "de-DE", "pl", "ar")] == [1, 2, 3, 6]
    assert [plurals_of("pl").form_of(number) for number in (1, 3, 5, 22)] == [0, 1, 2, 1]
