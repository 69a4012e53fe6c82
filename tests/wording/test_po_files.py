"""Catalogs as translation programs and people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portalgen.wording.plurals import plurals_of
from portalgen.wording.po_files import Message, read_po
from portalgen.wording.proofreading import proofread

CATALOG = """\
# Words of a practice.
msgid ""
msgstr ""
"Language: de\\n"
"Plural-Forms: nplurals=9; plural=(nonsense;\\n"

#. a comment
msgid "Terms"
msgstr "Bedingungen"

#, fuzzy
#| msgid "Service"
msgid "Services"
msgstr "Leistung"

msgctxt "day"
msgid "closed"
msgstr "geschlossen"
msgid "%(num)s day"
msgid_plural "%(num)s days"
msgstr[0] "%(num)s Tag"
msgstr[1] ""
"%(num)s "
"Tage"

msgid "Say \\"when\\""
msgstr "Sag „wann“"

#~ msgid "Gone"
#~ msgstr "Weg"
"""


def test_a_catalog_is_read_as_it_is_meant() -> None:
    messages, faults = read_po(CATALOG)
    assert faults == ()
    assert messages == (
        Message(9, None, ("Terms",), ("Bedingungen",)),
        Message(18, "day", ("closed",), ("geschlossen",)),
        Message(21, None, ("%(num)s day", "%(num)s days"), ("%(num)s Tag", "%(num)s Tage")),
        Message(27, None, ('Say "when"',), ("Sag „wann“",)),
    )


def test_line_ends_and_a_mark_of_windows_are_no_fault() -> None:
    text = "\ufeff" + 'msgid "Terms"\nmsgstr "Bedingungen"\n'.replace("\n", "\r\n")
    assert read_po(text) == ((Message(2, None, ("Terms",), ("Bedingungen",)),), ())


QUOTES = "The quotes around this text do not close, or something stands behind them."
ONE_OF_A_PAIR = "A message begins here without an end, or ends without a beginning."


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        ('msgid "Terms"\nmsgstr "Bedingungen\n', 2, QUOTES),
        ('msgid "Terms"\nmsgstr "Die "Regeln""\n', 2, QUOTES),
        ('msgid "Terms"\nmsgstr "50\\% mehr"\n', 2, QUOTES),
        ('msgid "Terms"\nTerms: Bedingungen\n', 2, "This is no line of a catalog."),
        ('"Terms"\n', 1, QUOTES),
        ('msgid "Terms"\nmsgstr "A"\nmsgstr "B"\n', 3, "This line stands here a second time."),
        (
            'msgid "Terms"\nmsgid "Policies"\nmsgstr "A"\n',
            2,
            "This line stands here a second time.",
        ),
        ('msgid "Terms"\n', 1, ONE_OF_A_PAIR),
        ('msgstr "Bedingungen"\n', 1, ONE_OF_A_PAIR),
    ],
)
def test_what_is_not_understood_is_told_with_its_line(text: str, line: int, found: str) -> None:
    _, faults = read_po(text)
    assert (line, found) in [(each.line, each.found) for each in faults]


def test_a_message_that_stands_twice_is_told_and_one_of_another_context_is_not() -> None:
    text = (
        'msgid "Terms"\nmsgstr "A"\n\nmsgctxt "x"\nmsgid "Terms"\nmsgstr "B"\n\n'
        'msgid "Terms"\nmsgstr "C"\n'
    )
    [fault] = read_po(text)[1]
    assert (fault.line, fault.found, fault.instead) == (
        9,
        "The message `Terms` stands here a second time.",
        "Delete it here or in line 2.",
    )


def test_nothing_is_no_fault() -> None:
    assert read_po("") == ((), ())


LINES = st.sampled_from(
    [
        'msgid "%(num)s day"',
        'msgid_plural "%(num)s days"',
        'msgctxt "day"',
        'msgstr "%(num)s % {x} %("',
        'msgstr[0] "a"',
        'msgstr[7] "%(num)d"',
        '"more \\\\"',
        "#, fuzzy",
        "#~ msgid",
        "",
        "\x0b\u2028",
    ]
)


@given(st.lists(LINES | st.text(max_size=20), max_size=12).map("\n".join))
def test_no_catalog_is_so_broken_that_it_can_not_be_told(text: str) -> None:
    messages, faults = read_po(text)
    told = [*faults, *proofread(messages, plurals_of("ru"))]
    assert all(each.line > 0 and each.found and each.instead for each in told)
