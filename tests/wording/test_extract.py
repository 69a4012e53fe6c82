from pathlib import Path

from portalgen.wording.extract import extract, fresh_template, stored_template


def test_messages_of_python_and_of_templates_are_collected(tmp_path: Path) -> None:
    package, templates = tmp_path / "package", tmp_path / "site-templates"
    _write(
        package / "a.py",
        "# Translators: a greeting.\nx = voice.gettext('Hello %(name)s', name=name)\n"
        "y = voice.pgettext('hours', 'closed')\n",
    )
    _write(package / "packed" / "b.py", "x = voice.gettext('A copy')\n")
    _write(
        templates / "pages" / "b.html",
        "<p>{{ _('Hello %(name)s', name=name) }}\n"
        "{% trans count=n %}One\n   line{% pluralize %}{{ count }} lines{% endtrans %}</p>\n",
    )
    _write(templates / "static" / "c.js", "{{ _('No message') }}")
    text = extract(package, templates).decode()
    assert text.split("\n\n", 1)[1] == _EXPECTED


_EXPECTED = """\
#. a greeting.
#: package/a.py site-templates/pages/b.html
#, python-format
msgid "Hello %(name)s"
msgstr ""

#: site-templates/pages/b.html
#, python-format
msgid "One line"
msgid_plural "%(count)s lines"
msgstr[0] ""
msgstr[1] ""

#: package/a.py
msgctxt "hours"
msgid "closed"
msgstr ""

"""


def test_the_stored_template_is_fresh() -> None:
    assert stored_template().read_bytes() == fresh_template(), "Run `make catalogs`."


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
