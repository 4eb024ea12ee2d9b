"""The panel of the reader's marks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QMenu, QToolButton, QVBoxLayout, QWidget

from briefing_app.domain.annotation import BUILT_IN_TYPES
from briefing_app.ui.panels.annotations.model import DELETE, KEEP, REANCHOR, STATES, AnnotationModel, NoteRow
from briefing_app.ui.panels.annotations.note_delegate import NoteDelegate
from briefing_app.ui.panels.annotations.presenter import NOTE, AnnotationsPresenter, Order
from briefing_app.ui.panels.cards.list import CardList
from briefing_app.ui.panels.cards.pieces import CHOOSE
from briefing_app.ui.panels.panel import Panel
from briefing_app.ui.reader.words import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.reading import OpenArticle
    from briefing_app.ui.context import UiContext

KEYS = {
    Qt.Key.Key_Return: CHOOSE,
    Qt.Key.Key_E: NOTE,
    Qt.Key.Key_N: NOTE,
    Qt.Key.Key_Delete: DELETE,
}


class AnnotationsView(Panel):
    """How the marks are sorted and filtered, and the marks. ``reanchor_wanted`` asks to move one to the selection."""

    reanchor_wanted = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.model = AnnotationModel()
        self.list = CardList("Annotations", self.model, context.theme, KEYS, self.contents)
        self.list.use(NoteDelegate(context.theme, self.list))
        self.order = _menu_button("Order of annotations", self.contents)
        self.filters = _menu_button("Filter annotations", self.contents)
        self.presenter = AnnotationsPresenter(context, self)
        self._build()
        self._fill_orders()
        self.list.done.connect(self.presenter.do)
        self.list.menu_wanted.connect(self._on_menu_wanted)
        self.model.note_changed.connect(self.presenter.set_note)

    def show_article(self, article: OpenArticle | None, dossier_id: str) -> None:
        """Show the marks of an article."""
        del dossier_id
        self.presenter.show(article)

    def take_focus(self) -> None:
        """Give the list the focus, if there is one."""
        if not self.is_empty():
            self.list.setFocus()

    def show_filters(self, types: Sequence[tuple[str, int]], tags: Sequence[tuple[str, int]], chosen: str) -> None:
        """Show what can be filtered by."""
        menu = self.filters.menu()
        menu.clear()
        self._choice(menu, "Everything", "", chosen)
        menu.addSeparator()
        for name, count in types:
            self._choice(menu, f"{visible(name)}\t{count}", f"type:{name}", chosen)
        if tags:
            menu.addSeparator()
        for name, count in tags:
            self._choice(menu, f"#{visible(name)}\t{count}", f"tag:{name}", chosen)
        menu.addSeparator()
        menu.addAction("Edit tags…").triggered.connect(self._edit_tags)
        value = chosen.partition(":")[2]
        self.filters.setText(f"{visible(value) if value else 'Everything'} ▾")

    def show_rows(self, rows: Sequence[NoteRow], count: int) -> None:
        """Show marks."""
        self.show_contents()
        self.model.show(rows)
        self.counted.emit(count)

    def show_empty(self, title: str, text: str) -> None:
        """Show that there is nothing."""
        self.model.show(())
        self.counted.emit(0)
        self.show_nothing(title, text)

    def reveal(self, start: int, end: int) -> None:
        """Ask for a passage."""
        self.reveal_wanted.emit(start, end)

    def edit_note(self, key: str) -> None:
        """Open the field for a note."""
        if self.list.put_current(key):
            self.list.edit(self.list.currentIndex())

    def reanchor(self, key: str) -> None:
        """Ask for a mark to be moved to the passage that is selected."""
        self.reanchor_wanted.emit(key)

    def menu(self, key: str) -> QMenu:
        """Return the menu of a mark."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Show in the text\t⏎").triggered.connect(partial(self.presenter.do, key, CHOOSE))
        menu.addAction("Edit note\tE").triggered.connect(partial(self.presenter.do, key, NOTE))
        menu.addAction("Tags…").triggered.connect(partial(self._ask_tags, key))
        types = menu.addMenu("Type")
        now = self.presenter.annotation(key)
        if now is not None and now.anchor.state in STATES:
            if now.anchor.placed:
                menu.addAction("Keep here").triggered.connect(partial(self.presenter.do, key, KEEP))
            menu.addAction("Re-anchor to selection").triggered.connect(partial(self.presenter.do, key, REANCHOR))
        for one in BUILT_IN_TYPES:
            action = types.addAction(one.name)
            action.setCheckable(True)
            action.setChecked(now is not None and now.type == one.name)
            action.triggered.connect(partial(self.presenter.set_type, key, one.name))
        menu.addSeparator()
        menu.addAction("Delete\tDel").triggered.connect(partial(self.presenter.do, key, DELETE))
        return menu

    def _ask_tags(self, key: str) -> None:
        annotation = self.presenter.annotation(key)
        if annotation is None:
            return
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle("Tags")
        dialog.setLabelText("Tags, with commas between them:")
        dialog.setTextValue(", ".join(annotation.tags))
        dialog.textValueSelected.connect(partial(self.presenter.set_tags, key))
        dialog.open()

    def _edit_tags(self) -> None:
        from briefing_app.ui.editors.tags import CodeBookEditor

        book = CodeBookEditor(self._context, self)
        book.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        book.open()

    def _choice(self, menu: QMenu, words: str, value: str, chosen: str) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(value == chosen)
        action.triggered.connect(partial(self.presenter.filter, value))

    def _fill_orders(self) -> None:
        for order in Order:
            self.order.menu().addAction(order.value).triggered.connect(partial(self._sort, order))
        self.order.setText(f"{Order.PLACE.value} ▾")

    def _sort(self, order: Order) -> None:
        self.order.setText(f"{order.value} ▾")
        self.presenter.sort(order)

    def _on_menu_wanted(self, key: str, at: QPoint) -> None:
        if key:
            self.menu(key).popup(at)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(4, 7, 4, 7)
        row.addWidget(self.order)
        row.addStretch(1)
        row.addWidget(self.filters)
        layout = QVBoxLayout(self.contents)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.list, 1)


def _menu_button(name: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setProperty("role", "flat")
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(QMenu(button))
    return button
