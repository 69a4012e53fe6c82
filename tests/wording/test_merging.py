"""Catalogs are brought up to date in one way only."""

from portalgen.wording.merging import merged

TEMPLATE = b"""\
msgid ""
msgstr ""

#. where clients read
#: a.py
msgid "Read all of the terms"
msgstr ""

#: a.py
msgid "Services"
msgstr ""

"""
WRITTEN = b"""\
msgid ""
msgstr ""

msgid "Services"
msgstr "Leistungen"

msgid "Read all the terms"
msgstr "Alle Bedingungen lesen"

msgid "An old message that is gone"
msgstr "Weg"
"""
HEADER = """\
# The words of portalgen.
msgid ""
msgstr ""
"Project-Id-Version: portalgen\\n"
"Language: de\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def test_what_changed_is_fuzzy_and_what_has_gone_is_taken_out() -> None:
    assert (
        merged(WRITTEN, TEMPLATE, "de").decode()
        == HEADER
        + """\
#. where clients read
#, fuzzy
msgid "Read all of the terms"
msgstr "Alle Bedingungen lesen"

msgid "Services"
msgstr "Leistungen"

"""
    )


def test_a_catalog_of_differences_is_given_nothing_new() -> None:
    text = merged(WRITTEN, TEMPLATE, "de.informal").decode()
    assert text.count("msgid") == 2
    assert 'msgid "Services"' in text


def test_merging_again_changes_nothing() -> None:
    once = merged(WRITTEN, TEMPLATE, "de")
    assert merged(once, TEMPLATE, "de") == once
