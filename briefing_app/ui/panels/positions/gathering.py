"""What the panel of positions must know, read away from the window's thread."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefing_app.domain.derive import build_matrix, holds
from briefing_app.domain.dossier import Dossier, Issue, Party
from briefing_app.domain.entity import Status
from briefing_app.domain.ids import DossierId
from briefing_app.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.domain.position import Matrix, Position, Statement
    from briefing_app.domain.reading import OpenArticle
    from briefing_app.services.services import Services


@dataclass(frozen=True, slots=True)
class Gathered:
    """Parties and, for each, its positions in the order of the issues.

    ``confirmed`` are positions by what people stand behind; ``suggested`` fills the gaps from what nobody has
    confirmed. ``articles`` tells title and place of the articles behind current statements.
    """

    parties: tuple[Party, ...] = ()
    issues: tuple[str, ...] = ()
    confirmed: dict[tuple[str, str], Position] = field(default_factory=dict)
    suggested: dict[tuple[str, str], Position] = field(default_factory=dict)
    articles: dict[str, tuple[str, str]] = field(default_factory=dict)
    searched: int = 0
    dossier: str = ""
    dossier_id: str = ""


def gather(services: Services, article: OpenArticle | None, dossier_id: str) -> Gathered:
    """Return the positions of the dossier, or those that the article's own statements add up to."""
    if not dossier_id:
        return of_article(article) if article is not None else Gathered()
    dossier = services.dossiers.get(dossier_id)
    if not dossier.parties or not dossier.issues:
        dossier = services.dossiers.proposal(dossier_id)
    confirmed = services.positions.matrix(dossier_id, include="confirmed")
    everything = services.positions.matrix(dossier_id, include="all")
    known = (article.article.id,) if article is not None else ()
    return Gathered(
        parties=_coloured(everything.parties, dossier.parties),
        issues=everything.issues,
        confirmed=_stated(confirmed),
        suggested=_unconfirmed(everything, confirmed),
        articles=titles(services, _current_articles(confirmed, everything), known),
        searched=dossier.articles,
        dossier=dossier.name,
        dossier_id=dossier_id,
    )


def of_article(article: OpenArticle) -> Gathered:
    """Return what one article's statements add up to by themselves, parties and issues in the order of the text."""
    counted = [one for one in article.statements if one.status is not Status.REJECTED]
    counted.sort(key=lambda one: one.evidence[0].start if one.evidence else 0)
    dossier = Dossier(
        id=DossierId(""),
        name="",
        parties=tuple(Party(name, colour="") for name in _by_count(counted)),
        issues=tuple(Issue(name) for name in dict.fromkeys(one.issue for one in counted)),
    )
    confirmed = build_matrix(dossier, counted, include="confirmed", searched=1)
    everything = build_matrix(dossier, counted, include="all", searched=1)
    return Gathered(
        parties=dossier.parties,
        issues=everything.issues,
        confirmed=_stated(confirmed),
        suggested=_unconfirmed(everything, confirmed),
        searched=1,
    )


def titles(services: Services, wanted: Iterable[str], known: Iterable[str] = ()) -> dict[str, tuple[str, str]]:
    """Return (title, place of publication) of articles, without those of ``known`` and those that are gone."""
    found: dict[str, tuple[str, str]] = {}
    for one in set(wanted).difference(known):
        try:
            article = services.reading.find(one)
        except UserError:
            continue
        found[one] = (article.title, article.site or article.author)
    return found


def suggestions_of(article: OpenArticle | None) -> tuple[Statement, ...]:
    """Return the article's open suggestions in the order of the text."""
    if article is None:
        return ()
    found = [one for one in article.statements if one.status is Status.SUGGESTED]
    return tuple(sorted(found, key=lambda one: (one.evidence[0].start if one.evidence else 0, one.seq)))


def concerns(party: Party, statement: Statement) -> bool:
    """Say whether a suggestion belongs to a party."""
    return holds(party, statement)


def _by_count(statements: list[Statement]) -> list[str]:
    counts: dict[str, int] = {}
    for statement in statements:
        for name in statement.parties:
            counts[name] = counts.get(name, 0) + 1
    return sorted(counts, key=lambda name: -counts[name])


def _coloured(names: tuple[str, ...], parties: tuple[Party, ...]) -> tuple[Party, ...]:
    known = {party.name: party for party in parties}
    return tuple(known.get(name) or Party(name, colour="") for name in names)


def _stated(matrix: Matrix) -> dict[tuple[str, str], Position]:
    return {place: cell for place, cell in matrix.cells.items() if cell.evidence}


def _unconfirmed(everything: Matrix, confirmed: Matrix) -> dict[tuple[str, str], Position]:
    return {
        place: replace(cell, trend=None)
        for place, cell in everything.cells.items()
        if cell.evidence and not (place in confirmed.cells and confirmed.cells[place].evidence)
    }


def _current_articles(*matrices: Matrix) -> set[str]:
    return {cell.current.article for matrix in matrices for cell in matrix.cells.values() if cell.current is not None}
