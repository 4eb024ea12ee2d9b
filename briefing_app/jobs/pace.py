"""How fast an import goes and how long it still takes: smoothed, and silent while that would be a guess."""

from __future__ import annotations

import math

SETTLING = 3.0
"""Seconds of work before anything is said."""
LEAST = 8
"""Inputs before anything is said."""
MEMORY = 20.0
"""Seconds over which the rate is smoothed: long enough to be calm, short enough to follow the files."""


class Pace:
    """Told how many inputs are done at a moment; time spent held does not count."""

    def __init__(self) -> None:
        self.rate = 0.0
        self._work = 0.0
        self._seen = 0
        self._at: float | None = None
        self._done = 0

    def hold(self) -> None:
        """Let the clock stand until the next `note`."""
        self._at = None

    def note(self, done: int, moment: float) -> None:
        """Take in that ``done`` inputs are done at ``moment``."""
        if self._at is None:
            self._at, self._done = moment, done
            return
        spent = moment - self._at
        if spent <= 0:
            return
        fresh = done - self._done
        self._work += spent
        self._seen += fresh
        # The beginning is a plain average; then what is older than `MEMORY` fades.
        share = 1 - math.exp(-spent / min(MEMORY, self._work))
        self.rate = self._seen / self._work if self._work <= MEMORY else self.rate + share * (fresh / spent - self.rate)
        self._at, self._done = moment, done

    @property
    def known(self) -> bool:
        """Say whether the rate is more than a guess."""
        return self._work >= SETTLING and self._seen >= LEAST and self.rate > 0

    def remaining(self, waiting: int) -> float | None:
        """Return the seconds that ``waiting`` inputs will take; None while that would be a guess."""
        return waiting / self.rate if self.known else None
