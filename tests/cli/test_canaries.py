"""What must never be told: canaries planted where secrets lie, and every error path of the command line walked."""

from __future__ import annotations

import json
import sqlite3
import threading
from typing import TYPE_CHECKING

import pytest

from briefing_app import faults
from briefing_app.errors import InputError, LibraryError, ProgramError
from briefing_app.jobs.pool import WorkerPool
from briefing_app.jobs.process import _environment
from briefing_app.services.fetching import Fetcher
from briefing_app.worker import wire

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Cli

CANARIES = [f"canary{number:02d}zq" for number in range(50)]
TEXT, NOTE, TITLE, TAG, PARTY = CANARIES[:5]
USER, PASSWORD, TOKEN, FRAGMENT, PASSPHRASE = CANARIES[5:10]
LOADED = f"https://{USER}:{PASSWORD}@news.example/feed?key={TOKEN}#{FRAGMENT}"
FAULTS: list[Callable[[], BaseException]] = [
    lambda: ValueError(" ".join(CANARIES)),
    lambda: KeyError(CANARIES[11]),
    lambda: OSError(5, CANARIES[12], f"/home/{CANARIES[13]}/{CANARIES[14]}"),
    lambda: UnicodeDecodeError("utf-8", CANARIES[15].encode(), 0, 1, CANARIES[16]),
    lambda: json.JSONDecodeError(CANARIES[17], CANARIES[18], 0),
    lambda: sqlite3.OperationalError(f"near {CANARIES[19]}: INSERT INTO {CANARIES[20]}"),
    lambda: ProgramError(f"builtins.KeyError\n  x.py:1 in {CANARIES[21]} of\n{CANARIES[22]} {LOADED}"),
    lambda: AssertionError(CANARIES[23]),
    lambda: RecursionError(CANARIES[24]),
    lambda: TypeError(CANARIES[25]),
    lambda: ExceptionGroup(CANARIES[26], [ValueError(CANARIES[27])]),
]
COMMANDS = [
    ("list",),
    ("show", "Herring talks end without a deal"),
    ("search", "quota"),
    ("annotations",),
    ("dossiers",),
    ("check",),
    ("backup", "b.backup"),
    ("positions", "--dossier", "Herring"),
    ("note", "--dossier", "Herring", "--out", "n.md"),
    ("feeds", "list"),
]


def told_of(words: str) -> list[str]:
    return [one for one in CANARIES if one in words]


