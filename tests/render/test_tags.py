from portalgen.render.sanitiser import sanitised
from portalgen.render.tags import Tag, with_tags, without_tags

CLEAN = '<p id="a">1 &lt; 2 <a href="/x/" title="a&lt;b&gt;&quot;c">x</a><br></p>'


def test_tags_that_do_not_change_give_the_same_html() -> None:
    assert with_tags(CLEAN, str) == CLEAN == sanitised(CLEAN)


def test_each_tag_is_met_once_and_in_order() -> None:
    met: list[Tag] = []
    with_tags(CLEAN, lambda tag: met.append(tag) or "")  # type: ignore[func-returns-value]
    assert [(tag.name, tag.closes) for tag in met] == [
        ("p", False),
        ("a", False),
        ("a", True),
        ("br", False),
        ("p", True),
    ]
    assert met[1].attributes == {"href": "/x/", "title": "a&lt;b&gt;&quot;c"}
    assert CLEAN[: met[0].end] == '<p id="a">'


def test_a_tag_can_be_had_with_other_attributes_and_names() -> None:
    tag = Tag("a", {"href": "/x/", "title": "t"}, False, 0)
    assert str(tag.having(aria_label="l", href="/y/")) == '<a href="/y/" title="t" aria-label="l">'
    assert str(tag.without("title")) == '<a href="/x/">'
    assert str(tag.called("b")) == '<b href="/x/" title="t">'


def test_without_tags_the_text_is_left() -> None:
    assert without_tags(CLEAN) == "1 &lt; 2 x"
