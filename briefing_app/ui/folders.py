"""Where file dialogs begin: in the folder last used for the same purpose, else at home."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_app.settings import Settings

KEY = "folders"


class Folders:
    """Remembers a folder for each purpose ("import", "note" ...), in the settings where there are some."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings
        self._kept = settings.map(KEY) if settings is not None else {}

    def start(self, purpose: str, name: str = "") -> str:
        """Return the folder to begin in, or the path of ``name`` in it; a folder that is gone counts as none."""
        if self._settings is not None:
            self._kept = self._settings.map(KEY)
        kept = self._kept.get(purpose, "")
        folder = Path(kept) if kept and Path(kept).is_dir() else Path.home()
        return str(folder / name) if name else str(folder)

    def used(self, purpose: str, chosen: str) -> None:
        """Remember the folder of the file ``chosen``, or ``chosen`` itself where it is a folder."""
        place = Path(chosen)
        self._kept = {**self._kept, purpose: str(place if place.is_dir() else place.parent)}
        if self._settings is not None:
            self._settings.remember({KEY: self._settings.map(KEY) | self._kept}, wait=False)
