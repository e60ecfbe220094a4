"""`bitim show` tells all of a memorandum, a partner, a request."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tests import given
from tests.web.cli.conftest import Desk

M = str(given.MEMORANDUM)


def columns(said: str) -> list[str]:
    """The lines, with one space between columns."""
    return [" ".join(line.split()) for line in said.splitlines()]


def test_who_signed_is_shown_with_office_day_and_place(desk: Desk) -> None:
    desk.given(given.an_approved_draft)
    desk.ask("sign", M, "--party", "p1", "--signatory", "A. Karimov", "--office", "Rector", "--place", "Jinan")

    assert "Our institution A. Karimov Rector 14 September 2026 Jinan" in columns(desk.type("show", M).stdout)


def test_a_partners_own_number_stands_beside_it(desk: Desk) -> None:
    desk.given(given.a_drafted_memorandum)
    desk.ask("record-partner-reference", M, "--party", "p2", "--reference", "SDJZU-77")

    assert "p2 Shandong Jianzhu University, keeps it under SDJZU-77" in desk.type("show", M).stdout


def test_a_framework_and_what_is_under_it_show_each_other(desk: Desk) -> None:
    desk.given(lambda: given.a_signed_memorandum("2026-09-01"))
    desk.ask("place-under-framework", M, "--framework", "MOU-2026-0099")

    assert "Under the framework MOU-2026-0099, Framework agreement" in columns(desk.type("show", M).stdout)
    under = "Agreements under it MOU-2026-0031, Memorandum of understanding"
    assert under in columns(desk.type("show", "MOU-2026-0099").stdout)


def test_s10_approved_by_us_alone_it_awaits_the_partner(desk: Desk) -> None:
    desk.given(given.a_submitted_draft)
    for role in ("legal", "finance"):
        desk.ask("clear", M, "--role", role)

    said = desk.type("approve", M).stdout

    assert "Approved by us, awaiting partner; waits for: approval by Shandong Jianzhu University." in said
    assert "Stage Approved by us, awaiting partner" in columns(desk.type("show", M).stdout)
    assert "Approved by us, awaiting partner" in desk.type("list").stdout


def test_s09_an_approval_of_an_earlier_text_stays_visible(desk: Desk) -> None:
    desk.given(given.a_submitted_draft)
    desk.ask("record-partner-approval", M, "--party", "p2")
    desk.ask("revise", M, "--title", "en=Another title")

    said = desk.type("show", M).stdout

    assert "Approval by Shandong Jianzhu University, of an earlier text: no longer counts" in said
    assert "our approval and approval by Shandong Jianzhu University" in said


def test_a_document_is_shown_with_the_digest_of_its_bytes(desk: Desk, tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF")
    desk.ask("attach", "MOU-2026-0099", str(scan), "--label", "scan", "--language", "uz")

    digest = hashlib.sha256(b"%PDF").hexdigest()
    assert f"scan.pdf scan Uzbek edition 1 4 bytes {digest}" in columns(desk.type("show", "MOU-2026-0099").stdout)
    assert "not there → scan.pdf, scan, Uzbek, 4 bytes" in desk.type("history", "MOU-2026-0099").stdout


def test_the_full_text_is_shown_in_each_language_when_it_is_asked_for(desk: Desk) -> None:
    desk.given(
        lambda: given.a_drafted_memorandum(texts={"en": "1. [Students] go.\n\n2. Staff go.", "uz": "1. Talabalar."})
    )

    assert "Staff go." not in desk.type("show", M).stdout
    said = desk.type("show", M, "--text").stdout
    assert "Text in English\n1. [Students] go.\n\n2. Staff go.\n\nText in Uzbek\n1. Talabalar.\n" in said


def test_what_may_be_done_is_named_as_it_is_typed(desk: Desk) -> None:
    desk.given(given.a_drafted_memorandum)

    possible = desk.type("show", M).stdout.splitlines()[-1]

    assert possible.startswith("Possible now: assign-owner, attach, ")
    assert ", record-partner-approval, " in possible


def test_a_partner_shows_former_identifiers_and_who_took_whose_place(desk: Desk) -> None:
    for value in ("sdjzu.edu", "sdjzu.edu.cn"):
        desk.ask("partner", "identify", str(given.SHANDONG), "--scheme", "schac", "--value", value)
    successor = ["--successor", "University of Cantabria", "--effective-on", "2026-01-01"]
    desk.ask("partner", "record-successor", str(given.SHANDONG), *successor)

    old = columns(desk.type("partner", "show", str(given.SHANDONG)).stdout)
    new = columns(desk.type("partner", "show", "University of Cantabria").stdout)

    assert {"SCHAC sdjzu.edu.cn", "Formerly SCHAC sdjzu.edu"} <= set(old)
    assert "Succeeded by University of Cantabria, from 1 January 2026" in old
    assert "Took the place of Shandong Jianzhu University, from 1 January 2026" in new


def test_a_request_shows_the_draft_that_it_led_to(desk: Desk) -> None:
    desk.given(given.a_request)
    content = ["--ours", "Our institution", "--with", "University of Cantabria", "--title", "en=Management"]
    desk.ask("request", "accept", str(given.REQUEST), "--owner", "me", "--reference", "MOU-2026-0500", *content)

    assert "Memorandum MOU-2026-0500" in columns(desk.type("request", "show", str(given.REQUEST)).stdout)


def test_a_kind_of_ones_own_is_called_by_its_name(desk: Desk) -> None:
    desk.ask("institution", "define-kind", "olympiad_agreement", "--label", "en=Agreement on an olympiad")
    parties = ["--ours", "Our institution", "--with", "University of Cantabria"]
    desk.ask("draft", "--owner", "me", "--kind", "olympiad_agreement", "--title", "en=Olympiad", *parties)

    listed = desk.type("list", "--kind", "olympiad_agreement")

    assert "Agreement on an olympiad" in listed.stdout


def test_an_unknown_kind_is_refused_with_those_there_are(desk: Desk) -> None:
    desk.ask("institution", "define-kind", "olympiad_agreement", "--label", "en=Agreement on an olympiad")

    refused = desk.type("list", "--kind", "nonsense")

    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "letter_of_intent" in refused.stderr
    assert "olympiad_agreement" in refused.stderr


def test_a_party_that_was_replaced_and_a_link_that_was_retracted_are_called_by_name_in_the_history(desk: Desk) -> None:
    desk.given(given.a_drafted_memorandum)
    desk.ask("revise", M, "--ours", "Our institution", "--with", "University of Cantabria")
    desk.ask("place-under-framework", M, "--framework", "MOU-2026-0099")
    desk.ask("retract", M, "--event", "3", "--reason", "Another one was meant")

    said = desk.type("history", M).stdout

    assert "Shandong Jianzhu University → not there" in said
    assert "MOU-2026-0099 → not there" in said
    assert str(given.SHANDONG) not in said


def test_editions_are_shown_with_those_in_preparation_and_an_unknown_day_is_said_to_be(desk: Desk) -> None:
    desk.given(lambda: given.a_memorandum_from_paper(updated_form=True))
    desk.ask("renew", M, "--area", "joint_research")

    shown, listed = (columns(desk.type(question, M).stdout) for question in ("show", "editions"))

    for said in (shown, listed):
        assert any(line.startswith("1 Known only to have existed Signed day unknown") for line in said)
        assert any(line.startswith("3 Renewal in an updated form Drafted") for line in said)


def test_an_amendment_stands_among_the_editions(desk: Desk) -> None:
    desk.given(lambda: given.a_signed_memorandum("2026-09-01"))
    desk.ask("amend", M, "--area", "training")

    assert any(line.startswith("1.1 Amendment Drafted") for line in columns(desk.type("show", M).stdout))
