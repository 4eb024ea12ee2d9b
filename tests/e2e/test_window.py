"""The real program from outside: work, quit, start again, and all of it is there."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.window import PASSAGE

if TYPE_CHECKING:
    from pathlib import Path


def drive(script: str, library: Path, folder: Path) -> dict[str, Any]:
    words = [sys.executable, "-m", "tests.e2e.window", script, str(library), str(folder)]
    ended = subprocess.run(words, capture_output=True, text=True, check=False, timeout=150)
    assert ended.stdout, ended.stderr
    report: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
    assert ended.returncode == 0, (report, ended.stderr)
    return report


@pytest.mark.e2e
@pytest.mark.usefixtures("user_folders")
def test_program_when_used_quit_and_started_again_then_all_is_there(tmp_path: Path) -> None:
    library = tmp_path / "library.brief"
    made = subprocess.run([sys.executable, "-m", "briefing_app", "--library", str(library), "new"], check=False)
    assert made.returncode == 0
    done = drive("first", library, tmp_path)
    assert set(done["annotations"]) == {PASSAGE, "30 million euros"}
    assert done["suggested"] >= 2
    assert "[^1]:" in done["note"]
    again = drive("second", library, tmp_path)
    assert again["title"] == "Herring talks end without a deal"
    assert again["annotations"] == done["annotations"]
    assert again["tags"] == ["money"]
    assert again["confirmed"] == 1
    assert again["dossiers"] == ["Herring talks"]
    assert again["marks"] <= 2
    checked = subprocess.run([sys.executable, "-m", "briefing_app", "--library", str(library), "check"], check=False)
    assert checked.returncode == 0
