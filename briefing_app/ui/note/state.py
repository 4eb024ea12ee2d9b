"""What the Note view shows, read from the library in one go and away from the window's thread."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefing_app.domain.ids import NoteId
from briefing_app.ui.note.parts import HEADER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing_app.domain.article import Article
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

    ``dossier`` has parties and issues proposed where it names none itself; ``articles`` are its articles by id.
    """

    dossier: Dossier | None = None
    notes: tuple[Note, ...] = ()
    note: Note | None = None
    briefing: Briefing | None = None
    statements: tuple[Statement, ...] = ()
    articles: dict[str, Article] = field(default_factory=dict)


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
    known = {str(one.id) for one in services.dossiers.all()}
    if dossier_id not in known:
        return NoteState()
    dossier = services.dossiers.proposal(dossier_id)
    notes = services.notes.all(dossier_id)
    note = next((one for one in notes if one.id == note_id), None) or _latest(notes)
    if note is None:
        return NoteState(dossier, notes)
    shown = draft.on(note) if draft is not None and note.id == NoteId(note_id) else note
    with services.store.read() as reader:
        articles = {str(one.id): one for one in reader.articles.in_dossier(dossier_id)}
    return NoteState(dossier, notes, note, services.notes.compose(shown), services.notes.evidence(note), articles)


def _latest(notes: tuple[Note, ...]) -> Note | None:
    return max(notes, key=lambda one: (one.modified, one.seq), default=None)
