"""The walls of the Linux kernel around the worker: Landlock, a filter of system calls, a network of its own.

Each is tried, and where the kernel refuses it (an old one, a container, another system) the others stand alone; what
stands is told by what each function returns. None needs a right, none can be taken down again.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from functools import cache
from typing import Final

from briefing_app.worker import syscalls

_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP = 38, 22
_SECCOMP_FILTER: Final = 2
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_LANDLOCK_CREATE, _LANDLOCK_ADD, _LANDLOCK_RESTRICT = 444, 445, 446
_LANDLOCK_VERSION: Final = 1
_READ_FILE, _READ_DIR = 1 << 2, 1 << 3
_LOAD_WORD, _AND, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x54, 0x15, 0x35, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_EPERM, _ENOSYS = 1, 38
_X32: Final = 0x40000000
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16
_CLONE_THREAD: Final = 0x00010000


def no_new_rights() -> bool:
    """Give up for good any right that a program started from here could bring."""
    return sys.platform == "linux" and bool(_libc().prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)


def landlock(folders: tuple[str, ...], files: frozenset[str]) -> int:
    """Make ``folders`` and ``files`` readable and nothing else; return Landlock's version, 0 where there is none.

    Nothing can be written, made, removed or run any more, no TCP port used, no process outside be signalled.
    """
    if sys.platform != "linux":
        return 0
    version = max(0, _call(_LANDLOCK_CREATE, None, 0, _LANDLOCK_VERSION))
    if not version:
        return 0
    handled = (1 << (13 + (version >= 2) + (version >= 3))) - 1 | ((1 << 15) if version >= 5 else 0)
    rules = struct.pack("=QQQ", handled, 3, 3)[: 8 if version < 4 else 16 if version < 6 else 24]
    ruleset = _call(_LANDLOCK_CREATE, rules, len(rules), 0)
    if ruleset < 0:
        return 0
    try:
        for path, rights in (
            *((one, _READ_FILE | _READ_DIR) for one in folders),
            *((one, _READ_FILE) for one in files),
        ):
            _let_read(ruleset, path, rights)
        return version if _call(_LANDLOCK_RESTRICT, ruleset, 0) == 0 else 0
    finally:
        os.close(ruleset)


def no_network_namespace() -> bool:
    """Move into a network without a device. Opens more of the kernel than a filter does, so it is the second choice."""
    return sys.platform == "linux" and bool(_libc().unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0)


def seccomp() -> bool:
    """Have the kernel refuse every call of the network, of other programs, of the system and of changing files."""
    if sys.platform != "linux" or os.uname().machine not in syscalls.ARCHITECTURES:
        return False
    program = _filter(*syscalls.ARCHITECTURES[os.uname().machine])
    code = ctypes.create_string_buffer(program)
    wanted = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code))
    return bool(_libc().prctl(_PR_SET_SECCOMP, _SECCOMP_FILTER, ctypes.c_char_p(wanted), 0, 0) == 0)


def _let_read(ruleset: int, path: str, rights: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        folder = os.path.isdir(path)  # noqa: PTH112
        rule = struct.pack("=Qi", rights if folder else rights & ~_READ_DIR, place)
        _call(_LANDLOCK_ADD, ruleset, _LANDLOCK_VERSION, rule, 0)
    finally:
        os.close(place)


def _filter(column: int, architecture: int) -> bytes:
    """Return the filter as the kernel's own little programs are written: eight bytes a step."""
    steps = [
        (_LOAD_WORD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _KILL),
        (_LOAD_WORD, 0, 0, _NUMBER),
        (_AT_LEAST, 0, 1, _X32),
        (_RETURN, 0, 0, _REFUSE | _EPERM),
    ]
    for numbers in syscalls.REFUSED.values():
        steps += _on(numbers[column], [(_RETURN, 0, 0, _REFUSE | _EPERM)])
    for numbers in syscalls.UNKNOWN.values():
        steps += _on(numbers[column], [(_RETURN, 0, 0, _REFUSE | _ENOSYS)])
    steps += _on(syscalls.CLONE[column], _where(0, _CLONE_THREAD, _CLONE_THREAD))
    writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
    steps += _on(syscalls.OPEN[column], _where(1, writing, 0))
    steps += _on(syscalls.OPENAT[column], _where(2, writing, 0))
    for name, numbers in syscalls.OWN_PROCESS_ONLY.items():
        allowed = (os.getpid(), 0) if name == "prlimit64" else (os.getpid(),)
        steps += _on(numbers[column], _where(0, 0xFFFFFFFF, *allowed))
    steps.append((_RETURN, 0, 0, _ALLOW))
    return b"".join(struct.pack("=HBBI", *step) for step in steps)


_Step = tuple[int, int, int, int]


def _on(number: int, steps: list[_Step]) -> list[_Step]:
    """Return ``steps`` for the call of that number only; the number is in the accumulator, and stays there."""
    return [] if number < 0 else [(_EQUAL, 0, len(steps), number), *steps]


def _where(argument: int, mask: int, *allowed: int) -> list[_Step]:
    """Return steps that end the filter: allowed where the argument under the mask is one of the values."""
    tests = [(_EQUAL, len(allowed) - place, 0, value) for place, value in enumerate(allowed)]
    return [
        (_LOAD_WORD, 0, 0, _ARGUMENTS + 8 * argument),
        (_AND, 0, 0, mask),
        *tests,
        (_RETURN, 0, 0, _REFUSE | _EPERM),
        (_RETURN, 0, 0, _ALLOW),
    ]


@cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _call(number: int, *arguments: int | bytes | None) -> int:
    """Make a system call that the C library has no name for."""
    given = [ctypes.c_long(one) if isinstance(one, int) else ctypes.c_char_p(one) for one in arguments]
    return int(_libc().syscall(ctypes.c_long(number), *given))
