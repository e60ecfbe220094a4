"""Settings are read once; whatever is wrong with them is refused by name."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from application.errors import SettingRefused
from application.settings import SETTINGS, PostgreSQL, Settings, SQLite

DOCUMENTATION = Path(__file__).parents[2] / "docs" / "settings.md"


def test_a_folder_is_all_that_sqlite_needs(tmp_path: Path) -> None:
    settings = Settings.read({"BITIM_DATABASE": f"sqlite:///{tmp_path}", "HOME": "/root"})

    assert settings == Settings(
        database=SQLite(tmp_path),
        documents=tmp_path / "documents",
        document_limit=50_000_000,
        zone=ZoneInfo("Asia/Tashkent"),
        language="en",
        lock_timeout=30,
    )


def test_postgresql_is_told_where_the_documents_are(tmp_path: Path) -> None:
    address = "postgresql://bitim:secret@one,two/bitim?target_session_attrs=read-write"

    settings = Settings.read({"BITIM_DATABASE": address, "BITIM_DOCUMENTS": str(tmp_path)})

    assert settings.database == PostgreSQL(address)
    assert settings.documents == tmp_path


def test_a_password_is_not_shown_by_accident() -> None:
    with pytest.raises(SettingRefused) as refusal:
        Settings.read({"BITIM_DATABASE": "postgresql://bitim:secret@host/bitim?nonsense=1"})

    assert "secret" not in str(refusal.value)
    assert refusal.value.__cause__ is None
    assert "secret" not in repr(PostgreSQL("postgresql://bitim:secret@host/bitim"))


def test_postgresql_without_a_folder_for_documents_is_refused() -> None:
    with pytest.raises(SettingRefused) as refusal:
        Settings.read({"BITIM_DATABASE": "postgresql://host/bitim"})

    assert refusal.value.data["name"] == "BITIM_DOCUMENTS"


def test_without_a_database_nothing_starts() -> None:
    with pytest.raises(SettingRefused, match="BITIM_DATABASE is refused; accepted is sqlite:///FOLDER"):
        Settings.read({})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BITIM_DATABASE", "mysql://host/bitim"),
        ("BITIM_DATABASE", "sqlite:///"),
        ("BITIM_DATABASE", "sqlite://relative"),
        ("BITIM_DATABASE", "sqlite:///:memory:?cache=shared"),
        ("BITIM_DATABASE", f"sqlite:///{__file__}"),
        ("BITIM_DATABASE", "postgresql://[host/bitim"),
        ("BITIM_DATABASE", "postgresql://host/bitim?nonsense=1"),
        ("BITIM_DATABASE", "postgresql://host/bitim?options=-c%20synchronous_commit%3Doff"),
        ("BITIM_DOCUMENTS", __file__),
        ("BITIM_DOCUMENT_LIMIT", "0"),
        ("BITIM_DOCUMENT_LIMIT", "ten"),
        ("BITIM_DOCUMENT_LIMIT", "٣"),
        ("BITIM_ZONE", "Samarkand"),
        ("BITIM_ZONE", "../../etc/passwd"),
        ("BITIM_LANGUAGE", "EN"),
        ("BITIM_LOCK_TIMEOUT", "14"),
        ("BITIM_LOCK_TIMEOUT", "-30"),
        ("BITIM_LOCK_TIMEOUT", "30.5"),
    ],
)
def test_a_wrong_value_is_refused_by_its_name(tmp_path: Path, name: str, value: str) -> None:
    environ = {"BITIM_DATABASE": f"sqlite:///{tmp_path}", name: value}

    with pytest.raises(SettingRefused) as refusal:
        Settings.read(environ)

    assert refusal.value.data == {"name": name, "accepts": SETTINGS[name].accepts}


def test_an_unknown_setting_is_refused_with_the_one_that_was_meant(tmp_path: Path) -> None:
    with pytest.raises(SettingRefused, match="BITIM_TIMEZONE is refused; accepted is BITIM_ZONE"):
        Settings.read({"BITIM_DATABASE": f"sqlite:///{tmp_path}", "BITIM_TIMEZONE": "Asia/Tashkent"})


def test_the_unsafe_setting_of_the_library_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingRefused, match="POSTGRES_ENABLE_DB_FUNCTIONS is refused"):
        Settings.read({"BITIM_DATABASE": f"sqlite:///{tmp_path}", "POSTGRES_ENABLE_DB_FUNCTIONS": "y"})


def undocumented(documentation: str) -> set[str]:
    """The settings that a table of this text does not describe, or for which it names another default."""
    rows = [line for line in documentation.splitlines() if line.startswith("| `BITIM_")]
    return {
        name
        for name, setting in SETTINGS.items()
        if not any(f"`{name}`" in row and (not setting.default or f"`{setting.default}`" in row) for row in rows)
    }


def test_every_setting_is_documented_with_its_default() -> None:
    assert undocumented(DOCUMENTATION.read_text("utf-8")) == set()


def test_a_setting_that_is_not_documented_would_be_found() -> None:
    text = DOCUMENTATION.read_text("utf-8").replace("| `BITIM_ZONE`", "| zone").replace("`30`", "`31`")

    assert undocumented(text) == {"BITIM_ZONE", "BITIM_LOCK_TIMEOUT"}
