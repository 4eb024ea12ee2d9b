"""The questions on ambiguous names: a model, and how one is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from briefing_app.domain.tricks import visible
from briefing_app.ui.reader.words import date_words
from briefing_app.ui.theme import ThemeHolder, reading_font, ui_font
from briefing_app.ui.widgets.rows import NO_PARENT, Index, RowModel, paint_focus, paint_ground, paint_rule

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from briefing_app.domain.deciding import Question

QUESTION_ROLE = Qt.ItemDataRole.UserRole + 1
ROW = 58
PAD = 16


class QuestionModel(RowModel["Question"]):
    """Questions; an answered one goes."""

    def value(self, row: Question, role: int) -> object:
        """Return what a role asks of a question."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return visible(row.text)
            case Qt.ItemDataRole.AccessibleTextRole:
                choices = "; ".join(f"{place} {one.name}" for place, one in enumerate(row.candidates, 1))
                return f"{row.text}, in {row.title}: {row.snippet} Who is meant? {choices}"
            case _ if role == QUESTION_ROLE:
                return row
        return None

    def drop(self, row: int) -> None:
        """Drop a question that was answered."""
        if 0 <= row < len(self._rows):
            self.beginRemoveRows(NO_PARENT, row, row)
            del self._rows[row]
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
        theme, rect = self._theme.current, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = paint_ground(painter, option, theme)
        paint_rule(painter, rect, theme)
        room = rect.adjusted(PAD, 9, -PAD, -8)
        self._line(painter, room, question, chosen)
        painter.setFont(self._small)
        painter.setPen(QColor(theme.muted))
        below = room.adjusted(0, 24, 0, 0)
        times = f" · {question.count} times" if question.count > 1 else ""
        day = date_words(question.day, short=True)
        words = " · ".join(part for part in (visible(question.title), day) if part) + times
        shown = QFontMetrics(self._small).elidedText(words, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)
        paint_focus(painter, option, theme)
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
