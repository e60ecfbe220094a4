"""What sort of edition it is."""

import pytest

from web.wording.natures import nature


@pytest.mark.parametrize(
    ("edition", "said"),
    [
        ({"nature": "paper", "number": "1"}, "Entered from paper"),
        ({"nature": "paper", "number": "2"}, "Renewal in an updated form, from paper"),
        ({"nature": "paper", "number": "2.1"}, "Amendment, from paper"),
        ({"nature": "paper", "number": "1", "stub": True}, "Known only to have existed"),
        (
            {"nature": "paper", "number": "1", "stub": True, "signed_on": {"earliest": "1900-01-01"}},
            "Known only to have existed",
        ),
        (
            {"nature": "paper", "number": "1", "stub": True, "signed_on": {"earliest": "2019-05-20"}},
            "Entered from paper",
        ),
        ({"nature": "renewal", "number": None}, "Renewal in an updated form"),
    ],
)
def test_an_edition_from_paper_says_whether_it_renews_or_amends(edition: dict[str, object], said: str) -> None:
    assert nature(edition) == said
