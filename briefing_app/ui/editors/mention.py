"""Who is meant: what a name in the text stands for, here or everywhere, or that it is no name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QWidget

from briefing_app.domain.entity import EntityKind
from briefing_app.ui.editors.boxes import choice_box, choose_data
from briefing_app.ui.editors.form import Editor
from briefing_app.ui.editors.pills import Pills
from briefing_app.ui.editors.rows import framed
from briefing_app.ui.reader.words import visible
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from briefing_app.domain.entity import Mention
    from briefing_app.ui.context import UiContext

KIND_WORDS = {
    EntityKind.PERSON: "person",
    EntityKind.ORG: "organisation or government",
    EntityKind.GPE: "country or city",
    EntityKind.LOC: "place or region",
    EntityKind.NORP: "people, language or party",
    EntityKind.FAC: "building or facility",
    EntityKind.EVENT: "event",
    EntityKind.LAW: "treaty or law",
}

EVERYWHERE, HERE = "everywhere", "in this article"


class SearchLine(QLineEdit):
    """A field whose arrow keys walk through the list below it."""

    def __init__(self, below: QListView, parent: QWidget) -> None:
        super().__init__(parent)
        self._below = below

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave up and down to the list."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._below.keyPressEvent(event)
            return
        super().keyPressEvent(event)


class MentionDialog(Editor):
    """Rules what a name means. It writes through the entity service, and the ruling acts on every article at once.

    ``card_wanted`` asks for the actor in hand (its key, its name) among all actors.
    """

    card_wanted = Signal(str, str)

    def __init__(self, context: UiContext, mention: Mention, article_id: str, parent: QWidget | None = None) -> None:
        super().__init__("Who is meant?", context, parent)
        self._mention = mention
        self._article = article_id
        self._actors: list[tuple[str, str, str]] = []
        self._picked: tuple[str, str] = (mention.canonical, mention.key)
        self.names = QStringListModel(self)
        self.list = QListView(self)
        self.list.setModel(self.names)
        self.list.setAccessibleName("Actors found")
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * 8)
        self.line = SearchLine(self.list, self)
        kinds = [(kind.value, words) for kind, words in KIND_WORDS.items()]
        self.kind = choice_box(kinds, self)
        self.scope = Pills("Holds", (EVERYWHERE, HERE), one=True, parent=self)
        self.never_button = RoleButton("Never a name", "link", self)
        self.actors_button = RoleButton("All its names…", "link", self)
        self._lay_out()
        self.line.setText(mention.canonical)
        self.line.selectAll()
        choose_data(self.kind, mention.label.value)
        self.scope.choose([EVERYWHERE])
        self.line.textEdited.connect(self._on_typed)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.doubleClicked.connect(self.save)
        self.never_button.clicked.connect(self.never)
        self.actors_button.clicked.connect(self._on_actors)
        self._on_typed(mention.canonical)
        self.line.setFocus()

    def save(self) -> None:
        """Write what the name means."""
        name = " ".join(self.line.text().split())
        if not name:
            self.refuse("Write who is meant, or choose “Never a name”.", self.line)
            return
        known = {actor.casefold(): (actor, key) for key, actor, _ in self._actors}
        canonical, key = self._picked if self._picked[0] == name else known.get(name.casefold(), (name, ""))
        kind = EntityKind(self.kind.currentData())
        text = self._mention.text
        work = partial(self.context.services.entities.rule_means, text, canonical, kind, key, self._scope())
        self.write(work, partial(self._told, f"“{text}” means {canonical} now."))

    def never(self) -> None:
        """Write that it is no name."""
        text = self._mention.text
        work = partial(self.context.services.entities.rule_never, text, self._scope())
        self.write(work, partial(self._told, f"“{text}” is no longer a name."))

    def _scope(self) -> str:
        return self._article if HERE in self.scope.chosen() else ""

    def _told(self, sentence: str, answer: object) -> None:
        del answer
        self.context.messages.offer_undo(sentence)

    def _lay_out(self) -> None:
        words = f"“{visible(self._mention.text)}”"
        text = PlainLabel(words, "heading", wrap=True, parent=self)
        self.add_wide(text)
        if self._mention.why:
            self.add_wide(PlainLabel(visible(self._mention.why), "muted", wrap=True, parent=self))
        self.add_row("Means", self.line)
        self.grid.addWidget(framed(self.list, self.context.theme), self.grid.rowCount(), 1)
        self.add_row("Is a", self.kind)
        self.add_row("Holds", self.scope)
        self.foot.insertWidget(0, self.never_button)
        self.foot.insertWidget(1, self.actors_button)

    def _on_actors(self) -> None:
        name, key = self._picked
        self.card_wanted.emit(key, name)
        self.reject()

    def _on_typed(self, words: str) -> None:
        flat = " ".join(words.split())
        if flat:
            work = partial(self.context.services.entities.actors, flat, 30)
            self.context.runner.read(work, self._found, key="editors.who")
        else:
            self._found([])

    def _found(self, actors: Sequence[tuple[str, str, str]]) -> None:
        self._actors = list(actors)
        self.names.setStringList([f"{name}  ({_kind(kind)})" for _, name, kind in actors])

    def _on_current(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._actors):
            key, name, kind = self._actors[index.row()]
            self._picked = (name, key)
            self.line.setText(name)
            if self._mention.label.is_value:
                choose_data(self.kind, kind)


def _kind(value: str) -> str:
    return KIND_WORDS.get(EntityKind(value), value) if value in EntityKind.__members__ else value
