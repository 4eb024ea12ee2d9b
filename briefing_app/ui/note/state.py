"""What the Note view shows, read from the library in one go and away from the window's thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing_app.ui.note.parts import HEADER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing_app.domain.briefing_input import BriefingInput
    from briefing_app.domain.dossier import Dossier
    from briefing_app.domain.note import Briefing, Note
    from briefing_app.domain.position import Statement
    from briefing_app.services.services import Services


@dataclass(frozen=True, slots=True)
class Draft:
    """What the user is typing: the texts of one section (under its key), or the fields of the header.

    ``base`` are the texts as the note held them then, ``opened`` those the editor was opened with: the same, but
    for a generated section that is taken over.
    """

    key: str
    texts: Mapping[str, str]
    base: Mapping[str, str]
    opened: Mapping[str, str]

    @property
    def untouched(self) -> bool:
        """Say whether nothing has been typed."""
        return dict(self.texts) == dict(self.opened)

    def on(self, note: Note) -> Note:
        """Return ``note`` with the draft's texts in place."""
        return with_texts(note, self.key, self.texts)

    def saved_in(self, note: Note) -> bool:
        """Say whether ``note`` holds these texts already."""
        after = self.on(note)
        return (after.title, after.fields, after.sections) == (note.title, note.fields, note.sections)


@dataclass(frozen=True, slots=True)
class NoteState:
    """A dossier and one of its notes, composed. ``note`` and ``briefing`` are None where there is no note yet.

    ``material`` is what the note is composed from; its dossier has parties and issues proposed where it names none.
    """

    dossier: Dossier | None = None
    notes: tuple[Note, ...] = ()
    note: Note | None = None
    briefing: Briefing | None = None
    material: BriefingInput | None = None

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Return the statements a note can cite."""
        return self.material.statements if self.material is not None else ()


def with_texts(note: Note, key: str, texts: Mapping[str, str]) -> Note:
    """Return ``note`` with other texts for a section or for the header; empty ones are left out."""
    if key != HEADER:
        sections = {name: text for name, text in note.sections.items() if name != key}
        fields = {name: text for name, text in note.fields.items() if name != key}
        written = texts.get(key, "")
        return replace(note, sections={**sections, key: written} if written.strip() else sections, fields=fields)
    fields = {name: text for name, text in note.fields.items() if name not in texts and name != "title"}
    fields |= {name: " ".join(text.split()) for name, text in texts.items() if name != "title" and text.strip()}
    return replace(note, title=" ".join(texts.get("title", note.title).split()) or note.title, fields=fields)


def texts_of(note: Note, key: str, names: tuple[str, ...] = ()) -> dict[str, str]:
    """Return the texts of a section, or the header fields of ``names``, as the note holds them."""
    if key != HEADER:
        return {key: note.sections.get(key, "") or note.fields.get(key, "")}
    held = {**note.fields, "title": note.fields.get("title") or note.title}
    return {name: held.get(name, "") for name in names}


def gather(services: Services, dossier_id: str, note_id: str, draft: Draft | None = None) -> NoteState:
    """Read a dossier, its notes and the note wanted (else the latest), composed with what is being typed."""
    from briefing_app.services.notes import gathered_material

    dossier = next((one for one in services.dossiers.all() if one.id == dossier_id), None)
    if dossier is None:
        return NoteState()
    notes = services.notes.all(dossier_id)
    note = next((one for one in notes if one.id == note_id), None) or _latest(notes)
    if note is None:
        return NoteState(dossier, notes)
    shown = draft.on(note) if draft is not None and note.id == note_id else note
    with services.store.read() as reader:
        material = gathered_material(reader, shown)
    return NoteState(material.dossier, notes, note, composed(material, shown), material)


def composed(material: BriefingInput, note: Note) -> Briefing:
    """Return a note composed from material that was gathered for it, or for another state of its sections."""
    from briefing_app.export.compose import compose

    return compose(replace(material, note=note))


def _latest(notes: tuple[Note, ...]) -> Note | None:
    return max(notes, key=lambda one: (one.modified, one.seq), default=None)
