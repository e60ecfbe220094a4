"""Reading requests: bodies, queries and headers, each refused with what would be accepted."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any, ClassVar, NoReturn, cast

import marshmallow as ma
from flask import Request, request
from webargs.flaskparser import FlaskParser
from werkzeug.datastructures import CombinedMultiDict, MultiDict

from application.store.answers import Key
from domain.shared.act import Act, Source
from domain.shared.errors import Invalid
from web.core import bitim
from web.problems import FieldsRefused, RequestRefused
from web.schemas.fields import refusals

LARGEST_BODY = 4_000_000  # bytes; fifty editions with texts have one
DEEPEST = 12
LONGEST_LIST = 1000
LONGEST_TEXT = 200_000
LARGEST_NUMBER = 10**15

_ACCOUNT = re.compile(r"[\x21-\x7e]{1,100}")
_KEY = re.compile(r"[\x21-\x7e]{1,200}")
_STRONG_TAG = re.compile(r'"(0|[1-9][0-9]{0,15})"')
OF_THE_ACT = ("occurred_on", "certainty", "source", "reason")


class Reader(FlaskParser):
    """Reads a request as a schema says; whatever the schema does not know is refused."""

    DEFAULT_UNKNOWN_BY_LOCATION = dict.fromkeys(("json", "form", "query"))  # None: as the schema has it
    _schemas: ClassVar[dict[type[ma.Schema], ma.Schema]] = {}
    _free: ClassVar[set[type[ma.Schema]]] = set()

    def _raw_load_json(self, req: Request) -> Any:
        if req.mimetype != "application/json":
            raise RequestRefused("media_type_unsupported")
        req.max_content_length = LARGEST_BODY
        try:
            found = json.loads(req.get_data().decode("utf-8-sig"), parse_constant=_refuse, object_pairs_hook=_each_once)
        except (ValueError, RecursionError):
            raise RequestRefused("body_unreadable") from None
        _require_bounds(found, "", DEEPEST)
        return found

    def fields(self, schema: type[ma.Schema], location: str) -> dict[str, Any]:
        """What the present request says, as the schema has it.

        Raises:
            Invalid: a field that the schema does not know, out of form, or missing.
            RequestRefused: no such fields can be read from the request.
        """
        if location == "query" and not request.query_string and schema in self._free:
            return {}
        found = cast("dict[str, Any]", self.parse(schema, request, location=location))
        if not found and location == "query":
            self._free.add(schema)  # so the next question without conditions need not be held against it
        return found

    def _get_schema(self, argmap: Any, _req: Request) -> ma.Schema:
        """One schema for all requests: making it anew took longer than loading with it."""
        if not isinstance(argmap, ma.Schema):
            if argmap not in self._schemas:
                self._schemas[argmap] = argmap()
            return self._schemas[argmap]
        return argmap

    def load_querystring(self, req: Request, schema: ma.Schema) -> Any:
        """The conditions of a question."""
        _require_each_once(req.args, schema)
        return super().load_querystring(req, schema)

    def load_form(self, req: Request, schema: ma.Schema) -> Any:
        """The fields of a form, the files among them."""
        if req.mimetype != "multipart/form-data":
            raise RequestRefused("media_type_unsupported")
        _require_each_once(req.form, schema)
        return self._makeproxy(CombinedMultiDict([req.form, req.files]), schema)

    def handle_error(self, error: ma.ValidationError, *_: Any, **__: Any) -> NoReturn:
        """Refuse the fields that the schema refuses."""
        (messages,) = error.messages.values()  # type: ignore[union-attr]  # webargs puts them under the location
        raise FieldsRefused(Invalid(field, None, code) for field, code in refusals(messages)) from error


def _refuse(_constant: str) -> NoReturn:
    raise ValueError  # NaN and Infinity, which JSON has not


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def _require_each_once(sent: MultiDict[str, str], schema: ma.Schema) -> None:
    """Refuse a field that is there twice, if it has one value: whichever was read, the other would be passed over."""
    twice = [name for name, values in sent.lists() if len(values) > 1]
    refused = [name for name in twice if not isinstance(schema.fields.get(name), ma.fields.List)]
    if refused:
        raise FieldsRefused(Invalid(name, None, "each_once") for name in refused)


def _require_bounds(value: Any, path: str, depth: int) -> None:
    """Refuse what is deeper, longer or larger than anything that a command takes."""
    if isinstance(value, (dict, list)):
        if depth == 0:
            raise RequestRefused("body_unreadable")
        if len(value) > LONGEST_LIST:
            raise Invalid(path, None, "in_bounds")
        for name, inner in value.items() if isinstance(value, dict) else enumerate(value):
            _require_bounds(inner, f"{path}.{name}"[:200].lstrip("."), depth - 1)
    elif isinstance(value, str):
        if len(value) > LONGEST_TEXT:
            raise Invalid(path, None, "in_bounds")
    elif isinstance(value, (int, float)) and not -LARGEST_NUMBER < value < LARGEST_NUMBER:
        raise Invalid(path, None, "in_bounds")


def account() -> str:
    """The account for which the request writes.

    Raises:
        RequestRefused: the header is missing, too long, or holds anything but visible ASCII.
    """
    said = request.headers.get("Bitim-Account", "")
    if not _ACCOUNT.fullmatch(said):
        raise RequestRefused("account_missing")
    return said


def act_of(fields: dict[str, Any]) -> Act:
    """The act that a command enters; takes its fields out of ``fields``.

    Raises:
        Invalid: a part out of form.
    """
    said = {name: fields.pop(name) for name in OF_THE_ACT if name in fields}
    said.setdefault("occurred_on", bitim().today().isoformat())
    if said.get("source") is not None:
        said["source"] = Source(**said["source"])
    return Act(account(), **said)


def expected_version() -> int:
    """The version on which a command is based: that of If-Match.

    Raises:
        RequestRefused: it is missing, or is not exactly one strong tag.
    """
    said = request.headers.get("If-Match")
    if said is None:
        raise RequestRefused("version_missing")
    tag = _STRONG_TAG.fullmatch(said.strip())
    if tag is None:
        raise RequestRefused("version_unusable")
    return int(tag[1])


def sent_key(fields: Mapping[str, Any]) -> Key | None:
    """The key under which a command is sent, if it is sent under one.

    Args:
        fields: all that is asked for at this address; bytes count by their digest.

    Raises:
        RequestRefused: the key is empty, too long, or holds anything but visible ASCII.
    """
    said = request.headers.get("Idempotency-Key")
    if said is None:
        return None
    if not _KEY.fullmatch(said):
        raise RequestRefused("key_unusable")
    asked = json.dumps([request.path, fields], sort_keys=True, default=_digest)
    return Key(account(), said, hashlib.sha256(asked.encode()).hexdigest())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
