"""The cards of the evidence column, how they are read out, and the mark that is dragged from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt

from briefing_app.ui.note.evidence import EvidenceRow, HeadingRow, NewsRow, Row, SeenRow, WordsRow
from briefing_app.ui.note.marks import DAGGER, citation_mark
from briefing_app.ui.note.news import sign
from briefing_app.ui.panels.cards.model import CardModel
from briefing_app.ui.panels.cards.pieces import Caption, Card, Deed, Deeds, Headline, Piece, Quote, Words
from briefing_app.ui.panels.words import day, near_day, quoted, said_by
from briefing_app.ui.reader.words import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.position import Statement

CITE, CONFIRM, OPEN, SHOW, SEEN = "cite", "confirm", "open", "show", "seen"
_Index = QModelIndex | QPersistentModelIndex


class EvidenceModel(CardModel[Row]):
    """Evidence of the section, what is new, other evidence; a card of evidence can be dragged into a text."""

    def __init__(self) -> None:
        super().__init__()
        self._known: tuple[str, ...] = ()

    def take_known(self, statements: Sequence[Statement]) -> None:
        """Take the statements among which a mark must be told apart."""
        self._known = tuple(str(one.id) for one in statements)

    def mark_of(self, key: str) -> str:
        """Return the mark that cites a card's statement, or nothing where the card has none."""
        return citation_mark(key, self._known) if key in self._known else ""

    def card(self, row: Row) -> Card:
        """Return the card of a row."""
        match row:
            case HeadingRow():
                return Card((Caption(row.text),), heading=True)
            case WordsRow():
                return Card((Words(row.text),))
            case EvidenceRow():
                return _evidence(row)
            case NewsRow():
                return _news(row)
            case SeenRow():
                return Card((Deeds((Deed(SEEN, "Take all as seen"),)),))

    def spoken(self, row: Row) -> str:
        """Return the row as a screen reader says it."""
        match row:
            case HeadingRow() | WordsRow():
                return row.text
            case EvidenceRow():
                one = row.statement
                parts = (_who(one), str(one.stance), _quote(one), source_words(row))
                return ". ".join(part for part in parts if part)
            case NewsRow():
                return f"{_who_moved(row)}, {news_words(row)}"
            case SeenRow():
                return "Take all as seen"

    def tip(self, row: Row) -> str:
        """Return why a suggestion was made."""
        if isinstance(row, EvidenceRow) and not row.statement.status.counts:
            return visible(row.statement.why) or "Suggested by the machine; nobody has confirmed it yet."
        return ""

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let cards of evidence be dragged."""
        flags = super().flags(index)
        row = self.row(index.row()) if index.isValid() else None
        return flags | Qt.ItemFlag.ItemIsDragEnabled if isinstance(row, EvidenceRow) else flags

    def mimeTypes(self) -> list[str]:
        """Give plain text."""
        return ["text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the mark of the card that is dragged."""
        data = QMimeData()
        rows = (self.row(index.row()) for index in indexes)
        data.setText("".join(self.mark_of(row.key) for row in rows if row is not None))
        return data


def source_words(row: EvidenceRow) -> str:
    """Return who said it, when, its grade and the notes that cite it: "Palace aide · 22 Dec 2025 · B2 · cited as 1"."""
    statement = row.statement
    cited = f"cited as {', '.join(str(one) for one in row.numbers)}" if row.numbers else ""
    when = day(statement.said_on or statement.reported_on)
    unsure = "" if statement.status.counts else "not confirmed"
    parts = (said_by(statement, visible(row.place)), when, row.grade, cited, unsure)
    return " · ".join(part for part in parts if part)


def news_words(row: NewsRow) -> str:
    """Return how a position stood before: "was undecided on 15 Dec"."""
    now = row.new.position.current
    today = (now.said_on or now.reported_on) if now is not None else ""
    if row.new.before is None:
        return f"{row.new.position.stance}, the first stated position"
    when = f" on {near_day(row.new.before_day, today)}" if row.new.before_day else ""
    if row.new.moved:
        return f"now {row.new.position.stance}; was {row.new.before}{when}"
    return f"said again on {day(today)}" if today else "said again"


def _evidence(row: EvidenceRow) -> Card:
    statement = row.statement
    suggested = not statement.status.counts
    pieces: list[Piece] = [
        Headline(_who(statement) + (f" {DAGGER}" if suggested else ""), str(statement.stance)),
        Quote(_quote(statement), 3),
        Words(source_words(row)),
    ]
    deeds = [Deed(CITE, "Drag or press Enter to cite")] if row.citing else []
    deeds += [Deed(CONFIRM, "Confirm", "A")] if suggested else []
    pieces.append(Deeds((*deeds, Deed(OPEN, "Open", "O"))))
    return Card(tuple(pieces), suggested=suggested)


def _news(row: NewsRow) -> Card:
    head = Headline(f"{_who_moved(row)} {sign(row.new)}")
    return Card((head, Words(news_words(row)), Deeds((Deed(SHOW, "Show in Positions"),))))


def _who_moved(row: NewsRow) -> str:
    return f"{visible(row.new.position.party)} · {visible(row.new.position.issue)}"


def _who(statement: Statement) -> str:
    return f"{visible(', '.join(statement.parties))} · {visible(statement.issue)}"


def _quote(statement: Statement) -> str:
    return quoted(statement.evidence[0].exact) if statement.evidence else ""
