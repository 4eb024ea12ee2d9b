"""The labels of the names model, and the tags by which it says where a name begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.analysis.page import Token

LABELS = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "MISC")
"""MISC are products, works and the like: the model knows them so as not to take them for something else."""
TAGS = ("O", *(f"{place}-{label}" for label in LABELS for place in "BILU"))
FREE = -1
"""The tag of a token about which a corpus says nothing we can use."""
_INDEX = {tag: at for at, tag in enumerate(TAGS)}


def tags_of(
    tokens: Sequence[Token], spans: Iterable[tuple[int, int, str]], free: Iterable[tuple[int, int]] = ()
) -> list[int]:
    """Return the index of the tag of each token; a name that does not fit the tokens makes them free."""
    made = [0] * len(tokens)
    if not tokens:
        return made
    starts = {token.start: at for at, token in enumerate(tokens)}
    ends = {token.end: at for at, token in enumerate(tokens)}
    low, high = tokens[0].start, tokens[-1].end
    for start, end in free:
        _set_free(made, tokens, start, end)
    for start, end, label in spans:
        if end <= low or start >= high:
            continue
        first, last = starts.get(start), ends.get(end)
        if first is None or last is None or last < first:
            _set_free(made, tokens, start, end)
        elif first == last:
            made[first] = _INDEX[f"U-{label}"]
        else:
            made[first] = _INDEX[f"B-{label}"]
            made[first + 1 : last] = [_INDEX[f"I-{label}"]] * (last - first - 1)
            made[last] = _INDEX[f"L-{label}"]
    return made


def _set_free(made: list[int], tokens: Sequence[Token], start: int, end: int) -> None:
    for at, token in enumerate(tokens):
        if token.start < end and start < token.end:
            made[at] = FREE


def allowed() -> list[list[bool]]:
    """Return whether the tag of the row may be followed by the tag of the column."""
    return [[_follows(one, other) for other in TAGS] for one in TAGS]


def _follows(one: str, other: str) -> bool:
    inside = one[0] in "BI"
    if inside:
        return other[0] in "IL" and one[2:] == other[2:]
    return other[0] in "OBU"
