"""The list of names, each group under its heading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.ui.counted import counted
from briefing_app.ui.panels.cards.model import CardModel
from briefing_app.ui.panels.cards.pieces import Caption, Card, Headline, Piece, Tone, Words
from briefing_app.ui.reader.words import visible

if TYPE_CHECKING:
    from briefing_app.ui.panels.entities.grouping import Named

MOST_SURFACES = 8


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """The name of a group and how many it holds."""

    text: str
    count: int

    @property
    def key(self) -> str:
        """Return the heading's key."""
        return f"heading:{self.text}"


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name; ``place`` is the mention stepped to last, from 1, or 0."""

    named: Named
    place: int = 0

    @property
    def key(self) -> str:
        """Return the name's key."""
        return self.named.key

    @property
    def why(self) -> str:
        """Return why the mention stepped to, or the first, means whom it means."""
        return self.named.mentions[max(self.place - 1, 0)].why


Row = HeadingRow | NameRow


class EntityModel(CardModel[Row]):
    """Names by group."""

    def card(self, row: Row) -> Card:
        """Return the card of a row."""
        if isinstance(row, HeadingRow):
            return Card((Caption(row.text, str(row.count)),), heading=True)
        named = row.named
        count = len(named.mentions)
        place = f"{row.place} of {count}" if row.place else str(count)
        pieces: list[Piece] = [Headline(visible(named.name), dot=named.colour, right=place)]
        others = other_surfaces(named)
        if others:
            pieces.append(Words(others, lines=2))
        if row.place and row.why:
            pieces.append(Words(visible(row.why), Tone.FAINT, 3))
        return Card(tuple(pieces))

    def spoken(self, row: Row) -> str:
        """Return the row as a screen reader says it."""
        if isinstance(row, HeadingRow):
            return f"{row.text}, {row.count}"
        named = row.named
        party = f", party {named.party}" if named.party else ""
        place = f", {row.place} of {len(named.mentions)}" if row.place else ""
        others = other_surfaces(named)
        why = f". {row.why}" if row.place and row.why else ""
        return f"{named.name}, {counted(len(named.mentions), 'mention')}{place}{party}" + (
            f"; also {others}{why}" if others else why
        )

    def tip(self, row: Row) -> str:
        """Return why the first mention means whom it means."""
        return visible(row.why) if isinstance(row, NameRow) else ""


def other_surfaces(named: Named) -> str:
    """Return the words by which the text names it, unless they are the name alone."""
    words = [visible(text) for text in named.surfaces]
    if words == [visible(named.name)]:
        return ""
    shown = ", ".join(words[:MOST_SURFACES])
    return f"{shown}, …" if len(words) > MOST_SURFACES else shown
