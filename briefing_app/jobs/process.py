"""One worker process: started when first needed, asked one thing at a time, ended when it misbehaves."""

from __future__ import annotations

import math
import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from briefing_app.errors import InputError, LimitError, ProgramError
from briefing_app.faults import stack_lines
from briefing_app.worker import wire
from briefing_app.worker.limits import STEPS_BACK

if TYPE_CHECKING:
    from briefing_app.worker.wire import Head

CANCELLED = "The work was cancelled."
PATIENCE = 60.0
"""Seconds in which a process must have used some processor time, as long as it owes an answer.

How much processor time a document may take is the worker's own limit; a busy machine may take any time over it.
"""
LEAST = 0.005
"""Seconds of processor time that count as some: a process in a lasting sleep uses none at all."""
LONGEST = 60.0
"""How many times its patience a process may take altogether, where it can be seen to work."""
_KEPT_VARIABLES = (
    *("PYTHON", "LANG", "LC_", "TZ", "HOME", "LD_LIBRARY_PATH", "DYLD_", "NIX_", "COVERAGE_"),
    *("SYSTEMROOT", "WINDIR", "SYSTEMDRIVE", "PATH", "USERPROFILE"),
)
"""Beginnings of the variables that the worker is given; no password or address of the session is among them."""


class WorkerProcess:
    """A child that runs `briefing_app.worker`. Not for two threads at once; `end` may be called from any."""

    def __init__(self, steps_back: int = 0) -> None:
        """``steps_back`` is by how much it lets other processes, such as a window, go first."""
        self._steps_back = steps_back
        self._child: subprocess.Popen[bytes] | None = None
        self._ended = False

    def ask(self, head: Head, blob: bytes = b"", *, patience: float = PATIENCE) -> tuple[Head, bytes]:
        """Return the answer to one question.

        InputError when the document is at fault (refused, out of its limits, the process died of it);
        ProgramError with the worker's own report when our code is.
        """
        child = self._started()
        _WATCH.begin(self, patience)
        try:
            wire.send(cast("BinaryIO", child.stdin), head, blob)
            answer, body = wire.receive(cast("BinaryIO", child.stdout))
        except (EOFError, OSError, ValueError) as error:
            self._kill()
            if self._ended:
                raise InputError(CANCELLED) from error
            raise LimitError(
                "It could not be read within the limits of memory and time that one document may use.",
                hint="The rest of your work is untouched.",
            ) from error
        finally:
            _WATCH.end(self)
        return _checked(answer), body

    def end(self) -> None:
        """Close the pipe, wait a moment, then kill, for good; safe to call twice."""
        self._ended = True
        self.rest()

    def rest(self) -> None:
        """End the child; the next question starts another one."""
        child = self._child
        if child is None:
            return
        with suppress(OSError, ValueError):
            cast("BinaryIO", child.stdin).close()
        try:
            child.wait(0.5)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        with suppress(OSError, ValueError):
            cast("BinaryIO", child.stdout).close()
        self._child = None

    def _started(self) -> subprocess.Popen[bytes]:
        if self._ended:
            raise InputError(CANCELLED)
        if self._child is not None and self._child.poll() is not None:
            self._kill()
        if self._child is None:
            self._child = _SPAWNER.submit(_spawned, self._steps_back).result()
        return self._child

    def used(self) -> float | None:
        """Return the processor seconds that the child has used; None where the system does not tell."""
        child = self._child
        return None if child is None else cpu_seconds(child.pid)

    def give_up(self) -> None:
        """End a child that takes too long; whoever waits for its answer hears that it could not be read."""
        self._kill()

    def _kill(self) -> None:
        child = self._child
        if child is not None:
            with suppress(OSError):
                child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                with suppress(OSError, ValueError):
                    cast("BinaryIO", pipe).close()
            self._child = None


@dataclass(slots=True)
class _Watched:
    """A question under way: when to look at its process again, when to look no more, and what it had used then."""

    patience: float
    look: float
    end: float
    used: float | None


class _Watch:
    """Ends workers that do nothing. One thread for all: a timer for each question costs more than the question."""

    def __init__(self) -> None:
        self._watched: dict[WorkerProcess, _Watched] = {}
        self._news = threading.Condition()
        self._next = math.inf
        self._thread: threading.Thread | None = None

    def begin(self, process: WorkerProcess, patience: float) -> None:
        now = time.monotonic()
        with self._news:
            self._watched[process] = _Watched(patience, now + patience, now + patience * LONGEST, process.used())
            if self._thread is None:
                self._thread = threading.Thread(target=self._serve, name="watch", daemon=True)
                self._thread.start()
            if now + patience < self._next:
                self._news.notify()

    def end(self, process: WorkerProcess) -> None:
        with self._news:
            self._watched.pop(process, None)

    def _serve(self) -> None:
        while True:
            for process in self._late():
                process.give_up()

    def _late(self) -> list[WorkerProcess]:
        with self._news:
            self._next = min((one.look for one in self._watched.values()), default=math.inf)
            self._news.wait(None if self._next == math.inf else max(0.0, self._next - time.monotonic()))
            now = time.monotonic()
            due = [(process, one) for process, one in self._watched.items() if one.look <= now]
            late = [process for process, one in due if not _at_work(process, one, now)]
            for process in late:
                del self._watched[process]
            return late


def _at_work(process: WorkerProcess, watched: _Watched, now: float) -> bool:
    """Say whether a process has used the processor since it was looked at last, and note when to look again."""
    used, before = process.used(), watched.used
    if used is None or before is None or used - before < LEAST or now >= watched.end:
        return False
    watched.used, watched.look = used, min(now + watched.patience, watched.end)
    return True


def cpu_seconds(pid: int) -> float | None:
    """Return the processor seconds that a process has used; None where this system does not tell of others."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError, AttributeError):
        return None


_WATCH = _Watch()
_SPAWNER = ThreadPoolExecutor(1, thread_name_prefix="spawn")
"""Starts every worker. Linux ends a worker with the thread that started it, so that thread must live on."""


def _spawned(steps_back: int) -> subprocess.Popen[bytes]:
    # What a library prints may quote the document, and a desktop's standard error is kept in a log.
    return subprocess.Popen(
        worker_command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**_environment(), STEPS_BACK: str(steps_back)},
        close_fds=True,
    )


def worker_command() -> list[str]:
    """Return how the worker is started: the bundled program by its own switch, else this Python."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker"]
    # -P: a module in the folder where the user happens to be is none of ours.
    return [sys.executable, "-P", "-m", "briefing_app.worker"]


def _environment() -> dict[str, str]:
    package_home = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100, PTH120
    path = os.pathsep.join(one for one in (package_home, os.environ.get("PYTHONPATH", "")) if one)
    kept = {name: value for name, value in os.environ.items() if name.upper().startswith(_KEPT_VARIABLES)}
    return {**kept, "PYTHONPATH": path, "PYTHONHASHSEED": "0", "OMP_NUM_THREADS": "1"}


def _checked(answer: Head) -> Head:
    kind = answer.get("kind")
    if kind == "limit":
        raise LimitError(str(answer["error"]))
    if kind == "user":
        raise InputError(str(answer["error"]), hint=str(answer.get("hint", "")))
    if kind == "program":
        raise ProgramError("\n".join(stack_lines(str(answer["error"]))))
    return answer
