"""What the worker may use: memory, processor time, and no network at all."""

from __future__ import annotations

import ctypes
import signal
import sys
from contextlib import suppress

MEMORY = 1 << 30
"""Most bytes of address space for reading one document."""
SECONDS = 20
"""Most processor seconds for one document."""
_NET_EVENTS = frozenset(
    {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}
)
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE = 1, 4


class NetworkRefused(PermissionError):
    """Raised when code in the worker tries to reach the network."""


def confine(memory: int = MEMORY) -> None:
    """Bound this process for good: address space, no core dump, no network, and death with its parent."""
    sys.addaudithook(_refuse_network)
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def allow_seconds(seconds: int) -> None:
    """Let the process use ``seconds`` more processor seconds; past them the system ends it."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds + 1, hard))


def _refuse_network(event: str, _arguments: tuple[object, ...]) -> None:
    if event in _NET_EVENTS:
        message = "the worker has no network"
        raise NetworkRefused(message)
