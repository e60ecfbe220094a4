"""The demonstration data as a whole: in every year alike, entered once, every fact with its source."""

from collections import Counter
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from application.bitim import PROJECTIONS, Bitim
from application.demo import zarafshon
from application.demo.entering import PAGES, enter
from application.demo.zarafshon import cases
from domain.memorandum.lifecycle import STAGES, awaited, stage
from domain.memorandum.memorandum import Memorandum
from domain.memorandum.reference import Reference, reference_id
from domain.memorandum.standing import STANDINGS
from domain.memorandum.term import TERM_KINDS
from domain.shared.act import Act
from domain.shared.event import Event
from domain.shared.moment import TASHKENT
from tests.application.office import nothing_stored, open_bitim, refused
from tests.application.read_models import assert_rebuilt_equals_kept
from tests.application.sample import Ticking
from tests.databases import Database

LEAP_DAY, LAST_OF_YEAR, FIRST_OF_ACADEMIC_YEAR = "2028-02-29", "2026-12-31", "2027-09-01"


def a_morning(day: str) -> Ticking:
    return Ticking(datetime.fromisoformat(f"{day}T05:00:00+00:00").astimezone(UTC))


def recorded(bitim: Bitim) -> list[Event]:
    return [bitim.store.decode(notification) for notification in bitim.store.notifications(0, limit=10_000)]


def memorandum_called(bitim: Bitim, reference: str) -> Memorandum:
    holder = bitim.store.get(Reference, reference_id(reference)).memorandum_id
    return bitim.store.get(Memorandum, UUID(holder))


def told_and_found(bitim: Bitim, reference: str, told: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the data file promises of a memorandum, and what has become of it."""
    memorandum = memorandum_called(bitim, reference)
    interval = memorandum.timeline(TASHKENT).on(bitim.today())
    latest = memorandum.editions[f"e{max(int(edition_id[1:]) for edition_id in memorandum.editions)}"]
    found = {
        "standing": interval.standing if interval else None,
        "stage": stage(latest),
        "awaits": awaited(latest)[0]["approval"] if awaited(latest) else None,
        "archived": memorandum.archived,
    }
    promised = {name: told[name] for name in found if name in told}
    return promised, {name: found[name] for name in promised}


def not_as_told(bitim: Bitim) -> dict[str, Any]:
    """The fictitious memorandums that have become something else than the data files promise."""
    pairs = {name: told_and_found(bitim, name, told) for name, told in zarafshon.stories().items()}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def test_on_a_leap_day_it_is_entered_as_told_and_a_second_time_changes_nothing(database: Database) -> None:
    with open_bitim(database, a_morning(LEAP_DAY)) as bitim:
        assert enter(bitim) is True
        with nothing_stored(bitim):
            assert enter(bitim) is False

        assert not_as_told(bitim) == {}


def test_at_the_end_of_a_year_it_is_as_told_and_every_entry_cites_its_source(database: Database) -> None:
    with open_bitim(database, a_morning(LAST_OF_YEAR)) as bitim:
        enter(bitim)
        events = recorded(bitim)

        assert not_as_told(bitim) == {}
        by_stage = {group["value"]: group["number"] for group in bitim.caseload.summary(by="stage")["groups"]}
        assert sum(by_stage.values()) == cases.NUMBER + 5
        assert {"nominated", "accepted", "started", "completed", "recognised", "cancelled"} <= set(by_stage)
        years = bitim.caseload.summary(by="academic_year", as_of="2100-12-31")["groups"]
        assert len({group["value"] for group in years if group["value"]}) >= 7
        assert bitim.coverage.uncovered(limit=1)["after"]

    assert [event for event in events if event.source is None] == []
    titles = Counter(event.source["title"].split(":")[0] for event in events if event.source)
    assert set(titles) == {*(page.PAGE.code for page in PAGES), zarafshon.REGISTER}


def test_as_an_academic_year_begins_it_is_as_told_and_nothing_of_it_disagrees(database: Database) -> None:
    with open_bitim(database, a_morning(FIRST_OF_ACADEMIC_YEAR)) as bitim:
        enter(bitim)
        bitim.sweep()

        assert not_as_told(bitim) == {}
        assert bitim.check().findings == ()
        assert_rebuilt_equals_kept(bitim.projector, PROJECTIONS)


def test_it_shows_everything_that_a_register_can_hold() -> None:
    stories = zarafshon.stories()
    partners = zarafshon.read("partners.toml")
    told = " ".join(str(story) for story in stories.values())

    assert 60 <= len(stories) <= 70
    assert len({partner["country"] for partner in partners.values()}) == 20
    assert {story["standing"] for story in stories.values()} == set(STANDINGS)
    assert {story["stage"] for story in stories.values() if "stage" in story} == set(STAGES)
    assert {kind for kind in TERM_KINDS if f"'kind': '{kind}'" not in told} == {"unknown"}  # that is to say nothing
    assert all(verb in told for verb in _ACTS)


_ACTS = (
    "propose_renewal propose_amendment object give_notice suspend resume terminate supersede correct retract revert "
    "withdraw note attach archive return_for_changes plan_signing name_counterparty complete_stub giver_only "
    "record_partner_reference name_contact assign_owner place_under_framework"
).split()


def test_it_is_refused_where_an_office_is_at_work(database: Database) -> None:
    with open_bitim(database, a_morning(LEAP_DAY)) as bitim:
        act = Act("officer-1")
        bitim.partners.register(act, name="University of Cantabria", kind="university", country="ES")

        with refused(bitim, "register_in_use"):
            enter(bitim)


def test_it_is_refused_where_a_part_of_it_was_entered(database: Database) -> None:
    with open_bitim(database, a_morning(LEAP_DAY)) as bitim:
        first = next(iter(zarafshon.stories()))
        with bitim.store.command() as unit:
            unit.add(Reference.issue(Act("demonstration"), number=first, memorandum_id=UUID(int=1)))

        with refused(bitim, "demo_incomplete"):
            enter(bitim)
