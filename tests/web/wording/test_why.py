"""Since when an edition is in effect, in the reasons for a standing."""

from typing import Any

from web.wording.names import Names
from web.wording.why import why

NAMES = Names(editions={"e1": "1"}, memorandums={"86dfcb0e": "MOU-2026-0044"})


def in_force(earliest: str, latest: str) -> dict[str, Any]:
    """In force again since 1 May 2026; the edition took effect on one of these days."""
    return {
        "standing": "in_force",
        "since": {"earliest": "2026-05-01", "latest": "2026-05-01"},
        "cause": {"code": "effective", "version": 1},
        "edition": {"edition_id": "e1", "term": {"kind": "perpetual"}},
        "editions": [{"edition_id": "e1", "effective": {"earliest": earliest, "latest": latest}}],
    }


def test_after_a_suspension_an_edition_is_in_effect_since_its_first_day() -> None:
    (said,) = why(in_force("2026-01-01", "2026-01-01"), NAMES)

    assert said.startswith("Edition 1 is in effect since 1 January 2026. ")


def test_where_the_first_day_is_not_certain_no_day_is_told() -> None:
    (said,) = why(in_force("2020-01-01", "2020-12-31"), NAMES)

    assert said.startswith("Edition 1 is in effect since a day in 2020. ")


def test_the_memorandum_that_took_over_is_called_by_its_reference() -> None:
    row = {"standing": "superseded", "cause": {"code": "superseded", "version": 9}, "superseded_by": "86dfcb0e"}

    assert why(row, NAMES) == ["MOU-2026-0044 took over."]


def test_who_leaves_alone_is_told_with_the_day() -> None:
    row = in_force("2026-01-01", "2026-01-01")
    row["edition"]["leaving"] = {"p2": {"earliest": "2027-01-01", "latest": "2027-01-01"}}
    names = Names(editions={"e1": "1"}, parties={"p2": {"party_id": "p2", "partner_id": "x", "name": "Osh University"}})

    assert why(row, names)[1:] == ["Osh University gave notice for itself alone, and is out from 1 January 2027."]


def test_where_two_periods_may_run_no_beginning_is_told() -> None:
    row = in_force("2026-01-01", "2026-01-01") | {"cause": {"code": "tacit_renewal", "version": 1}, "period": None}

    (said,) = why(row, NAMES)

    assert said.endswith("renewed itself; which period runs depends on dates that are not known to the day.")
