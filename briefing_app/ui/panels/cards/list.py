"""A list of cards on the screen: mouse and keys become deeds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from briefing_app.ui.panels.cards.delegate import CardDelegate
from briefing_app.ui.panels.cards.model import CARD_ROLE, KEY_ROLE, CardModel
from briefing_app.ui.panels.cards.pieces import CHOOSE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing_app.ui.theme import ThemeHolder

BATCH = 60
"""Cards laid out before the first ones are shown; the rest follows while nothing else is to be done."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


_FAR = (QAbstractItemView.CursorAction.MoveEnd, QAbstractItemView.CursorAction.MovePageDown)


class CardList(QListView):
    """Emits ``done(key of the card, deed)``; ``keys`` says which deed a key means while the list has the focus.

    Letters that mean nothing here are left to the window; nothing is typed into a list.
    """

    done = Signal(str, str)
    menu_wanted = Signal(str, QPoint)

    def __init__(
        self,
        name: str,
        model: CardModel[Any],
        theme: ThemeHolder,
        keys: Mapping[Qt.Key, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.cards = model
        self._keys = dict(keys or {})
        self._over = False
        self.delegate = CardDelegate(theme, self)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setWordWrap(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        theme.changed.connect(self.viewport().update)

    def use(self, delegate: CardDelegate) -> None:
        """Paint, and edit, with another delegate."""
        self.delegate = delegate
        self.setItemDelegate(delegate)

    def current_key(self) -> str:
        """Return the key of the current card, or nothing."""
        key: str | None = self.currentIndex().data(KEY_ROLE)
        return key or ""

    def put_current(self, key: str) -> bool:
        """Make the card of ``key`` current and bring it into view; False when there is none."""
        place = self.cards.place_of(key)
        if place < 0:
            return False
        index = self.cards.index(place)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._lay_out_to(index)
        self.scrollTo(index)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means for the current card."""
        deed = self._deed_of(event)
        if deed:
            self.done.emit(self.current_key(), deed)
            return
        if event.text().isprintable() and event.text():
            event.ignore()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Claim the keys of this list before the window's shortcuts see them."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._deed_of(event):
            event.accept()
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do the deed that was clicked, or choose the card."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        deed = self.delegate.deed_at(index, event.position().toPoint())
        self.done.emit(str(index.data(KEY_ROLE)), deed or CHOOSE)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over deeds."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        over = index.isValid() and bool(self.delegate.deed_at(index, event.position().toPoint()))
        if over != self._over:
            self._over = over
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a card, beside the current one when a key called for it."""
        index, at = self.indexAt(event.pos()), event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            at = self.viewport().mapToGlobal(self.visualRect(index).center())
        self.menu_wanted.emit(str(index.data(KEY_ROLE) or ""), at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current card as soon as keys arrive here."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self._first()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Pass over headings at the ends too."""
        if action in _FAR:
            self._lay_out_to(self.cards.index(self.cards.rowCount() - 1))
        index = super().moveCursor(action, modifiers)
        return index if index.flags() & Qt.ItemFlag.ItemIsEnabled else self.currentIndex()

    def _lay_out_to(self, index: QModelIndex) -> None:
        """Lay all cards out now if the one wanted has no place yet."""
        if index.isValid() and self.visualRect(index).isEmpty():
            self.setLayoutMode(QListView.LayoutMode.SinglePass)
            self.doItemsLayout()
            self.setLayoutMode(QListView.LayoutMode.Batched)

    def _first(self) -> None:
        for place in range(self.cards.rowCount()):
            index = self.cards.index(place)
            if index.flags() & Qt.ItemFlag.ItemIsEnabled:
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                return

    def _deed_of(self, event: QKeyEvent) -> str:
        if event.modifiers() not in _PLAIN or self.currentIndex().data(CARD_ROLE) is None:
            return ""
        key = Qt.Key(event.key())
        found = self._keys.get(Qt.Key.Key_Return if key in _ENTER else key, "")
        return found or (CHOOSE if key in _ENTER else "")
