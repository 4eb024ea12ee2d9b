"""A statement's first draft from a passage: what a suggestion there says, or what the sentence lets one guess."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.domain.entity import Status
from briefing_app.domain.position import Mark, Stance
from briefing_app.domain.reading import StatementEdit
from briefing_app.ui.reader.layers import PartyColours
from briefing_app.ui.reader.snapping import sentence_around

if TYPE_CHECKING:
    from briefing_app.domain.reading import OpenArticle

_BY_TYPE = {
    "Red line": (Stance.REJECTS, (Mark.RED_LINE,)),
    "Precondition": (Stance.CONDITIONAL, (Mark.PRECONDITION,)),
    "Concession": (Stance.OFFERS, (Mark.CONCESSION,)),
}
_HEDGES = re.compile(
    r"\b(?:reportedly|allegedly|apparently|possibly|perhaps|probably|seemingly|may|might|could|appears? to|seems? to"
    r"|suggest(?:s|ed)|hint(?:s|ed)|is said to|are said to|is believed to|are believed to|is expected to|unnamed"
    r"|according to (?:sources|people|officials))\b",
    re.IGNORECASE,
)


def draft(article: OpenArticle, start: int, end: int, type_name: str = "") -> StatementEdit:
    """Return a statement on the passage, filled as far as the article tells; ``type_name`` is the highlight's."""
    stance, marks = _BY_TYPE.get(type_name, (Stance.SUPPORTS, ()))
    text = article.version.text
    first, last = sentence_around(text, start, end)
    suggested = _suggestion(article, first, last)
    if suggested is not None:
        kept = (*suggested.marks, *(mark for mark in marks if mark not in suggested.marks))
        return replace(suggested, spans=((start, end),), marks=kept)
    return StatementEdit(
        article=article.article.id,
        spans=((start, end),),
        parties=_parties(article, first, start, last),
        issue=_issue(article, text[first:last]),
        stance=stance,
        hedges=tuple(dict.fromkeys(found.group() for found in _HEDGES.finditer(text, first, last))),
        said_on=article.article.published[:10],
        marks=marks,
    )


def _suggestion(article: OpenArticle, first: int, last: int) -> StatementEdit | None:
    for statement in article.statements:
        if statement.status is Status.SUGGESTED and any(a.start < last and a.end > first for a in statement.evidence):
            return StatementEdit.of(statement)
    return None


def _parties(article: OpenArticle, first: int, start: int, last: int) -> tuple[str, ...]:
    """Return the party named last before the passage in its sentence, else the first one named in it."""
    if article.analysis is None:
        return ()
    colours = PartyColours(article.parties)
    before: list[str] = []
    behind: list[str] = []
    for mention in article.analysis.mentions:
        if mention.label.is_value or mention.status is Status.REJECTED or not first <= mention.start < last:
            continue
        party = colours.party(mention.canonical, mention.key)
        name = party.name if party else mention.canonical if not article.parties else ""
        if name:
            (before if mention.start < start else behind).append(name)
    return tuple(before[-1:] or behind[:1])


def _issue(article: OpenArticle, sentence: str) -> str:
    """Return the dossiers' issue whose search words stand most often in the sentence."""
    folded = sentence.casefold()
    best, most = "", 0
    for dossier in article.dossiers:
        for issue in dossier.issues:
            count = sum(folded.count(word.casefold()) for word in (issue.name, *issue.words) if word)
            if count > most:
                best, most = issue.name, count
    return best
