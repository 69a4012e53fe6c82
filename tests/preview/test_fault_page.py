from pathlib import Path

from portalgen.preview.fault_page import fault_page
from portalgen.problems import Place, Problem


def test_it_names_place_line_and_sentence(tmp_path: Path) -> None:
    (tmp_path / "away.yaml").write_text("away:\n  - from: <b>\n", encoding="utf-8")
    problem = Problem(Place("away.yaml", 2, 11), "`<b>` is not a day.", "Write 2026-12-21.")
    page = fault_page([problem], tmp_path).decode()
    assert "<h2>away.yaml:2:11</h2>" in page
    assert "<p><code>&lt;b&gt;</code> is not a day.</p>" in page
    assert "Write 2026-12-21." in page
    assert "2 |   - from: &lt;b&gt;\n  |           ^</pre>" in page
    assert "<b>" not in page


def test_a_problem_without_a_line_shows_none(tmp_path: Path) -> None:
    page = fault_page([Problem(Place("content"), "There is no such folder.")], tmp_path).decode()
    assert "<h2>content</h2>" in page
    assert "<pre" not in page


def test_a_dollar_in_a_line_is_a_dollar(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("price: $title", encoding="utf-8")
    assert "price: $title" in fault_page([Problem(Place("a.yaml", 1), "No.")], tmp_path).decode()


def test_its_policy_is_that_of_all_pages(tmp_path: Path) -> None:
    page = fault_page([], tmp_path).decode()
    assert "script-src &#x27;self&#x27;" in page
    assert "<style" not in page
    assert "style=" not in page
