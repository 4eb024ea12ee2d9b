"""A confined process: no network, no more memory than allowed."""

from __future__ import annotations

import subprocess
import sys

import pytest

CONFINED = "from briefing_app.worker import limits; limits.confine({memory})\n"


def run(code: str, memory: int = 1 << 30) -> subprocess.CompletedProcess[str]:
    program = CONFINED.format(memory=memory) + code
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
    ],
)
def test_confine_when_network_is_tried_then_refused(code: str) -> None:
    ended = run(code)
    assert ended.returncode != 0
    assert "the worker has no network" in ended.stderr


def test_confine_when_memory_is_wasted_then_memory_error() -> None:
    ended = run("x = bytearray(600 << 20)", memory=512 << 20)
    assert "MemoryError" in ended.stderr


def test_allow_seconds_when_they_are_used_up_then_the_process_ends() -> None:
    ended = run("limits.allow_seconds(0)\nwhile True: pass")
    assert ended.returncode < 0
