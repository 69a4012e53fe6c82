import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portalgen.render.dressing import Setting
from portalgen.render.markdown import TooDeep, to_html, to_inline_html
from portalgen.shield import shielded


def html_of(text: str) -> str:
    return to_html(text, Setting())


CONVERSIONS = {
    "a paragraph": ("One *two* **three**", "<p>One <em>two</em> <strong>three</strong></p>"),
    "a list with one number": ("2. x", '<ol start="2">\n<li>x</li>\n</ol>'),
    "raw HTML": ("a <kbd onclick=x>b</kbd>", "<p>a <kbd>b</kbd></p>"),
    "an abbreviation": (
        "*[CI]: Crisis line\n\nCI",
        '<p><abbr title="Crisis line">CI</abbr></p>',
    ),
    "a definition": (
        "Term\n:   What it is",
        "<dl>\n<dt>Term</dt>\n<dd>What it is</dd>\n</dl>",
    ),
    "an admonition": (
        '!!! warning "Now"\n    x',
        '<div class="admonition warning">\n<p class="admonition-title">Now</p>\n<p>x</p>\n</div>',
    ),
    "an attribute list": ("# Fees {: #money }", '<h2 id="money">Fees</h2>'),
    "a link": ("[x](/terms/#cancel)", '<p><a href="/terms/#cancel">x</a></p>'),
    "an address to call": (
        "[call](tel:+1 619 555 0122)",
        '<p><a href="tel:+16195550122">call</a></p>',
    ),
    "an address in brackets": (
        "<a_b_c@d.example>",
        '<p><a href="mailto:a_b_c@d.example">a_b_c@d.example</a></p>',
    ),
    "an image": (
        "![A](x.jpg)",
        '<p><img alt="A" src="/images/x.jpg" loading="lazy"></p>',
    ),
    "code": ("`<b>`", "<p><code>&lt;b&gt;</code></p>"),
}


@pytest.mark.parametrize(("text", "html"), CONVERSIONS.values(), ids=CONVERSIONS)
def test_markdown_becomes(text: str, html: str) -> None:
    assert html_of(text) == html


def test_a_table_says_what_its_heads_are_for_and_aligns_by_class() -> None:
    html = html_of("| When | |\n|:--|--:|\n| now | 1 |")
    assert '<th class="align-left" scope="col">When</th>\n<td></td>' in html
    assert '<td class="align-left">now</td>\n<td class="align-right">1</td>' in html
    assert "style" not in html


@pytest.mark.parametrize(
    ("heading", "identity"),
    [
        ("What I *bring*", "what-i-bring"),
        ("Über uns & mehr", "uber-uns-and-mehr"),
        ("日本語", "section"),
        ("`<b>`", "b"),
        (shielded("from $420 & up"), "from-420-and-up"),
    ],
)
def test_headings_have_ids_of_safe_letters(heading: str, identity: str) -> None:
    assert f'<h2 id="{identity}">' in html_of(f"## {heading}")


def test_equal_headings_have_ids_of_their_own() -> None:
    ids = re.findall(r'id="([^"]*)"', html_of("## A\n\n## A\n\n## 日\n\n## 本"))
    assert ids == ["a", "a-1", "section", "section-1"]


def test_ids_have_no_underscore_and_links_to_them_lead_there() -> None:
    html = html_of("[TOC]\n\n## A\n\n## A\n\n## A 1\n\n## C {: #my_way }\n\n[go](#my_way)")
    ids = re.findall(r' id="([^"]*)"', html)
    assert ids == ["a", "a-1-2", "a-1", "my-way"]
    assert re.findall(r'href="#([^"]*)"', html) == [*ids, "my-way"]


def test_the_table_of_contents_leads_to_the_headings() -> None:
    html = to_html("[TOC]\n\n# A\n\n## B", Setting(prefix="p-"))
    assert html.startswith('<div class="toc">')
    assert re.findall(r'href="#([^"]*)"', html) == re.findall(r' id="([^"]*)"', html)
    assert re.findall(r' id="([^"]*)"', html) == ["p-a", "p-b"]


def test_notes_are_numbered_and_lead_there_and_back() -> None:
    html = to_html("x[^a b] y[^<i>] z[^a b]\n\n[^a b]: A\n[^<i>]: B", Setting(prefix="p-"))
    ids, targets = re.findall(r' id="([^"]*)"', html), re.findall(r'href="#([^"]*)"', html)
    assert ids == ["p-fnref-1", "p-fnref-2", "p-fnref2-1", "p-fn-1", "p-fn-2"]
    assert set(ids) == set(targets)


