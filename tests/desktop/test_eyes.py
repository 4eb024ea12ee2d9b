"""Hearing that something came into a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.desktop import eyes
from briefing_app.desktop.eyes import FolderEyes, below

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot


def test_eyes_when_a_file_comes_also_into_a_new_folder_then_heard(qtbot: QtBot, tmp_path: Path) -> None:
    made = FolderEyes()
    made.watch(str(tmp_path))
    with qtbot.waitSignal(made.heard):
        (tmp_path / "a.txt").write_text("x")
    with qtbot.waitSignal(made.heard):
        (tmp_path / "sub").mkdir()
    assert made.folders == [str(tmp_path), str(tmp_path / "sub")]
    with qtbot.waitSignal(made.heard):
        (tmp_path / "sub" / "b.txt").write_text("x")


def test_eyes_when_another_folder_or_none_then_the_old_one_is_not_heard(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    made = FolderEyes()
    made.watch(str(tmp_path))
    made.watch("")
    assert made.folders == []
    made.watch(str(tmp_path / "none"))
    assert made.folders == []


def test_below_when_folders_are_many_or_hidden_then_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a/b", "c", ".git/d"):
        (tmp_path / name).mkdir(parents=True)
    assert below(str(tmp_path)) == [str(tmp_path / name) for name in ("", "a", "a/b", "c")]
    monkeypatch.setattr(eyes, "MOST", 2)
    assert len(below(str(tmp_path))) == 2
