import pytest

from portalgen.documents import File
from portalgen.problems import WrongUse
from portalgen.publish.paths import address_faults, clashes, contents_by_path


def test_contents_come_by_their_path_in_the_folder() -> None:
    files = [File("/index.html", b"home"), File("/terms/index.html", b"terms")]
    assert contents_by_path(files) == {"index.html": b"home", "terms/index.html": b"terms"}


@pytest.mark.parametrize(
    "address",
    [
        "/index.html",
        "/_headers",
        "/.nojekyll",
        "/.well-known/security.txt",
        "/assets/portal.0123456789.css",
        "/policies/r\u00fcckgabe/index.html",
        "/a..b/c.html",
    ],
)
def test_an_ordinary_address_is_fit(address: str) -> None:
    assert address_faults([address]) == ()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "/",
        "index.html",
        "//index.html",
        "/terms/",
        "/terms//index.html",
        "/../index.html",
        "/terms/../../index.html",
        "/./index.html",
        "/terms/..",
        "/a\\..\\b.html",
        "/a\x00b.html",
        "/a\nb.html",
        "/a\udcffb.html",
        "/.git/config",
        "/sub/.GIT/hooks/x",
        "/.portalgen.json",
        "/.PortalGen.json",
    ],
)
def test_an_unfit_address_is_refused(address: str) -> None:
    with pytest.raises(WrongUse, match="no address for a file"):
        contents_by_path([File(address, b"")])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("/a.html", "/a.html"),
        ("/images/Photo.jpg", "/images/photo.jpg"),
        ("/caf\u00e9.html", "/cafe\u0301.html"),
        ("/stra\u00dfe.html", "/strasse.html"),
        ("/terms", "/terms/index.html"),
        ("/terms/index.html", "/terms"),
        ("/Terms", "/terms/index.html"),
        ("/a/b/c", "/A/d"),
        ("/a/b/c/d", "/a/B/e"),
    ],
)
def test_two_addresses_that_clash_are_named_both(first: str, second: str) -> None:
    others = ["/0.html", "/z/index.html"]
    assert list(clashes([*others, first, second])) == [(first, second)]
    with pytest.raises(WrongUse) as refusal:
        contents_by_path([File(first, b""), File(second, b"")])
    assert f"{first} and {second} can not both stand in one site" in str(refusal.value)


def test_addresses_that_only_look_alike_do_not_clash() -> None:
    addresses = ["/a.html", "/a/index.html", "/ab/index.html", "/a/a.html", "/b/a/index.html"]
    assert list(clashes(addresses)) == []


def test_all_faults_are_told_at_once() -> None:
    assert len(address_faults(["/a", "/A", "/../b", "c"])) == 3
