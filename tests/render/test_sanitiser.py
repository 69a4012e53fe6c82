import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from portalgen.model.values import LINK_SCHEMES
from portalgen.render.dressing import Setting
from portalgen.render.markdown import to_html, to_inline_html
from portalgen.render.sanitiser import sanitised, sanitised_inline

ATTACKS = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="JaVaScRiPt:alert(1)">x</a>',
    '<a href=" javascript:alert(1)">x</a>',
    '<a href="&#14; javascript:alert(1)">x</a>',
    '<a href="java&#9;script:alert(1)">x</a>',
    '<a href="java&#10;script:alert(1)">x</a>',
    '<a href="javascript&colon;alert(1)">x</a>',
    '<a href="&#106;&#97;&#118;&#97;script:alert(1)">x</a>',
    '<a href="&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1)">x</a>',
    "<a href='vbscript:msgbox(1)'>x</a>",
    '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
    "[x](javascript:alert(1))",
    "[x](JAVASCRIPT:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x]( javascript:alert(1) )",
    "[x](<javascript:alert(1)>)",
    "[x][r]\n\n[r]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    '![x](x.png){: onerror="alert(1)" }',
    '# X {: onclick="alert(1)" style="position:fixed" }',
    "<img src=x onerror=alert(1)>",
    '<img src="https://evil.example/pixel.gif">',
    '<img src="//evil.example/pixel.gif">',
    '<img src="\\\\evil.example/pixel.gif">',
    "<svg onload=alert(1)><script>1</script></svg>",
    "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
    "<iframe src=https://evil.example></iframe>",
    "<object data=x></object><embed src=x>",
    "<form action=https://evil.example><input name=a><button>b</button></form>",
    "<style>body{display:none}</style>",
    '<link rel="stylesheet" href="https://evil.example/x.css">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<base href="https://evil.example/">',
    '<p style="background:url(https://evil.example)">x</p>',
    '<div class="banner notice">x</div>',
    "<details ontoggle=alert(1) open><summary>x</summary></details>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    "<template><script>alert(1)</script></template>",
    "<a href=x target=_blank rel=opener ping=https://evil.example>x</a>",
    "<textarea></textarea><img src=x onerror=alert(1)>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<table background=https://evil.example><tr><td background=x>x</td></tr></table>",
    '*[HTML]: "><img src=x onerror=alert(1)>\n\nHTML',
    "[^<script>]: x\n\ny[^<script>]",
    '!!! note" onclick="alert(1) "t"\n    x',
]
TAGS = {
    "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "details", "dfn",
    "div", "dl", "dt", "em", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "i",
    "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp", "small", "span",
    "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time",
    "tr", "u", "ul", "var", "wbr",
}  # fmt: skip
ATTRIBUTES = {
    "alt", "aria-label", "class", "colspan", "datetime", "dir", "height", "href", "id", "lang",
    "loading", "open", "rel", "reversed", "role", "rowspan", "scope", "src", "start", "tabindex",
    "title", "value", "width",
}  # fmt: skip


def dangers_in(html: str) -> list[str]:
    """Return what a browser would find in some HTML that must not be there."""
    found: list[str] = []
    body = LexborHTMLParser(f"<!doctype html><body>{html}").body
    assert body is not None
    for node in body.traverse():
        if node.tag == "body":
            continue
        found += [str(node.tag)] if node.tag not in TAGS else []
        found += [name for name in node.attributes if name not in ATTRIBUTES]
        found += _bad_addresses(node.attributes)
    return found


def _bad_addresses(attributes: dict[str, str | None]) -> list[str]:
    bad: list[str] = []
    for name in ("href", "src"):
        address = re.sub(r"[\x00-\x20]", "", attributes.get(name) or "")
        # A scheme starts with a letter (RFC 3986 §3.1); `<javascript:` is the name of a file.
        scheme = re.match(r"([A-Za-z][^/?#:]*):", address)
        if scheme and scheme[1].lower() not in LINK_SCHEMES:
            bad.append(address)
        if name == "src" and re.match(r"[a-z]+:|[/\\]{2}", address):
            bad.append(address)
    return bad


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_passes(attack: str) -> None:
    assert dangers_in(sanitised(attack)) == []
    assert dangers_in(to_html(attack, Setting())) == []
    assert dangers_in(to_inline_html(attack)) == []


