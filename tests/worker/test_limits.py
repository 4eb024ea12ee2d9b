"""A confined process: no network, no file but the program's own, no other program, no more memory than allowed."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from briefing_app.worker import kernel, limits, syscalls

if TYPE_CHECKING:
    from pathlib import Path

CONFINED = "from briefing_app.worker import limits; limits.confine({memory})\n"
NATIVE = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.{call}
print(answer if answer >= 0 else -ctypes.get_errno(), flush=True)
"""
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="walls of the Linux kernel")


def run(code: str, memory: int = 1 << 30) -> subprocess.CompletedProcess[str]:
    program = CONFINED.format(memory=memory) + code
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture(scope="module")
def standing() -> limits.Confinement:
    """Give the walls that the kernel of this machine lets stand."""
    told = run("print(limits.in_force())").stdout
    return limits.Confinement(
        "limits=True" in told, "seccomp=True" in told, int(told.split("landlock=")[1].split(",")[0])
    )


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import socket; socket.socket(socket.AF_UNIX)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
    ],
)
def test_confine_when_network_is_tried_then_refused(code: str) -> None:
    ended = run(code)
    assert ended.returncode != 0
    assert "the worker has no network" in ended.stderr


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("open({secret!r})", "reads no file"),
        ("open({secret!r}.encode())", "reads no file"),
        ("import os; os.open({secret!r}, os.O_RDONLY)", "reads no file"),
        ("import pathlib; pathlib.Path({secret!r}).read_text()", "reads no file"),
        ("import os; os.open(os.path.dirname(os.__file__) + '/../../../../../..' + {secret!r}, 0)", "reads no file"),
        ("open('/proc/self/root' + {secret!r})", "reads no file"),
        ("import os; os.listdir({folder!r})", "reads no file"),
        ("import os; list(os.scandir({folder!r}))", "reads no file"),
        ("import ctypes; ctypes.CDLL({secret!r})", "reads no file"),
        ("open({folder!r} + '/new', 'w')", "changes no file"),
        ("import os; os.open({folder!r} + '/new', os.O_CREAT | os.O_WRONLY)", "changes no file"),
        ("import os; os.remove({secret!r})", "changes no file"),
        ("import os; os.symlink({secret!r}, {folder!r} + '/link')", "changes no file"),
        ("import tempfile; tempfile.TemporaryFile()", "o"),
        ("import os; os.system('true')", "starts no program"),
        ("import subprocess; subprocess.run(['true'])", "starts no program"),
        ("import os; os.fork()", "starts no program"),
    ],
)
def test_confine_when_python_reaches_for_files_or_programs_then_refused(code: str, words: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not for the worker")
    ended = run(code.format(secret=str(secret), folder=str(tmp_path)))
    assert ended.returncode != 0
    assert words in ended.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["secret.txt"]


@LINUX
@pytest.mark.parametrize(
    "call",
    [
        "socket(2, 1, 0)",
        "socket(1, 1, 0)",
        "socket(16, 3, 0)",
        "fork()",
        "execv(b'/bin/true', None)",
        "unshare(0x10000000)",
        "kill(os.getppid(), 0)",
        "ptrace(16, os.getppid(), 0, 0)",
        "unlink({secret})",
        "rename({secret}, {secret})",
        "chmod({secret}, 0o777)",
        "open({folder} + b'/new', 0o102, 0o600)",
        "open({secret}, 1)",
        "open({secret}, 0)",
    ],
)
def test_confine_when_native_code_reaches_out_then_the_kernel_refuses(
    call: str, tmp_path: Path, standing: limits.Confinement
) -> None:
    if not standing.seccomp or (call.endswith("0)") and call.startswith("open") and not standing.landlock):
        pytest.skip("this kernel offers no such wall")
    secret = tmp_path / "secret.txt"
    secret.write_text("not for the worker")
    names = {"secret": repr(str(secret).encode()), "folder": repr(str(tmp_path).encode())}
    ended = run(NATIVE.format(call=call.format(**names)))
    assert int(ended.stdout) in (-1, -13), ended.stderr
    assert secret.read_text() == "not for the worker"


@LINUX
def test_confine_when_threads_and_own_files_are_needed_then_they_work() -> None:
    code = "import threading, lxml.html, nh3\nt = threading.Thread(target=print, args=('ran',)); t.start(); t.join()"
    assert run(code).stdout == "ran\n"


@LINUX
def test_confine_when_the_kernel_refuses_its_walls_then_the_others_stand() -> None:
    patched = (
        "from briefing_app.worker import kernel, limits\n"
        "kernel._call = lambda *a: -1\nkernel.seccomp = lambda: False\nkernel.no_network_namespace = lambda: False\n"
        "print(limits.confine())\nopen('/etc/passwd')\n"
    )
    ended = subprocess.run([sys.executable, "-c", patched], capture_output=True, text=True, check=False, timeout=60)
    assert "limits=True, seccomp=False, landlock=0, namespace=False" in ended.stdout
    assert "reads no file" in ended.stderr


@pytest.mark.parametrize(("column", "number"), syscalls.ARCHITECTURES.values())
def test_filter_when_made_then_every_jump_stays_inside_and_it_ends_with_an_answer(column: int, number: int) -> None:
    program = kernel._filter(column, number)
    steps = [program[place : place + 8] for place in range(0, len(program), 8)]
    for place, step in enumerate(steps):
        if step[0] in (0x15, 0x35):
            assert place + 1 + max(step[2], step[3]) < len(steps)
    assert steps[-1][0] == 0x06
    assert len(steps) < 4096


def test_confine_when_memory_is_wasted_then_memory_error() -> None:
    ended = run("x = bytearray(600 << 20)", memory=512 << 20)
    assert "MemoryError" in ended.stderr


def test_allow_seconds_when_they_are_used_up_then_the_process_ends() -> None:
    ended = run("limits.allow_seconds(0)\nwhile True: pass")
    assert ended.returncode < 0
