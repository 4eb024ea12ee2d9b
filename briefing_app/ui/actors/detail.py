"""One actor, edited in place: name, what it is, names, offices, what was merged into it, where it occurs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from briefing_app.domain.entity import EntityKind
from briefing_app.ui.actors.lines import NamesModel, OfficesModel
from briefing_app.ui.actors.tables import ChoiceDelegate, LineTable
from briefing_app.ui.actors.words import SCOPES, SORTS, occurrence_line, sub_line
from briefing_app.ui.editors.actor_choices import ActorChoices
from briefing_app.ui.editors.boxes import choice_box, choose_data
from briefing_app.ui.editors.mention import KIND_WORDS
from briefing_app.ui.reader.words import date_words
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.labels import ElidedLabel, PlainLabel, SectionLabel

if TYPE_CHECKING:
    from briefing_app.domain.actor_card import ActorCard, Occurrences, OfficeLine
    from briefing_app.ui.context import UiContext

TAKE, SPLIT, NEVER = "take", "split", "never"
NAME_DEEDS = ((TAKE, "Take this name away"), (SPLIT, "Make it an actor of its own"), (NEVER, "Never a name"))
OFFICE_DEEDS = ((TAKE, "Take this office away"),)
MOST_PLACES = 12


class ActorDetail(QScrollArea):
    """Shows a card; what the reader does is told by signals, and shown when the library has it."""

    renamed = Signal(str)
    kind_chosen = Signal(object)
    parent_chosen = Signal(str)
    merge_wanted = Signal()
    forget_wanted = Signal()
    split_wanted = Signal(str)
    article_wanted = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.card: ActorCard | None = None
        inside = QWidget(self)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(22, 18, 22, 18)
        self._column.setSpacing(6)
        self.name = QLineEdit(inside)
        self.name.setAccessibleName("Name of the actor")
        self.kind: QComboBox = choice_box([(kind.value, words) for kind, words in KIND_WORDS.items()], inside)
        self.kind.setAccessibleName("Kind of actor")
        self.kind.setMinimumContentsLength(20)
        self.parent_actor = QLineEdit(inside)
        self.parent_actor.setAccessibleName("Belongs to")
        self.parent_actor.setPlaceholderText("nobody")
        self._choices = ActorChoices(context, self)
        completer = QCompleter(self._choices.names, self.parent_actor)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.parent_actor.setCompleter(completer)
        self.sub = ElidedLabel(role="muted", parent=inside)
        self.merge_button = RoleButton("Merge with…", parent=inside)
        self.forget_button = RoleButton("As shipped again", "link", inside)
        self.names_model, self.offices_model = NamesModel(self), OfficesModel(self)
        self.names = LineTable("Names", self.names_model, NAME_DEEDS, inside)
        self.names.setItemDelegateForColumn(1, ChoiceDelegate(tuple(SORTS.values()), self.names))
        self.names.setItemDelegateForColumn(2, ChoiceDelegate(tuple(SCOPES.values()), self.names))
        self.offices = LineTable("Offices", self.offices_model, OFFICE_DEEDS, inside)
        self.offices_label = SectionLabel("Offices", inside)
        self.holders_label, self.holders = SectionLabel("Who holds office", inside), _Lines(inside)
        self.merged_label, self.merged = SectionLabel("Found to be this actor", inside), _Lines(inside)
        self.where = PlainLabel(role="muted", wrap=True, parent=inside)
        self.places = _Lines(inside)
        self._lay_out()
        self.setWidget(inside)
        self.name.editingFinished.connect(self._on_name)
        self.parent_actor.textEdited.connect(self._choices.look_up)
        self.parent_actor.editingFinished.connect(self._on_parent)
        self.kind.activated.connect(self._on_kind)
        self.merge_button.clicked.connect(self.merge_wanted)
        self.forget_button.clicked.connect(self.forget_wanted)
        self.merged.chosen.connect(self.split_wanted)
        self.places.chosen.connect(self.article_wanted)

    def show_card(self, card: ActorCard) -> None:
        """Show another actor, or another state of the same."""
        fresh = self.card is None or self.card.key != card.key
        self.card = card
        self.name.setText(card.name)
        self.name.setCursorPosition(0)
        choose_data(self.kind, card.kind.value)
        self.sub.setText(sub_line(card))
        self.parent_actor.setText(card.parent[1])
        self.forget_button.setText("As shipped again" if card.shipped else "Delete actor")
        self.forget_button.setVisible(card.changed)
        self.names_model.show(card.names)
        person = card.kind is EntityKind.PERSON
        self.offices_model.show(card.offices)
        for widget in (self.offices_label, self.offices):
            widget.setVisible(person or bool(card.offices))
        self.holders.show_lines([("", _holder(line), "") for line in card.holders])
        self.holders_label.setVisible(bool(card.holders))
        self.merged.show_lines([(key, name, "Split") for key, name in card.merged])
        self.merged_label.setVisible(bool(card.merged))
        if fresh:
            self.where.setText("Looking it up…")
            self.places.show_lines([])
            self.verticalScrollBar().setValue(0)

    def show_occurrences(self, found: Occurrences) -> None:
        """Show where the actor occurs."""
        words = occurrence_line(found)
        self.where.setText(f"{words[:1].upper()}{words[1:]}.")
        self.places.show_lines(
            [
                (article, f"{date_words(day, short=True)}  ·  {title}" if day else title, "Open")
                for article, title, day in found.newest[:MOST_PLACES]
            ]
        )

    def set_writing(self, *, on: bool) -> None:
        """Let nothing be changed where the library is open for reading only."""
        self.name.setReadOnly(not on)
        self.kind.setEnabled(on)
        self.parent_actor.setReadOnly(not on)
        self.merge_button.setVisible(on)
        self.names_model.may_write = self.offices_model.may_write = on

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.name, 1)
        top.addWidget(self.kind)
        under = QHBoxLayout()
        under.addWidget(self.sub, 1)
        under.addWidget(self.forget_button)
        under.addWidget(self.merge_button)
        belongs = QHBoxLayout()
        label = PlainLabel("Belongs to", "muted")
        label.setBuddy(self.parent_actor)
        belongs.addWidget(label)
        belongs.addWidget(self.parent_actor, 1)
        self._column.addLayout(top)
        self._column.addLayout(under)
        self._column.addLayout(belongs)
        for label, widget in (
            (SectionLabel("Names"), self.names),
            (self.offices_label, self.offices),
            (self.holders_label, self.holders),
            (self.merged_label, self.merged),
        ):
            label.setContentsMargins(0, 10, 0, 0)
            self._column.addWidget(label)
            self._column.addWidget(widget)
        label = SectionLabel("Where it is named")
        label.setContentsMargins(0, 10, 0, 0)
        self._column.addWidget(label)
        self._column.addWidget(self.where)
        self._column.addWidget(self.places)
        self._column.addStretch(1)

    def _on_name(self) -> None:
        if self.card is not None and self.name.text().strip() not in ("", self.card.name):
            self.renamed.emit(" ".join(self.name.text().split()))

    def _on_parent(self) -> None:
        if self.card is None or self.parent_actor.text().strip() == self.card.parent[1]:
            return
        _, key = self._choices.exact(self.parent_actor.text())
        if key or not self.parent_actor.text().strip():
            self.parent_chosen.emit(key)
        else:
            self.parent_actor.setText(self.card.parent[1])

    def _on_kind(self, index: int) -> None:
        kind = EntityKind(self.kind.itemData(index))
        if self.card is not None and kind is not self.card.kind:
            self.kind_chosen.emit(kind)


class _Lines(QWidget):
    """A few lines, each with a link at its end where there is something to do with it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_lines(self, lines: list[tuple[str, str, str]]) -> None:
        """Show (what is chosen, words, words of the link) of each line."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for ref, words, link in lines:
            self._column.addWidget(self._line(ref, words, link))
        self.setVisible(bool(lines))

    def _line(self, ref: str, words: str, link: str) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(ElidedLabel(words, parent=line), 1)
        if link:
            button = RoleButton(link, "link", line)
            button.setAccessibleName(f"{link}: {words}")
            button.setProperty("ref", ref)
            button.clicked.connect(self._on_clicked)
            row.addWidget(button)
        return line

    def _on_clicked(self) -> None:
        self.chosen.emit(str(self.sender().property("ref")))


def _holder(line: OfficeLine) -> str:
    since, until = date_words(line.since, short=True), date_words(line.until, short=True)
    days = f"{since or '…'} – {until}" if until else f"since {since}" if since else ""
    return " · ".join(part for part in (line.title, line.actor_name, days) if part)
