"""Where file dialogs begin."""

from __future__ import annotations

from pathlib import Path

from briefing_app.settings import Settings
from briefing_app.ui.folders import KEY, Folders


def test_folders_when_nothing_was_used_then_home() -> None:
    assert Folders().start("import") == str(Path.home())
    assert Folders().start("note", "a.md") == str(Path.home() / "a.md")


def test_folders_when_used_then_remembered_for_that_purpose_alone(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    (tmp_path / "in").mkdir()
    Folders(settings).used("import", str(tmp_path / "in" / "a.txt"))
    Folders(settings).used("watch", str(tmp_path))
    assert settings.map(KEY) == {"import": str(tmp_path / "in"), "watch": str(tmp_path)}
    assert Folders(settings).start("import", "b.txt") == str(tmp_path / "in" / "b.txt")
    assert Folders(settings).start("note") == str(Path.home())


def test_folders_when_a_folder_is_gone_then_home(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    Folders(settings).used("import", str(tmp_path / "gone" / "a.txt"))
    assert Folders(settings).start("import") == str(Path.home())
