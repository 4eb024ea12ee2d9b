"""What the palette lists."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing_app.ui.palette.matching import Match, best


class EntryKind(StrEnum):
    """Kinds of entry, as shown at their right."""

    ACTION = "action"
    DOSSIER = "dossier"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: ``ref`` is the action's, dossier's or article's id; ``hint`` its key or what it is."""

    kind: EntryKind
    text: str
    ref: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """An entry and the letters of it that were found."""

    entry: Entry
    places: tuple[int, ...] = ()


def found_in(letters: str, actions: list[Entry], dossiers: list[Entry], articles: list[Entry]) -> list[Found]:
    """Return what fits ``letters``: actions and dossiers by fit, then the articles the library found, in its order."""
    fits: list[tuple[Match, Entry]] = best(letters, [*actions, *dossiers], lambda entry: entry.text)
    return [Found(entry, fit.places) for fit, entry in fits] + [Found(entry) for entry in articles]
