"""The bar at the top: where one is, what one can do, and the search field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from briefing_app.domain.tricks import visible
from briefing_app.ui.library.search_field import SearchField
from briefing_app.ui.shell.measures import TOP_BAR
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.tips import tip

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from briefing_app.ui.theme import ThemeHolder

NAME_WIDTH = 230
SEARCH_WIDTH = 420


class TopBar(QWidget):
    """Tells by ``wanted`` which action of the table a button is for, and by ``dossier_chosen`` a dossier's id."""

    wanted = Signal(str)
    dossier_chosen = Signal(str)

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(TOP_BAR)
        self._name = ""
        self.nav_toggle = self._button("≡", "toggle_nav", name="Library column")
        self.nav_toggle.setVisible(False)
        self.dossier = QToolButton(self)
        self.dossier.setProperty("role", "place")
        self.dossier.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._dossiers = QMenu(self.dossier)
        self._dossiers.triggered.connect(self._on_dossier)
        self.dossier.setMenu(self._dossiers)
        self.import_button = self._button("+ Import", "import")
        self.reader = self._button("Reader", "view_reader", checkable=True)
        self.note = self._button("Note", "view_note", checkable=True)
        self.write = self._button("Write briefing note", "write_note", role="primary")
        self.search = SearchField(theme, self)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search.setMaximumWidth(SEARCH_WIDTH)
        self.search.setMinimumWidth(150)
        self.side_toggle = self._button("▥", "toggle_side", name="Side panel")
        self.side_toggle.setVisible(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(8)
        for widget in (self.nav_toggle, self.dossier, self.import_button, self.reader, self.note, self.write):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.search, 4)
        layout.addWidget(self.side_toggle)
        self.show_place("Briefing Reader", in_dossier=False)

    def show_place(self, name: str, *, in_dossier: bool) -> None:
        """Show where one is."""
        self._name = name
        metrics = self.dossier.fontMetrics()
        fitting = metrics.elidedText(visible(name), Qt.TextElideMode.ElideRight, NAME_WIDTH)
        self.dossier.setText(f"{fitting.replace('&', '&&')}  ▾")
        self.dossier.setToolTip(tip(name))
        self.dossier.setAccessibleName(f"{'Dossier' if in_dossier else 'Place'}: {name}")

    def show_dossiers(self, dossiers: list[tuple[str, str]], extra: list[QAction]) -> None:
        """Offer the dossiers, then ``extra`` actions."""
        self._dossiers.clear()
        for ref, name in dossiers:
            self._dossiers.addAction(visible(name).replace("&", "&&")).setData(("dossier", ref))
        self._dossiers.addSeparator()
        self._dossiers.addActions(extra)

    def show_view(self, view: str) -> None:
        """Show which view is on."""
        self.reader.setChecked(view == "reader")
        self.note.setChecked(view == "note")

    def set_may_write(self, *, may_write: bool) -> None:
        """Switch off what a library open for reading only has no use for."""
        self.import_button.setEnabled(may_write)
        self.write.setEnabled(may_write)

    def set_tight(self, *, tight: bool) -> None:
        """Say less in a narrow window."""
        self.write.setText("Write note" if tight else "Write briefing note")

    def _button(
        self, text: str, action: str, *, role: str = "", checkable: bool = False, name: str = ""
    ) -> QPushButton:
        button = RoleButton(text, role, self)
        button.setObjectName(action)
        button.setAccessibleName(name or text.lstrip("+ "))
        button.setToolTip(name)
        button.setCheckable(checkable)
        button.clicked.connect(self._on_button)
        return button

    def _on_button(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            if button.isCheckable():
                button.setChecked(not button.isChecked())
            self.wanted.emit(button.objectName())

    def _on_dossier(self, action: QAction) -> None:
        chosen = action.data()
        if isinstance(chosen, tuple):
            self.dossier_chosen.emit(chosen[1])
