"""S3: a page about the tasks of an international department. The register of memorandums holds its institution."""

from __future__ import annotations

from application.demo.desk import Desk, Page

PAGE = Page("S3", "Department of international cooperation of the Kokand branch of Tashkent State Technical University")
TDTU_KB = "Kokand branch of Tashkent State Technical University"


def enter(desk: Desk) -> None:
    """Enter what the page says of partners."""
    desk.register_university(TDTU_KB, "UZ", PAGE, "The heading of the page", aliases=["TDTU KB"])
