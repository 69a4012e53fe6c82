import pytest

from portalgen.render.dressing import Setting, dressed, dressed_inline


@pytest.mark.parametrize(
    ("levels", "top", "shown"),
    [
        ("1", 2, "2"),
        ("1 2 2 1", 2, "2 3 3 2"),
        ("2 3 2", 2, "2 3 2"),
        ("3", 2, "2"),
        ("1 3 3 2", 2, "2 3 3 3"),
        ("2 4 6", 3, "3 4 5"),
        ("3 2 1", 2, "2 2 2"),
        ("1 2 3 4 5 6", 4, "4 5 6 6 6 6"),
    ],
)
def test_headings_start_at_the_top_and_leave_no_level_out(
    levels: str, top: int, shown: str
) -> None:
    written = "".join(f"<h{level}>x</h{level}>" for level in levels.split())
    expected = "".join(f"<h{level}>x</h{level}>" for level in shown.split())
    assert dressed(written, Setting(top=top)) == expected


def test_ids_and_the_links_to_them_have_the_prefix() -> None:
    clean = '<h2 id="a">A</h2><p><a href="#a">x</a><a href="#cancel">y</a></p>'
    assert dressed(clean, Setting(prefix="p-")) == (
        '<h2 id="p-a">A</h2><p><a href="#p-a">x</a><a href="#cancel">y</a></p>'
    )


TABLE = "<tr><td>x</td></tr></table>"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ('<tr><th scope="col">When</th><th scope="col">What</th></tr>', "When, What"),
        ('<tr><th></th><th>"<b>B</b>" &amp; C</th></tr>', "&quot;B&quot; &amp; C"),
        ("<tr><td>x</td></tr>", "Tabelle &lt;"),
    ],
)
def test_a_table_scrolls_and_has_the_name_of_its_columns(head: str, name: str) -> None:
    html = dressed(f"<table>{head}{TABLE}", Setting(table="Tabelle <"))
    assert html.startswith(
        f'<div class="table" role="group" tabindex="0" aria-label="{name}"><table>'
    )
    assert html.endswith("</table></div>")


def test_a_head_that_names_nothing_is_a_cell() -> None:
    html = dressed('<table><tr><th scope="col"> </th><th>b</th></tr></table>', Setting())
    assert "<td></td><th>b</th>" in html


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("x.jpg", "/images/x.jpg"),
        ("images/x.jpg", "/images/x.jpg"),
        ("./x.jpg", "/images/x.jpg"),
        ("../images/x.jpg", "/images/x.jpg"),
        ("/images/x.jpg", "/images/x.jpg"),
        ("/elsewhere/x.jpg", "/elsewhere/x.jpg"),
    ],
)
def test_images_are_those_of_the_content_and_wait_for_their_turn(source: str, found: str) -> None:
    html = dressed(f'<img alt="A" src="{source}">', Setting())
    assert html == f'<img alt="A" src="{found}" loading="lazy">'


def test_an_image_always_has_a_text_even_an_empty_one() -> None:
    assert dressed('<img src="x.jpg">', Setting()) == (
        '<img src="/images/x.jpg" alt="" loading="lazy">'
    )


def test_of_an_image_without_a_source_the_words_are_left() -> None:
    assert dressed('<p><img alt="A &amp; B"></p>', Setting()) == "<p>A &amp; B</p>"


@pytest.mark.parametrize(
    ("address", "rel"),
    [
        ("https://a.example/", ' rel="noopener"'),
        ("HTTP://a.example/", ' rel="noopener"'),
        ("//a.example/", ' rel="noopener"'),
        ("/terms/", ""),
        ("#a", ""),
        ("mailto:a@b.example", ""),
        ("httpd/", ""),
    ],
)
def test_links_to_other_sites_hand_them_no_way_back(address: str, rel: str) -> None:
    html = f'<a href="{address}">x</a>'
    assert dressed(html, Setting()) == f'<a href="{address}"{rel}>x</a>'
    assert dressed_inline(html) == f'<a href="{address}"{rel}>x</a>'


def test_the_way_back_from_a_note_is_named_in_the_words_of_the_portal() -> None:
    clean = '<a class="footnote-backref" href="#x" title="Jump back">↩</a>'
    assert dressed(clean, Setting(back='Zurück "hier"')) == (
        '<a class="footnote-backref" href="#x" aria-label="Zurück &quot;hier&quot;">↩</a>'
    )


def test_empty_paragraphs_are_left_out() -> None:
    assert dressed("<p></p><p>x</p>", Setting()) == "<p>x</p>"
