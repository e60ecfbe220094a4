"""A real Chromium for the tests of the pages, and axe to hold them to accessibility."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from tests import machine
from tests.browser.outside import refuse_outside

ARGUMENTS = (
    "--no-sandbox",  # root has no user namespace of its own, and the pages are ours
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",  # Chromium's own calls home
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium, headless; one for all tests of a process."""
    path = machine.browser()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page in a browser that has seen nothing; what it tried to fetch from elsewhere fails the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    refused = refuse_outside(context)
    yield context.new_page()
    context.close()
    assert refused == []


@pytest.fixture(scope="session")
def barriers() -> Callable[[Page], list[str]]:
    """Ask axe what on a page shuts people out: one line for each barrier, none when there is nothing."""
    axe = Axe()

    def find(page: Page) -> list[str]:
        found = axe.run(page).response["violations"]
        return [f"{barrier['id']}: {node['html']}" for barrier in found for node in barrier["nodes"]]

    return find
