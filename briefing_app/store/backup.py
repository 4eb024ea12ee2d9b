"""backup."""

from __future__ import annotations


def write(connection: object, path: object, key: object, target: object) -> None:
    pass
