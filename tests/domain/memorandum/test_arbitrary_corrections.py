"""Whatever is given as the corrected value of a field is taken or refused, never anything else."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from domain.memorandum.memorandum import Memorandum
from domain.shared.errors import BitimError, Invalid
from domain.shared.moment import TASHKENT, Moment, at
from tests import given
from tests.domain.memorandum.asking import fixed, months, tacit
from tests.domain.test_hostile_input import ANYTHING

NEARLY = st.sampled_from(
    [
        None,
        "2026-09",
        "2027-01-01",
        "2019",
        fixed(until="2026"),
        tacit(renewal=months(1)),
        {"kind": "unknown"},
        months(6),
        True,
        given.parties(),
        [{"party_id": "p1", "signatory": "A", "signed_on": "2026-02"}],
        {"title": "Scan", "passage": ""},
        {"title": "Scan", "passage": 7},
        {"title": None},
        {"title": "Scan", "sha256": 5},
    ]
)


def a_rich_memorandum() -> Memorandum:
    """One with an event of every kind that can be corrected."""
    memorandum = given.a_signed_memorandum("2026-02-01", term=tacit(length=months(12), renewal=months(12)))
    memorandum.propose_amendment(given.an_act("2026-02-10"), amends="e1", changes={"areas": ["training"]})
    amendment = f"e{memorandum.version}"
    memorandum.plan_signing(given.an_act("2026-02-11"), edition_id=amendment, event="Forum", planned_for="2026-10")
    memorandum.revise(given.an_act("2026-02-12"), edition_id=amendment, changes={"titles": {"en": "Amended"}})
    memorandum.withdraw(given.an_act("2026-02-13"), edition_id=amendment)
    memorandum.suspend(given.an_act("2026-03-01"))
    memorandum.resume(given.an_act("2026-04-01"))
    memorandum.object(given.an_act("2026-05-01"), party_id="p2", against="2027-01-31")
    memorandum.give_notice(given.an_act("2026-05-02"), party_id="p2", effective_on="2027-03-01")
    memorandum.record_edition(
        given.an_act(None, source=given.SCAN), edition=given.an_edition_from_paper("2010", term=None, areas=None)
    )
    paper = f"e{memorandum.version}"
    memorandum.complete_stub(given.an_act(None, source=given.SCAN), edition_id=paper, known={"areas": ["training"]})
    memorandum.note(given.an_act(), note="Seen.")
    memorandum.assign_owner(given.an_act(), owner="employee-8")
    memorandum.attach_document(
        given.an_act(), edition_id="e1", sha256="ab" * 32, filename="a.pdf", media_type="application/pdf", size=1
    )
    memorandum.supersede(given.an_act("2026-09-01"), by_memorandum_id=str(given.REQUEST), effective_on="2026-12-01")
    return memorandum


with at(Moment(given.NOW)):
    PLACES = sorted({(e.TOPIC, e.originator_version, f) for e in a_rich_memorandum().recorded for f in e.correctable()})


@settings(max_examples=300)
@drawn(place=st.sampled_from(PLACES), value=ANYTHING | NEARLY)
def test_any_value_corrects_or_is_refused(place: tuple[str, int, str], value: Any) -> None:
    _, version, field = place
    with at(Moment(given.NOW)):
        memorandum = a_rich_memorandum()
        with suppress(BitimError):
            memorandum.correct(given.with_a_reason(), event_version=version, field=field, value=value)
        memorandum.timeline(TASHKENT)


@settings(max_examples=60)
@drawn(version=st.integers(-3, 40), field=st.sampled_from([f for _, _, f in PLACES]) | st.text(max_size=10))
def test_any_place_of_a_correction_or_retraction_is_found_or_refused(version: int, field: str) -> None:
    with at(Moment(given.NOW)):
        memorandum = a_rich_memorandum()
        with suppress(BitimError):
            memorandum.correct(given.with_a_reason(), event_version=version, field=field, value="2026-01")
        with suppress(BitimError):
            memorandum.retract(given.with_a_reason(), event_version=version)
        memorandum.timeline(TASHKENT)


@pytest.mark.parametrize("value", [{"title": "Scan", "passage": 7}, {"passage": "p. 2"}, "Scan", {"title": ""}])
def test_a_source_out_of_form_is_refused(value: Any) -> None:
    memorandum = a_rich_memorandum()

    with pytest.raises(Invalid) as refusal:
        memorandum.correct(given.with_a_reason(), event_version=1, field="source", value=value)

    assert refusal.value.field.startswith(("value", "source"))
