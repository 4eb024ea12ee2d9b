"""What the Note view shows and what is done in it; a plain object, tested without a window."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Protocol

from briefing_app.domain.certainty import is_changed
from briefing_app.domain.changes import Changes, Kind
from briefing_app.ui.note.deeds import NoteDeeds
from briefing_app.ui.note.drafting import Drafting
from briefing_app.ui.note.evidence import evidence_rows
from briefing_app.ui.note.outline import checks, outline
from briefing_app.ui.note.parts import HEADER
from briefing_app.ui.note.state import Draft, NoteState, composed, gather

if TYPE_CHECKING:
    from briefing_app.domain.note import Briefing, Note, Section
    from briefing_app.domain.position import Statement
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.note.evidence import Row
    from briefing_app.ui.note.outline import CheckRow, OutlineRow

_WATCHED = frozenset(Kind) - {Kind.SETTING, Kind.TAG}


class Emptiness(StrEnum):
    """Why there is no note to show."""

    NO_DOSSIER = "no dossier"
    NO_ARTICLES = "no articles"
    NO_NOTE = "no note"


class NotePage(Protocol):
    """What the presenter asks of the view."""

    def show_empty(self, why: Emptiness) -> None:
        """Show why there is no note, and what to do."""

    def show_state(self, state: NoteState) -> None:
        """Show a note and everything about it, or another state of it."""

    def show_outline(self, rows: tuple[OutlineRow, ...], checks: tuple[CheckRow, ...]) -> None:
        """Show the sections' states and the check list."""

    def show_evidence(self, rows: list[Row]) -> None:
        """Show the evidence column."""

    def show_section(self, key: str, section: Section | None, *, go: bool) -> None:
        """Show which section is chosen and what can be done with it; ``go`` brings it into view."""

    def open_editor(self, draft: Draft) -> None:
        """Open the editor on a section or on the header."""

    def renew_editor(self, draft: Draft) -> None:
        """Put other texts into the open editor: they were changed elsewhere."""

    def close_editor(self) -> None:
        """Close the editor."""

    def show_saved(self, *, saved: bool) -> None:
        """Show whether the library holds what is typed."""


