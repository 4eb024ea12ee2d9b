"""The analysis of one document in the shape the command line prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing_app.domain.article import CleanDocument, RemovalState
from briefing_app.domain.entity import FigureKind

if TYPE_CHECKING:
    from briefing_app.domain.analysis import Analysis
    from briefing_app.domain.attribution import Attribution
    from briefing_app.domain.position import StatementDraft

JsonObject = dict[str, Any]


def report(doc_id: str, document: CleanDocument, analysis: Analysis) -> JsonObject:
    """Return the JSON value of ``analyse``; offsets count in the decoded input where there is one.

    For plain text that is the input itself; for other formats ``text`` is given and offsets are into it.
    """
    linear = bool(document.offset_map) or document.media_type == "text/plain"
    place = _Places(document, linear)
    value: JsonObject = {
        "id": doc_id,
        "source": document.source,
        "title": document.title,
        "language": analysis.language or document.language,
    }
    if not linear:
        value["text"] = document.text
    value["boilerplate"] = [
        list(place.span(one.start, one.end)) for one in document.removals if one.state is RemovalState.HIDDEN
    ]
    value["entities"] = [
        {
            "start": place.start(one.start),
            "end": place.end(one.end),
            "label": one.label.value,
            "text": one.text,
            "canonical": one.canonical,
        }
        for one in analysis.mentions
    ]
    value["parties"] = _parties(analysis)
    value["positions"] = [_position(place, draft) for draft in sorted(analysis.statements, key=lambda one: one.start)]
    value["facts"] = [
        {
            "kind": FigureKind(one.kind).value,
            "start": place.start(one.start),
            "end": place.end(one.end),
            "value": one.value,
        }
        for one in analysis.figures
    ]
    value["attributions"] = [_attribution(place, document.text, one) for one in analysis.attributions]
    return value


class _Places:
    """Maps canonical offsets to those that are printed."""

    def __init__(self, document: CleanDocument, linear: bool) -> None:
        self._document = document
        self._linear = linear

    def start(self, offset: int) -> int:
        """Return where a span starts in what is printed."""
        return self._document.decoded_offset(offset) if self._linear else offset

    def end(self, offset: int) -> int:
        """Return where a span ends: behind its last character, wherever that one stood."""
        return self.start(offset - 1) + 1 if offset else 0

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return both ends of a span."""
        return self.start(start), self.end(end)


def _parties(analysis: Analysis) -> list[str]:
    """Return the parties of the statements, each once, in order of the text."""
    found: dict[str, None] = {}
    for draft in sorted(analysis.statements, key=lambda one: one.start):
        for party in draft.parties:
            found.setdefault(party)
    return list(found)


def _position(place: _Places, draft: StatementDraft) -> JsonObject:
    return {
        "party": "; ".join(draft.parties),
        "issue": draft.issue,
        "stance": draft.stance.value,
        "evidence_start": place.start(draft.start),
        "evidence_end": place.end(draft.end),
        "speaker": draft.speaker or None,
        "attribution_verb": draft.verb or None,
        "hedged": draft.hedged,
        "confidence": round(draft.confidence, 2),
    }


def _attribution(place: _Places, text: str, one: Attribution) -> JsonObject:
    """Return source, cue and content; a content that stands nowhere apart has no offsets."""
    apart = one.content_end > one.content_start
    return {
        "source_start": place.start(one.source_start),
        "source_end": place.end(one.source_end),
        "source": text[one.source_start : one.source_end],
        "cue_start": place.start(one.cue_start),
        "cue_end": place.end(one.cue_end),
        "cue": text[one.cue_start : one.cue_end],
        "content_start": place.start(one.content_start) if apart else None,
        "content_end": place.end(one.content_end) if apart else None,
        "type": one.type.value,
        "tier": one.tier.value,
        "level": one.level,
    }
