"""kill -9 in the middle of acknowledged work: nothing acknowledged is lost, nothing is torn."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "a long passphrase of the tests"
KILLS = 50
"""Sessions killed for each kind of library: 100 in all."""
WORDS = "quota share access fund cap rule draft text round deadline".split()


def program(library: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "briefing_app", "--library", str(library), *words]


def run(library: Path, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        program(library, *words), input=given, capture_output=True, text=True, check=False, timeout=120
    )


def rows(ended: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ended.stdout.splitlines()]


def article(folder: Path, number: int, rng: random.Random) -> Path:
    path = folder / f"article-{number}.txt"
    told = " ".join(rng.choice(WORDS) for _ in range(40))
    path.write_text(f"Talks report number {number}\n\nNorland rejected draft {number} on Monday. It is about {told}.\n")
    return path


def commands(folder: Path, session: int, rng: random.Random) -> list[dict[str, Any]]:
    """Return the commands of one session: imports, and marks on the first article."""
    numbers = [session * 10 + place for place in range(4)]
    given: list[dict[str, Any]] = [
        {"id": f"i{number}", "do": "import", "path": str(article(folder, number, rng)), "dossier": "Talks"}
        for number in numbers
    ]
    given += [
        {
            "id": f"h{session}-{place}",
            "do": "highlight",
            "article": "Talks report number 0",
            "quote": "Norland rejected draft 0",
            "note": f"note {session}-{place}",
            "tag": f"tag{place}",
        }
        for place in range(4)
    ]
    rng.shuffle(given)
    return given


def killed_session(library: Path, given: list[dict[str, Any]], rng: random.Random) -> list[dict[str, Any]]:
    """Run a batch, kill it after a random number of answers, and return what it had acknowledged."""
    process = subprocess.Popen(
        program(library, "batch"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("".join(json.dumps(command) + "\n" for command in given))
    process.stdin.flush()
    answers = []
    for _ in range(rng.randrange(1, len(given))):
        line = process.stdout.readline()
        assert line, "the batch ended by itself"
        answers.append(json.loads(line))
    os.kill(process.pid, signal.SIGKILL)
    rest = process.stdout.read()
    answers += [json.loads(line) for line in rest.splitlines() if line.endswith("}")]
    process.stdout.close()
    with contextlib.suppress(BrokenPipeError):
        process.stdin.close()
    process.wait(30)
    return answers


@pytest.mark.e2e
@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])
def test_batch_when_killed_then_everything_acknowledged_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encrypted: bool
) -> None:
    secret = tmp_path / "passphrase"
    secret.write_text(PASSPHRASE)
    monkeypatch.setenv("BRIEFING_PASSPHRASE_FILE", str(secret))
    library = tmp_path / "library.brief"
    assert run(library, "new", *(["--encrypted"] if encrypted else [])).returncode == 0
    rng = random.Random(20261122)
    first = article(tmp_path, 0, rng)
    assert run(library, "import", str(first)).returncode == 0
    acknowledged: list[dict[str, Any]] = []
    for session in range(1, KILLS + 1):
        acknowledged += killed_session(library, commands(tmp_path, session, rng), rng)
    assert all(answer["ok"] for answer in acknowledged), [a for a in acknowledged if not a["ok"]][:3]
    assert len(acknowledged) >= KILLS

    checked = run(library, "check")
    assert checked.returncode == 0, checked.stdout
    imported = {answer["result"]["article"] for answer in acknowledged if answer["id"].startswith("i")}
    marked = {answer["result"]["annotation"] for answer in acknowledged if answer["id"].startswith("h")}
    listed = {one["id"] for one in rows(run(library, "list", "--json"))}
    kept = {one["id"]: one for one in rows(run(library, "annotations", "--format", "json"))}
    assert imported <= listed
    assert marked <= set(kept)
    assert all(one["note"].startswith("note ") for one in kept.values())
