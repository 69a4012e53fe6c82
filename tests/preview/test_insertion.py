from datetime import UTC, datetime

import pytest

from portalgen.preview.insertion import page_tags, with_tags


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<head><title>A</title></head><body>", "<head><title>A</title>+</head><body>"),
        ("<head><link><script></script></head>", "<head>+<link><script></script></head>"),
        ("<head><SCRIPT src=a></SCRIPT></head>", "<head>+<SCRIPT src=a></SCRIPT></head>"),
        ("<head><!-- <script> --></head>", "<head><!-- <script> -->+</head>"),
        ("<title>A</title><body>", "<title>A</title>+<body>"),
        ("words", "words+"),
    ],
)
def test_tags_stand_before_all_that_a_page_loads(page: str, expected: str) -> None:
    assert with_tags(page.encode(), "+").decode() == expected


def test_a_long_page_is_looked_at_as_a_whole() -> None:
    page = b"<head>" + b"<meta>" * 20_000 + b"</head>"
    assert with_tags(page, "+").endswith(b"<meta>+</head>")


def test_facts_of_the_bar_can_not_leave_their_attribute() -> None:
    tags = page_tags({"says": '"><script>alert(1)</script>'}, "1", "127.0.0.1:5500", None)
    assert "alert(1)" in tags
    assert "<script>" not in tags


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1:5500", "host=127.0.0.1&amp;port=5500&amp;"),
        ("[::1]:5500", "host=[::1]&amp;port=5500&amp;"),
        ("localhost", "host=localhost&amp;port=80&amp;"),
    ],
)
def test_the_script_is_told_where_it_connects_to(host: str, expected: str) -> None:
    assert f"livereload.js?{expected}" in page_tags({}, "1", host, None)


def test_the_clock_is_moved_only_for_another_moment() -> None:
    moment = datetime(2026, 12, 21, 8, tzinfo=UTC)
    assert "clock.js" not in page_tags({}, "1", "localhost:1", None)
    tags = page_tags({}, "1", "localhost:1", moment)
    assert 'clock.js" data-moment="2026-12-21T08:00:00+00:00" defer></script>' in tags
    order = ["clock.js", "follow.js", "bar.js", "livereload.js"]
    assert sorted(order, key=tags.index) == order
