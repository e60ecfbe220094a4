"""The working text, from the first draft to the approvals."""

from typing import Any

import pytest

from domain.memorandum.edition import Edition
from domain.memorandum.lifecycle import awaited, stage
from domain.memorandum.memorandum import Memorandum
from domain.shared.errors import BitimError, Invalid, NotFound
from tests import given
from tests.refusing import not_accepted, nothing_recorded, refused


def e1(memorandum: Memorandum) -> Edition:
    return memorandum.edition("e1")


def test_draft_begins_a_memorandum_with_its_first_edition() -> None:
    memorandum = given.a_drafted_memorandum()

    assert memorandum.reference == "MOU-2026-0031"
    assert memorandum.owner == "employee-7"
    assert stage(e1(memorandum)) == "drafted"
    assert awaited(e1(memorandum)) == [{"approval": "submission"}]
    assert [party["party_id"] for party in e1(memorandum).parties] == ["p1", "p2"]


def test_draft_takes_a_counterparty_that_is_not_yet_named() -> None:
    memorandum = given.a_drafted_memorandum(parties=given.parties("A university in Dushanbe"))

    assert e1(memorandum).parties[1] == {
        "party_id": "p2",
        "partner_id": None,
        "unit": "",
        "ours": False,
        "counterparty": "A university in Dushanbe",
    }


