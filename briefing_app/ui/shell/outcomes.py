"""The outcomes of an import as a Qt model, and how a line of it is painted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from briefing_app.domain.tricks import visible
from briefing_app.ui.shell.import_words import WORDS
from briefing_app.ui.widgets.rows import Index, RowModel, paint_focus, paint_ground, paint_rule
from briefing_app.ui.widgets.tips import tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from briefing_app.domain.importing import ImportOutcome, Outcome
    from briefing_app.ui.theme import ThemeHolder

NAME_ROLE, TOLD_ROLE, TROUBLE_ROLE = (Qt.ItemDataRole.UserRole + n for n in range(1, 4))
ROW = 44
"""Height of a line in pixels."""


class OutcomeModel(RowModel["ImportOutcome"]):
    """A line an input: troubles first, or those of one kind."""

    def __init__(self, outcomes: Sequence[ImportOutcome] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[ImportOutcome] = []
        self.show(outcomes)

    def show(self, rows: Sequence[ImportOutcome]) -> None:
        """Show other outcomes, all of them."""
        self._all = sorted(rows, key=_went_in)
        self.narrow(None)

    def narrow(self, only: Outcome | None) -> None:
        """Show the inputs that ended in one way, or all."""
        super().show([one for one in self._all if only is None or one.outcome is only])

    def value(self, row: ImportOutcome, role: int) -> object:
        """Return a line in words."""
        name = visible(row.title or Path(row.source).name or row.source)
        told = visible(f"{WORDS[row.outcome]}{f' · {row.reason}' if row.reason else ''}")
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{name}\n{told}"
            case Qt.ItemDataRole.ToolTipRole:
                return tip(row.source)
            case _ if role == NAME_ROLE:
                return name
            case _ if role == TOLD_ROLE:
                return told
            case _ if role == TROUBLE_ROLE:
                return not row.outcome.went_in
        return None


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
        painter.save()
        chosen = paint_ground(painter, option, theme)
        paint_rule(painter, rect, theme)
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
        paint_focus(painter, option, theme)
        painter.restore()


def _went_in(outcome: ImportOutcome) -> bool:
    return outcome.outcome.went_in
