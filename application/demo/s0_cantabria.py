"""S0: a page about a visit to Cantabria: the two institutions, three trainings and two cotutelles that were defended.

The "agreements" reached there are spoken ones: no document, so no memorandum.
"""

from __future__ import annotations

from dataclasses import replace

from application.demo.desk import Desk, Page

PAGE = Page("S0", "Tashkent Institute of Chemical Technology at the University of Cantabria, 2–7 June 2025")
TCTI = "Tashkent Institute of Chemical Technology"
CANTABRIA = "University of Cantabria"
OFFICES = (
    "Vice-rector for economic and organisational issues",
    "Professor, Industrial Ecology",
    "Head of International Cooperation and Protocol",
)
"""The offices held on those days."""


def enter(desk: Desk) -> None:
    """Enter what the page says of partners and of those who moved."""
    desk.register_university(TCTI, "UZ", PAGE, "The institute whose delegation went there", aliases=["TCTI"])
    desk.register_university(CANTABRIA, "ES", PAGE, "International Week at the university, 2–7 June 2025")
    for office in OFFICES:
        _enter_training(desk, office)
    for _candidate in range(2):
        _enter_cotutelle(desk)


def _enter_training(desk: Desk, office: str) -> None:
    """The delegates are known to the register by their offices of those days; who they are is not kept."""
    act = desk.entered(PAGE, f"{office}: International Week, within Erasmus+ International Credit Mobility")
    desk.bitim.mobility_cases.register(
        replace(act, occurred_on="2025-06-07"),
        direction="outgoing",
        details={
            "purpose": "staff_training",
            "partner_id": str(desk.partners[CANTABRIA]),
            "office": office,
            "programme": "Erasmus+ International Credit Mobility",
            "without_memorandum": "The page names none",
        },
        reached="completed",
        actual_from="2025-06-02",
        actual_until="2025-06-07",
        funding=[{"funder": "erasmus_project"}],  # its number is not stated
    )


def _enter_cotutelle(desk: Desk) -> None:
    act = desk.entered(PAGE, "Two doctoral students defended their PhD under cotutelle")
    desk.bitim.mobility_cases.register(
        replace(act, occurred_on=None),
        direction="outgoing",
        details={
            "purpose": "cotutelle",
            "partner_id": str(desk.partners[CANTABRIA]),
            "eqf_level": 8,
            "without_memorandum": "The page names no agreement",
        },
        reached="defended",
    )
