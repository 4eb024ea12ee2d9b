"""Settings that belong to a library and travel with it."""

from __future__ import annotations

from sqlalchemy import func, select

from briefing_app.domain.ids import new_id
from briefing_app.store.repositories.base import Repository
from briefing_app.store.tables.every import SETTINGS


class LibrarySettings(Repository):
    """Reads and writes settings by key."""

    def get(self, key: str, default: str = "") -> str:
        """Return a setting, or `default` where it was never set."""
        found = self._connection.execute(select(SETTINGS.c.value).where(SETTINGS.c.key == key)).scalar()
        return default if found is None else str(found)

    def set(self, key: str, value: str) -> None:
        """Set a setting."""
        seq = self._seq(key)
        if seq is None:
            self._ledger.insert(SETTINGS, {"id": new_id(), "key": key, "value": value})
        else:
            self._ledger.update(SETTINGS, [seq], {"value": value})

    def under(self, prefix: str) -> dict[str, str]:
        """Return the settings whose key begins so, in the order in which they were first set."""
        key = SETTINGS.c.key
        query = select(key, SETTINGS.c.value).where(func.substr(key, 1, len(prefix)) == prefix).order_by(SETTINGS.c.seq)
        return {str(found.key): str(found.value) for found in self._connection.execute(query)}

    def delete(self, key: str) -> None:
        """Delete a setting, if it is there."""
        seq = self._seq(key)
        if seq is not None:
            self._ledger.delete(SETTINGS, [seq])

    def _seq(self, key: str) -> int | None:
        return self._connection.execute(select(SETTINGS.c.seq).where(SETTINGS.c.key == key)).scalar()