@pytest.mark.parametrize(
    "html",
    [
        "<script>1</script>",
        "<a href='javascript:1'>x</a>",
        "<img src=//x>",
        "<p onclick=x>",
        "<p style=x>",
        "<!-- x -->",
        "<h1>x</h1>",
    ],
)
def test_the_search_for_dangers_finds_them(html: str) -> None:
    assert dangers_in(html)


pieces = st.lists(
    st.sampled_from(
        ["<", ">", '"', "'", "&", "a", " ", "\n", "/", "=", "<a href=", "javascript:", "<img ",
         "src=", "onerror=", "<svg>", "<!--", "-->", "](", "[", ")", "{:", "}", "<style>", "`",
         "&#9;", "<table>", "<td>", "</p>", "<noscript>",
         "<![CDATA[", "<math>", "\U000f003c", "\U000f0022"]
    ),
    max_size=12,
).map("".join)  # fmt: skip


@settings(deadline=None)
@given(pieces)
def test_nothing_dangerous_can_be_put_together(text: str) -> None:
    assert dangers_in(sanitised(text)) == []
    assert dangers_in(to_html(text, Setting())) == []
    assert dangers_in(to_inline_html(text)) == []


@settings(deadline=None)
@given(pieces)
def test_clean_html_stays_as_it_is(text: str) -> None:
    clean = sanitised(text)
    assert sanitised(clean) == clean


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://a.example/?b=c&amp;d#e" title="t">x</a>',
        '<a href="../terms/#cancel">x</a>',
        '<a href="mailto:a@b.example">x</a>',
        '<a href="sms:+16195550123">x</a>',
        '<p id="part-1" lang="pt-BR" dir="ltr">x</p>',
        '<ol start="3"><li>x</li></ol>',
        '<div class="admonition warning"><p class="admonition-title">x</p></div>',
        '<details open=""><summary>x</summary><p>y</p></details>',
        '<time datetime="2026-12-21">x</time>',
        '<img alt="x" src="/images/x.jpg" width="600" height="400">',
    ],
)
def test_what_is_for_reading_passes(html: str) -> None:
    assert sanitised(html) == html


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ('<p class="admonition-title banner">x</p>', '<p class="admonition-title">x</p>'),
        ('<p id="a b">x</p>', "<p>x</p>"),
        ('<p lang="x y" dir="up">x</p>', "<p>x</p>"),
        ('<img alt="x" src="https://a.example/x.png">', '<img alt="x">'),
        ('<img alt="x" width="100%">', '<img alt="x">'),
        ('<a href="tel:+1 (619) 555-0122">x</a>', '<a href="tel:+16195550122">x</a>'),
        ('<a href="TEL:911">x</a>', '<a href="tel:911">x</a>'),
        ("<p>a<script>b</script>c", "<p>ac</p>"),
        ("<b>x", "<b>x</b>"),
    ],
)
def test_what_is_not_on_the_list_is_left_out(html: str, clean: str) -> None:
    assert sanitised(html) == clean


def test_in_a_line_blocks_leave_their_texts() -> None:
    assert sanitised_inline('<h2 id="x">a</h2><p><b>b</b><img src="c.png"></p>') == "a<b>b</b>"


@pytest.mark.parametrize(("id_", "passes"), [("fees", True), ("portal_main", False)])
def test_no_id_of_a_text_can_be_one_of_the_portal(id_: str, passes: bool) -> None:
    assert (f'id="{id_}"' in sanitised(f'<h2 id="{id_}">Fees</h2>')) is passes
