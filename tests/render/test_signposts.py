import pytest
from markupsafe import Markup

from portalgen.render.signposts import Heading, headings, how_many, nested, with_anchors, with_ids


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h2>What to bring</h2>", '<h2 id="part_what-to-bring">What to bring</h2>'),
        ('<h2 lang="de">Ü &amp; Ö</h2>', '<h2 lang="de" id="part_u-and-o">Ü &amp; Ö</h2>'),
        ("<h2>!</h2>", '<h2 id="part_section">!</h2>'),
        ('<h2 id="fees">Fees</h2>', '<h2 id="fees">Fees</h2>'),
        ("<h3>Fees</h3>", "<h3>Fees</h3>"),
        ('<h2><a href="x/">A card</a></h2>', '<h2><a href="x/">A card</a></h2>'),
        (
            '<h2>A</h2><h2>A</h2><p id="part_a-2"></p>',
            '<h2 id="part_a">A</h2><h2 id="part_a-3">A</h2><p id="part_a-2"></p>',
        ),
    ],
)
def test_headings_of_sections_get_ids_that_nothing_else_has(html: str, expected: str) -> None:
    assert with_ids(html) == expected
    assert with_ids(expected) == expected


def test_a_heading_of_a_text_has_a_link_to_itself_beside_it_and_not_in_it() -> None:
    html = '<h3 id="fees">Fees &amp; <em>"more"</em></h3>'
    assert with_anchors(html, "Link to: {}".format) == (
        f'<div class="anchored">{html}<a class="anchor" href="#fees" '
        'aria-label="Link to: Fees &amp; &#34;more&#34;">#</a></div>'
    )


@pytest.mark.parametrize(
    ("image", "name"), [('<img src="a.png" alt="The &amp; way">', "The &amp; way"), ("<hr>", "")]
)
def test_a_heading_is_called_like_its_image_or_passed_over(image: str, name: str) -> None:
    html = f'<h2 id="way">{image}</h2>'
    assert headings(html) == ((Heading("way", Markup(name)),) if name else ())
    assert (f'aria-label="{name}"' in with_anchors(html, str)) is bool(name)
    assert ('class="anchor"' in with_anchors(html, str)) is bool(name)


def test_the_name_of_a_part_links_to_the_part() -> None:
    html = with_anchors('<section id="pay"><h2 id="pay_title">Fees</h2></section>', str)
    assert 'href="#pay"' in html


@pytest.mark.parametrize("id_", ["part_hours", "portal_people"])
def test_headings_of_the_portal_itself_have_no_link(id_: str) -> None:
    html = f'<h2 id="{id_}">Hours</h2>'
    assert with_anchors(html, str) == html


def test_headings_are_listed_with_those_below_them() -> None:
    html = (
        '<h3 id="z">Z</h3><h2 id="a">A &amp; <b>B</b></h2><h4 id="x">X</h4><h3 id="b">B</h3>'
        '<h3>C</h3><h2 id="d_title">D</h2>'
    )
    found = headings(html)
    assert found == (
        Heading("z", Markup("Z")),
        Heading("a", Markup("A &amp; B"), (Heading("b", Markup("B")),)),
        Heading("d", Markup("D")),
    )
    assert how_many(found) == 4


def test_a_text_within_another_has_lower_headings_and_ids_of_its_own() -> None:
    html = (
        '<h2 id="a">A</h2><h5>x</h5><p aria-labelledby="a"><a href="#a">a</a>'
        '<a href="#elsewhere">b</a></p><hr>'
    )
    assert nested(html, "p_", 2) == (
        '<h4 id="p_a">A</h4><h6>x</h6><p aria-labelledby="p_a"><a href="#p_a">a</a>'
        '<a href="#elsewhere">b</a></p><hr>'
    )
