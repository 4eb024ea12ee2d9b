"""Small questions of the window of actors: a new one, whom to merge with and what that will change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QStringListModel
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QWidget

from briefing_app.domain.entity import EntityKind
from briefing_app.ui.actors.words import kind_words, occurrence_line
from briefing_app.ui.editors.boxes import choice_box, choose_data
from briefing_app.ui.editors.form import Editor
from briefing_app.ui.editors.mention import KIND_WORDS, SearchLine
from briefing_app.ui.editors.rows import framed
from briefing_app.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.actor_card import ActorCard, ActorRow, MergePreview
    from briefing_app.ui.actors.presenter import ActorsPresenter
    from briefing_app.ui.context import UiContext

FOUND = 30
MOST_NAMES = 8


class NewActor(Editor):
    """Asks for the name and the kind of a new actor."""

    def __init__(
        self, context: UiContext, presenter: ActorsPresenter, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__("New actor", context, parent)
        self._presenter = presenter
        self.name = QLineEdit(name, self)
        self.kind = choice_box([(kind.value, words) for kind, words in KIND_WORDS.items()], self)
        choose_data(self.kind, EntityKind.ORG.value)
        self.add_row("Name", self.name)
        self.add_row("Is a", self.kind)
        self.name.setFocus()

    def save(self) -> None:
        """Add it."""
        name = " ".join(self.name.text().split())
        if not name:
            self.refuse("Write what the actor is called.", self.name)
            return
        kind = EntityKind(self.kind.currentData())
        work = partial(self.context.services.actors.add, name, kind)
        self.write(work, self._added)

    def _added(self, answer: object) -> None:
        self._presenter.open(str(getattr(answer, "key", "")))


class MergeDialog(Editor):
    """Asks for the other actor, and says before it is done what the merge will change."""

    def __init__(
        self, context: UiContext, presenter: ActorsPresenter, card: ActorCard, parent: QWidget | None = None
    ) -> None:
        super().__init__("Merge actors", context, parent)
        self._presenter, self._card = presenter, card
        self._rows: list[ActorRow] = []
        self.preview: MergePreview | None = None
        self.names = QStringListModel(self)
        self.list = QListView(self)
        self.list.setModel(self.names)
        self.list.setAccessibleName("Actors found")
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * 8)
        self.line = SearchLine(self.list, self)
        self.what = PlainLabel("Choose the actor that it is one with.", "muted", wrap=True, parent=self)
        self.what.setAccessibleName("What the merge will change")
        self.add_wide(PlainLabel(f"{card.name} is the same as …", "heading", wrap=True, parent=self))
        self.add_row("Search", self.line)
        self.grid.addWidget(framed(self.list, context.theme), self.grid.rowCount(), 1)
        self.add_wide(self.what)
        self.save_button.setText("Merge  Ctrl+⏎")
        self.save_button.setAccessibleName("Merge")
        self.line.textEdited.connect(self._on_typed)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.line.setFocus()

    def save(self) -> None:
        """Merge, if an actor is chosen that it can be merged with."""
        if self.preview is None:
            self.refuse("Choose the actor that it is one with.", self.line)
        elif self.preview.refusal:
            self.refuse(self.preview.refusal, self.line)
        else:
            self._presenter.merge(self._card.key, self.preview.into.key)
            self.accept()

    def _on_typed(self, words: str) -> None:
        self.preview = None
        flat = " ".join(words.split())
        if flat:
            work = partial(self.context.services.actor_cards.search, flat, FOUND)
            self.context.runner.read(work, self._found, key="actors.merge")
        else:
            self._found([])

    def _found(self, rows: Sequence[ActorRow]) -> None:
        self._rows = [row for row in rows if row.key != self._card.key]
        self.names.setStringList([f"{row.name}  ({kind_words(row.kind)})" for row in self._rows])

    def _on_current(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._rows):
            work = partial(self.context.services.actor_cards.preview, self._card.key, self._rows[index.row()].key)
            self.context.runner.read(work, self._previewed, key="actors.preview")

    def _previewed(self, preview: MergePreview) -> None:
        self.preview = preview
        self.what.setText(told(preview))
        self.resize(self.size().expandedTo(self.sizeHint()))


def told(preview: MergePreview) -> str:
    """Return in sentences what a merge will change."""
    if preview.refusal:
        return preview.refusal
    one, into = preview.one.name, preview.into.name
    names = ", ".join(f"“{name}”" for name in preview.names[:MOST_NAMES])
    more = len(preview.names) - MOST_NAMES
    parts = [f"{one} becomes {into} everywhere: {occurrence_line(preview.occurs)}."]
    if names:
        parts.append(f"These names pass to {into}: {names}{f' and {more} more' if more > 0 else ''}.")
    if preview.one.offices or preview.one.holders:
        parts.append("Its offices pass too.")
    parts.append("Nothing is lost: undo or “Split” parts them again.")
    return " ".join(parts)
