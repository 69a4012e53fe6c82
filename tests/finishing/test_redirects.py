import pytest

from portalgen.finishing.redirects import redirects_file


@pytest.mark.parametrize(
    ("moves", "base", "text"),
    [
        ([("/old/", "/new/")], "/", "/old/ /new/ 301\n/old /new/ 301\n"),
        (
            [("/a/", "/new/"), ("/b/", "/terms/#part")],
            "/",
            "/a/ /new/ 301\n/a /new/ 301\n/b/ /terms/#part 301\n/b /terms/#part 301\n",
        ),
        ([("/old.vcf", "/new.vcf")], "/", "/old.vcf /new.vcf 301\n"),
        (
            [("/old/", "/")],
            "/portal/",
            "/portal/old/ /portal/ 301\n/portal/old /portal/ 301\n",
        ),
        (
            [("/r\u00fcck gabe.html", "/*:all")],
            "/",
            "/r%C3%BCck%20gabe.html /%2A%3Aall 301\n",
        ),
    ],
)
def test_each_old_address_has_its_lines(moves: list[tuple[str, str]], base: str, text: str) -> None:
    file = redirects_file(moves, base=base)
    assert file is not None
    assert (file.address, file.text) == ("/_redirects", text)


def test_where_nothing_has_moved_there_is_no_file() -> None:
    assert redirects_file([]) is None
