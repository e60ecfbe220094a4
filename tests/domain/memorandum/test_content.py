"""What an edition may say: the bounds of each part, and what contradicts itself."""

from typing import Any

import pytest

from domain.memorandum import content
from domain.memorandum.content import LONGEST_TEXT, LONGEST_TITLE, MOST_PARTIES
from domain.shared.codes import AREAS
from domain.shared.errors import Invalid
from domain.shared.isced import FIELDS_OF_STUDY
from tests import given

OURS = {"partner_id": str(given.OURS), "ours": True}
THEIRS = {"partner_id": str(given.SHANDONG), "ours": False}
LANGUAGES = [f"a{letter}" for letter in "abcdefghijklmnopqrstu"]


def others(count: int) -> list[dict[str, Any]]:
    return [{"partner_id": f"00000000-0000-4000-8000-{number:012}", "ours": False} for number in range(count)]


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("titles", {"en": "T" * LONGEST_TITLE}),
        ("titles", dict.fromkeys(LANGUAGES[:20], "Title")),
        ("texts", {"en": "T" * LONGEST_TEXT, "uz-Latn": ""}),
        ("texts", {}),
        ("parties", [OURS, *others(MOST_PARTIES - 1)]),
        ("parties", [OURS, {"counterparty": "C" * 200, "ours": False}]),
        ("parties", [{**OURS, "unit": "U" * 200}, OURS, THEIRS]),
        ("areas", list(AREAS)),
        ("areas", [{"area": "other", "fields": sorted(FIELDS_OF_STUDY)[:100]}]),
        ("areas", []),
        ("effective_on", "1900-01-01"),
        ("effective_on", "2100"),
    ],
)
def test_a_part_at_its_bound_is_taken(part: str, value: Any) -> None:
    assert content.content(given.a_content(**{part: value}))[part] is not None


