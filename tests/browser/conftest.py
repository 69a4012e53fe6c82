"""A real Chromium, and a server on this machine that shows the built sample to it."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from portalgen.build import Built
from tests.serving import Site

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, or Playwright's own; never a skipped test."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next((found for name in names if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(sample: Built) -> Iterator[Site]:
    """The sample at the root of a server."""
    served = Site({file.address: file.content for file in sample.files})
    yield served
    served.close()


@pytest.fixture(scope="session")
def site_in_a_folder(sample: Built) -> Iterator[Site]:
    """The sample in the folder /portal/ of a server that has nothing else."""
    served = Site({f"/portal{file.address}": file.content for file in sample.files})
    yield served
    served.close()
