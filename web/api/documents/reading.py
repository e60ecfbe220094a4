"""What the documents show: the description of the API, in an order for people, and texts in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markupsafe import Markup

HERE = Path(__file__).parent
SOURCES = HERE.parents[2] / "docs"
"""Where the texts are in a checkout; in an installed package they lie beside this file."""

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter, or a member of an object: its name, its type in words, and what it says."""

    name: str
    type: str
    schema: str | None
    required: bool
    place: str
    says: str


@dataclass(frozen=True, slots=True)
class Operation:
    """Something that can be sent: where, what it takes, and how it is answered."""

    name: str
    method: str
    path: str
    summary: str
    parameters: tuple[Field, ...]
    body: str | None
    answers: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Room:
    """The operations of one concept."""

    name: str
    says: str
    operations: tuple[Operation, ...]


def rooms(document: Document) -> list[Room]:
    """All operations, by concept."""
    return [
        Room(tag["name"], tag["description"], tuple(_operations(document, tag["name"]))) for tag in document["tags"]
    ]


def schemas(document: Document) -> dict[str, tuple[Field, ...]]:
    """All schemas by name: each with its members."""
    found = {}
    for name, schema in sorted(document["components"]["schemas"].items()):
        required = schema.get("required", ())
        members = schema.get("properties", {}).items()
        found[name] = tuple(_field(member, inner, member in required) for member, inner in members)
    return found


def text(name: str) -> Markup:
    """A text of `docs/`, as HTML; each heading can be led to by its own words."""
    packaged = HERE / "texts" / name
    source = (packaged if packaged.exists() else SOURCES / name).read_text("utf-8")
    parser = MarkdownIt("commonmark", {"html": False})
    tokens = parser.parse(source)
    for heading, words in pairwise(tokens):
        if heading.type == "heading_open":
            heading.attrSet("id", words.content.lower().replace(" ", "-"))
    return Markup(parser.renderer.render(tokens, parser.options, {}))  # noqa: S704  a text of ours, HTML switched off


def _operations(document: Document, room: str) -> Iterator[Operation]:
    for path, methods in document["paths"].items():
        for method in ("get", "post"):
            operation = methods.get(method)
            if operation and room in operation["tags"]:
                yield Operation(
                    operation["operationId"],
                    method.upper(),
                    path,
                    operation["summary"],
                    tuple(_parameters(document, [*methods.get("parameters", ()), *operation.get("parameters", ())])),
                    _body(operation.get("requestBody")),
                    tuple((status, _body(answer)) for status, answer in operation["responses"].items()),
                )


def _parameters(document: Document, parameters: list[Any]) -> Iterator[Field]:
    for parameter in parameters:
        name = parameter.get("$ref", "").rpartition("/")[2]
        found = document["components"]["parameters"][name] if name else parameter
        yield _field(
            found["name"],
            {**found["schema"], "description": found.get("description", "")},
            found.get("required", False),
            found["in"],
        )


def _body(message: Mapping[str, Any] | None) -> str | None:
    """The name of the schema of a body or answer."""
    for content in (message or {}).get("content", {}).values():
        return str(content["schema"].get("$ref", "")).rpartition("/")[2] or None
    return "Problem" if message and "$ref" in message else None


def _field(name: str, schema: Mapping[str, Any], required: bool, place: str = "") -> Field:
    says, reference = _type(schema)
    return Field(name, says, reference, required, place, schema.get("description", ""))


def _type(schema: Mapping[str, Any]) -> tuple[str, str | None]:
    """The type of a value in words, and the schema that it leads to."""
    if "$ref" in schema:
        return "", schema["$ref"].rpartition("/")[2]
    for several in ("anyOf", "allOf", "oneOf"):
        if several in schema:
            parts = [_type(part) for part in schema[several]]
            return " or ".join(says for says, _ in parts if says), next((to for _, to in parts if to), None)
    if schema.get("type") == "array":
        says, reference = _type(schema["items"])
        return f"list of {says}".strip(), reference
    kinds = schema.get("type", "any value")
    said = " or ".join(kinds) if isinstance(kinds, list) else str(kinds)
    values = [str(value) for value in schema.get("enum", ()) if value is not None]
    if values:
        said += f": {', '.join(values)}" if len(values) <= 20 else f": one of {len(values)} codes"
    return said, None
