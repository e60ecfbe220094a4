"""The description of the API that machines read (OpenAPI 3.1), and what all its operations share."""

from __future__ import annotations

import json
from importlib.metadata import version
from typing import Any, Self

import flask_smorest
from flask import Flask, Response
from typing_extensions import override

from web.answering import MEDIA_TYPE
from web.api.commanding import PREFIX
from web.api.links import add_links
from web.schemas.problem import Problem

ABOUT = """\
Every command and every question of Bitim. A memorandum or partner is read with its version as ETag; a command on it
says with If-Match on which version it is based, and answers with the new one. A command sent again under the same
Idempotency-Key has its first answer. What is refused is answered with a problem (RFC 9457): its `code` is stable,
`fields` names what is wrong and what would be accepted."""

PARAMETERS: dict[str, dict[str, Any]] = {
    "Bitim-Account": {
        "description": "The account for which you write; it is recorded with every event.",
        "required": True,
        "schema": {"type": "string", "pattern": "^[!-~]{1,100}$", "examples": ["officer-1"]},
    },
    "Idempotency-Key": {
        "description": "What you call this command. Sent again under it within 72 hours, it is not carried out again, "
        "and has the answer that it had; anything else under it is refused.",
        "required": False,
        "schema": {"type": "string", "pattern": "^[!-~]{1,200}$", "examples": ["7f1f5f6e-5d0b-4f0e-8a51-1b1d4d7b3c11"]},
    },
    "If-Match": {
        "description": "The ETag of the record on which the command is based: exactly one, not weak, not `*`.",
        "required": True,
        "schema": {"type": "string", "pattern": '^"(0|[1-9][0-9]{0,15})"$', "examples": ['"7"']},
    },
}

HEADERS: dict[str, dict[str, Any]] = {
    "ETag": {
        "description": "The version that the record has now, for If-Match.",
        "required": True,
        "schema": {"type": "string", "pattern": '^"(0|[1-9][0-9]*)"$'},
    },
    "Location": {
        "description": "Where the new record is shown.",
        "required": True,
        "schema": {"type": "string"},
    },
}


def names_of_members(self: Any, field: Any, **_: Any) -> dict[str, Any]:  # noqa: ARG001  becomes a method
    """The rule for the names of an object's members, which the description leaves out by itself."""
    return {name: value for name, value in field.metadata.items() if name == "propertyNames"}


class API(flask_smorest.Api):  # type: ignore[misc]  # the library has no types
    """All rooms of the API, and their description."""

    DEFAULT_ERROR_RESPONSE_NAME = "Problem"

    @override
    def _init_spec(self, **options: Any) -> None:
        super()._init_spec(**options)
        self.ma_plugin.converter.add_attribute_function(names_of_members)

    @override
    def _register_error_handlers(self) -> None:
        """Nothing: `web.answering` is the one place that answers refusals."""

    @override
    def _register_responses(self) -> None:
        problem = {"description": "A problem.", "content": {MEDIA_TYPE: {"schema": Problem}}}
        self.spec.components.response("Problem", problem)

    @override
    def _register_etag_headers(self) -> None:
        for name, parameter in PARAMETERS.items():
            self.spec.components.parameter(name, "header", {"name": name, **parameter})
        for name, header in HEADERS.items():
            self.spec.components.header(name, header)

    @override
    def _register_pagination_header(self) -> None:
        """Nothing: pages are turned with a key."""

    def describe(self, app: Flask) -> None:
        """Serve the description; what it says does not change while the application runs."""
        body = json.dumps(self.document(), ensure_ascii=False)

        @app.get(f"{PREFIX}/openapi.json")
        def openapi() -> Response:
            return Response(body, mimetype="application/json")

    def document(self) -> dict[str, Any]:
        """The description, with the links from each command to those that may follow."""
        return add_links(self.spec.to_dict())

    @classmethod
    def of(cls, app: Flask) -> Self:
        """The API of this application, without rooms yet."""
        app.config["API_TITLE"] = "Bitim"
        app.config["API_VERSION"] = version("bitim")
        app.config["OPENAPI_VERSION"] = "3.1.0"
        about = {"description": ABOUT, "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}}
        return cls(app, spec_kwargs={"info": about})
