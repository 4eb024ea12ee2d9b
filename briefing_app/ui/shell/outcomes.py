"""The outcomes of an import as a Qt model."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from briefing_app.domain.tricks import visible
from briefing_app.ui.widgets.tips import tip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QObject

    from briefing_app.domain.importing import ImportOutcome, Outcome

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class OutcomeModel(QAbstractListModel):
    """A line an input: troubles first."""

    def __init__(
        self, outcomes: Sequence[ImportOutcome], words: Mapping[Outcome, str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._outcomes = sorted(outcomes, key=lambda one: one.outcome.went_in)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return the number of inputs."""
        return 0 if parent.isValid() else len(self._outcomes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line in words."""
        if not index.isValid():
            return None
        one = self._outcomes[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(one.source)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        name = visible(one.title or Path(one.source).name or one.source)
        return f"{name}\n{self._words[one.outcome]}{f' · {visible(one.reason)}' if one.reason else ''}"

    def article(self, row: int) -> str:
        """Return the article a line is about, or empty."""
        return self._outcomes[row].article if 0 <= row < len(self._outcomes) else ""
