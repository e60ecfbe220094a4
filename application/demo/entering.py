"""Entering the demonstration data, once, into an empty register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from application.demo import s0_cantabria, s1_shandong, s2_dushanbe, s3_tdtu_kb, s4_ksu, s5_outcome, zarafshon
from application.demo.desk import Desk
from domain.memorandum.reference import Reference, reference_id
from domain.shared.errors import NotFound, Refused

if TYPE_CHECKING:
    from application.bitim import Bitim

PAGES = (s0_cantabria, s1_shandong, s2_dushanbe, s3_tdtu_kb, s4_ksu, s5_outcome)


def enter(bitim: Bitim) -> bool:
    """Enter the demonstration data.

    Events are never deleted, so this is refused where anything else has been entered.

    Returns:
        whether it was entered now; if not, it is there already.

    Raises:
        Refused: the register holds something else (``register_in_use``), or a part of the demonstration data whose
            entering was broken off (``demo_incomplete``); the way is an empty database.
    """
    first, *_, last = zarafshon.stories()
    if _issued(bitim, last):
        return False
    if _issued(bitim, first):
        raise Refused("demo_incomplete")
    if bitim.store.max_position():
        raise Refused("register_in_use")
    today = bitim.today()
    desk = Desk(bitim, today)
    for page in PAGES:
        page.enter(desk)
    zarafshon.enter(bitim, today)
    return True


def _issued(bitim: Bitim, number: str) -> bool:
    try:
        bitim.store.get(Reference, reference_id(number))
    except NotFound:
        return False
    return True
