"""What a reader does with passages: mark, note, tag, make a statement of, copy, hide; by mouse and by key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication

from briefing_app.domain.annotation import BUILT_IN_TYPES, DEFAULT_TYPE, annotation_type
from briefing_app.ui.reader.announcing import announce
from briefing_app.ui.reader.drafting import draft
from briefing_app.ui.reader.highlights import Layer
from briefing_app.ui.reader.noting import Noting, Span, Target
from briefing_app.ui.reader.selection_bar import SelectionBar
from briefing_app.ui.reader.snapping import snap
from briefing_app.ui.reader.words import citation

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from briefing_app.domain.annotation import Annotation
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.reader.deeds import ReaderDeeds
    from briefing_app.ui.reader.pane import ArticlePane
    from briefing_app.ui.reader.presenter import ReaderPresenter


class PassageCommands(QObject):
    """Acts on the selection; else on the highlight chosen last; else on the paragraph that the caret stands on.

    ``statement_wanted`` carries a `StatementEdit`; ``passage_selected`` the selection whenever it settles.
    """

    statement_wanted = Signal(object)
    passage_selected = Signal(int, int)

    def __init__(
        self, context: UiContext, presenter: ReaderPresenter, deeds: ReaderDeeds, pane: ArticlePane, view: QWidget
    ) -> None:
        super().__init__(view)
        self._context = context
        self._presenter = presenter
        self._deeds = deeds
        self._pane = pane
        self._view = view
        self._surface = pane.surface
        self.snapping = True
        self.standing: Callable[[], Span | None] = _nowhere
        self.bar = SelectionBar(context.theme, view)
        self.noting = Noting(context, deeds, self._marked_usual, view)
        self.bar.type_chosen.connect(self.mark_as)
        self.noting.ended.connect(self._surface.setFocus)
        self._surface.selection_settled.connect(self._selection_settled)
        self._surface.caret_moved.connect(self._let_go)
        pane.notes.chosen.connect(self.choose)
        pane.notes.edit_wanted.connect(self._edit_card)

    # what is meant

    def span(self) -> Span | None:
        """Return the selected passage, or None."""
        start, end = self._surface.selected_span()
        return (start, end) if start < end else None

    def chosen(self) -> Annotation | None:
        """Return the highlight chosen last, unless text is selected."""
        return self._presenter.annotation(self._surface.marks.selected) if self.span() is None else None

    def choose(self, ident: str, *, bring: bool = False) -> None:
        """Choose a highlight and offer what can be done with it; "" chooses none."""
        annotation = self._presenter.annotation(ident)
        self._surface.drop_selection()
        self._surface.select_mark(ident if annotation else "")
        self._pane.notes.select(ident if annotation else "")
        if annotation is None:
            self.bar.hide()
            return
        anchor = annotation.anchor
        if bring:
            self._presenter.open_removed(anchor.start, anchor.end)
            self._surface.bring_into_view(anchor.start, anchor.end)
        self.bar.for_annotation(annotation, with_note=not self._surface.notes_beside)
        self.bar.show_at(self.place_of(anchor.start, anchor.end))
        announce(self._view, f"{annotation.type}: {anchor.exact}. {annotation.note}")

    def place_of(self, start: int, end: int) -> QRect:
        """Return the passage's rectangle in the view's pixels, cut to what is in view."""
        viewport = self._surface.viewport()
        rect = self._surface.rect_of(start, end).intersected(viewport.rect())
        rect.moveTo(viewport.mapTo(self._view, rect.topLeft()))
        return rect

    def put_away(self) -> bool:
        """Close the innermost thing that is open, then drop selection and choice; say whether there was any."""
        if self.noting.put_away():
            return True
        if self.bar.isVisible() or self.span() is not None or self._surface.marks.selected:
            self.bar.hide()
            self._surface.drop_selection()
            self._surface.select_mark("")
            self._pane.notes.select("")
            return True
        return False

    def text_changed(self) -> None:
        """Hear that another article is shown: what was begun on the one before is kept or closed."""
        self.noting.leave()
        self.bar.hide()
        self._surface.select_mark("")

    # actions

    def highlight(self) -> None:
        """Highlight the selection in the usual type."""
        self.mark_as(DEFAULT_TYPE)

    def mark_as(self, name: str) -> None:
        """Highlight the selection as ``name``, or give the chosen highlight that type."""
        kind = annotation_type(name)
        article, chosen = self._presenter.article, self.chosen()
        span = self.span() or (self.standing() if chosen is None else None)
        if article is None:
            return
        if span is not None:
            then = partial(self._marked, kind.name)
            self._deeds.highlight(article.article.id, span, kind.name, then=then)
        elif chosen is not None:
            self._deeds.retype(chosen.id, kind.name, partial(self._retyped, kind.name))
        else:
            self._context.messages.tell("Select a passage first, then choose its type.")

    def mark_by_key(self, number: int) -> None:
        """Do the same for the type of key ``number``."""
        kind = next((one for one in BUILT_IN_TYPES if one.key == number), None)
        if kind is not None:
            self.mark_as(kind.name)

    def mark_paragraph(self, span: Span) -> None:
        """Highlight a whole paragraph."""
        article = self._presenter.article
        if article is not None and span[0] < span[1]:
            self._deeds.highlight(article.article.id, span, DEFAULT_TYPE, then=partial(self._marked, DEFAULT_TYPE))

    def annotate(self) -> None:
        """Write a note on the selection or on the chosen highlight."""
        target = self._aim()
        if target is not None:
            self.bar.hide()
            self.noting.write_note(target, self._presenter.annotation(target.annotation), self.place_of(*target.span))

    def tag(self) -> None:
        """Tag the selection or the chosen highlight."""
        target = self._aim()
        if target is not None:
            self.bar.hide()
            self.noting.write_tags(target, self._presenter.annotation(target.annotation), self.place_of(*target.span))

    def statement(self) -> None:
        """Ask for a statement on the selection or on the chosen highlight."""
        target = self._aim()
        article = self._presenter.article
        if target is None or article is None:
            return
        chosen = self._presenter.annotation(target.annotation)
        self.bar.hide()
        self.statement_wanted.emit(draft(article, *target.span, chosen.type if chosen else ""))

    def copy_citation(self) -> None:
        """Copy the passage with where it stands."""
        target, article = self._aim(), self._presenter.article
        if target is None or article is None:
            return
        quote = self._surface.shown_words(*target.span)
        block = article.version.block_at(target.span[0])
        QGuiApplication.clipboard().setText(citation(article.article, quote, block.number if block else 0))
        self._context.messages.tell("Copied with its source.")

    def hide_passage(self) -> None:
        """Take the selection out of view in this article."""
        self._hide(always=False)

    def hide_always(self) -> None:
        """Take the selection out of view here and in all articles of this site to come."""
        self._hide(always=True)

    def delete_highlight(self) -> None:
        """Delete the chosen highlight."""
        chosen = self.chosen()
        if chosen is not None:
            self.bar.hide()
            self._surface.select_mark("")
            self._deeds.delete(chosen.id)
            announce(self._view, "Highlight deleted")

    def next_highlight(self) -> None:
        """Choose the next highlight of the article."""
        self._step(1)

    def previous_highlight(self) -> None:
        """Choose the highlight before."""
        self._step(-1)

    # inside

    def _step(self, by: int) -> None:
        index = self._surface.highlights.layer(Layer.ANNOTATION)
        chosen = self.chosen()
        if chosen is not None:
            here = chosen.anchor.start
        else:
            here = self._surface.top_offset() - (1 if by > 0 else 0)
        mark = index.after(here) if by > 0 else index.before(here)
        if mark is None:
            self._context.messages.tell("This article has no highlights yet. Select a passage and press H.")
            return
        self.choose(mark.ref, bring=True)

    def _aim(self) -> Target | None:
        """Return what an action is meant for; say what to do where there is nothing."""
        article, span, chosen = self._presenter.article, self.span(), self.chosen()
        if article is not None and span is not None:
            return Target(article.article.id, span)
        if article is not None and chosen is not None:
            return Target(article.article.id, (chosen.anchor.start, chosen.anchor.end), chosen.id)
        if article is not None and (standing := self.standing()) is not None:
            return Target(article.article.id, standing)
        if article is not None:
            self._context.messages.tell("Select a passage first.")
        return None

    def _hide(self, *, always: bool) -> None:
        article, span = self._presenter.article, self.span()
        if article is None or span is None:
            self._context.messages.tell("Select the passage to hide first.")
            return
        self.bar.hide()
        self._surface.drop_selection()
        self._deeds.hide(article.article.id, span, always=always)

    def _let_go(self) -> None:
        """Choose no highlight any more: the caret went on, and what is done next is meant for where it stands."""
        if self.span() is None:
            self.bar.hide()
            self._surface.select_mark("")
            self._pane.notes.select("")

    def _selection_settled(self) -> None:
        span = self.span()
        if span is None:
            if not self._surface.marks.selected:
                self.bar.hide()
            return
        by_hand = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.AltModifier)
        article = self._presenter.article
        if self.snapping and not by_hand and article is not None:
            snapped = snap(article.version.text, *span)
            if snapped != span and snapped[0] < snapped[1]:
                self._surface.select(*snapped)
                span = snapped
        self._surface.select_mark("")
        self._pane.notes.select("")
        self.bar.for_selection()
        self.bar.show_at(self.place_of(*span))
        self.passage_selected.emit(*span)

    def _marked(self, name: str, annotation: Annotation) -> None:
        self.bar.hide()
        self._surface.drop_selection()
        self._surface.select_mark(annotation.id)
        self._pane.notes.select(annotation.id)
        announce(self._view, "Highlight added")
        self._ask_statement(name, annotation)

    def _retyped(self, name: str, annotation: Annotation) -> None:
        self.bar.hide()
        announce(self._view, f"Now {name}")
        self._ask_statement(name, annotation)

    def _ask_statement(self, name: str, annotation: Annotation) -> None:
        article = self._presenter.article
        same = article is not None and article.article.id == annotation.article
        if annotation_type(name).opens_statement and article is not None and same:
            self.statement_wanted.emit(draft(article, annotation.anchor.start, annotation.anchor.end, name))

    def _edit_card(self, ident: str) -> None:
        self.choose(ident)
        self.annotate()

    def _marked_usual(self, annotation: Annotation) -> None:
        self._marked(DEFAULT_TYPE, annotation)


def _nowhere() -> Span | None:
    return None
