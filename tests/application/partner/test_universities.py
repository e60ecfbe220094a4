"""Partners are looked up in a list of universities that the office has loaded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from application.bitim import Bitim
from application.partner.universities import University, read_universities
from domain.shared.errors import Invalid
from tests.application.office import act, nothing_stored

LIST = """\
name,country,domain
University of Melbourne,AU,unimelb.edu.au
"Law, State University of",UZ,tsul.uz law.uz
Shandong Jianzhu University,CN,sdjzu.edu.cn
Shandong University,CN,sdu.edu.cn
"""


def found(bitim: Bitim, q: str, **asked: str) -> list[str]:
    return [one["name"] for one in bitim.universities.find(q, **asked)["items"]]


def test_a_university_is_looked_up_by_name_domain_or_initials_in_any_spelling(bitim: Bitim) -> None:
    assert bitim.universities.find("Melbourne") == {"items": [], "list": None}

    bitim.institution.load_universities(act(), content=LIST.encode(), filename="list.csv")

    assert found(bitim, "MELBOURNE, University of") == ["University of Melbourne"]
    assert found(bitim, "tsul.uz") == ["Law, State University of"]
    assert found(bitim, "shandong university") == ["Shandong University", "Shandong Jianzhu University"]
    assert found(bitim, "Shandong Jianshu University") == ["Shandong Jianzhu University"]
    assert found(bitim, "shandong", country="AU") == found(bitim, "Nowhere") == found(bitim, "") == []
    assert bitim.universities.find("melbourne")["list"]["size"] == 4


def test_the_list_loaded_last_counts_and_the_same_one_again_is_no_change(bitim: Bitim) -> None:
    bitim.institution.load_universities(act(), content=LIST.encode(), filename="list.csv")
    with nothing_stored(bitim):
        bitim.institution.load_universities(act(), content=LIST.encode(), filename="list.csv")
    bitim.institution.load_universities(act(), content=LIST[:60].encode(), filename="list.csv")

    assert found(bitim, "shandong") == []


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"", 0),
        (b"\xff\xfe", 0),
        (b"[]", 0),
        (b"[" * 100_000, 0),
        (b"title,place\nOsh,KG", 0),
        (b"name,country\n", 0),
        (b'["Osh"]', 1),
        (b'[{"name": ""}]', 0),
        (b'[{"name": "Osh", "domains": 7}]', 1),
        ('[{"name": "evil\u202ename"}]'.encode(), 0),
    ],
)
def test_what_is_no_such_list_is_refused_with_the_place(bitim: Bitim, content: bytes, place: int) -> None:
    with nothing_stored(bitim), pytest.raises(Invalid) as caught:
        bitim.institution.load_universities(act(), content=content, filename="list.json")

    assert (caught.value.data["accepts"], caught.value.data["limits"]) == ("universities", {"place": place})


def test_a_country_that_is_no_code_is_left_open() -> None:
    entries = json.dumps([{"name": "A", "alpha_two_code": "XK"}, {"name": "B", "country": "uz", "domain": "B.uz"}])

    assert read_universities(entries.encode()) == (University("A", None, ()), University("B", "UZ", ("b.uz",)))


def test_ten_thousand_universities_of_the_world_are_taken(bitim: Bitim, shared_data: Path) -> None:
    content = (shared_data / "universities" / "world_universities_and_domains.json").read_bytes()

    bitim.institution.load_universities(act(), content=content, filename="world.json")

    assert bitim.universities.find("unican.es")["items"][0]["name"] == "Universidad de Cantabria"
    assert found(bitim, "Melbourne, University of")[0] == "University of Melbourne"
    size = bitim.universities.find("tashkent")["list"]["size"]
    assert size == 10_247  # of 10,251: four have control characters in their names
