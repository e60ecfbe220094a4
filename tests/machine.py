"""What the tests need of the machine beyond Python, and what happens where it is missing."""

import os
import shutil
from typing import NoReturn

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def missing(what: str) -> NoReturn:
    """Skip the test for want of something, with the reason; where all is required (in CI), fail it."""
    if os.environ.get("CI") or os.environ.get("TEST_REQUIRE_ALL"):
        pytest.fail(f"required here, but missing: {what}", pytrace=False)
    pytest.skip(f"missing: {what}")


def browser() -> str:
    """The path of the machine's Chromium."""
    for name in BROWSERS:
        if path := shutil.which(name):
            return path
    missing(f"a browser (one of {', '.join(BROWSERS)})")
