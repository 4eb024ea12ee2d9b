"""What the world does wrong is one sentence, the right exit code, and nothing lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Cli

BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n ",
    "binary.dat": bytes(range(256)) * 64,
    "program.exe": b"MZ" + bytes(1000),
    "broken.txt": b"Talks \x81\x8d\xff\xfe went on \xc3\x28 and on.",
}


def is_one_sentence(text: str) -> bool:
    return "Traceback" not in text and text.strip().endswith((".", "…", "”"))


@pytest.mark.parametrize("name", ["empty.txt", "blank.txt", "binary.dat", "program.exe"])
def test_import_when_input_is_no_article_then_refused_with_reason(library: Cli, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    ended = library("import", name, "herring.txt")
    assert ended.code == 1
    refused, other = ended.rows
    assert refused["outcome"] == "refused"
    assert is_one_sentence(refused["reason"])
    assert other["outcome"] == "duplicate"
    assert len(library("list").rows) == 1


def test_import_when_encoding_is_broken_then_what_can_be_read_is_read(library: Cli, tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes(BAD["broken.txt"])
    (row,) = library("import", "broken.txt").rows
    assert row["outcome"] in ("imported", "refused")
    assert row["outcome"] == "imported" or is_one_sentence(row["reason"])


def test_import_when_text_is_50_mb_then_refused_in_time(library: Cli, tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_bytes(b"Talks went on and on in the hall. " * (50 * 2**20 // 34))
    (row,) = library("import", "large.txt").rows
    assert row["outcome"] == "refused"
    assert "MB" in row["reason"] or "MiB" in row["reason"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_import_when_file_may_not_be_read_then_refused(library: Cli, tmp_path: Path) -> None:
    closed = tmp_path / "closed.txt"
    closed.write_text("secret")
    closed.chmod(0)
    (row,) = library("import", "closed.txt").rows
    assert row["outcome"] == "refused"
    assert "permission" in row["reason"]


def test_import_when_path_is_missing_or_a_pipe_then_refused(library: Cli, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    ended = library("import", "none.txt", "pipe")
    assert [row["outcome"] for row in ended.rows] == ["refused", "refused"]
    assert ended.code == 1


def test_library_when_file_is_foreign_truncated_newer_or_missing_then_exit_3(
    library: Cli, cli: Cli, tmp_path: Path
) -> None:
    whole = (tmp_path / "l.brief").read_bytes()
    (tmp_path / "text.brief").write_text("These are notes of mine, not a library." * 20)
    (tmp_path / "empty.brief").touch()
    (tmp_path / "cut.brief").write_bytes(whole[: len(whole) // 2 // 512 * 512])
    with sqlite3.connect(tmp_path / "other.brief") as other:
        other.execute("CREATE TABLE mine (x)")
    other.close()
    shutil.copy(tmp_path / "l.brief", tmp_path / "newer.brief")
    with sqlite3.connect(tmp_path / "newer.brief") as newer:
        newer.execute("PRAGMA user_version = 999")
    newer.close()
    for name in ("text", "empty", "cut", "other", "newer", "missing"):
        path = tmp_path / f"{name}.brief"
        before = path.read_bytes() if path.exists() else None
        ended = cli("--library", path.name, "list")
        assert ended.code == 3, name
        assert is_one_sentence(ended.err), (name, ended.err)
        assert (path.read_bytes() if path.exists() else None) == before, name


def test_library_when_encrypted_then_right_passphrase_opens_and_wrong_does_not(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("right and long enough\n")
    monkeypatch.setenv("BRIEFING_PASSPHRASE_FILE", str(secret))
    assert cli("--library", "e.brief", "new", "--encrypted").code == 0
    assert cli("--library", "e.brief", "list").code == 0
    before = (tmp_path / "e.brief").read_bytes()
    secret.write_text("wrong but long enough")
    ended = cli("--library", "e.brief", "list")
    assert ended.code == 3
    assert "passphrase" in ended.err
    monkeypatch.delenv("BRIEFING_PASSPHRASE_FILE")
    ended = cli("--library", "e.brief", "list")
    assert ended.code == 3
    assert is_one_sentence(ended.err)
    assert (tmp_path / "e.brief").read_bytes() == before
    assert b"SQLite format 3" not in before


def test_new_when_file_exists_then_it_is_left_alone(library: Cli, cli: Cli, tmp_path: Path) -> None:
    before = (tmp_path / "l.brief").read_bytes()
    ended = cli("--library", "l.brief", "new")
    assert ended.code == 3
    assert (tmp_path / "l.brief").read_bytes() == before


@pytest.mark.parametrize(
    "words", [["bogus"], ["extract"], ["search", "x", "--limit", "0"], ["note", "--dossier", "Herring"]]
)
def test_usage_when_wrong_then_exit_2_and_a_sentence(cli: Cli, words: list[str]) -> None:
    ended = cli(*words)
    assert ended.code == 2
    assert is_one_sentence(ended.err)
