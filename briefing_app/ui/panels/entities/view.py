"""The panel of names."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from briefing_app.ui.panels.cards.list import CardList
from briefing_app.ui.panels.entities.model import EntityModel
from briefing_app.ui.panels.entities.presenter import CHANGE, NEXT, PREVIOUS, EntitiesPresenter
from briefing_app.ui.panels.panel import Panel
from briefing_app.ui.reader.words import visible
from briefing_app.ui.widgets.announce import announce

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.domain.entity import Mention
    from briefing_app.domain.reading import OpenArticle
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.panels.entities.grouping import Named
    from briefing_app.ui.panels.entities.model import Row

KEYS = {Qt.Key.Key_Return: NEXT, Qt.Key.Key_Space: NEXT, Qt.Key.Key_Backspace: PREVIOUS, Qt.Key.Key_E: CHANGE}


class EntitiesView(Panel):
    """A filter field and the names by group."""

    actor_wanted = Signal(object)
    card_wanted = Signal(str, str)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = QLineEdit(self.contents)
        self.filter.setPlaceholderText("Filter names")
        self.filter.setAccessibleName("Filter names")
        self.filter.setClearButtonEnabled(True)
        self.model = EntityModel()
        self.list = CardList("Names", self.model, context.theme, KEYS, self.contents)
        self.presenter = EntitiesPresenter(context, self)
        layout = QVBoxLayout(self.contents)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        box = QVBoxLayout()
        box.setContentsMargins(12, 10, 12, 4)
        box.addWidget(self.filter)
        layout.addLayout(box)
        layout.addWidget(self.list, 1)
        self.filter.textChanged.connect(self.presenter.filter)
        self.filter.returnPressed.connect(self.list.setFocus)
        self.list.done.connect(self.presenter.do)
        self.list.menu_wanted.connect(self._on_menu_wanted)

    def show_article(self, article: OpenArticle | None, dossier_id: str) -> None:
        """Show the names of an article."""
        self.presenter.show(article, dossier_id)

    def take_focus(self) -> None:
        """Give the list the focus, if there is one."""
        if not self.is_empty():
            self.list.setFocus()

    def show_rows(self, rows: Sequence[Row], names: int) -> None:
        """Show the rows."""
        self.show_contents()
        self.model.show(rows)
        self.counted.emit(names)

    def show_empty(self, title: str, text: str) -> None:
        """Show that there is nothing."""
        self.model.show(())
        self.counted.emit(0)
        self.show_nothing(title, text)

    def reveal(self, start: int, end: int) -> None:
        """Ask for a passage."""
        self.reveal_wanted.emit(start, end)

    def say(self, words: str) -> None:
        """Say something to a screen reader."""
        announce(self.list, words)

    def change(self, mention: Mention) -> None:
        """Ask whom a mention means."""
        self.actor_wanted.emit(mention)

    def menu(self, named: Named) -> QMenu:
        """Return the menu of a name."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Next mention\t⏎").triggered.connect(partial(self.presenter.do, named.key, NEXT))
        menu.addAction("Previous mention\t⌫").triggered.connect(partial(self.presenter.do, named.key, PREVIOUS))
        menu.addSeparator()
        self._for_surfaces(menu, "Change who is meant", named, "…\tE", self.presenter.change_surface)
        self._for_surfaces(menu, "Never a name", named, "", self._never)
        self._for_surfaces(menu, "Never a name here", named, "", self._never_here)
        menu.addSeparator()
        who = menu.addAction("Show among the actors…" if named.actor else "Look up among the actors…")
        who.triggered.connect(partial(self.card_wanted.emit, named.actor, named.name))
        dossier = self.presenter.dossier_for_parties()
        if dossier is not None and not named.party:
            menu.addSeparator()
            party = menu.addAction(f"Make it a party of “{visible(dossier.name)}”")
            party.triggered.connect(partial(self.presenter.make_party, named))
        return menu

    def _for_surfaces(
        self, menu: QMenu, text: str, named: Named, tail: str, deed: Callable[[Named, str], None]
    ) -> None:
        """Add an action, or one for each way in which the text names it."""
        if len(named.surfaces) == 1:
            menu.addAction(text + tail).triggered.connect(partial(deed, named, named.surfaces[0]))
            return
        below = menu.addMenu(text)
        for surface in named.surfaces[:20]:
            below.addAction(f"“{visible(surface)}”").triggered.connect(partial(deed, named, surface))

    def _never(self, named: Named, surface: str) -> None:
        del named
        self.presenter.never(surface)

    def _never_here(self, named: Named, surface: str) -> None:
        del named
        self.presenter.never(surface, here_only=True)

    def _on_menu_wanted(self, key: str, at: QPoint) -> None:
        named = self.presenter.named(key)
        if named is not None:
            self.menu(named).popup(at)
