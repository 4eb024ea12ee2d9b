"""The panel of positions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from briefing_app.ui.panels.cards.list import CardList
from briefing_app.ui.panels.panel import Panel
from briefing_app.ui.panels.positions.cards import ACCEPT, DISMISS, EDIT, EXPAND, OVERRIDE
from briefing_app.ui.panels.positions.model import PositionModel
from briefing_app.ui.panels.positions.parties import PartyBar
from briefing_app.ui.panels.positions.presenter import SURE, PositionsPresenter
from briefing_app.ui.widgets.buttons import IconButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.changes import Changes
    from briefing_app.domain.position import Position, Statement
    from briefing_app.domain.reading import OpenArticle
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.panels.positions.rows import PartyChip, Row

KEYS = {
    Qt.Key.Key_Return: ACCEPT,
    Qt.Key.Key_E: EDIT,
    Qt.Key.Key_Backspace: DISMISS,
    Qt.Key.Key_Space: EXPAND,
}


class PositionsView(Panel):
    """Parties at the top; below, what the chosen one holds and what is suggested about it."""

    ACTIONS = frozenset({"override_position"})

    edit_wanted = Signal(object)
    elsewhere_wanted = Signal(str, int, int)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.parties = PartyBar(context.theme, self)
        self.menu_button = IconButton("⋯", "More for positions", self)
        self.model = PositionModel()
        self.list = CardList("Positions and suggestions", self.model, context.theme, KEYS, self)
        self.presenter = PositionsPresenter(context, self)
        self._build()
        self.parties.chosen.connect(self.presenter.choose_party)
        self.empty.pressed.connect(self.presenter.uncover)
        self.list.done.connect(self.presenter.do)
        self.list.menu_wanted.connect(self._on_menu_wanted)
        self.menu_button.clicked.connect(self._on_menu_button)

    def show_article(self, article: OpenArticle | None, dossier_id: str) -> None:
        """Show the positions that go with an article and a dossier."""
        self.presenter.show(article, dossier_id)

    def hear(self, changes: Changes) -> None:
        """Hear of changes in the library."""
        self.presenter.hear(changes)

    def take_focus(self) -> None:
        """Give the list the focus, if there is one."""
        if not self.is_empty():
            self.list.setFocus()

    # what the presenter asks

    def show_chips(self, chips: Sequence[PartyChip], active: str) -> None:
        """Show the parties."""
        self.parties.show_chips(chips, active)

    def show_rows(self, rows: Sequence[Row], current: str) -> None:
        """Show the rows and make one current."""
        self.show_contents()
        self.model.show(rows)
        if current:
            self.list.put_current(current)

    def show_empty(self, title: str, text: str, button: str = "") -> None:
        """Show that there is nothing."""
        self.model.show(())
        self.show_nothing(title, text, button)

    def reveal(self, start: int, end: int) -> None:
        """Ask for a passage of the open article."""
        self.reveal_wanted.emit(start, end)

    def open_elsewhere(self, article: str, start: int, end: int) -> None:
        """Ask for another article."""
        self.elsewhere_wanted.emit(article, start, end)

    def edit(self, statement: Statement) -> None:
        """Ask for the statement editor."""
        self.edit_wanted.emit(statement)

    def override(self, dossier: str, position: Position) -> None:
        """Open the dialog in which a position is read otherwise."""
        from briefing_app.ui.editors.override import OverrideDialog

        dialog = OverrideDialog(self._context, dossier, position, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def perform(self, action: str) -> None:
        """Read the chosen position otherwise; say what to do where none is chosen."""
        del action
        key = self.list.current_key()
        if any(deed.id == OVERRIDE for deed in self.presenter.deeds(key)):
            self.presenter.do(key, OVERRIDE)
        else:
            self._context.messages.tell("Choose a position of a dossier in the panel first (F4).")

    # inside

    def menu(self, key: str = "") -> QMenu:
        """Return the menu of what can be done with a row, and with many suggestions at once."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for deed in self.presenter.deeds(key):
            action = menu.addAction(f"{deed.text}\t{deed.key}" if deed.key else deed.text)
            action.triggered.connect(partial(self.presenter.do, key, deed.id))
        if menu.actions():
            menu.addSeparator()
        sure = len(self.presenter.sure())
        accept = menu.addAction(f"Accept all above {round(SURE * 100)} % ({sure})")
        accept.setEnabled(sure > 0)
        accept.triggered.connect(self.presenter.accept_sure)
        dismiss = menu.addAction("Dismiss all shown")
        dismiss.setEnabled(bool(self.presenter.shown_suggestions()))
        dismiss.triggered.connect(self.presenter.dismiss_shown)
        return menu

    def _on_menu_button(self) -> None:
        self.menu().popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))

    def _on_menu_wanted(self, key: str, at: QPoint) -> None:
        self.menu(key).popup(at)

    def _build(self) -> None:
        top = QWidget(self.contents)
        row = QHBoxLayout(top)
        row.setContentsMargins(12, 10, 8, 10)
        row.setSpacing(4)
        row.addWidget(self.parties, 1)
        row.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self.contents)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(top)
        layout.addWidget(self.list, 1)
