"""The small bar at a selection, or at a highlight: types, note, tag, statement, copy."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from briefing_app.domain.annotation import BUILT_IN_TYPES, AnnotationType
from briefing_app.ui.reader.overlay import Overlay
from briefing_app.ui.theme import ui_font
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from briefing_app.domain.annotation import Annotation
    from briefing_app.ui.theme import ThemeHolder

_ACTIONS = (
    ("annotate", "Note", "N", True),
    ("tag", "Tag", "T", True),
    ("statement", "Statement…", "P", True),
    ("hide_passage", "Hide", "X", False),
    ("copy_citation", "Copy", "Ctrl+Shift+C", True),
    ("delete_highlight", "Delete", "Del", True),
)
"""Action, words, key, and whether a highlight's own bar has it; the last one only that bar has."""
_WIDE = 520
"""Width of the pane from which the types stand five in a row."""


class TypeButton(QPushButton):
    """One highlight type: its key, its colour and its name."""

    def __init__(self, kind: AnnotationType, theme: ThemeHolder, parent: QWidget) -> None:
        super().__init__(kind.name, parent)
        self.kind = kind
        self._theme = theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{kind.name}, key {kind.key}")
        self.setToolTip(f"{kind.name} ({kind.key})")

    def sizeHint(self) -> QSize:
        """Make room for key, name and edge."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 34, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the name on the type's own fill, as the text will show it."""
        del event
        theme = self._theme.current
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QColor(theme.annotation_edge[self.kind.colour])
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        strong = self.isChecked() or self.underMouse() or self.hasFocus()
        painter.setPen(QPen(edge, 2 if self.isChecked() or self.hasFocus() else 1) if strong else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.annotation[self.kind.colour]))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(ui_font(10, bold=True))
        painter.setPen(edge)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box.adjusted(7, 0, 0, 0), middle | Qt.AlignmentFlag.AlignLeft, str(self.kind.key))
        painter.setFont(ui_font(12))
        painter.setPen(QColor(theme.body))
        painter.drawText(box.adjusted(20, 0, -4, 0), middle | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.end()


class SelectionBar(Overlay):
    """``type_chosen(name)`` and ``action_wanted(action id)``; never takes the focus by itself."""

    type_chosen = Signal(str)
    action_wanted = Signal(str)

    def __init__(self, theme: ThemeHolder, parent: QWidget) -> None:
        super().__init__("What to do with the passage", parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 6)
        layout.setSpacing(5)
        self.note = PlainLabel(role="muted", wrap=True, parent=self)
        self.note.setMaximumWidth(420)
        layout.addWidget(self.note)
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        self._columns = 0
        self.types: list[TypeButton] = []
        for kind in BUILT_IN_TYPES:
            button = TypeButton(kind, theme, self)
            button.clicked.connect(partial(self._choose, kind.name))
            self.types.append(button)
        layout.addLayout(self._grid)
        row = QHBoxLayout()
        row.setSpacing(2)
        self.actions_by_id: dict[str, RoleButton] = {}
        for ident, words, key, _both in _ACTIONS:
            button_of = RoleButton(words, "link", self)
            button_of.setToolTip(f"{words.rstrip('…')} ({key})")
            button_of.setAccessibleName(f"{words.rstrip('…')}, key {key}")
            button_of.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button_of.clicked.connect(partial(self._act, ident))
            row.addWidget(button_of)
            self.actions_by_id[ident] = button_of
        row.addStretch(1)
        layout.addLayout(row)

    def for_selection(self) -> None:
        """Offer what can be done with selected text."""
        self._show_for(None, note=False)

    def for_annotation(self, annotation: Annotation, *, with_note: bool) -> None:
        """Offer what can be done with a highlight; ``with_note`` shows its note where no card does."""
        self._show_for(annotation, note=with_note)

    def show_at(self, target: QRect, *, above: bool = True) -> None:
        """Show beside ``target``, in as many columns as the pane has room for."""
        parent = self.parentWidget()
        columns = 5 if parent is None or parent.width() > _WIDE else 3
        if columns != self._columns:
            self._columns = columns
            for number, button in enumerate(self.types):
                self._grid.addWidget(button, number // columns, number % columns)
        super().show_at(target, above=above)

    def _show_for(self, annotation: Annotation | None, *, note: bool) -> None:
        words = ""
        if annotation is not None and note:
            words = "\n".join(part for part in (annotation.note, ", ".join(annotation.tags)) if part)
        self.note.setText(words[:600])
        self.note.setVisible(bool(words))
        for button in self.types:
            button.setChecked(annotation is not None and button.kind.name.casefold() == annotation.type.casefold())
        for ident, _words, _key, both in _ACTIONS:
            marked = annotation is not None
            visible = marked if ident == "delete_highlight" else both or not marked
            self.actions_by_id[ident].setVisible(visible)

    def _choose(self, name: str, _checked: bool = False) -> None:
        self.type_chosen.emit(name)

    def _act(self, ident: str, _checked: bool = False) -> None:
        self.action_wanted.emit(ident)
