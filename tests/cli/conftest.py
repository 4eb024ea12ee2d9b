"""Running the command line in the test's process."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from briefing_app.__main__ import main
from tests.cli.examples import ARTICLE, _Input

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


class Cli(Protocol):
    """Calls the command line with a library of the test's own."""

    def __call__(self, *words: str, given: str = "") -> Ended: ...


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    monkeypatch.chdir(tmp_path)

    def run(*words: str, given: str = "") -> Ended:
        monkeypatch.setattr(sys, "stdin", _Input(given))
        capsys.readouterr()
        try:
            code = main(words)
        except SystemExit as left:
            code = int(str(left.code or 0))
        captured = capsys.readouterr()
        return Ended(code, captured.out, captured.err)

    return run


@pytest.fixture
def library(cli: Cli, tmp_path: Path) -> Cli:
    """Give the command line on a library that holds one article in the dossier Herring."""
    (tmp_path / "herring.txt").write_text(ARTICLE, "utf-8")
    assert cli("--library", "l.brief", "new").code == 0

    def run(*words: str, given: str = "") -> Ended:
        return cli("--library", "l.brief", "--json", *words, given=given)

    assert run("import", "herring.txt", "--dossier", "Herring").code == 0
    return run
