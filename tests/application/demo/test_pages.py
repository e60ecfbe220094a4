"""What five published pages state, and nothing that they do not."""

from collections.abc import Iterator
from uuid import UUID

import pytest

from application.demo import s0_cantabria, s1_shandong, s2_dushanbe, s3_tdtu_kb, s4_ksu, s5_outcome
from application.demo.desk import Desk
from application.demo.entering import PAGES
from domain.memorandum.edition import Edition
from domain.memorandum.lifecycle import stage
from domain.memorandum.memorandum import Memorandum
from domain.partner.partner import Partner
from domain.shared.act import Act
from domain.shared.moment import TASHKENT
from tests.application.office import open_bitim, refused
from tests.application.sample import Ticking
from tests.databases import Database


@pytest.fixture
def desk(database: Database) -> Iterator[Desk]:
    """The desk after the five pages were entered from it."""
    with open_bitim(database, Ticking()) as bitim:
        desk = Desk(bitim, bitim.today())
        for page in PAGES:
            page.enter(desk)
        yield desk


def entered(desk: Desk, name: str) -> Memorandum:
    return desk.bitim.store.get(Memorandum, desk.memorandums[name])


def the_edition(memorandum: Memorandum) -> Edition:
    (edition,) = memorandum.editions.values()
    return edition


def test_s23_an_updated_form_makes_a_stub_of_what_came_before_and_is_undetermined(desk: Desk) -> None:
    shandong = entered(desk, s1_shandong.SHANDONG)
    stub, updated = shandong.editions.values()

    assert (stub.stub, stub.introduced_on, stub.content["areas"], stub.content["term"]) == (True, None, None, None)
    assert (updated.introduced_on, updated.content["term"], updated.content["effective_on"]) == (
        "2024-12-03",
        None,
        None,
    )
    assert [area["area"] for area in updated.content["areas"]] == s1_shandong.AREAS
    assert {(signature.name, signature.place) for signature in updated.signatures} == {("", s0_cantabria.TCTI)}
    today = shandong.timeline(TASHKENT).on(desk.today)
    assert today is not None
    assert (today.standing, today.candidates) == ("undetermined", ("in_force", "expired"))


def test_both_spellings_of_shandong_are_on_record(desk: Desk) -> None:
    partner = desk.bitim.store.get(Partner, desk.partners[s1_shandong.SHANDONG])

    assert (partner.name, partner.aliases) == ("Shandong Jianshu University", ("Shandong Jianzhu University",))


def test_s28_of_four_planned_signings_one_was_signed_three_are_unknown_and_one_was_not_planned(desk: Desk) -> None:
    planned = [entered(desk, name) for name in (s2_dushanbe.TECHNOLOGY, s2_dushanbe.SERVICE, s2_dushanbe.SUGHD)]
    osh, kulob = the_edition(entered(desk, s2_dushanbe.OSH)), the_edition(entered(desk, s5_outcome.KULOB))

    assert [stage(the_edition(memorandum)) for memorandum in planned] == ["drafted"] * 3
    assert all(the_edition(memorandum).plans for memorandum in planned)
    assert (stage(osh), osh.outside, len(osh.plans)) == ("signed", True, 1)
    assert {(signature.name, signature.signed_on) for signature in osh.signatures} == {("", None)}
    assert (kulob.concluded, kulob.introduced_on, kulob.plans) == (True, None, ())


def test_the_year_of_the_forum_is_inferred_and_its_day_is_not_made_up(desk: Desk) -> None:
    drafted, planned = entered(desk, s2_dushanbe.SERVICE).recorded

    assert (drafted.occurred_on, drafted.certainty) == ("2023", "inferred")
    assert planned.value_of("planned_for") == "2023-09"


def test_s30_the_training_agreement_cannot_be_signed_before_its_counterparty_is_named(desk: Desk) -> None:
    sughd = desk.memorandums[s2_dushanbe.SUGHD]
    act = Act("officer-1", source=s5_outcome.PAGE.source(""))

    with refused(desk.bitim, "counterparty_not_named", party_ids=["p2"]):
        desk.bitim.memorandums.record_outside_signature(sughd, act, edition_id="e1", party_id="p1")


def test_what_is_a_visit_a_task_or_a_claim_makes_no_memorandum(desk: Desk) -> None:
    silent = {s0_cantabria.CANTABRIA, s3_tdtu_kb.TDTU_KB, s4_ksu.KSU}
    parties = {
        party["partner_id"]
        for name in desk.memorandums
        for edition in entered(desk, name).editions.values()
        for party in edition.parties
    }

    assert {desk.partners[name] for name in silent} & {UUID(party) for party in parties if party} == set()
    assert len(desk.memorandums) == 6


def test_s37_two_cotutelles_with_cantabria_reached_their_defence_and_are_named(desk: Desk) -> None:
    partner = str(desk.partners[s0_cantabria.CANTABRIA])

    counted = desk.bitim.caseload.summary(by="purpose", stage="defended", partner=partner)
    named = desk.bitim.caseload.list(stage="defended", purpose="cotutelle", partner=partner)["items"]

    assert [(group["value"], group["number"]) for group in counted["groups"]] == [("cotutelle", 2)]
    assert len({case["id"] for case in named}) == 2
    assert {(case["actual_from"], case["actual_until"], case["office"]) for case in named} == {(None, None, "")}


def test_three_delegates_were_trained_in_the_offices_of_those_days(desk: Desk) -> None:
    trained = desk.bitim.caseload.list(purpose="staff_training")["items"]

    assert {case["office"] for case in trained} == set(s0_cantabria.OFFICES)
    assert {(case["actual_from"], case["actual_until"]) for case in trained} == {("2025-06-02", "2025-06-07")}
    assert {case["funding"][0]["reference"] for case in trained} == {""}
