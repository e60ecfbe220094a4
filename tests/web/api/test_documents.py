"""The documents of the API: there without an outside address, without scripts, and complete."""

from __future__ import annotations

import re

import pytest

from tests.web.api.desk import Desk
from web.wording.problems import PROBLEMS

PAGES = ["/api/docs", "/api/docs/tutorial", "/api/docs/problems"]


@pytest.mark.parametrize("page", PAGES)
def test_a_document_stands_alone(desk: Desk, page: str) -> None:
    answer = desk.client.get(page)

    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "<script" not in answer.text
    assert "style=" not in answer.text
    assert re.findall(r'(?:src|href)="(?!/|#)([^"]*)"', answer.text) == []


def test_every_address_is_shown_with_what_it_takes_and_how_it_answers(desk: Desk) -> None:
    page = desk.client.get("/api/docs").text
    described = desk.get("/openapi.json").json

    for path in described["paths"]:
        assert f"<code>{path}</code>" in page
    for schema in described["components"]["schemas"]:
        assert f'<h3 id="{schema}">' in page
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r'id="([^"]+)"', page))


def test_every_problem_leads_to_its_explanation(desk: Desk) -> None:
    page = desk.client.get("/api/docs/problems").text
    problem = desk.get("/nothing").json

    assert problem["type"] == "/api/docs/problems#address_unknown"
    assert {f'<h3 id="{code}">' for code in PROBLEMS} <= set(re.findall(r'<h3 id="[^"]+">', page))


def test_its_style_sheet_is_there(desk: Desk) -> None:
    (sheet,) = re.findall(r'rel="stylesheet" href="([^"]+)"', desk.client.get("/api/docs").text)

    with desk.client.get(sheet) as answer:
        assert (answer.status_code, answer.mimetype) == (200, "text/css")


def test_a_document_that_is_not_there_is_a_problem(desk: Desk) -> None:
    assert desk.client.get("/api/docs/nothing").json["code"] == "address_unknown"
