"""Small parts of forms: boxes to choose from, fields side by side, fields of so many lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QPlainTextEdit,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Lines(QPlainTextEdit):
    """A field of several lines on the ground of all fields; Tab leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)


def beside(*fields: tuple[QWidget, int]) -> QWidget:
    """Return a widget that shows fields side by side, each with its share of the width."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for field, share in fields:
        row.addWidget(field, share)
    return box


def editable_box(choices: Sequence[str], parent: QWidget) -> QComboBox:
    """Return a box in which one writes or chooses; completion finds words anywhere."""
    box = QComboBox(parent)
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


def choice_box(choices: Iterable[tuple[str | int, str]], parent: QWidget) -> QComboBox:
    """Return a box of (value, words) of which one is chosen."""
    box = QComboBox(parent)
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
