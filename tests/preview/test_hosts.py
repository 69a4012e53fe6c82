import pytest

from portalgen.preview.hosts import Hosts, is_everywhere, is_loopback, is_same_origin


@pytest.mark.parametrize(
    ("host", "named", "is_admitted"),
    [
        ("127.0.0.1", "127.0.0.1:5500", True),
        ("127.0.0.1", "localhost:5500", True),
        ("127.0.0.1", "LOCALHOST:5500", True),
        ("127.0.0.1", "[::1]:5500", True),
        ("127.0.0.1", "127.0.0.1:5501", False),
        ("127.0.0.1", "127.0.0.1", False),
        ("127.0.0.1", "", False),
        ("127.0.0.1", "evil.example:5500", False),
        ("127.0.0.1", "localhost.evil.example:5500", False),
        ("127.0.0.1", "evil@localhost:5500", False),
        ("127.0.0.1", "localhost:5500,evil.example", False),
        ("127.0.0.1", "192.168.1.7:5500", False),
        ("127.0.0.1", "studio:5500", False),
        ("192.168.1.7", "192.168.1.7:5500", True),
        ("192.168.1.7", "192.168.1.8:5500", False),
        ("fe80::7", "[fe80::7]:5500", True),
        ("studio.example", "Studio.example:5500", True),
        ("0.0.0.0", "192.168.1.7:5500", True),
        ("0.0.0.0", "studio:5500", True),
        ("0.0.0.0", "evil.example:5500", False),
        ("::", "[fe80::7]:5500", True),
        ("::", "evil.example:5500", False),
    ],
)
def test_only_a_name_of_this_server_is_admitted(host: str, named: str, is_admitted: bool) -> None:
    assert Hosts(host, 5500, own_name="Studio").admit(named) is is_admitted


def test_the_usual_port_needs_not_be_named() -> None:
    assert Hosts("127.0.0.1", 80).admit("localhost")
    assert not Hosts("127.0.0.1", 5500).admit("localhost")


@pytest.mark.parametrize(
    ("origin", "is_same"),
    [
        ("http://127.0.0.1:5500", True),
        ("https://127.0.0.1:5500", False),
        ("http://127.0.0.1:5501", False),
        ("http://127.0.0.1", False),
        ("http://evil.example", False),
        ("null", False),
        ("", False),
    ],
)
def test_an_origin_is_the_server_itself_or_foreign(origin: str, is_same: bool) -> None:
    assert is_same_origin(origin, "127.0.0.1:5500") is is_same


@pytest.mark.parametrize(
    ("host", "loopback", "everywhere"),
    [
        ("127.0.0.1", True, False),
        ("127.9.9.9", True, False),
        ("::1", True, False),
        ("localhost", True, False),
        ("192.168.1.7", False, False),
        ("studio.example", False, False),
        ("0.0.0.0", False, True),
        ("::", False, True),
        ("", False, True),
    ],
)
def test_it_is_known_who_can_reach_a_host(host: str, loopback: bool, everywhere: bool) -> None:
    assert (is_loopback(host), is_everywhere(host)) == (loopback, everywhere)
