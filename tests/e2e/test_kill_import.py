"""kill -9 anywhere in an import, again and again: in the end every file is in the library exactly once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bench.make_files import make
from tests.e2e.killing import ordeal, reckon, rows

if TYPE_CHECKING:
    from pathlib import Path

FILES, KILLS = 240, 8


@pytest.mark.e2e
@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.usefixtures("user_folders")
def test_import_when_killed_again_and_again_then_every_file_exactly_once(tmp_path: Path) -> None:
    expected = make(tmp_path / "in", FILES, words=80)
    library = tmp_path / "library.brief"
    rows(library, "new")
    account = ordeal(library, tmp_path / "in", KILLS)
    assert account.kills >= KILLS // 2
    assert account.kills_at_work >= 1
    assert reckon(library, expected, account) == []
