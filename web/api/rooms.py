"""The room of one concept: its commands, and the questions about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import marshmallow as ma
from flask import Response

from application.memorandum.ready import Ready
from application.plain import to_bytes
from web.api.commanding import Commands

Answer = Mapping[str, Any]
Question = Callable[..., Answer | Ready]


REFUSED = dict.fromkeys(("422", "503"), "Problem")
REFUSED_ABOUT_A_RECORD = REFUSED | {"404": "Problem"}


class Room(Commands):
    """The addresses of one concept."""

    def asks(
        self, rule: str, query: type[ma.Schema], answer: type[ma.Schema], *, versioned: bool = False
    ) -> Callable[[Question], Question]:
        """A question: ``function(id, **query)``.

        Its answer leaves as it comes from the core, ready to be read; the schema describes it.

        Args:
            rule: the address.
            query: the conditions that may stand in its query.
            answer: describes the answer.
            versioned: whether it shows one record whole, with its version as ETag.
        """

        def decorate(question: Question) -> Question:
            def view(**place: Any) -> Response:
                found = question(*place.values(), **self.ARGUMENTS_PARSER.fields(query, "query"))
                if isinstance(found, Ready):
                    return as_it_is(found.answer, version=found.version if versioned else None)
                return shown(found, version=found["version"] if versioned else None)

            view.__name__, view.__doc__ = question.__name__, question.__doc__
            headers = {"ETag": "ETag"} if versioned else None
            described = self.response(200, answer, headers=headers)(view)
            described = self.arguments(query, location="query")(described)
            described = self.doc(
                operationId=f"{self.name}.{question.__name__}",
                responses=REFUSED_ABOUT_A_RECORD if "<" in rule else REFUSED,
            )(described)
            self.serve(rule, view, described)
            return question

        return decorate


def shown(found: Answer, *, status: int = 200, version: int | None = None) -> Response:
    """An answer in JSON."""
    return as_it_is(to_bytes(found), status=status, version=version)


def as_it_is(answer: bytes, *, status: int = 200, version: int | None = None) -> Response:
    """An answer that is JSON already."""
    response = Response(answer, status, content_type="application/json")
    if version is not None:
        response.headers["ETag"] = f'"{version}"'
    return response
