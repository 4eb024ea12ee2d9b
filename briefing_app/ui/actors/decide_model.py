"""The questions on ambiguous names: a model, and how one is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing_app.domain.tricks import visible
from briefing_app.ui.theme import ThemeHolder, reading_font, ui_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from briefing_app.domain.deciding import Question

Index = QModelIndex | QPersistentModelIndex
QUESTION_ROLE = Qt.ItemDataRole.UserRole + 1
NO_PARENT = QModelIndex()
ROW = 58
PAD = 16


class QuestionModel(QAbstractListModel):
    """Questions; an answered one goes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._questions: list[Question] = []

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many questions are open."""
        return 0 if parent.isValid() else len(self._questions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role asks of a question."""
        question = self.question(index.row()) if index.isValid() else None
        if question is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return visible(question.text)
            case Qt.ItemDataRole.AccessibleTextRole:
                choices = "; ".join(f"{place} {one.name}" for place, one in enumerate(question.candidates, 1))
                return f"{question.text}, in {question.title}: {question.snippet} Who is meant? {choices}"
            case _ if role == QUESTION_ROLE:
                return question
        return None

    def question(self, row: int) -> Question | None:
        """Return the question at ``row``, or None."""
        return self._questions[row] if 0 <= row < len(self._questions) else None

    def show(self, questions: Sequence[Question]) -> None:
        """Hold other questions."""
        self.beginResetModel()
        self._questions = list(questions)
        self.endResetModel()

    def drop(self, row: int) -> None:
        """Drop a question that was answered."""
        if 0 <= row < len(self._questions):
            self.beginRemoveRows(NO_PARENT, row, row)
            del self._questions[row]
            self.endRemoveRows()


class QuestionDelegate(QStyledItemDelegate):
    """Draws a question: the line of the text with the name in bold, below it where it stands."""

    def __init__(self, theme: ThemeHolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plain, self._bold, self._small = reading_font(14), reading_font(14, bold=True), ui_font(11)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        question: Question = index.data(QUESTION_ROLE)
        theme, rect, state = self._theme.current, option.rect, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.accent_soft if chosen else theme.hover))
        painter.setPen(QColor(theme.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        room = rect.adjusted(PAD, 9, -PAD, -8)
        self._line(painter, room, question, chosen)
        painter.setFont(self._small)
        painter.setPen(QColor(theme.muted))
        below = room.adjusted(0, 24, 0, 0)
        times = f" · {question.count} times" if question.count > 1 else ""
        words = " · ".join(part for part in (visible(question.title), question.day) if part) + times
        shown = QFontMetrics(self._small).elidedText(words, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent_ink), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _line(self, painter: QPainter, room: QRect, question: Question, chosen: bool) -> None:
        """Draw one line of the text so that the name in it is seen whatever the width."""
        theme = self._theme.current
        plain, bold = QFontMetrics(self._plain), QFontMetrics(self._bold)
        end = question.at + len(question.text)
        before, name, after = (
            visible(question.snippet[a:b]) for a, b in ((0, question.at), (question.at, end), (end, None))
        )
        most = max(0, room.width() - bold.horizontalAdvance(name))
        before = plain.elidedText(before, Qt.TextElideMode.ElideLeft, most // 2)
        x = room.left()
        for words, metrics, font, colour in (
            (before, plain, self._plain, theme.muted),
            (name, bold, self._bold, theme.strong if chosen else theme.body),
            (after, plain, self._plain, theme.muted),
        ):
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, room.right() - x))
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(QRect(x, room.top(), room.right() - x, 22), Qt.AlignmentFlag.AlignVCenter, shown)
            x += metrics.horizontalAdvance(shown)
