"""Python's cache of our modules is brought up to date before the worker is confined."""

from __future__ import annotations

import os
import shutil
import sys
from importlib.util import cache_from_source
from pathlib import Path
from types import SimpleNamespace

import pytest

from briefing_app.worker import compiled


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in compiled.NEEDED:
        (tmp_path / name).mkdir()
        (tmp_path / name / "one.py").write_text("X = 1\n")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    monkeypatch.setattr(compiled, "paths", SimpleNamespace(__file__=str(tmp_path / "paths.py")))
    return tmp_path


def test_refresh_when_nothing_is_cached_then_all_is_compiled_once(package: Path) -> None:
    assert compiled.refresh() == len(compiled.NEEDED)
    assert compiled.refresh() == 0


def test_refresh_when_a_module_is_newer_then_it_alone_is_compiled(package: Path) -> None:
    compiled.refresh()
    module = package / "domain" / "one.py"
    cached = Path(cache_from_source(str(module)))
    os.utime(cached, (1, 1))
    assert compiled.refresh() == 1
    assert cached.stat().st_mtime > 1


def test_refresh_when_a_module_is_broken_then_the_others_are_compiled(package: Path) -> None:
    (package / "ingest" / "one.py").write_text("def broken(:\n")
    compiled.refresh()
    assert Path(cache_from_source(str(package / "worker" / "one.py"))).exists()


def test_refresh_when_the_folder_is_gone_then_nothing_happens(package: Path) -> None:
    shutil.rmtree(package)
    assert compiled.refresh() == 0
