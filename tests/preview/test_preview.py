"""What is shown after an edit, what tabs are told, and what the owner hears."""

from datetime import datetime
from pathlib import Path

from portalgen.packed import packed_folder
from portalgen.preview.news import Advised, Failed, Rebuilt
from tests.conftest import PRACTICE
from tests.preview.conftest import Show

ILL = "away:\n  - from: 2026-11-23\n    until: 2026-11-27\n    reason: {reason}\n"
BROKEN = "away:\n  - from: 2026-13-40\n    until: 2026-11-27\n"


def test_an_edit_is_shown_at_once_and_tabs_reload(show: Show) -> None:
    shown = show({"away.yaml": ILL.format(reason="Flu")})
    revision = shown.preview.revision
    shown.write("away.yaml", ILL.format(reason="Measles"))
    assert "Measles" in shown.text("/")
    assert [each["path"] for each in shown.tab.told] == ["*", "*"]
    assert shown.preview.revision != revision
    news = shown.news[-1]
    assert isinstance(news, Rebuilt)
    assert news.changed == ("content/away.yaml",)


def test_a_broken_edit_stands_in_for_every_page_until_it_is_mended(show: Show) -> None:
    shown = show({"away.yaml": ILL.format(reason="Flu")})
    shown.write("away.yaml", BROKEN)
    for path in ("/", "/away/", "/nowhere"):
        answer = shown.answer(path)
        assert answer.status == 500
        assert "content/away.yaml:2:11" in answer.content.decode()
        assert "livereload.js" in answer.content.decode()
    assert shown.answer("/assets/portal.0000000000.css").status == 200
    shown.write("away.yaml", ILL.format(reason="Measles"))
    assert shown.answer("/").status == 200
    assert "Measles" in shown.text("/")
    assert len(shown.tab.told) == 3


def test_a_preview_can_begin_with_a_broken_file(show: Show) -> None:
    shown = show({"away.yaml": BROKEN})
    assert shown.answer("/").status == 500
    assert shown.answer("/favicon.svg").status == 500
    shown.write("away.yaml", "away: []\n")
    assert shown.answer("/").status == 200


def test_the_same_problems_are_told_once(show: Show) -> None:
    shown = show({"away.yaml": BROKEN})
    shown.preview.rebuild(("content/terms.yaml",))
    assert [type(each) for each in shown.news] == [Failed]
    assert len(shown.tab.told) == 1


def test_what_only_the_finished_files_show_is_a_problem_too(show: Show) -> None:
    about = "---\ntitle: About\n---\n\n[Away](/nowhere/)\n"
    practice = f"{PRACTICE}url: https://calder.example/\n"
    shown = show({"practice.yaml": practice, "pages/about.md": about}, strict=True)
    assert shown.answer("/").status == 200
    shown.finish()
    assert isinstance(shown.news[-1], Failed)
    assert "pages/about.md:5" in shown.text("/")
    assert len(shown.tab.told) == 2


def test_a_broken_template_is_told_when_its_page_is_asked_for(show: Show, tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "pages").mkdir(parents=True)
    (own / "pages" / "contact.html").write_text("{{ nothing }}", encoding="utf-8")
    shown = show({}, templates=own)
    assert shown.answer("/").status == 200
    assert shown.answer("/contact/").status == 500
    assert shown.answer("/").status == 500


