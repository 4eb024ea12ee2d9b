"""Section 4: where each issue stands between the principals."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from briefing_app.domain.derive import SCALE
from briefing_app.domain.dossier import PartyRole
from briefing_app.domain.note import Paragraph, Run
from briefing_app.domain.position import Stance, Trend
from briefing_app.export.evidence import cited_for
from briefing_app.export.grammar import capitalised
from briefing_app.export.own import reason, worded_as
from briefing_app.export.t1.positions import MOVED
from briefing_app.export.wording import worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.position import Position
    from briefing_app.export.t1.desk import Desk

BULLETS = 5
VOICES = 3
"""Most parties told of in one bullet."""


class State(StrEnum):
    """How far an issue has come."""

    AGREED = "agreed"
    NARROWING = "narrowing"
    OPEN = "open"
    BLOCKED = "blocked"


def state_of(positions: Sequence[Position], principals: int) -> State:
    """Return how far an issue has come, from the stated positions of its ``principals`` (their number).

    Agreed: every principal supports or offers, firmly, and no accounts conflict. Blocked: somebody refuses flatly,
    or two stand against each other on the low end of the scale, and nobody has moved up. Narrowing: somebody
    has moved up and nobody down, or all stand at conditional or better. Open: anything else, or one voice alone.
    """
    levels = [SCALE[one.stance] for one in positions if one.stance is not None]
    if len(levels) < 2 or any(one.trend is Trend.CONFLICTING for one in positions):
        return State.OPEN
    if min(levels) == 4 and len(levels) == principals and all(one.firm for one in positions):
        return State.AGREED
    up = any(_moved(one) > 0 for one in positions)
    down = any(_moved(one) < 0 for one in positions)
    low = sum(level <= 1 for level in levels)
    if not up and (low >= 2 or any(one.stance is Stance.REJECTS for one in positions)):
        return State.BLOCKED
    return State.NARROWING if not down and (up or min(levels) >= 3) else State.OPEN


def status(desk: Desk) -> tuple[Paragraph, ...]:
    """Return at most five bullets, an issue each; issues where somebody moved come first when there are more."""
    found = [(issue.name, _voices(desk, issue.name)) for issue in desk.given.dossier.issues]
    issues = [(name, voices) for name, voices in found if voices]
    shown = issues
    if len(issues) > BULLETS:
        first = sorted(issues, key=lambda one: not any(cell.trend in MOVED for cell in one[1]))[:BULLETS]
        shown = [one for one in issues if one in first]
    bullets = [_bullet(desk, name, voices) for name, voices in shown]
    left = [one for one in issues if one not in shown]
    return (*bullets, _rest(desk, left)) if left else tuple(bullets)


def _voices(desk: Desk, issue: str) -> list[Position]:
    """Return the principals' positions on an issue, or the other parties' where no principal has one."""
    parties = desk.given.dossier.parties
    cells = [(party.role, desk.position(party.name, issue)) for party in parties]
    principal = [cell for role, cell in cells if cell is not None and role is PartyRole.PRINCIPAL]
    return principal or [cell for _, cell in cells if cell is not None]


def _bullet(desk: Desk, issue: str, voices: Sequence[Position]) -> Paragraph:
    principals = sum(party.role is PartyRole.PRINCIPAL for party in desk.given.dossier.parties)
    runs: list[Run] = [Run(f"{capitalised(issue)}: {state_of(voices, principals)}.", bold=True)]
    groups = _together(voices)[:VOICES]
    for index, group in enumerate(groups, 1):
        cited = cited_for(group[0], desk.given.sources)
        wording = worded([cell.party for cell in group], worded_as(group[0], cited[0]))
        text = (wording.text if index == 1 else f"{wording.subject} {wording.predicate}") + reason(group[0])
        if group[0].trend is Trend.CONFLICTING:
            text = f"{text}, though accounts conflict"
        runs.append(Run(f" {text}{'.' if index == len(groups) else ';'}"))
        runs.extend(desk.mark(cited))
    return Paragraph(tuple(runs), "bullet")


def _together(voices: Sequence[Position]) -> list[list[Position]]:
    """Put parties that speak by the same joint statement together; those that moved come first."""
    groups: dict[str, list[Position]] = {}
    for cell in voices:
        own = f":{cell.party}" if cell.override is not None else ""
        groups.setdefault(f"{cell.evidence[-1].id}{own}", []).append(cell)
    return sorted(groups.values(), key=lambda group: len(voices) > VOICES and group[0].trend not in MOVED)


def _rest(desk: Desk, left: Sequence[tuple[str, Sequence[Position]]]) -> Paragraph:
    runs = [Run("Also on file: ")]
    for index, (issue, voices) in enumerate(left, 1):
        runs.append(Run(f"{capitalised(issue)}{'.' if index == len(left) else ';'}"))
        runs.extend(desk.mark(cited_for(voices[0], desk.given.sources)))
        runs.append(Run(" "))
    return Paragraph(tuple(runs[:-1]))


def _moved(position: Position) -> int:
    """Return 1 for a position that has moved up the scale, -1 for one that has moved down, else 0."""
    if position.trend not in (Trend.SOFTENED, Trend.HARDENED, Trend.REVERSED):
        return 0
    if position.stance is None or position.previous is None:
        return 0
    return 1 if SCALE[position.stance] > SCALE[position.previous] else -1
