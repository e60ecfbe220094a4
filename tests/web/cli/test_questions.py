"""Every question as a command: answered in words, and in JSON as the read model answers it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from application.bitim import Bitim
from tests import given
from tests.web.cli.conftest import Desk

M = str(given.MEMORANDUM)
SIGNED = "2026-09-01"


@dataclass(frozen=True)
class Asked:
    """A question: what is typed, what the read model answers, and words that people read."""

    typed: list[str]
    answer: Callable[[Bitim], Any]
    words: str


QUESTIONS = [
    Asked(["list"], lambda b: b.register.list(), "Shandong Jianzhu University"),
    Asked(
        ["list", "--standing", "in_force", "--partner", "Shandong Jianzhu University", "--limit", "1"],
        lambda b: b.register.list(standing=("in_force",), partner=str(given.SHANDONG), limit=1),
        "There is more: --after",
    ),
    Asked(["list", "--archive", "only"], lambda b: b.register.list(archived=True), "Nothing is found."),
    Asked(
        ["list", "--as-of", "2026-08-31"],
        lambda b: b.register.list(as_of="2026-08-31"),
        "In force for ever",
    ),
    Asked(["standing"], lambda b: b.register.summary(), "In force"),
    Asked(
        ["standing", M, "--on", "2031-09-01"],
        lambda b: b.register.get(given.MEMORANDUM, as_of="2031-09-01"),
        "MOU-2026-0031 on 1 September 2031: Expired; the last day in force was 31 August 2031",
    ),
    Asked(
        ["standing", "MOU-2026-0099", "--known-at", "2026-09-01"],
        lambda b: b.register.get(b.register.find("MOU-2026-0099"), known_at="2026-09-01"),
        "Not in the register: nothing had been recorded by then",
    ),
    Asked(["show", M], lambda b: b.register.get(given.MEMORANDUM), "student exchange"),
    Asked(["history", M], lambda b: b.history.of(given.MEMORANDUM), "1. Memorandum of understanding MOU-2026-0031"),
    Asked(
        ["history", M, "--chapter", "signing", "--newest-first", "--limit", "1"],
        lambda b: b.history.of(given.MEMORANDUM, chapters=("signing",), newest_first=True, limit=1),
        "There is more: --after",
    ),
    Asked(
        ["history-with-cases", M, "--chapter", "signing", "--newest-first", "--limit", "1"],
        lambda b: b.history_with_cases.of(given.MEMORANDUM, chapters=("signing",), newest_first=True, limit=1),
        "There is more: --after",
    ),
    Asked(["editions", M], lambda b: b.editions.list(given.MEMORANDUM), "Renewal in an updated form"),
    Asked(
        ["changes", M, "1", "2"],
        lambda b: b.editions.compare(given.MEMORANDUM, "e1", "e8"),
        "New areas of cooperation: staff exchange.",
    ),
    Asked(["changes", M], lambda b: b.editions.compare(given.MEMORANDUM, "e1", "e8"), "Text in English"),
    Asked(["renewals", "due", "--days", "2000"], lambda b: b.renewals.due(days=2000, limit=50), "Days left"),
    Asked(["renewals"], lambda b: b.renewals.due(days=90, limit=50), "Nothing is found."),
    Asked(["renewals", "objections"], lambda b: b.renewals.objections(limit=50), "Nothing is found."),
    Asked(["renewals", "proposals"], lambda b: b.renewals.proposals(limit=50), "Drafted"),
    Asked(["renewals", "lapsed", "--on", "2031-09-01"], lambda b: b.renewals.lapsed(as_of="2031-09-01"), "Expired"),
    Asked(
        ["dormant", "--months", "6", "--on", "2027-09-01"],
        lambda b: b.dormancy.list(months=6, as_of="2027-09-01"),
        "Nothing since 1 September 2026",
    ),
    Asked(
        ["renewals", "updated", "2024-01-01", "2024-12-31"],
        lambda b: b.renewals.updated(first="2024-01-01", last="2024-12-31"),
        "Nothing is found.",
    ),
    Asked(["forecast", "2031-09-01"], lambda b: b.forecast.on("2031-09-01"), "On 1 September 2031, if nobody acts"),
    Asked(["follow-up"], lambda b: b.followup.awaiting(), "submission for review"),
    Asked(["follow-up", "--planned"], lambda b: b.followup.planned_signings(limit=50), "Forum in Dushanbe"),
    Asked(["partners", "--country", "ES"], lambda b: b.partner_directory.list(country="ES"), "University of Cantabria"),
    Asked(
        ["partner", "show", "Shandong Jianzhu University"],
        lambda b: b.partner_directory.get(given.SHANDONG),
        "MOU-2026-0031",
    ),
    Asked(["requests"], lambda b: b.request_list.list(), "University of Cantabria"),
    Asked(["request", "show", str(given.REQUEST)], lambda b: b.request_list.get(given.REQUEST), "Joint research"),
]


@pytest.fixture
def busy_desk(desk: Desk) -> Desk:
    """A desk with a memorandum that is being renewed, a signing planned for it, and a request."""

    def renewed() -> Any:
        memorandum = given.a_signed_memorandum(SIGNED)
        text = "1. Students are exchanged.\n\n2. Staff and doctoral students are exchanged."
        changes = {"areas": ["student_exchange", "staff_exchange"], "texts": {"en": text}}
        memorandum.propose_renewal(given.an_act(), changes=changes)
        memorandum.plan_signing(given.an_act(), edition_id="e8", event="Forum in Dushanbe", planned_for="2026-12")
        return memorandum

    desk.given(renewed, given.a_request)
    return desk


def test_every_question_is_answered_in_words_and_in_json(busy_desk: Desk) -> None:
    for asked in QUESTIONS:
        in_words = busy_desk.type(*asked.typed)

        assert in_words.exit_code == 0, in_words.stderr
        assert asked.words in in_words.stdout, asked.typed
        assert busy_desk.ask(*asked.typed) == json.loads(json.dumps(asked.answer(busy_desk.bitim), default=str))


def test_a_forecast_for_nothing_says_so(desk: Desk) -> None:
    assert "Nothing is found." in desk.type("forecast", "2031-09-01", "--known-at", "2020-01-01").stdout


REFUSED = [
    (["list", "--as-of", "2027-02-30"], 2, "invalid_value"),
    (["list", "--partner", "University of Nowhere"], 4, "partner_not_found"),
    (["list", "--standing", "asleep"], 2, "usage"),
    (["standing", "MOU-1999-0001"], 4, "memorandum_not_found"),
    (["standing", "--known-at", "2100-01-01"], 2, "invalid_value"),
    (["show", "MOU-1999-0001"], 4, "memorandum_not_found"),
    (["history", "MOU-1999-0001"], 4, "memorandum_not_found"),
    (["editions", "MOU-1999-0001"], 4, "memorandum_not_found"),
    (["changes", "MOU-2026-0099"], 4, "edition_not_found"),
    (["changes", "MOU-2026-0099", "1", "7"], 4, "edition_not_found"),
    (["renewals", "due", "--days", "-1"], 2, "usage"),
    (["renewals", "lapsed", "--after", "nonsense"], 2, "invalid_value"),
    (["renewals", "updated", "2024-12-31", "2024-13-01"], 2, "invalid_value"),
    (["forecast", "soon"], 2, "invalid_value"),
    (["follow-up", "--approval", "mine"], 2, "usage"),
    (["partners", "--country", "XX"], 2, "invalid_value"),
    (["partner", "show", "University of Nowhere"], 4, "partner_not_found"),
    (["requests", "--status", "lost"], 2, "usage"),
    (["request", "show", "R-7"], 2, "invalid_value"),
    (["dance"], 2, "usage"),
]


def test_every_refusal_has_an_exit_code_and_the_one_shape(desk: Desk) -> None:
    for typed, exit_code, code in REFUSED:
        in_words, for_programs = desk.type(*typed), desk.type(*typed, "--json")

        assert (in_words.exit_code, in_words.stdout) == (exit_code, ""), typed
        assert (for_programs.exit_code, for_programs.stdout) == (exit_code, ""), typed
        problem = json.loads(for_programs.stderr)
        assert set(problem) == {"type", "title", "status", "detail", "code", "accepted", "fields", "data"}
        assert problem["code"] == code, typed
        assert in_words.stderr.strip(), typed


def test_cases_are_listed_counted_and_shown(desk: Desk) -> None:
    desk.given(given.a_case_under_way)

    assert "Studies" in desk.type("cases", "--partner", "University of Cantabria").stdout
    assert desk.type("caseload").stdout.split() == ["Stage", "Cases", "Started", "1", "All", "1"]
    assert "there" in desk.type("abroad", "--on", "2026-03-01").stdout
    shown = desk.type("case", "show", str(given.CASE)).stdout
    assert "second-year student" in shown
    assert "record the end of the stay" in shown
    assert desk.ask("abroad", "--direction", "incoming")["items"] == []
    told = desk.type("case", "history", str(given.CASE)).stdout
    assert "3. The stay began." in told
    assert "Stage: Accepted → Started" in told
    begun = desk.type("case", "history", str(given.CASE), "--chapter", "moving").stdout
    assert "3. The stay began." in begun
    assert "1. " not in begun


def test_places_coverage_and_balance_are_told(desk: Desk) -> None:
    places = [{"direction": "outgoing", "purpose": "studies", "places": 2}]
    sides = given.parties(given.CANTABRIA)
    desk.given(
        lambda: given.a_signed_memorandum("2026-03-01", parties=sides, conditions=places),
        lambda: given.a_case_under_way(memorandum_id=str(given.MEMORANDUM), without_memorandum=""),
    )

    told = desk.type("places", str(given.MEMORANDUM), "--year", "2025/2026").stdout
    assert "2 places a year, studies, outgoing" in told
    assert "28 February 2026  uncovered: not begun" in desk.type("coverage", str(given.CASE)).stdout
    assert desk.ask("uncovered")["items"][0]["days_uncovered"] == 26
    assert "University of Cantabria  1" in desk.type("balance", "--first", "2026-01-01").stdout
    told = desk.type("history-with-cases", str(given.MEMORANDUM)).stdout
    assert "Studies, outgoing, University of Cantabria\n3. The stay began." in told
