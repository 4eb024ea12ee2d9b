"""Clauses: what part of a sentence is the evidence, what it says in short, and on what condition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.analysis.cues import NOUN_LIKE, SPEECH_FORMS, STANCE_FORMS
from briefing_app.analysis.dependencies import antecedent, own_clause
from briefing_app.analysis.lexicon import DETERMINERS, PREPOSITIONS, PRONOUNS

if TYPE_CHECKING:
    from briefing_app.analysis.attribution import SentenceReader, Source
    from briefing_app.analysis.page import Page, Token
    from briefing_app.analysis.syntax import Phrase

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
    first, last = _main_clause(reader, index, phrase, source)
    if not others:
        return _trimmed(tokens, first, last, index)
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
    return _trimmed(tokens, first, last, index)


def _main_clause(reader: SentenceReader, index: int, phrase: Phrase | None, source: Source | None) -> tuple[int, int]:
    """Return the tokens of the main clause that shows a stance with whoever says it; all where it has no other."""
    tokens, tree = reader.tokens, reader.sentence.tree
    if tree is None or any(reader.quoted):
        return 0, len(tokens)
    first, last = own_clause(tree, tokens, index)
    told = antecedent(tree, tokens, index)
    if told is not None and source is None and tree.span(told)[1] >= len(tokens) - 1:
        first, last = tree.span(told)[0], len(tokens)
    shown = [index, *([phrase.first] if phrase is not None else []), *([source.cue] if source is not None else [])]
    return (first, last) if all(first <= at < last for at in shown) else (0, len(tokens))


def _trimmed(tokens: list[Token], first: int, last: int, index: int) -> tuple[int, int]:
    """Return the tokens of a clause without the signs and joining words at its ends; a whole sentence as it is."""
    if (first, last) == (0, len(tokens)):
        return first, last
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


LONGEST = 34
"""Most tokens of what a stance is about; a fragment is made of them later."""
_BEHIND_COMMA = frozenset("he she it said according which who but while saying".split())
SMALL = DETERMINERS | PREPOSITIONS | PRONOUNS
_SAYING_DAY = re.compile(
    r",? (?:on |late |early )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today)"
    r"(?: (?:morning|evening|night))?$"
)
_LINKS = frozenset("of to for on upon against about over with in out down".split())


def _takes_a_stand(token: Token) -> bool:
    """Say whether a word opens the next stance of a list: "... and urged"."""
    kinds = {form.kind for form in STANCE_FORMS.get(token.lower, ())}
    now = "third" in kinds and token.lower not in NOUN_LIKE
    return now or (token.lower.endswith("ed") and "past" in kinds)


def stretch(reader: SentenceReader, first: int, last: int) -> tuple[int, int]:
    """Return the tokens behind the word of a stance that say what it is about, without what leads to them."""
    tokens = reader.tokens
    while first < last - 1 and tokens[first].lower in _LINKS and not _infinitive(tokens, first):
        first += 1
    end = min(last, first + LONGEST)
    for index in range(first, end):
        if index > first and reader.quoted[first] and not reader.quoted[index]:
            return first, index
        if _ends_there(tokens, first, index, end):
            return first, index
    return first, end


def _infinitive(tokens: list[Token], index: int) -> bool:
    """Say whether "to" at a token leads to a verb, which needs it."""
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    return tokens[index].lower == "to" and behind is not None and behind.text.islower() and behind.lower not in SMALL


def _ends_there(tokens: list[Token], first: int, index: int, end: int) -> bool:
    """Say whether another part of the sentence begins at a token: behind a sign, by "but", with the next stance."""
    if tokens[index].text in ";:—–" or (index > first + 4 and tokens[index].lower in _SPLITTERS):
        return True
    if index > first and tokens[index].lower == "but" and index + 1 < end and tokens[index + 1].lower.endswith("ed"):
        return True
    joins = tokens[index].text == "," or tokens[index].lower == "and"
    if index > first and joins and index + 1 < end and _takes_a_stand(tokens[index + 1]):
        return True
    if index <= first + 3 or tokens[index].text != "," or index + 1 >= len(tokens):
        return False
    far = 15 if tokens[index + 1].is_capital or tokens[index + 1].lower in DETERMINERS else 7
    told = any(token.lower in SPEECH_FORMS for token in tokens[index + 1 : index + far])
    return tokens[index + 1].lower in _BEHIND_COMMA or told


def words_of(page: Page, reader: SentenceReader, first: int, last: int) -> str:
    """Return the words of tokens, without the day on which they were said."""
    if first >= last:
        return ""
    tokens = reader.tokens
    return _SAYING_DAY.sub("", page.masked[tokens[first].start : tokens[last - 1].end].rstrip(' ,.;:”"'))
