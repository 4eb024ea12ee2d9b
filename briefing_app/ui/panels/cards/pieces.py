"""What a card is made of: plain values in the order in which they stand below each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

CHOOSE = "choose"
"""The deed of a click on a card, and of Enter unless a key says otherwise."""


class Tone(StrEnum):
    """The colour of words, by what they say."""

    PLAIN = "text"
    MUTED = "muted"
    FAINT = "faint"
    WARNING = "warning"
    DANGER = "danger"
    LINK = "accent_ink"


@dataclass(frozen=True, slots=True)
class Caption:
    """A small line in capitals: what the card is about at the left, how it stands at the right."""

    left: str
    right: str = ""
    tone: Tone = Tone.FAINT


@dataclass(frozen=True, slots=True)
class Headline:
    """The card's bold words, behind a stance's pill or a party's dot where there is one; ``right`` is a count."""

    text: str
    stance: str = ""
    dot: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words behind a bar; ``lines`` is the most that are shown, 0 for all."""

    text: str
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words, small or of the window's size; ``lines`` is the most that are shown, 0 for all."""

    text: str
    tone: Tone = Tone.MUTED
    lines: int = 0
    small: bool = True


@dataclass(frozen=True, slots=True)
class Tags:
    """Tags side by side, in as many lines as they need."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """Something to do with the card: ``id`` is told to the view, ``key`` is shown behind the words."""

    id: str
    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Deeds:
    """Deeds side by side; ``quiet`` ones are small."""

    deeds: tuple[Deed, ...]
    quiet: bool = False


Piece = Caption | Headline | Quote | Words | Tags | Deeds


@dataclass(frozen=True, slots=True)
class Card:
    """One row of a panel.

    ``suggested`` cards lie on the ground of what nobody has confirmed; ``edge`` names an annotation colour that
    runs down the left with ``letter`` in it; ``indent`` moves a card to the right, below the one it belongs to.
    A ``heading`` is no card but a label above others.
    """

    pieces: tuple[Piece, ...]
    suggested: bool = False
    edge: str = ""
    letter: str = ""
    indent: int = 0
    heading: bool = False
