"""What the reader does to articles and dossiers from the library panel: by key, by menu, by dragging."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QMessageBox

from briefing_app.domain.tricks import visible
from briefing_app.ui.counted import counted
from briefing_app.ui.library.acts import MOVES_AWAY, ArticleActs
from briefing_app.ui.library.nav_items import NavItem, NavKind
from briefing_app.ui.widgets.boxes import PlainBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from briefing_app.domain.listing import ArticleRow
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.library.list_view import ArticleList
    from briefing_app.ui.library.nav_model import NavModel
    from briefing_app.ui.library.nav_view import NavView

SELECTION = frozenset({"toggle_read", "toggle_star", "archive", "trash", "restore", "purge", "take_from_dossier"})


class Place(Protocol):
    """What the deeds ask about where one is; the library view is one."""

    list: ArticleList
    nav: NavView
    nav_model: NavModel

    @property
    def dossier(self) -> str:
        """The dossier one is in, or empty."""
        ...

    def dossiers(self) -> Sequence[tuple[str, str]]:
        """Return the dossiers as (id, name)."""
        ...

    def let_go(self, rows: Sequence[ArticleRow], *, advance: bool) -> None:
        """Stop keeping articles that are sorted away."""
        ...


class LibraryDeeds(QObject):
    """Runs deeds on articles; there is none while one may only read. Signals tell what needs another dialog."""

    new_dossier_wanted = Signal(list)
    dossier_edit_wanted = Signal(str)
    dossier_delete_wanted = Signal(str)
    feed_wanted = Signal(str, str)

    def __init__(self, context: UiContext, view: Place) -> None:
        super().__init__(view.list)
        self._view = view
        self._acts = ArticleActs(context.services, context.runner, context.messages)
        self._put_ids: list[str] = []
        self.actions: dict[str, QAction] = {}
        view.list.menu_wanted.connect(self._on_menu)
        view.nav.menu_wanted.connect(self._on_place_menu)
        view.nav_model.articles_dropped.connect(self._on_dropped)

    def perform(self, action: str, rows: list[ArticleRow]) -> None:
        """Do an action to articles, after a question where it cannot be undone."""
        if action == "put_in_dossier":
            self.put_menu(rows).popup(self._beside_current())
        elif action in SELECTION and rows:
            self._run(action, rows)

    def put_menu(self, rows: list[ArticleRow]) -> QMenu:
        """Return a menu of dossiers to put articles into."""
        menu = QMenu("Put in dossier", self._view.list)
        self._put_ids = [row.id for row in rows]
        for ref, name in self._view.dossiers():
            menu.addAction(visible(name).replace("&", "&&")).setData((ref, name))
        menu.addSeparator()
        menu.addAction("New dossier…").setData(("", ""))
        menu.triggered.connect(self._on_put)
        return menu

    def list_menu(self, rows: list[ArticleRow]) -> QMenu:
        """Return the menu of articles: what can be done to them where they are."""
        menu = QMenu(self._view.list)
        trashed = any(row.trashed for row in rows)
        self._add(menu, ["restore", "purge"] if trashed else ["toggle_read", "toggle_star", "archive", "trash"])
        menu.addSeparator()
        menu.addMenu(self.put_menu(rows))
        self._add(menu, ["take_from_dossier"] if self._view.dossier else [])
        self._add(menu, ["edit_metadata"] if len(rows) == 1 else [])
        return menu

    def _run(self, action: str, rows: list[ArticleRow]) -> None:
        if action == "purge" and not self._sure(len(rows)):
            return
        if action == "take_from_dossier" and not self._view.dossier:
            return
        if action in MOVES_AWAY or action == "toggle_read":
            self._view.let_go(rows, advance=action in MOVES_AWAY)
        self._acts.run(action, rows, self._view.dossier)

    def _sure(self, number: int) -> bool:
        question = PlainBox(self._view.list)
        question.setIcon(QMessageBox.Icon.Warning)
        question.setText(f"Delete {counted(number, 'article')} for good?")
        question.setInformativeText("Their marks, notes and statements go with them. This cannot be undone.")
        delete = question.addButton("Delete for good", QMessageBox.ButtonRole.DestructiveRole)
        question.addButton(QMessageBox.StandardButton.Cancel)
        question.exec()
        return question.clickedButton() is delete

    def _add(self, menu: QMenu, names: list[str]) -> None:
        menu.addActions([self.actions[name] for name in names if name in self.actions])

    def _beside_current(self) -> QPoint:
        chosen = self._view.list
        return chosen.viewport().mapToGlobal(chosen.visualRect(chosen.currentIndex()).center())

    def _on_menu(self, at: QPoint) -> None:
        self.list_menu(self._view.list.selected()).popup(at)

    def _on_put(self, action: QAction) -> None:
        ref, name = action.data()
        if ref:
            self._acts.put(self._put_ids, ref, name)
        else:
            self.new_dossier_wanted.emit(self._put_ids)

    def _on_dropped(self, ids: list[str], dossier: str) -> None:
        self._acts.put(ids, dossier, dict(self._view.dossiers()).get(dossier, ""))

    def _on_place_menu(self, item: NavItem, at: QPoint) -> None:
        menu = QMenu(self._view.nav)
        if item.kind is NavKind.DOSSIER:
            menu.addAction("Edit dossier…").setData(("edit", item.ref))
            menu.addAction("Delete dossier").setData(("delete", item.ref))
            menu.triggered.connect(self._on_dossier_action)
        elif item.kind is NavKind.FEED:
            menu.addAction("Look for news").setData(("refresh", item.ref))
            menu.addAction("Edit feed…").setData(("edit", item.ref))
            menu.addAction("Unsubscribe…").setData(("remove", item.ref))
            menu.triggered.connect(self._on_feed_action)
        else:
            return
        menu.popup(at)

    def _on_feed_action(self, action: QAction) -> None:
        verb, ref = action.data()
        self.feed_wanted.emit(verb, ref)

    def _on_dossier_action(self, action: QAction) -> None:
        verb, ref = action.data()
        (self.dossier_edit_wanted if verb == "edit" else self.dossier_delete_wanted).emit(ref)
