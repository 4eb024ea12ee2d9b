"""The frame of every editor: labelled fields, a line for what is wrong, Save with Ctrl+Enter, Cancel with Esc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing_app.errors import UserError
from briefing_app.ui.widgets.announce import announce
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from briefing_app.ui.context import UiContext

WIDE = 76
"""Least width of a form, in characters."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Editor(QDialog):
    """A dialog with a form. A subclass overrides `save`, which calls `write` or, when something is amiss, `refuse`.

    While a write is under way nothing else can be done; refused by the library, the dialog stays open and says why.
    """

    def __init__(self, title: str, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._busy = False
        self._after: Callable[[object], None] | None = None
        self.setWindowTitle(title)
        self.setModal(False)
        self._inside = QWidget(self)
        self.grid = QGridLayout(self._inside)
        self.grid.setContentsMargins(18, 16, 18, 8)
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(8)
        self.grid.setColumnStretch(1, 1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inside)
        self.problem = PlainLabel(role="danger", wrap=True, parent=self)
        self.problem.setAccessibleName("What is wrong")
        self.problem.hide()
        self.cancel_button = RoleButton("Cancel  Esc", parent=self)
        self.cancel_button.setAccessibleName("Cancel")
        self.save_button = RoleButton("Save  Ctrl+⏎", "primary", self)
        self.save_button.setAccessibleName("Save")
        self.foot = QHBoxLayout()
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel_button)
        self.foot.addWidget(self.save_button)
        self._build()
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.save)

    def save(self) -> None:
        """Check what was entered and write it."""
        raise NotImplementedError

    def add_row(self, words: str, field: QWidget, *, focus: QWidget | None = None) -> PlainLabel:
        """Add a labelled field; ``focus`` is the part of it that takes the focus and the name."""
        row = self.grid.rowCount()
        label = PlainLabel(words, "muted", parent=self._inside)
        taking = focus or field
        label.setBuddy(taking)
        if not taking.accessibleName():
            taking.setAccessibleName(words)
        top = Qt.AlignmentFlag.AlignTop
        label.setContentsMargins(0, 6, 0, 0)
        self.grid.addWidget(label, row, 0, top)
        self.grid.addWidget(field, row, 1)
        return label

    def add_wide(self, widget: QWidget) -> None:
        """Add something across the whole form."""
        self.grid.addWidget(widget, self.grid.rowCount(), 0, 1, 2)

    def refuse(self, sentence: str, field: QWidget | None = None) -> None:
        """Say what is wrong and go to the field concerned."""
        self.problem.setText(sentence)
        self.problem.show()
        announce(self, sentence)
        self.resize(self.size().expandedTo(self.sizeHint()))
        if field is not None:
            field.setFocus()

    def write(self, work: Callable[[], object], then: Callable[[object], None] | None = None) -> None:
        """Have ``work`` done; close when it is, stay open and say why when it is refused."""
        self.problem.hide()
        self._set_busy(True)
        self._after = then
        self.context.runner.write(work, self._written, failed=self._failed)

    def reject(self) -> None:
        """Close without saving, unless a write is under way."""
        if not self._busy:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Ctrl+Enter; plain Enter presses no button."""
        if event.key() in _ENTER:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and not self._busy:
                self.save()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as large as the form needs and the screen allows."""
        super().showEvent(event)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return the size at which nothing is scrolled, as far as the screen allows."""
        form = self._inside.sizeHint().expandedTo(self._inside.minimumSizeHint())
        wide = max(form.width() + 4, self.fontMetrics().averageCharWidth() * WIDE)
        rest = self.foot.sizeHint().height() + 34
        if self._inside.hasHeightForWidth():
            form.setHeight(max(form.height(), self._inside.heightForWidth(wide)))
        if self.problem.isVisibleTo(self):
            rest += self.problem.heightForWidth(wide - 36) + 6
        room = self.screen().availableSize() if self.screen() is not None else QSize(1280, 800)
        return QSize(min(wide, room.width() - 40), min(form.height() + rest, room.height() - 60))

    def _build(self) -> None:
        foot = QVBoxLayout()
        foot.setContentsMargins(18, 4, 18, 14)
        foot.setSpacing(8)
        foot.addWidget(self.problem)
        foot.addLayout(self.foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(foot)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.save_button.setEnabled(not busy)
        self.cancel_button.setEnabled(not busy)

    def _written(self, answer: object) -> None:
        self._set_busy(False)
        if self._after is not None:
            self._after(answer)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, UserError):
            self.refuse(str(error))
        else:
            self.refuse("This could not be saved; what you entered is still here.")
            self.context.messages.warn(error)
