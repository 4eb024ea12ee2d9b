"""Finding a stored passage again in another text, and saying so honestly: anchored, changed, ambiguous or orphan.

A passage that was deleted must become an orphan; one whose names or numbers were swapped is another
passage. Hypothesis's scoring serves as the start; the gates that follow it are ours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from briefing_app.annotate.evidence import Likeness, likeness, other_speaker, swapped
from briefing_app.annotate.normal import Normalised, normalised
from briefing_app.domain.anchor import CONTEXT, AnchorState, Resolution

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


VERBATIM_CONTEXT, FUZZY_CONTEXT, FUZZY_QUOTE, MARGIN = 0.6, 0.7, 0.5, 0.05
ONE_SIDED, ALONE = 0.8, 0.85
"""Likeness of quote asked for where only one side of its context still stands, and where none was stored."""
DISTINCTIVE = 48
"""Characters from which a quote that stands once is taken for the same even where its context changed."""
_MOST_PLACES = 400
_MOST_STARTS = 8
_ORPHAN = Resolution(AnchorState.ORPHAN, None, None, 0.0)


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    fit: Likeness


class Resolver:
    """Finds passages in one text; made once for many passages."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _normal(self) -> Normalised:
        return normalised(self.text)

    def find(
        self, quote: str, prefix: str = "", suffix: str = "", start: int | None = None, end: int | None = None
    ) -> Resolution:
        """Return where ``quote`` lies now; ``start`` and ``end`` tell where it stood in the old text."""
        if not quote.strip():
            return _ORPHAN
        wanted = normalised(quote).text.strip()
        before, after = normalised(prefix[-CONTEXT:]).text, normalised(suffix[:CONTEXT]).text
        exact = self._verbatim(wanted, before, after)
        if exact:
            return self._choose_verbatim(exact, wanted, before, after, start)
        return self._choose_fuzzy(wanted, before, after)

    def _choose_verbatim(
        self, places: list[_Place], wanted: str, before: str, after: str, start: int | None
    ) -> Resolution:
        if not places[0].fit.has_context:
            return self._without_context(places, wanted, start)
        text = self._normal.text
        fitting = [
            place
            for place in places
            if place.fit.context >= VERBATIM_CONTEXT and not other_speaker(text, place.start, place.end, before, after)
        ]
        if fitting:
            return self._clearest(fitting, AnchorState.ANCHORED, start)
        near = [place for place in places if _sides(place.fit) >= FUZZY_CONTEXT]
        if near:
            return self._clearest(near, AnchorState.CHANGED, start)
        if len(places) == 1 and len(wanted) >= DISTINCTIVE:
            alone = places[0]
            if not other_speaker(text, alone.start, alone.end, before, after):
                return self._resolution(alone, AnchorState.CHANGED)
        return self._choose_fuzzy(wanted, before, after, forbidden=places)

    def _without_context(self, places: list[_Place], wanted: str, start: int | None) -> Resolution:
        here = [place for place in places if start is not None and self._normal.original_start(place.start) == start]
        if here or len(places) == 1:
            return self._resolution((here or places)[0], AnchorState.ANCHORED)
        return self._ambiguous(places)

    def _choose_fuzzy(self, wanted: str, before: str, after: str, forbidden: Iterable[_Place] = ()) -> Resolution:
        text = self._normal.text
        taken = {(place.start, place.end) for place in forbidden}
        good: dict[tuple[int, int], _Place] = {}
        for start, end in self._candidates(wanted, before, after):
            snapped = _snapped(text, start, end)
            if snapped in taken or snapped in good:
                continue
            place = _Place(*snapped, likeness(text, *snapped, wanted, before, after))
            if self._passes(place, wanted, before, after):
                good[snapped] = place
        if not good:
            return _ORPHAN
        return self._clearest(_apart(good.values()), AnchorState.CHANGED, None)

    def _passes(self, place: _Place, wanted: str, before: str, after: str) -> bool:
        found = self._normal.text[place.start : place.end]
        if swapped(wanted, found) or place.fit.quote < self._least_likeness(place.fit):
            return False
        return not other_speaker(self._normal.text, place.start, place.end, before, after)

    @staticmethod
    def _least_likeness(fit: Likeness) -> float:
        """Return how like the quote must be: less where both sides of it still stand, never enough where none does."""
        if not fit.has_context:
            return ALONE
        if _sides(fit) >= FUZZY_CONTEXT:
            return FUZZY_QUOTE
        return ONE_SIDED if fit.context >= FUZZY_CONTEXT else 2.0

    def _verbatim(self, wanted: str, before: str, after: str) -> list[_Place]:
        text = self._normal.text
        left = _bound(before[-1:], wanted[0])
        right = _bound(after[:1], wanted[-1])
        pattern = ("(?<!\\w)" if left else "") + re.escape(wanted) + ("(?!\\w)" if right else "")
        places: list[_Place] = []
        for match in re.finditer(f"(?={pattern})", text):
            start, end = match.start(), match.start() + len(wanted)
            places.append(_Place(start, end, likeness(text, start, end, wanted, before, after)))
            if len(places) >= _MOST_PLACES:
                break
        return sorted(places, key=_score, reverse=True)

    def _candidates(self, wanted: str, before: str, after: str) -> Iterator[tuple[int, int]]:
        text, size = self._normal.text, len(wanted)
        room = size + size // 2 + 24
        ends = _ends_of(text, before)
        starts = _starts_of(text, after)
        for begin in ends:
            for finish in starts:
                if 0 < finish - begin <= room:
                    yield begin, finish
            yield from _aligned(text, wanted, begin, begin + room)
        for finish in starts:
            yield from _aligned(text, wanted, max(0, finish - room), finish)
        if not ends and not starts and size >= 12:
            yield from _aligned(text, wanted, 0, len(text))

    def _clearest(self, places: Iterable[_Place], state: AnchorState, start: int | None) -> Resolution:
        ranked = sorted(places, key=_score, reverse=True)
        best = ranked[0]
        rivals = [place for place in ranked[1:] if best.fit.score - place.fit.score < MARGIN]
        if not rivals:
            return self._resolution(best, state)
        alike = [best, *rivals]
        if start is not None:
            here = [place for place in alike if self._normal.original_start(place.start) == start]
            if len(here) == 1 and state is AnchorState.ANCHORED:
                return self._resolution(here[0], state)
        return self._ambiguous(alike)

    def _resolution(self, place: _Place, state: AnchorState) -> Resolution:
        return Resolution(state, *self._original(place), round(place.fit.score, 4))

    def _ambiguous(self, places: list[_Place]) -> Resolution:
        spans = tuple(sorted(self._original(place) for place in places[:20]))
        return Resolution(AnchorState.AMBIGUOUS, None, None, round(places[0].fit.score, 4), spans)

    def _original(self, place: _Place) -> tuple[int, int]:
        return self._normal.original_start(place.start), self._normal.original_end(place.end)


