"""The cards of the panel of positions, and what is said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.overrides import has_newer
from briefing_app.domain.position import Trend
from briefing_app.ui.counted import counted
from briefing_app.ui.panels.cards.pieces import (
    CHOOSE,
    Caption,
    Card,
    Deed,
    Deeds,
    Headline,
    Piece,
    Quote,
    Tone,
    Words,
)
from briefing_app.ui.panels.positions.rows import (
    EvidenceRow,
    HiddenRow,
    MoreRow,
    PositionRow,
    Row,
    SilentRow,
    SuggestionRow,
)
from briefing_app.ui.panels.words import day, near_day, quoted, source_line
from briefing_app.ui.reader.words import visible

if TYPE_CHECKING:
    from briefing_app.domain.position import Position, Statement

ACCEPT, EDIT, DISMISS, EXPAND, MORE = "accept", "edit", "dismiss", "expand", "more"
UNCOVER = "uncover"
DELETE = "delete"
OVERRIDE, WITHDRAW = "override", "withdraw"
_MOVED = (Trend.SOFTENED, Trend.HARDENED, Trend.REVERSED, Trend.CONFLICTING)
REVIEW = Deeds((Deed(ACCEPT, "Accept", "⏎"), Deed(EDIT, "Edit", "E"), Deed(DISMISS, "Dismiss", "⌫")))


def card_of(row: Row) -> Card:
    """Return the card of a row."""
    match row:
        case PositionRow():
            return _position(row)
        case EvidenceRow():
            return _evidence(row)
        case SilentRow():
            return _silent(row)
        case SuggestionRow():
            return _suggestion(row.statement)
        case MoreRow():
            return Card((Deeds((Deed(MORE, more_words(row), "→"),)),), suggested=True)
        case HiddenRow():
            return Card((Deeds((Deed(UNCOVER, f"{hidden_words(row.count)} · show"),), quiet=True),))


def deeds_of(row: Row) -> tuple[Deed, ...]:
    """Return what can be done with a row, for its menu."""
    show, edit = Deed(CHOOSE, "Show in the text"), Deed(EDIT, "Edit…", "E")
    match row:
        case SuggestionRow():
            return (Deed(ACCEPT, "Accept", "⏎"), edit, Deed(DISMISS, "Dismiss", "⌫"), show)
        case PositionRow():
            earlier = "Hide earlier statements" if row.expanded else "Show earlier statements"
            more = (Deed(EXPAND, earlier),) if len(row.position.evidence) > 1 else ()
            return (show, *more, edit, Deed(DELETE, "Delete statement"), *_own_deeds(row))
        case EvidenceRow():
            return (show, edit, Deed(DELETE, "Delete statement"))
        case _:
            return ()


def _own_deeds(row: PositionRow) -> tuple[Deed, ...]:
    """Return what can be done with a reader's own reading, where the position is one of a dossier."""
    if not row.dossier:
        return ()
    if row.position.override is None:
        return (Deed(OVERRIDE, "Read it otherwise…"),)
    return (Deed(OVERRIDE, "Change my reading…"), Deed(WITHDRAW, "Return to what statements say"))


def own_words(position: Position) -> str:
    """Return whose reading a position is, why, and what its statements add up to; empty where it is theirs."""
    one = position.override
    if one is None:
        return ""
    says = f" Statements add up to: {position.derived}." if position.derived not in (None, position.stance) else ""
    newer = " There are newer statements." if has_newer(position) else ""
    return f"Your reading of {day(one.made)}: {visible(one.reason).rstrip('.')}.{says}{newer}"


def more_words(row: MoreRow) -> str:
    """Return what is left to review."""
    return "Next to review: " + ", ".join(f"{name} {count}" for name, count in row.parties[:3])


def hidden_words(count: int) -> str:
    """Return how many suggestions are hidden because they are not certain enough."""
    return f"{counted(count, 'less certain suggestion')} hidden"


def trend_words(position: Position) -> str:
    """Return the movement with its sign: "▲ softened 20 Dec"."""
    trend = position.trend
    if trend is None or trend is Trend.UNCHANGED:
        return "unchanged" if trend else ""
    dated = trend in (Trend.SOFTENED, Trend.HARDENED, Trend.REVERSED) and position.since
    return f"{trend.sign} {trend.value}" + (f" {near_day(position.since, position.as_of)}" if dated else "")


