"""What real registers write, row by row: the sample data that is kept beside the project."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from application.exchange.importing.readings.dates import read_date
from application.exchange.importing.readings.names import organisation, read_country, read_partners
from application.exchange.importing.readings.order import order_of
from application.exchange.importing.readings.terms import TermReading, read_term

DEPARTURES = {
    "n/a": ("It says nothing of the end.", {"reason": "says_nothing_certain"}),
    "Till consent": ("Whose consent, and when, is not said.", {"reason": "says_nothing_certain"}),
    "Extended automatically for further 3 years": (
        "The proposal reads that it was extended once; the words may as well be the rule by which it goes on.",
        {"renewal": "automatic", "renewal_length": "P3Y"},
    ),
    "Renovacion automatica ": (
        "The kind of term is certain; only its lengths are unknown, and stay so.",
        {"renewal": "automatic"},
    ),
    "Indefinido (Renovacion Automatica)": (
        "What has no end does not renew itself: both words are told, and a person decides which holds.",
        {"renewal": "automatic", "open_ended": True, "reason": "says_two_things"},
    ),
    "February 20,2020": ("The proposal leaves it open; the month is named.", {"until": "2020-02-20"}),
    "Febrary 11, 2016": ("The proposal leaves it open; the slip is on the word list.", {"until": "2016-02-11"}),
    "Sep 1, 2021": ("The proposal leaves it open; the month is named.", {"until": "2021-09-01"}),
    "Sept 07, 2021": ("The proposal leaves it open; the month is named.", {"until": "2021-09-07"}),
    "Aug 30, 2021": ("The proposal leaves it open; the month is named.", {"until": "2021-08-30"}),
}
"""Where the reading is not the proposed one: the reason, and the reading."""
BY_THEIR_BEGINNING = {
    "4 años (Renovación Automática) \nSolo hay": (
        "The rest says that the partner changed its policy of renewal: a person must decide.",
        {"length": "P4Y", "renewal": "automatic", "reason": "not_all_understood"},
    ),
    "Terminated after": (
        "The proposal reads nothing; the words name a condition that a person must judge.",
        {"reason": "not_all_understood"},
    ),
}
UNITS = {"days": "D", "months": "M", "years": "Y"}
IN_OUR_WORDS = {
    "on written notice": "on_written_notice",
    "on notice": "on_notice",
    "by joint act": "by_joint_act",
    "by agreement": "by_agreement",
}


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            yield {**row, "text": row["text"].replace("\\n", "\n")}


def told(reading: TermReading) -> dict[str, Any]:
    """The parts that a reading has, lengths as ISO 8601 writes them; the words that were not understood aside."""
    parts = {name: getattr(reading, name) for name in TermReading.__slots__ if name not in ("rest", "candidates")}
    lengths = ("length", "renewal_length", "notice")
    return {
        name: f"P{part.count}{UNITS[part.unit]}" if name in lengths else part for name, part in parts.items() if part
    }


def proposed(reading: dict[str, Any]) -> dict[str, Any]:
    """A proposed reading of a term in our words."""
    ours = {
        "term": "length",
        "renewal_term": "renewal_length",
        "renewal": "renewal",
        "notice": "notice",
        "until": "until",
        "date": "until",
        "not_after": "not_after",
        "superseded_by_agreement_signed": "superseded",
    }
    told = {ours[name]: value for name, value in reading.items() if name in ours}
    told |= {"open_ended": True} if reading.get("open_ended") else {}
    if "renewal" in told:
        told["renewal"] = IN_OUR_WORDS.get(told["renewal"], told["renewal"])
    if reading.get("needs_human"):
        told["reason"] = "not_all_understood"
    if {"superseded", "not_after"} & set(told) or "bounded_by" in reading:
        told |= {"reason": "rests_on_another"} | ({"bounded": True} if "bounded_by" in reading else {})
    return told


def departure(text: str) -> tuple[str, dict[str, Any]] | None:
    begun = (found for beginning, found in BY_THEIR_BEGINNING.items() if text.startswith(beginning))
    return DEPARTURES.get(text) or next(begun, None)


def test_every_term_of_real_registers_is_read_as_proposed_or_departs_with_a_reason(shared_data: Path) -> None:
    found = list(rows(shared_data / "registers/validity_strings.tsv"))
    order = order_of(row["text"] for row in found if "/" in row["text"]).order
    wrong = {}
    for row in found:
        reading = json.loads(row["proposed_reading"])
        if reading.get("several_periods"):
            continue
        departs = departure(row["text"])
        expected = departs[1] if departs else proposed(reading)
        read = told(read_term(row["text"], "years" if row["field"] == "years" else None, order))
        if read != expected:
            wrong[row["text"]] = (read, expected)

    assert len(found) == 54
    assert wrong == {}


def test_every_cell_with_several_dates_is_left_to_a_person_with_its_dates(shared_data: Path) -> None:
    found = list(rows(shared_data / "registers/validity_strings.tsv"))
    order = order_of(row["text"] for row in found if "/" in row["text"]).order
    several = [row for row in found if "several_periods" in row["proposed_reading"]]

    readings = [(read_date(row["text"], order), json.loads(row["proposed_reading"])) for row in several]

    assert len(readings) == 5
    assert {reading.reason for reading, _ in readings} == {"several_dates"}
    assert [list(reading.candidates) for reading, expected in readings if "dates" in expected] == [
        expected["dates"] for _, expected in readings if "dates" in expected
    ]


def test_every_departure_is_from_a_row_that_there_is(shared_data: Path) -> None:
    texts = [row["text"] for row in rows(shared_data / "registers/validity_strings.tsv")]

    assert set(DEPARTURES) - set(texts) == set()
    assert all(any(text.startswith(beginning) for text in texts) for beginning in BY_THEIR_BEGINNING)


COUNTRIES = {
    "Polsha": "PL",
    "Hindiston": "IN",
    "Rossiya": "RU",
    "People Republic of China": "CN",
    "Bejing, China": "CN",
    "Shanghai, China": "CN",
    "Scotland": "GB",
    "United Kingdom": "GB",
    "Geneva": None,  # a city of that name lies in several countries
    "United Nations": None,  # no country
    "México ": "MX",
    "México": "MX",
    "ECUADOR": "EC",
    "Ecuador": "EC",
    "Chile ": "CL",
    "Chile": "CL",
    "Holanda": "NL",
    "Reino Unido": "GB",
}


@pytest.fixture
def names(shared_data: Path) -> dict[str, list[str]]:
    """The names of real registers by group."""
    groups: dict[str, list[str]] = {}
    for row in rows(shared_data / "registers/names.tsv"):
        groups.setdefault(row["group"], []).extend(row["text"].split(" | "))
    return groups


def test_every_country_is_read_or_left_open(names: dict[str, list[str]]) -> None:
    written = [*names["uz_exonym"], *names["country_alias"]]

    assert {name: read_country(name) for name in written} == {name: COUNTRIES[name] for name in written}


def test_every_inverted_name_is_turned_round_and_found_under_both(names: dict[str, list[str]]) -> None:
    read = {name: organisation(name) for name in names["inverted"]}

    assert [one.name for one in read.values()] == [
        "University of Melbourne",
        "University of the Sunshine Coast",
        "The University of Western Australia",
    ]
    assert all(one.aliases == (name,) for name, one in read.items())


def test_every_renamed_organisation_keeps_its_former_name(names: dict[str, list[str]]) -> None:
    for name in names["renamed"]:
        former, present = name.split(" -> ")
        assert (organisation(name).name, organisation(name).aliases) == (present, (former,))


def test_organisations_that_were_merged_are_left_to_a_person(names: dict[str, list[str]]) -> None:
    assert [read_partners(name).reason for name in names["merged"]] == ["several_partners"]


def test_every_other_name_is_kept_as_it_is_written(names: dict[str, list[str]]) -> None:
    asserted = {"uz_exonym", "country_alias", "inverted", "renamed", "merged", "erasmus_code"}

    for group in set(names) - asserted:
        for name in names[group]:
            assert [one.name for one in read_partners(name).partners] == [name]
