"""Types of fields. Their errors are codes of what would be accepted, see `web.wording.accepted`."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any, ClassVar

import marshmallow as ma
from flask_smorest.fields import Upload
from werkzeug.datastructures import FileStorage

_REQUIRED = {"required": "required", "null": "required", "validator_failed": "required"}
_UNFIT = r"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff"
LINE = rf"^[^{_UNFIT}\t\n\r\u2028\u2029]*$"
PARAGRAPH = rf"^[^{_UNFIT}]*$"
"""What `domain.shared.text` takes, in the description: no control characters, no marks that turn the direction."""

LANGUAGE = {"pattern": "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"}
"""Of the names of members that are language tags."""

_DESCRIBING = (
    "description",
    "examples",
    "pattern",
    "enum",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "format",
    "propertyNames",
    "minProperties",
    "maxProperties",
    "minItems",
    "maxItems",
)


def _described(options: dict[str, Any]) -> dict[str, Any]:
    """The options of a field, with those that only describe it moved to where descriptions stand."""
    says = {name: options.pop(name) for name in _DESCRIBING if name in options}
    if "example" in options:
        says["examples"] = [options.pop("example")]
    if options.get("allow_none") and "enum" in says:
        says["enum"] = [*says["enum"], None]
    return {**options, "metadata": says}


class Text(ma.fields.String):
    """A string."""

    default_error_messages: ClassVar = {**_REQUIRED, "invalid": "string", "invalid_utf8": "string"}

    def __init__(self, description: str, **options: Any) -> None:
        super().__init__(**_described({"description": description, **options}))


class Line(Text):
    """One line of text, as people type it."""

    def __init__(self, description: str, **options: Any) -> None:
        super().__init__(description, **{"pattern": LINE, **options})


class Paragraph(Text):
    """Text in several lines."""

    def __init__(self, description: str, **options: Any) -> None:
        super().__init__(description, **{"pattern": PARAGRAPH, **options})


class Id(Text):
    """The id of another record."""

    default_error_messages: ClassVar = {"invalid": "uuid"}

    def __init__(self, description: str, **options: Any) -> None:
        super().__init__(description, format="uuid", **options)

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> str:
        try:
            return str(uuid.UUID(value))
        except (ValueError, AttributeError, TypeError):
            raise self.make_error("invalid") from None


class Flag(ma.fields.Boolean):
    """True or false, and nothing that looks like it."""

    default_error_messages: ClassVar = {**_REQUIRED, "invalid": "boolean"}

    def __init__(self, description: str, **options: Any) -> None:
        super().__init__(**_described({"description": description, **options}))

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return value


class Number(ma.fields.Integer):
    """A whole number."""

    default_error_messages: ClassVar = {**_REQUIRED, "invalid": "whole_number", "too_large": "whole_number"}

    def __init__(self, description: str, **options: Any) -> None:
        super().__init__(**_described({"description": description, **options}))

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> int:
        whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
        if not whole or isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return int(value)


class Items(ma.fields.List):
    """A list."""

    default_error_messages: ClassVar = {**_REQUIRED, "invalid": "list"}

    def __init__(self, of: ma.fields.Field[Any], description: str, **options: Any) -> None:
        super().__init__(of, **_described({"description": description, **options}))


class ByName(ma.fields.Dict):
    """Texts under names that the sender chooses: languages, schemes."""

    default_error_messages: ClassVar = {**_REQUIRED, "invalid": "object"}

    def __init__(self, of: ma.fields.Field[Any], description: str, **options: Any) -> None:
        super().__init__(keys=Text("A name."), values=of, **_described({"description": description, **options}))


class Part(ma.fields.Nested):
    """An object inside another."""

    default_error_messages: ClassVar = {**_REQUIRED, "type": "object"}

    def __init__(self, schema: type[ma.Schema], description: str, **options: Any) -> None:
        super().__init__(schema, **_described({"description": description, **options}))


class Anything(ma.fields.Raw):
    """Whatever JSON can say."""

    default_error_messages: ClassVar = _REQUIRED

    def __init__(self, description: str, **options: Any) -> None:
        super().__init__(**_described({"description": description, **options}))


class File(Upload):
    """A file that comes with a form: its bytes, its name, and its type."""

    default_error_messages: ClassVar = {**_REQUIRED, "invalid": "file"}

    def __init__(self, description: str, **options: Any) -> None:
        super().__init__(**_described({"description": description, **options}))

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> dict[str, Any]:
        if not isinstance(value, FileStorage):
            raise self.make_error("invalid")
        return {
            "content": value.read(),
            "filename": value.filename or "",
            "media_type": value.mimetype or "application/octet-stream",  # a client need not name the type
        }


class Form(ma.Schema):
    """An object whose fields are all known; others are refused."""

    error_messages: ClassVar = {"unknown": "absent", "type": "object"}

    class Meta:
        unknown = ma.RAISE


def refusals(messages: Any, path: str = "") -> list[tuple[str, str]]:
    """The fields that a schema refuses, each with the code of what it would accept, from marshmallow's nested lists."""
    if not isinstance(messages, Mapping):
        return [(path, str(code)) for code in messages[:1]]
    found = []
    for name, inner in messages.items():
        of_the_whole = name == "_schema" or (path and name in ("value", "key"))  # so marshmallow names them
        place = path if of_the_whole else f"{path}.{name}".lstrip(".")
        found += refusals(inner, place)
    return found
