"""Python's own cache of our modules, brought up to date before the walls go up: behind them nothing is written."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

from briefing_app import paths

NEEDED = ("analysis", "domain", "ingest", "worker")
"""The packages that the worker imports when it is at work."""


def refresh() -> int:
    """Compile the modules whose cache is missing or older than they are; return how many. Costs two looks a file."""
    package = Path(paths.__file__).parent
    if sys.dont_write_bytecode or not os.access(package, os.W_OK):
        return 0
    stale = [module for name in NEEDED for module in sorted((package / name).rglob("*.py")) if _is_stale(module)]
    if stale:
        import py_compile

        for module in stale:
            with suppress(OSError, py_compile.PyCompileError):
                py_compile.compile(os.fspath(module), doraise=True)
    return len(stale)


def _is_stale(module: Path) -> bool:
    try:
        return Path(cache_from_source(os.fspath(module))).stat().st_mtime < module.stat().st_mtime
    except (OSError, NotImplementedError):
        return True
