"""Terms as people read them."""

from typing import Any

import pytest

from web.wording import terms

YEARS_5 = {"count": 5, "unit": "years"}
MONTHS_6 = {"count": 6, "unit": "months"}


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ({"kind": "fixed", "until": "2026-12-31"}, "until 31 December 2026"),
        ({"kind": "fixed", "until": "2026"}, "until 2026"),
        ({"kind": "fixed", "length": YEARS_5}, "for 5 years"),
        ({"kind": "fixed", "until": "2026-12-31", "length": YEARS_5}, "until 31 December 2026 (5 years)"),
        ({"kind": "fixed"}, "until a fixed day that is not known"),
        (
            {"kind": "tacit", "length": YEARS_5, "renewal": YEARS_5, "notice": MONTHS_6},
            "for 5 years, then renewed for 5 years at a time unless a party objects 6 months before the end",
        ),
        (
            {"kind": "tacit"},
            "for a first period of unknown length, then renewed for a length that is not known unless a party objects",
        ),
        ({"kind": "evergreen", "notice": MONTHS_6}, "without an end, ended by a notice of 6 months"),
        ({"kind": "evergreen"}, "without an end"),
        ({"kind": "perpetual"}, "for ever"),
        ({"kind": "unknown"}, "how long is not known"),
        (None, "how long is not known"),
    ],
)
def test_a_term_is_one_phrase(term: dict[str, Any] | None, said: str) -> None:
    assert terms.term(term) == said


@pytest.mark.parametrize(
    ("count", "unit", "said"),
    [
        (1, "years", "1 year"),
        (30, "days", "30 days"),
        (18, "months", "18 months"),
        (2, "academic_years", "2 academic years"),
    ],
)
def test_a_length_counts_its_unit(count: int, unit: str, said: str) -> None:
    assert terms.length({"count": count, "unit": unit}) == said
