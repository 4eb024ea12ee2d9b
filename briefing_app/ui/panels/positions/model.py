"""The list of positions and suggestions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.ui.panels.cards.model import CardModel
from briefing_app.ui.panels.positions import cards
from briefing_app.ui.panels.positions.rows import PositionRow, Row, SuggestionRow

if TYPE_CHECKING:
    from briefing_app.ui.panels.cards.pieces import Card


class PositionModel(CardModel[Row]):
    """Positions of one party, then the suggestions about it."""

    def card(self, row: Row) -> Card:
        """Return the card of a row."""
        return cards.card_of(row)

    def spoken(self, row: Row) -> str:
        """Return the row as a screen reader says it."""
        return cards.spoken(row)

    def tip(self, row: Row) -> str:
        """Return why a suggestion was made, or what a position was before."""
        if isinstance(row, SuggestionRow):
            return cards.suggestion_tip(row.statement)
        return cards.history_tip(row) if isinstance(row, PositionRow) else ""
