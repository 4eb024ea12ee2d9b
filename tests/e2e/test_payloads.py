"""Hostile documents of every format, imported and shown by the real window: nothing leaves, nothing runs."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path


def audit(folder: Path, share: int) -> dict[str, Any]:
    words = [sys.executable, "-m", "tests.e2e.payload_audit", str(folder), str(share)]
    ended = subprocess.run(words, capture_output=True, text=True, check=False, timeout=170)
    assert ended.returncode == 0, ended.stderr[-3000:]
    report: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
    return report


@pytest.mark.e2e
@pytest.mark.slow
@pytest.mark.usefixtures("user_folders")
def test_window_when_documents_are_full_of_payloads_then_nothing_is_alive_and_nothing_leaves(tmp_path: Path) -> None:
    report = audit(tmp_path, 2)
    assert report["payloads"] >= 300
    assert report["heard"] == []
    assert report["tried"] == []
    assert report["opened"] in (0, -1)
    assert report["asked"] == {}
    assert report["would_ask"] > 0
    assert report["alive"] == []
    assert report["kept"] >= 0.99 * report["wanted"]
    assert report["refused"] == 0
    assert report["shown"] >= report["documents"]
    exported = report["exported"]
    assert (exported["alive"], exported["markdown"], exported["images"]) == ([], [], 0)
    assert exported["size"] > 10_000


CONTROL = """
import json, socket, sys, pathlib, time
from tests.e2e.watching import Watch
watch = Watch(pathlib.Path(sys.argv[1]))
with socket.create_connection(("127.0.0.1", watch.port)) as call:
    call.sendall(b"GET /pixel")
watch.canary.read_text()
while not watch.heard:
    time.sleep(0.01)
print(json.dumps([watch.heard, len(watch.tried), watch.opened]))
"""


@pytest.mark.e2e
def test_watch_when_somebody_calls_and_looks_then_it_is_noticed(tmp_path: Path) -> None:
    words = [sys.executable, "-c", CONTROL, str(tmp_path)]
    ended = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    heard, tried, opened = json.loads(ended.stdout)
    assert heard == ["GET /pixel"]
    assert tried >= 2
    assert opened == -1 or opened >= 1
