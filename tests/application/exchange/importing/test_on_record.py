"""A row that may be about a memorandum entered by hand before says so; nothing is merged by itself."""

from __future__ import annotations

import pytest

from application.bitim import Bitim
from tests import given
from tests.application.exchange.importing.files import spreadsheet
from tests.application.exchange.importing.registers import doubts, take
from tests.application.office import act

HEADINGS = ["Partner", "Title", "Signed on"]
TITLE = "Memorandum of understanding on student exchange"


@pytest.fixture
def reference(bitim: Bitim) -> str:
    """The number of a memorandum with Shandong that was entered by hand."""
    begun = bitim.memorandums.register(
        act(source=given.SCAN),
        kind="memorandum_of_understanding",
        owner="employee-7",
        editions=[given.an_edition_from_paper("2019-05-20", titles={"en": TITLE})],
    )
    return begun.reference


@pytest.mark.parametrize(
    ("title", "signed_on"),
    [
        ("", "20.05.2019"),
        ("", "2019"),
        ("Memorandum of Understanding on Students Exchange", "2019-05-20"),
        ("Student exchange: memorandum of understanding on", ""),
    ],
    ids=["the same day", "its year", "day and title", "the title alone"],
)
def test_a_row_with_the_same_partner_and_day_or_title_is_perhaps_the_same(
    bitim: Bitim, reference: str, title: str, signed_on: str
) -> None:
    report = take(bitim, spreadsheet(Register=[HEADINGS, ["Shandong Jianzhu University", title, signed_on]]))

    assert report.counted()["made"] == 1
    assert ("row", "may_be_on_record") in doubts(report, 2)
    (question,) = (one for one in bitim.questions.list()["items"] if one["reason"] == "may_be_on_record")
    assert question["candidates"] == [reference]


@pytest.mark.parametrize(
    ("partner", "title", "signed_on"),
    [
        ("Shandong Jianzhu University", TITLE, "2021-05-20"),
        ("Shandong Jianzhu University", "Agreement on a joint laboratory", "2019-05-20"),
        ("Shandong Jianzhu University", "", ""),
        ("Osh State University", TITLE, "2019-05-20"),
    ],
    ids=["another day", "another title", "nothing to tell by", "another partner"],
)
def test_a_row_that_differs_in_what_both_tell_is_another(
    bitim: Bitim, reference: str, partner: str, title: str, signed_on: str
) -> None:
    report = take(bitim, spreadsheet(Register=[HEADINGS, [partner, title, signed_on]]))

    assert reference
    assert ("row", "may_be_on_record") not in doubts(report, 2)


def test_memorandums_that_the_register_itself_has_made_are_not_doubted(bitim: Bitim) -> None:
    rows = [HEADINGS, ["Shandong Jianzhu University", "", "2019-05-20"]]
    take(bitim, spreadsheet(Register=rows))

    report = take(bitim, spreadsheet(Register=[*rows, ["Shandong Jianzhu University", TITLE, "2019-05-20"]]))

    assert [row.outcome for row in report.rows] == ["unchanged", "made"]
    assert ("row", "may_be_on_record") not in doubts(report, 3)