def test_two_texts_with_prefixes_share_no_id() -> None:
    text = "# A\n\nx[^1]\n\n[^1]: A"
    one, two = (to_html(text, Setting(prefix=prefix)) for prefix in ("one-", "two-"))
    assert not set(re.findall(r' id="([^"]*)"', one)) & set(re.findall(r' id="([^"]*)"', two))


def test_one_text_leaves_nothing_to_the_next() -> None:
    text = "[x][r] CI y[^1] # A"
    alone = html_of(text)
    html_of("[r]: /terms/\n\n*[CI]: c\n\n# A\n\nz[^1]\n\n[^1]: note")
    assert html_of(text) == alone


FACTS = {
    "signs of Markdown": ("*a* _b_ `c` [d](e) # ~ | \\", "*a* _b_ `c` [d](e) # ~ | \\"),
    "a list": ("1. x", "1. x"),
    "a heading": ("# x", "# x"),
    "HTML": ("<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;"),
    "lines": ("a\n\n- b", "a\n\n- b"),
    "an attribute list": ("x {: #y }", "x {: #y }"),
}


@pytest.mark.parametrize(("fact", "html"), FACTS.values(), ids=FACTS)
def test_a_fact_is_text_and_never_markdown(fact: str, html: str) -> None:
    assert html_of(shielded(fact)) == f"<p>{html}</p>"


def test_a_fact_can_be_an_address() -> None:
    assert html_of(f"[x]({shielded('https://a.example/?b=c&d=(e)')})") == (
        '<p><a href="https://a.example/?b=c&amp;d=(e)" rel="noopener">x</a></p>'
    )
    assert html_of(f"[x](tel:{shielded('+1 (619) 555-0122')})") == (
        '<p><a href="tel:+16195550122">x</a></p>'
    )


@pytest.mark.parametrize(
    ("fact", "html"),
    [
        ("a_b@c.example", '<a href="mailto:a_b@c.example">a_b@c.example</a>'),
        (
            "https://c.example/_a_",
            '<a href="https://c.example/_a_" rel="noopener">https://c.example/_a_</a>',
        ),
    ],
)
def test_a_fact_in_angle_brackets_is_a_link_as_if_it_was_typed(fact: str, html: str) -> None:
    assert html_of(f"Write to <{shielded(fact)}>.") == f"<p>Write to {html}.</p>"
    assert html_of(f"Write to <{fact}>.") == f"<p>Write to {html}.</p>"


def test_a_fact_can_not_bring_an_unsafe_address() -> None:
    assert html_of(f"[x]({shielded('javascript:alert(1)')})") == "<p><a>x</a></p>"
    assert html_of(f'<b title="{shielded(chr(34) + " onclick=x")}">y</b>') == "<p><b>y</b></p>"


def test_in_the_middle_of_a_line_there_are_no_blocks() -> None:
    assert to_inline_html("**a** [b](/c/)") == '<strong>a</strong> <a href="/c/">b</a>'
    assert to_inline_html("# a\n\n- b") == "a\n\nb"


TOO_DEEP = {
    "lists": "\n".join("    " * depth + "- x" for depth in range(300)),
    "brackets": "[" * 20_000,
    "images": "![" * 10_000,
}


@pytest.mark.parametrize("text", TOO_DEEP.values(), ids=TOO_DEEP)
def test_a_text_without_a_ground_is_refused(text: str) -> None:
    with pytest.raises(TooDeep):
        html_of(text)


LONG = {
    "quotes": ">" * 20_000,
    "emphasis": "*a " * 6_000,
    "lines below": "_" * 20_000,
    "angles": "<" * 20_000,
    "links": "[a](b) " * 2_800,
    "elements": "<div>" * 4_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_line_of_the_greatest_length_takes_seconds_at_most(text: str) -> None:
    started = time.process_time()
    html_of(text)
    assert time.process_time() - started < 10


@settings(deadline=None)
@given(st.text(alphabet="ab #*_`[]()<>!^:|-{}\n\\&;\"'", max_size=80))
def test_every_text_has_html_that_comes_out_the_same_twice(text: str) -> None:
    assert html_of(text) == html_of(text)
