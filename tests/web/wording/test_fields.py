"""What fields are called."""

import pytest

from web.wording.fields import label


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("owner", "Owner"),
        ("parties.1.unit", "Parties 2: unit"),
        ("areas.0.fields", "Areas of cooperation 1: fields of study"),
        ("areas.0.fields.2", "Areas of cooperation 1: fields of study 3"),
        ("term.renewal", "Term: renewal length"),
        ("not_yet_named", "Not yet named"),
    ],
)
def test_a_field_is_named_after_those_around_it(field: str, said: str) -> None:
    assert label(field) == said
