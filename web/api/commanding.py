"""Routes by which something is recorded: one use case each, carried out once, on the version that it is based on."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import marshmallow as ma
from flask import Response, request
from flask_smorest import Blueprint

from application.done import Done
from application.store.answers import Answer, Attempt
from domain.shared.errors import Conflict, Invalid, NotFound, Taken
from domain.shared.event import Aggregate
from web.answering import Misnamed
from web.api.reading import OF_THE_ACT, Reader, act_of, expected_version, sent_key
from web.core import bitim
from web.problems import FieldsRefused
from web.schemas import answers

PREFIX = "/api/v1"

UseCase = Callable[..., Done]
Recall = Callable[[Answer, Mapping[str, Any]], Done]
"""Makes what was answered to a command that is sent again, from what is kept of the answer and what is asked for."""

REFUSED = dict.fromkeys(("400", "409", "413", "415", "422", "503"), "Problem")
REFUSED_ON_A_RECORD = REFUSED | dict.fromkeys(("404", "412", "428"), "Problem")
MEDIA_TYPES = {"json": "application/json", "form": "multipart/form-data"}


def plainly(answer: Answer, _fields: Mapping[str, Any]) -> Done:
    """The answer that says nothing but id and version."""
    return Done(answer.id, answer.version)


@dataclasses.dataclass(frozen=True)
class Answering:
    """How a command answers.

    Args:
        schema: of the body.
        recall: makes the same answer again.
        begins: the kind of record that the command makes, and answers with, if it makes one.
        shown_at: where records of this kind are shown.
    """

    schema: type[ma.Schema] = answers.Done
    recall: Recall = plainly
    begins: type[Aggregate] | None = None
    shown_at: str = ""

    @property
    def status(self) -> int:
        """Of the answer."""
        return 201 if self.begins else 200

    def response(self, done: Done) -> Response:
        """The answer itself."""
        body = json.dumps(dataclasses.asdict(done), default=str, ensure_ascii=False)
        response = Response(body, self.status, mimetype="application/json")
        response.headers["ETag"] = f'"{done.version}"'
        if self.begins:
            response.headers["Location"] = f"{request.root_path}{PREFIX}/{self.shown_at}/{done.id}"
        return response


class Commands(Blueprint):
    """The commands of one concept.

    Args:
        name: as in `application.bitim`, and in its addresses: ``memorandums``.
        description: for people.
        record_id: of the only record there is, if there is but one.
    """

    ARGUMENTS_PARSER = Reader()

    def __init__(self, name: str, *, description: str, record_id: UUID | None = None) -> None:
        super().__init__(name, name, url_prefix=f"{PREFIX}/{name.replace('_', '-')}", description=description)
        self.record_id = record_id

    def begins(self, rule: str, schema: type[ma.Schema], answering: Answering) -> Callable[[UseCase], UseCase]:
        """A command that begins a record: ``function(act, **fields)``."""

        def decorate(use_case: UseCase) -> UseCase:
            def view() -> Response:
                fields = self.ARGUMENTS_PARSER.fields(schema, "json")

                def carry_out() -> Done:
                    asked = dict(fields)
                    return use_case(act_of(asked), **asked)

                with about(None, fields):
                    done = once(fields, answering, None, carry_out)
                return answering.response(done)

            self._publish(rule, view, use_case, answering, schema=schema)
            return use_case

        return decorate

    def changes(
        self, rule: str, schema: type[ma.Schema], answering: Answering = Answering(), *, location: str = "json"
    ) -> Callable[[UseCase], UseCase]:
        """A command on a record that exists: ``function(id, act, expected_version, **fields)``.

        Args:
            rule: the address; the record's id is its only variable, if it has one.
            schema: of the fields.
            answering: how it answers.
            location: of the fields: ``json``, or ``form`` where a file comes with them.
        """

        def decorate(use_case: UseCase) -> UseCase:
            def view(**place: UUID) -> Response:
                fields = self.ARGUMENTS_PARSER.fields(schema, location)
                fields |= fields.pop("file", {})

                def carry_out() -> Done:
                    asked, expected = dict(fields), expected_version()
                    return use_case(*place.values(), act_of(asked), expected, **asked)

                (record_id,) = place.values() or [self.record_id]
                with about(record_id, fields):
                    done = once(fields, answering, record_id, carry_out)
                return answering.response(done)

            self._publish(rule, view, use_case, answering, schema=schema, location=location, on_a_record=True)
            return use_case

        return decorate

    def _publish(
        self,
        rule: str,
        view: Callable[..., Response],
        use_case: UseCase,
        answering: Answering,
        *,
        schema: type[ma.Schema],
        location: str = "json",
        on_a_record: bool = False,
    ) -> None:
        """Register the view at its address, and describe it."""
        view.__name__, view.__doc__ = use_case.__name__, use_case.__doc__
        headers = {"ETag": "ETag", **({"Location": "Location"} if answering.begins else {})}
        described = self.response(answering.status, answering.schema, headers=headers)(view)
        described = self.arguments(schema, location=location, content_type=MEDIA_TYPES[location])(described)
        described = self.doc(
            operationId=f"{self.name}.{use_case.__name__}",
            parameters=["Bitim-Account", "Idempotency-Key", *(["If-Match"] if on_a_record else [])],
            responses=REFUSED_ON_A_RECORD if on_a_record else REFUSED,
        )(described)
        self.serve(rule, view, described, "POST")

    def serve(self, rule: str, view: Callable[..., Response], described: Any, method: str = "GET") -> None:
        """Serve a view, which reads its fields itself, at an address.

        ``described`` is the view as the library's decorators have it: what they note is the description, and the four
        functions in which they wrap each call are left out.
        """
        vars(view)["_apidoc"] = vars(described)["_apidoc"]  # where the library looks for it
        self.route(rule, methods=[method])(view)


def once(
    fields: Mapping[str, Any], answering: Answering, record_id: UUID | None, carry_out: Callable[[], Done]
) -> Done:
    """Carry out a command; if it was sent under a key, then at most once."""
    key, subject = sent_key(fields), answering.begins or record_id
    if key is None or subject is None:
        return carry_out()
    done = bitim().repeats.once(Attempt(key, answering.status, subject), carry_out)
    return answering.recall(done, fields) if isinstance(done, Answer) else done


@contextmanager
def about(record_id: UUID | None, fields: Mapping[str, Any]) -> Iterator[None]:
    """Tell refusals of the record at this address from those of what the body names, and say where that stands.

    Raises:
        Misnamed: what the body names is not there.
        Conflict: ``changed_meanwhile``, if not this record but another that the command touches was changed.
    """
    try:
        yield
    except FieldsRefused:
        raise
    except Invalid as error:
        outer = _holder(error.field, fields)
        raise (error.within(outer) if outer else error) from error
    except NotFound as error:
        if error.code == "not_found" and error.data.get("id") == str(record_id):
            raise
        if outer := _holder(str(error.data.get("field", "")), fields):
            error.data["field"] = f"{outer}.{error.data['field']}"
        raise Misnamed(error) from error
    except Taken:
        raise
    except Conflict as error:
        if error.data.get("id") == str(record_id):
            raise
        raise Conflict("changed_meanwhile", **error.data) from error


def _holder(field: str, fields: Mapping[str, Any]) -> str | None:
    """The part of the body in which a field stands that a rule names without it; none, if it stands outside."""
    name = field.partition(".")[0]
    if not name or name in fields or name in OF_THE_ACT:
        return None
    return next((part for part in ("content", "changes", "known", "edition") if part in fields), None)
