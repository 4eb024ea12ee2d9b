"""What a person does to a note: each deed is one write, and comes back as a change."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.services.clock import now
from briefing_app.ui.note.state import with_texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.domain.note import Note
    from briefing_app.services.notes import NoteService
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.note.state import Draft


class NoteDeeds:
    """The Note view's writes. ``current`` tells the id of the note shown.

    A change is made to the note as the library holds it when the write's turn comes, so that two quick deeds
    never undo each other.
    """

    def __init__(self, context: UiContext, current: Callable[[], str]) -> None:
        self._context = context
        self._current = current
        self._notes: NoteService = context.services.notes

    def start(self, dossier_id: str, then: Callable[[Note], None]) -> None:
        """Start a note for a dossier."""
        self._context.runner.write(partial(self._notes.new, dossier_id), then)

    def change(
        self,
        how: Callable[[Note], Note],
        then: Callable[[Note], None] | None = None,
        *,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Change the note shown; nothing is saved where nothing differs."""
        identity = self._current()
        if identity:
            self._context.runner.write(partial(_changed, self._notes, identity, how), then, failed=failed)

    def put_back(self, draft: Draft) -> None:
        """Give a section or the header the texts it had when its editor was opened."""
        self.change(partial(_with_base_of, draft), self._put_back)

    def give_back(self, key: str) -> None:
        """Let the program write a section again; what the user wrote stays in the note's history."""
        self.change(partial(_without, key), self._given_back)

    def set_as_of(self, as_of: str) -> None:
        """Compose from what was known at a date; empty for now."""
        self.change(partial(_with_as_of, as_of))

    def set_include(self, include: str) -> None:
        """Compose from ``confirmed`` statements or from ``all``."""
        self.change(partial(_with_include, include))

    def set_handling(self, mark: str | None) -> None:
        """Mark the note; an empty mark marks it not at all, None marks it as its sources are."""
        self.change(partial(_with_handling, mark))

    def set_purpose(self, purpose: str) -> None:
        """Make the note for information, or for decision."""
        self.change(partial(_with_field, "purpose", purpose))

    def rename(self, title: str) -> None:
        """Give the note another title."""
        self.change(partial(_with_title, title))

    def mark_seen(self, then: Callable[[Note], None]) -> None:
        """Note that the user has seen what is new."""
        self.change(partial(_with_field, "seen", now()), then)

    def restore(self, earlier: Note) -> None:
        """Bring the words of an earlier version back."""
        self.change(partial(_with_words_of, earlier), self._restored)

    def delete(self) -> None:
        """Delete the note; undo brings it back."""
        identity = self._current()
        if identity:
            self._context.runner.write(partial(self._notes.delete, identity), self._deleted)

    def accept(self, statement_id: str) -> None:
        """Confirm a suggested statement as it stands."""
        self._context.runner.write(partial(self._context.services.statements.accept, (statement_id,)), self._accepted)

    def export(self, path: str) -> None:
        """Write the note to a file; says where it went, or why it could not."""
        identity = self._current()
        if identity:
            self._context.runner.read(partial(_written, self._notes, identity, path), self._exported)

    def as_markdown(self, then: Callable[[str], None]) -> None:
        """Give the note as Markdown."""
        identity = self._current()
        if identity:
            self._context.runner.read(partial(_as_markdown, self._notes, identity), then)

    def history(self, then: Callable[[tuple[Note, ...]], None]) -> None:
        """Give the note's versions, the latest first."""
        identity = self._current()
        if identity:
            self._context.runner.read(partial(_history, self._notes, identity), then, key="note.history")

    def _put_back(self, note: Note) -> None:
        del note
        self._context.messages.offer_undo("Text put back as it was.")

    def _given_back(self, note: Note) -> None:
        del note
        self._context.messages.offer_undo("The section is generated again.")

    def _restored(self, note: Note) -> None:
        del note
        self._context.messages.offer_undo("Earlier version restored.")

    def _deleted(self, _nothing: object) -> None:
        self._context.messages.offer_undo("Note deleted.")

    def _accepted(self, _nothing: object) -> None:
        self._context.messages.offer_undo("Statement confirmed.")

    def _exported(self, place: Path) -> None:
        self._context.messages.tell(f"Note written to {place}.")


def _changed(notes: NoteService, identity: str, how: Callable[[Note], Note]) -> Note:
    before = notes.get(identity)
    after = how(before)
    return notes.save(after) if after != before else before


def _written(notes: NoteService, identity: str, path: str) -> Path:
    notes.export(notes.get(identity), path)
    return Path(path)


def _as_markdown(notes: NoteService, identity: str) -> str:
    from briefing_app.export.markdown import write

    return write(notes.compose(notes.get(identity)))


def _history(notes: NoteService, identity: str) -> tuple[Note, ...]:
    return tuple(sorted(notes.history(identity), key=lambda one: one.revision, reverse=True))


def _with_base_of(draft: Draft, note: Note) -> Note:
    return with_texts(note, draft.key, draft.base)


def _without(key: str, note: Note) -> Note:
    return with_texts(note, key, {key: ""})


def _with_as_of(as_of: str, note: Note) -> Note:
    return replace(note, as_of=as_of)


def _with_include(include: str, note: Note) -> Note:
    return replace(note, include=include)


def _with_title(title: str, note: Note) -> Note:
    fields = {name: text for name, text in note.fields.items() if name != "title"}
    return replace(note, title=" ".join(title.split()) or note.title, fields=fields)


def _with_field(name: str, text: str, note: Note) -> Note:
    fields = {key: value for key, value in note.fields.items() if key != name}
    return replace(note, fields={**fields, name: text} if text else fields)


def _with_handling(mark: str | None, note: Note) -> Note:
    fields = {key: value for key, value in note.fields.items() if key != "handling"}
    return replace(note, fields=fields if mark is None else {**fields, "handling": mark})


def _with_words_of(earlier: Note, note: Note) -> Note:
    return replace(
        note,
        title=earlier.title,
        fields=earlier.fields,
        sections=earlier.sections,
        as_of=earlier.as_of,
        include=earlier.include,
    )
