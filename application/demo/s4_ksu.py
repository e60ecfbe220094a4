"""S4: a page about the results of an international department. Of it the register of memorandums holds the institution.

Its figures are claims, to be held against counts; they are no memorandums.
"""

from __future__ import annotations

from application.demo.desk import Desk, Page

PAGE = Page("S4", "Department of international cooperation of Kokand State University: its results")
KSU = "Kokand State University"


def enter(desk: Desk) -> None:
    """Enter what the page says of partners."""
    desk.register_university(KSU, "UZ", PAGE, "The heading of the page", aliases=["KSU"])
