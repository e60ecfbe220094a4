"""What must be renewed, what is being renewed, what lapsed, and what was renewed in an updated form."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from application.bitim import Bitim
from domain.shared.errors import Invalid
from tests import given
from tests.application.office import act
from tests.application.sample import Hands

UNTIL_CHRISTMAS = {"kind": "fixed", "until": "2026-12-24"}
TACIT_UNTIL_NEW_YEAR = {**given.TACIT, "length": None, "until": "2026-12-31"}


def registered(bitim: Bitim, *editions: dict[str, Any], owner: str = "employee-7", **details: Any) -> UUID:
    """A memorandum from paper."""
    return bitim.memorandums.register(
        act(None, source=given.SCAN),
        kind="memorandum_of_understanding",
        owner=owner,
        editions=editions,
        **details,
    ).id


def ids(answer: dict[str, Any]) -> list[str]:
    return [row["id"] for row in answer["items"]]


def test_a_term_that_ends_soon_is_due_with_its_owner(bitim: Bitim) -> None:
    memorandum_id = registered(bitim, given.an_edition_from_paper("2024-12-03", term=UNTIL_CHRISTMAS))

    (row,) = bitim.renewals.due(days=101)["items"]

    assert (row["id"], row["owner"], row["standing"]) == (str(memorandum_id), "employee-7", "in_force")
    assert (row["days_left"], row["certain"]) == (101, True)
    assert bitim.renewals.due(days=100)["items"] == []
    assert ids(bitim.renewals.due(days=365, owner="employee-7")) == [str(memorandum_id)]
    assert bitim.renewals.due(days=365, owner="employee-8")["items"] == []


def test_the_first_to_end_is_due_first(bitim: Bitim) -> None:
    later = registered(bitim, given.an_edition_from_paper("2024-12-03", term=UNTIL_CHRISTMAS))
    sooner = registered(bitim, given.an_edition_from_paper("2024-12-03", term={"kind": "fixed", "until": "2026-10-01"}))

    assert ids(bitim.renewals.due(days=365)) == [str(sooner), str(later)]


def test_an_end_that_is_known_by_its_month_is_due_within_it(bitim: Bitim) -> None:
    memorandum_id = registered(
        bitim, given.an_edition_from_paper("2024-12-03", term={"kind": "fixed", "until": "2026-12"})
    )

    (row,) = bitim.renewals.due(days=100, as_of="2026-12-15")["items"]
    assert (row["id"], row["certain"], row["days_left"]) == (str(memorandum_id), False, 0)


@pytest.mark.parametrize("term", [given.TACIT, {"kind": "perpetual"}, {"kind": "evergreen"}, None])
def test_what_does_not_end_by_itself_is_not_due(bitim: Bitim, term: dict[str, Any] | None) -> None:
    registered(bitim, given.an_edition_from_paper("2024-12-03", term=term))

    assert bitim.renewals.due(days=3660)["items"] == []


def test_what_a_concluded_renewal_follows_is_not_due(bitim: Bitim) -> None:
    registered(
        bitim,
        given.an_edition_from_paper("2021-12-25", term=UNTIL_CHRISTMAS),
        given.an_edition_from_paper("2026-09-01", term={"kind": "perpetual"}, effective_on="2026-12-25"),
    )

    assert bitim.renewals.due(days=365)["items"] == []


def test_what_is_renewed_early_is_due_when_the_renewal_ends(bitim: Bitim) -> None:
    registered(
        bitim,
        given.an_edition_from_paper("2021-12-25", term={"kind": "fixed", "until": "2027-12-31"}),
        given.an_edition_from_paper(
            "2026-09-01", term={"kind": "fixed", "until": "2027-03-31"}, effective_on="2027-01-01"
        ),
    )

    (listed,) = bitim.register.list()["items"]
    assert listed["until"] == {"earliest": "2026-12-31", "latest": "2026-12-31"}
    assert bitim.renewals.due(days=197)["items"] == []
    (row,) = bitim.renewals.due(days=198)["items"]
    assert (row["until"]["latest"], row["days_left"]) == ("2027-03-31", 198)


def test_what_is_in_the_archive_is_not_due(bitim: Bitim) -> None:
    memorandum_id = registered(bitim, given.an_edition_from_paper("2024-12-03", term=UNTIL_CHRISTMAS))
    bitim.memorandums.archive(memorandum_id, act())

    assert bitim.renewals.due(days=365)["items"] == []


def test_an_objection_date_is_another_alarm_than_the_end(bitim: Bitim) -> None:
    memorandum_id = registered(bitim, given.an_edition_from_paper("2022-01-01", term=TACIT_UNTIL_NEW_YEAR))

    (row,) = bitim.renewals.objections(days=90, as_of="2026-04-30")["items"]

    assert (row["id"], row["object_by"], row["days_left"]) == (str(memorandum_id), "2026-06-30", 61)
    assert bitim.renewals.objections(days=60, as_of="2026-04-30")["items"] == []
    assert bitim.renewals.objections(days=90, as_of="2026-07-01")["items"] == []


def test_after_an_objection_in_time_the_end_is_due_instead(bitim: Bitim) -> None:
    memorandum_id = registered(bitim, given.an_edition_from_paper("2022-01-01", term=TACIT_UNTIL_NEW_YEAR))
    bitim.memorandums.object(memorandum_id, act("2026-06-30"), party_id="p2")

    assert bitim.renewals.objections(days=90, as_of="2026-04-30")["items"] == []
    assert ids(bitim.renewals.due(days=365)) == [str(memorandum_id)]


def test_a_renewal_in_preparation_is_listed_with_its_stage(bitim: Bitim) -> None:
    memorandum_id = registered(bitim, given.an_edition_from_paper("2024-12-03"))
    bitim.memorandums.propose_renewal(memorandum_id, act(), changes={"texts": {"en": "1. Students."}})
    bitim.memorandums.submit(memorandum_id, act(), edition_id="e3")

    (row,) = bitim.renewals.proposals()["items"]

    assert (row["id"], row["standing"], row["edition"]["number"]) == (str(memorandum_id), "in_force", "1")
    assert {name: row["proposal"][name] for name in ("edition_id", "nature", "stage")} == {
        "edition_id": "e3",
        "nature": "renewal",
        "stage": "under_review",
    }


def test_s18_what_has_ended_and_was_not_renewed_has_lapsed(bitim: Bitim, clock: Hands) -> None:
    memorandum_id = registered(
        bitim, given.an_edition_from_paper("2020-07-01", term={"kind": "fixed", "until": "2025-06-30"})
    )
    assert ids(bitim.renewals.lapsed()) == [str(memorandum_id)]

    clock.move(minutes=1)
    bitim.memorandums.record_edition(
        memorandum_id,
        act(None, source=given.SCAN),
        edition=given.an_edition_from_paper("2025-07-12", term=given.FIVE_YEARS, follows="e2"),
    )

    found = bitim.register.get(memorandum_id, as_of="2025-07-05")
    assert [link["lapse_before"] for link in found["chain"]] == [None, 11]
    assert found["chain"][1]["lapse"] == {"first": "2025-07-01", "until": "2025-07-11"}
    assert (found["standing"], found["current"], found["next"]) == ("expired", "e2", None)
    assert ids(bitim.renewals.lapsed(as_of="2025-07-05")) == [str(memorandum_id)]
    assert bitim.renewals.lapsed()["items"] == []


def test_s23_a_renewal_whose_first_edition_is_not_on_record_is_among_the_updated(bitim: Bitim) -> None:
    memorandum_id = registered(bitim, given.an_edition_from_paper("2024-12-03", term=None), updated_form=True)

    found = bitim.register.get(memorandum_id, as_of="2025-01-01")
    first, second = found["editions"]
    assert (first["stub"], first["number"], second["number"]) == (True, "1", "2")
    assert first["signed_on"] == {"earliest": "1900-01-01", "latest": "2026-09-14"}, "any day up to its entry"
    assert (found["standing"], set(found["candidates"]), found["current"]) == (
        "undetermined",
        {"in_force", "expired"},
        "e3",
    )
    assert found["why"]["undetermined_because"] == [{"edition_id": "e3", "part": "term", "days": None}]
    updated = bitim.renewals.updated(first="2024-01-01", last="2024-12-31")
    assert [row["id"] for row in updated["updated"]] == [str(memorandum_id)]
    assert {change["change"] for change in updated["updated"][0]["changes"]} == {"now_known"}


def test_the_updated_of_a_period_tell_what_changed(bitim: Bitim) -> None:
    memorandum_id = registered(
        bitim,
        given.an_edition_from_paper("2019-05-20"),
        given.an_edition_from_paper("2024-12-03", areas=["student_exchange", "joint_research"]),
    )

    found = bitim.renewals.updated(first="2024-12-03", last="2024-12-03")
    (row,) = found["updated"]

    assert (row["id"], row["follows"], row["edition"]["number"]) == (str(memorandum_id), "e2", "2")
    assert [(change["area"], change["change"]) for change in row["changes"]] == [("joint_research", "added")]
    assert bitim.renewals.updated(first="2019-01-01", last="2024-12-02")["updated"] == []


def test_r10_an_uncertain_day_that_overlaps_the_period_is_listed_apart(bitim: Bitim) -> None:
    memorandum_id = registered(bitim, given.an_edition_from_paper("2019-05-20"), given.an_edition_from_paper("2024-12"))

    def found(first: str, last: str) -> tuple[list[str], list[str]]:
        answer = bitim.renewals.updated(first=first, last=last)
        return [row["id"] for row in answer["updated"]], [row["id"] for row in answer["possible"]]

    assert found("2024-12-01", "2024-12-31") == ([str(memorandum_id)], [])
    assert found("2024-12-31", "2025-12-31") == ([], [str(memorandum_id)])
    assert found("2025-01-01", "2025-12-31") == ([], [])


def test_r10_amendments_and_tacit_renewals_are_no_updates(bitim: Bitim) -> None:
    memorandum_id = registered(bitim, given.an_edition_from_paper("2019-05-20", term=given.TACIT))
    bitim.memorandums.record_edition(
        memorandum_id,
        act(None, source=given.SCAN),
        edition=given.an_edition_from_paper("2024-06-01", term=given.TACIT, areas=["training"], amends="e2"),
    )

    assert bitim.renewals.updated(first="2019-01-01", last="2026-09-14")["updated"] == []


def test_s24_the_updated_of_a_period_are_those_known_at_the_instant(bitim: Bitim, clock: Hands) -> None:
    clock.move(days=1)
    registered(bitim, given.an_edition_from_paper("2024-12-03", term=None), updated_form=True)

    period = {"first": "2024-01-01", "last": "2024-12-31"}
    assert len(bitim.renewals.updated(**period)["updated"]) == 1
    assert bitim.renewals.updated(**period, known_at="2026-09-14")["updated"] == []


def test_questions_out_of_form_are_refused(bitim: Bitim) -> None:
    for ask, field in (
        (lambda: bitim.renewals.due(days=-1), "days"),
        (lambda: bitim.renewals.due(days=10_000), "days"),
        (lambda: bitim.renewals.objections(limit=0), "limit"),
        (lambda: bitim.renewals.updated(first="2024", last="2024-12-31"), "first"),
        (lambda: bitim.renewals.updated(first="2024-12-31", last="2024-01-01"), "last"),
    ):
        with pytest.raises(Invalid) as caught:
            ask()
        assert caught.value.field == field
