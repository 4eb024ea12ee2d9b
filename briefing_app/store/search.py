"""Search (under construction)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Search:
    """Searches the library."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
