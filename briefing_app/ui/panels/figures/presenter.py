"""Decides what the panel of figures shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from briefing_app.domain.article import block_at, is_hidden
from briefing_app.domain.entity import FigureKind
from briefing_app.domain.sentences import sentence_spans
from briefing_app.ui.panels.cards.pieces import CHOOSE
from briefing_app.ui.panels.figures.model import FigureRow, also_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing_app.domain.figures import Sightings
    from briefing_app.domain.reading import OpenArticle

_MOST_TITLES = 6
OWN_TYPE = "Figure"
"""The highlight type by which a reader marks a figure himself."""
NONE_YET = "No figures in this article yet"
HOW_SHORT = "Sums, percentages and counts appear here as they are found. Select one in the text and press 3 to add it."
HOW_TITLE = "How figures are tracked"
HOW = (
    "When an article comes in, its sums of money, percentages, counts and dates are read from the text that is in "
    "view. Each keeps the sentence it stands in, what it measures and who says so. “Monday” becomes the Monday that "
    "goes with the article’s date. A figure that stands in other articles of the dossier too says in how many, and "
    "since when. Passages you mark as Figure (key 3) stand here too."
)


class Page(Protocol):
    """What the presenter asks of the panel."""

    def show_kinds(self, kinds: Sequence[tuple[FigureKind, int]], chosen: FigureKind | None) -> None:
        """Show which kinds there are and how many of each."""

    def show_rows(self, rows: Sequence[FigureRow], count: int) -> None:
        """Show figures; ``count`` is how many there are, filtered or not."""

    def show_empty(self, title: str, text: str, button: str) -> None:
        """Show that there is nothing, and why."""

    def reveal(self, start: int, end: int) -> None:
        """Show a passage."""


class FiguresPresenter:
    """Knows the figures of the open article."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._article: OpenArticle | None = None
        self._rows: tuple[FigureRow, ...] = ()
        self._kind: FigureKind | None = None
        self._explaining = False

    def show(self, article: OpenArticle | None) -> None:
        """Show the figures of an article."""
        self._article = article
        self._rows = rows_of(article) if article is not None else ()
        self._explaining = False
        self._render()

    def add_sightings(self, article: str, found: Mapping[tuple[FigureKind, str, str], Sightings]) -> None:
        """Tell with each figure in which other articles it stands; too late for an article that was left."""
        if self._article is None or self._article.article.id != article or not found:
            return
        self._rows = tuple(_seen(row, found) for row in self._rows)
        self._render()

    def choose_kind(self, kind: FigureKind | None) -> None:
        """Show one kind only, or all."""
        self._kind = kind
        self._render()

    def explain(self) -> None:
        """Say how figures are tracked, or go back from that."""
        self._explaining = not self._explaining
        self._render()

    def do(self, key: str, deed: str) -> None:
        """Reveal the figure of ``key``."""
        row = next((one for one in self._rows if one.key == key), None)
        if row is not None and deed == CHOOSE:
            self._page.reveal(row.start, row.end)

    def _render(self) -> None:
        if self._rows:
            kinds = [(kind, sum(1 for row in self._rows if row.kind is kind)) for kind in FigureKind]
            present = [(kind, count) for kind, count in kinds if count]
            if self._kind not in [kind for kind, _ in present]:
                self._kind = None
            self._page.show_kinds(present, self._kind)
            shown = [row for row in self._rows if self._kind is None or row.kind is self._kind]
            self._page.show_rows(shown, len(self._rows))
        elif self._article is None:
            self._page.show_empty("No article open", "Open an article to see its sums, percentages and dates.", "")
        elif self._article.analysis is None:
            self._page.show_empty(NONE_YET, "They appear when the article has been analysed.", "")
        elif self._explaining:
            self._page.show_empty(HOW_TITLE, HOW, "Back")
        else:
            self._page.show_empty(NONE_YET, HOW_SHORT, HOW_TITLE)


def rows_of(article: OpenArticle) -> tuple[FigureRow, ...]:
    """Return the figures in view and the passages marked as figures, in the order of the text."""
    rows = []
    for one in article.analysis.figures if article.analysis else ():
        if not is_hidden(one.start, one.end, article.removals):
            sentence, at = sentence_at(article, one.start, one.end)
            rows.append(
                FigureRow(
                    one.kind,
                    one.start,
                    one.end,
                    one.text,
                    one.value,
                    one.measures,
                    one.claimed_by,
                    sentence,
                    _paragraph(article, one.start),
                    at=at,
                )
            )
    for note in article.annotations:
        anchor = note.anchor
        if note.type == OWN_TYPE and anchor.state.value in ("anchored", "changed"):
            sentence, at = sentence_at(article, anchor.start, anchor.end)
            rows.append(
                FigureRow(
                    None,
                    anchor.start,
                    anchor.end,
                    anchor.exact,
                    measures=note.note,
                    sentence=sentence,
                    paragraph=anchor.paragraph,
                    at=at,
                )
            )
    return tuple(sorted(rows, key=lambda row: (row.start, row.kind is None)))


def _seen(row: FigureRow, found: Mapping[tuple[FigureKind, str, str], Sightings]) -> FigureRow:
    where = found.get((row.kind, row.value, row.measures)) if row.kind is not None else None
    if where is None:
        return row
    return replace(row, also=also_words(where), where=tuple(one.title for one in where.articles[:_MOST_TITLES]))


def sentence_at(article: OpenArticle, start: int, end: int) -> tuple[str, int]:
    """Return the sentence that holds a passage, as much of it as is in its block, and where in it the passage is."""
    block = block_at(article.version.blocks, start)
    low, high = (block.start, block.end) if block is not None else (0, len(article.version.text))
    for begin, finish in sentence_spans(article.version.text, low, max(high, end)):
        if begin <= start < finish:
            return article.version.text[begin:finish], start - begin
    return article.version.text[start:end], 0


def _paragraph(article: OpenArticle, offset: int) -> int:
    block = block_at(article.version.blocks, offset)
    return block.number if block is not None else 0
