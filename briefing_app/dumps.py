"""No image of this process's memory on the disk once it holds the key of an encrypted library."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cache

_PR_SET_DUMPABLE = 4


@cache
def refuse() -> None:
    """Have the system write no core dump of this process, and let no process of the same user look into it.

    Done once, on Linux and macOS as far as they offer it; it cannot wipe what swap or hibernation writes.
    """
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
