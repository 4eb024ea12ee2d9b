"""The reader's own word on names, laid over what the machine found: it acts at once, on old articles and new."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing_app.domain.entity import Mention, NameRuling, RulingKind, Status
from briefing_app.domain.who import Who

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from briefing_app.domain.analysis import Analysis

SOURCE = "user"
LIBRARY_MADE = "own:"
"""How the key of an actor begins that a reader made."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: its article and its day, on which offices and names hold."""

    article: str = ""
    day: str = ""


def lay_over(analysis: Analysis, text: str, who: Who, rulings: Iterable[NameRuling], place: Place) -> Analysis:
    """Return ``analysis`` of ``text`` with the library's own actors applied, then the rulings, which win."""
    named = apply_actors(analysis, text, who, place.day) if who else analysis
    return apply_rulings(named, text, [who.ruling(one) for one in rulings], place.article)


def apply_rulings(analysis: Analysis, text: str, rulings: Iterable[NameRuling], article: str = "") -> Analysis:
    """Return ``analysis`` of ``text`` with the rulings that hold in ``article`` applied, mentions in text order.

    A ruling for the article wins over one for the library. A name ruled to mean something is also marked where
    the machine had passed it over, but never inside a longer mention.
    """
    chosen = in_force(rulings, article)
    if not chosen:
        return analysis
    kept = [ruled for mention in analysis.mentions if (ruled := _ruled(mention, chosen.get(mention.text))) is not None]
    means = [name for name, ruling in chosen.items() if name and ruling.ruling is RulingKind.MEANS]
    return replace(analysis, mentions=_with_names(text, means, kept, lambda name, at: _named(chosen[name], at)))


def in_force(rulings: Iterable[NameRuling], article: str = "") -> dict[str, NameRuling]:
    """Return the rulings that hold in an article, by the words they are on."""
    chosen: dict[str, NameRuling] = {}
    for ruling in sorted(rulings, key=lambda one: bool(one.article)):
        if ruling.article in ("", article):
            chosen[ruling.text] = ruling
    return chosen


def apply_actors(analysis: Analysis, text: str, who: Who, day: str = "") -> Analysis:
    """Return ``analysis`` of ``text`` with the library's own names, merges and removed names applied."""
    kept = [_of_today(mention, who, day) for mention in analysis.mentions]
    names = [name for name in who.meanings if _is_marked(name, who, day)]
    figures = tuple(
        replace(one, claimed_by=who.party(one.claimed_by, "", day)[0]) if one.claimed_by else one
        for one in analysis.figures
    )
    return replace(
        analysis, figures=figures, mentions=_with_names(text, names, kept, lambda name, at: _own(who, name, at, day))
    )


def _of_today(mention: Mention, who: Who, day: str) -> Mention:
    """Return a mention as the library's own actors have it, with the reason why."""
    if mention.label.is_value:
        return mention
    if (mention.text, mention.key) in who.gone:
        why = f"You said that “{mention.text}” is no name of {mention.canonical}."
        mention = replace(mention, canonical=mention.text, key="", source=SOURCE, why=why)
    meaning = who.meaning(mention.text, day)
    given = meaning is not None and (meaning.alias.id or not mention.key)
    if meaning is not None and given and meaning.key != who.key(mention.key):
        return _own(who, mention.text, mention.start, day)
    name, key = who.party(mention.canonical, mention.key, day)
    if (name, key) == (mention.canonical, mention.key):
        return mention
    said = "is called" if key == mention.key else "was found to be"
    return replace(mention, canonical=name, key=key, why=f"{mention.why} {mention.canonical} {said} {name}.".strip())


def _is_marked(name: str, who: Who, day: str) -> bool:
    meaning = who.meaning(name, day)
    return len(name) > 1 and meaning is not None and bool(meaning.alias.id or meaning.key.startswith(LIBRARY_MADE))


def _own(who: Who, name: str, start: int, day: str) -> Mention:
    meaning = who.meaning(name, day)
    assert meaning is not None
    why = f"“{name}” is a name that you gave to {meaning.name}." if meaning.alias.id else "You added this actor."
    return Mention(
        start, start + len(name), meaning.label, name, meaning.name, meaning.key, SOURCE, why, status=Status.CONFIRMED
    )


def _ruled(mention: Mention, ruling: NameRuling | None) -> Mention | None:
    if ruling is None:
        return mention
    if ruling.ruling is RulingKind.NEVER:
        return None
    return _named(ruling, mention.start)


def _named(ruling: NameRuling, start: int) -> Mention:
    return Mention(
        start=start,
        end=start + len(ruling.text),
        label=ruling.label,
        text=ruling.text,
        canonical=ruling.canonical,
        key=ruling.key,
        source=SOURCE,
        why=f"You said that “{ruling.text}” means {ruling.canonical}"
        + (" in this article." if ruling.article else "."),
        status=Status.CONFIRMED,
    )


def _with_names(
    text: str, names: Iterable[str], kept: list[Mention], made: Callable[[str, int], Mention]
) -> tuple[Mention, ...]:
    """Return ``kept`` and a mention wherever one of ``names`` stands, in text order.

    A name takes the place of shorter mentions inside it; it gives way to a longer one that it touches.
    """
    found = list(standing(text, names))
    taken = {offset for start, name in found for offset in range(start, start + len(name))}
    beside = [one for one in kept if taken.isdisjoint(range(one.start, one.end))]
    if len(beside) == len(kept):
        return tuple(sorted([*kept, *(made(name, start) for start, name in found)], key=_start))
    others = [one for one in kept if one not in beside]
    fresh: list[Mention] = []
    for start, name in found:
        end = start + len(name)
        touched = [one for one in others if one.start < end and start < one.end]
        if all(start <= one.start and one.end <= end and (one.end - one.start) < len(name) for one in touched):
            fresh.append(made(name, start))
    covered = {offset for one in fresh for offset in range(one.start, one.end)}
    stay = [one for one in others if covered.isdisjoint(range(one.start, one.end))]
    return tuple(sorted([*beside, *stay, *fresh], key=_start))


def standing(text: str, names: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Give the places where whole words of ``text`` are one of ``names``, the longest where several begin."""
    present = sorted((name for name in names if name in text), key=len, reverse=True)
    if present:
        longest_first = "|".join(re.escape(name) for name in present)
        for match in re.finditer(rf"(?<!\w)(?:{longest_first})(?!\w)", text):
            yield match.start(), match.group()


def _start(mention: Mention) -> int:
    return mention.start
