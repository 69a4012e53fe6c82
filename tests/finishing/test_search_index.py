import json

import pytest

from portalgen.build import Built
from portalgen.documents import File
from portalgen.finishing.search_index import search_index

Entry = list[str]


def entries(main: str, address: str = "/terms/index.html") -> list[Entry]:
    """Return the entries of a page with this main part."""
    page = f"<header><p>Frame</p></header><main>{main}</main><footer>Frame</footer>"
    index = search_index([File(address, page.encode())])
    assert index.address == "/search.json"
    return list(json.loads(index.content))


def test_a_page_and_each_part_of_it_with_an_anchor_are_entries() -> None:
    main = (
        '<h1>Terms</h1><p>So that <em>no</em>body guesses.</p><h2 id="pay">Fees</h2><p>Soon.</p>'
        "<h3>Cash</h3><p>Yes &amp; no.</p>"
        '<section id="end"><h2 id="end_title">Ending</h2><ul><li>One<li>Two</ul></section>'
    )
    assert entries(main) == [
        ["Terms", "", "terms/", "So that nobody guesses."],
        ["Terms", "Fees", "terms/#pay", "Soon. Cash Yes & no."],
        ["Terms", "Ending", "terms/#end", "One · Two"],
    ]


@pytest.mark.parametrize(
    ("file", "address"),
    [("/a/index.html", "a/"), ("/a/b/index.html", "a/b/")],
)
def test_addresses_count_from_the_root(file: str, address: str) -> None:
    assert entries("<h1>A</h1>", file) == [["A", "", address, ""]]


def test_the_home_page_is_no_title_but_its_first_words() -> None:
    main = '<h1>We listen</h1><p>Come in.</p><h2 id="us">Us</h2><p>Two.</p>'
    assert entries(main, "/index.html") == [
        ["", "", "./", "We listen · Come in."],
        ["", "Us", "./#us", "Two."],
    ]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<table><tr><th>A</th><td>B</td></tr><tr><td>C</td></tr></table>D", "A · B · C · D"),
        ("<p>You need:</p><ul><li>A pen.</li><li>Paper</li></ul>", "You need: A pen. Paper"),
        ("<dl><dt>Phone</dt><dd>none</dd></dl>", "Phone · none"),
    ],
)
def test_cells_and_items_do_not_run_together(html: str, text: str) -> None:
    assert entries(f"<h1>T</h1>{html}")[0][3] == text


@pytest.mark.parametrize(
    "left_out",
    [
        '<p data-from="2026-12-21T08:00:00Z">x</p>',
        '<p data-until="2026-12-21T08:00:00Z">x<br>x</p>',
        "<div hidden><p>x</p>x</div>",
        '<h2 id="x" hidden>x</h2>',
        '<div data-live="calendar"><p>x</p><img alt="">x</div>',
        "<div hidden><p>a</b>x</div>",
        '<p\nhidden\nid="a">x</p>',
        '<section class="section passing"><p>x</p></section>',
        '<div data-live="absences"><h3><span data-from="2026-12-21T08:00:00Z">x</span></h3></div>',
        '<nav><a href="#x">x</a></nav>',
        '<a class="anchor" href="#x" aria-label="x">x</a>',
        '<ul class="entries"><li>x</li></ul>',
        '<p class="label small">x</p>',
        '<dl class="answers in-short"><dt>x</dt></dl>',
        "<!-- <p>x</p> -->",
        "<script>if (1 < 2) x()</script>",
        "<button>x</button>",
        '<h2 id="x">Only a heading</h2>',
    ],
)
def test_what_is_timed_or_said_elsewhere_is_left_out(left_out: str) -> None:
    ((title, heading, _, text),) = entries(f"<h1>Title</h1>{left_out}")
    assert (title, heading) == ("Title", "")
    assert "x" not in text


def test_what_comes_after_something_left_out_is_in() -> None:
    ((_, _, _, text),) = entries('<h1>T</h1><p hidden title="a > b">a<b>x</b></p><p>c</p>')
    assert text == "c"


@pytest.mark.parametrize(
    ("live", "text"),
    [
        ('<div data-live="calendar">{}<p>x</p></div>', ""),
        ('<div data-live="people">{}<p data-from="2026-12-21T08:00:00Z">x</p></div>', ""),
        ('<div data-live="people">{}<p>Ada may sign.</p></div>', "Ada may sign."),
    ],
)
def test_of_what_is_live_the_headings_are_known_and_what_holds_at_all_times(
    live: str, text: str
) -> None:
    main = "<h1>T</h1>" + live.format('<h2 id="who">Who <i>steps</i> in</h2>')
    assert entries(main)[1:] == [["T", "Who steps in", "terms/#who", text]]


def test_the_heading_of_an_image_is_what_stands_for_it() -> None:
    main = '<h1>T</h1><h2 id="map"><img src="m.png" alt="The way &amp; the door"></h2><p>Left.</p>'
    assert entries(main)[1:] == [["T", "The way & the door", "terms/#map", "Left."]]


def test_a_page_without_a_main_part_is_not_there() -> None:
    assert search_index([File("/a.html", b"<p>x</p>")]).content == b"[]\n"


def test_the_index_of_the_sample_knows_texts_and_no_absence(sample: Built) -> None:
    (index,) = (each for each in sample.files if each.address == "/search.json")
    found = json.loads(index.content)
    addresses = {address.partition("#")[0] for _, _, address, _ in found}
    assert {"./", "terms/", "policies/payment/", "how-i-work/"} <= addresses
    assert not addresses & {"search/", "packet/", "404.html", "admin/", "policies/recordings/"}
    assert "December 21" not in index.text


@pytest.mark.parametrize(
    "words",
    [
        "This is urgent",
        "$1,400",
        "Phone · ",
    ],
)
def test_the_index_of_the_sample_knows_what_stands_in_live_parts(words: str, sample: Built) -> None:
    (index,) = (each for each in sample.files if each.address == "/search.json")
    assert words in index.text
