"""Whatever is given for a field is read or refused, never anything else."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from domain.memorandum import content
from domain.memorandum.paper import signatures
from domain.partner.identifiers import identifiers
from domain.partner.names import aliases_each_once
from domain.shared.act import Act, Source
from domain.shared.codes import by_language, country, field_of_study, identifier, sha256
from domain.shared.errors import Invalid
from domain.shared.text import code, line, paragraph

WORDS = st.sampled_from(
    "en titles partner_id party_id counterparty ours unit area fields training kind fixed tacit until length count "
    "years renewal notice 2024 2024-02-30 p1 signatory signed_on 7b357fe9-835d-5cd3-9d0f-9756b9fd753d".split()
)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | WORDS | st.text(max_size=5) | st.binary(max_size=3)
ANYTHING = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS | st.integers(), inner, max_size=4),
    max_leaves=12,
)

READERS = {
    **content.PARSERS,
    "signatures": lambda value, field: signatures(value, [{"party_id": "p1"}], field),
    "identifiers": identifiers,
    "aliases": aliases_each_once,
    "actor": lambda value, _: Act(value),
    "occurred_on": lambda value, _: Act("officer-1", occurred_on=value),
    "certainty": lambda value, _: Act("officer-1", certainty=value),
    "reason": lambda value, _: Act("officer-1", reason=value),
    "source.title": lambda value, _: Source(value),
    "source.passage": lambda value, _: Source("Scan", passage=value),
    "source.sha256": lambda value, _: Source("Scan", sha256=value),
    "by_language": lambda value, field: by_language(value, field, least=1),
    "country": country,
    "field_of_study": field_of_study,
    "identifier": identifier,
    "sha256": sha256,
    "code": code,
    "line": lambda value, field: line(value, field, 5),
    "paragraph": lambda value, field: paragraph(value, field, 5),
}


@pytest.mark.parametrize("field", READERS)
@settings(max_examples=25)
@given(value=ANYTHING)
@example(value=["unhashable"])
def test_any_value_of_a_field_is_read_or_refused(field: str, value: Any) -> None:
    with suppress(Invalid):
        READERS[field](value, field)


@given(values=st.dictionaries(st.sampled_from(content.PARTS), ANYTHING), from_paper=st.booleans())
def test_any_content_is_read_or_refused(values: dict[str, Any], from_paper: bool) -> None:
    with suppress(Invalid):
        content.content(values, from_paper=from_paper)
