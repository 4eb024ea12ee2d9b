"""How many of what, in words."""

from __future__ import annotations


def counted(number: int, one: str, many: str = "") -> str:
    """Return ``1 article``, ``4,212 articles``; ``many`` where the plural is more than an s."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
