"""What a field of an event holds comes back as it was."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from eventsourcing.persistence import TranscodingNotRegisteredError

from application.store.codec import new_transcoder


@pytest.mark.parametrize(
    "value",
    [
        "Oʻzbekiston, “Зарафшан” 大学",
        2026,
        True,
        None,
        Decimal("1200.50"),
        datetime(2026, 9, 14, 7, 30, 0, 123456, tzinfo=UTC),
        date(2026, 9, 14),
        UUID("0b8fd3a4-5b2e-4d55-9c0e-7d1f0b9f8a11"),
        [{"en": "Student exchange", "days": [date(2026, 1, 31)]}],
    ],
)
def test_a_plain_value_comes_back_as_it_was(value: object) -> None:
    codec = new_transcoder()

    back = codec.decode(codec.encode({"value": value}))

    assert back == {"value": value}
    assert type(back["value"]) is type(value)


def test_the_stored_form_is_fixed() -> None:
    stored = new_transcoder().encode({"on": date(2026, 9, 14), "sum": Decimal("1.50"), "at": "Ташкент"})

    assert stored.decode() == (
        '{"on":{"_type_":"date_iso","_data_":"2026-09-14"},'
        '"sum":{"_type_":"decimal_str","_data_":"1.50"},"at":"Ташкент"}'
    )


def test_a_value_that_is_not_plain_is_refused() -> None:
    with pytest.raises(TranscodingNotRegisteredError):
        new_transcoder().encode({"areas": {"0311", "0413"}})
