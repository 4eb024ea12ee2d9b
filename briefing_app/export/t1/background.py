"""Section 3: up to four dated points, oldest first: how positions came here, and what the reader has marked."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from briefing_app.domain.annotation import BUILT_IN_TYPES
from briefing_app.domain.derive import counts, reported_by, said_or_reported
from briefing_app.domain.note import Paragraph, Run
from briefing_app.export.citing import in_context, quotation
from briefing_app.export.dates import long_date
from briefing_app.export.evidence import cite_annotation, cite_passage, cite_statement, source_for
from briefing_app.export.grammar import with_article
from briefing_app.export.wording import worded

if TYPE_CHECKING:
    from briefing_app.domain.annotation import Annotation
    from briefing_app.domain.briefing_input import TrackedFigure
    from briefing_app.domain.note import Citation
    from briefing_app.domain.position import Position, Statement
    from briefing_app.export.t1.desk import Desk

POINTS = 4
_NOT_FACTS = frozenset({"question", "to check"})


@dataclass(frozen=True, slots=True)
class _Point:
    """A dated point: its sentence without a full stop, its evidence, and whether a person stands behind it."""

    date: str
    text: str
    citation: Citation
    confirmed: bool


def background(desk: Desk) -> tuple[Paragraph, ...]:
    """Return at most four dated bullets, oldest first; earlier positions and the reader's marks take turns."""
    history = [_from_statement(desk, one) for one in _earlier(desk)]
    marks = [_from_annotation(desk, one) for one in _marked(desk)]
    figures = [_from_figure(desk, one) for one in desk.given.figures if _is_news(desk, one)]
    turns = [point for pair in zip_longest(history, marks) for point in pair if point is not None]
    chosen: list[_Point] = []
    for one in (*turns, *figures[:1]):
        if reported_by(one.date, desk.given.as_of) and not any(_overlap(one, other) for other in chosen):
            chosen.append(one)
    return tuple(_bullet(desk, one) for one in sorted(chosen[:POINTS], key=lambda one: one.date))


def _overlap(one: _Point, other: _Point) -> bool:
    """Say whether two points rest on the same passage."""
    a, b = one.citation, other.citation
    return a.article == b.article and a.start < b.end and b.start < a.end


def _bullet(desk: Desk, point: _Point) -> Paragraph:
    when = f"{long_date(point.date)}:" if point.date else "Undated:"
    mark = desk.mark_citations([point.citation], confirmed=point.confirmed)
    return Paragraph((Run(when, bold=True), Run(f" {point.text}."), *mark), "bullet")


def _is_news(desk: Desk, figure: TrackedFigure) -> bool:
    """Say whether a figure may be told: it says of what or by whom, and no highlight tells it already."""
    told = any(
        one.article == figure.article and one.anchor.start < figure.end and figure.start < one.anchor.end
        for one in desk.given.annotations
    )
    plain = bool(figure.claimed_by.strip()) or len(figure.measures.split()) > 1
    return not told and (figure.confirmed or (plain and desk.given.note.include == "all"))


def _earlier(desk: Desk) -> list[Statement]:
    """Return what parties held before their current stance, latest first, moved positions before others."""
    found: dict[str, Statement] = {}
    for party in desk.given.dossier.parties:
        for issue in desk.given.dossier.issues:
            cell = desk.position(party.name, issue.name)
            before = _before(cell) if cell else None
            if before is not None:
                found.setdefault(str(before.id), before)
    return sorted(found.values(), key=lambda one: (said_or_reported(one), one.seq), reverse=True)


def _before(cell: Position) -> Statement | None:
    """Return the first statement of the stance a party held before the current one."""
    older = [one for one in cell.evidence if said_or_reported(one) < cell.since]
    if not older:
        return None
    stance, first = older[-1].stance, older[-1]
    for one in reversed(older):
        if one.stance is not stance:
            break
        first = one
    return first


def _marked(desk: Desk) -> list[Annotation]:
    """Return the highlights that state something and belong to no statement, latest first."""
    built_in = {one.name: one.opens_statement for one in BUILT_IN_TYPES}
    taken = [
        one
        for one in desk.given.annotations
        if one.type.casefold() not in _NOT_FACTS and not one.statement and not built_in.get(one.type, False)
    ]
    return sorted(taken, key=lambda one: (_published(desk, one.article), one.seq), reverse=True)


def _from_statement(desk: Desk, statement: Statement) -> _Point:
    parties = [
        party.name
        for party in desk.given.dossier.parties
        if {party.name.casefold(), *(name.casefold() for name in party.members)}
        & {name.casefold() for name in statement.parties}
        or (party.key and party.key in statement.keys)
    ]
    text = worded(parties or list(statement.parties), statement).text
    return _Point(_day(statement), text, cite_statement(statement, desk.given.sources), counts(statement, "confirmed"))


def _from_annotation(desk: Desk, annotation: Annotation) -> _Point:
    source = source_for(annotation.article, desk.given.sources)
    who = source.site.strip() or source.author.strip() or "The source"
    said = quotation(in_context(annotation.anchor).removesuffix("."))
    text = f"{who[0].upper()}{who[1:]} reports: {said}"
    return _Point(source.published[:10], text, cite_annotation(annotation, desk.given.sources), confirmed=True)


def _from_figure(desk: Desk, figure: TrackedFigure) -> _Point:
    text = f"Figure in the reporting: {' '.join(figure.text.split())}"
    if figure.measures.strip():
        text += f" ({quotation(figure.measures)})"
    if figure.claimed_by.strip():
        text += f", according to {with_article(' '.join(figure.claimed_by.split()))}"
    citation = cite_passage(figure, desk.given.sources)
    return _Point(_published(desk, figure.article), text, citation, figure.confirmed)


def _published(desk: Desk, article: str) -> str:
    return source_for(article, desk.given.sources).published[:10]


def _day(statement: Statement) -> str:
    return (statement.said_on or statement.reported_on)[:10]
