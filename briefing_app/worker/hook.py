"""The wall inside Python: an audit hook that refuses the network, other programs, and every file but our own.

It stands on every system. Native code does not ask it; that is what the walls of the kernel are for (`kernel`).
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from briefing_app.worker import roots

if TYPE_CHECKING:
    from collections.abc import Callable

_NETWORK = frozenset(
    {
        *("socket.__new__", "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname"),
        *("socket.gethostbyaddr", "socket.getnameinfo", "socket.sendto", "socket.sendmsg", "urllib.Request"),
    }
)
_PROGRAMS = frozenset(
    {
        *("subprocess.Popen", "os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn"),
        *("os.startfile", "os.startfile/2", "pty.spawn", "webbrowser.open", "os.kill"),
    }
)
_CHANGES = frozenset(
    {
        *("os.chmod", "os.chown", "os.link", "os.mkdir", "os.mkfifo", "os.remove", "os.rename", "os.rmdir"),
        *("os.symlink", "os.truncate", "os.utime", "os.setxattr", "os.removexattr", "sqlite3.connect"),
        *("tempfile.mkstemp", "tempfile.mkdtemp", "shutil.rmtree", "shutil.move", "shutil.copyfile"),
    }
)
_LOOKS = frozenset({"os.listdir", "os.scandir"})
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_NOWHERE = frozenset({"/dev/null", "nul", "NUL"})


class NetworkRefused(PermissionError):
    """Raised when code in the worker tries to reach the network."""


class FileRefused(PermissionError):
    """Raised when code in the worker tries to open what it may not read, to change a file or start a program."""


def stand() -> None:
    """Put the hook up for good: what Python raises as an audit event is refused from now on."""
    roots.readable(os.__file__)
    sys.addaudithook(_judge)


def _judge(event: str, arguments: tuple[object, ...]) -> None:
    check = _CHECKS.get(event)
    if check is not None:
        check(arguments)


def _refuse_network(_arguments: tuple[object, ...]) -> None:
    message = "the worker has no network"
    raise NetworkRefused(message)


def _refuse_program(_arguments: tuple[object, ...]) -> None:
    message = "the worker starts no program"
    raise FileRefused(message)


def _refuse_change(_arguments: tuple[object, ...]) -> None:
    message = "the worker changes no file"
    raise FileRefused(message)


def _check_open(arguments: tuple[object, ...]) -> None:
    name, mode, flags = (*arguments, None, None, None)[:3]
    if isinstance(name, int) or name is None:
        return
    path = os.fsdecode(name) if isinstance(name, (str, bytes, os.PathLike)) else ""
    writes = isinstance(flags, int) and flags & _WRITING
    if (writes or (isinstance(mode, str) and set(mode) & set("wax+"))) and path not in _NOWHERE:
        _refuse_change(arguments)
    _check_read((path,))


def _check_read(arguments: tuple[object, ...]) -> None:
    name = arguments[0] if arguments else "."
    if isinstance(name, int):
        return
    path = os.fsdecode(name) if isinstance(name, (str, bytes, os.PathLike)) else "."
    if not roots.readable(path or "."):
        message = "the worker reads no file but the program's own"
        raise FileRefused(message)


def _check_library(arguments: tuple[object, ...]) -> None:
    """Let a shared library be loaded by its bare name, which the system looks up, or from what may be read."""
    name = arguments[0] if arguments else None
    if isinstance(name, str) and os.sep in name:
        _check_read((name,))


_CHECKS: dict[str, Callable[[tuple[object, ...]], None]] = {
    **dict.fromkeys(_NETWORK, _refuse_network),
    **dict.fromkeys(_PROGRAMS, _refuse_program),
    **dict.fromkeys(_CHANGES, _refuse_change),
    **dict.fromkeys(_LOOKS, _check_read),
    "open": _check_open,
    "ctypes.dlopen": _check_library,
}
