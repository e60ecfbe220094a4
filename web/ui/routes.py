"""The addresses of the pages. Each asks its view, and fills its template."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import Blueprint, Response, render_template, request

from application.bitim import Bitim
from domain.shared.errors import NotFound
from web.core import bitim
from web.exporting.sending import sent
from web.ui import documents
from web.ui.asking import Question
from web.ui.views import (
    caseload,
    cases,
    dormant,
    duplicates,
    editions,
    followup,
    forecast,
    health,
    history,
    memorandum,
    movement,
    partners,
    questions,
    register,
    renewals,
    requests,
)

pages = Blueprint("pages", __name__, template_folder="templates", static_folder="static", static_url_path="/static")

View = Callable[[Bitim, Question], Any]
ViewOfOne = Callable[[Bitim, UUID, Question], Any]


def question() -> Question:
    """What the present request asks for."""
    return Question(request.args, bitim().today(), bitim().settings.zone)


def show(template: str, load: View) -> str:
    """A page."""
    return render_template(template, view=load(bitim(), question()))


def show_one(template: str, load: ViewOfOne, kind: str, record_id: str) -> str:
    """The page of one record.

    Raises:
        NotFound: no record of this kind has this id.
    """
    try:
        known = UUID(record_id)
    except ValueError:
        raise NotFound(kind=kind, id=record_id[:100]) from None
    return render_template(template, view=load(bitim(), known, question()))


@pages.get("/")
def list_memorandums() -> str:
    """The register."""
    return show("register.html", register.load)


@pages.get("/register.<any(csv, xlsx, jsonl):form>")
def take_register(form: str) -> Response:
    """The register as a file."""
    return sent(register.take(bitim(), question(), form))


@pages.get("/memorandums/<memorandum_id>")
def show_memorandum(memorandum_id: str) -> str:
    """One memorandum."""
    return show_one("memorandum.html", memorandum.load, "memorandum", memorandum_id)


@pages.get("/memorandums/<memorandum_id>/history")
def show_history(memorandum_id: str) -> str:
    """The history of a memorandum."""
    return show_one("history.html", history.load, "memorandum", memorandum_id)


@pages.get("/memorandums/<uuid:memorandum_id>/history.<any(csv, xlsx, jsonl):form>")
def take_history(memorandum_id: UUID, form: str) -> Response:
    """The history of a memorandum as a file."""
    return sent(history.take(bitim(), memorandum_id, question(), form))


@pages.get("/memorandums/<memorandum_id>/editions")
def show_editions(memorandum_id: str) -> str:
    """The editions of a memorandum, and what changed between them."""
    return show_one("editions.html", editions.load, "memorandum", memorandum_id)


@pages.get("/memorandums/<memorandum_id>/documents/<sha256>")
def hand_out_document(memorandum_id: str, sha256: str) -> Response:
    """A document of a memorandum, to be saved."""
    return documents.hand_out(bitim(), memorandum_id, sha256)


@pages.get("/renewals")
def list_renewals() -> str:
    """The renewals."""
    return show("renewals.html", renewals.load)


@pages.get("/forecast")
def show_forecast() -> str:
    """What stands on a day to come."""
    return show("forecast.html", forecast.load)


@pages.get("/follow-up")
def list_follow_up() -> str:
    """What waits for somebody."""
    return show("followup.html", followup.load)


@pages.get("/dormant")
def list_dormant() -> str:
    """The dormant memorandums."""
    return show("dormant.html", dormant.load)


@pages.get("/cases")
def list_cases() -> str:
    """The mobility cases."""
    return show("caseload.html", caseload.load)


@pages.get("/cases.<any(csv, xlsx, jsonl):form>")
def take_cases(form: str) -> Response:
    """The mobility cases as a file."""
    return sent(caseload.take(bitim(), question(), form))


@pages.get("/cases/counts")
def count_cases() -> str:
    """The mobility cases, counted."""
    return show("case_counts.html", caseload.load_counts)


@pages.get("/cases/abroad")
def list_present() -> str:
    """Who is abroad, or here."""
    return show("present.html", movement.load_present)


@pages.get("/cases/uncovered")
def list_uncovered() -> str:
    """The cases with uncovered days."""
    return show("uncovered.html", movement.load_uncovered)


@pages.get("/cases/balance")
def show_balance() -> str:
    """Sent against received."""
    return show("balance.html", movement.load_balance)


@pages.get("/cases/<case_id>")
def show_case(case_id: str) -> str:
    """One mobility case."""
    return show_one("case.html", cases.load, "mobility", case_id)


@pages.get("/questions")
def list_questions() -> str:
    """What registers that were taken in leave to a person."""
    return show("questions.html", questions.load)


@pages.get("/cases/<uuid:case_id>/history.<any(csv, xlsx, jsonl):form>")
def take_case_history(case_id: UUID, form: str) -> Response:
    """The history of a mobility case as a file."""
    return sent(cases.take(bitim(), case_id, question(), form))


@pages.get("/partners")
def list_partners() -> str:
    """The partners."""
    return show("partners.html", partners.load)


@pages.get("/partners/near-duplicates")
def list_near_duplicates() -> str:
    """Partners that may be one organisation."""
    return show("near_duplicates.html", duplicates.load)


@pages.get("/partners/<partner_id>")
def show_partner(partner_id: str) -> str:
    """One partner."""
    return show_one("partner.html", partners.load_one, "partner", partner_id)


@pages.get("/requests")
def list_requests() -> str:
    """The requests for a partnership."""
    return show("requests.html", requests.load)


@pages.get("/health")
def show_health() -> str:
    """Whether the lists are level with the log."""
    return show("health.html", health.load)
