"""The list of requests for a partnership."""

from __future__ import annotations

from uuid import UUID

import pytest

from application.bitim import Bitim
from application.read_models import PROJECTIONS
from domain.shared.errors import Invalid, NotFound
from tests import given
from tests.application.office import act
from tests.application.read_models import assert_rebuilt_equals_kept
from tests.application.sample import Hands


def asked(bitim: Bitim, purpose: str = "Joint research") -> UUID:
    return bitim.requests.make(act(), requester="professor-3", purpose=purpose, partner_id=str(given.CANTABRIA)).id


def listed(bitim: Bitim, status: str | None = None) -> list[str]:
    return [request["id"] for request in bitim.request_list.list(status=status)["items"]]


def test_requests_are_listed_by_what_became_of_them(bitim: Bitim, clock: Hands) -> None:
    waiting, declined, accepted, withdrawn = (asked(bitim) for _ in range(4) if clock.move(minutes=1) is None)
    bitim.requests.decline(declined, act(reason="No budget"))
    bitim.requests.accept(
        accepted,
        act(),
        kind="memorandum_of_understanding",
        owner="employee-7",
        content=given.a_content(parties=given.parties(given.CANTABRIA)),
    )
    bitim.requests.withdraw(withdrawn, act(actor="professor-3"))

    assert listed(bitim) == [str(one) for one in (withdrawn, accepted, declined, waiting)]
    assert listed(bitim, "open") == [str(waiting)]
    assert listed(bitim, "accepted") == [str(accepted)]
    assert listed(bitim, "declined") == [str(declined)]
    assert listed(bitim, "withdrawn") == [str(withdrawn)]


def test_a_request_tells_who_answered_it_and_why(bitim: Bitim) -> None:
    request_id = asked(bitim)
    assert bitim.request_list.get(request_id)["answer"] is None

    bitim.requests.decline(request_id, act(reason="No budget"))

    shown = bitim.request_list.get(request_id)
    assert (shown["status"], shown["version"], shown["purpose"]) == ("declined", 2, "Joint research")
    assert (shown["answer"]["actor"], shown["answer"]["reason"]) == (given.OFFICER, "No budget")


def test_an_accepted_request_names_its_draft(bitim: Bitim) -> None:
    request_id = asked(bitim)
    draft = bitim.requests.accept(
        request_id,
        act(),
        kind="memorandum_of_understanding",
        owner="employee-7",
        content=given.a_content(parties=given.parties(given.CANTABRIA)),
    )

    (shown,) = bitim.request_list.list()["items"]
    assert shown["memorandum_id"] == str(draft.id)


def test_the_list_is_that_known_at_the_instant(bitim: Bitim, clock: Hands) -> None:
    request_id = asked(bitim)
    before = clock.instant
    clock.move(minutes=1)
    bitim.requests.decline(request_id, act(reason="No budget"))

    assert [one["status"] for one in bitim.request_list.list(known_at=before)["items"]] == ["open"]
    assert bitim.request_list.list(status="declined", known_at=before)["items"] == []


def test_the_pages_make_up_the_whole_though_all_were_made_at_once(bitim: Bitim) -> None:
    made = {str(asked(bitim)) for _ in range(3)}

    first = bitim.request_list.list(limit=2)
    second = bitim.request_list.list(limit=2, after=first["after"])

    assert {one["id"] for one in (*first["items"], *second["items"])} == made
    assert second["after"] is None


def test_what_is_not_there_or_out_of_form_is_refused(bitim: Bitim) -> None:
    with pytest.raises(NotFound):
        bitim.request_list.get(UUID(int=404))
    with pytest.raises(Invalid):
        bitim.request_list.list(status="lost")


def test_a_list_filled_anew_equals_the_one_that_was_kept(bitim: Bitim, clock: Hands) -> None:
    request_id = asked(bitim)
    clock.move(minutes=1)
    bitim.requests.decline(request_id, act(reason="No budget"))

    kept = assert_rebuilt_equals_kept(bitim.projector, PROJECTIONS)

    assert len(kept["partnership_request"]) == 2
