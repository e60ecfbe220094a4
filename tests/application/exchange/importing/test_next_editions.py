"""The next edition of a file: what changed, as corrections; what a person must decide; what stops it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from application.bitim import Bitim
from domain.memorandum.edition import Edition
from domain.memorandum.memorandum import Memorandum
from tests.application.exchange.importing.registers import REGISTER, Rows, next_edition, outcomes, take
from tests.application.office import act, nothing_stored, refused

OSH, MELBOURNE, GRAZ, PORTO = 3, 4, 5, 13
SIGNED, UNTIL, LENGTH = 5, 6, 7


def cell(row: int, column: int, value: Any) -> bytes:
    """The next edition with one other cell."""

    def change(rows: Rows) -> None:
        rows[row][column] = value

    return next_edition(change)


def edition(bitim: Bitim, partner: str) -> tuple[Memorandum, Edition]:
    (found,) = bitim.register.list(q=partner)["items"]
    memorandum = bitim.store.get(Memorandum, UUID(found["id"]))
    (one,) = memorandum.editions.values()
    return memorandum, one


def test_s46_a_changed_cell_is_a_correction_with_the_file_as_its_source(bitim: Bitim) -> None:
    take(bitim)

    report = take(bitim, cell(MELBOURNE, SIGNED, "Sept 08, 2021"), filename="next.xlsx")

    memorandum, one = edition(bitim, "Melbourne")
    assert [outcome for outcome in outcomes(report).values() if outcome != "unchanged"] == [
        "changed",
        "rejected",
        "rejected",
    ]
    assert one.introduced_on == "2021-09-08"
    assert memorandum.recorded[-1].TOPIC == "memorandum.corrected"
    assert memorandum.recorded[-1].source["title"] == "next.xlsx"
    assert memorandum.recorded[-1].reason == "signed_on: 2021-09-07 → 2021-09-08"
    with nothing_stored(bitim):
        take(bitim, cell(MELBOURNE, SIGNED, "Sept 08, 2021"), filename="next.xlsx")


def test_what_was_not_known_is_completed_not_corrected(bitim: Bitim) -> None:
    take(bitim)

    take(bitim, cell(GRAZ, UNTIL, "27/03/2027"))

    memorandum, one = edition(bitim, "Graz")
    assert one.content["term"] == {"kind": "fixed", "until": "2027-03-27"}
    assert memorandum.recorded[-1].TOPIC == "memorandum.stub_completed"
    assert memorandum.recorded[-1].reason == "term: – → fixed, 2027-03-27"


def test_another_notation_of_the_same_day_is_no_change(bitim: Bitim) -> None:
    take(bitim)

    with nothing_stored(bitim):
        report = take(bitim, cell(OSH, SIGNED, "20-May-2019"))

    assert report.counted()["unchanged"] == 8


def known(bitim: Bitim) -> list[dict[str, Any]]:
    """The memorandums, in full."""
    return [bitim.register.get(UUID(row["id"])) for row in bitim.register.list()["items"]]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (cell(OSH, UNTIL, "20/05/2029"), "further_period"),
        (cell(PORTO, LENGTH, "10 yil muddatga"), "ends_later"),
        (cell(MELBOURNE, SIGNED, "Sept 07, 2024"), "further_period"),
        (cell(PORTO, SIGNED, ""), "no_longer_certain"),
        (cell(OSH, 2, "Uzbekistan"), "not_correctable"),
    ],
    ids=["the end moves", "the term grows", "signed years later", "the day is gone", "another country"],
)
def test_a_person_decides_where_it_may_be_a_renewal_or_a_loss(bitim: Bitim, content: bytes, why: str) -> None:
    take(bitim)
    before = known(bitim)

    report = take(bitim, content)

    (row,) = (one for one in report.rows if one.outcome == "undecided")
    assert why in {change.decide for change in row.changes}
    assert known(bitim) == before
    with nothing_stored(bitim):
        take(bitim, content)


def test_a_value_that_a_person_has_changed_since_stays(bitim: Bitim) -> None:
    take(bitim)
    memorandum, one = edition(bitim, "Melbourne")
    bitim.memorandums.correct(
        memorandum.id,
        act(reason="the scan says so"),
        event_version=one.version,
        field="occurred_on",
        value="2021-09-10",
    )

    report = take(bitim, cell(MELBOURNE, SIGNED, "Sept 08, 2021"))

    (row,) = (one for one in report.rows if one.outcome == "undecided")
    assert [change.decide for change in row.changes] == ["changed_by_a_person"]
    assert edition(bitim, "Melbourne")[1].introduced_on == "2021-09-10"


def test_r22_new_rows_are_made_and_vanished_ones_are_listed_nothing_more(bitim: Bitim) -> None:
    take(bitim)

    def change(rows: Rows) -> None:
        del rows[GRAZ]
        rows.append([11, "Vienna University", "Austria", "", "MoU", "2025-01-13", "unlimited"])

    report = take(bitim, next_edition(change))

    assert report.counted()["made"] == 1
    assert [(entry.row, entry.partners[0].name) for entry, _ in report.vanished] == [(6, "Graz University")]
    assert edition(bitim, "Graz")[0].recorded[-1].TOPIC == "memorandum.edition_recorded"
    with nothing_stored(bitim):
        assert take(bitim, next_edition(change)).counted()["made"] == 0


def test_rows_in_another_order_are_the_same_rows(bitim: Bitim) -> None:
    take(bitim)

    def change(rows: Rows) -> None:
        rows[:] = [[], [], *rows[:3], *reversed([row for row in rows[3:] if row != ["ASIA"]])]

    with nothing_stored(bitim):
        report = take(bitim, next_edition(change, merged=()))

    assert report.counted()["made"] == 0


def test_a_column_that_loses_most_of_its_values_stops_the_import_and_asks(bitim: Bitim) -> None:
    take(bitim)

    def change(rows: Rows) -> None:
        for row in rows[3:]:
            row[SIGNED : SIGNED + 1] = [""] * len(row[SIGNED : SIGNED + 1])

    with refused(bitim, "column_lost", field="signed_on", before=8, after=0):
        take(bitim, next_edition(change))
    report = take(bitim, next_edition(change), losses=("signed_on",), rehearsal=True)
    assert report.counted()["made"] == 0


def test_dates_that_have_all_moved_by_a_day_are_reported_and_not_taken(bitim: Bitim) -> None:
    days = [date(2019, month, 20) for month in range(1, 7)]
    before: Rows = [REGISTER[2], *([n, f"University {n}", "", "", "", day] for n, day in enumerate(days))]
    after: Rows = [
        REGISTER[2],
        *([n, f"University {n}", "", "", "", day.replace(day=19)] for n, day in enumerate(days)),
    ]
    take(bitim, next_edition(lambda rows: rows.__setitem__(slice(None), before)))

    with refused(bitim, "dates_shifted", field="signed_on", days=-1, rows=6):
        take(bitim, next_edition(lambda rows: rows.__setitem__(slice(None), after)))
