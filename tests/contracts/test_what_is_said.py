"""Everything that can happen and every refusal has its words."""

import ast
import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from domain.shared.event import Event
from tests import given
from tests.application.office import open_bitim
from tests.application.sample import Hands
from tests.databases import sqlite_database
from web.wording.accepted import ACCEPTED
from web.wording.events import SENTENCES
from web.wording.fields import LABELS
from web.wording.problems import PROBLEMS

ROOT = Path(__file__).parents[2]
RAISED_WITH_A_CODE = {"Refused", "NotFound", "Conflict", "Taken"}


def sources() -> list[Path]:
    """The modules of the floors below."""
    return [path for floor in ("domain", "application") for path in sorted((ROOT / floor).rglob("*.py"))]


def topics() -> set[str]:
    """The topics of all events of the domain."""
    for path in sorted((ROOT / "domain").rglob("*.py")):
        import_module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
    found, waiting = set(), [Event]
    while waiting:
        event = waiting.pop()
        waiting += event.__subclasses__()
        if "TOPIC" in event.__dict__ and event.__module__.startswith("domain."):
            found.add(event.TOPIC)
    return found


def codes(tree: ast.AST) -> Iterator[str]:
    """The codes of the errors that a module raises or names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED_WITH_A_CODE:
            yield from (str(code.value) for code in node.args[:1] if isinstance(code, ast.Constant))
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "code":
            yield from [str(node.value.value)] if isinstance(node.value, ast.Constant) else []


def accepts(tree: ast.AST) -> Iterator[str]:
    """What a module says that a refused value's field would accept."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Invalid":
            given = [*node.args[2:3], *(word.value for word in node.keywords if word.arg == "accepts")]
            yield from (str(code.value) for code in given if isinstance(code, ast.Constant))


def test_every_event_has_a_sentence() -> None:
    assert topics() - set(SENTENCES) == set()


def test_no_sentence_is_left_over() -> None:
    assert set(SENTENCES) - topics() == set()


def test_every_refusal_has_its_words() -> None:
    raised = {code for path in sources() for code in codes(ast.parse(path.read_text("utf-8")))}

    assert "approvals_missing" in raised
    assert raised - set(PROBLEMS) == set()


def test_every_refused_value_says_what_would_be_accepted() -> None:
    given = {code for path in sources() for code in accepts(ast.parse(path.read_text("utf-8")))}

    assert "partial_date" in given
    assert given - set(ACCEPTED) == set()


def test_a_refusal_without_words_is_found() -> None:
    tree = ast.parse('class Late(BitimError):\n    code = "late"\n\nraise Refused("too_late", on=day)')

    assert set(codes(tree)) == {"late", "too_late"}
    assert list(accepts(ast.parse('Invalid("day", 1, "weekday")'))) == ["weekday"]


def test_every_field_of_a_command_and_of_a_question_has_a_name(tmp_path: Path) -> None:
    with open_bitim(sqlite_database(tmp_path), Hands(given.NOW)) as bitim:
        rooms = [room for room in vars(bitim).values() if type(room).__module__.startswith("application.")]
    fields = {
        parameter.name
        for room in rooms
        for name, method in inspect.getmembers(room, inspect.ismethod)
        if not name.startswith("_") and {"act", "known_at"} & set(inspect.signature(method).parameters)
        for parameter in inspect.signature(method).parameters.values()
        if parameter.kind is parameter.KEYWORD_ONLY
    }

    assert {"owner", "signatory", "as_of"} <= fields
    assert fields - set(LABELS) == {"as_json"}  # in which form rows are handed on; nobody asks for it in words
