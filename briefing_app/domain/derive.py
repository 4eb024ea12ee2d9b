"""Positions: what the statements of one party on one issue add up to as of a date.

As of D = evidence reported on or before D, ordered by said on, reported on, sequence; current = the latest. A
statement whose day of saying is unknown was said, as far as we know, on the day it was reported. Movement is
counted from day to day: two statements of one day are one day's position (its last word), so that one article that
says "rejects" in one paragraph and "demands" in another is no movement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from briefing_app.domain.dossier import Dossier, Issue, Party
from briefing_app.domain.entity import Status
from briefing_app.domain.issue_names import folded, issue_of, with_ancestors
from briefing_app.domain.position import Matrix, Position, Stance, Statement, Trend

SCALE: dict[Stance, int] = {
    Stance.REJECTS: 0,
    Stance.OPPOSES: 1,
    Stance.DEMANDS: 1,
    Stance.UNDECIDED: 2,
    Stance.CONDITIONAL: 3,
    Stance.OFFERS: 4,
    Stance.SUPPORTS: 4,
}
"""The scale by which a trend is read: up is softened, down is hardened."""

INCOMPATIBLE = 2
"""Two stances this far apart on the scale, said on one day in different sources, conflict."""

SourceOf = Callable[[Statement], str]


def article_of(statement: Statement) -> str:
    """Return the article's id: the source of a statement where nobody knows of reprints."""
    return statement.article


def derive_position(
    statements: Iterable[Statement],
    party: Party,
    issue: str,
    as_of: str = "",
    searched: int = 0,
    *,
    since: str = "",
    include: str = "all",
    source_of: SourceOf = article_of,
) -> Position:
    """Return the position of ``party`` on the issue that all of ``statements`` are about, as of a date (empty: all).

    ``include`` is ``confirmed`` or ``all`` (suggested statements too); rejected ones never count. ``source_of``
    names the text a statement comes from, so that ten reprints are one source. With ``since`` the trend is that
    between the positions as of the two dates, else that between the current stance and the one before it.
    """
    concerned = [one for one in statements if holds(party, one)]
    evidence = evidence_as_of(concerned, as_of, include)
    if not evidence:
        return Position(party.name, issue, None, None, as_of, searched=searched)
    days = _days(evidence)
    run = _current_run(days)
    current = evidence[-1]
    if since:
        then = evidence_as_of(concerned, since, include)
        previous = then[-1].stance if then else None
        trend = trend_between(previous, current.stance) if previous else Trend.NEW
    else:
        previous = days[-run - 1].stance if run < len(days) else None
        trend = trend_between(previous, current.stance) if previous else _first_or_same(days)
    if _conflict(days[-1].statements, source_of):
        trend = Trend.CONFLICTING
    return Position(
        party=party.name,
        issue=issue,
        stance=current.stance,
        trend=trend,
        as_of=as_of,
        evidence=evidence,
        previous=previous,
        since=days[-run].day,
        sources=len({source_of(one) for one in evidence}),
        firm=current.firm,
        paraphrase=current.paraphrase,
        searched=searched,
    )


def build_matrix(
    dossier: Dossier,
    statements: Iterable[Statement],
    as_of: str = "",
    since: str = "",
    include: str = "all",
    searched: int = 0,
    *,
    source_of: SourceOf = article_of,
) -> Matrix:
    """Return a cell for every pair of the dossier's parties and issues; see `derive_position`.

    A statement counts on the issue its label belongs to by name or words, and on the issues above that one.
    """
    by_issue: dict[str, list[Statement]] = {issue.name: [] for issue in dossier.issues}
    known: dict[str, tuple[Issue, ...]] = {}
    for statement in statements:
        if statement.issue not in known:
            issue = issue_of(statement.issue, dossier.issues)
            known[statement.issue] = with_ancestors(issue, dossier.issues) if issue is not None else ()
        for row in known[statement.issue]:
            by_issue[row.name].append(statement)
    cells = {
        (party.name, issue.name): derive_position(
            by_issue[issue.name],
            party,
            issue.name,
            as_of,
            searched,
            since=since,
            include=include,
            source_of=source_of,
        )
        for issue in dossier.issues
        for party in dossier.parties
    }
    return Matrix(
        dossier=dossier.name,
        parties=tuple(party.name for party in dossier.parties),
        issues=tuple(issue.name for issue in dossier.issues),
        as_of=as_of,
        cells=cells,
    )


