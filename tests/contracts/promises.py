"""What every command owes, and how to find the one that does not keep it."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Container, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from domain.shared.event import Event

ROOT = Path(__file__).parents[2]

_SUPPLIED = {"memorandum_id", "partner_id", "request_id", "case_id", "used_by", "route", "sha256", "size"}
"""Fields of guards that use cases supply: ids, the review route, what follows from the bytes of a document."""
_SHOWS_REFUSAL = {"refused", "not_accepted", "nothing_recorded", "raises"}


def events_of_the_domain() -> list[type[Event]]:
    """Every class of events that can be stored, by topic."""
    for path in sorted((ROOT / "domain").rglob("*.py")):
        import_module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
    found: dict[str, type[Event]] = {}
    waiting: list[type[Event]] = [Event]
    while waiting:
        event = waiting.pop()
        waiting += event.__subclasses__()
        if "TOPIC" in event.__dict__ and event.__module__.startswith("domain."):
            found[event.TOPIC] = event
    return [found[topic] for topic in sorted(found)]


def without_sentence(events: Iterable[type[Event]], sentences: Container[str]) -> list[str]:
    """The topics for which the history has no words."""
    return [event.TOPIC for event in events if event.TOPIC not in sentences]


def commands_of(aggregate: type) -> dict[str, inspect.Signature]:
    """The commands on an aggregate: its public methods that begin with an act."""
    found = {}
    for name, member in inspect.getmembers(aggregate, callable):
        names = [] if name.startswith("_") else list(inspect.signature(member).parameters)
        if "act" in names[:2] and "event_class" not in names:
            found[name] = inspect.signature(member)
    return found


def without_use_case(aggregate: type, use_cases: type) -> Iterator[str]:
    """The commands that nobody can give, or not with all their fields."""
    for verb, guard in commands_of(aggregate).items():
        use_case = getattr(use_cases, verb, None)
        if use_case is None:
            yield verb
            continue
        offered = inspect.signature(use_case).parameters
        for field, parameter in guard.parameters.items():
            if parameter.kind is parameter.KEYWORD_ONLY and field not in {*offered, *_SUPPLIED}:
                yield f"{verb}({field})"


def without_success_test(verbs: Iterable[str], tests: Iterable[str]) -> Iterator[str]:
    """The commands that no test shows at work."""
    names = [name for source in tests for name, shows_refusal in _tests(source) if not shows_refusal]
    yield from (verb for verb in verbs if not any(_is_about(verb, name) for name in names))


def without_refusal_test(verbs: Iterable[str], tests: Iterable[str]) -> Iterator[str]:
    """The commands of which no test shows a refusal."""
    names = [name for source in tests for name, shows_refusal in _tests(source) if shows_refusal]
    yield from (verb for verb in verbs if not any(_is_about(verb, name) and "_refuses_" in name for name in names))


def _is_about(verb: str, test: str) -> bool:
    """Whether the sentence that a test's name is begins with the verb."""
    return re.fullmatch(rf"test_(s\d\d_)?{verb}_.+", test) is not None


def _tests(source: str) -> Iterator[tuple[str, bool]]:
    """The tests of a file; with each, whether it says that it shows a refusal, and does."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            called = {_name(call.func) for call in ast.walk(node) if isinstance(call, ast.Call)}
            says_so = "_refuses_" in node.name
            if not says_so or called & _SHOWS_REFUSAL:
                yield node.name, says_so


def _name(function: Any) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
