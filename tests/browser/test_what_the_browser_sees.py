"""The browser's own checks, seen red: what they must find, they find."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.outside import refuse_outside

pytestmark = pytest.mark.browser

WHOLE = '<html lang="en"><title>Register</title><main><h1>Register</h1><img alt="A seal" src="data:,"></main></html>'


def test_a_whole_page_has_no_barriers(page: Page, barriers: Callable[[Page], list[str]]) -> None:
    page.set_content(WHOLE)

    assert barriers(page) == []


def test_a_picture_without_words_is_a_barrier(page: Page, barriers: Callable[[Page], list[str]]) -> None:
    page.set_content(WHOLE.replace(' alt="A seal"', ""))

    assert barriers(page) == ['image-alt: <img src="data:,">']


def test_what_a_page_fetches_from_elsewhere_is_refused_and_told(chromium: Browser) -> None:
    with chromium.new_context() as context:
        refused = refuse_outside(context)
        page = context.new_page()

        page.set_content(WHOLE.replace("data:,", "http://elsewhere.example/seal.png"))

    assert refused == ["http://elsewhere.example/seal.png"]
