"""The line above the article list: how many, in which order, and what is filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from briefing_app.domain.listing import ListQuery, Scope, Sort
from briefing_app.ui.counted import counted
from briefing_app.ui.library.measures import HEADER
from briefing_app.ui.library.words import SORTS, filters_in
from briefing_app.ui.widgets.labels import ElidedLabel
from briefing_app.ui.widgets.tips import tip

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint


class ListHeader(QWidget):
    """Shows a query in words; ``sort_chosen`` and ``filter_wanted`` tell what the reader wants of it."""

    sort_chosen = Signal(object)
    filter_wanted = Signal()
    narrow_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order = Sort.NEWEST
        self.count = ElidedLabel(role="muted", parent=self)
        self.sort_button = self._flat("")
        self.sort_button.clicked.connect(self._on_sort_menu)
        self.filter_button = self._flat("filter")
        self.filter_button.clicked.connect(self.filter_wanted)
        self.narrow_button = self._flat("only here")
        self.narrow_button.setCheckable(True)
        self.narrow_button.clicked.connect(self.narrow_wanted)
        self.setFixedHeight(HEADER)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 4, 6, 4)
        layout.setSpacing(0)
        layout.addWidget(self.count)
        layout.addStretch(1)
        for button in (self.narrow_button, self.sort_button, self.filter_button):
            layout.addWidget(button)

    def show_query(self, query: ListQuery, number: int, place_name: str) -> None:
        """Show how many articles ``query`` brought; ``place_name`` is where one was before searching."""
        self.count.setText(f"{number:,} found" if query.text else counted(number, "article"))
        self.sort_button.setText(f"{SORTS[query.sort]} ▾")
        self.sort_button.setAccessibleName(f"Order: {SORTS[query.sort]}")
        self._order = query.sort
        filters = filters_in(query)
        self.filter_button.setText(f"filter ({filters})" if filters else "filter")
        self.filter_button.setAccessibleName(f"Filter, {filters} set" if filters else "Filter")
        self.narrow_button.setVisible(bool(query.text) and bool(place_name))
        self.narrow_button.setChecked(query.scope is not Scope.ALL)
        self.narrow_button.setToolTip(tip(f"Search only “{place_name}”"))
        self.narrow_button.setAccessibleName(f"Search only {place_name}")

    def below_filter(self) -> QPoint:
        """Return the screen position below the filter button."""
        return self.filter_button.mapToGlobal(self.filter_button.rect().bottomLeft())

    def _flat(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("role", "quiet")
        button.setAutoDefault(False)
        return button

    def sort_menu(self) -> QMenu:
        """Return a menu of the orders."""
        menu = QMenu(self)
        orders = QActionGroup(menu)
        for order, words in SORTS.items():
            action = QAction(words[0].upper() + words[1:], menu)
            action.setCheckable(True)
            action.setData(order.value)
            action.setChecked(order is self._order)
            orders.addAction(action)
            menu.addAction(action)
        orders.triggered.connect(self._on_sort)
        return menu

    def _on_sort_menu(self) -> None:
        menu = self.sort_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.sort_button.mapToGlobal(self.sort_button.rect().bottomLeft()))

    def _on_sort(self, action: QAction) -> None:
        self.sort_chosen.emit(Sort(action.data()))
