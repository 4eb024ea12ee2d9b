"""Odd files through the real worker, by hand: ``python -m tests.bench.fuzz_readers EACH [FIRST]``.

Prints what became of them: read, refused in a sentence, a fault of our own, the worker's death, and the slow ones.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.errors import InputError, ProgramError
from briefing_app.jobs.pool import WorkerPool
from tests.ingest.mutations import GOOD, odd_files

if TYPE_CHECKING:
    from briefing_app.jobs.process import WorkerProcess

SLOW = 2.0
"""Processor seconds past which a small file is told as slow."""
DIED = "limits of memory and time"


class Told:
    """What one file came to."""

    def __init__(self, pool: WorkerPool, name: str, data: bytes) -> None:
        self._worker = next(iter(pool._all))
        before = self._spent(self._worker)
        self.kind, self.sentence = self._run(pool, name, data)
        self.seconds = self._spent(self._worker) - before

    @staticmethod
    def _run(pool: WorkerPool, name: str, data: bytes) -> tuple[str, str]:
        try:
            held = pool.expand(data, name)
            if held is None or not (held.items or held.feeds):
                pool.clean(data, name)
        except InputError as error:
            return ("died" if DIED in str(error) else "refused"), str(error)
        except ProgramError as error:
            return "fault", str(error)
        return "read", "read."

    @staticmethod
    def _spent(worker: WorkerProcess) -> float:
        if worker._child is None:
            return 0.0
        fields = Path(f"/proc/{worker._child.pid}/stat").read_text().rpartition(") ")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main(each: int, first: int) -> int:
    """Run them all; 1 where one was neither read nor refused, or slow."""
    pool = WorkerPool()
    pool.warm()
    counts: Counter[str] = Counter()
    bad = 0
    try:
        for name, seed, data in odd_files(each, first):
            told = Told(pool, name, data)
            counts[told.kind] += 1
            if told.kind in ("fault", "died") or told.seconds > SLOW or not told.sentence.rstrip().endswith("."):
                bad += 1
                sys.stdout.write(f"{name} {seed} {told.kind} {told.seconds:.1f} s {told.sentence[-400:]}\n")
                sys.stdout.flush()
    finally:
        pool.end()
    sys.stdout.write(f"{sum(counts.values())} files of {len(GOOD)} formats: {dict(counts)}, {bad} to look at\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0))