def test_a_fault_of_portalgen_does_not_end_the_preview(show: Show) -> None:
    shown = show({})
    assert shown.preview._tried(lambda: 1 // 0) is None
    news = shown.news[-1]
    assert isinstance(news, Failed)
    assert "ZeroDivisionError" in news.trace
    assert "This is not your fault." in shown.text("/")


def test_stylesheets_alone_are_exchanged_without_a_reload(show: Show) -> None:
    shown = show({})
    shown.preview.rebuild(("portal.css",), only_styles=True)
    assert shown.tab.told[-1] == {
        "command": "reload",
        "path": "portal.css",
        "liveCSS": True,
        "liveImg": False,
    }


def test_a_mended_stylesheet_brings_the_page_back(show: Show) -> None:
    shown = show({"away.yaml": BROKEN})
    (shown.content / "away.yaml").write_text("away: []\n", encoding="utf-8")
    shown.preview.rebuild(("portal.css",), only_styles=True)
    assert shown.tab.told[-1]["path"] == "*"


def test_an_old_page_finds_the_stylesheet_of_now(show: Show, tmp_path: Path) -> None:
    style = tmp_path / "own" / "static" / "portal.css"
    style.parent.mkdir(parents=True)
    style.write_text("p { color: red }", encoding="utf-8")
    shown = show({}, templates=tmp_path / "own")
    before = shown.text("/").split("/portal.")[1].split('"')[0]
    style.write_text("p { color: blue }", encoding="utf-8")
    shown.preview.rebuild(only_styles=True)
    assert shown.text(f"/assets/portal.{before}") == "p{color:blue}"


def test_tokens_of_the_owner_are_shown_as_they_are_written(show: Show) -> None:
    shown = show({"look.css": ":root { --measure: 1px }"})
    sheet = shown.text("/").split("assets/portal.")[1].split('"')[0]
    assert ":root{--measure:1px}" in shown.text(f"/assets/portal.{sheet}")
    shown.write("look.css", ":root { --measure: 2px }")
    assert ":root{--measure:2px}" in shown.text(f"/assets/portal.{sheet}")
    assert shown.tab.told[-1]["path"] == "*"


def test_advice_is_told_when_it_is_new(show: Show) -> None:
    shown = show({"notes.md": ""})
    shown.finish()
    shown.write("away.yaml", "away: []\n")
    shown.finish()
    first, second = (each for each in shown.news if isinstance(each, Advised))
    assert first.advice
    assert second.advice == ()


def test_pages_are_rendered_when_asked_for_and_the_rest_in_steps(show: Show) -> None:
    shown = show({})
    steps = 0
    while shown.preview.work():
        steps += 1
    news = shown.news[0]
    assert isinstance(news, Rebuilt)
    # The contact card is rendered as well, and is no page.
    assert steps == news.pages + 1
    assert not shown.preview.work()


def test_another_moment_is_shown_with_its_clock_and_back_to_now(show: Show) -> None:
    shown = show({"away.yaml": ILL.format(reason="Flu")})
    assert "clock.js" not in shown.text("/")
    shown.preview.choose(datetime(2026, 11, 25, 12, 0))
    assert 'clock.js" data-moment="2026-11-25T20:00:00+00:00"' in shown.text("/")
    assert "Wednesday, November 25, 2026, 12:00 pm, Pacific time" in shown.text("/")
    shown.preview.choose(None)
    assert "clock.js" not in shown.text("/")


def test_the_bar_is_in_no_file_of_a_build(show: Show) -> None:
    shown = show({})
    shown.answer("/")
    shown.finish()
    site = shown.preview._site
    assert site is not None
    assert site.built is not None
    assert not [file.address for file in site.built.files if b"portalgen-preview" in file.content]
    packed = packed_folder("site-templates")
    assert not [each for each in packed.rglob("*.html") if "portalgen-preview" in each.read_text()]


def test_rebuilds_keep_what_did_not_change_and_forget_the_rest(show: Show) -> None:
    shown = show({"away.yaml": ILL.format(reason="Flu")})
    portals = []
    for reason in ("Measles", "Mumps", "Flu"):
        site = shown.preview._site
        assert site is not None
        portals.append(site.prepared.subject.loaded.portal)
        shown.finish()
        known = [key for kind, key in shown.preview._memory._results if kind == "file"]
        assert [key[0] for key in known].count("content/away.yaml") == 1
        shown.write("away.yaml", ILL.format(reason=reason))
    assert portals[0].practice is portals[1].practice is portals[2].practice
    assert len({portal.away for portal in portals}) == 3