def holds(party: Party, statement: Statement) -> bool:
    """Say whether a statement counts as the party's own: its name, its key or one of its members is among the holders.

    A joint statement counts for each of its parties.
    """
    if party.key and party.key in statement.keys:
        return True
    names = {folded(party.name), *(folded(member) for member in party.members)}
    return any(folded(one) in names for one in statement.parties) or any(
        member in statement.keys for member in party.members
    )


def evidence_as_of(statements: Iterable[Statement], as_of: str, include: str = "all") -> tuple[Statement, ...]:
    """Return the statements that count and were reported on or before ``as_of``, oldest first."""
    counted = (one for one in statements if counts(one, include) and reported_by(one.reported_on, as_of))
    return tuple(sorted(counted, key=_order))


def counts(statement: Statement, include: str = "all") -> bool:
    """Say whether a statement counts: a person stands behind it or, with ``all``, nobody has rejected it."""
    return statement.status.counts or (include != "confirmed" and statement.status is Status.SUGGESTED)


def reported_by(reported_on: str, as_of: str) -> bool:
    """Say whether something reported at one date was known at another; dates may be partial or carry a time.

    A date without a time means the whole day, without a day the whole month; what has no date was always known.
    """
    if not as_of or not reported_on:
        return True
    if len(reported_on) > 10 and len(as_of) > 10:
        return _instant(reported_on) <= _instant(as_of)
    length = min(len(as_of), 10)
    return reported_on[:length] <= as_of[:length]


def trend_between(before: Stance, now: Stance) -> Trend:
    """Return the movement from one stance to another by the scale."""
    old, new = SCALE[before], SCALE[now]
    if old == new:
        return Trend.UNCHANGED
    if (old <= 1 and new == 4) or (old == 4 and new <= 1):
        return Trend.REVERSED
    return Trend.SOFTENED if new > old else Trend.HARDENED


def said_or_reported(statement: Statement) -> str:
    """Return the day a statement was said, or reported where that is unknown (ISO, may be partial or empty)."""
    return _instant(statement.said_on or statement.reported_on)[:10]


@dataclass(frozen=True, slots=True)
class _Day:
    """What was said on one day, in order; its last word is the day's stance."""

    day: str
    statements: tuple[Statement, ...]

    @property
    def stance(self) -> Stance:
        """Return the day's last word."""
        return self.statements[-1].stance


def _days(evidence: Sequence[Statement]) -> list[_Day]:
    days: dict[str, list[Statement]] = {}
    for one in evidence:
        days.setdefault(said_or_reported(one), []).append(one)
    return [_Day(day, tuple(statements)) for day, statements in days.items()]


def _current_run(days: Sequence[_Day]) -> int:
    """Return how many days, from the last one back, hold the current stance."""
    stance = days[-1].stance
    for count, day in enumerate(reversed(days)):
        if day.stance is not stance:
            return count
    return len(days)


def _first_or_same(days: Sequence[_Day]) -> Trend:
    return Trend.NEW if len(days) == 1 else Trend.UNCHANGED


def _conflict(statements: Sequence[Statement], source_of: SourceOf) -> bool:
    """Say whether one day holds incompatible stances from different sources."""
    said = {(SCALE[one.stance], source_of(one)) for one in statements}
    return any(
        abs(stance - other) >= INCOMPATIBLE and source != another for stance, source in said for other, another in said
    )


def _order(statement: Statement) -> tuple[str, str, int, str]:
    said = statement.said_on or statement.reported_on
    return _instant(said), _instant(statement.reported_on), statement.seq, statement.id


def _instant(iso: str) -> str:
    """Return a date so that dates compare as text: moments with a zone are put into UTC, others stay."""
    if len(iso) <= 10:
        return iso
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    return (moment.astimezone(UTC) if moment.tzinfo else moment).strftime("%Y-%m-%dT%H:%M:%S.%f")
