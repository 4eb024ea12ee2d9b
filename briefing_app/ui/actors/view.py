"""The window of actors: those there are at the left, the one chosen at the right, names to decide behind a tab."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefing_app.errors import UserError
from briefing_app.ui.actors.asking import MergeDialog, NewActor
from briefing_app.ui.actors.decide import DecideView
from briefing_app.ui.actors.detail import NEVER, SPLIT, ActorDetail
from briefing_app.ui.actors.list_model import LINE, ActorDelegate, ActorListModel
from briefing_app.ui.actors.offices import OfficeFor
from briefing_app.ui.actors.presenter import ActorsPresenter
from briefing_app.ui.counted import counted
from briefing_app.ui.panels.tabs import TabStrip
from briefing_app.ui.widgets.announce import announce
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.cards import EmptyState
from briefing_app.ui.widgets.fixed_list import FixedList
from briefing_app.ui.widgets.labels import ElidedLabel
from briefing_app.ui.widgets.sizes import open_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from briefing_app.domain.actor_card import ActorCard, ActorRow, Occurrences
    from briefing_app.domain.changes import Changes
    from briefing_app.ui.context import UiContext

ACTORS, DECIDE = "actors", "decide"
REST = 120
"""Milliseconds without a key after which is searched."""


class ActorsWindow(QDialog):
    """Actors of the library. ``article_wanted`` asks for an article and a passage of it."""

    article_wanted = Signal(str, int, int)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle("Actors")
        self.setModal(False)
        open_at(self, 1020, 680)
        self.tabs = TabStrip(context.theme, self)
        self.tabs.setAccessibleName("Actors and names to decide")
        self.tabs.add(ACTORS, "Actors", "Ctrl+1")
        self.tabs.add(DECIDE, "Names to decide", "Ctrl+2")
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("Search actors by any of their names")
        self.search.setAccessibleName("Search actors")
        self.search.setClearButtonEnabled(True)
        self.model = ActorListModel(self)
        self.list = FixedList(LINE, self)
        self.list.setAccessibleName("Actors")
        self.list.setModel(self.model)
        self.list.setItemDelegate(ActorDelegate(context.theme, self.list))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setMouseTracking(True)
        self.count = ElidedLabel(role="faint", parent=self)
        self.new_button = RoleButton("New actor…", parent=self)
        self.detail = ActorDetail(context, self)
        self.detail.offices.setItemDelegateForColumn(1, OfficeFor(context, self.detail.offices))
        self.nobody = EmptyState("No actor chosen", "Choose one at the left to see its names and offices.", parent=self)
        self.right = QStackedWidget(self)
        self.said = ElidedLabel(role="muted", parent=self)
        self.undo_button = RoleButton("Undo", "link", self)
        self.presenter = ActorsPresenter(context, self)
        self.decide = DecideView(context, self)
        self.stack = QStackedWidget(self)
        self._typing = QTimer(self, singleShot=True, interval=REST)
        self._lay_out()
        self._connect()
        self.show_nobody()
        self._say("", undo=False)
        self.detail.set_writing(on=not context.services.store.read_only)
        self.new_button.setVisible(not context.services.store.read_only)
        self.presenter.start()
        self.decide.start()
        self.search.setFocus()

    def open_actor(self, key: str) -> None:
        """Show an actor."""
        self.tabs.pick(ACTORS)
        self.presenter.open(key)

    def look_up(self, words: str) -> None:
        """Look somebody up by words, to find the actor or to add one."""
        self.tabs.pick(ACTORS)
        self.search.setText(words)
        self.presenter.search(words)
        self.search.setFocus()

    def open_questions(self) -> None:
        """Show the names to decide."""
        self.tabs.pick(DECIDE)
        self.decide.take_focus()

    # --- what the presenter asks ----------------------------------------------------------------------

    def show_list(self, rows: Sequence[ActorRow], words: str) -> None:
        """Show the actors found."""
        self.model.show(rows)
        self.count.setText(counted(len(rows), "actor") if rows else f"Nobody is called “{words}”.")
        if self.presenter.card is not None:
            self._mark(self.presenter.card.key)

    def show_card(self, card: ActorCard) -> None:
        """Show an actor."""
        self.detail.show_card(card)
        self.right.setCurrentWidget(self.detail)
        self._mark(card.key)

    def show_occurrences(self, key: str, found: Occurrences) -> None:
        """Show where the actor chosen occurs."""
        if self.detail.card is not None and self.detail.card.key == key:
            self.detail.show_occurrences(found)

    def show_nobody(self) -> None:
        """Show that no actor is chosen."""
        self.right.setCurrentWidget(self.nobody)

    def told(self, sentence: str) -> None:
        """Say what was done."""
        self._say(sentence, undo=True)

    def refuse(self, error: Exception) -> None:
        """Say why something was not done, and show what holds."""
        self._say(str(error) if isinstance(error, UserError) else "This could not be done.", undo=False)
        if not isinstance(error, UserError):
            self._context.messages.warn(error)
        if self.presenter.card is not None:
            self.detail.show_card(self.presenter.card)

    # --- keys -----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses no button; Ctrl+1 and Ctrl+2 change the tab, Ctrl+Z takes back, Ctrl+F searches."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                return
            case Qt.Key.Key_1 if control:
                self.tabs.pick(ACTORS)
            case Qt.Key.Key_2 if control:
                self.open_questions()
            case Qt.Key.Key_Z if control:
                self.presenter.undo()
            case Qt.Key.Key_F if control:
                self.search.setFocus()
            case _:
                super().keyPressEvent(event)

    # --- inside -----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 12, 0, 12)
        column.setSpacing(8)
        foot = QHBoxLayout()
        foot.setContentsMargins(2, 0, 12, 0)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.new_button)
        above = QHBoxLayout()
        above.setContentsMargins(0, 0, 12, 0)
        above.addWidget(self.search)
        column.addLayout(above)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.right.addWidget(self.nobody)
        self.right.addWidget(self.detail)
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.setHandleWidth(1)
        both.setChildrenCollapsible(False)
        both.addWidget(left)
        both.addWidget(self.right)
        both.setStretchFactor(1, 1)
        both.setSizes([300, 720])
        left.setMinimumWidth(220)
        self.right.setMinimumWidth(320)
        self.stack.addWidget(both)
        self.stack.addWidget(self.decide)
        bottom = QWidget(self)
        bottom.setProperty("role", "foot")
        bottom.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(bottom)
        line.setContentsMargins(14, 4, 14, 4)
        line.addWidget(self.said, 1)
        line.addWidget(self.undo_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self.stack, 1)
        layout.addWidget(bottom)

    def _connect(self) -> None:
        self.tabs.picked.connect(self._on_tab)
        self.search.textEdited.connect(self._on_typed)
        self.search.returnPressed.connect(self._on_enter)
        self._typing.timeout.connect(self._on_rest)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.new_button.clicked.connect(self._on_new)
        self.undo_button.clicked.connect(self.presenter.undo)
        self.detail.renamed.connect(self.presenter.rename)
        self.detail.kind_chosen.connect(self._on_kind)
        self.detail.parent_chosen.connect(self._on_parent)
        self.detail.merge_wanted.connect(self._on_merge)
        self.detail.forget_wanted.connect(self.presenter.forget)
        self.detail.split_wanted.connect(self.presenter.split)
        self.detail.article_wanted.connect(self._on_article)
        self.detail.names_model.written.connect(self._on_name_written)
        self.detail.names.deed.connect(self._on_name_deed)
        self.detail.offices_model.written.connect(self._on_office_written)
        self.detail.offices.deed.connect(self._on_office_deed)
        self.decide.counted.connect(partial(self.tabs.set_count, DECIDE))
        self.decide.said.connect(self.told)
        self.decide.refused.connect(self.refuse)
        self.decide.article_wanted.connect(self.article_wanted)
        self._context.changes.changed.connect(self._hear)

    def _hear(self, changes: Changes) -> None:
        self.presenter.hear(changes)
        self.decide.hear(changes)

    def _say(self, sentence: str, *, undo: bool) -> None:
        self.said.setText(sentence)
        self.undo_button.setVisible(undo)
        if sentence:
            announce(self, sentence)

    def _mark(self, key: str) -> None:
        place = self.model.place(key)
        model = self.list.selectionModel()
        model.blockSignals(True)  # the row follows the actor shown, not the other way round
        if place >= 0:
            self.list.setCurrentIndex(self.model.index(place, 0))
        else:
            self.list.clearSelection()
        model.blockSignals(False)
        self.list.viewport().update()

    def _on_tab(self, name: str) -> None:
        self.stack.setCurrentIndex(0 if name == ACTORS else 1)
        if name == DECIDE:
            self.decide.take_focus()

    def _on_typed(self, words: str) -> None:
        del words
        self._typing.start()

    def _on_rest(self) -> None:
        self.presenter.search(self.search.text())

    def _on_enter(self) -> None:
        self.list.setFocus()
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0, 0))

    def _on_current(self, index: QModelIndex) -> None:
        row = self.model.at(index.row())
        if row is not None:
            self.presenter.open(row.key)

    def _on_new(self) -> None:
        self._open(NewActor(self._context, self.presenter, self.search.text(), self))

    def _on_merge(self) -> None:
        if self.presenter.card is not None:
            self._open(MergeDialog(self._context, self.presenter, self.presenter.card, self))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_kind(self, kind: object) -> None:
        self.presenter.describe(kind=kind)  # type: ignore[arg-type]  # a signal's object is what was sent

    def _on_parent(self, key: str) -> None:
        self.presenter.describe(parent=key)

    def _on_article(self, article: str) -> None:
        self.article_wanted.emit(article, 0, 0)

    def _on_name_written(self, row: int, column: int, words: str) -> None:
        self.presenter.write_name(self.detail.names_model.line(row), column, words)

    def _on_name_deed(self, row: int, deed: str) -> None:
        line = self.detail.names_model.line(row)
        if line is None:
            return
        if deed == SPLIT:
            self.presenter.split_name(line)
        elif deed == NEVER:
            self.presenter.never(line.text)
        else:
            self.presenter.take_name(line)

    def _on_office_written(self, row: int, column: int, words: str) -> None:
        name, _, key = words.partition("\t")
        self.presenter.write_office(self.detail.offices_model.line(row), column, name, key)

    def _on_office_deed(self, row: int, deed: str) -> None:
        del deed
        line = self.detail.offices_model.line(row)
        if line is not None:
            self.presenter.take_office(line)
