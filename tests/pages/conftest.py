"""What tests of pages share: a page of a small portal, parsed."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from portalgen.build import Order, build
from portalgen.memory import Memory

Shown = Callable[..., LexborHTMLParser | None]


@pytest.fixture
def shown(write: Callable[[Mapping[str, str]], Path], moment: datetime) -> Shown:
    """Build a portal from content files, and return the page at an address, if there is one."""

    def show(
        address: str, files: Mapping[str, str], at: datetime = moment
    ) -> LexborHTMLParser | None:
        name = f"{address}index.html" if address.endswith("/") else address
        made = build(Order(write(files), at), Memory()).files
        return next((LexborHTMLParser(each.text) for each in made if each.address == name), None)

    return show
