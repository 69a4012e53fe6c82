"""Addresses that a phone or a mail program follows."""

import pytest

from portalgen.formats.uri import reach_uri


@pytest.mark.parametrize(
    ("way", "value", "address"),
    [
        ("phone", "+1 619 555 0122", "tel:+16195550122"),
        ("phone", "0142 / 12-34", "tel:01421234"),
        ("text", "+1 (619) 555-0123", "sms:+16195550123"),
        ("email", "a+b@c.example", "mailto:a+b@c.example"),
        ("email", "a?b%c@d.example", "mailto:a%3Fb%25c@d.example"),
        ("url", "https://a.example/?q=1", "https://a.example/?q=1"),
    ],
)
def test_each_way_has_its_scheme(way: str, value: str, address: str) -> None:
    assert reach_uri(way, value) == address


def test_what_no_program_follows_has_no_address() -> None:
    with pytest.raises(KeyError):
        reach_uri("address", "310 Fennel Street")
