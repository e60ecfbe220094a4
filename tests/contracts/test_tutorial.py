"""The tutorial of the API does what it says: its calls are run one after the other against the service."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests import machine
from tests.web.serving import served

TUTORIAL = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(sh|json)\n(.*?)^```$", TUTORIAL, re.MULTILINE | re.DOTALL)
ADDRESS = "http://127.0.0.1:8000"
NEXT = "=== next ==="


def answers(address: str, folder: Path) -> list[str]:
    """What each block of calls prints."""
    blocks = [text.replace(ADDRESS, address) for language, text in BLOCKS if language == "sh"]
    script = f"\nprintf '\\n{NEXT}\\n'\n".join(blocks)
    environ = {"PATH": os.environ["PATH"], "NO_PROXY": "*", "no_proxy": "*"}
    shell = [shutil.which("bash") or "sh", "-eu"]
    run = subprocess.run(shell, input=script, cwd=folder, env=environ, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr + run.stdout
    return run.stdout.split(NEXT)


def documents(text: str) -> list[Any]:
    """The JSON documents that follow each other in a text."""
    found, decoder, text = [], json.JSONDecoder(), text.strip()
    while text:
        document, end = decoder.raw_decode(text)
        found.append(document)
        text = text[end:].strip()
    return found


def is_as_shown(answer: Any, shown: Any) -> bool:
    """Whether an answer is what the tutorial shows; ``…`` stands for anything."""
    if shown in ("…", ["…"]):
        return True
    if isinstance(shown, dict) and isinstance(answer, dict):
        return shown.keys() == answer.keys() and all(is_as_shown(answer[name], shown[name]) for name in shown)
    if isinstance(shown, list) and isinstance(answer, list):
        return len(shown) == len(answer) and all(map(is_as_shown, answer, shown))
    return bool(answer == shown)


def test_every_call_answers_what_the_tutorial_shows(tmp_path: Path) -> None:
    if shutil.which("curl") is None:
        machine.missing("curl")
    with served({"BITIM_DATABASE": f"sqlite:///{tmp_path / 'data'}"}, tmp_path / "log") as (address, _process):
        given = answers(address, tmp_path)

    shown = [text for language, text in BLOCKS if language == "json"]
    assert len(given) == len(shown)
    for answer, wanted in zip(given, shown, strict=True):
        assert is_as_shown(documents(answer), documents(wanted)), answer


def test_every_block_of_calls_is_followed_by_its_answer() -> None:
    assert [language for language, _ in BLOCKS] == ["sh", "json"] * (len(BLOCKS) // 2)


@pytest.mark.parametrize(
    ("answer", "shown"),
    [({"id": 1}, {"id": 2}), ({"id": 1}, {"id": 1, "version": 1}), ([1, 2], [1]), ({"id": [1]}, {"id": {}})],
)
def test_an_answer_that_is_not_as_shown_is_found(answer: Any, shown: Any) -> None:
    assert not is_as_shown(answer, shown)
    assert is_as_shown(shown, shown)
