"""Whoever can run actions of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet


class Performer(Protocol):
    """A panel or a group of deeds: ``ACTIONS`` are the ids it knows."""

    @property
    def ACTIONS(self) -> AbstractSet[str]:
        """The ids of the actions it runs."""
        ...

    def perform(self, action: str, /) -> None:
        """Run one of them."""
        ...
