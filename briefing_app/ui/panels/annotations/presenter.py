"""Decides which marks the panel shows, in which order, and writes what the reader does with them."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Protocol

from briefing_app.domain.anchor import AnchorState
from briefing_app.domain.annotation import BUILT_IN_TYPES, Annotation
from briefing_app.ui.panels.annotations.model import DELETE, KEEP, REANCHOR, NoteRow
from briefing_app.ui.panels.cards.pieces import CHOOSE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.reading import OpenArticle
    from briefing_app.ui.context import UiContext

NOTE = "note"
_TYPES = [one.name for one in BUILT_IN_TYPES]


class Order(StrEnum):
    """How marks are sorted."""

    PLACE = "By place"
    TYPE = "By type"
    TIME = "Latest first"


class Page(Protocol):
    """What the presenter asks of the panel."""

    def show_filters(self, types: Sequence[tuple[str, int]], tags: Sequence[tuple[str, int]], chosen: str) -> None:
        """Show what can be filtered by: types and tags with their counts; ``chosen`` as `filter` takes it."""

    def show_rows(self, rows: Sequence[NoteRow], count: int) -> None:
        """Show marks; ``count`` is how many there are, filtered or not."""

    def show_empty(self, title: str, text: str) -> None:
        """Show that there is nothing, and why."""

    def reveal(self, start: int, end: int) -> None:
        """Show a passage."""

    def edit_note(self, key: str) -> None:
        """Open the field for a note."""

    def reanchor(self, key: str) -> None:
        """Ask for a mark to be moved to the passage that is selected in the text."""


class AnnotationsPresenter:
    """Knows the marks of the open article."""

    def __init__(self, context: UiContext, page: Page) -> None:
        self._context = context
        self._page = page
        self._article: OpenArticle | None = None
        self._order = Order.PLACE
        self._chosen = ""

    def show(self, article: OpenArticle | None) -> None:
        """Show the marks of an article."""
        self._article = article
        self._render()

    def sort(self, order: Order) -> None:
        """Show the marks in another order."""
        self._order = order
        self._render()

    def filter(self, chosen: str) -> None:
        """Show only what is of ``type:…`` or ``tag:…``; all for an empty text."""
        self._chosen = chosen
        self._render()

    def do(self, key: str, deed: str) -> None:
        """Do what the user asked of the mark of ``key``."""
        one = self.annotation(key)
        if one is None:
            return
        if deed == CHOOSE and one.anchor.placed:
            self._page.reveal(one.anchor.start, one.anchor.end)
        elif deed == CHOOSE:
            self._context.messages.tell("This passage has no certain place in the text any more; the mark is kept.")
        elif deed == NOTE:
            self._page.edit_note(key)
        elif deed == KEEP:
            work = partial(self._context.services.annotating.confirm_anchor, key)
            self._context.runner.write(work, partial(self._done, "Highlight kept here."))
        elif deed == REANCHOR:
            self._page.reanchor(key)
        elif deed == DELETE:
            gone = partial(self._context.services.annotating.delete, [key])
            self._context.runner.write(gone, partial(self._done, "Highlight deleted."))

    def annotation(self, key: str) -> Annotation | None:
        """Return the mark of a key."""
        marks = self._article.annotations if self._article is not None else ()
        return next((one for one in marks if one.id == key), None)

    def set_note(self, key: str, note: str) -> None:
        """Keep a note."""
        work = partial(self._context.services.annotating.edit, key, note=note)
        self._context.runner.write(work)

    def set_type(self, key: str, type: str) -> None:
        """Make a mark one of another type."""
        work = partial(self._context.services.annotating.edit, key, type=type)
        self._context.runner.write(work)

    def set_tags(self, key: str, words: str) -> None:
        """Give a mark the tags of a text with commas."""
        work = partial(self._context.services.annotating.edit, key, tags=words.split(","))
        self._context.runner.write(work)

    def _done(self, sentence: str, answer: object) -> None:
        del answer
        self._context.messages.offer_undo(sentence)

    def _render(self) -> None:
        article = self._article
        if article is None:
            self._page.show_empty("No article open", "Open an article to see what you marked in it.")
            return
        if not article.annotations:
            text = "Select a passage and press H to highlight it, N to write a note on it."
            self._page.show_empty("Nothing marked yet", text)
            return
        types = Counter(one.type for one in article.annotations)
        tags = Counter(tag for one in article.annotations for tag in one.tags)
        if self._chosen and not any(_matches(one, self._chosen) for one in article.annotations):
            self._chosen = ""
        self._page.show_filters(
            sorted(types.items(), key=lambda item: _type_order(item[0])), sorted(tags.items()), self._chosen
        )
        shown = [one for one in article.annotations if _matches(one, self._chosen)]
        self._page.show_rows([NoteRow(one) for one in sorted(shown, key=self._place)], len(article.annotations))

    def _place(self, one: Annotation) -> tuple[object, ...]:
        place = (one.anchor.state is AnchorState.ORPHAN, one.anchor.start, one.anchor.end, one.seq)
        match self._order:
            case Order.TYPE:
                return (_type_order(one.type), *place)
            case Order.TIME:
                return (_reversed(one.modified or one.created), *place)
            case _:
                return place


def _matches(one: Annotation, chosen: str) -> bool:
    kind, _, value = chosen.partition(":")
    return not chosen or (one.type == value if kind == "type" else value in one.tags)


def _type_order(name: str) -> tuple[int, str]:
    return (_TYPES.index(name) if name in _TYPES else len(_TYPES), name.casefold())


def _reversed(moment: str) -> tuple[int, ...]:
    return tuple(-ord(character) for character in moment)
