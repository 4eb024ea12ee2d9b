"""Writing in the note: one editor is open at most, what is typed is composed at once and saved soon."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from briefing_app.ui.note.marks import as_markdown
from briefing_app.ui.note.parts import FIELDS, GENERATED, HEADER, MORE, PRINTING
from briefing_app.ui.note.state import Draft, NoteState, texts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing_app.domain.note import Note, Section
    from briefing_app.ui.note.deeds import NoteDeeds

HEADER_NAMES = tuple(key for key, _, _ in (*FIELDS, *MORE)) + tuple(key for key, _, _ in PRINTING)


class Host(Protocol):
    """What drafting asks of the presenter."""

    @property
    def state(self) -> NoteState:
        """Return what is shown."""

    def reload(self) -> None:
        """Compose the note again, with what is typed."""

    def preview(self, draft: Draft) -> None:
        """Compose the note with what is typed, from what was gathered last."""

    def take_saved(self, note: Note) -> None:
        """Take the note as it was just saved for the present one."""

    def choose(self, key: str) -> None:
        """Choose a section."""

    def shown_section(self, key: str) -> Section | None:
        """Return a section of the note shown."""

    def writes(self, key: str) -> bool:
        """Say whether the user writes a section."""

    def refresh_evidence(self) -> None:
        """Show the evidence column anew."""


class Editor(Protocol):
    """What drafting asks of the view."""

    def open_editor(self, draft: Draft) -> None:
        """Open the editor."""

    def renew_editor(self, draft: Draft) -> None:
        """Put other texts into it."""

    def close_editor(self) -> None:
        """Close it."""

    def show_saved(self, *, saved: bool) -> None:
        """Show whether the library holds what is typed."""


class Drafting:
    """Holds what is typed until the library has it; nothing typed is dropped because a save failed."""

    def __init__(self, host: Host, editor: Editor, deeds: NoteDeeds) -> None:
        self._host = host
        self._editor = editor
        self._deeds = deeds
        self.draft: Draft | None = None

    @property
    def cites(self) -> bool:
        """Say whether a text is open that a citation can go into."""
        return self.draft is not None and self.draft.key != HEADER

    @property
    def dirty(self) -> bool:
        """Say whether something is typed that the library does not hold yet."""
        note = self._host.state.note
        return self.draft is not None and note is not None and not self.draft.saved_in(note)

    def edit(self, key: str) -> None:
        """Open a section the user writes, or the header; what was open is saved first."""
        if self._host.state.note is None or (self.draft is not None and self.draft.key == key):
            return
        if self._host.writes(key):
            self.close_then(partial(self._open, key, None))
        else:
            self._host.choose(key)

    def take_over(self, key: str) -> None:
        """Write a generated section oneself, beginning with what it says now."""
        briefing = self._host.state.briefing
        section = self._host.shown_section(key)
        if briefing is None or section is None or key not in GENERATED or section.origin == "user":
            return
        known = [str(one.id) for one in self._host.state.statements]
        self.close_then(partial(self._open, key, as_markdown(section, briefing.footnotes, known)))

    def give_back(self, key: str) -> None:
        """Let the program write a section again."""
        self.close_then(partial(self._deeds.give_back, key))

    def type(self, texts: Mapping[str, str]) -> None:
        """Take what is typed; it is composed and saved when the view asks."""
        if self.draft is not None:
            self.draft = replace(self.draft, texts=dict(texts))
            self._editor.show_saved(saved=not self.dirty)

    def preview(self) -> None:
        """Compose the note with what is typed."""
        if self.draft is not None:
            self._host.preview(self.draft)

    def save(self) -> None:
        """Save what is typed; the editor stays open."""
        self._save(None)

    def save_then(self, then: Callable[[], None]) -> None:
        """Save what is typed, then go on; the editor stays open."""
        if self.draft is None:
            then()
        else:
            self._save(then)

    def done(self) -> None:
        """Save what is typed and close the editor."""
        self.close_then(self._host.reload)

    def cancel(self) -> None:
        """Close the editor with the text as it was when it was opened; what was typed can be had back by undo."""
        draft, note = self.draft, self._host.state.note
        if draft is None or note is None:
            return
        if draft.untouched and texts_of(note, draft.key, HEADER_NAMES) == dict(draft.base):
            self._close()
            self._host.reload()
        else:
            self._save(partial(self._put_back, draft))

    def close_then(self, then: Callable[[], None]) -> None:
        """Save and close what is open, then go on; a save that fails leaves everything as it is."""
        if self.draft is None:
            then()
        else:
            self._save(partial(self._closed, then))

    def drop(self) -> None:
        """Close the editor: its note is gone."""
        if self.draft is not None:
            self._close()

    def hear(self, before: Note, now: Note) -> None:
        """Take over texts that were changed elsewhere (undo), unless what is typed here is not saved yet."""
        draft = self.draft
        if draft is None:
            return
        if draft.saved_in(before) and not draft.saved_in(now):
            held = texts_of(now, draft.key, HEADER_NAMES)
            self.draft = Draft(draft.key, held, held, held)
            self._editor.renew_editor(self.draft)
        self._editor.show_saved(saved=not self.dirty)

    # --- inside

    def _open(self, key: str, text: str | None) -> None:
        note = self._host.state.note
        if note is None:
            return
        base = texts_of(note, key, HEADER_NAMES)
        opened = base if text is None else {key: text}
        self.draft = Draft(key, opened, base, opened)
        self._host.choose(key)
        self._editor.open_editor(self.draft)
        self._editor.show_saved(saved=not self.dirty)
        if text is not None:
            self._host.reload()

    def _save(self, then: Callable[[], None] | None) -> None:
        draft = self.draft
        if draft is None:
            return
        if self.dirty:
            self._deeds.change(draft.on, partial(self._saved, then))
        elif then is not None:
            then()

    def _saved(self, then: Callable[[], None] | None, note: Note) -> None:
        self._host.take_saved(note)
        self._editor.show_saved(saved=not self.dirty)
        if then is not None:
            then()

    def _closed(self, then: Callable[[], None]) -> None:
        self._close()
        then()

    def _close(self) -> None:
        self.draft = None
        self._editor.close_editor()
        self._host.refresh_evidence()

    def _put_back(self, draft: Draft) -> None:
        self._close()
        self._deeds.put_back(draft)
