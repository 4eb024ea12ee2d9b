"""Corrected names and the statements they stood in: which parties of a statement are now somebody else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.actors import AliasScope, OwnActor, holds_on
from briefing_app.domain.entity import RulingKind
from briefing_app.domain.who import Who

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing_app.domain.entity import NameRuling


@dataclass(frozen=True, slots=True)
class Correction:
    """A name that a reader says to mean somebody, in one article or (empty) all, from a day to a day.

    ``taken_from`` limits it to where it meant the actor of that key: a name taken away from him. ``analysed`` says
    that only a new analysis can tell what it means in a text: a name that holds where it acts, a person's offices.
    """

    text: str
    name: str
    key: str = ""
    since: str = ""
    until: str = ""
    article: str = ""
    taken_from: str = ""
    analysed: bool = False

    def holds(self, article: str, day: str, key: str) -> bool:
        """Say whether it holds for a mention of ``key`` in an article of ``day``."""
        here = self.article in ("", article) and holds_on(self.since, self.until, day)
        return here and self.taken_from in ("", key)


@dataclass(frozen=True, slots=True)
class Told:
    """A mention as analysis left it: where it stands, its words, whom it was taken to mean, by which source."""

    start: int
    end: int
    text: str
    canonical: str
    key: str
    source: str = ""


def corrections_of(rulings: Iterable[NameRuling], own: Sequence[OwnActor]) -> tuple[Correction, ...]:
    """Return what readers corrected, the weaker first: names taken away, given, ruled on, ruled on in one article."""
    who = Who.of(own)
    taken = [Correction(text, text, taken_from=key) for text, key in sorted(who.gone)]
    given = [
        Correction(text, one.name, one.key, one.alias.since, one.alias.until)
        for text, meanings in sorted(who.meanings.items())
        for one in meanings
        if one.alias.id
    ]
    ruled = [
        Correction(one.text, *who.party(one.canonical, one.key), article=one.article)
        for one in sorted(rulings, key=lambda one: (bool(one.article), one.id))
        if one.ruling is RulingKind.MEANS and not one.label.is_value
    ]
    return (*(one for actor in own for one in _analysed(actor)), *taken, *given, *ruled)


def _analysed(actor: OwnActor) -> Iterator[Correction]:
    """Give the names of an actor whose meaning follows from how a text uses them."""
    for alias in actor.aliases:
        if alias.scope is AliasScope.ACTING:
            yield Correction(alias.text, actor.name, actor.key, alias.since, alias.until, analysed=True)
    for office in actor.offices:
        serves = f"{'not ' if office.removed else ''}{office.title}, {office.actor}"
        yield Correction(actor.name, serves, actor.key, office.since, office.until, analysed=True)


def relinked(
    parties: Sequence[tuple[str, str]],
    evidence: Sequence[tuple[int, int]],
    mentions: Sequence[Told],
    corrections: dict[str, list[Correction]],
    article: str,
    day: str,
) -> list[tuple[str, str] | None]:
    """Return for each party (name, key) who it is by the corrections, None where it stays.

    A party follows the mentions that mean it in the evidence, or in the whole text where the evidence names it by
    no word ("he", "the delegation"). It stays as it is while one of them is not corrected.
    """
    return [_followed(party, evidence, mentions, corrections, article, day) for party in parties]


def _followed(
    party: tuple[str, str],
    evidence: Sequence[tuple[int, int]],
    mentions: Sequence[Told],
    corrections: dict[str, list[Correction]],
    article: str,
    day: str,
) -> tuple[str, str] | None:
    name, key = party
    meant = [one for one in mentions if (one.key == key if key and one.key else one.canonical == name)]
    inside = [one for one in meant if any(one.start < end and start < one.end for start, end in evidence)]
    found = {_corrected(one, corrections, article, day) for one in inside or meant}
    (only,) = found if len(found) == 1 else (None,)
    return only if only != party else None


def _corrected(
    mention: Told, corrections: dict[str, list[Correction]], article: str, day: str
) -> tuple[str, str] | None:
    held = [one for one in corrections.get(mention.text, ()) if one.holds(article, day, mention.key)]
    return (held[-1].name, held[-1].key) if held else None
