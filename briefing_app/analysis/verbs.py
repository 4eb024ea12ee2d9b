"""The verbs of a sentence that quote or take a stand, told from nouns of the same shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.analysis.cues import SPEECH_FORMS, STANCE_FORMS, Form
from briefing_app.analysis.lexicon import is_adverb
from briefing_app.analysis.syntax import (
    Group,
    is_nominal,
    verb_group,
)

if TYPE_CHECKING:
    from briefing_app.analysis.page import Sentence, Token

_NP_OPENERS = frozenset("the a an its his her their any all this these those that new such it".split())


@dataclass(frozen=True, slots=True)
class Verb:
    """A finite verb of the lexicon in a sentence."""

    index: int
    forms: tuple[Form, ...]
    group: Group
    stance: bool


def finite_verbs(sentence: Sentence, named: frozenset[int]) -> list[Verb]:
    """Return the lexicon's verbs in a sentence that read as verbs and not as nouns, in order."""
    found: list[Verb] = []
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        stance = STANCE_FORMS.get(token.lower)
        forms = stance or SPEECH_FORMS.get(token.lower)
        if not forms or index in named:
            continue
        group = verb_group(tokens, index)
        if not _is_verb(tokens, index, forms, group) or not _can_mean(tokens, index, forms):
            continue
        both = (*(stance or ()), *SPEECH_FORMS.get(token.lower, []))
        found.append(Verb(index, both, group, bool(stance)))
    return found


def _can_mean(tokens: list[Token], index: int, forms: list[Form]) -> bool:
    """Say whether one of the cues of a word has behind it what it needs ("hold" only with "out")."""
    following = [token.lower for token in tokens[index + 1 : index + 6]]
    for form in forms:
        needs = form.cue.needs
        if form.cue.stance is None or needs[0] in ("*", "+to", "+for", "-ing") or set(needs) & set(following):
            return True
    return tokens[index].lower in SPEECH_FORMS


def _is_verb(tokens: list[Token], index: int, forms: list[Form], group: Group) -> bool:
    """Tell a verb from a noun or adjective of the same shape by its neighbours."""
    kinds = {form.kind for form in forms}
    if tokens[index].lower == "counter" and index + 1 < len(tokens) and tokens[index + 1].lower in ("to", "-"):
        return False
    before = tokens[index - 1].lower if index else ""
    after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if group.passive and not kinds & {"past", "participle", "gerund"}:
        return False
    if not group.bare:
        return True
    if kinds & {"past", "participle"} and not kinds & {"base", "third"}:
        return before not in ("the", "a", "an", "of") and before not in ("its", "their", "his", "our")
    if kinds == {"gerund"}:
        return before not in ("the", "a", "an", "its", "their", "this", "his")
    if before in (
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "our",
        "this",
        "any",
        "no",
        "of",
        "for",
        "with",
        "'s",
        "’s",
        "in",
        "new",
        "more",
        "key",
        "strong",
        "full",
        "by",
        "from",
        "on",
        "such",
        "own",
        "these",
        "those",
        "some",
        "several",
        "many",
        "most",
        "other",
        "two",
        "three",
        "four",
        "five",
        "my",
        "your",
        "that",
        "into",
        "’",
        "'",
    ):
        return before == "that" and "third" in kinds
    opens = (
        after in _NP_OPENERS
        or after
        in (
            "that",
            "to",
            "for",
            "on",
            "upon",
            "us",
            "them",
            "him",
            "both",
            "no",
            "not",
            "out",
            "only",
            "more",
            "further",
            "an",
            "against",
        )
        or (index + 1 < len(tokens) and (tokens[index + 1].is_capital or tokens[index + 1].text in '“",:'))
    )
    if "third" in kinds and after in (
        "must",
        "should",
        "would",
        "will",
        "was",
        "is",
        "are",
        "were",
        "has",
        "have",
        "can",
        "cannot",
        "there",
        "they",
        "he",
        "she",
        "we",
    ):
        return tokens[index - 1].is_word and index > 0
    if "past" in kinds and "base" in kinds and before not in ("to", "we", "i", "they", "you"):
        return before not in ("the", "a", "an", "its", "their", "his", "her", "this", "any", "no", "of")
    if "base" in kinds:
        if after == "of":
            return False
        plural = (
            before in ("we", "i", "they", "you", "who", "and")
            or (before.endswith("s") and len(before) > 3)
            or before in ("people", "both", "also", "strongly", "firmly", "fully")
        )
        return (
            plural
            or is_adverb(before)
            or (index > 2 and tokens[index - 1].is_capital and tokens[index - 2].lower == "and")
        )
    if not index or not (tokens[index - 1].is_word or before in (",", ")", "”", '"', "—", "–")):
        return index == 0 and any(form.cue.stance is not None for form in forms)
    return bool(opens) or is_nominal(tokens[index + 1]) if index + 1 < len(tokens) else False
