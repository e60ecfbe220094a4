"""A machine with Python and pip is enough, and installs what was locked, nothing else."""

import re
from pathlib import Path

import pytest

import dev

PINNED = re.compile(r"^[a-z0-9-]+==\S+( ; [^\\]+)?$")
HASH = re.compile(r"^--hash=sha256:[0-9a-f]{64}$")


def flaws(lock: str) -> list[str]:
    """The requirements of a lock file that are not one exact version with hashes and nothing more."""
    requirements = re.sub(r" \\\n\s+", "\n\t", lock).replace("\n\t", "\t").splitlines()
    return [requirement for requirement in requirements if not is_locked(requirement.split("\t"))]


def is_locked(requirement: list[str]) -> bool:
    pin, *hashes = requirement
    return bool(PINNED.match(pin) and hashes and all(map(HASH.match, hashes)))


@pytest.mark.parametrize("lock", dev.LOCKS.values(), ids=list(dev.LOCKS))
def test_a_lock_file_holds_exact_versions_with_hashes_and_no_address(lock: Path) -> None:
    assert flaws(lock.read_text()) == []


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://packages.example/simple",
        "--find-links /some/wheels",
        "flask>=3",
        "flask==3.1.3",
        "flask @ file:///home/someone/flask \\\n    --hash=sha256:" + 64 * "0",
        "# made by someone on some machine",
    ],
)
def test_a_lock_file_with_anything_else_is_found_out(line: str) -> None:
    assert flaws(line) == [line.replace(" \\\n    ", "\t")]


def test_the_service_installs_no_other_versions_than_the_tests_ran_with() -> None:
    runtime, everything = (
        {line for line in dev.LOCKS[name].read_text().splitlines() if "==" in line} for name in ("runtime", "dev")
    )

    assert runtime < everything


def test_where_pip_looks_for_packages_uv_looks_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    settings = tmp_path / "pip.conf"
    settings.write_text(f"[global]\nindex-url = https://a.example/simple\nfind-links = {tmp_path}\n  /not/there\n")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(settings))
    monkeypatch.setenv("PIP_INDEX_URL", "https://b.example/simple")
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)

    said = dev.index_settings()

    assert said["UV_DEFAULT_INDEX"] == "https://b.example/simple"
    assert said["UV_FIND_LINKS"] == str(tmp_path)


def test_an_environment_stands_until_something_it_is_made_from_changes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = dev.fingerprint()
    assert dev.fingerprint() == before

    monkeypatch.setattr(dev, "ROOT", tmp_path)  # as if the checkout had been moved
    (tmp_path / "pyproject.toml").write_bytes((Path(dev.__file__).parent / "pyproject.toml").read_bytes())

    assert dev.fingerprint() != before