@pytest.mark.parametrize(
    ("part", "value", "field"),
    [
        ("titles", {}, "titles"),
        ("titles", {"en": ""}, "titles.en"),
        ("titles", {"en": "T" * (LONGEST_TITLE + 1)}, "titles.en"),
        ("titles", dict.fromkeys(LANGUAGES, "Title"), "titles"),
        ("titles", {"English": "Title"}, "titles"),
        ("titles", {"en": "Two\nlines"}, "titles.en"),
        ("texts", {"en": "T" * (LONGEST_TEXT + 1)}, "texts.en"),
        ("texts", {"en": None}, "texts.en"),
        ("parties", [OURS], "parties"),
        ("parties", [OURS, *others(MOST_PARTIES)], "parties"),
        ("parties", [OURS, "Shandong"], "parties.1"),
        ("parties", [OURS, {**THEIRS, "role": "host"}], "parties.1"),
        ("parties", [OURS, {"partner_id": "Shandong", "ours": False}], "parties.1.partner_id"),
        ("parties", [OURS, {"counterparty": "C" * 201, "ours": False}], "parties.1.counterparty"),
        ("parties", [OURS, {"counterparty": "", "ours": False}], "parties.1"),
        ("parties", [OURS, {**THEIRS, "unit": "U" * 201}], "parties.1.unit"),
        ("parties", [OURS, {**THEIRS, "ours": "no"}], "parties.1"),
        ("parties", [{"counterparty": "our new branch", "ours": True}, THEIRS], "parties.0"),
        ("parties", {"p1": OURS}, "parties"),
        ("areas", "student_exchange", "areas"),
        ("areas", ["sport"], "areas.0.area"),
        ("areas", ["training", "training"], "areas.1"),
        ("areas", [{"area": "training", "fields": ["9x"]}], "areas.0.fields"),
        ("areas", [{"area": "training", "fields": sorted(FIELDS_OF_STUDY)[:101]}], "areas.0"),
        ("areas", [{"area": "training", "field": "0611"}], "areas.0"),
        ("areas", [{"fields": ["0611"]}], "areas.0.area"),
        ("effective_on", "2026-02-30", "effective_on"),
        ("effective_on", "2101", "effective_on"),
        ("term", {"kind": "fixed", "until": "1899"}, "term.until"),
    ],
)
def test_a_part_beyond_its_bound_is_refused_by_name(part: str, value: Any, field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        content.content(given.a_content(**{part: value}))

    assert refusal.value.field == field


@pytest.mark.parametrize(
    ("sides", "accepts"),
    [
        ([THEIRS, {"partner_id": str(given.CANTABRIA), "ours": False}], "ours_and_another"),
        ([OURS, {"partner_id": str(given.CANTABRIA), "ours": True}], "ours_and_another"),
        ([OURS, THEIRS, THEIRS], "each_once"),
        ([OURS, {**THEIRS, "unit": "Law"}, {**THEIRS, "unit": "LAW"}], "each_once"),
        ([{**OURS, "party_id": "p1"}, {**THEIRS, "party_id": "p1"}], "each_once"),
    ],
)
def test_r38_each_party_is_there_once_and_one_is_ours_and_one_is_not(sides: list[Any], accepts: str) -> None:
    with pytest.raises(Invalid) as refusal:
        content.parties(sides)

    assert (refusal.value.field, refusal.value.data["accepts"]) == ("parties", accepts)


def test_r38_units_of_one_partner_are_parties_of_their_own() -> None:
    sides = [OURS, {**THEIRS, "unit": "Faculty of Law"}, {**THEIRS, "unit": "Library"}]

    assert [side["party_id"] for side in content.parties(sides)] == ["p1", "p2", "p3"]


def test_a_part_of_another_name_is_refused_with_the_parts_there_are() -> None:
    with pytest.raises(Invalid) as refusal:
        content.content(given.a_content(title="Memorandum"))

    assert (refusal.value.field, refusal.value.data["limits"]) == ("title", {"values": content.PARTS})


@pytest.mark.parametrize("part", ["titles", "parties"])
def test_a_text_needs_titles_and_parties_unless_it_is_known_from_paper(part: str) -> None:
    unknown = {**dict.fromkeys(content.PARTS), "conditions": []}  # places that are not stated are none
    assert content.content({}, from_paper=True) == unknown
    with pytest.raises(Invalid) as refusal:
        content.content(given.a_content(**{part: None}))

    assert refusal.value.field == part


PLACES: dict[str, Any] = {"direction": "outgoing", "purpose": "studies", "places": 2}


def test_places_are_granted_by_direction_purpose_year_field_and_level() -> None:
    narrow = {**PLACES, "academic_years": ["2026/2027", "2025/2026"], "fields": ["0711"], "levels": ["7", 6]}

    read = given.a_drafted_memorandum(conditions=[PLACES, narrow]).edition("e1").content["conditions"]

    assert read[0] == {**PLACES, "academic_years": [], "fields": [], "levels": []}
    assert read[1] == {**narrow, "academic_years": ["2025/2026", "2026/2027"], "levels": [6, 7]}


def test_an_edition_that_states_no_places_hashes_as_it_did_before_places_were_known() -> None:
    plain = given.a_drafted_memorandum().edition("e1").content
    before = {part: value for part, value in plain.items() if part != "conditions"}

    assert content.content_hash("other", plain) == content.content_hash("other", before)


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ("two", "conditions"),
        ([PLACES, PLACES], "conditions"),
        ([{**PLACES, "places": -1}], "conditions.0.places"),
        ([{**PLACES, "places": True}], "conditions.0.places"),
        ([{**PLACES, "purpose": "holiday"}], "conditions.0.purpose"),
        ([{**PLACES, "direction": "up"}], "conditions.0.direction"),
        ([{**PLACES, "levels": [9]}], "conditions.0.levels.0"),
        ([{**PLACES, "academic_years": ["2025"]}], "conditions.0.academic_years.0"),
        ([{**PLACES, "fields": "0711"}], "conditions.0.fields"),
        ([{**PLACES, "names": []}], "conditions.0"),
    ],
)
def test_places_out_of_form_are_refused(value: Any, field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        given.a_drafted_memorandum(conditions=value)

    assert refusal.value.field == field
