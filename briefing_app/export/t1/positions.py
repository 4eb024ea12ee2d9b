"""Section 5: a row for each stated position, the ones that moved first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.note import Paragraph, Run, Table
from briefing_app.domain.position import Trend
from briefing_app.export.evidence import cited_for
from briefing_app.export.grammar import capitalised
from briefing_app.export.own import reason, worded_as
from briefing_app.export.wording import worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.position import Position
    from briefing_app.export.t1.desk import Desk

HEADER = ("Party", "Position", "Change")
ROWS = 6
WORDS = 20
"""Most words of a paraphrase in the table, so that it keeps to one line or nearly."""
MOVED = frozenset({Trend.SOFTENED, Trend.HARDENED, Trend.REVERSED, Trend.CONFLICTING})


def positions(desk: Desk) -> tuple[Paragraph | Table, ...]:
    """Return the table of at most six rows, and a line that names the rest; nothing where nobody has a position."""
    cells = stated(desk)
    if not cells:
        return ()
    table = Table(HEADER, tuple(_row(desk, cell) for cell in cells[:ROWS]))
    return (table, _rest(desk, cells[ROWS:])) if cells[ROWS:] else (table,)


def stated(desk: Desk) -> list[Position]:
    """Return the stated positions: those that moved first, then in the dossier's order of issues and parties."""
    dossier = desk.given.dossier
    found = [desk.position(party.name, issue.name) for issue in dossier.issues for party in dossier.parties]
    return sorted((one for one in found if one is not None), key=lambda one: one.trend not in MOVED)


def signs(desk: Desk) -> list[Trend]:
    """Return the trends whose signs the table shows, in the legend's order."""
    shown = {cell.trend for cell in stated(desk)[:ROWS]}
    return [trend for trend in Trend if trend in shown]


def _row(desk: Desk, cell: Position) -> tuple[tuple[Run, ...], ...]:
    cited = cited_for(cell, desk.given.sources)
    text = worded([cell.party], worded_as(cell, cited[0]), longest=WORDS).predicate + reason(cell)
    partners = jointly(desk, cell)
    if partners:
        text = f"{text} (jointly with {partners})"
    if cell.trend is Trend.CONFLICTING:
        text = f"{text}; accounts conflict"
    position = (Run(f"{capitalised(cell.issue)}: ", italic=True), Run(text), *desk.mark(cited))
    return (Run(cell.party),), position, (Run(cell.trend.sign if cell.trend else ""),)


def jointly(desk: Desk, cell: Position) -> str:
    """Return the names of the others behind a joint statement, or an empty text."""
    statement = cell.current
    if statement is None or len(statement.parties) < 2:
        return ""
    party = next((one for one in desk.given.dossier.parties if one.name == cell.party), None)
    own = {cell.party.casefold(), *(name.casefold() for name in (party.members if party else ()))}
    key = party.key if party else ""
    keys = (*statement.keys, *("" for _ in statement.parties))
    pairs = zip(statement.parties, keys, strict=False)
    others = [name for name, its in pairs if name.casefold() not in own and not (key and its == key)]
    return " and ".join(others) if len(others) < 3 else f"{others[0]} and {len(others) - 1} others"


def _rest(desk: Desk, cells: Sequence[Position]) -> Paragraph:
    """Name the positions that have no row, by issue, each with its evidence."""
    by_issue: dict[str, list[Position]] = {}
    for cell in cells:
        by_issue.setdefault(cell.issue, []).append(cell)
    runs = [Run("Also on file: ")]
    for index, (issue, group) in enumerate(by_issue.items(), 1):
        end = "." if index == len(by_issue) else ";"
        runs.append(Run(f"{capitalised(issue)} ({', '.join(cell.party for cell in group)}){end}"))
        currents = {str(cell.current.id): cell.current for cell in group if cell.current is not None}
        runs.extend(desk.mark(sorted(currents.values(), key=lambda one: one.status.counts)))
        runs.append(Run(" "))
    return Paragraph(tuple(runs[:-1]))
