"""An objection's answer says whether it came too late."""

import pytest

from application.bitim import Bitim
from tests import given
from tests.application.office import act, keep

UNTIL_2026 = {**given.TACIT, "until": "2026-12-31"}


@pytest.mark.parametrize(("objected_on", "late"), [("2026-06-30", False), ("2026-07-01", True), ("2026", False)])
def test_s14_an_objection_is_answered_with_whether_it_is_late(bitim: Bitim, objected_on: str, late: bool) -> None:
    memorandum = keep(
        bitim, lambda: given.a_memorandum_from_paper(given.an_edition_from_paper("2022-01-01", term=UNTIL_2026))
    )

    objected = bitim.memorandums.object(memorandum.id, act(objected_on), party_id="p2")

    assert (objected.late, objected.version) == (late, 3)
