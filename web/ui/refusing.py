"""A refusal as a page: what stands against it, what would be accepted, and a way on."""

from __future__ import annotations

from flask import Response, make_response, render_template, request

from domain.shared.errors import BitimError, Invalid
from web.wording.language import gettext as _
from web.wording.problems import Problem, problem

UNFIT = 400
"""An address that asks for something in a form that no page accepts."""


def page(error: BitimError, status: int) -> Response:
    """The page of a refusal.

    Args:
        error: what is refused.
        status: the status that a program would get; an address with a value out of form is a bad request here.
    """
    fits = not isinstance(error, Invalid)
    again = bool(request.args) and request.method == "GET" and not fits
    body = render_template(
        "problem.html", problem=_said(error), status=status if fits else UNFIT, unfit=not fits, again=again
    )
    return make_response(body, status if fits else UNFIT)


def _said(error: BitimError) -> Problem:
    """The refusal in words; what tells a program where to look tells a person something else."""
    said = problem(error)
    if error.code != "address_unknown":
        return said
    way = _("The address may have been written down wrongly. Every memorandum is found in the register.")
    return Problem(said.title, said.detail, way)
