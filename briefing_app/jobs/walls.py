"""Which walls stand around the worker on this machine, and how that is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.codec import from_plain
from briefing_app.jobs.process import WorkerProcess
from briefing_app.worker.limits import Confinement

if TYPE_CHECKING:
    from collections.abc import Sequence

HOOK = "audit hook"


def standing() -> Confinement:
    """Start a worker, ask it what confines it, and end it. InputError where it cannot be started."""
    process = WorkerProcess()
    try:
        answer, _ = process.ask({"task": "confinement"})
    finally:
        process.end()
    return from_plain(Confinement, answer["confinement"])


def names(walls: Confinement) -> list[str]:
    """Return the walls by name, the strongest last; the audit hook of Python stands everywhere."""
    found = [HOOK]
    found += ["limits of the system"] if walls.limits else []
    found += ["network of its own"] if walls.namespace else []
    found += ["Landlock"] if walls.landlock else []
    found += ["filter of system calls"] if walls.seccomp else []
    return found


def sentence(walls: Sequence[str]) -> str:
    """Tell a person what confines the process that reads documents."""
    told = "Documents are read in a process without network, files or programs"
    return f"{told} ({HOOK}; the system offers no more)." if list(walls) == [HOOK] else f"{told} ({', '.join(walls)})."
