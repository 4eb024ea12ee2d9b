"""The way one came: articles opened, back and forward."""

from __future__ import annotations

KEPT = 200


class History:
    """A list of article ids and where in it one stands."""

    def __init__(self) -> None:
        self._way: list[str] = []
        self._at = -1

    @property
    def here(self) -> str:
        """The article one is at, or empty."""
        return self._way[self._at] if self._at >= 0 else ""

    @property
    def can_go_back(self) -> bool:
        """Say whether there is an article before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Say whether one came back from a later one."""
        return self._at + 1 < len(self._way)

    def visit(self, article: str) -> None:
        """Note that an article was opened; what lay ahead is forgotten, the same one twice is one."""
        if article == self.here:
            return
        self._way = [*self._way[: self._at + 1], article][-KEPT:]
        self._at = len(self._way) - 1

    def back(self) -> str:
        """Go back and return where that is; stays at the beginning."""
        self._at = max(0, self._at - 1) if self._way else -1
        return self.here

    def forward(self) -> str:
        """Go forward and return where that is; stays at the end."""
        self._at = min(len(self._way) - 1, self._at + 1)
        return self.here
