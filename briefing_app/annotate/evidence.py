"""What speaks for and against a place being the quoted one: likeness of quote and context, names and numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from briefing_app.annotate.anchoring import names_and_numbers

_SENTENCE_END = re.compile(r"[.!?]['\")\]]*\s|\n")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How well a place fits, each 0 to 1; a side whose context was not stored is None."""

    quote: float
    prefix: float | None
    suffix: float | None

    @property
    def context(self) -> float:
        """Return the better side, 0 when no context was stored."""
        return max(self.prefix or 0.0, self.suffix or 0.0)

    @property
    def has_context(self) -> bool:
        """Say whether any context was stored."""
        return self.prefix is not None or self.suffix is not None

    @property
    def score(self) -> float:
        """Return the weighted whole: quote 50, each stored side 20."""
        sides = [side for side in (self.prefix, self.suffix) if side is not None]
        return (50 * self.quote + 20 * sum(sides)) / (50 + 20 * len(sides))


def likeness(text: str, start: int, end: int, quote: str, prefix: str, suffix: str) -> Likeness:
    """Return how well ``text[start:end]`` fits the quote and its context; all strings normalised."""
    before = text[max(0, start - len(prefix)) : start]
    after = text[end : end + len(suffix)]
    return Likeness(
        quote=Levenshtein.normalized_similarity(quote, text[start:end]),
        prefix=_side(prefix, before) if prefix.strip() else None,
        suffix=_side(suffix[::-1], after[::-1]) if suffix.strip() else None,
    )


def _side(wanted: str, found: str) -> float:
    """Compare two contexts, the ends next to the quote counting double."""
    whole = Levenshtein.normalized_similarity(wanted.strip(), found.strip())
    near = Levenshtein.normalized_similarity(wanted.strip()[-24:], found.strip()[-24:])
    return (whole + 2 * near) / 3 if near < whole else max(whole, (whole + near) / 2)


def swapped(wanted: str, found: str) -> bool:
    """Say whether names or numbers of ``wanted`` are gone from ``found`` and others stand in their place."""
    before, after = _tokens(wanted), _tokens(found)
    return bool(before - after) and bool(after - before)


def other_speaker(text: str, start: int, end: int, prefix: str, suffix: str) -> bool:
    """Say whether the rest of the sentence around a place names others than the stored context does."""
    before = text[max(0, start - len(prefix) - 40) : start]
    after = text[end : end + len(suffix) + 40]
    return swapped(_tail(prefix), _tail(before)) or swapped(_head(suffix), _head(after)[: len(_head(suffix)) + 40])


def _tail(context: str) -> str:
    ends = [match.end() for match in _SENTENCE_END.finditer(context)]
    return context[ends[-1] :] if ends else context


def _head(context: str) -> str:
    match = _SENTENCE_END.search(context)
    return context[: match.start()] if match else context


def _tokens(text: str) -> set[str]:
    """Return names and numbers, the first word of a sentence only when it is capitalised for another reason."""
    found = set(names_and_numbers(text))
    first = _WORD.search(text)
    if first and first.group() in _COMMON_OPENERS:
        found.discard(first.group())
    return {token for token in found if token not in _COMMON_OPENERS}


_COMMON_OPENERS = frozenset(
    "The A An This That These Those It He She They We I In On At By For From With As If But And Or Yet So When While "
    "After Before Since Until Under Over There Here His Her Its Their Our My No Not Both Each All Some Any Such "
    "However Meanwhile Also Still Then Now".split()
)
