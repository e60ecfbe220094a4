"""What a list of the register may be narrowed to, each condition alone and with others."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from application.asking import Times
from application.bitim import Bitim
from application.memorandum.register import statements
from application.memorandum.register.listing import Pace
from application.memorandum.register.queries import Register
from domain.shared.errors import Invalid
from tests import given
from tests.application.office import act
from tests.application.sample import Hands

FRAMEWORK, TRAINING, DRAFT = "FRAMEWORK-1", "TRAINING-2", "DRAFT-3"


PACES = {
    "few are found first": Pace(),
    "all are met on the walk": Pace(few=0),
    "those that remain are found after a stretch": Pace(few=0, stretch=1),
    "all are walked over in two stretches": Pace(few=0, stretch=1, many=0),
}


@pytest.fixture(params=PACES.values(), ids=PACES)
def register(request: pytest.FixtureRequest, bitim: Bitim, clock: Hands) -> Register:
    """All ways of reading a list: in a register of three all conditions select few, unless none counts as few."""
    return Register(bitim.projector.reading, bitim.store, Times(clock, bitim.settings.zone), request.param)


@pytest.fixture(autouse=True)
def three_memorandums(bitim: Bitim, clock: Hands) -> dict[str, UUID]:
    """A framework with Shandong in force, a training agreement with Cantabria that expired, and a draft."""
    framework = bitim.memorandums.register(
        act(None, source=given.SCAN),
        kind="framework_agreement",
        owner="employee-1",
        reference=FRAMEWORK,
        editions=[
            given.an_edition_from_paper(
                "2024-12-03", titles={"en": "On Engineering", "uz": "Muhandislik toʻgʻrisida"}, areas=["joint_research"]
            )
        ],
    )
    clock.move(minutes=1)
    training = bitim.memorandums.register(
        act(None, source=given.SCAN),
        kind="training_agreement",
        owner="employee-2",
        reference=TRAINING,
        editions=[given.an_edition_from_paper("2019-05-20", parties=given.parties(given.CANTABRIA))],
    )
    clock.move(minutes=1)
    draft = bitim.memorandums.draft(
        act(), kind="framework_agreement", owner="employee-1", reference=DRAFT, content=given.a_content()
    )
    return {FRAMEWORK: framework.id, TRAINING: training.id, DRAFT: draft.id}


def found(register: Register, **question: Any) -> list[str]:
    return [row["reference"] for row in register.list(**question)["items"]]


def test_a_list_without_conditions_has_all_the_newest_entry_first(register: Register) -> None:
    assert found(register) == [DRAFT, TRAINING, FRAMEWORK]


CONDITIONS: list[tuple[dict[str, Any], list[str]]] = [
    ({"standing": "in_force"}, [FRAMEWORK]),
    ({"standing": ("in_force", "expired")}, [TRAINING, FRAMEWORK]),
    ({"standing": "suspended"}, []),
    ({"stage": "drafted"}, [DRAFT]),
    ({"stage": "signed"}, [TRAINING, FRAMEWORK]),
    ({"kind": "framework_agreement"}, [DRAFT, FRAMEWORK]),
    ({"kind": "letter_of_intent"}, []),
    ({"country": "ES"}, [TRAINING]),
    ({"country": "UZ"}, [DRAFT, TRAINING, FRAMEWORK]),
    ({"country": "FR"}, []),
    ({"partner": str(given.SHANDONG)}, [DRAFT, FRAMEWORK]),
    ({"partner": str(given.CANTABRIA), "standing": "in_force"}, []),
    ({"area": "joint_research"}, [FRAMEWORK]),
    ({"owner": "employee-2"}, [TRAINING]),
    ({"ends_before": "2029-12-03"}, [FRAMEWORK]),
    ({"ends_before": "2029-12-02"}, []),
    ({"kind": "framework_agreement", "stage": "signed", "country": "CN"}, [FRAMEWORK]),
    ({"q": "engineering"}, [FRAMEWORK]),
    ({"q": "MUHANDISLIK TO'G'RISIDA"}, [FRAMEWORK]),
    ({"q": "togrisida"}, [FRAMEWORK]),
    ({"q": "training-2"}, [TRAINING]),
    ({"q": "cantabria"}, [TRAINING]),
    ({"q": "jianzhu engin"}, [FRAMEWORK]),
    ({"q": "jianzhu memorandum"}, [DRAFT]),
    ({"q": "100%"}, []),
    ({"q": "_"}, []),
    ({"as_of": "2021-01-01"}, [TRAINING]),
    ({"as_of": "2021-01-01", "standing": "expired"}, []),
    ({"as_of": "2018-01-01"}, []),
]


def test_a_condition_narrows_the_list(register: Register) -> None:
    assert [(question, found(register, **question)) for question, _ in CONDITIONS] == CONDITIONS


def test_what_is_in_the_archive_is_listed_when_it_is_asked_for(
    register: Register, bitim: Bitim, three_memorandums: dict[str, UUID]
) -> None:
    bitim.memorandums.archive(three_memorandums[TRAINING], act())

    assert found(register) == [DRAFT, FRAMEWORK]
    assert found(register, archived=True) == [TRAINING]
    assert found(register, archived=None) == [DRAFT, TRAINING, FRAMEWORK]
    assert register.summary()["standings"] == {"in_preparation": 1, "in_force": 1}
    assert register.summary(archived=True)["standings"] == {"expired": 1}
    assert register.summary(archived=None)["total"] == 3


def test_conditions_are_held_against_the_edition_in_effect_on_the_day(
    register: Register, bitim: Bitim, three_memorandums: dict[str, UUID]
) -> None:
    bitim.memorandums.record_edition(
        three_memorandums[TRAINING],
        act(None, source=given.SCAN),
        edition=given.an_edition_from_paper(
            "2025-02-01", parties=given.parties(given.SHANDONG), areas=["training"], follows="e2"
        ),
    )

    partner = str(given.CANTABRIA)
    assert found(register, partner=partner) == []
    assert found(register, partner=partner, as_of="2021-01-01") == [TRAINING]
    assert found(register, area="training") == [TRAINING]
    assert found(register, area="training", as_of="2021-01-01") == []
    assert found(register, country="ES", as_of="2021-01-01") == [TRAINING]
    assert found(register, country="ES") == []
    assert found(register, q="cantabria") == [TRAINING], "words find a memorandum by whatever it ever said"


def test_owner_and_archive_mark_are_those_known_at_the_instant(
    register: Register, bitim: Bitim, three_memorandums: dict[str, UUID], clock: Hands
) -> None:
    before = clock.instant
    clock.move(minutes=1)
    bitim.memorandums.assign_owner(three_memorandums[FRAMEWORK], act(), owner="employee-9")
    bitim.memorandums.archive(three_memorandums[FRAMEWORK], act())

    assert found(register, owner="employee-9", archived=None) == [FRAMEWORK]
    assert found(register, owner="employee-9", archived=None, known_at=before) == []
    assert found(register, owner="employee-1", known_at=before) == [DRAFT, FRAMEWORK]
    assert register.list(known_at=before)["items"][-1]["owner"] == "employee-1"


def test_the_pages_of_a_list_make_up_the_whole(register: Register) -> None:
    first = register.list(limit=2)
    second = register.list(limit=2, after=first["after"])

    assert [row["reference"] for row in (*first["items"], *second["items"])] == [DRAFT, TRAINING, FRAMEWORK]
    assert second["after"] is None


def test_the_pages_of_several_standings_make_up_the_whole(register: Register) -> None:
    asked: dict[str, Any] = {"standing": ("in_force", "expired", "in_preparation"), "limit": 1}
    rows, after = [], None
    for _ in range(3):
        page = register.list(**asked, after=after)
        rows += [row["reference"] for row in page["items"]]
        after = page["after"]

    assert (rows, after) == ([DRAFT, TRAINING, FRAMEWORK], None)


OUT_OF_FORM: list[tuple[dict[str, Any], str]] = [
    ({"standing": "renewed"}, "standing"),
    ({"stage": "done"}, "stage"),
    ({"kind": "Not A Code"}, "kind"),
    ({"kind": "nonsense"}, "kind"),
    ({"country": "XX"}, "country"),
    ({"partner": "Shandong"}, "partner"),
    ({"area": "tourism"}, "area"),
    ({"owner": ""}, "owner"),
    ({"ends_before": "2029"}, "ends_before"),
    ({"archived": "yes"}, "archived"),
    ({"q": "x" * 300}, "q"),
    ({"q": "a b c d e f g h i j"}, "q"),
    ({"limit": 0}, "limit"),
    ({"limit": 501}, "limit"),
    ({"after": "nonsense"}, "after"),
    ({"after": "WzEsMl0"}, "after"),
    ({"as_of": "2026"}, "as_of"),
    ({"known_at": "2026-09-14T12:00:00"}, "known_at"),
    ({"known_at": "2030-01-01"}, "known_at"),
]


def test_a_question_out_of_form_is_refused_with_the_field(register: Register) -> None:
    for question, field in OUT_OF_FORM:
        with pytest.raises(Invalid) as caught:
            register.list(**question)

        assert (question, caught.value.field) == (question, field)


def test_a_statement_is_built_once_for_each_set_of_conditions() -> None:
    shape = statements.Shape(standing=True, facets=("kind",))

    assert statements.page(shape) is statements.page(statements.Shape(standing=True, facets=("kind",)))


def test_what_was_known_is_found_wherever_clocks_that_differ_put_it_in_the_log(
    register: Register, bitim: Bitim, clock: Hands
) -> None:
    clock.move(days=-100)
    bitim.memorandums.draft(
        act("2026-06-01"),
        kind="framework_agreement",
        owner="employee-1",
        reference="EARLY-4",
        content=given.a_content(),
    )
    early = clock.now()
    clock.move(days=200)

    assert found(register, known_at=early) == ["EARLY-4"]
    assert found(register) == ["EARLY-4", DRAFT, TRAINING, FRAMEWORK]
    assert found(register, known_at=early + timedelta(days=101)) == found(register)
