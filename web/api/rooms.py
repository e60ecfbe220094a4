"""The room of one concept: its commands, and the questions about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import marshmallow as ma
from flask import Response

from application.plain import to_json
from web.api.commanding import Commands

Answer = Mapping[str, Any]
Question = Callable[..., Answer]


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
            def view(conditions: dict[str, Any], **place: Any) -> Response:
                found = question(*place.values(), **conditions)
                return shown(found, version=found["version"] if versioned else None)

            view.__name__, view.__doc__ = question.__name__, question.__doc__
            headers = {"ETag": "ETag"} if versioned else None
            published = self.response(200, answer, headers=headers)(view)
            published = self.arguments(query, location="query")(published)
            published = self.doc(
                operationId=f"{self.name}.{question.__name__}",
                responses=REFUSED_ABOUT_A_RECORD if "<" in rule else REFUSED,
            )(published)
            self.route(rule)(published)
            return question

        return decorate


def shown(found: Answer, *, status: int = 200, version: int | None = None) -> Response:
    """An answer in JSON."""
    response = Response(to_json(found), status, mimetype="application/json")
    if version is not None:
        response.headers["ETag"] = f'"{version}"'
    return response
