"""Walks every widget there is and tells where a text is taken for markup, or hides characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex
from PySide6.QtGui import QAction, QPainter, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QToolButton,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

MARKUP = '<img src="x"><b>bold</b>'
HIDDEN = "\u202e"
TITLE = f"{MARKUP} {HIDDEN}gnp.exe & more"
_Format = Qt.TextFormat


def rich(texts: Iterator[tuple[str, str, bool]]) -> list[str]:
    """Return the places whose text Qt would read as markup although it holds a stranger's."""
    return sorted({place for place, text, is_rich in texts if is_rich and "<img" in text})


def hiding(texts: Iterator[tuple[str, str, bool]]) -> list[str]:
    """Return the places that show a text with a hidden character in it."""
    return sorted({place for place, text, _ in texts if HIDDEN in text})


def shown_texts() -> Iterator[tuple[str, str, bool]]:
    """Give every text that the program's widgets show: its place, the text, whether Qt reads it as markup."""
    for widget in QApplication.allWidgets():
        place = _place(widget)
        yield f"{place} title", widget.windowTitle(), False
        for name, text in (("tool tip", widget.toolTip()), ("status tip", widget.statusTip())):
            yield f"{place} {name}", text, Qt.mightBeRichText(text)
        for action in widget.actions():
            yield from _of_action(action, place)
        yield from _own_text(widget, place)
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from _of_model(widget.model(), place)


def _own_text(widget: QWidget, place: str) -> Iterator[tuple[str, str, bool]]:
    if isinstance(widget, QLabel):
        automatic = widget.textFormat() is _Format.AutoText and Qt.mightBeRichText(widget.text())
        yield place, widget.text(), automatic or widget.textFormat() in (_Format.RichText, _Format.MarkdownText)
    elif isinstance(widget, QAbstractButton):
        yield place, widget.text(), False
    elif isinstance(widget, QGroupBox):
        yield place, widget.title(), False
    elif isinstance(widget, QComboBox) and not widget.isEditable():
        yield from ((place, widget.itemText(row), False) for row in range(widget.count()))
    elif isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit)):
        yield f"{place} placeholder", widget.placeholderText(), False
        if isinstance(widget, QTextEdit):
            yield place, "<img" if "<img " in widget.document().toHtml() else "", True


def _of_action(action: QAction, place: str) -> Iterator[tuple[str, str, bool]]:
    yield f"{place} action", action.text(), False
    if any(isinstance(one, QMenu) and one.toolTipsVisible() for one in action.associatedObjects()) or any(
        isinstance(one, QToolButton) and one.defaultAction() is action for one in action.associatedObjects()
    ):
        yield f"{place} action's tip", action.toolTip(), Qt.mightBeRichText(action.toolTip())


def _of_model(model: QAbstractItemModel, place: str) -> Iterator[tuple[str, str, bool]]:
    for row in range(min(200, model.rowCount(QModelIndex()))):
        index = model.index(row, 0)
        words = model.data(index, Qt.ItemDataRole.ToolTipRole)
        if isinstance(words, str):
            yield f"{place} row's tip", words, Qt.mightBeRichText(words)


def _place(widget: QWidget) -> str:
    chain = [type(widget).__name__ + (f"#{widget.objectName()}" if widget.objectName() else "")]
    parent = widget.parentWidget()
    while parent is not None and len(chain) < 4:
        chain.append(type(parent).__name__)
        parent = parent.parentWidget()
    return " in ".join(chain)


class Painted:
    """Collects the texts that our own painting draws on the screen."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.texts: set[str] = set()
        plain = QPainter.drawText

        def drawn(painter: QPainter, *args: object) -> object:
            self.texts.update(one for one in args if isinstance(one, str))
            return plain(painter, *args)  # type: ignore[call-overload]

        monkeypatch.setattr(QPainter, "drawText", drawn)