class NotePresenter:
    """Holds the note shown; every change of it comes from the library through `hear`."""

    def __init__(self, context: UiContext, page: NotePage) -> None:
        self._context = context
        self._page = page
        self._dossier = ""
        self._wanted = ""
        self._since = ""
        self._needle = ""
        self._asleep = False
        self._stale = False
        self._reading = False
        self._begin = False
        self.section = ""
        self._state = NoteState()
        self.deeds = NoteDeeds(context, self._current)
        self.drafting = Drafting(self, page, self.deeds)

    # --- what is shown

    @property
    def state(self) -> NoteState:
        """Return what is shown, as last read from the library."""
        return self._state

    @property
    def note(self) -> Note | None:
        """Return the note shown as the library holds it."""
        return self.state.note

    @property
    def dossier_id(self) -> str:
        """Return the id of the dossier shown, or nothing."""
        return self._dossier

    def show_dossier(self, dossier_id: str) -> None:
        """Show a dossier's latest note; the note shown stays if it is the dossier's."""
        if dossier_id == self._dossier:
            self.reload()
        else:
            self.drafting.close_then(partial(self._go_to, dossier_id, ""))

    def open_note(self, note_id: str) -> None:
        """Show a note, and with it its dossier."""
        if note_id and note_id != self._wanted:
            work = partial(self._context.services.notes.get, note_id)
            self._context.runner.read(work, self._found, key="note.find")

    def start(self) -> None:
        """Start another note for the dossier."""
        if self.state.dossier is not None:
            self.drafting.close_then(partial(self.deeds.start, self._dossier, self._found))

    def begin(self) -> None:
        """Start the dossier's first note where it has none, as soon as that is known."""
        self.wake()
        if self._reading:
            self._begin = True
        elif self.note is None:
            self.start()

    def sleep(self) -> None:
        """Read nothing while nobody looks."""
        self._asleep = True

    def wake(self) -> None:
        """Catch up with what has changed while nobody looked."""
        self._asleep = False
        if self._stale:
            self.reload()

    def reload(self) -> None:
        """Read the dossier, its notes and the note shown again."""
        self._stale = self._asleep
        if self._asleep:
            return
        if not self._dossier:
            self._arrived(NoteState())
            return
        self._reading = True
        work = partial(gather, self._context.services, self._dossier, self._wanted, self.drafting.draft)
        self._context.runner.read(work, self._arrived, failed=self._failed, key="note")

    def preview(self, draft: Draft) -> None:
        """Compose the note with what is typed: a section from what was gathered last, the header from the library."""
        note, material = self._state.note, self._state.material
        if draft.key == HEADER or note is None or material is None:
            self.reload()
        else:
            self._context.runner.read(partial(composed, material, draft.on(note)), self._previewed, key="note.preview")

    def hear(self, changes: Changes) -> None:
        """Look again after a change that may touch the note."""
        if self._dossier and (changes.touches(*_WATCHED) or is_changed(changes)):
            self.reload()

    # --- sections and evidence

    def choose(self, key: str) -> None:
        """Choose a section: its evidence is shown, and what can be done with it."""
        if not self.state.note or not key:
            return
        if self.drafting.draft is not None and self.drafting.draft.key != key:
            self.drafting.close_then(partial(self.choose, key))
            return
        self.section = key
        self._page.show_section(key, self.shown_section(key), go=True)
        self._show_evidence()

    def shown_section(self, key: str) -> Section | None:
        """Return a section of the note shown."""
        sections = self.state.briefing.sections if self.state.briefing else ()
        return next((one for one in sections if one.key == key), None)

    def writes(self, key: str) -> bool:
        """Say whether the user writes a section; others are generated until he takes them over."""
        section = self.shown_section(key)
        return key == HEADER or section is None or section.origin == "user"

    def find_evidence(self, needle: str) -> None:
        """Keep only evidence that holds these words."""
        self._needle = needle
        self._show_evidence()

    def statement(self, identity: str) -> Statement | None:
        """Return a statement the note could cite."""
        return next((one for one in self.state.statements if one.id == identity), None)

    def passage_of(self, number: int) -> tuple[str, int, int] | None:
        """Return article, start and end of the first passage behind a footnote."""
        notes = self.state.briefing.footnotes if self.state.briefing else ()
        note = next((one for one in notes if one.number == number), None)
        if note is None or not note.citations:
            return None
        first = note.citations[0]
        return first.article, first.start, first.end

    def take_as_seen(self) -> None:
        """Take what is new as read: the note is saved, and news count from then on."""
        if self.note is not None:
            self.deeds.mark_seen(self._seen)

    def refresh_evidence(self) -> None:
        """Show the evidence column anew."""
        self._show_evidence()

    def restore(self, version: Note) -> None:
        """Bring the words of an earlier version back; an open editor is saved and closed first."""
        self.drafting.close_then(partial(self.deeds.restore, version))

    def take_saved(self, note: Note) -> None:
        """Take the note as it was just saved for the present one, and compose it; older answers are dropped."""
        if self.note is not None and self.note.id == note.id:
            self._state = replace(self._state, note=note)
            self.reload()

    # --- inside

    def _current(self) -> str:
        return str(self.state.note.id) if self.state.note else ""

    def _found(self, note: Note) -> None:
        self.drafting.close_then(partial(self._go_to, str(note.dossier), str(note.id)))

    def _go_to(self, dossier_id: str, note_id: str) -> None:
        self._dossier, self._wanted, self.section = dossier_id, note_id, ""
        self.reload()

    def _failed(self, error: Exception) -> None:
        self._reading = self._begin = False
        self._context.messages.warn(error)

    def _arrived(self, state: NoteState) -> None:
        before, self._state = self._state.note, state
        self._reading, begin, self._begin = False, self._begin, False
        if state.note is None or state.briefing is None:
            self._wanted = ""
            self.drafting.drop()
            self._page.show_empty(_why(state))
            if begin:
                self.start()
            return
        another = before is None or before.id != state.note.id
        self._wanted = str(state.note.id)
        if another:
            self.drafting.drop()
            self._since, self._needle, self.section = state.note.modified, "", _first(state)
        elif before is not None:
            self.drafting.hear(before, state.note)
        self._show(state.briefing, go=another)

    def _previewed(self, briefing: Briefing) -> None:
        if self.drafting.draft is not None:
            self._state = replace(self._state, briefing=briefing)
            self._show(briefing, go=False)

    def _show(self, briefing: Briefing, *, go: bool) -> None:
        self._page.show_state(self._state)
        self._page.show_outline(outline(briefing), checks(briefing))
        self._page.show_section(self.section, self.shown_section(self.section), go=go)
        self._show_evidence()

    def _show_evidence(self) -> None:
        citing = self.drafting.cites
        rows = evidence_rows(self.state, self.section, self._since, needle=self._needle, citing=citing)
        self._page.show_evidence(rows)

    def _seen(self, note: Note) -> None:
        self._since = note.modified
        self._show_evidence()


def _why(state: NoteState) -> Emptiness:
    if state.dossier is None:
        return Emptiness.NO_DOSSIER
    return Emptiness.NO_NOTE if state.dossier.articles else Emptiness.NO_ARTICLES


def _first(state: NoteState) -> str:
    return state.briefing.sections[0].key if state.briefing and state.briefing.sections else HEADER
