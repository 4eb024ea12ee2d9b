"""Turning what was gathered into chips and rows for one party."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.dossier import Party
from briefing_app.ui.panels.positions.gathering import concerns, suggestions_of
from briefing_app.ui.panels.positions.rows import (
    EvidenceRow,
    HiddenRow,
    MoreRow,
    PartyChip,
    PositionRow,
    Row,
    SilentRow,
    SuggestionRow,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from briefing_app.domain.position import Position, Statement
    from briefing_app.domain.reading import OpenArticle
    from briefing_app.ui.panels.positions.gathering import Gathered


@dataclass(frozen=True, slots=True)
class Shown:
    """What the panel shows: the parties, the one shown, and its rows."""

    chips: tuple[PartyChip, ...] = ()
    active: str = ""
    rows: tuple[Row, ...] = ()


def compose(
    gathered: Gathered,
    article: OpenArticle | None,
    active: str,
    expanded: Collection[tuple[str, str]],
    titles: Mapping[str, tuple[str, str]],
) -> Shown:
    """Return chips and rows; ``active`` stays the party shown while there is one of that name."""
    suggestions = suggestions_of(article)
    parties = [*gathered.parties, *_strangers(gathered.parties, suggestions)]
    here = article.article.id if article is not None else ""
    chips = tuple(_chip(gathered, party, suggestions, here) for party in parties)
    names = [chip.name for chip in chips]
    if active not in names:
        active = next((chip.name for chip in chips if chip.count), names[0] if names else "")
    party = next((one for one in parties if one.name == active), None)
    unsure = len(article.unsure) if article is not None else 0
    rows = _rows(gathered, party, chips, suggestions, here, expanded, titles, unsure) if party is not None else ()
    return Shown(chips, active, rows)


def _strangers(parties: Sequence[Party], suggestions: Sequence[Statement]) -> list[Party]:
    """Return parties of suggestions that no known party stands for."""
    names: dict[str, None] = {}
    for statement in suggestions:
        if not any(concerns(party, statement) for party in parties):
            names.update(dict.fromkeys(statement.parties))
    return [Party(name, colour="") for name in names]


def _chip(gathered: Gathered, party: Party, suggestions: Sequence[Statement], here: str) -> PartyChip:
    opened = sum(1 for one in suggestions if concerns(party, one))
    return PartyChip(party.name, party.colour, len(_positions(gathered, party.name, here)) + opened, opened)


def _positions(gathered: Gathered, party: str, here: str) -> list[tuple[Position, bool]]:
    """Return a party's positions in the order of the issues, each with whether it is merely suggested.

    A position that only this article's suggestions add up to is left out: they are shown themselves.
    """
    found = []
    for issue in gathered.issues:
        confirmed = gathered.confirmed.get((party, issue))
        if confirmed is not None:
            found.append((confirmed, False))
            continue
        suggested = gathered.suggested.get((party, issue))
        if suggested is not None and (suggested.override or any(one.article != here for one in suggested.evidence)):
            found.append((suggested, True))
    return found


def _rows(
    gathered: Gathered,
    party: Party,
    chips: Sequence[PartyChip],
    suggestions: Sequence[Statement],
    here: str,
    expanded: Collection[tuple[str, str]],
    titles: Mapping[str, tuple[str, str]],
    unsure: int,
) -> tuple[Row, ...]:
    rows: list[Row] = []
    for position, suggested in _positions(gathered, party.name, here):
        rows += _position_rows(position, suggested, here, expanded, titles, gathered.dossier_id)
    rows += [SuggestionRow(one) for one in suggestions if concerns(party, one)]
    stated = {place[1] for place in (*gathered.confirmed, *gathered.suggested) if place[0] == party.name}
    silent = tuple(issue for issue in gathered.issues if issue not in stated)
    if silent and gathered.dossier and party in gathered.parties:
        rows.append(SilentRow(party.name, silent, gathered.searched))
    rest = tuple((chip.name, chip.open) for chip in chips if chip.open and chip.name != party.name)
    if rest:
        rows.append(MoreRow(rest))
    if unsure:
        rows.append(HiddenRow(unsure))
    return tuple(rows)


def _position_rows(
    position: Position,
    suggested: bool,
    here: str,
    expanded: Collection[tuple[str, str]],
    titles: Mapping[str, tuple[str, str]],
    dossier: str,
) -> list[Row]:
    opened = (position.party, position.issue) in expanded
    current = position.current
    title, place = (
        titles.get(current.article, ("", "")) if current is not None and current.article != here else ("", "")
    )
    rows: list[Row] = [PositionRow(position, suggested, opened, place, title, dossier)]
    if opened:
        rows += [
            EvidenceRow(
                one, position.party, position.issue, "" if one.article == here else titles.get(one.article, ("", ""))[0]
            )
            for one in reversed(position.evidence[:-1])
        ]
    return rows
