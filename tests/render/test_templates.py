from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from portalgen.documents import Document, File
from portalgen.memory import Memory
from portalgen.model.values import Length, Markdown, Money
from portalgen.problems import ContentError, Problem
from portalgen.render.templates import Renderer

Rendering = Callable[..., Renderer]


def page(template: str, address: str = "/terms/", **facts: object) -> Document:
    return Document(address, template, facts)


@dataclass(frozen=True)
class Service:
    title: str


def problem_of(rendering: Renderer, document: Document) -> Problem:
    with pytest.raises(ContentError) as caught:
        rendering.render(document)
    (problem,) = caught.value.problems
    return problem


def test_a_document_becomes_a_file_at_its_address(rendering: Rendering) -> None:
    made = rendering({"x.html": "<p>{{ title }}</p>"}).render(page("x.html", title="Größe"))
    assert made == File("/terms/index.html", "<p>Größe</p>\n".encode())


def test_a_page_knows_its_address_its_template_and_the_voice(rendering: Rendering) -> None:
    text = "{{ page.address }} {{ page.template }} {{ voice.tag }}"
    assert rendering({"x.html": text}).render(page("x.html")).text == "/terms/ x.html en-US\n"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("x.html", "&lt;b&gt;&amp;"),
        ("x.xml", "&lt;b&gt;&amp;"),
        ("x.svg", "&lt;b&gt;&amp;"),
        ("x.txt", "<b>&"),
        ("x.vcf", "<b>&"),
    ],
)
def test_facts_are_escaped_in_markup_and_not_in_plain_text(
    name: str, shown: str, rendering: Rendering
) -> None:
    made = rendering({name: "{{ fact }}"}).render(page(name, fact="<b>&"))
    assert made.text == f"{shown}\n"


def test_blocks_leave_no_blank_lines(rendering: Rendering) -> None:
    text = (
        "{% set a = 1 %}\n\n<ul>\n"
        "  {% for i in (1, 2) %}\n  <li>{{ i }}</li>\n  {% endfor %}\n</ul>\n\n"
    )
    made = rendering({"x.html": text}).render(page("x.html"))
    assert made.text == "<ul>\n  <li>1</li>\n  <li>2</li>\n</ul>\n"


def test_templates_of_the_owner_come_first_file_by_file(rendering: Rendering) -> None:
    packed = {"layout.html": "packed {% block main %}{% endblock %}", "x.html": "packed"}
    owners = {"x.html": "{% extends 'layout.html' %}{% block main %}own{% endblock %}"}
    assert rendering(packed, owners).render(page("x.html")).text == "packed own\n"


def test_words_of_the_portal_go_through_the_catalog(rendering: Rendering) -> None:
    text = (
        "{{ _('Back to %(place)s', place='<b>') }}"
        "{% trans count=n %}\n  one day\n{% pluralize %}\n  {{ count }} days\n{% endtrans %}"
    )
    made = rendering({"x.html": text}).render(page("x.html", n=3))
    assert made.text == "Back to &lt;b&gt;3 days\n"


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ("fact | day", "Monday, December 21"),
        ("fact | day_without_weekday", "December 21"),
        ("money | money", "$420"),
        ("length | length", "2 days"),
        ("length | within", "within 2 days"),
        ("['a', 'b', 'c'] | listed", "a, b, and c"),
        ("540 | clock", "9:00 am"),
        ("'/contact/' | link", "../contact/"),
        ("'site.css' | asset", "../assets/site.1a2b3c.css"),
        ("'https://a.example/?b&c' | safe_url", "https://a.example/?b&amp;c"),
        ("text | markdown", '<h2 id="a">A</h2>\n<p><a href="./">b</a></p>'),
        (
            "text | markdown(top=3, prefix='p-')",
            '<h3 id="p-a">A</h3>\n<p><a href="./">b</a></p>',
        ),
        ("'**a** [b](/)' | inline_markdown", '<strong>a</strong> <a href="../">b</a>'),
        ("'![a](b.png)' | markdown", '<p><img alt="a" src="../images/b.png" loading="lazy"></p>'),
    ],
)
def test_filters(expression: str, shown: str, rendering: Rendering) -> None:
    facts: dict[str, Any] = {
        "fact": date(2026, 12, 21),
        "money": Money.parse("420 USD"),
        "length": Length.parse("2 days"),
        "text": Markdown("# A\n\n[b](/terms/)"),
    }
    made = rendering({"x.html": f"{{{{ {expression} }}}}"}).render(page("x.html", **facts))
    spaces = {ord("\u202f"): " ", ord("\xa0"): " "}
    assert made.text.translate(spaces) == f"{shown}\n"


def test_on_the_page_for_what_was_not_found_all_addresses_are_whole(rendering: Rendering) -> None:
    text = "{{ '/terms/' | link }} {{ 'site.css' | asset }} {{ '[a](/away/#b)' | markdown }}"
    made = rendering({"x.html": text}, base="https://a.example/portal/").render(
        page("x.html", "/404.html")
    )
    assert made.text == (
        '/portal/terms/ /portal/assets/site.1a2b3c.css <p><a href="/portal/away/#b">a</a></p>\n'
    )


def test_a_memory_changes_no_result_and_tells_pages_apart(rendering: Rendering) -> None:
    memory = Memory()
    text = {"x.html": "{{ ['a', 'b'] | listed }} {{ '[a](/away/)' | markdown }}"}
    pages = [page("x.html", "/"), page("x.html", "/a/b/"), page("x.html", "/")]
    remembered = [rendering(text, memory=memory).render(each).text for each in pages]
    assert remembered == [rendering(text).render(each).text for each in pages]
    assert remembered[0] == 'a and b <p><a href="away/">a</a></p>\n'
    assert remembered[1] == 'a and b <p><a href="../../away/">a</a></p>\n'


