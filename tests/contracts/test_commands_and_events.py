"""Every command can be given and is shown at work and refused; every event has words and a frozen sample."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from application.institution.commands import InstitutionCommands
from application.memorandum.commands import Memorandums
from application.memorandum.sweep import Sweep
from application.mobility.commands import MobilityCases
from application.partner.commands import Partners
from application.request.commands import Requests
from domain.institution.institution import Institution
from domain.memorandum.memorandum import Memorandum
from domain.mobility.case import MobilityCase
from domain.partner.partner import Partner
from domain.request.request import PartnershipRequest
from domain.shared.act import Act
from domain.shared.correction import CorrectableEvent, Correction, Retraction
from tests import given
from tests.application.office import open_bitim
from tests.application.sample import Hands
from tests.contracts import promises, samples
from tests.contracts.lives import LIVES, Place, events_of, folded, places
from tests.databases import Database
from web.wording import history
from web.wording.names import Names

CONCEPTS: dict[type, tuple[type, str]] = {
    Memorandum: (Memorandums, "memorandum"),
    Partner: (Partners, "partner"),
    Institution: (InstitutionCommands, "institution"),
    PartnershipRequest: (Requests, "request"),
    MobilityCase: (MobilityCases, "mobility"),
}
"""Each aggregate that has commands, with its use cases and the room of its tests."""

OF_THE_SWEEP = {"write_down"}
"""What no person commands: the sweep does it."""


@pytest.fixture(scope="module")
def lives() -> dict[str, Place]:
    return places()


def sources_of(room: str) -> list[str]:
    return [path.read_text("utf-8") for path in sorted((promises.ROOT / "tests/domain" / room).glob("test_*.py"))]


@pytest.mark.parametrize("aggregate", CONCEPTS, ids=lambda aggregate: aggregate.__name__)
def test_every_command_has_a_use_case_with_its_fields(aggregate: type) -> None:
    use_cases, _ = CONCEPTS[aggregate]

    assert set(promises.without_use_case(aggregate, use_cases)) - OF_THE_SWEEP == set()
    assert "__call__" in vars(Sweep)


@pytest.mark.parametrize("aggregate", CONCEPTS, ids=lambda aggregate: aggregate.__name__)
def test_every_command_is_shown_at_work_and_refused(aggregate: type) -> None:
    verbs, tests = promises.commands_of(aggregate), sources_of(CONCEPTS[aggregate][1])

    assert verbs
    assert list(promises.without_success_test(verbs, tests)) == []
    assert list(promises.without_refusal_test(verbs, tests)) == []


class Parcel:
    """A concept that keeps none of the promises."""

    def post(self, act: Act, *, address: str) -> None:
        """A command that has a use case, but not for its field."""

    def lose(self, act: Act) -> None:
        """A command that nobody can give."""

    def weigh(self) -> int:
        """No command."""
        return 0


class Parcels:
    def post(self, parcel_id: int, act: Act) -> None:
        """Its only use case."""


def test_a_command_without_use_case_or_field_is_found() -> None:
    assert sorted(promises.without_use_case(Parcel, Parcels)) == ["lose", "post(address)"]


@pytest.mark.parametrize(
    ("test", "success", "refusal"),
    [
        ("def test_post_sends_it(): ...", True, False),
        ("def test_s99_post_sends_it(): ...", True, False),
        ("def test_post_refuses_stones():\n    with refused(): ...", False, True),
        ("def test_post_refuses_stones(): ...", False, False),
        ("def test_it_is_posted(): ...", False, False),
        ("def test_postpone_works(): ...", False, False),
    ],
)
def test_a_command_without_a_test_is_found(test: str, success: bool, refusal: bool) -> None:
    assert list(promises.without_success_test(["post"], [test])) == ([] if success else ["post"])
    assert list(promises.without_refusal_test(["post"], [test])) == ([] if refusal else ["post"])


def test_every_event_happens_in_one_of_the_lives(lives: dict[str, Place]) -> None:
    assert {event.TOPIC for event in promises.events_of_the_domain()} == set(lives)


def test_every_event_has_a_frozen_sample(lives: dict[str, Place]) -> None:
    assert samples.missing(lives, samples.SAMPLES) == []


def test_every_event_is_stored_as_it_was_frozen(lives: dict[str, Place]) -> None:
    assert samples.changed(lives, samples.SAMPLES) == []


def test_every_frozen_sample_still_applies_in_its_life(lives: dict[str, Place]) -> None:
    assert samples.unfit(lives, samples.SAMPLES) == []


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The samples, to be spoiled."""
    return Path(shutil.copytree(samples.SAMPLES, tmp_path / "events"))