def history_tip(row: PositionRow) -> str:
    """Return what hovering over a position tells: what it was before, and where a click leads."""
    position = row.position
    lines = []
    if position.previous is not None and position.trend in _MOVED:
        lines.append(f"Was “{position.previous}” before {day(position.since)}.")
    if row.title:
        lines.append(f"Opens “{visible(row.title)}”.")
    if row.suggested and position.current is not None:
        lines.append("Suggested by the machine; nobody has confirmed it yet.")
    return "\n".join(lines)


def suggestion_tip(statement: Statement) -> str:
    """Return why a suggestion was made and how sure the rule is of it."""
    why = visible(statement.why) or "Suggested by the rules for statements."
    return f"{why}\nSure to {round(statement.confidence * 100)} %."


def _position(row: PositionRow) -> Card:
    position = row.position
    current = position.current
    if current is None:
        return Card((Caption(visible(position.issue)),))
    status = "your reading" if position.override else "suggested" if row.suggested else trend_words(position)
    moved = position.trend in _MOVED and not row.suggested
    pieces: list[Piece] = [
        Caption(
            visible(position.issue),
            f"{status} · {counted(position.sources, 'source')}",
            Tone.WARNING if moved else Tone.FAINT,
        ),
        Headline(visible(position.paraphrase), str(position.stance)),
        *([Words(own_words(position), Tone.MUTED, 4)] if position.override else []),
        *_quotes(current, 3),
        Words(source_line(current, visible(row.place))),
    ]
    pieces += _marks(current)
    earlier = len(position.evidence) - 1
    if earlier:
        words = "Less ▴" if row.expanded else f"{counted(earlier, 'earlier statement')} ▾"
        pieces.append(Deeds((Deed(EXPAND, words),), quiet=True))
    return Card(tuple(pieces), suggested=row.suggested and position.override is None)


def _evidence(row: EvidenceRow) -> Card:
    statement = row.statement
    unsure = "" if statement.status.counts else "suggested"
    pieces: list[Piece] = [
        Caption(day(statement.said_on or statement.reported_on), unsure),
        Headline(visible(statement.paraphrase), str(statement.stance)),
        *_quotes(statement, 2),
        Words(source_line(statement)),
    ]
    if row.title:
        pieces.append(Words(visible(row.title), Tone.MUTED, 2))
    return Card(tuple(pieces), suggested=bool(unsure), indent=1)


def _silent(row: SilentRow) -> Card:
    searched = f"(searched {counted(row.searched, 'article')})"
    return Card(
        (
            Words(f"No stated position {searched}", Tone.MUTED, small=False),
            Words(" · ".join(visible(one) for one in row.issues), Tone.MUTED),
        )
    )


def _suggestion(statement: Statement) -> Card:
    pieces: list[Piece] = [
        Caption(visible(statement.issue), "suggested · this article"),
        Headline(visible(statement.paraphrase), str(statement.stance)),
        *_quotes(statement, 0),
    ]
    if statement.speaker or statement.hedges or statement.attribution_level > 3:
        pieces.append(Words(source_line(statement)))
    pieces += [*_marks(statement), REVIEW]
    return Card(tuple(pieces), suggested=True)


def _quotes(statement: Statement, lines: int) -> list[Piece]:
    return [Quote(quoted(anchor.exact), lines) for anchor in statement.evidence if anchor.exact.strip()]


def _marks(statement: Statement) -> list[Piece]:
    return [Words(" · ".join(mark.value for mark in statement.marks), Tone.WARNING)] if statement.marks else []


def spoken(row: Row) -> str:
    """Return a row as a screen reader says it."""
    match row:
        case PositionRow(position=position):
            current = position.current
            parts = [position.party, position.issue, str(position.stance or ""), position.paraphrase]
            parts += [own_words(position), trend_words(position).lstrip("▲▼⇄●? "), counted(position.sources, "source")]
            parts += [source_line(current)] if current else []
            return ". ".join(part for part in parts if part)
        case EvidenceRow(statement=statement):
            return ". ".join((str(statement.stance), statement.paraphrase, source_line(statement), row.title))
        case SilentRow():
            issues = ", ".join(row.issues)
            return f"{row.party}: no stated position on {issues}, searched {counted(row.searched, 'article')}"
        case SuggestionRow(statement=statement):
            who = ", ".join(statement.parties)
            quote = statement.evidence[0].exact if statement.evidence else ""
            return f"Suggested: {who} {statement.stance}. {statement.issue}. {statement.paraphrase}. {quote}"
        case MoreRow():
            return more_words(row)
        case HiddenRow():
            return f"{hidden_words(row.count)}. Enter shows them."
