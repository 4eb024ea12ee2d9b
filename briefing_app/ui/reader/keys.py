"""Actions of the reading pane by their ids, and the keys that the text itself answers to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog

from briefing_app.ui.reader.announcing import announce
from briefing_app.ui.reader.caret import CaretKeys

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from briefing_app.ui.reader.parts import ReaderParts


class ReaderKeys:
    """Runs actions by id; only keys that are no action of the window's table (types, Enter, Esc ...) end here."""

    ACTIONS: ClassVar[frozenset[str]] = frozenset(
        {
            "find",
            "find_next",
            "find_previous",
            "toggle_highlights",
            "text_larger",
            "text_smaller",
            "text_normal",
            "text_wider",
            "text_narrower",
            "next_highlight",
            "previous_highlight",
            "next_entity",
            "previous_entity",
            "go_to_paragraph",
            "edit_metadata",
            "highlight",
            "annotate",
            "tag",
            "statement",
            "alias",
            "hide_passage",
            "hide_always",
            "show_removed",
            "put_all_back",
            "copy_citation",
            "delete_highlight",
            "caret_mode",
        }
    )

    def __init__(self, view: ReaderParts) -> None:
        self._view = view
        self.caret = CaretKeys(view.surface)
        passages, names, looks = view.passages, view.names, view.looks
        passages.standing = self.caret.standing
        self._methods = {
            "find": view.finder.open,
            "find_next": self._find_next,
            "find_previous": self._find_previous,
            "toggle_highlights": looks.toggle_highlights,
            "text_larger": looks.text_larger,
            "text_smaller": looks.text_smaller,
            "text_normal": looks.text_normal,
            "text_wider": looks.text_wider,
            "text_narrower": looks.text_narrower,
            "next_highlight": passages.next_highlight,
            "previous_highlight": passages.previous_highlight,
            "next_entity": names.next_entity,
            "previous_entity": names.previous_entity,
            "go_to_paragraph": self._ask_paragraph,
            "edit_metadata": self._edit_metadata,
            "highlight": passages.highlight,
            "annotate": passages.annotate,
            "tag": passages.tag,
            "statement": passages.statement,
            "alias": names.alias,
            "hide_passage": passages.hide_passage,
            "hide_always": passages.hide_always,
            "show_removed": self._show_removed,
            "put_all_back": self.put_all_back,
            "copy_citation": passages.copy_citation,
            "delete_highlight": passages.delete_highlight,
            "caret_mode": self._toggle_caret,
        }
        view.surface.keys = self.handle

    def perform(self, action_id: str) -> None:
        """Do one action; an id that is not ours does nothing."""
        method = self._methods.get(action_id)
        if method is not None and (self._view.presenter.article is not None or action_id.startswith("text_")):
            method()

    def handle(self, event: QKeyEvent) -> bool:
        """Act on a key pressed in the text; say whether it meant something."""
        if self._view.presenter.article is None:
            return False
        if self.caret.handle(event):
            return True
        control = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if control:
            return self._handle_control(event)
        text = event.text()
        if len(text) == 1 and text in "123456789":
            self._view.passages.mark_by_key(int(text))
            return True
        return self._handle_named(event)

    def go_to_paragraph(self, number: int) -> None:
        """Show paragraph ``number``, or the next shown one where it is out of view."""
        surface = self._view.surface
        for shown in surface.positions.blocks:
            if shown.block.number >= number:
                surface.scroll_to(surface.positions.to_canonical(shown.start))
                announce(self._view, f"Paragraph {shown.block.number}")
                return

    def put_all_back(self) -> None:
        """Put all removed text back into the article."""
        article = self._view.presenter.article
        if article is not None:
            self._view.deeds.put_all_back(article.article.id)

    # inside

    def _handle_control(self, event: QKeyEvent) -> bool:
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_C and event.modifiers() == both:
            self.perform("copy_citation")
            return True
        return False

    def _handle_named(self, event: QKeyEvent) -> bool:
        key = event.key()
        passages = self._view.passages
        if key == Qt.Key.Key_Escape:
            return self._escape()
        if key == Qt.Key.Key_Delete and passages.chosen() is not None:
            passages.delete_highlight()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if passages.span() is not None:
                passages.highlight()
            elif passages.chosen() is not None:
                passages.annotate()
            elif self.caret.on:
                passages.mark_paragraph(self.caret.paragraph())
            return True
        return False

    def _escape(self) -> bool:
        view = self._view
        if view.names.put_away() or view.passages.put_away():
            return True
        if view.find_bar.isVisible():
            view.finder.close()
            return True
        if self.caret.on:
            self._toggle_caret()
            return True
        return False

    def _toggle_caret(self) -> None:
        on = self.caret.toggle()
        announce(
            self._view,
            "Caret on: arrows move by paragraph, Enter, H, N and P act on it" if on else "Caret off",
        )

    def _find_next(self) -> None:
        self._view.finder.step(1)

    def _find_previous(self) -> None:
        self._view.finder.step(-1)

    def _show_removed(self) -> None:
        page = self._view.presenter.page
        if page is not None and not page.strips:
            self._view.tell("Nothing was removed from this article.")
            return
        self._view.presenter.open_all_strips()

    def _edit_metadata(self) -> None:
        article = self._view.presenter.article
        if article is not None:
            self._view.metadata_wanted.emit(article.article.id)

    def _ask_paragraph(self) -> None:
        article = self._view.presenter.article
        if article is None or not article.version.blocks:
            return
        last = article.version.blocks[-1].number
        number, chosen = QInputDialog.getInt(self._view, "Go to paragraph", f"Paragraph, 1 to {last}:", 1, 1, last)
        if chosen:
            self.go_to_paragraph(number)
