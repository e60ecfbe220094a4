"""What changed between two editions, in sentences."""

from web.wording import changes
from web.wording.names import Names

NAMES = Names()


def test_additions_of_areas_stand_in_one_sentence() -> None:
    added = [
        {"part": "areas", "change": "added", "area": area, "before": None, "after": []}
        for area in ("staff_exchange", "joint_programmes", "joint_research")
    ]

    assert changes.sentences(added, NAMES) == [
        "New areas of cooperation: staff exchange, joint programmes and joint research."
    ]


def test_what_was_not_known_before_is_not_called_an_addition() -> None:
    found = [
        {"part": "areas", "change": "now_known", "area": "joint_research", "before": None, "after": []},
        {"part": "term", "change": "now_known", "before": None, "after": {"kind": "fixed", "until": "2029"}},
        {"part": "titles", "change": "now_known", "language": "en", "before": None, "after": "On cooperation"},
    ]

    assert changes.sentences(found, NAMES) == [
        "Term, not known before: until 2029.",
        "Title in English, not known before: “On cooperation”.",
        "Areas of cooperation, not known before: joint research.",
    ]


def test_a_changed_value_is_told_with_the_one_before() -> None:
    found = [
        {
            "part": "term",
            "change": "changed",
            "before": {"kind": "fixed", "length": {"count": 5, "unit": "years"}},
            "after": {"kind": "fixed", "length": {"count": 3, "unit": "years"}},
        },
        {"part": "effective_on", "change": "removed", "before": "2024-09-01", "after": None},
        {"part": "texts", "change": "changed", "language": "ru"},
        {"part": "areas", "change": "changed", "area": "training", "before": [], "after": ["0711"]},
        {"part": "areas", "change": "removed", "area": "publications", "before": [], "after": None},
    ]

    assert changes.sentences(found, NAMES) == [
        "Term: for 3 years; before, for 5 years.",
        "Day of effect is no longer stated; before, 1 September 2024.",
        "The text in Russian was changed.",
        "No longer covered: publications.",
        "Fields of training: Chemical engineering and processes; before, all fields of study.",
    ]


def test_parties_that_come_go_and_change_are_named() -> None:
    osh = {"party_id": "p3", "partner_id": "a", "name": "Osh State University", "unit": ""}
    unnamed = {"party_id": "p2", "partner_id": None, "counterparty": "an enterprise of the Sughd zone", "unit": ""}
    found = [
        {"part": "parties", "change": "added", "party_id": "p3", "before": None, "after": osh},
        {"part": "parties", "change": "removed", "party_id": "p3", "before": osh, "after": None},
        {"part": "parties", "change": "changed", "party_id": "p2", "before": unnamed, "after": osh},
    ]

    assert changes.sentences(found, NAMES) == [
        "Osh State University is a new party.",
        "Osh State University is no longer a party.",
        "Osh State University stands in place of an enterprise of the Sughd zone (not yet named).",
    ]


def test_what_a_paper_edition_does_not_tell_is_not_said_to_have_ended() -> None:
    osh = {"party_id": "p3", "partner_id": "a", "name": "Osh State University", "unit": ""}
    term = {"kind": "fixed", "length": {"count": 5, "unit": "years"}}
    found = [
        {"part": "term", "change": "not_known", "before": term, "after": None},
        {"part": "parties", "change": "not_known", "party_id": "p3", "before": osh, "after": None},
        {"part": "titles", "change": "not_known", "language": "en", "before": "On cooperation", "after": None},
        {"part": "texts", "change": "not_known", "language": "en"},
    ]

    assert changes.sentences(found, NAMES) == [
        "Term is not known; before, for 5 years.",
        "It is not known whether Osh State University is still a party.",
        "The title in English is not known; before, “On cooperation”.",
        "The text in English is not known.",
    ]
