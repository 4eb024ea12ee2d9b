"""The list of the reader's marks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from briefing_app.domain.anchor import AnchorState
from briefing_app.domain.annotation import Annotation, annotation_type
from briefing_app.ui.panels.cards.model import CardModel
from briefing_app.ui.panels.cards.pieces import Caption, Card, Deed, Deeds, Piece, Quote, Tags, Tone, Words
from briefing_app.ui.panels.words import quoted
from briefing_app.ui.reader.words import moment_words, visible

STATES = {
    AnchorState.CHANGED: "The text has changed here since you marked it.",
    AnchorState.AMBIGUOUS: "The passage occurs more than once now; its place is not certain.",
    AnchorState.ORPHAN: "The passage is no longer in the text.",
}

KEEP, REANCHOR, DELETE = "keep", "reanchor", "delete"
_KEEP, _REANCHOR = Deed(KEEP, "Keep here"), Deed(REANCHOR, "Re-anchor to selection")
_DELETE = Deed(DELETE, "Delete")


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One mark of the reader's."""

    annotation: Annotation

    @property
    def key(self) -> str:
        """Return the annotation's id."""
        return str(self.annotation.id)


class AnnotationModel(CardModel[NoteRow]):
    """Marks; setting the edit role asks for another note by ``note_changed(id, note)``."""

    note_changed = Signal(str, str)

    def card(self, row: NoteRow) -> Card:
        """Return the card of a mark."""
        one = row.annotation
        kind = annotation_type(one.type)
        where = f"¶ {one.anchor.paragraph}" if one.anchor.paragraph else ""
        pieces: list[Piece] = [Caption(visible(kind.name), where), Quote(quoted(one.anchor.exact, 400), 2)]
        if one.note:
            pieces.append(Words(visible(one.note), Tone.PLAIN, 6, small=False))
        if one.tags:
            pieces.append(Tags(tuple(visible(tag) for tag in one.tags)))
        if one.anchor.state in STATES:
            tone = Tone.DANGER if one.anchor.state is AnchorState.ORPHAN else Tone.WARNING
            pieces.append(Words(STATES[one.anchor.state], tone))
            keep = (_KEEP,) if one.anchor.placed else ()
            pieces.append(Deeds((*keep, _REANCHOR, _DELETE), quiet=True))
        return Card(tuple(pieces), edge=kind.colour, letter=kind.letter)

    def spoken(self, row: NoteRow) -> str:
        """Return the mark as a screen reader says it."""
        one = row.annotation
        tags = f"Tags: {', '.join(one.tags)}" if one.tags else ""
        state = STATES.get(one.anchor.state, "")
        return ". ".join(part for part in (one.type, one.anchor.exact, one.note, tags, state) if part)

    def tip(self, row: NoteRow) -> str:
        """Return when it was made and changed."""
        one = row.annotation
        made, changed = moment_words(one.created), moment_words(one.modified)
        return f"Marked {made}" + (f", changed {changed}" if changed and changed != made else "") if made else ""

    def editable(self, row: NoteRow) -> bool:
        """Let every note be edited where it stands."""
        del row
        return True

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the note for the editor, else as ever."""
        if role == Qt.ItemDataRole.EditRole:
            row = self.row(index.row())
            return row.annotation.note if row is not None else None
        return super().data(index, role)

    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: object,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Ask for another note; the list changes when the library has."""
        row = self.row(index.row())
        if role != Qt.ItemDataRole.EditRole or row is None or not isinstance(value, str):
            return False
        if value.strip() != row.annotation.note:
            self.note_changed.emit(row.key, value.strip())
        return True