@pytest.mark.parametrize(
    ("parts", "field"),
    [
        ({"titles": {}}, "titles"),
        ({"titles": {"english": "Memorandum"}}, "titles"),
        ({"titles": {"en": "two\nlines"}}, "titles.en"),
        ({"titles": {"en": "x" * 301}}, "titles.en"),
        ({"texts": {"en": "hidden \u202e direction"}}, "texts.en"),
        ({"parties": given.parties()[:1]}, "parties"),
        ({"parties": [{**side, "ours": False} for side in given.parties()]}, "parties"),
        ({"parties": given.parties(given.SHANDONG, given.SHANDONG)}, "parties"),
        ({"parties": given.parties("")}, "parties.1"),
        ({"parties": [given.parties()[0], {"partner_id": "Shandong"}]}, "parties.1.partner_id"),
        ({"areas": ["football"]}, "areas.0.area"),
        ({"areas": ["training", "training"]}, "areas.1"),
        ({"areas": [{"area": "training", "fields": ["9998"]}]}, "areas.0.fields"),
        ({"term": {"kind": "fixed", "until": "2026-02-30"}}, "term.until"),
        ({"term": {"kind": "perpetual", "until": "2026-02-28"}}, "term.until"),
        ({"term": {"kind": "fixed", "until": "2026-02-28"}, "effective_on": "2026-03"}, "term.until"),
        ({"term": {"kind": "fixed", "length": {"count": 0, "unit": "years"}}}, "term.length.count"),
        ({"effective_on": "1899-12-31"}, "effective_on"),
        ({"stage": "signed"}, "stage"),
    ],
)
def test_draft_refuses_a_part_out_of_form(parts: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        given.a_drafted_memorandum(**parts)

    assert refusal.value.field == field


def test_draft_refuses_a_day_to_come() -> None:
    with pytest.raises(Invalid) as refusal:
        given.a_drafted_memorandum("2026-09-15")

    assert refusal.value.data["limits"] == {"day": "2026-09-14"}


def test_revise_changes_parts_of_the_text() -> None:
    memorandum = given.a_drafted_memorandum()

    memorandum.revise(given.an_act(), edition_id="e1", changes={"titles": {"en": "MoU", "uz": "Memorandum"}})

    assert e1(memorandum).content["titles"] == {"en": "MoU", "uz": "Memorandum"}
    assert e1(memorandum).content["term"] == given.FIVE_YEARS


def test_s04_revise_with_the_same_title_again_is_no_change() -> None:
    memorandum = given.a_drafted_memorandum(titles={"en": "Café"})

    with nothing_recorded(memorandum):
        memorandum.revise(given.an_act(), edition_id="e1", changes={"titles": {"en": " Cafe\u0301 "}})

    assert memorandum.version == 1


def test_revise_keeps_the_ids_of_the_parties_whatever_their_order() -> None:
    memorandum = given.a_drafted_memorandum()
    ours, shandong = given.parties()

    memorandum.revise(
        given.an_act(),
        edition_id="e1",
        changes={"parties": [shandong, {"partner_id": str(given.CANTABRIA)}, ours]},
    )

    assert {party["party_id"]: party["partner_id"] for party in e1(memorandum).parties} == {
        "p1": str(given.OURS),
        "p2": str(given.SHANDONG),
        "p3": str(given.CANTABRIA),
    }


def test_revise_never_gives_the_id_of_a_party_that_left_to_another() -> None:
    memorandum = given.a_drafted_memorandum()
    memorandum.revise(given.an_act(), edition_id="e1", changes={"parties": given.parties(given.CANTABRIA)})

    assert [party["party_id"] for party in e1(memorandum).parties] == ["p1", "p3"]


def test_revise_refuses_a_text_that_is_frozen_by_a_signature() -> None:
    memorandum = given.a_partly_signed_memorandum()

    with refused(memorandum, "stage_forbids", command="revise", stage="partly_signed"):
        memorandum.revise(given.an_act(), edition_id="e1", changes={"titles": {"en": "Another"}})


def test_revise_refuses_a_part_out_of_form() -> None:
    memorandum = given.a_drafted_memorandum()

    with not_accepted(memorandum, "areas.0.area"):
        memorandum.revise(given.an_act(), edition_id="e1", changes={"areas": ["football"]})
    with not_accepted(memorandum, "owner"):
        memorandum.revise(given.an_act(), edition_id="e1", changes={"owner": "employee-8"})


def test_revise_refuses_an_edition_that_is_not_there() -> None:
    memorandum = given.a_drafted_memorandum()

    with nothing_recorded(memorandum), pytest.raises(NotFound) as refusal:
        memorandum.revise(given.an_act(), edition_id="e2", changes={})

    assert refusal.value.data["editions"] == ["e1"]


def test_revert_takes_the_text_back_to_what_was_approved() -> None:
    memorandum = given.an_approved_draft()
    memorandum.revise(given.an_act(), edition_id="e1", changes={"areas": [], "titles": {"en": "Another"}})

    memorandum.revert(given.an_act(), edition_id="e1")

    assert e1(memorandum).content["titles"] == {"en": "Memorandum of understanding"}
    assert stage(e1(memorandum)) == "approved"
    with nothing_recorded(memorandum):
        memorandum.revert(given.an_act(), edition_id="e1")


def test_revert_refuses_a_text_that_was_never_approved() -> None:
    memorandum = given.a_submitted_draft()
    memorandum.clear(given.an_act(), edition_id="e1", role="legal")

    with refused(memorandum, "never_approved"):
        memorandum.revert(given.an_act(), edition_id="e1")


def test_name_counterparty_fills_the_place_of_a_party() -> None:
    memorandum = given.a_drafted_memorandum(parties=given.parties("A university in Dushanbe"))

    memorandum.name_counterparty(given.an_act(), edition_id="e1", party_id="p2", partner_id=str(given.CANTABRIA))

    assert e1(memorandum).parties[1]["partner_id"] == str(given.CANTABRIA)
    with nothing_recorded(memorandum):
        memorandum.name_counterparty(given.an_act(), edition_id="e1", party_id="p2", partner_id=str(given.CANTABRIA))


def test_name_counterparty_refuses_a_party_that_is_named() -> None:
    memorandum = given.a_drafted_memorandum()

    with refused(memorandum, "counterparty_named", party_id="p2", partner_id=str(given.SHANDONG)):
        memorandum.name_counterparty(given.an_act(), edition_id="e1", party_id="p2", partner_id=str(given.CANTABRIA))


def test_name_counterparty_refuses_one_that_is_a_party_already() -> None:
    memorandum = given.a_drafted_memorandum(parties=given.parties(given.SHANDONG, "A second university"))

    with not_accepted(memorandum, "parties", "each_once"):
        memorandum.name_counterparty(given.an_act(), edition_id="e1", party_id="p3", partner_id=str(given.SHANDONG))
    with not_accepted(memorandum, "party_id", "one_of"):
        memorandum.name_counterparty(given.an_act(), edition_id="e1", party_id="p4", partner_id=str(given.SHANDONG))


def test_plan_signing_records_an_intention_to_come() -> None:
    memorandum = given.a_drafted_memorandum()
    plan = {"event": "Dushanbe forum", "place": "Dushanbe", "planned_for": "2026-11"}

    memorandum.plan_signing(given.an_act(), edition_id="e1", **plan)

    assert e1(memorandum).plans == (plan,)
    with nothing_recorded(memorandum):
        memorandum.plan_signing(given.an_act(), edition_id="e1", **plan)


def test_plan_signing_refuses_a_text_that_is_signed() -> None:
    memorandum = given.a_signed_memorandum()

    with refused(memorandum, "stage_forbids", command="plan_signing", stage="signed"):
        memorandum.plan_signing(given.an_act(), edition_id="e1", event="Dushanbe forum")


def test_submit_sends_the_text_along_its_route() -> None:
    memorandum = given.a_submitted_draft()

    assert stage(e1(memorandum)) == "under_review"
    assert awaited(e1(memorandum)) == [
        {"approval": "clearance", "role": "legal"},
        {"approval": "clearance", "role": "finance"},
        {"approval": "ours"},
        {"approval": "partner", "party_id": "p2"},
    ]


def test_submit_refuses_a_text_that_is_under_review() -> None:
    memorandum = given.a_submitted_draft()

    with refused(memorandum, "stage_forbids", command="submit", stage="under_review", possible_in=("drafted",)):
        memorandum.submit(given.an_act(), edition_id="e1", route=["legal"])


def test_clear_records_the_clearance_of_a_role() -> None:
    memorandum = given.a_submitted_draft()

    memorandum.clear(given.an_act(), edition_id="e1", role="legal")

    assert awaited(e1(memorandum))[0] == {"approval": "clearance", "role": "finance"}
    with nothing_recorded(memorandum):
        memorandum.clear(given.an_act(), edition_id="e1", role="legal")


def test_clear_refuses_a_role_before_its_turn() -> None:
    memorandum = given.a_submitted_draft()

    with refused(memorandum, "clearance_missing", roles=["legal"]):
        memorandum.clear(given.an_act(), edition_id="e1", role="finance")
    with not_accepted(memorandum, "role", "one_of"):
        memorandum.clear(given.an_act(), edition_id="e1", role="library")


def test_return_for_changes_takes_the_text_back_to_drafting() -> None:
    memorandum = given.a_submitted_draft()

    memorandum.return_for_changes(given.with_a_reason("Liability is missing"), edition_id="e1", role="legal")

    assert stage(e1(memorandum)) == "drafted"


def test_return_for_changes_makes_every_role_clear_the_text_anew() -> None:
    memorandum = given.a_submitted_draft()
    memorandum.clear(given.an_act(), edition_id="e1", role="legal")
    memorandum.return_for_changes(given.with_a_reason(), edition_id="e1", role="finance")

    memorandum.submit(given.an_act(), edition_id="e1", route=["legal"])

    assert awaited(e1(memorandum))[0] == {"approval": "clearance", "role": "legal"}


def test_return_for_changes_refuses_to_go_without_a_reason() -> None:
    memorandum = given.a_submitted_draft()

    with not_accepted(memorandum, "reason", "required"):
        memorandum.return_for_changes(given.an_act(reason="  "), edition_id="e1", role="legal")
    with not_accepted(memorandum, "role", "one_of"):
        memorandum.return_for_changes(given.with_a_reason(), edition_id="e1", role="library")


def test_approve_records_that_our_side_approves_the_text_as_it_is() -> None:
    memorandum = given.a_drafted_memorandum()
    memorandum.submit(given.an_act(), edition_id="e1", route=["legal"])
    memorandum.clear(given.an_act(), edition_id="e1", role="legal")

    memorandum.approve(given.an_act(), edition_id="e1")

    assert e1(memorandum).approved_by() == {"ours"}
    with nothing_recorded(memorandum):
        memorandum.approve(given.an_act(), edition_id="e1")


def test_s10_approve_by_our_side_alone_leaves_the_partner_awaited() -> None:
    memorandum = given.a_drafted_memorandum()
    memorandum.submit(given.an_act(), edition_id="e1", route=[])

    memorandum.approve(given.an_act(), edition_id="e1")

    assert awaited(e1(memorandum)) == [{"approval": "partner", "party_id": "p2"}]
    assert stage(e1(memorandum)) == "under_review"
    assert not e1(memorandum).concluded
    with refused(memorandum, "approvals_missing", missing=[{"approval": "partner", "party_id": "p2"}]):
        given.sign(memorandum, "e1", "p1")


def test_approve_refuses_a_text_that_is_not_cleared() -> None:
    memorandum = given.a_submitted_draft()

    with refused(memorandum, "clearance_missing", roles=["legal", "finance"]):
        memorandum.approve(given.an_act(), edition_id="e1")


def test_record_partner_approval_counts_for_the_text_as_it_is() -> None:
    memorandum = given.a_drafted_memorandum()

    memorandum.record_partner_approval(given.an_act(), edition_id="e1", party_id="p2")

    assert e1(memorandum).approved_by() == {"p2"}
    with nothing_recorded(memorandum):
        memorandum.record_partner_approval(given.an_act(), edition_id="e1", party_id="p2")


def test_s09_record_partner_approval_counts_while_the_content_is_the_same() -> None:
    memorandum = given.an_approved_draft()
    approved = e1(memorandum).content_hash

    memorandum.revise(given.an_act(), edition_id="e1", changes={"areas": ["staff_exchange"]})

    assert stage(e1(memorandum)) == "under_review"
    assert {"approval": "partner", "party_id": "p2"} in awaited(e1(memorandum))
    (theirs,) = [approval for approval in e1(memorandum).approvals if approval.by == "p2"]
    assert theirs.content_hash == approved != e1(memorandum).content_hash

    memorandum.revise(given.an_act(), edition_id="e1", changes={"areas": ["student_exchange"]})

    assert stage(e1(memorandum)) == "approved"


def test_record_partner_approval_refuses_our_own_side() -> None:
    memorandum = given.a_drafted_memorandum()

    with not_accepted(memorandum, "party_id", "another_party"):
        memorandum.record_partner_approval(given.an_act(), edition_id="e1", party_id="p1")
    with not_accepted(memorandum, "party_id", "one_of"):
        memorandum.record_partner_approval(given.an_act(), edition_id="e1", party_id="p3")


def test_s21_withdraw_ends_a_draft_and_keeps_its_history() -> None:
    memorandum = given.a_partly_signed_memorandum()

    memorandum.withdraw(given.an_act(), edition_id="e1")

    assert stage(e1(memorandum)) == "withdrawn"
    assert len(e1(memorandum).signatures) == 1
    with nothing_recorded(memorandum):
        memorandum.withdraw(given.an_act(), edition_id="e1")


def test_withdraw_of_a_renewal_leaves_what_is_in_force() -> None:
    memorandum = given.a_renewal_in_preparation()
    renewal = memorandum.working_edition
    assert renewal is not None

    memorandum.withdraw(given.an_act(), edition_id=renewal.edition_id)

    assert memorandum.working_edition is None
    assert stage(e1(memorandum)) == "signed"


def test_s21_withdraw_refuses_what_is_concluded_and_offers_termination() -> None:
    memorandum = given.a_signed_memorandum()

    with refused(memorandum, "concluded_cannot_be_withdrawn", instead=["terminate"]):
        memorandum.withdraw(given.an_act(), edition_id="e1")


def test_withdraw_refuses_a_day_before_the_draft() -> None:
    memorandum = given.a_drafted_memorandum("2026-09-01")

    with not_accepted(memorandum, "occurred_on", "not_before"):
        memorandum.withdraw(given.an_act("2026-08"), edition_id="e1")


@pytest.mark.parametrize(
    ("verb", "fields"),
    [
        ("revise", {"changes": {"titles": {"en": "Another"}}}),
        ("submit", {"route": ["legal"]}),
        ("approve", {}),
        ("record_partner_approval", {"party_id": "p2"}),
        ("plan_signing", {"event": "Dushanbe forum"}),
        ("sign", {"party_id": "p1", "signatory": "R", "office": "rector"}),
    ],
)
def test_nothing_is_done_with_a_withdrawn_text(verb: str, fields: dict[str, Any]) -> None:
    memorandum = given.a_drafted_memorandum()
    memorandum.withdraw(given.an_act(), edition_id="e1")

    with refused(memorandum, "stage_forbids", stage="withdrawn"):
        getattr(memorandum, verb)(given.an_act(), edition_id="e1", **fields)


@pytest.mark.parametrize("verb", ["revise", "submit", "withdraw", "plan_signing", "record_partner_approval"])
def test_nothing_is_done_on_a_day_to_come(verb: str) -> None:
    fields: dict[str, Any] = {
        "revise": {"changes": {"areas": []}},
        "submit": {"route": []},
        "plan_signing": {"event": "Dushanbe forum"},
        "record_partner_approval": {"party_id": "p2"},
    }
    memorandum = given.a_drafted_memorandum()

    with nothing_recorded(memorandum), pytest.raises(BitimError):
        getattr(memorandum, verb)(given.an_act("2026-09-15"), edition_id="e1", **fields.get(verb, {}))
