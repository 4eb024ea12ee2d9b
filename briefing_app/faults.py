"""What may be told of a fault of ours, and of an address: the place in the code and the host, never what was read."""

from __future__ import annotations

import re
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from briefing_app import __version__
from briefing_app.errors import ProgramError

if TYPE_CHECKING:
    import sys
    import threading
    from collections.abc import Iterator

_SECRET_PARTS = re.compile(r"(?<=://)[^\s/?#@\\]*(?:@[^\s/?#@\\]*)*@|[?#][^\s'\"<>”“‘’]*")
_ADDRESS = re.compile(r"\b[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\s'\"<>”“‘’]+")
_STACK_LINE = re.compile(r"  [\w./\\<>-]{1,200}:\d{1,6} in [\w<>]{1,100}|(?:\w{1,80}\.){1,8}\w{1,80}")
"""What the worker tells of its own stack, and nothing that could hold a document's words."""
_LONGEST = 400
"""Most characters of an address that are worth telling."""


def report_of(error: BaseException) -> str:
    """Return what a developer needs: versions and our own stack, without texts, titles, addresses or home folders.

    Messages of exceptions may quote what was read, so only their types are kept.
    """
    import platform

    lines = [
        f"Briefing Reader {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}",
        *stack_of(error),
    ]
    return "\n".join(lines)


def stack_of(error: BaseException) -> Iterator[str]:
    """Give the types of an error and of what caused it, each with the places it came by, newest cause first."""
    import traceback

    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield f"{type(current).__module__}.{type(current).__qualname__}"
        for frame in traceback.extract_tb(current.__traceback__):
            yield f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}"
        if isinstance(current, ProgramError):
            yield from stack_lines(str(current))
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)


def stack_lines(told: str) -> list[str]:
    """Return the lines of a worker's report that can be nothing but its stack: a document may have taken it over."""
    return [line for line in told.splitlines() if _STACK_LINE.fullmatch(line)]


def quote_nothing() -> None:
    """Have Python tell of what fails in a thread or while something is taken down by `report_of`, never in its words.

    By itself it writes messages of exceptions to standard error, which a desktop keeps in a log.
    """
    import sys
    import threading

    threading.excepthook = _tell_of_thread
    sys.unraisablehook = _tell_of_unraisable


def _tell_of_thread(told: threading.ExceptHookArgs) -> None:
    if told.exc_value is not None and not isinstance(told.exc_value, SystemExit):
        _write(told.exc_value)


def _tell_of_unraisable(told: sys.UnraisableHookArgs) -> None:
    if told.exc_value is not None:
        _write(told.exc_value)


def _write(error: BaseException) -> None:
    import sys

    if sys.stderr is not None:
        sys.stderr.write(report_of(error) + "\n")


def shown_address(address: str) -> str:
    """Return an address as it may be told and kept in a log: without user, password, query and fragment."""
    bare = _SECRET_PARTS.sub("", address)
    return bare if len(bare) <= _LONGEST else f"{bare[:_LONGEST]}…"


def without_secrets(text: str) -> str:
    """Return ``text`` with every address in it as `shown_address` tells it."""
    return _ADDRESS.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    return shown_address(found.group())


def _short(filename: str) -> str:
    parts = PurePath(filename).parts
    for anchor in ("briefing_app", "site-packages"):
        if anchor in parts:
            return "/".join(parts[parts.index(anchor) :])
    return Path(filename).name or filename