def test_an_edited_template_is_read_again(rendering: Rendering) -> None:
    memory = Memory()
    texts = [
        rendering({"x.html": text}, memory=memory).render(page("x.html")).text
        for text in ("one", "two")
    ]
    assert texts == ["one\n", "two\n"]


FAULTS = {
    "an unknown name": (
        "<p>\n{{ titel }}</p>",
        "site-templates/x.html:2:1",
        "There is nothing called `titel` in this template. Did you mean `title`?",
    ),
    "an unknown name that is like none": (
        "{{ zzzzzz }}",
        "site-templates/x.html:1:1",
        "There is nothing called `zzzzzz` in this template.",
    ),
    "an unknown name in a condition": (
        "\n\n{% if titel %}{% endif %}",
        "site-templates/x.html:3:1",
        "There is nothing called `titel` in this template. Did you mean `title`?",
    ),
    "an unknown field": (
        "\n{{ service.titel }}",
        "site-templates/x.html:2:1",
        "There is no `titel` here. Did you mean `title`?",
    ),
    "an unknown key": (
        "{{ table.onw }}",
        "site-templates/x.html:1:1",
        "There is no `onw` here. Did you mean `one`?",
    ),
    "a field of nothing": (
        "{{ titel.x }}",
        "site-templates/x.html:1:1",
        "There is nothing called `titel` in this template. Did you mean `title`?",
    ),
    "an open block": (
        "a\n{% if title %}\nb",
        "site-templates/x.html:3:1",
        "This is not how a template is written: Unexpected end of template.",
    ),
    "an unknown filter": (
        "a\n{{ title | dya }}",
        "site-templates/x.html:2:1",
        "This is not how a template is written: No filter named 'dya'.",
    ),
    "an unknown part": (
        "a\n\n{% include 'parts/none.html' %}",
        "site-templates/x.html:3:1",
        "There is no template `parts/none.html`. Put the file into site-templates/, or look at "
        "how the name is spelled.",
    ),
    "an unknown layout": (
        "{% extends 'none.html' %}",
        "site-templates/x.html:1:1",
        "There is no template `none.html`.",
    ),
    "a part outside of the folder": (
        "{% include '../secret.html' %}",
        "site-templates/x.html:1:1",
        "There is no template `../secret.html`.",
    ),
    "a fault in a part": (
        "a\n{% include 'part.html' %}",
        "site-templates/part.html:4:1",
        "There is nothing called `titel` in this template. Did you mean `title`?",
    ),
    "bad syntax in a part": (
        "a\n{% include 'broken.html' %}",
        "site-templates/broken.html:2:1",
        "This is not how a template is written:",
    ),
    "a template within itself": (
        "a\n{% include 'x.html' %}",
        "site-templates/x.html:2:1",
        "This template includes itself, or nests without an end.",
    ),
    "an unsafe address": (
        "{{ 'javascript:x' | link }}",
        "site-templates/x.html:1:1",
        "`javascript:x` is not an address that a page may link to.",
    ),
    "an unknown file": (
        "{{ 'sit.css' | asset }}",
        "site-templates/x.html:1:1",
        "There is no file `sit.css` in site-templates/static. Did you mean `site.css`?",
    ),
    "a sum of words and numbers": (
        "\n{{ title + 1 }}",
        "site-templates/x.html:2:1",
        "This template can not be shown (can only concatenate str",
    ),
    "another encoding": (
        "Größe".encode("latin-1"),
        "site-templates/x.html",
        "This file is not UTF-8. Save it as UTF-8.",
    ),
}


@pytest.mark.parametrize(("template", "place", "sentence"), FAULTS.values(), ids=FAULTS)
def test_a_fault_in_a_template_has_a_place_and_a_sentence(
    template: str | bytes, place: str, sentence: str, rendering: Rendering
) -> None:
    packed = {"x.html": "packed", "../secret.html": "secret"}
    owners = {"x.html": template, "part.html": "1\n2\n3\n{{ titel }}", "broken.html": "\n{% if %}"}
    facts: dict[str, Any] = {"title": "T", "service": Service("S"), "table": {"one": 1}}
    problem = problem_of(rendering(packed, owners), page("x.html", **facts))
    assert str(problem.place) == place
    assert str(problem).removeprefix(f"{place}: ").startswith(sentence)


def test_a_page_without_its_template_is_a_problem(rendering: Rendering) -> None:
    problem = problem_of(rendering({}), page("pages/x.html"))
    assert str(problem.place) == "site-templates/pages/x.html"
    assert problem.found == "There is no template `pages/x.html`."


def test_a_fault_in_a_packed_template_is_not_the_owners(rendering: Rendering) -> None:
    with pytest.raises(TypeError):
        rendering({"x.html": "{{ title + 1 }}"}).render(page("x.html", title="T"))


def test_an_owners_template_that_calls_a_packed_one_is_not_blamed_for_it(
    rendering: Rendering,
) -> None:
    packed = {"part.html": "{{ title + 1 }}"}
    owners = {"x.html": "{% include 'part.html' %}"}
    with pytest.raises(TypeError):
        rendering(packed, owners).render(page("x.html", title="T"))


def test_a_text_too_deep_for_any_parser_is_a_problem_of_the_content(rendering: Rendering) -> None:
    problem = problem_of(
        rendering({"x.html": "{{ text | markdown }}"}), page("x.html", text="Well [" + "[" * 20_000)
    )
    assert problem.place.file == "content"
    assert problem.found.startswith("The text that starts with `Well [[[")