def test_commands_when_our_own_code_fails_then_its_words_are_not_told(
    library: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefing_app.store.store import Store

    faults_left = iter(FAULTS * len(COMMANDS))

    def failing(*_args: object, **_more: object) -> object:
        try:
            raise KeyError(CANARIES[30])
        except KeyError as cause:
            raise next(faults_left)() from cause

    for name in ("read", "write", "check", "backup"):
        monkeypatch.setattr(Store, name, failing)
    for command in COMMANDS * len(FAULTS):
        ended = library(*command)
        assert ended.code == 70
        assert "briefing_app/" in ended.err
        assert told_of(ended.err + ended.out) == []
    assert next(faults_left, None) is None


def test_import_when_the_worker_fails_then_the_documents_words_are_not_told(
    library: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(f"{TITLE}\n\n{TEXT} was said at length by the chair of the meeting in Geneva.\n")

    def broken(_stream: object) -> tuple[dict[str, object], bytes]:
        return {"kind": "program", "error": f"builtins.ValueError\n  briefing_app/x.py:3 in clean\n{TEXT}"}, b""

    monkeypatch.setattr(wire, "receive", broken)
    for command in ("extract", "analyse", "import"):
        ended = library(command, "a.txt")
        assert ended.code != 0
        assert told_of(ended.err) == []
        assert command == "import" or "briefing_app/x.py:3 in clean" in ended.err


def test_positions_when_the_analysis_of_an_article_fails_then_it_is_told_and_the_others_are_shown(
    library: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_self: object, _request: object) -> object:
        raise ProgramError(f"builtins.ValueError\n  briefing_app/x.py:3 in analyse\n{TEXT}")

    monkeypatch.setattr(WorkerPool, "analyse", broken)
    (tmp_path / "a.txt").write_text(f"{TITLE}\n\n{TEXT} was said at length by the chair of the meeting in Geneva.\n")
    for words in (("import", "a.txt", "--dossier", "Herring"), ("positions", "--dossier", "Herring")):
        ended = library(*words)
        assert ended.code == 0
        assert "briefing_app/x.py:3 in analyse" in ended.err
        assert told_of(ended.err) == []


@pytest.mark.parametrize(
    "words",
    [
        ("feeds", "add", LOADED),
        ("feeds", "add", f"ftp://{USER}:{PASSWORD}@a.test/x?{TOKEN}"),
        ("feeds", "remove", LOADED),
        ("import", LOADED),
        ("import", f"http://{USER}:{PASSWORD}@127.0.0.1/?{TOKEN}"),
        ("import", f"https://nowhere.invalid/a?key={TOKEN}#{FRAGMENT}"),
    ],
)
def test_addresses_when_they_hold_secrets_then_errors_do_not_tell_them(
    library: Cli, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    ended = library(*words)
    assert ended.code != 0
    assert told_of(ended.err) == []
    reasons = [str(row.get("reason", "")) for row in ended.rows]
    assert told_of(" ".join(reasons)) == []
    del monkeypatch


def test_feed_when_it_cannot_be_fetched_then_its_address_is_told_without_secrets(
    library: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    library("feeds", "add", f"https://news.example/feed?key={TOKEN}")

    def refused(_self: object, url: str, **_more: object) -> object:
        raise InputError(f"{url} could not be fetched.")

    monkeypatch.setattr(Fetcher, "fetch", refused)
    assert told_of(library("feeds", "refresh").err) == []
    assert told_of(library("feeds", "remove", "https://other.example/").err) == []


@pytest.mark.parametrize(
    "line", ["{", f'{{"do": "{TEXT}', f'["{NOTE}"]', f'{{"do": "note", "annotation": 1, "note": "{NOTE}"}}']
)
def test_batch_when_a_line_is_wrong_then_its_words_are_not_repeated(library: Cli, line: str) -> None:
    ended = library("batch", given=line + "\n")
    assert told_of(ended.err) == []
    assert told_of(str(ended.rows[0]["error"])) == []


def test_passphrase_when_wrong_then_neither_it_nor_its_file_is_told(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret"
    monkeypatch.setenv("BRIEFING_PASSPHRASE_FILE", str(secret))
    secret.write_text(f"{PASSPHRASE} right")
    assert cli("--library", "e.brief", "new", "--encrypted").code == 0
    secret.write_text(f"{PASSPHRASE} wrong")
    ended = cli("--library", "e.brief", "list")
    assert ended.code == 3
    assert told_of(ended.err + ended.out) == []
    assert "BRIEFING_PASSPHRASE_FILE" not in _environment()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_thread_when_it_fails_then_its_words_are_not_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr("sys.unraisablehook", None)
    faults.quote_nothing()

    def failing() -> None:
        raise LibraryError(CANARIES[40])

    thread = threading.Thread(target=failing)
    thread.start()
    thread.join()
    told = capsys.readouterr().err
    assert "LibraryError" in told
    assert told_of(told) == []


def test_terminal_when_a_title_holds_its_control_characters_then_they_are_shown_not_sent(
    cli: Cli, tmp_path: Path
) -> None:
    (tmp_path / "a\x1b[31m\x9b2J\u202egnp.txt").write_bytes(b"")
    ended = cli("extract", "a\x1b[31m\x9b2J\u202egnp.txt")
    assert ended.code == 1
    assert not set("\x1b\x9b\u202e") & set(ended.err)