def resolve_quote(
    text: str,
    quote: str,
    prefix: str = "",
    suffix: str = "",
    start: int | None = None,
    end: int | None = None,
    old_text: str | None = None,
) -> Resolution:
    """Return where ``quote`` lies in ``text``.

    ``start`` and ``end`` tell where it stood in the old text. With ``old_text`` the context is taken from there
    when none was given, and the places that were other passages already then are out.
    """
    if old_text is not None and start is not None and end is not None and old_text[start:end] == quote:
        from briefing_app.annotate.edits import carried

        if text == old_text:
            return Resolution(AnchorState.ANCHORED, start, end, 1.0)
        prefix = prefix or old_text[max(0, start - CONTEXT) : start]
        suffix = suffix or old_text[end : end + CONTEXT]
        moved = carried(old_text, text, start, end)
        if moved is not None:
            return moved
    return _resolver(text).find(quote, prefix, suffix, start, end)


@lru_cache(maxsize=4)
def _resolver(text: str) -> Resolver:
    return Resolver(text)


def _score(place: _Place) -> float:
    return place.fit.score


def _sides(fit: Likeness) -> float:
    """Return the worse stored side, for places whose sentence now names somebody else."""
    return min(side for side in (fit.prefix, fit.suffix) if side is not None)


def _bound(neighbour: str, edge: str) -> bool:
    return bool(edge.isalnum() and not neighbour.isalnum())


def _snapped(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span with white space dropped and words cut at its edges made whole."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _ends_of(text: str, before: str) -> list[int]:
    """Return where the end of the stored prefix ends in ``text``, from its longest tail that is there."""
    stripped = before.rstrip()
    for length in (48, 32, 20, 12):
        tail = stripped[-length:]
        if len(tail) >= 8 and (found := _all(text, tail)):
            return [place + len(tail) for place in found]
    return []


def _starts_of(text: str, after: str) -> list[int]:
    stripped = after.lstrip()
    for length in (48, 32, 20, 12):
        head = stripped[:length]
        if len(head) >= 8 and (found := _all(text, head)):
            return found
    return []


def _all(text: str, part: str) -> list[int]:
    places: list[int] = []
    place = text.find(part)
    while place >= 0 and len(places) < _MOST_STARTS:
        places.append(place)
        place = text.find(part, place + 1)
    return places


def _aligned(text: str, wanted: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    window = text[left:right]
    if len(window) < len(wanted) // 2:
        return
    found = fuzz.partial_ratio_alignment(wanted, window, score_cutoff=55)
    if found is not None:
        if len(wanted) <= len(window):
            yield left + found.dest_start, left + found.dest_end
        else:
            yield left, left + len(window)


def _apart(places: Iterable[_Place]) -> list[_Place]:
    """Return the best of every group of overlapping places."""
    kept: list[_Place] = []
    for place in sorted(places, key=_score, reverse=True):
        if all(place.end <= other.start or other.end <= place.start for other in kept):
            kept.append(place)
    return kept
