"""The history in sentences, with what was before and after."""

from typing import Any

from web.wording import history
from web.wording.names import Names

PARTNER = "6f3c7f8e-2c6b-4c1d-9f0a-3f6f5f2f1a11"
NAMES = Names(
    partners={PARTNER: "Shandong Jianzhu University"},
    parties={
        "p1": {"party_id": "p1", "partner_id": "ours", "unit": "", "ours": True, "name": "Zarafshon Institute"},
        "p2": {"party_id": "p2", "partner_id": PARTNER, "unit": "Faculty of Chemistry", "ours": False},
    },
    editions={"e1": "1", "e5": "2", "e9": ""},
)


def an_entry(topic: str, data: dict[str, Any], **other: Any) -> dict[str, Any]:
    """An event as the history keeps it."""
    return {"topic": topic, "version": 3, "data": data, "changes": [], "standings": [], **other}


def test_a_signature_names_person_office_edition_party_and_place() -> None:
    data = {
        "signatory": "B. Kadyrov",
        "office": "vice-rector",
        "place": "Tashkent",
        "party_id": "p1",
        "edition_id": "e5",
    }

    said = history.sentence(an_entry("memorandum.signed", data), NAMES)

    assert said == "B. Kadyrov, vice-rector, signed edition 2 for Zarafshon Institute, in Tashkent."


def test_a_partner_is_called_with_its_unit() -> None:
    data = {"edition_id": "e1", "party_id": "p2", "content_hash": "0"}

    said = history.sentence(an_entry("memorandum.approved_by_partner", data), NAMES)

    assert said == "Edition 1 approved by Shandong Jianzhu University, Faculty of Chemistry."


def test_an_edition_without_a_number_was_withdrawn() -> None:
    data = {"edition_id": "e9", "role": "legal"}

    assert history.sentence(an_entry("memorandum.cleared", data), NAMES) == "The withdrawn edition cleared by Legal."


def test_changes_name_the_place_and_both_values() -> None:
    entry = an_entry(
        "memorandum.revised",
        {"edition_id": "e5", "changes": {}},
        changes=[
            {
                "path": "editions.e5.term",
                "before": {"kind": "fixed", "until": "2026-12-31"},
                "after": {"kind": "fixed", "until": "2027-12-31"},
            },
            {"path": "owner", "before": "a.karimova", "after": "n.yusupov"},
        ],
    )

    assert history.changes(entry, NAMES) == [
        history.Change("Term, edition 2", "until 31 December 2026", "until 31 December 2027"),
        history.Change("Owner", "a.karimova", "n.yusupov"),
    ]


def test_days_whose_standing_changed_are_told() -> None:
    standings = [{"first": "2027-01-01", "until": "2027-12-31", "before": "expired", "after": "in_force"}]

    said = history.standings(an_entry("memorandum.corrected", {}, standings=standings))

    assert said == ["1 January 2027 to 31 December 2027: in force; before, expired."]


def test_what_later_entries_made_of_it_is_remarked() -> None:
    entry = an_entry(
        "memorandum.edition_recorded",
        {},
        corrected_by=[{"version": 7, "field": "effective_on", "value": "2024-09-01", "holds": True}],
        retracted_by=8,
    )

    assert history.remarks(entry, NAMES) == [
        "Corrected by entry 7: Day of effect reads 1 September 2024.",
        "Retracted by entry 8: it did not happen.",
    ]


def test_an_expiry_that_later_knowledge_moved_is_marked() -> None:
    entry = an_entry("memorandum.expired", {"edition_id": "e1"}, untrue=True)

    assert history.remarks(entry, NAMES) == ["As is known now, this did not come to pass."]


def test_an_objection_that_changed_no_standing_came_too_late() -> None:
    entry = an_entry("memorandum.objected", {"party_id": "p2", "against": None})

    assert history.remarks(entry, NAMES) == ["It came too late to stop a renewal, or the end was fixed already."]


def test_of_a_text_that_was_changed_the_clauses_that_differ_are_shown() -> None:
    texts = {"before": "1. Students.\n\n2. Five months.", "after": "1. Students.\n\n2. Six months.\n\n3. Staff."}
    entry = an_entry("memorandum.revised", {}, changes=[{"path": "editions.e1.texts.en", **texts}])

    assert history.changes(entry, NAMES) == [
        history.Change("Text in English, edition 1", "“2. Five months.”", "“2. Six months. … 3. Staff.”")
    ]


