"""Imports a folder of mixed files, killing the program again and again; then every file must be there once.

``python -m tests.e2e.killing FOLDER --files 10000 --kills 30`` does it at full size and tells how it went.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.make_files import make

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.importing import Outcome

QUICKEST, SLOWEST = 0.15, 2.5
"""Seconds after which a session is killed that is not killed by what it said."""


@dataclass
class Account:
    """What the killed sessions acknowledged, and how they ended."""

    acknowledged: dict[str, str] = field(default_factory=dict)
    kills: int = 0
    kills_at_work: int = 0
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)


def program(library: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "briefing_app", "--library", str(library), "--json", *words]


def rows(library: Path, *words: str) -> list[dict[str, Any]]:
    """Run a command to its end and return what it printed."""
    ended = subprocess.run(program(library, *words), capture_output=True, text=True, check=False, timeout=3600)
    assert ended.returncode in (0, 1), ended.stderr
    return [json.loads(line) for line in ended.stdout.splitlines()]


def session(words: Sequence[str], account: Account, *, lines: int = 0, after: float = 0.0) -> bool:
    """Run an import and kill it after so many lines or seconds; True when it came to its end before."""
    began = time.monotonic()
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    timer = threading.Timer(after, _kill, (process.pid,)) if after else None
    if timer is not None:
        timer.start()
    heard = 0
    for line in process.stdout:
        with contextlib.suppress(ValueError):  # the line at which it was killed
            _acknowledge(account, json.loads(line))
        heard += 1
        if heard == lines:
            _kill(process.pid)
    ended = process.wait(3600) != -signal.SIGKILL
    if timer is not None:
        timer.cancel()
    process.stdout.close()
    account.seconds += time.monotonic() - began
    account.kills += not ended
    account.kills_at_work += not ended and heard > 0
    return ended


def _kill(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def _acknowledge(account: Account, row: dict[str, Any]) -> None:
    if row["outcome"] not in ("imported", "duplicate"):
        return
    before = account.acknowledged.setdefault(row["source"], row["article"])
    if before != row["article"]:
        account.faults.append(f"{row['source']} came in twice")
    if row["outcome"] == "imported" and before != row["article"]:
        account.faults.append(f"{row['source']} was imported again")


def ordeal(library: Path, folder: Path, kills: int, *, seed: int = 1) -> Account:
    """Import ``folder`` with so many kills, by lines and by time, gone on with by both ways; then to the end."""
    rng, account = random.Random(seed), Account()
    files = sum(1 for one in folder.rglob("*") if one.is_file())
    ask, resume = program(library, "import", str(folder), "--analysis", "later"), program(library, "import", "--resume")
    resume += ["--analysis", "later"]
    for number in range(kills):
        words = resume if number and rng.random() < 0.5 else ask
        if rng.random() < 0.5:
            session(words, account, after=rng.uniform(QUICKEST, SLOWEST))
        else:
            left = max(2, (files - len(account.acknowledged)) // (kills - number))
            session(words, account, lines=len(account.acknowledged) + rng.randint(1, left))
    session(ask, account)
    return account


def reckon(library: Path, expected: dict[str, Outcome], account: Account) -> list[str]:
    """Return what is wrong with the library after an ordeal; nothing where every file is there exactly once."""
    said = list(account.faults)
    listed = rows(library, "list")
    wanted = {place for place, outcome in expected.items() if outcome.went_in}
    held = Counter(_source_of(library))
    said += [f"{place} is not in the library" for place in wanted - held.keys()]
    said += [f"{place} is in the library {count} times" for place, count in held.items() if count > 1]
    said += [f"{place} should not be in the library" for place in held.keys() - wanted]
    ids = {row["id"] for row in listed}
    said += [f"{place} was acknowledged and is lost" for place, one in account.acknowledged.items() if one not in ids]
    runs = rows(library, "imports")
    said += [f"an import is {run['state']}" for run in runs if run["state"] != "done"]
    told = {row["source"]: row["outcome"] for run in runs[::-1] for row in rows(library, "imports", run["id"])}
    said += [f"nothing is told of {place}" for place in expected.keys() - told.keys()]
    said += [
        f"{place} is told to be {told[place]}"
        for place, one in expected.items()
        if place in told and _wrong(told[place], one)
    ]
    checked = subprocess.run(program(library, "check"), capture_output=True, text=True, check=False, timeout=3600)
    return said + ([checked.stdout] if checked.returncode else [])


def _wrong(told: str, expected: Outcome) -> bool:
    return (told in ("imported", "duplicate")) != expected.went_in


def _source_of(library: Path) -> list[str]:
    from briefing_app.store.store import Store

    store = Store.open(library)
    with store.read() as reader:
        sources = [reader.articles.get(one).source for one in reader.articles.all_ids()]
    store.close()
    return sources


def main() -> None:
    """Read the command line and go through with it."""
    parser = argparse.ArgumentParser(description="Import a folder, killing the program again and again.")
    parser.add_argument("folder", type=Path, help="an empty folder to work in")
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--words", type=int, default=400)
    options = parser.parse_args()
    library = options.folder / "library.brief"
    expected = make(options.folder / "in", options.files, words=options.words)
    rows(library, "new")
    began = time.monotonic()
    account = ordeal(library, options.folder / "in", options.kills)
    spent = time.monotonic() - began
    said = reckon(library, expected, account)
    sys.stdout.write(
        f"{options.files} files, {account.kills} kills ({account.kills_at_work} after the first line), "
        f"{spent:.0f} s, {spent / options.files * 1000:.1f} ms a file with all starts and repeats\n"
        f"{len(account.acknowledged)} acknowledged; wrong: {len(said)}\n"
    )
    for sentence in said[:20]:
        sys.stdout.write(f"  {sentence}\n")
    sys.exit(1 if said else 0)


if __name__ == "__main__":
    main()
