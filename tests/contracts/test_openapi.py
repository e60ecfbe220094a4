"""The description of the API: it changes only on purpose, and says what is there.

`python -m tests.contracts.test_openapi` writes it anew, into `tests/contracts/openapi.json`.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from application.bitim import Bitim
from application.exchange.importing.deciding import ImportedFiles
from application.institution.commands import InstitutionCommands
from application.memorandum.commands import Memorandums
from application.mobility.commands import MobilityCases
from application.partner.commands import Partners
from application.request.commands import Requests
from web.api.links import NEXT
from web.app import create_app

KEPT = Path(__file__).with_name("openapi.json")
ROOMS = {
    "memorandums": Memorandums,
    "partners": Partners,
    "requests": Requests,
    "institution": InstitutionCommands,
    "mobility_cases": MobilityCases,
    "imported_files": ImportedFiles,
}
BEGINNINGS = (
    "memorandums.draft",
    "memorandums.register",
    "partners.register",
    "requests.make",
    "mobility_cases.nominate",
    "mobility_cases.register",
)
NOT_OVER_HTTP = {"institution.open"}
"""The record of the institution is opened by the first decision."""


def described(folder: Path) -> dict[str, Any]:
    """The description as the service gives it."""
    with Bitim.open({"BITIM_DATABASE": f"sqlite:///{folder}"}) as bitim:
        found: dict[str, Any] = create_app(bitim).test_client().get("/api/v1/openapi.json").json
    return found


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return described(tmp_path_factory.mktemp("openapi"))


def operations(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        operation["operationId"]: operation
        for path in document["paths"].values()
        for method, operation in path.items()
        if method in ("get", "post")
    }


def commands() -> Iterator[str]:
    """The commands of the core."""
    for room, kind in ROOMS.items():
        for name, function in inspect.getmembers(kind, inspect.isfunction):
            if not name.startswith("_") and "act" in inspect.signature(function).parameters:
                yield f"{room}.{name}"


def parameters(document: dict[str, Any], command: str) -> set[str]:
    """The headers that a command takes."""
    named = operations(document)[command]["parameters"]
    return {entry["$ref"].rpartition("/")[2] for entry in named}


def test_the_description_changes_only_on_purpose(document: dict[str, Any]) -> None:
    assert document == json.loads(KEPT.read_text("utf-8")), "write it anew: python -m tests.contracts.test_openapi"


def test_it_is_openapi_3_1(document: dict[str, Any]) -> None:
    assert document["openapi"] == "3.1.0"


def test_every_command_of_the_core_is_there(document: dict[str, Any]) -> None:
    found = set(commands())

    assert {"memorandums.sign", "partners.rename", "requests.accept", "institution.define_kind"} <= found
    assert found - set(operations(document)) == NOT_OVER_HTTP


def test_every_command_says_who_writes_under_which_key_and_on_which_version(document: dict[str, Any]) -> None:
    for command in set(commands()) - NOT_OVER_HTTP:
        begins = command in BEGINNINGS
        wanted = {"Bitim-Account", "Idempotency-Key", *(() if begins else ("If-Match",))}
        assert parameters(document, command) == wanted, command


def test_every_operation_is_summarised_and_says_how_it_refuses(document: dict[str, Any]) -> None:
    for name, operation in operations(document).items():
        assert operation["summary"].endswith("."), name
        assert operation["responses"]["default"] == {"$ref": "#/components/responses/Problem"}, name


def links(document: dict[str, Any], name: str) -> list[str]:
    """The operations to which the answer of this one leads."""
    done = operations(document)[name]["responses"]
    return [link["operationId"] for link in done.get("201", done.get("200")).get("links", {}).values()]


def test_every_link_leads_to_an_operation(document: dict[str, Any]) -> None:
    assert set(NEXT) <= set(operations(document))
    assert {target for name in operations(document) for target in links(document, name)} <= set(operations(document))


def test_every_command_is_reached_from_the_registration_of_a_partner(document: dict[str, Any]) -> None:
    reached: set[str] = set()
    waiting = ["partners.register", "institution.get"]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += links(document, name)

    assert set(commands()) - reached == NOT_OVER_HTTP


if __name__ == "__main__":
    with TemporaryDirectory() as temporary:
        text = json.dumps(described(Path(temporary)), ensure_ascii=False, indent=1, sort_keys=True)
    KEPT.write_text(f"{text}\n", "utf-8")
