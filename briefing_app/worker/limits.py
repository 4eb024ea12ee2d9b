"""What the worker may use: memory, processor time, no file but the program's own, and no network at all."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass

from briefing_app.worker import hook, kernel, roots
from briefing_app.worker.hook import FileRefused, NetworkRefused

MEMORY = 1 << 30
"""Most bytes of address space for reading one document."""
SECONDS = 20
"""Most processor seconds for one document."""
STEPS_BACK = "BRIEFING_STEPS_BACK"
"""Variable that says by how much a worker lets other processes go first."""
HANDLES = 256
"""Most files and pipes open at a time."""
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE = 1, 4


@dataclass(frozen=True, slots=True)
class Confinement:
    """Which walls stand around this process. ``landlock`` is the version of the kernel's, 0 where it has none."""

    limits: bool = False
    seccomp: bool = False
    landlock: int = 0
    namespace: bool = False


_standing = Confinement()


def confine(memory: int = MEMORY) -> Confinement:
    """Bound this process for good: memory, files, network, programs, and death with its parent.

    Walls that the system does not offer are left out; `in_force` tells which stand.
    """
    global _standing
    limits = _bound(memory)
    readable = roots.folders(), roots.files()
    kernel.no_new_rights()
    landlock = kernel.landlock(*readable)
    seccomp = kernel.seccomp()
    namespace = not seccomp and kernel.no_network_namespace()
    hook.stand()
    _standing = Confinement(limits, seccomp, landlock, namespace)
    return _standing


def in_force() -> Confinement:
    """Return the walls that stand around this process."""
    return _standing


def step_back() -> None:
    """Let the window go first where both want a processor, if the parent says that it has one."""
    with suppress(ValueError, OSError, AttributeError):  # AttributeError: Windows
        os.nice(int(os.environ.get(STEPS_BACK, "0")))


def allow_seconds(seconds: int) -> None:
    """Let the process use ``seconds`` more processor seconds; past them the system ends it."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds + 1, hard))


def _bound(memory: int) -> bool:
    """Set the limits of the process, and have it end with its parent and leave no image of its memory."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_NOFILE, (HANDLES, HANDLES))
    except (ImportError, ValueError, OSError):
        return False
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    return True


__all__ = ["Confinement", "FileRefused", "NetworkRefused", "allow_seconds", "confine", "in_force"]
