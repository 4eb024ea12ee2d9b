"""check."""

from __future__ import annotations


def check(connection: object, *, encrypted: bool, repair: bool, writable: bool) -> list[str]:
    return []
