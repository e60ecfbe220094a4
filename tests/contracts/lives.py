"""Lives in which everything that can happen happens, the same in every run.

They are told by the commands of today. The frozen samples are events of these lives, each the first of its topic; so a
sample of any age can be put into its place in a life.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, cast

from domain.imported_file.imported_file import ImportedFile
from domain.institution.institution import Institution
from domain.memorandum.memorandum import Memorandum
from domain.memorandum.reference import Reference
from domain.partner.partner import Partner
from domain.request.request import PartnershipRequest
from domain.shared.act import Act
from domain.shared.event import Aggregate, Event
from tests import given
from tests.contracts.lives_of_cases import (
    of_a_cancelled_case,
    of_a_case_from_paper,
    of_a_cotutelle,
    of_a_place_book,
    of_a_semester_abroad,
    of_an_early_return,
)

CONTACT = {"party_id": "p2", "role": "coordination"}
SWEEP = Act("sweep")
DIGEST = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"


def from_draft_to_renewal() -> Memorandum:
    """Drafted, reviewed, signed, amended, renewed; a counterparty named late, a text returned and taken back."""
    with given.on("2026-02-02"):
        memorandum = given.a_drafted_memorandum(
            "2026-01-28", parties=given.parties("A university of architecture"), effective_on=None
        )
        memorandum.plan_signing(
            given.an_act(), edition_id="e1", event="Jinan forum", place="Jinan", planned_for="2026-03"
        )
        memorandum.name_counterparty(
            given.an_act(), edition_id="e1", party_id="p2", partner_id=str(given.SHANDONG), unit="School of Law"
        )
        memorandum.submit(given.an_act(), edition_id="e1", route=["legal"])
    with given.on("2026-02-05"):
        memorandum.return_for_changes(given.with_a_reason("Liability is missing"), edition_id="e1", role="legal")
        memorandum.revise(given.an_act(), edition_id="e1", changes={"areas": ["joint_research"], "term": given.TACIT})
        given.approve(memorandum, "e1")
        memorandum.revise(given.an_act(), edition_id="e1", changes={"titles": {"en": "Memorandum", "zh": "备忘录"}})
        memorandum.revert(given.an_act(), edition_id="e1")
    with given.on("2026-03-10"):
        given.sign(memorandum, "e1", "p1", "2026-03-09")
        memorandum.record_outside_signature(
            given.an_act("2026-03", source=given.SCAN),
            edition_id="e1",
            party_id="p2",
            signatory="Jin Rector",
            office="rector",
            place="Jinan",
        )
        memorandum.record_partner_reference(given.an_act(), party_id="p2", reference="鲁建大-2026-7")
        memorandum.name_contact(given.an_act(), **CONTACT, office="International Office", email="io@sju.example")
        memorandum.withdraw_contact(given.an_act(), **CONTACT)
        memorandum.attach_document(
            given.an_act(),
            edition_id="e1",
            sha256=DIGEST,
            filename="scan.pdf",
            media_type="application/pdf",
            size=5,
            label="scan",
            language="en",
        )
    with given.on("2026-05-04"):
        memorandum.propose_amendment(given.an_act(), amends="e1", changes={"areas": ["joint_research", "training"]})
        given.conclude(memorandum, list(memorandum.editions)[-1])
    with given.on("2026-09-01"):
        memorandum.propose_renewal(given.an_act(), changes={"areas": [{"area": "training", "fields": ["0421"]}]})
        given.conclude(memorandum, list(memorandum.editions)[-1])
        memorandum.assign_owner(given.an_act(), owner="employee-8")
    return memorandum


def from_paper() -> Memorandum:
    """Known from its renewal alone, completed, kept, corrected; suspended, given notice, and superseded."""
    with given.on("2025-06-10"):
        memorandum = given.a_memorandum_from_paper(
            given.an_edition_from_paper(
                "2021-03-01",
                term={"kind": "evergreen", "notice": {"count": 1, "unit": "academic_years"}},
                signatures=[{"party_id": "p2", "signatory": "Jin Rector", "office": "rector", "signed_on": "2021-03"}],
            ),
            updated_form=True,
        )
        memorandum.complete_stub(
            given.with_a_reason(), edition_id="e2", known={"signed_on": "2019", "term": given.FIVE_YEARS}
        )
        memorandum.place_under_framework(given.an_act(), framework_id=str(given.REQUEST))
        memorandum.note(given.an_act(), note="Found in the archive of the rectorate.")
        memorandum.archive(given.an_act())
        memorandum.bring_back(given.an_act())
    with given.on("2025-10-01"):
        memorandum.suspend(given.an_act(), effective_on="2025-11-01", until="2026-08-31")
        memorandum.correct(given.with_a_reason(), event_version=3, field="areas", value=["conferences"])
        memorandum.retract(given.with_a_reason(), event_version=6)
    with given.on("2026-03-02"):
        memorandum.resume(given.an_act("2026-03-01"), effective_on="2026-03-15")
        memorandum.give_notice(given.an_act("2026-03-02"), party_id="p2", effective_on="2026-09-10")
    with given.on("2026-06-01"):
        memorandum.supersede(given.an_act(), by_memorandum_id=str(given.CANTABRIA), effective_on="2026-07-01")
    return memorandum


def as_time_passes() -> Memorandum:
    """Tacitly renewed, objected to, expired."""
    with given.on("2020-05-05"):
        memorandum = given.a_memorandum_from_paper(given.an_edition_from_paper("2012-01-01", term=given.TACIT))
        memorandum.write_down(SWEEP)
    with given.on("2022-01-02"):
        memorandum.object(given.an_act("2021-06-30"), party_id="p2", against="2021-12-31")
        memorandum.write_down(SWEEP)
    return memorandum


def terminated() -> Memorandum:
    """Ended early."""
    with given.on("2026-05-04"):
        memorandum = given.a_signed_memorandum("2026-05-01")
        memorandum.terminate(given.with_a_reason("The faculty is closed"), effective_on="2026-06-01")
    return memorandum


def withdrawn() -> Memorandum:
    """Given up before it was concluded."""
    with given.on("2026-05-04"):
        memorandum = given.a_drafted_memorandum()
        memorandum.withdraw(given.with_a_reason("The partner no longer wishes it"), edition_id="e1")
    return memorandum


def of_a_partner() -> Partner:
    """Renamed, found under another spelling, identified, succeeded, corrected, merged with another, ranked."""
    with given.on("2026-05-04"):
        partner = given.a_partner(
            "Shandong Institute of Architecture",
            aliases=["Shandong Jianshu University"],
            identifiers={"schac": "sdai.edu.cn"},
        )
        partner.rename(given.an_act("2006"), name="Shandong Jianzhu University", effective_on="2006-09-01")
        partner.add_alias(given.an_act(), alias="SDJZU")
        partner.identify(given.an_act(), scheme="schac", value="sdjzu.edu.cn")
        partner.record_successor(given.an_act(), successor_id=str(given.CANTABRIA), effective_on="2027-01-01")
        partner.correct(given.with_a_reason(), event_version=2, field="effective_on", value="2006-10-01")
        partner.retract(given.with_a_reason(), event_version=5)
        partner.absorb(given.a_partner("SDJZU", partner_id=given.MERGED), given.with_a_reason())
        partner.record_ranking(
            given.an_act(), table="QS", edition="2026", rank=801, rank_to=1000, published_on="2025-06"
        )
    return partner


def of_a_merged_partner() -> Partner:
    """A second record of an organisation."""
    with given.on("2026-05-04"):
        partner = given.a_partner("SDJZU", partner_id=given.MERGED)
        partner.merge(given.with_a_reason(), survivor_id=str(given.SHANDONG))
    return partner


def of_the_institution() -> Institution:
    """It defines a kind and sets routes."""
    with given.on("2026-05-04"):
        institution = given.an_institution()
        institution.define_kind(
            given.an_act(),
            kind="olympiad_agreement",
            labels={"en": "Olympiad agreement", "uz": "Olimpiada shartnomasi"},
        )
        institution.set_review_route(given.an_act(), route=["legal", "science"], kind="olympiad_agreement")
        institution.permit_overrides(given.an_act(), roles=["head_of_office"])
        institution.load_universities(given.an_act(), filename="universities.json", sha256="ab" * 32, size=10_251)
    return institution


def of_an_accepted_request() -> PartnershipRequest:
    """Answered with a draft."""
    with given.on("2026-05-04"):
        request = given.a_request(unit="Faculty of Economics")
        request.accept(given.an_act(), memorandum_id=given.MEMORANDUM)
    return request


def of_a_declined_request() -> PartnershipRequest:
    """Answered with a reason."""
    with given.on("2026-05-04"):
        request = given.a_request()
        request.decline(given.with_a_reason("A memorandum with Cantabria is in force"))
    return request


def of_a_withdrawn_request() -> PartnershipRequest:
    """Taken back."""
    with given.on("2026-05-04"):
        request = given.a_request()
        request.withdraw(given.an_act(actor="professor-3"))
    return request


def of_a_reference() -> Reference:
    """Issued, and nothing more for ever."""
    with given.on("2026-05-04"):
        return Reference.issue(given.an_act(), number="MOU-2026-0031", memorandum_id=given.MEMORANDUM)


def of_an_imported_file() -> ImportedFile:
    """Two editions of an office's own register, the second with a row of the first; a question, and its answer."""
    with given.on("2026-05-04"):
        file = ImportedFile.begin(given.an_act(), name="Register of agreements")
        file.take_edition(given.an_act(), sha256=DIGEST, filename="register 2025.xlsx", mapping={"sheets": {}})
        file.take_row(given.an_act(), place=("Agreements", 9), memorandum_id=given.MEMORANDUM)
        file.ask(given.an_act(), place=("Agreements", 9), memorandum_id=given.MEMORANDUM, questions=[given.A_QUESTION])
        file.decide(given.an_act(), question_id="q4", decision="recorded")
        rows = [(("Agreements", 10), str(given.MEMORANDUM))]
        file.take_edition(
            given.an_act(), sha256=DIGEST[::-1], filename="register 2026.xlsx", mapping={"sheets": {}}, rows=rows
        )
    return file


