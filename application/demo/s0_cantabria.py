"""S0: a page about a visit to Cantabria. Of it the register of memorandums holds the two institutions.

The "agreements" reached there are spoken ones: no document, so no memorandum.
"""

from __future__ import annotations

from application.demo.desk import Desk, Page

PAGE = Page("S0", "Tashkent Institute of Chemical Technology at the University of Cantabria, 2–7 June 2025")
TCTI = "Tashkent Institute of Chemical Technology"
CANTABRIA = "University of Cantabria"


def enter(desk: Desk) -> None:
    """Enter what the page says of partners."""
    desk.register_university(TCTI, "UZ", PAGE, "The institute whose delegation went there", aliases=["TCTI"])
    desk.register_university(CANTABRIA, "ES", PAGE, "International Week at the university, 2–7 June 2025")
