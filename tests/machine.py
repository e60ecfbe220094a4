"""What the tests need of the machine beyond Python, and what happens where it is missing."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import NoReturn

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome")

MEMORY = Path("/dev/shm")  # noqa: S108  each run makes a folder of its own in it
ROOM = 2 << 30  # bytes free; a whole run takes less than a tenth of it


def work_in_memory() -> None:
    """Keep what the tests write in memory, where there is room for it and nobody has chosen a place.

    A fresh database costs 10 ms there, and up to 300 ms on a slow disk (PostgreSQL 18: some 300 new files).
    """
    if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


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
