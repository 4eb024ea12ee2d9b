"""The outcomes of an import as a Qt model, and how a line of it is painted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing_app.domain.tricks import visible
from briefing_app.ui.shell.import_words import WORDS
from briefing_app.ui.widgets.tips import tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from briefing_app.domain.importing import ImportOutcome, Outcome
    from briefing_app.ui.theme import ThemeHolder

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
NAME_ROLE, TOLD_ROLE, TROUBLE_ROLE = (Qt.ItemDataRole.UserRole + n for n in range(1, 4))
ROW = 44
"""Height of a line in pixels."""


class OutcomeModel(QAbstractListModel):
    """A line an input: troubles first, or those of one kind."""

    def __init__(self, outcomes: Sequence[ImportOutcome] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[ImportOutcome] = []
        self._shown: list[ImportOutcome] = []
        self._only: Outcome | None = None
        self.show(outcomes)

    def show(self, outcomes: Sequence[ImportOutcome]) -> None:
        """Show other outcomes, all of them."""
        self._all = sorted(outcomes, key=_went_in)
        self.narrow(None)

    def narrow(self, only: Outcome | None) -> None:
        """Show the inputs that ended in one way, or all."""
        self.beginResetModel()
        self._only = only
        self._shown = [one for one in self._all if only is None or one.outcome is only]
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return the number of inputs."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line in words."""
        if not index.isValid():
            return None
        one = self._shown[index.row()]
        name = visible(one.title or Path(one.source).name or one.source)
        told = visible(f"{WORDS[one.outcome]}{f' · {one.reason}' if one.reason else ''}")
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{name}\n{told}"
            case Qt.ItemDataRole.ToolTipRole:
                return tip(one.source)
            case _ if role == NAME_ROLE:
                return name
            case _ if role == TOLD_ROLE:
                return told
            case _ if role == TROUBLE_ROLE:
                return not one.outcome.went_in
        return None

    def at(self, row: int) -> ImportOutcome | None:
        """Return the outcome of a line."""
        return self._shown[row] if 0 <= row < len(self._shown) else None


class OutcomeDelegate(QStyledItemDelegate):
    """Paints a line: the title, and below it what became of the input, in the colour of a warning for trouble."""

    def __init__(self, theme: ThemeHolder, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every line is equally high."""
        del option, index
        return QSize(100, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        theme, rect = self._theme.current, option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.accent_soft if chosen else theme.hover))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(theme.line))
        upper = QRect(rect.left() + 12, rect.top() + 5, rect.width() - 24, 17)
        lower = upper.translated(0, 17)
        trouble = bool(index.data(TROUBLE_ROLE))
        for where, role, colour in (
            (upper, NAME_ROLE, theme.strong if chosen else theme.text),
            (lower, TOLD_ROLE, theme.warning if trouble else theme.muted),
        ):
            text = option.fontMetrics.elidedText(str(index.data(role)), Qt.TextElideMode.ElideRight, where.width())
            painter.setPen(QColor(colour))
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        painter.restore()


def _went_in(outcome: ImportOutcome) -> bool:
    return outcome.outcome.went_in
