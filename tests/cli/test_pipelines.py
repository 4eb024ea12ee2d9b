"""`analyse --pipeline` and the setting behind it, with a pipeline that the confined worker has to load."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from briefing_app.settings import Settings
from tests.analysis.models.tiny import install_pipeline

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Cli

TEXT = "On Monday the Zanth heard Quill Ferro.\n"


@pytest.fixture
def article(tmp_path: Path) -> str:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return "a.txt"


def test_analyse_when_pipeline_installed_then_its_names_are_found(
    cli: Cli, article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "installed"
    folder.mkdir()
    install_pipeline(folder)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(folder), os.environ.get("PYTHONPATH", ""))))
    ended = cli("analyse", "--pipeline", "en_tiny", article)
    assert ended.code == 0
    found = {(one["text"], one["label"]) for one in ended.rows[0]["entities"]}
    assert {("Zanth", "ORG"), ("Quill Ferro", "PERSON")} <= found


def test_analyse_when_pipeline_missing_then_one_sentence_and_nothing_done(cli: Cli, article: str) -> None:
    ended = cli("analyse", "--pipeline", "en_no_such", article, article)
    assert ended.code == 1
    assert ended.out == ""
    assert ended.err.count("No language pipeline called “en_no_such” is installed.") == 1


def test_analyse_when_setting_names_a_pipeline_then_it_is_the_one_asked_for(cli: Cli, article: str) -> None:
    Settings().set("analysis.pipeline", "en_no_such")
    assert "en_no_such" in cli("analyse", article).err
