"""From the library's evidence to citations: statements, highlights and dated passages with their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.briefing_input import Source
from briefing_app.domain.derive import said_or_reported
from briefing_app.domain.note import Citation
from briefing_app.export.citing import strength

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing_app.domain.annotation import Annotation
    from briefing_app.domain.briefing_input import DatedPassage, TrackedFigure
    from briefing_app.domain.position import Position, Statement

MOST_SOURCES = 3
"""Most sources cited together for one position."""


def grade_of(reliability: str, credibility: int = 0) -> str:
    """Return a NATO grade as printed (``B2``); a letter alone where nobody judged the information."""
    letter = reliability.strip().upper()[:1]
    if letter not in "ABCDEF" or not letter:
        return ""
    return f"{letter}{credibility}" if 1 <= credibility <= 6 else letter


def cite_statement(statement: Statement, sources: Mapping[str, Source]) -> Citation:
    """Return the citation of a statement's first passage."""
    source = source_for(statement.article, sources)
    anchor = statement.evidence[0] if statement.evidence else None
    return _citation(
        source,
        para=anchor.paragraph if anchor else 0,
        span=(anchor.start, anchor.end) if anchor else (0, 0),
        quote=anchor.exact if anchor else "",
        grade=grade_of(statement.reliability or source.reliability, statement.credibility),
        speaker=statement.speaker,
        of=statement.id,
    )


def cite_annotation(annotation: Annotation, sources: Mapping[str, Source]) -> Citation:
    """Return the citation of a highlighted passage."""
    source = source_for(annotation.article, sources)
    anchor = annotation.anchor
    return _citation(
        source,
        para=anchor.paragraph,
        span=(anchor.start, anchor.end),
        quote="",
        grade=grade_of(source.reliability),
        of=annotation.id,
    )


def cite_passage(passage: DatedPassage | TrackedFigure, sources: Mapping[str, Source]) -> Citation:
    """Return the citation of a dated passage or a figure."""
    source = source_for(passage.article, sources)
    span = (passage.start, passage.end)
    return _citation(source, para=passage.para, span=span, quote="", grade=grade_of(source.reliability))


def source_for(article: str, sources: Mapping[str, Source]) -> Source:
    """Return the source of an article, or a nameless one where the library no longer tells."""
    return sources.get(article) or Source(article, "Untitled")


def cited_for(position: Position, sources: Mapping[str, Source]) -> list[Statement]:
    """Return the statements to cite for a position: the latest, and the strongest others that say the same.

    Of one text (and its reprints) one statement is cited. Where accounts conflict, the other account is cited too.
    """
    current = position.current
    if current is None:
        return []
    held = [
        one for one in position.evidence if one.stance is current.stance and said_or_reported(one) >= position.since
    ]
    if position.trend is not None and position.trend.value == "conflicting":
        held = [one for one in position.evidence if said_or_reported(one) == said_or_reported(current)]
    others = sorted(held, key=lambda one: (one.stance is current.stance, strength(cite_statement(one, sources).grade)))
    chosen, texts = [current], {source_for(current.article, sources).identity}
    for one in others:
        identity = source_for(one.article, sources).identity
        if identity not in texts and len(chosen) < MOST_SOURCES:
            texts.add(identity)
            chosen.append(one)
    return chosen


def distinct_sources(citations: Iterable[Citation]) -> int:
    """Return how many texts stand behind citations; reprints count once."""
    return len({one.text or one.article for one in citations})


def passages(citations: Iterable[Citation]) -> int:
    """Return how many passages are cited."""
    return len({(one.article, one.start, one.end, one.para) for one in citations})


def _citation(
    source: Source, *, para: int, span: tuple[int, int], quote: str, grade: str, speaker: str = "", of: str = ""
) -> Citation:
    return Citation(
        article=source.article,
        author=_line(source.author),
        title=_line(source.title) or "Untitled",
        site=_line(source.site),
        published=source.published,
        url=source.url.strip() if _is_web(source.url) else "",
        accessed=source.accessed,
        para=para,
        grade=grade,
        speaker=_line(speaker),
        quote=_line(quote),
        start=span[0],
        end=span[1],
        locator=source.locator,
        statement=of,
        text=source.identity,
    )


def _line(text: str) -> str:
    return " ".join(text.split())


def _is_web(url: str) -> bool:
    """Say whether an address is one of the web: a path on the reader's own disk is nobody else's business."""
    return url.strip().casefold().startswith(("http://", "https://")) and not any(one.isspace() for one in url.strip())
