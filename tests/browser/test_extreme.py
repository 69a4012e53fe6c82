"""Pages on which everything is long fit the narrowest screens as well."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from portalgen.build import Order, build
from portalgen.memory import Memory
from tests.browser.test_every_page import NARROWEST, opened
from tests.conftest import MOMENT
from tests.extreme import write_extreme
from tests.serving import Site

PAGES = (
    "/",
    "/services/",
    "/services/service-7/",
    "/policies/long/",
    "/what-to-expect/everything/",
    "/packet/",
    "/away/",
    "/contact/",
)


@pytest.fixture(scope="module")
def extreme(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    content: Path = tmp_path_factory.mktemp("extreme") / "content"
    write_extreme(content)
    served = Site(
        {each.address: each.content for each in build(Order(content, MOMENT), Memory()).files}
    )
    yield served
    served.close()


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_wider_than_the_narrowest_screen(
    address: str, chromium: Browser, extreme: Site
) -> None:
    with opened(chromium, extreme.root, address, NARROWEST) as (page, heard):
        assert heard.failed == []
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST
