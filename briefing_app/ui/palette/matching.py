"""How well a few letters fit a name: the letters in order, better at the starts of words and side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")

START, WORD, RUN, PLAIN = 12, 8, 6, 1
GAP = 0.2


@dataclass(frozen=True, slots=True)
class Match:
    """A fit: the higher ``score`` the better; ``places`` are the indexes of the letters found."""

    score: float
    places: tuple[int, ...]


def match(letters: str, name: str) -> Match | None:
    """Return how ``letters`` fit ``name`` (case and spaces ignored), or None where they do not.

    A name that holds the letters side by side always comes before one that holds them scattered.
    """
    wanted = "".join(letters.casefold().split())
    folded = name.casefold()
    if not wanted:
        return Match(0.0, ())
    if len(folded) != len(name):
        folded = name.lower() if len(name.lower()) == len(name) else name
    return _together(letters.casefold().strip(), folded) or _scattered(wanted, folded)


def best(letters: str, things: Iterable[T], name: Callable[[T], str], limit: int = 50) -> list[tuple[Match, T]]:
    """Return the things whose names fit best, the best first; equals keep their order."""
    fits = [(fit, thing) for thing in things if (fit := match(letters, name(thing))) is not None]
    fits.sort(key=lambda pair: -pair[0].score)
    return fits[:limit]


def _together(letters: str, folded: str) -> Match | None:
    at = _word_start_of(letters, folded)
    if at < 0:
        return None
    bonus = START if at == 0 else WORD if _starts_word(folded, at) else PLAIN
    score = 100 + bonus + RUN * len(letters) - GAP * len(folded) / 4
    return Match(score, tuple(range(at, at + len(letters))))


def _word_start_of(letters: str, folded: str) -> int:
    at = first = folded.find(letters)
    while at > 0:
        if _starts_word(folded, at):
            return at
        at = folded.find(letters, at + 1)
    return 0 if at == 0 else first


def _scattered(wanted: str, folded: str) -> Match | None:
    places: list[int] = []
    score, at = 0.0, -1
    for letter in wanted:
        found = folded.find(letter, at + 1)
        start = next((i for i in range(at + 1, len(folded)) if folded[i] == letter and _starts_word(folded, i)), -1)
        if found < 0:
            return None
        if found != at + 1 and start >= 0 and start - found < 12:
            found = start
        score += RUN if found == at + 1 and places else WORD if _starts_word(folded, found) else PLAIN
        score -= GAP * (found - at - 1 if places else 0)
        places.append(found)
        at = found
    return Match(score - GAP * len(folded) / 4, tuple(places))


def _starts_word(folded: str, at: int) -> bool:
    return at == 0 or not folded[at - 1].isalnum()
