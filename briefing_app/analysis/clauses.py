"""Clauses: what part of a sentence is the evidence, what it says in short, and on what condition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.analysis.cues import STANCE_FORMS

if TYPE_CHECKING:
    from briefing_app.analysis.attribution import SentenceReader, Source
    from briefing_app.analysis.page import Page, Token
    from briefing_app.analysis.syntax import Phrase
    from briefing_app.analysis.triggers import Trigger

_SPLITTERS = frozenset("but while whereas although though yet".split())


def is_question(tokens: list[Token]) -> bool:
    """Say whether a sentence only asks."""
    for token in reversed(tokens):
        if token.text in '"”’»)':
            continue
        return token.text == "?"
    return False


def clause_of(
    reader: SentenceReader, index: int, phrase: Phrase | None, source: Source | None, others: list[int]
) -> tuple[int, int]:
    """Return the tokens of the evidence: the sentence, or the clause where it holds several stances."""
    tokens = reader.tokens
    first, last = 0, len(tokens)
    if not others:
        return first, last
    for at in _borders(tokens):
        if at <= index:
            if (
                any(other < at for other in others)
                and at > first
                and (phrase is None or phrase.first >= at or phrase.last <= at)
            ):
                if phrase is not None and phrase.first < at and not (source is not None):
                    continue
                first = at
        elif any(other >= at for other in others):
            last = min(last, at)
    while first < index and (
        tokens[first].text in ",;" or tokens[first].lower in _SPLITTERS or tokens[first].lower == "and"
    ):
        first += 1
    while last > index + 1 and tokens[last - 1].text in ",;":
        last -= 1
    return first, last


def _borders(tokens: list[Token]) -> list[int]:
    """Return the indices at which a new clause may start."""
    found: list[int] = []
    for index, token in enumerate(tokens):
        if (
            token.text == ";"
            or token.lower in _SPLITTERS
            or (token.lower == "and" and index and (tokens[index - 1].text == "," or _verb_near(tokens, index)))
        ):
            found.append(index)
    return found


def _verb_near(tokens: list[Token], index: int) -> bool:
    """Say whether "and" is followed by a new subject or verb in the past."""
    following = tokens[index + 1 : index + 5]
    return any(
        t.lower in ("said", "will", "would", "has", "had", "is", "was") or (t.lower.endswith("ed") and len(t.lower) > 4)
        for t in following
    )


_BARE = frozenset("them it him us me themselves itself".split())
_SAYING_DAY = re.compile(
    r",? (?:on |late |early )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today)"
    r"(?: (?:morning|evening|night))?$"
)
_LINKS = frozenset("of to for that on upon against about over with in out down".split())


def _takes_a_stand(token: Token) -> bool:
    """Say whether a word opens the next stance of a list: "... and urged"."""
    return token.lower.endswith("ed") and any(form.kind == "past" for form in STANCE_FORMS.get(token.lower, ()))


def paraphrase(page: Page, reader: SentenceReader, first: int, last: int, trigger: Trigger) -> str:
    """Return at most 20 words of the text that say what the stance is about."""
    tokens = reader.tokens
    if first >= last:
        return ""
    while first < last - 1 and tokens[first].lower in _LINKS:
        first += 1
    end = min(last, first + 26)
    for index in range(first, end):
        if tokens[index].text in ";:—–" or (index > first + 4 and tokens[index].lower in _SPLITTERS):
            end = index
            break
        joins = tokens[index].text == "," or tokens[index].lower == "and"
        if index > first and joins and index + 1 < end and _takes_a_stand(tokens[index + 1]):
            end = index
            break
        if (
            index > first + 3
            and tokens[index].text == ","
            and index + 1 < len(tokens)
            and tokens[index + 1].lower
            in ("he", "she", "it", "said", "according", "the", "a", "which", "who", "and", "but", "while", "saying")
        ):
            end = index
            break
    said = _SAYING_DAY.sub("", page.masked[tokens[first].start : tokens[end - 1].end].rstrip(' ,.;:”"'))
    words = said.split()
    if len(words) < 2 or tokens[first].lower in _BARE:
        words = page.masked[reader.sentence.start : reader.sentence.end].split()
    return " ".join(words[:20]).strip(' ,.;:“”"')
