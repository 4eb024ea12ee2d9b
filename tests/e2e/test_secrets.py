"""An encrypted library leaks nothing at rest: after work, after kill -9, in no file of any folder of ours."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from briefing_app.store import vault
from tests.e2e.needles import PASSPHRASE, article, found_in, key_spellings, needle, needles, spellings

if TYPE_CHECKING:
    from pathlib import Path

PARTS = ("config", "cache", "data", "state", "tmp", "home", "backups", "library")


@dataclass
class Place:
    """A user's folders, all empty at first, and the articles outside of them."""

    root: Path
    articles: list[Path]

    @property
    def library(self) -> Path:
        return self.root / "library" / "kept.brief"

    @property
    def environment(self) -> dict[str, str]:
        own = {f"XDG_{kind.upper()}_HOME": str(self.root / kind) for kind in ("config", "cache", "data", "state")}
        own |= {"TMPDIR": str(self.root / "tmp"), "HOME": str(self.root / "home")}
        return {**os.environ, **own, "BRIEFING_PASSPHRASE_FILE": str(self.root.parent / "passphrase")}

    def words(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "briefing_app", "--library", str(self.library), *words]

    def run(self, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
        ended = subprocess.run(
            self.words(*words),
            input=given,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
            env=self.environment,
        )
        assert ended.returncode == 0, ended.stderr
        return ended

    def leaks(self) -> list[str]:
        secrets = [*spellings([*needles(), PASSPHRASE]), *key_spellings(self.key())]
        return found_in(self.root, secrets)

    def key(self) -> bytes:
        return vault.unwrap(vault.read_header(self.library), PASSPHRASE)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    root = tmp_path / "user"
    for part in PARTS:
        (root / part).mkdir(parents=True)
    (tmp_path / "passphrase").write_text(PASSPHRASE)
    incoming = tmp_path / "in"
    incoming.mkdir()
    paths = []
    for number in range(8):
        path = incoming / f"{needle(number * 20)}.txt"
        path.write_text(article(number))
        paths.append(path)
    return Place(root, paths)


def worked(place: Place) -> None:
    """Make an encrypted library, and do with it what the command line offers."""
    place.run("new", "--encrypted")
    place.run("import", *map(str, place.articles[:6]), "--dossier", needle(170))
    title = json.loads(place.run("list", "--json").stdout.splitlines()[0])["title"]
    place.run("highlight", title, "--quote", "stay closed until June", "--note", needle(171), "--tag", needle(172))
    place.run(
        *("statement", title, "--quote", "stay closed until June", "--party", needle(173), "--issue", needle(174)),
        *("--stance", "rejects", "--said", "2026-11-16"),
    )
    place.run("search", needle(5))
    place.run("feeds", "add", f"https://news.example/{needle(177)}?key={needle(178)}")
    place.run("positions", "--dossier", needle(170))
    place.run("backup", str(place.root / "backups" / "kept.backup"))


@pytest.mark.e2e
@pytest.mark.slow
def test_files_when_an_encrypted_library_was_worked_with_and_killed_then_nothing_is_in_the_clear(place: Place) -> None:
    worked(place)
    assert place.leaks() == []
    process = subprocess.Popen(
        place.words("batch"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=place.environment
    )
    assert process.stdin is not None
    assert process.stdout is not None
    for number, path in enumerate(place.articles[6:]):
        process.stdin.write(
            json.dumps({"id": number, "do": "import", "path": str(path), "dossier": needle(180)}) + "\n"
        )
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["ok"]
    os.kill(process.pid, signal.SIGKILL)
    process.wait(30)
    process.stdin.close()
    process.stdout.close()
    assert place.leaks() == []
    assert place.library.with_name("kept.brief-wal").exists()


@pytest.mark.e2e
@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_files_when_the_window_was_killed_over_an_encrypted_library_then_nothing_is_in_the_clear(place: Place) -> None:
    worked(place)
    ended = subprocess.run(
        [sys.executable, "-m", "tests.e2e.secret_window", str(place.library)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env=place.environment,
    )
    assert ended.stdout.strip() == "worked", ended.stdout + ended.stderr[-2000:]
    assert ended.returncode == -signal.SIGKILL
    assert (place.root / "state" / "briefing-reader" / "crash.txt").exists()
    assert place.leaks() == []
    told = (ended.stdout + ended.stderr).lower()
    assert [one for one in (*needles(), PASSPHRASE, place.key().hex()) if one in told] == []


def test_found_in_when_a_file_or_its_name_holds_a_secret_then_it_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" + needle(3).upper().encode("utf-16-le"))
    (tmp_path / f"{needle(4)}.txt").write_text("nothing")
    assert len(found_in(tmp_path, spellings(needles()))) == 2
    assert found_in(tmp_path, spellings(needles()), [tmp_path]) == []
    assert len(set(needles())) == 200
