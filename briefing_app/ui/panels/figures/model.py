"""The list of figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.entity import FigureKind
from briefing_app.ui.counted import counted
from briefing_app.ui.editors.dates import read_date
from briefing_app.ui.panels.cards.model import CardModel
from briefing_app.ui.panels.cards.pieces import Caption, Card, Headline, Piece, Quote, Words
from briefing_app.ui.panels.figures.values import readable
from briefing_app.ui.panels.words import quoted
from briefing_app.ui.reader.words import date_words, visible

if TYPE_CHECKING:
    from briefing_app.domain.figures import Sightings

KIND_WORDS = {
    FigureKind.MONEY: "Money",
    FigureKind.PERCENT: "Percentages",
    FigureKind.NUMBER: "Numbers",
    FigureKind.DATE: "Dates",
}
_TWO_LINES = 70
"""Letters that the two lines of a card's quotation surely show."""
_LEAD = 30
"""Letters that stand before a figure at least."""
_ONE = {
    FigureKind.MONEY: "sum",
    FigureKind.PERCENT: "percentage",
    FigureKind.NUMBER: "number",
    FigureKind.DATE: "date",
}


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure with the sentence it stands in; ``kind`` is None for a passage the reader marked as a figure.

    ``at`` is where in the sentence the figure begins.
    """

    kind: FigureKind | None
    start: int
    end: int
    text: str
    value: str = ""
    measures: str = ""
    claimed_by: str = ""
    sentence: str = ""
    paragraph: int = 0
    also: str = ""
    where: tuple[str, ...] = ()
    at: int = 0

    @property
    def key(self) -> str:
        """Return where the figure stands, and whose it is."""
        return f"figure:{self.kind or 'own'}:{self.start}-{self.end}"

    @property
    def headline(self) -> str:
        """Return the value as people read it; a date that the text does not spell out with the text's word first."""
        if self.kind is None:
            return visible(self.text)
        words = readable(self.kind, self.value)
        text = visible(" ".join(self.text.split()))
        if self.kind is FigureKind.DATE and read_date(text) != self.value:
            return f"{text} → {words}"
        return words


def _around(row: FigureRow) -> str:
    """Return the sentence, or what stands a few words before the figure and after, so that two lines show it."""
    if row.at + len(row.text) <= _TWO_LINES:
        return row.sentence
    return "…" + row.sentence[row.sentence.rfind(" ", 0, row.at - _LEAD) + 1 :]


def also_words(found: Sightings) -> str:
    """Return in how many other articles a figure stands, and since when: "also in 3 articles, since 4 Mar 2026"."""
    since = f", since {date_words(found.since, short=True)}" if found.since else ""
    return f"also in {counted(len(found.articles), 'article')}{since}"


class FigureModel(CardModel[FigureRow]):
    """Figures in the order of the text."""

    def card(self, row: FigureRow) -> Card:
        """Return the card of a figure."""
        where = f"¶ {row.paragraph}" if row.paragraph else ""
        caption = Caption(_ONE[row.kind] if row.kind else "marked by you", where)
        pieces: list[Piece] = [caption, Headline(row.headline)]
        if row.measures:
            pieces.append(Words(visible(row.measures), small=False))
        if row.sentence:
            pieces.append(Quote(quoted(_around(row)), 2))
        if row.claimed_by:
            pieces.append(Words(f"according to {visible(row.claimed_by)}"))
        if row.also:
            pieces.append(Words(row.also))
        return Card(tuple(pieces))

    def spoken(self, row: FigureRow) -> str:
        """Return the figure as a screen reader says it."""
        said = f"according to {row.claimed_by}" if row.claimed_by else ""
        return ". ".join(
            part for part in (row.headline.replace("→", "is"), row.measures, said, row.sentence, row.also) if part
        )

    def tip(self, row: FigureRow) -> str:
        """Return the words of the text where the card shows a normalised value."""
        if not row.kind:
            return ""
        lines = [f"In the text: “{visible(row.text)}”", *(f"Also in: {visible(title)}" for title in row.where)]
        return "\n".join(lines)
