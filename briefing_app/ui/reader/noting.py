"""Notes and tags on passages: the two small editors, and what becomes of what is written in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from briefing_app.domain.annotation import DEFAULT_TYPE
from briefing_app.ui.reader.passage_editors import NoteEditor, TagEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

    from briefing_app.domain.annotation import Annotation, Tag
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.reader.deeds import ReaderDeeds

Span = tuple[int, int]


class Target(NamedTuple):
    """What an action is meant for: a passage of an article, and the highlight on it unless it is a fresh selection."""

    article: str
    span: Span
    annotation: str = ""


class Noting(QObject):
    """Writes notes and tags. What is written on a fresh selection makes one highlight that has it from the start."""

    ended = Signal()

    def __init__(
        self, context: UiContext, deeds: ReaderDeeds, marked: Callable[[Annotation], None], view: QWidget
    ) -> None:
        super().__init__(view)
        self._context = context
        self._deeds = deeds
        self._marked = marked
        self._target = Target("", (0, 0))
        self.note_editor = NoteEditor(view)
        self.tag_editor = TagEditor(view)
        self.note_editor.saved.connect(self._note_saved)
        self.tag_editor.saved.connect(self._tags_saved)
        self.note_editor.cancelled.connect(self.ended)
        self.tag_editor.cancelled.connect(self.ended)

    @property
    def busy(self) -> bool:
        """Say whether one of the editors is open."""
        return self.note_editor.isVisible() or self.tag_editor.isVisible()

    def write_note(self, target: Target, annotation: Annotation | None, place: QRect) -> None:
        """Open the note editor below ``place``."""
        self._target = target
        self.note_editor.show_at(place, above=False)
        self.note_editor.edit(annotation.note if annotation else "")

    def write_tags(self, target: Target, annotation: Annotation | None, place: QRect) -> None:
        """Open the tag editor below ``place``; the code book's names come when they are read."""
        self._target = target
        self.tag_editor.show_at(place, above=False)
        self.tag_editor.edit(annotation.tags if annotation else (), ())
        self._context.runner.read(self._context.services.annotating.tags, self._tags_known, key="reader-tags")

    def put_away(self) -> bool:
        """Cancel the editor that is open; say whether one was."""
        for editor in (self.note_editor, self.tag_editor):
            if editor.isVisible():
                editor.cancel()
                return True
        return False

    def leave(self) -> None:
        """Close because another article comes: words begun are kept, as a note on the passage they are about."""
        if self.note_editor.isVisible() and self.note_editor.begun():
            self.note_editor.save()
        self.note_editor.hide()
        self.tag_editor.hide()

    def _note_saved(self, note: str) -> None:
        article, span, ident = self._target
        if ident:
            self._deeds.set_note(ident, note)
        elif note:
            self._deeds.highlight(article, span, DEFAULT_TYPE, note=note, then=self._marked)
        self.ended.emit()

    def _tags_saved(self, tags: tuple[str, ...]) -> None:
        article, span, ident = self._target
        if ident:
            self._deeds.set_tags(ident, tags)
        elif tags:
            self._deeds.highlight(article, span, DEFAULT_TYPE, tags=tags, then=self._marked)
        self.ended.emit()

    def _tags_known(self, tags: tuple[Tag, ...]) -> None:
        self.tag_editor.know([tag.name for tag in tags])
