"""The directory of partners: names in time, found however they are spelled."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from application.bitim import Bitim
from application.read_models import PROJECTIONS
from domain.shared.errors import Invalid, NotFound
from tests import given
from tests.application.office import act
from tests.application.read_models import assert_rebuilt_equals_kept
from tests.application.sample import Hands

SHANDONG, CANTABRIA, OURS = (str(id_) for id_ in (given.SHANDONG, given.CANTABRIA, given.OURS))


def found(bitim: Bitim, **asked: Any) -> list[str]:
    return [partner["id"] for partner in bitim.partner_directory.list(**asked)["items"]]


def test_partners_are_listed_in_the_order_of_their_names(bitim: Bitim) -> None:
    assert found(bitim) == [OURS, SHANDONG, CANTABRIA]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"q": "shandong"}, [SHANDONG]),
        ({"q": "JIANSHU"}, [SHANDONG]),
        ({"q": "university"}, [SHANDONG, CANTABRIA]),
        ({"q": "sdjzu.edu"}, [SHANDONG]),
        ({"q": "university of shandong"}, []),
        ({"country": "ES"}, [CANTABRIA]),
        ({"kind": "enterprise"}, []),
        ({"country": "CN", "kind": "university", "q": "jianzhu"}, [SHANDONG]),
    ],
)
def test_a_partner_is_found_by_names_aliases_identifiers_country_and_kind(
    bitim: Bitim, asked: dict[str, Any], expected: list[str]
) -> None:
    bitim.partners.add_alias(given.SHANDONG, act(), alias="Shandong Jianshu University")
    bitim.partners.identify(given.SHANDONG, act(), scheme="schac", value="sdjzu.edu.cn")

    assert found(bitim, **asked) == expected


def test_the_pages_of_the_directory_make_up_the_whole(bitim: Bitim) -> None:
    first = bitim.partner_directory.list(limit=2)
    second = bitim.partner_directory.list(limit=2, after=first["after"])

    assert [one["id"] for one in (*first["items"], *second["items"])] == [OURS, SHANDONG, CANTABRIA]
    assert second["after"] is None


def test_a_name_is_that_of_the_day_asked(bitim: Bitim) -> None:
    bitim.partners.rename(given.SHANDONG, act("2025-05-05"), name="Shandong University of Architecture")

    def name(day: str) -> str:
        return str(bitim.partner_directory.get(given.SHANDONG, as_of=day)["name"])

    assert (name("1990-01-01"), name("2025-05-04")) == ("Shandong Jianzhu University",) * 2
    assert (name("2025-05-05"), name("2030-01-01")) == ("Shandong University of Architecture",) * 2
    assert bitim.partner_directory.get(given.SHANDONG)["names"] == [
        {"name": "Shandong Jianzhu University", "since": None},
        {"name": "Shandong University of Architecture", "since": "2025-05-05"},
    ]
    assert found(bitim, q="jianzhu") == found(bitim, q="architecture") == [SHANDONG]


def test_while_it_is_uncertain_whether_a_name_had_changed_the_older_one_is_shown(bitim: Bitim) -> None:
    bitim.partners.rename(given.SHANDONG, act("2025-05"), name="Shandong University of Architecture")

    names = [bitim.partner_directory.names([SHANDONG], as_of=day)[SHANDONG] for day in ("2025-05-30", "2025-05-31")]
    assert names == ["Shandong Jianzhu University", "Shandong University of Architecture"]


def test_names_are_those_known_at_the_instant(bitim: Bitim, clock: Hands) -> None:
    before = clock.instant
    clock.move(minutes=1)
    bitim.partners.correct(
        given.SHANDONG, act(reason="Misspelt"), event_version=1, field="name", value="Shandong Jianzhu Univ."
    )

    assert bitim.partner_directory.names([SHANDONG]) == {SHANDONG: "Shandong Jianzhu Univ."}
    assert bitim.partner_directory.names([SHANDONG], known_at=before) == {SHANDONG: "Shandong Jianzhu University"}
    assert bitim.partner_directory.names([SHANDONG], known_at="2020-01-01") == {}


def test_a_partner_is_shown_with_its_memorandums(bitim: Bitim) -> None:
    memorandum_id = bitim.memorandums.draft(
        act(), kind="memorandum_of_understanding", owner="employee-7", content=given.a_content()
    ).id

    assert [row["id"] for row in bitim.partner_directory.get(given.SHANDONG)["memorandums"]] == [str(memorandum_id)]
    assert bitim.partner_directory.get(given.CANTABRIA)["memorandums"] == []


def test_who_took_whose_place_is_told_at_both_ends(bitim: Bitim, clock: Hands) -> None:
    before = clock.instant
    clock.move(days=1)
    bitim.partners.record_successor(given.SHANDONG, act(), successor_id=CANTABRIA, effective_on="2026-03")

    (successor,) = bitim.partner_directory.get(given.SHANDONG)["successors"]
    (predecessor,) = bitim.partner_directory.get(given.CANTABRIA)["predecessors"]

    assert successor == {"partner_id": CANTABRIA, "on": "2026-03", "name": "University of Cantabria"}
    assert predecessor == {"partner_id": SHANDONG, "on": "2026-03", "name": "Shandong Jianzhu University"}
    assert bitim.partner_directory.get(given.CANTABRIA, known_at=before)["predecessors"] == []
    assert bitim.partner_directory.get(given.SHANDONG)["predecessors"] == []


def test_a_partner_that_was_not_known_has_no_name(bitim: Bitim) -> None:
    shown = bitim.partner_directory.get(given.SHANDONG, known_at="2020-01-01")

    assert (shown["id"], shown["name"], shown["version"]) == (SHANDONG, None, 1)


def test_a_partner_that_is_not_there_and_questions_out_of_form_are_refused(bitim: Bitim) -> None:
    with pytest.raises(NotFound):
        bitim.partner_directory.get(UUID(int=404))
    for asked in ({"country": "XX"}, {"q": "x" * 300}, {"limit": 0}, {"after": "nonsense"}, {"as_of": "2026"}):
        with pytest.raises(Invalid):
            bitim.partner_directory.list(**asked)


def test_a_directory_filled_anew_equals_the_one_that_was_kept(bitim: Bitim, clock: Hands) -> None:
    clock.move(minutes=1)
    bitim.partners.rename(given.SHANDONG, act("2025-05"), name="Shandong University of Architecture")
    bitim.partners.record_successor(given.SHANDONG, act(), successor_id=CANTABRIA)

    kept = assert_rebuilt_equals_kept(bitim.projector, PROJECTIONS)

    assert len(kept["partner"]) == 5
