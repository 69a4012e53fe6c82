"""Checks that give advice about what is missing or too much."""

from portalgen.checks.backups_consent import backups_consent
from portalgen.checks.services_have_fact_sheets import services_have_fact_sheets
from portalgen.checks.the_address_is_known import the_address_is_known
from portalgen.problems import Weight
from tests.checks.conftest import Run

SERVICES = """\
services:
  - title: One
    fact_sheet: one
  - title: Two
  - title: Three
  - title: Four
    status: retired
"""
SHEET = "---\ntitle: {}\nsummary: Short.\n{}---\n"


def test_a_service_without_a_fact_sheet_is_told_of(run: Run) -> None:
    files = {
        "services.yaml": SERVICES,
        "what-to-expect/one.md": SHEET.format("One", ""),
        "what-to-expect/other.md": SHEET.format("Other", "service: two\n"),
    }
    [found] = run(services_have_fact_sheets, files)
    assert "`three`" in found.found
    assert str(found.place) == "content/services.yaml:5:12"


def test_a_backup_who_has_not_consented_is_told_of(run: Run) -> None:
    backups = "backups:\n  - id: dana\n    name: Dana\n  - id: sol\n    name: Sol\n"
    [found] = run(backups_consent, {"backup.yaml": backups + "    consent: 2026-09-01\n"})
    assert "`dana`" in found.found
    assert found.weight is Weight.ADVICE
    assert not found.overdue


def test_a_portal_without_an_address_is_told_of(run: Run) -> None:
    [found] = run(the_address_is_known, {})
    assert "url" in found.instead
