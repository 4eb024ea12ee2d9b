"""A list with the fields of its current entry beside it."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from briefing_app.ui.editors.ordered import OrderedList, OrderedModel
from briefing_app.ui.editors.rows import framed
from briefing_app.ui.widgets.buttons import IconButton, RoleButton
from briefing_app.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.ui.theme import ThemeHolder

V = TypeVar("V")


class ListPage(QWidget, Generic[V]):
    """Adds, removes and orders values; a subclass makes one from a name and shows its fields."""

    def __init__(
        self, name: str, model: OrderedModel[V], hint: str, theme: ThemeHolder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.model = model
        self.list = OrderedList(name, model, self)
        self._frame = framed(self.list, theme)
        self.adding = QLineEdit(self)
        self.adding.setPlaceholderText(hint)
        self.adding.setAccessibleName(hint)
        self.add_button = RoleButton("Add", parent=self)
        self.add_button.setAccessibleName(hint)
        self.up_button = IconButton("▲", "Move up (Alt+Up)", self)
        self.down_button = IconButton("▼", "Move down (Alt+Down)", self)
        self.remove_button = IconButton("×", "Remove (Del)", self)
        self._fields = QWidget(self)
        self._grid = QGridLayout(self._fields)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self._build()
        self.add_button.clicked.connect(self.add_typed)
        self.adding.returnPressed.connect(self.add_typed)
        self.up_button.clicked.connect(self._move_up)
        self.down_button.clicked.connect(self._move_down)
        self.remove_button.clicked.connect(self.remove_current)
        self.list.removal_wanted.connect(self.remove_current)
        self.list.picked.connect(self.pick)

    @property
    def row(self) -> int:
        """Return the place of the current value, -1 for none; it moves with the value."""
        return self.list.currentIndex().row()

    @abstractmethod
    def made(self, words: str) -> V:
        """Return a new value named as typed."""

    @abstractmethod
    def fill(self, value: V) -> None:
        """Show a value's fields."""

    def add_field(self, words: str, field: QWidget, *, focus: QWidget | None = None) -> None:
        """Add a labelled field for the current value."""
        row = self._grid.rowCount()
        label = PlainLabel(words, "muted", parent=self._fields)
        label.setContentsMargins(0, 6, 0, 0)
        taking = focus or field
        label.setBuddy(taking)
        if not taking.accessibleName():
            taking.setAccessibleName(words)
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(field, row, 1)

    def add_hint(self, words: str) -> None:
        """Say below the fields what they are for."""
        row = self._grid.rowCount()
        self._grid.addWidget(PlainLabel(words, "faint", wrap=True, parent=self._fields), row, 1)
        self._grid.setRowStretch(row + 1, 1)

    def add_typed(self) -> None:
        """Add what was typed."""
        words = " ".join(self.adding.text().split())
        if words:
            value = self.made(words)
            self.adding.clear()
            self.list.pick(self.model.add(value))

    def remove_current(self) -> None:
        """Remove the current value; the next one becomes current."""
        row = self.row
        self.model.remove(row)
        self.list.pick(min(row, self.model.rowCount() - 1))
        self.pick(self.row)

    def pick(self, row: int) -> None:
        """Show the fields of the value at a place; none for -1."""
        value = self.model.value(row)
        self._fields.setVisible(value is not None)
        if value is not None:
            self.fill(value)

    def change(self, how: Callable[[V], V]) -> None:
        """Replace the current value by what ``how`` makes of it."""
        value = self.model.value(self.row)
        if value is not None:
            self.model.put(self.row, how(value))

    def sizeHint(self) -> QSize:
        """Return room for some entries."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 84, metrics.lineSpacing() * 15)

    def _move_up(self) -> None:
        self.model.move(self.row, -1)

    def _move_down(self) -> None:
        self.model.move(self.row, 1)

    def _build(self) -> None:
        typing = QHBoxLayout()
        typing.addWidget(self.adding, 1)
        typing.addWidget(self.add_button)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        tools.addWidget(self.up_button)
        tools.addWidget(self.down_button)
        tools.addWidget(self.remove_button)
        tools.addStretch(1)
        left = QVBoxLayout()
        left.addLayout(typing)
        left.addWidget(self._frame, 1)
        left.addLayout(tools)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(18)
        row.addLayout(left, 2)
        row.addWidget(self._fields, 3)
