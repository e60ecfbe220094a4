"""Every command of the core is shown over HTTP, carried out and refused."""

from __future__ import annotations

from collections.abc import Iterable

from tests.contracts.test_openapi import NOT_OVER_HTTP, commands
from tests.web.api import (
    test_commands_on_memorandums,
    test_imports,
    test_institution,
    test_memorandums,
    test_mobility,
    test_partners,
    test_requests,
)

IN_TABLES = {
    *(f"memorandums.{case.verb}" for case in test_commands_on_memorandums.CASES),
    *(f"partners.{verb}" for verb, *_ in test_partners.CASES),
    *(f"mobility_cases.{verb}" for verb in test_mobility.FOLLOWING),
}
"""Those of which one table has both."""

APART = {
    "memorandums.draft": (
        test_memorandums.test_a_draft_is_begun_with_the_next_free_number,
        test_memorandums.test_a_draft_under_a_taken_number_is_refused_and_its_holder_named,
    ),
    "memorandums.register": (
        test_memorandums.test_a_memorandum_from_paper_is_registered,
        test_memorandums.test_a_memorandum_from_paper_without_parties_is_refused,
    ),
    "memorandums.approve": (
        test_memorandums.test_our_approval_waits_for_the_review,
        test_memorandums.test_our_approval_waits_for_the_review,
    ),
    "memorandums.attach_document": (
        test_memorandums.test_a_document_is_attached_with_its_bytes,
        test_memorandums.test_a_document_without_its_bytes_is_refused,
    ),
    "memorandums.supersede": (
        test_memorandums.test_a_memorandum_is_superseded_by_another_one,
        test_memorandums.test_a_memorandum_is_superseded_by_another_one,
    ),
    "memorandums.place_under_framework": (
        test_memorandums.test_an_agreement_is_placed_under_its_framework,
        test_memorandums.test_an_agreement_is_placed_under_its_framework,
    ),
    "partners.register": (
        test_partners.test_a_partner_is_registered,
        test_partners.test_a_partner_of_an_unknown_kind_is_refused,
    ),
    "partners.retract": (
        test_partners.test_what_did_not_happen_to_a_partner_is_retracted,
        test_partners.test_what_did_not_happen_to_a_partner_is_retracted,
    ),
    "mobility_cases.nominate": (
        test_mobility.test_a_person_is_nominated_under_an_opaque_id,
        test_mobility.test_a_nomination_out_of_form_is_refused,
    ),
    "mobility_cases.register": (
        test_mobility.test_a_case_is_entered_from_paper_cancelled_and_interrupted,
        test_mobility.test_what_is_entered_from_paper_out_of_form_is_refused,
    ),
    "requests.make": (
        test_requests.test_a_request_is_made,
        test_requests.test_a_request_that_names_no_partner_is_refused,
    ),
    "requests.accept": (
        test_requests.test_a_request_is_accepted_with_a_draft,
        test_requests.test_a_request_that_is_answered_is_not_answered_again,
    ),
    "requests.decline": (
        test_requests.test_a_request_is_declined_with_a_reason_or_not_at_all,
        test_requests.test_a_request_that_is_answered_is_not_answered_again,
    ),
    "requests.withdraw": (
        test_requests.test_only_the_one_who_made_a_request_takes_it_back,
        test_requests.test_only_the_one_who_made_a_request_takes_it_back,
    ),
    "imported_files.decide": (
        test_imports.test_what_is_left_to_a_person_is_asked_for_and_decided,
        test_imports.test_a_question_that_was_not_asked_is_not_decided,
    ),
    "institution.define_kind": (
        test_institution.test_the_first_decision_is_based_on_no_version,
        test_institution.test_what_every_institution_has_is_not_defined_again,
    ),
    "institution.set_review_route": (
        test_institution.test_the_first_decision_is_based_on_no_version,
        test_institution.test_a_role_stands_on_a_route_once,
    ),
    "institution.permit_overrides": (
        test_institution.test_the_roles_that_may_go_beyond_the_places_are_named,
        test_institution.test_a_role_that_may_go_beyond_the_places_is_named_once,
    ),
    "institution.load_universities": (
        test_institution.test_a_list_of_universities_is_taken_in,
        test_institution.test_what_is_no_list_of_universities_is_refused,
    ),
}
"""The others: the test in which it is carried out, and the one in which it is refused."""


def not_shown(names: Iterable[str]) -> set[str]:
    """The commands of which it is not said where they are shown over HTTP."""
    return set(names) - IN_TABLES - set(APART) - NOT_OVER_HTTP


def test_every_command_is_shown_carried_out_and_refused() -> None:
    assert not_shown(commands()) == set()
    assert set(APART) <= set(commands())


def test_a_command_that_is_not_shown_is_found() -> None:
    assert not_shown(["memorandums.frame", "memorandums.sign"]) == {"memorandums.frame"}
