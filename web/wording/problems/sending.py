"""Refusals that come from how a command was sent: keys under which it may be sent again."""

from __future__ import annotations

from web.wording.language import gettext as _
from web.wording.names import Names
from web.wording.problems.table import Data, Problem, explains, shown


@explains("key_in_flight")
def _key_in_flight(data: Data, _names: Names) -> Problem:
    return Problem(
        _("It is being carried out"),
        _("The command sent under the key %(key)s is still being carried out.", key=shown(data["key"])),
        _("Wait a second, and send it again: it will have the answer of the first."),
    )


@explains("key_reused")
def _key_reused(data: Data, _names: Names) -> Problem:
    return Problem(
        _("The key was used for something else"),
        _("Another command was carried out under the key %(key)s.", key=shown(data["key"])),
        _("Send a new command under a new key."),
    )


@explains("key_unusable")
def _key_unusable(_data: Data, _names: Names) -> Problem:
    return Problem(
        _("The key cannot be used"),
        _("The header Idempotency-Key is empty, too long, or holds signs that a header cannot."),
        _("1 to 200 visible ASCII characters, such as a UUID."),
    )


@explains("account_missing")
def _account_missing(_data: Data, _names: Names) -> Problem:
    return Problem(
        _("Nobody says who records it"),
        _("The header Bitim-Account is missing."),
        _("Name the account for which you write: Bitim-Account: office-1."),
    )


@explains("version_missing")
def _version_missing(_data: Data, _names: Names) -> Problem:
    return Problem(
        _("The version is missing"),
        _("A command on a record says on which version it is based."),
        _('Send the ETag with which you read it: If-Match: "7".'),
    )


@explains("version_unusable")
def _version_unusable(_data: Data, _names: Names) -> Problem:
    return Problem(
        _("The version cannot be used"),
        _("If-Match is not exactly one strong tag: a list, a weak tag or * says on which version nothing is based."),
        _('Send the ETag with which you read the record, quotes and all: If-Match: "7".'),
    )


@explains("changed_meanwhile")
def _changed_meanwhile(_data: Data, _names: Names) -> Problem:
    return Problem(
        _("Something else has changed meanwhile"),
        _("Another record that the command concerns was changed in the same moment. Nothing was stored."),
        _("Send the command again."),
    )


@explains("address_unknown")
def _address_unknown(data: Data, _names: Names) -> Problem:
    return Problem(
        _("There is nothing at this address"),
        _("%(path)s is no address of this service.", path=shown(data.get("path", ""))),
        _("The addresses are described at /api/docs."),
    )


@explains("method_not_allowed")
def _method_not_allowed(data: Data, _names: Names) -> Problem:
    return Problem(
        _("This cannot be done with this address"),
        _("%(path)s does not take %(method)s.", path=shown(data["path"]), method=shown(data["method"])),
        _("The methods that it takes stand in the header Allow."),
    )


@explains("body_too_large")
def _body_too_large(_data: Data, _names: Names) -> Problem:
    return Problem(
        _("The body is too large"),
        _("More bytes were sent than a request may have."),
        _("A request may have 4 MB, and one that attaches a document as much more as a document may have."),
    )


@explains("media_type_unsupported")
def _media_type_unsupported(_data: Data, _names: Names) -> Problem:
    return Problem(
        _("The body is of another type"),
        _("The header Content-Type does not name a type that this address takes."),
        _("application/json in UTF-8; multipart/form-data where a document is attached."),
    )


@explains("body_unreadable")
def _body_unreadable(_data: Data, _names: Names) -> Problem:
    return Problem(
        _("The body cannot be read"),
        _("It is not well-formed JSON in UTF-8, it is nested too deeply, or it names a member twice."),
        _("One JSON object, at most 12 levels deep."),
    )


@explains("request_refused")
def _request_refused(_data: Data, _names: Names) -> Problem:
    return Problem(
        _("The request cannot be understood"),
        _("It is not a request as HTTP has them."),
        _("The addresses, and what they take, are described at /api/docs."),
    )


@explains("internal_error")
def _internal_error(_data: Data, _names: Names) -> Problem:
    return Problem(
        _("Something has gone wrong here"),
        _("This is a mistake of Bitim’s, not yours. What happened stands in the service’s log."),
        _("Read the record again before doing it again; tell whoever runs the service."),
    )
