"""A process that holds a library's key leaves no image of its memory."""

from __future__ import annotations

import subprocess
import sys

import pytest

STATE = """
import ctypes, resource
print(resource.getrlimit(resource.RLIMIT_CORE)[0], ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


def told(code: str) -> str:
    ended = subprocess.run(
        [sys.executable, "-c", code + STATE], capture_output=True, text=True, check=False, timeout=60
    )
    return ended.stdout.strip() or ended.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")
@pytest.mark.parametrize(("key", "dumpable"), [("bytes(range(32))", "0"), ("None", "1")])
def test_connect_when_a_key_is_given_then_no_dump_and_no_looking_in(key: str, dumpable: str) -> None:
    code = f"""
import pathlib, tempfile
from briefing_app.store.connect import connect
connect(pathlib.Path(tempfile.mkdtemp(), "x.brief"), {key}, mode="rwc").close()
"""
    limit, state = told(code).split()
    assert state == dumpable
    assert dumpable == "1" or limit == "0"
