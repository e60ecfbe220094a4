"""S2: a page about a forum in Dushanbe, with four signings that were planned for it.

The page tells them in the present tense ("is signed") inside a plan: nothing of it is taken for done. It says "this
year"; the academic year 2023/2024 that it names makes that 2023.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from application.demo.desk import ACTOR, OWNER, Desk, Page
from application.demo.s0_cantabria import TCTI
from domain.shared.act import Act

PAGE = Page("S2", "Second forum of rectors of Central Asia, Dushanbe")
FORUM = "Second forum of rectors of Central Asia"
TECHNOLOGY = "Technological University of Tajikistan"
SERVICE = "Institute of Production and Service of Tajikistan"
SUGHD = "An enterprise or economic zone of the Sughd region"
OSH = "Osh State University of Technology"
_YEAR = "The page says 14–15 September of this year; the academic year 2023/2024 named in it makes it 2023."


def enter(desk: Desk) -> None:
    """Enter the partners, and the planned signings as drafts."""
    passage = "Signings planned at the forum, item "
    desk.register_university(TECHNOLOGY, "TJ", PAGE, f"{passage}1", aliases=["Tajikistan University of Technology"])
    desk.register_university(SERVICE, "TJ", PAGE, f"{passage}4")
    desk.register_university(OSH, "KG", PAGE, f"{passage}6")
    _plan(desk, TECHNOLOGY, f"{passage}1: a memorandum is signed", "memorandum_of_understanding", title="Memorandum")
    _plan(
        desk,
        SERVICE,
        f"{passage}4: joint programmes from 2023–2024; Tajik students at TCTI, staff development, student mobility",
        "joint_programme_agreement",
        title="Agreement on joint programmes from the academic year 2023/2024",
        areas=["joint_programmes", "student_exchange", "capacity_building"],
    )
    _plan(
        desk,
        SUGHD,
        f"{passage}5: training at TCTI of engineers of production enterprises of the Sughd zone (Khujand)",
        "training_agreement",
        title="Agreement on the training of engineers of production enterprises of the Sughd zone",
        areas=["training"],
    )
    _plan(
        desk,
        OSH,
        f"{passage}6: engineers in food and chemical technology, internships of professors",
        "memorandum_of_understanding",
        title="Memorandum",
        areas=[{"area": "training", "fields": ["0711", "0721"]}, "internships"],
    )


def _plan(desk: Desk, other: str, passage: str, kind: str, *, title: str, **parts: Any) -> None:
    """Enter one planned signing: a draft, and the plan to sign it at the forum."""
    said: Mapping[str, Any] = {"occurred_on": "2023", "certainty": "inferred", "source": PAGE.source(passage)}
    act = Act(ACTOR, reason=_YEAR, **said)
    side = other if other in desk.partners else {"counterparty": other}
    content = {"titles": {"en": title}, "parties": desk.parties(TCTI, side), **parts}
    done = desk.bitim.memorandums.draft(act, kind=kind, owner=OWNER, content=content)
    desk.bitim.memorandums.plan_signing(
        done.id, act, edition_id=f"e{done.version}", event=FORUM, place="Dushanbe", planned_for="2023-09"
    )
    desk.memorandums[other] = done.id
