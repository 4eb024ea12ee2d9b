"""Small parts of forms: boxes to choose from, fields side by side, fields of so many lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QPlainTextEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ARROW_ROOM = 20


class Box(QComboBox):
    """A box to choose from, with a plain sign where the style would draw a button."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame and the words, then the sign."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.subControls = QStyle.SubControl.SC_ComboBoxFrame
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        sign = QRect(self.width() - ARROW_ROOM, 0, ARROW_ROOM - 4, self.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, "▾")
        if not self.isEditable():
            room = self.rect().adjusted(10, 0, -ARROW_ROOM, 0)
            words = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()


class Lines(QPlainTextEdit):
    """A field of several lines on the ground of all fields; Tab leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground that the style sheet takes from what scrolls, then draw the text."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QApplication.palette().color(QPalette.ColorRole.Base))
        painter.end()
        super().paintEvent(event)


def beside(*fields: tuple[QWidget, int]) -> QWidget:
    """Return a widget that shows fields side by side, each with its share of the width."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for field, share in fields:
        row.addWidget(field, share)
    return box


def editable_box(choices: Sequence[str], parent: QWidget) -> Box:
    """Return a box in which one writes or chooses; completion finds words anywhere."""
    box = Box(parent)
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    _slim(box)
    box.addItems(list(dict.fromkeys(choices)))
    box.setCurrentIndex(-1)
    box.setCurrentText("")
    completer = QCompleter(box.model(), box)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    box.setCompleter(completer)
    return box


def choice_box(choices: Iterable[tuple[str | int, str]], parent: QWidget) -> Box:
    """Return a box of (value, words) of which one is chosen."""
    box = Box(parent)
    _slim(box)
    for value, words in choices:
        box.addItem(words, value)
    return box


def choose_data(box: QComboBox, value: str | int) -> None:
    """Choose the entry of a value, or the first."""
    box.setCurrentIndex(max(box.findData(value), 0))


def lines_high(field: QPlainTextEdit, lines: int) -> None:
    """Make a field so many lines high, whatever the font; more is scrolled."""
    field.setFixedHeight(field.fontMetrics().lineSpacing() * lines + 24)


def _slim(box: QComboBox) -> None:
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(10)
