"""The present moment, as the library writes it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """Return the present moment in UTC as ISO 8601 with seconds (``2025-12-22T09:14:03+00:00``)."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def today() -> str:
    """Return today's date where the user is, as ISO (``2025-12-22``)."""
    return datetime.now().astimezone().date().isoformat()