def test_an_approval_that_the_change_of_the_text_undoes_no_longer_counts() -> None:
    undone = {"path": "editions.e1.approvals.ours", "before": True, "after": None}

    (said,) = history.changes(an_entry("memorandum.revised", {}, changes=[undone]), NAMES)

    assert (said.before, said.after) == ("given", "no longer counts")


def test_a_withdrawn_edition_without_a_number_is_not_called_by_one() -> None:
    said = history.sentence(an_entry("memorandum.withdrawn", {"edition_id": "e9"}), NAMES)

    assert said == "An edition that had no number yet was withdrawn, before every party had signed."


def test_the_edge_of_the_calendar_is_not_told_as_a_day_on_which_something_began() -> None:
    standings = [
        {"first": "1900-01-01", "until": "2024-12-02", "before": None, "after": "undetermined"},
        {"first": "2024-12-03", "until": "2024-12-19", "before": "undetermined", "after": "undetermined"},
        {"first": "1900-01-01", "until": None, "before": None, "after": "undetermined"},
    ]

    assert history.standings(an_entry("memorandum.registered", {}, standings=standings)) == [
        "Until 2 December 2024: undetermined; before, not begun.",
        "On every day: undetermined; before, not begun.",
    ]


def test_what_went_and_what_came_in_one_place_is_told_as_one_change() -> None:
    old, new = {"party_id": "p2", "name": "S.", "place": ""}, {"party_id": "p2", "name": "S.", "place": "Safedob"}
    signatures = [
        {"path": "editions.e1.signatures", "before": old, "after": None},
        {"path": "editions.e1.signatures", "before": None, "after": new},
    ]

    (change,) = history.changes(an_entry("memorandum.revised", {}, changes=signatures), NAMES)
    further = [*signatures, {"path": "editions.e1.signatures", "before": None, "after": new}]

    assert "Safedob" not in change.before
    assert "Safedob" in change.after
    assert len(history.changes(an_entry("memorandum.revised", {}, changes=further), NAMES)) == 3


def test_an_area_that_no_field_limits_is_told_and_nothing_in_place_of_nothing_is_not() -> None:
    area = {"path": "editions.e1.areas.joint_research", "before": None, "after": []}
    silent = {"path": "owner", "before": None, "after": ""}

    assert [
        change.label for change in history.changes(an_entry("memorandum.revised", {}, changes=[area, silent]), NAMES)
    ] == ["Cooperation: joint research, edition 1"]


def test_what_an_earlier_entry_states_is_told_where_no_value_changes_with_it() -> None:
    corrected = an_entry(
        "memorandum.corrected", {}, changes=[{"path": "entries.5.reason", "before": "", "after": "The scan says so"}]
    )
    retracted = an_entry(
        "memorandum.retracted", {}, changes=[{"path": "entries.6", "before": "memorandum.corrected", "after": None}]
    )

    assert history.changes(corrected, NAMES) == [
        history.Change("Entry 5: reason", "not stated", "The scan says so"),
    ]
    assert history.changes(retracted, NAMES) == [history.Change("Entry 6", "happened", "did not happen")]


def test_a_title_in_a_further_language_was_not_there_before() -> None:
    added = {"path": "editions.e5.titles.uz", "before": None, "after": "Bitim"}

    (said,) = history.changes(an_entry("memorandum.revised", {}, changes=[added]), NAMES)

    assert (said.label, said.before, said.after) == ("Title in Uzbek, edition 2", "not there", "“Bitim”")


def test_what_is_told_of_a_stub_was_not_known_before() -> None:
    told = [
        {"path": "editions.e5.titles.uz", "before": None, "after": "Bitim"},
        {"path": "editions.e5.areas.joint_research", "before": None, "after": []},
    ]

    said = history.changes(an_entry("memorandum.stub_completed", {}, changes=told), NAMES)

    assert [(one.before, one.after) for one in said] == [("not known", "“Bitim”"), ("not known", "covered")]
