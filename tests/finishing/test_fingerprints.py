from hashlib import sha256

import pytest

from portalgen.documents import File
from portalgen.finishing.fingerprints import fingerprint


def digits(content: bytes) -> str:
    return sha256(content).hexdigest()[:10]


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("portal.js", f"/assets/portal.{digits(b'x')}.js"),
        ("icons/mail.svg", f"/assets/icons/mail.{digits(b'x')}.svg"),
        ("portal.min.js", f"/assets/portal.min.{digits(b'x')}.js"),
        ("LICENSE", f"/assets/LICENSE.{digits(b'x')}"),
        ("root/favicon.ico", "/favicon.ico"),
        ("root/.well-known/security.txt", "/.well-known/security.txt"),
    ],
)
def test_a_static_file_gets_its_address(name: str, address: str) -> None:
    addresses, files = fingerprint({name: b"x"})
    assert addresses == {name: address}
    assert files == (File(address, b"x"),)


def test_two_files_of_one_name_in_two_folders_stay_two() -> None:
    addresses, files = fingerprint({"a/x.svg": b"x", "b/x.svg": b"x"})
    assert len(set(addresses.values())) == len(files) == 2


def test_files_come_sorted_whatever_the_order_of_the_names() -> None:
    statics = {"b.css": b"url(a.svg)", "root/z": b"", "a.svg": b"a"}
    backwards = dict(reversed(statics.items()))
    assert fingerprint(statics) == fingerprint(backwards)
    assert list(fingerprint(statics)[0]) == list(fingerprint(backwards)[0])


def test_a_stylesheet_names_the_fingerprinted_files() -> None:
    statics = {
        "css/portal.css": b"a { b: url(../icons/x.svg#s), url(y.svg) }",
        "css/y.svg": b"y",
        "icons/x.svg": b"x",
        "root/logo.svg": b"",
    }
    addresses, files = fingerprint(statics)
    sheet = {file.address: file for file in files}[addresses["css/portal.css"]]
    assert sheet.text == (f"a{{b:url(../icons/x.{digits(b'x')}.svg#s),url(y.{digits(b'y')}.svg)}}")
    assert sheet.address == f"/assets/css/portal.{digits(sheet.content)}.css"


def test_a_stylesheet_may_name_a_file_at_the_root() -> None:
    _, files = fingerprint({"portal.css": b"url(root/logo.svg)", "root/logo.svg": b""})
    assert files[0].text == "url(../logo.svg)"


def test_a_stylesheet_is_known_by_its_suffix_in_any_case() -> None:
    addresses, files = fingerprint({"PORTAL.CSS": b"url(x.svg)", "x.svg": b"x"})
    sheet = {file.address: file for file in files}[addresses["PORTAL.CSS"]]
    assert sheet.text == f"url(x.{digits(b'x')}.svg)"


def test_a_name_with_a_space_is_found_and_named_as_an_address() -> None:
    _, files = fingerprint({"portal.css": b"url(a%20b.svg)", "a b.svg": b"x"})
    assert [file.text for file in files if file.address.endswith(".css")] == [
        f"url(a%20b.{digits(b'x')}.svg)"
    ]


def test_a_changed_picture_changes_the_names_of_all_stylesheets_that_lead_to_it() -> None:
    def addresses(picture: bytes) -> dict[str, str]:
        sheets = {"a.css": b"@import 'b/b.css'", "b/b.css": b"url(../x.svg)", "c.css": b""}
        return fingerprint({**sheets, "x.svg": picture})[0]

    before, after = addresses(b"before"), addresses(b"after")
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"a.css", "x.svg"}


def test_a_sheet_that_others_import_is_not_published_by_itself() -> None:
    sheets = {"a/b.css": b"b {}", "a/root.css": b"@import 'b.css'; c {}", "root/own.css": b"d {}"}
    addresses, files = fingerprint(sheets)
    assert list(addresses) == ["a/root.css", "root/own.css"]
    assert [file.text for file in files] == ["b{}c{}", "d {}"]


def test_a_stylesheet_at_the_root_is_left_as_it_is() -> None:
    _, files = fingerprint({"root/plain.css": b"url(nowhere.svg)"})
    assert files == (File("/plain.css", b"url(nowhere.svg)"),)