LIVES: tuple[Callable[[], Aggregate], ...] = (
    from_draft_to_renewal,
    as_time_passes,  # ahead of the next one, whose first edition is a stub
    from_paper,
    terminated,
    withdrawn,
    of_a_partner,
    of_a_merged_partner,
    of_the_institution,
    of_an_accepted_request,
    of_a_declined_request,
    of_a_withdrawn_request,
    of_a_reference,
    of_a_semester_abroad,
    of_an_early_return,
    of_a_cotutelle,
    of_a_cancelled_case,
    of_a_case_from_paper,
    of_a_place_book,
    of_an_imported_file,
)


class Place(NamedTuple):
    """An event, and what went before it in its life."""

    event: Event
    before: list[Event]


def events_of(life: Callable[[], Aggregate]) -> list[Event]:
    """The events of a life in order."""
    return cast("list[Event]", list(life().pending_events))


def places() -> dict[str, Place]:
    """The first event of each topic, in its place."""
    found: dict[str, Place] = {}
    for life in LIVES:
        events = events_of(life)
        for index, event in enumerate(events):
            found.setdefault(event.TOPIC, Place(event, events[:index]))
    return found


def folded(events: list[Event]) -> Any:
    """What the events make; None of none."""
    aggregate = None
    for event in events:
        aggregate = event.mutate(aggregate)
    return aggregate
