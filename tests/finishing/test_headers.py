from collections import Counter

import pytest

from portalgen.finishing.headers import Block, header_blocks, headers_file

ADDRESSES = [
    "/index.html",
    "/404.html",
    "/services/one-to-one/index.html",
    "/contact/ines.vcf",
    "/assets/portal.0123456789.css",
    "/assets/icons/mail.0123456789.svg",
    "/assets/index.html",
    "/admin/index.html",
    "/status.json",
    "/embed.js",
    "/sitemap.xml",
    "/",
    "/assets/",
]

GOLDEN = """\
/*
  Content-Security-Policy: frame-ancestors 'self'
  Cross-Origin-Opener-Policy: same-origin-allow-popups
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
  Referrer-Policy: strict-origin-when-cross-origin
  X-Content-Type-Options: nosniff

/assets/*
  Cache-Control: public, max-age=31536000, immutable

/status.json
  Access-Control-Allow-Origin: *
  Cross-Origin-Resource-Policy: cross-origin
"""


def matching(address: str, blocks: tuple[Block, ...]) -> list[Block]:
    """Return the blocks for an address, as both hosts match them: a star stands for the rest."""
    return [
        block
        for block in blocks
        if block.pattern == address
        or (block.pattern.endswith("*") and address.startswith(block.pattern[:-1]))
    ]


def read_back(text: str) -> tuple[Block, ...]:
    """Read a file of headers as the hosts do: a line without an indent begins a block."""
    blocks: list[Block] = []
    for line in filter(None, text.splitlines()):
        if line.startswith(" "):
            name, value = line.strip().split(": ", 1)
            blocks[-1] = Block(blocks[-1].pattern, (*blocks[-1].headers, (name, value)))
        else:
            blocks.append(Block(line, ()))
    return tuple(blocks)


def test_the_file_in_full() -> None:
    file = headers_file(["/index.html", "/status.json"])
    assert file.address == "/_headers"
    assert file.text == GOLDEN


def test_the_hosts_read_the_blocks_that_were_meant() -> None:
    assert read_back(headers_file(ADDRESSES).text) == header_blocks(ADDRESSES)


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_header_is_set_twice_for_one_address(address: str) -> None:
    blocks = matching(address, header_blocks(ADDRESSES))
    names = Counter(name.lower() for block in blocks for name, _ in block.headers)
    assert len(blocks) >= 1
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("/index.html", set()),
        ("/admin/index.html", set()),
        ("/assets/portal.0123456789.css", {"Cache-Control"}),
        ("/status.json", {"Access-Control-Allow-Origin", "Cross-Origin-Resource-Policy"}),
        ("/embed.js", {"Access-Control-Allow-Origin", "Cross-Origin-Resource-Policy"}),
    ],
)
def test_each_kind_of_file_gets_what_it_needs_beside_the_shared(
    address: str, names: set[str]
) -> None:
    shared, *others = matching(address, header_blocks(ADDRESSES))
    assert shared.pattern == "/*"
    assert {name for block in others for name, _ in block.headers} == names


def test_other_websites_are_let_in_only_to_files_that_are_there() -> None:
    patterns = [block.pattern for block in header_blocks(["/index.html", "/embed.js"])]
    assert patterns == ["/*", "/assets/*", "/embed.js"]


def test_the_rules_of_a_portal_in_a_folder_leave_the_rest_of_the_site_alone() -> None:
    blocks = read_back(headers_file(ADDRESSES, base="/portal/").text)
    assert [block.pattern for block in blocks] == [
        "/portal/*",
        "/portal/assets/*",
        "/portal/embed.js",
        "/portal/status.json",
    ]
    assert matching("/shop/index.html", blocks) == []


def test_what_is_shared_forbids_nothing_that_a_page_allows_itself() -> None:
    (shared,) = (dict(block.headers) for block in header_blocks([]) if block.pattern == "/*")
    directives = shared["Content-Security-Policy"].split(";")
    assert [directive.split()[0] for directive in directives] == ["frame-ancestors"]


def test_the_limits_of_the_hosts_are_kept() -> None:
    text = headers_file(ADDRESSES, base="/a/long/way/to/the/portal/").text
    assert len(read_back(text)) <= 100
    assert max(len(line) for line in text.splitlines()) <= 2000
