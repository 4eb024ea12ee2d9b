"""Files that a user names: what is read, what is refused and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.errors import InputError
from briefing_app.services.files import read_input, walked

if TYPE_CHECKING:
    from pathlib import Path


def test_read_input_when_a_link_leads_elsewhere_then_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not for the library")
    folder = tmp_path / "unpacked"
    folder.mkdir()
    (folder / "article.txt").symlink_to(secret)
    (place,) = walked([str(folder)])
    with pytest.raises(InputError, match="is a link to a file elsewhere"):
        read_input(place)


def test_read_input_when_a_link_stays_in_its_folder_then_read(tmp_path: Path) -> None:
    (tmp_path / "first.txt").write_text("words")
    (tmp_path / "second.txt").symlink_to("first.txt")
    assert read_input(str(tmp_path / "second.txt")) == b"words"


def test_read_input_when_only_the_folder_is_reached_by_a_link_then_read(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "first.txt").write_text("words")
    (tmp_path / "way").symlink_to("real")
    assert read_input(str(tmp_path / "way" / "first.txt")) == b"words"