def test_an_event_without_a_sample_is_found_and_frozen(copied: Path, lives: dict[str, Place]) -> None:
    (copied / "memorandum.noted.v1.json").unlink()

    assert samples.missing(lives, copied) == ["memorandum.noted.v1.json"]
    assert samples.freeze(lives, copied) == ["memorandum.noted.v1.json"]
    assert samples.missing(lives, copied) == samples.changed(lives, copied) == []


def test_an_event_that_is_stored_otherwise_is_found(copied: Path, lives: dict[str, Place]) -> None:
    noted = copied / "memorandum.noted.v1.json"
    noted.write_bytes(noted.read_bytes().replace(b'"note"', b'"text"'))

    assert samples.changed(lives, copied) == ["memorandum.noted.v1.json"]


@pytest.mark.parametrize("lost", ["place", "office"])
def test_a_sample_that_lacks_a_field_of_today_is_found(copied: Path, lives: dict[str, Place], lost: str) -> None:
    signed = copied / "memorandum.signed.v1.json"
    signed.write_bytes(signed.read_bytes().replace(b'"%b"' % lost.encode(), b'"was_called_so"'))

    assert samples.unfit(lives, copied) == ["memorandum.signed.v1"]


def test_a_sample_of_an_event_that_is_gone_is_found(copied: Path, lives: dict[str, Place]) -> None:
    (copied / "memorandum.eaten_by_the_dog.v1.json").write_bytes(b"{}")

    assert samples.unfit(lives, copied) == ["memorandum.eaten_by_the_dog.v1"]


CORRECTABLE = [
    pytest.param(life, event.originator_version, field, id=f"{life.__name__}-{event.originator_version}-{field}")
    for life in LIVES
    for event in events_of(life)
    if isinstance(event, CorrectableEvent) and not isinstance(event, (Correction, Retraction))
    for field in sorted(event.correctable())
]
"""Every field of every event that a correction may change."""


@pytest.mark.parametrize(("life", "version", "field"), CORRECTABLE)
def test_every_correctable_field_can_be_read_from_a_correction(life: Any, version: int, field: str) -> None:
    aggregate = folded(events_of(life)[:version])
    event = aggregate.recorded[-1]
    if isinstance(event, aggregate.CORRECTIONS.final):
        return

    with given.on("2026-09-14"):
        aggregate.correct(given.with_a_reason(), event_version=version, field=field, value=event.value_of(field))

    assert aggregate.version == version  # it reads so already


@pytest.mark.parametrize("life", [life for life in LIVES if isinstance(life(), Memorandum)])
def test_every_event_of_a_memorandum_is_in_its_history_with_words_and_values(database: Database, life: Any) -> None:
    events = events_of(life)
    with open_bitim(database, Hands()) as bitim:
        bitim.store.log.append([samples.as_stored(event) for event in events])
        entries = bitim.history.of(given.MEMORANDUM)["items"]

    assert [entry["topic"] for entry in entries] == [event.TOPIC for event in events]
    silent = [entry["topic"] for entry in entries if not history.sentence(entry, Names())]
    without_values = [e["topic"] for e in entries if not history.changes(e, Names()) and not history.standings(e)]
    assert (silent, without_values) == ([], [])


OTHERS = [life for life in LIVES if isinstance(life(), (MobilityCase, Partner))]
"""The lives of other records that have a history of their own."""


@pytest.mark.parametrize("life", OTHERS)
def test_every_event_of_a_case_or_partner_is_in_its_history_with_words_and_values(
    database: Database, life: Any
) -> None:
    events = events_of(life)
    with open_bitim(database, Hands()) as bitim:
        bitim.store.log.append([samples.as_stored(event) for event in events])
        histories = bitim.partner_history if isinstance(life(), Partner) else bitim.case_history
        entries = histories.of(events[0].originator_id)["items"]

    assert [entry["topic"] for entry in entries] == [event.TOPIC for event in events]
    silent = [entry["topic"] for entry in entries if not history.sentence(entry, Names())]
    without_values = [entry["topic"] for entry in entries if not history.changes(entry, Names())]
    assert (silent, without_values) == ([], [])


def test_every_event_has_a_sentence() -> None:
    assert promises.without_sentence(promises.events_of_the_domain(), history.SENTENCES) == []


def test_an_event_without_a_sentence_is_found() -> None:
    spoken = set(history.SENTENCES) - {"partner.renamed"}

    assert promises.without_sentence(promises.events_of_the_domain(), spoken) == ["partner.renamed"]
