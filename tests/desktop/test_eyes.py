"""Hearing that something came into a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.desktop.eyes import FolderEyes

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_eyes_when_a_file_comes_into_a_folder_listened_to_then_heard(qtbot: QtBot, tmp_path: Path) -> None:
    made = FolderEyes()
    made.listen([str(tmp_path)])
    with qtbot.waitSignal(made.heard):
        (tmp_path / "sub").mkdir()
    made.listen([str(tmp_path), str(tmp_path / "sub")])
    with qtbot.waitSignal(made.heard):
        (tmp_path / "sub" / "b.txt").write_text("x")


def test_eyes_when_told_of_other_folders_or_none_then_the_old_ones_are_let_go(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    (tmp_path / "other").mkdir()
    made = FolderEyes()
    made.listen([str(tmp_path)])
    made.listen([str(tmp_path / "other"), str(tmp_path / "none")])
    assert made.folders == [str(tmp_path / "other")]
    made.listen([])
    assert made.folders == []
