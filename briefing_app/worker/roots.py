"""What the worker may read of the disk: the program itself, and what the system needs to run it. Nothing else."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

from briefing_app import paths

_SYSTEM_FOLDERS = (
    *("/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/libexec", "/usr/local/lib"),
    *("/usr/share/zoneinfo", "/usr/share/locale", "/usr/share/i18n", "/nix/store", "/gnu/store"),
    *("/System/Library", "/Library/Frameworks", "/opt/homebrew/lib", "/opt/homebrew/opt", "/opt/homebrew/Cellar"),
    "/sys/devices/system/cpu",
)
_SYSTEM_FILES = (
    *("/etc/ld.so.cache", "/etc/ld.so.preload", "/etc/localtime", "/etc/timezone", "/etc/mime.types"),
    *("/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/dev/null", "/dev/urandom", "/dev/random"),
    *("/proc/self/status", "/proc/self/stat", "/proc/self/statm", "/proc/self/maps", "/proc/self/cgroup"),
)


@cache
def folders() -> tuple[str, ...]:
    """Return the folders below which everything may be read; each also as it is called without links."""
    named = [*_program_folders(), *_system_folders()]
    return tuple(sorted({one for path in named for one in (str(path), os.path.realpath(path))}))


@cache
def files() -> frozenset[str]:
    """Return the single files that may be read besides."""
    return frozenset(one for name in _SYSTEM_FILES for one in (name, os.path.realpath(name)))


def readable(path: str) -> bool:
    """Say whether ``path`` lies in what may be read; links are followed where its name alone does not tell."""
    if path in files() or (path.startswith(_beginnings()) and ".." not in path):
        return True
    real = os.path.realpath(path)
    return real in files() or any(real == one or real.startswith(one + os.sep) for one in folders())


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple(one + os.sep for one in folders())


def _program_folders() -> list[Path]:
    """Return where Python, its packages, our code and our resources lie."""
    package = Path(paths.__file__).parent
    found = [package, paths.resource(), Path(os.__file__).parent]
    found += [Path(prefix, part) for prefix in (sys.prefix, sys.base_prefix) for part in ("lib", "lib64", "DLLs")]
    # The folder of a checkout is on the path, but holds more than the program; site-packages does not.
    beside = package.parent.resolve()
    found += [
        Path(one) for one in sys.path if one and (Path(one).resolve() != beside or beside.name == "site-packages")
    ]
    bundle = getattr(sys, "_MEIPASS", "")
    found += [Path(bundle)] if bundle else []
    home = Path(os.path.realpath(Path("~").expanduser()))
    return [one for one in found if not home.is_relative_to(one.resolve())]


def _system_folders() -> list[Path]:
    if os.name == "nt":
        return [Path(os.environ.get("SYSTEMROOT", r"C:\Windows"))]
    return [Path(one) for one in _SYSTEM_FOLDERS]
