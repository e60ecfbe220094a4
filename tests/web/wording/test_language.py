"""In which language Bitim speaks."""

from pathlib import Path

import pytest

from web.wording import catalog, language
from web.wording.language import choose, either, listing, ngettext, speaking


def test_the_list_of_all_that_is_said_is_current() -> None:
    assert catalog.TEMPLATE.read_bytes() == catalog.written(), "write it anew: python -m web.wording.catalog"


def test_sentences_of_code_tables_and_templates_are_in_the_list() -> None:
    said = catalog.said_in(catalog.TEMPLATE)

    assert (None, "Drafted") in said  # a table
    assert (None, "In force %(until)s") in said  # a function


def test_every_catalog_has_every_sentence() -> None:
    wanted = catalog.said_in(catalog.TEMPLATE)

    missing = {path.name: wanted - catalog.said_in(path) for path in language.CATALOGS.glob("*.po")}

    assert {name: lost for name, lost in missing.items() if lost} == {}


UZBEK = r"""
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=1; plural=0;\n"

msgid "In force %(until)s"
msgstr "%(until)s kuchda"

msgid "%(number)d day"
msgid_plural "%(number)d days"
msgstr[0] "%(number)d kun"
"""


@pytest.fixture
def uzbek(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine that has a catalog of Uzbek besides."""
    (tmp_path / "uz.po").write_text(UZBEK, "utf-8")
    monkeypatch.setattr(language, "CATALOGS", tmp_path)
    language.language.cache_clear()
    yield
    language.language.cache_clear()


@pytest.mark.usefixtures("uzbek")
def test_a_catalog_is_heard_as_soon_as_it_is_there() -> None:
    with speaking("uz"):
        assert language.gettext("In force %(until)s", until="2026") == "2026 kuchda"
        assert ngettext("%(number)d day", "%(number)d days", 3) == "3 kun"
        assert language.gettext("Expired") == "Expired"  # not translated yet

    assert language.gettext("In force %(until)s", until="2026") == "In force 2026"


@pytest.mark.usefixtures("uzbek")
@pytest.mark.parametrize(
    ("wishes", "default", "chosen"),
    [
        ("uz-UZ,ru;q=0.8,en;q=0.5", "en", "uz"),
        ("de-DE,uz;q=0.4,en;q=0.9", "uz", "en"),
        ("de", "uz", "uz"),
        ("ru", "ru", "en"),  # no catalog of Russian
        (None, "uz", "uz"),
        ("uz;q=0", "en", "en"),
        ("uz;q=much", "en", "en"),
        ("," * 5000, "en", "en"),
    ],
)
def test_the_language_is_the_one_most_wished_for_that_is_spoken(wishes: str | None, default: str, chosen: str) -> None:
    assert choose(wishes, default) == chosen


def test_several_things_make_one_phrase() -> None:
    assert listing([]) == ""
    assert listing(["a"]) == "a"
    assert listing(["a", "b", "c"]) == "a, b and c"
    assert either(["a", "b", "c"]) == "a, b or c"
