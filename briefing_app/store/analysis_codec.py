"""An analysis as one compressed JSON value: rows of plain fields, no names repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing_app.domain.analysis import Analysis
from briefing_app.domain.entity import EntityKind, Figure, FigureKind, Mention, Status
from briefing_app.domain.linking import Told
from briefing_app.domain.position import Mark, Stance, StatementDraft
from briefing_app.store.codec import dump, load, squeeze, unsqueeze

if TYPE_CHECKING:
    from collections.abc import Mapping

_VALUES = frozenset(kind.value for kind in EntityKind if kind.is_value)
_MENTION = ("start", "end", "label", "text", "canonical", "key", "source", "why", "confidence", "status")
_FIGURE = ("kind", "start", "end", "text", "value", "measures", "claimed_by")
_DRAFT = (
    "parties",
    "issue",
    "stance",
    "start",
    "end",
    "paraphrase",
    "speaker",
    "verb",
    "hedges",
    "attribution_level",
    "said_on",
    "marks",
    "confidence",
    "why",
    "keys",
)


def pack(analysis: Analysis) -> dict[str, Any]:
    """Give the columns of an analysis."""
    data = {
        "mentions": [[getattr(one, name) for name in _MENTION] for one in analysis.mentions],
        "figures": [[getattr(one, name) for name in _FIGURE] for one in analysis.figures],
        "statements": [[getattr(one, name) for name in _DRAFT] for one in analysis.statements],
        "limits": analysis.limits,
    }
    return {
        "text_hash": analysis.text_hash,
        "engine": analysis.engine,
        "language": analysis.language,
        "data": squeeze(dump(data)),
    }


def unpack(row: Mapping[str, Any]) -> Analysis:
    """Make an analysis of its row."""
    data = load(unsqueeze(row["data"]))
    return Analysis(
        text_hash=row["text_hash"],
        engine=row["engine"],
        language=row["language"],
        mentions=tuple(_mention(fields) for fields in data["mentions"]),
        figures=tuple(_figure(fields) for fields in data["figures"]),
        statements=tuple(_draft(fields) for fields in data["statements"]),
        limits=tuple(data["limits"]),
    )


def told(data: bytes) -> list[Told]:
    """Read only the names of an analysis, and of them only what they say; dates and sums are left out."""
    rows = load(unsqueeze(data))["mentions"]
    return [
        Told(start, end, text, name, key, source)
        for start, end, label, text, name, key, source, *_ in rows
        if label not in _VALUES
    ]


def _mention(fields: list[Any]) -> Mention:
    named = dict(zip(_MENTION, fields, strict=True))
    return Mention(**{**named, "label": EntityKind(named["label"]), "status": Status(named["status"])})


def _figure(fields: list[Any]) -> Figure:
    named = dict(zip(_FIGURE, fields, strict=True))
    return Figure(**{**named, "kind": FigureKind(named["kind"])})


def _draft(fields: list[Any]) -> StatementDraft:
    named = dict(zip(_DRAFT, fields, strict=True))
    lists = {name: tuple(named[name]) for name in ("parties", "hedges", "keys")}
    marks = tuple(Mark(mark) for mark in named["marks"])
    return StatementDraft(**{**named, **lists, "stance": Stance(named["stance"]), "marks": marks})
