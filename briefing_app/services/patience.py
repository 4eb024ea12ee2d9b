"""How long a server asks to be left alone, and which host is asked by whom: one request to a host at a time."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from briefing_app.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

GONE, TOO_MANY, UNAVAILABLE = 410, 429, 503
LONGEST = 24 * 3600.0
"""Most seconds for which a server is left alone because it asked to be; it may be wrong about its clock, or ours."""


class Answered(InputError):
    """A server answered with something else than a page; ``wait`` is for how many seconds it wants to be left alone."""

    def __init__(self, sentence: str, status: int, wait: float = 0.0) -> None:
        super().__init__(sentence)
        self.status, self.wait = status, wait


def seconds_asked(header: str, moment: datetime | None = None) -> float:
    """Return the seconds that a Retry-After header names, as a number or as a date; 0 where it says nothing."""
    text = header.strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), LONGEST)
    try:
        until = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError):
        return 0.0
    until = until if until.tzinfo is not None else until.replace(tzinfo=UTC)
    return max(0.0, min((until - (moment or datetime.now(UTC))).total_seconds(), LONGEST))


def rest_words(host: str, seconds: float, moment: datetime | None = None) -> str:
    """Return that a host asks to be left alone for so long, by the user's own clock."""
    here = (moment or datetime.now(UTC)).astimezone()
    until = here + timedelta(seconds=seconds + 59)
    when = until.strftime("%H:%M") if until.date() == here.date() else until.strftime("%-d %b, %H:%M")
    return f"{host} asks to be left alone until {when}, and is not asked before."


class Hosts:
    """Keeps requests to one host apart, and those away from it that it does not want for a while."""

    def __init__(self) -> None:
        self._turn = threading.Condition()
        self._asked: set[str] = set()
        self._resting: dict[str, float] = {}

    @contextmanager
    def asked(self, host: str) -> Iterator[None]:
        """Have a host to oneself; Answered says that it is to be left alone."""
        with self._turn:
            while host in self._asked:
                self._turn.wait()
            left = self._resting.get(host, 0.0) - time.monotonic()
            if left > 0:
                raise Answered(rest_words(host, left), TOO_MANY, left)
            self._resting.pop(host, None)
            self._asked.add(host)
        try:
            yield
        finally:
            with self._turn:
                self._asked.discard(host)
                self._turn.notify_all()

    def rest(self, host: str, seconds: float) -> None:
        """Leave a host alone for so long."""
        with self._turn:
            self._resting[host] = time.monotonic() + seconds
