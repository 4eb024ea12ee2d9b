"""The verbs of a sentence that quote or take a stand, told from nouns of the same shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.analysis.cues import NOUN_LIKE, SPEECH_FORMS, STANCE_FORMS, Form
from briefing_app.analysis.lexicon import PREPOSITIONS, is_adverb
from briefing_app.analysis.syntax import (
    Group,
    enumerated,
    is_nominal,
    verb_group,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing_app.analysis.page import Sentence, Token

_POSSESSIVES = frozenset("its their his her our my your".split())
_ARTICLES = frozenset("the a an this any no of".split())
_NP_OPENERS = frozenset("the a an its his her their any all this these those that new such it".split())
_OBJECTS = _NP_OPENERS | frozenset(
    "that to for on upon us them him both no not out only more further against in with".split()
)
# Words behind which a word of two readings is a noun.
_NOUN_BEFORE = (_ARTICLES | _POSSESSIVES) - {"no"} | frozenset(
    (
        "no for with 's ’s in new more key strong full by from on such own these those some several many most"
        " other two three four five that into ’ ' first second last"
    ).split()
)
_MODIFIED = frozenset("the a an its their his her our 's ’s".split())
_CLAUSE_OPENERS = frozenset(
    "must should would will was is are were has have can cannot there they he she we it".split()
)
_CLAUSAL = frozenset("say argue believe insist think warn maintain".split())
_CLAUSE_OBJECTS = _NP_OPENERS | frozenset("that to on upon both further no every each".split())
_PLURAL_SUBJECTS = frozenset("we i they you who and people both also all".split())


@dataclass(frozen=True, slots=True)
class Verb:
    """A finite verb of the lexicon in a sentence."""

    index: int
    forms: tuple[Form, ...]
    group: Group
    stance: bool


def finite_verbs(
    sentence: Sentence, named: frozenset[int], lexicon: Mapping[str, list[Form]] | None = None
) -> list[Verb]:
    """Return the lexicon's verbs in a sentence that read as verbs and not as nouns, in order.

    Without a ``lexicon`` (forms by word) the verbs of saying and of taking a stand are meant.
    """
    found: list[Verb] = []
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        stance = STANCE_FORMS.get(token.lower) if lexicon is None else None
        forms = stance or (SPEECH_FORMS if lexicon is None else lexicon).get(token.lower)
        if not forms or index in named:
            continue
        group = verb_group(tokens, index)
        word = _Word(tokens, index, group, named, opens_item=sentence.item and group.first == 0)
        plain = word.is_verb({form.kind for form in forms}, stance=bool(stance)) or _is_parsed(sentence, index, forms)
        if not plain or not _can_mean(tokens, index, forms):
            continue
        both = (*(stance or ()), *SPEECH_FORMS.get(token.lower, [])) if lexicon is None else tuple(forms)
        found.append(Verb(index, both, group, bool(stance)))
    return found


def _is_parsed(sentence: Sentence, index: int, forms: list[Form]) -> bool:
    """Say whether the parse finds a present form with a subject of its own where the neighbours leave it open."""
    tree = sentence.tree
    kinds = {form.kind for form in forms}
    present = tree is not None and tree.tags[index] in ("VBP", "VBZ") and bool(kinds & {"base", "third"})
    return present and any(one < index for one in tree.children(index, "nsubj")) if tree is not None else False


def _can_mean(tokens: list[Token], index: int, forms: list[Form]) -> bool:
    """Say whether one of the cues of a word has behind it what it needs ("hold" only with "out")."""
    following = [token.lower for token in tokens[index + 1 : index + 6]]
    for form in forms:
        needs = form.cue.needs
        if form.cue.stance is None or needs[0] in ("*", "-ing") or needs[0][0] == "+" or set(needs) & set(following):
            return True
        if form.kind == "past" and following[:1] in ([","], ["."], [";"]):
            return True  # "Kenya at first refused, ..."
    return tokens[index].lower in SPEECH_FORMS


def _beside(tokens: list[Token], index: int, step: int) -> str:
    """Return the word beside ``index``, over a mark of a quotation that only holds the verb: “rejects” it."""
    at = index + step
    mark = "“" if step < 0 else "”"
    if 0 <= at < len(tokens) and tokens[at].text == mark:
        at += step
    if not 0 <= at < len(tokens):
        return ""
    return "very" if step < 0 and tokens[at].lower == "much" and tokens[at - 1].lower == "very" else tokens[at].lower


class _Word:
    """A word of the lexicon among its neighbours, that may be a verb or a noun."""

    def __init__(
        self, tokens: list[Token], index: int, group: Group, named: frozenset[int], *, opens_item: bool
    ) -> None:
        self.tokens = tokens
        self.index = index
        self.group = group
        self.named = named
        self.opens_item = opens_item
        self.text = tokens[index].lower
        self.before = _beside(tokens, index, -1)
        self.after = _beside(tokens, index, 1)

    def is_verb(self, kinds: set[str], *, stance: bool) -> bool:
        """Tell a verb from a noun or adjective of the same shape by its neighbours."""
        if self.text == "counter" and self.after in ("to", "-"):
            return False
        if self.group.passive and not kinds & {"past", "participle", "gerund"}:
            return False
        if not self.group.bare:
            return True
        if self.opens_item and kinds & {"base", "third"}:
            return self._opens_object()
        if kinds & {"past", "participle"} and not kinds & {"base", "third"}:
            if is_adverb(self.before) and self.index > 1 and self.tokens[self.index - 2].lower in _MODIFIED:
                return False  # "the internationally recognised government"
            return self.before not in _ARTICLES - {"this", "any", "no"} | {"its", "their", "his", "our"}
        if kinds == {"gerund"}:
            return self.before not in ("the", "a", "an", "its", "their", "this", "his")
        if "third" in kinds and self._follows_party():
            return True
        if self.before in _NOUN_BEFORE:
            return self.before == "that" and "third" in kinds
        if "third" in kinds and self.after in _CLAUSE_OPENERS:
            return self.index > 0 and (self.tokens[self.index - 1].is_word or self.before in (",", ")", "”", "—", "–"))
        if {"past", "base"} <= kinds and self.before not in ("to", "we", "i", "they", "you"):
            return self.before not in _ARTICLES | _POSSESSIVES
        if "base" in kinds:
            return self._is_plural_verb()
        return self._is_third(stance)

    def _opens_object(self) -> bool:
        """Say whether the verb that begins a clause ("Reaffirm their commitment") has its object behind it."""
        if self.index + 1 >= len(self.tokens):
            return False
        if self.tokens[self.index + 1].is_capital:
            return True
        if self.text in NOUN_LIKE:
            return self.after in _CLAUSE_OBJECTS or (self.text in ("call", "calls") and self.after == "for")
        return self.after in _OBJECTS | PREPOSITIONS or self.after == "deep" or self.after.endswith("ing")

    def _follows_party(self) -> bool:
        """Say whether a form that is no noun stands right behind a name: "China deplores and opposes ..."."""
        if self.text in NOUN_LIKE:
            return False
        at = self.index - 1
        while at > 0 and (is_adverb(self.tokens[at].lower) or self.tokens[at].text == "“"):
            at -= 1
        return at >= 0 and at in self.named

    def _is_plural_verb(self) -> bool:
        """Say whether a plain form is the verb of a plural or first-person subject."""
        if self.after == "of":
            return False
        if self.text in _CLAUSAL and self.after in _CLAUSE_OPENERS | {"that"} and self.before not in _NOUN_BEFORE:
            return True  # "parties in Kenya say they will"
        opened = self.before == "," and self.index > 3 and self.tokens[0].lower == "we" and self.tokens[1].text == ","
        if opened or enumerated(self.tokens, self.index):
            return True
        if self.before in _PLURAL_SUBJECTS or (self.before.endswith("s") and len(self.before) > 3):
            return True
        if is_adverb(self.before):
            return True
        if self.text not in NOUN_LIKE and self._many_of():
            return True
        if self.index < 2 or not self.tokens[self.index - 1].is_capital:
            return False
        earlier = self.tokens[self.index - 2].lower
        return (earlier == "and" and self.index > 2) or (earlier == "the" and self.text not in NOUN_LIKE)

    def _many_of(self) -> bool:
        """Say whether the subject is a plural with an "of" phrase: "the members of the council urge"."""
        at = self.index - 1
        while at > 1 and (self.tokens[at].is_capital or self.tokens[at].lower in ("the", "and")):
            at -= 1
        return at > 0 and self.tokens[at].lower == "of" and self.tokens[at - 1].lower.endswith("s")

    def _is_third(self, stance: bool) -> bool:
        """Say whether a form in -s is a verb: behind a noun, in front of what opens an object."""
        if not self.index:
            return stance
        if self.before in ("he", "she", "it", "who"):
            return True
        stands = self.tokens[self.index - 1].is_word or self.before in (",", ")", "”", '"', "—", "–")
        if not stands or self.index + 1 >= len(self.tokens):
            return False
        following = self.tokens[self.index + 1]
        if self.text in NOUN_LIKE and self.index > 1 and self.tokens[self.index - 2].lower.endswith("ed"):
            return False  # "faced tough questions on"
        opens = self.after in _OBJECTS or following.is_capital or following.text in '“",:'
        joined = self.text not in NOUN_LIKE and self.after in ("and", "but")
        return opens or joined or is_nominal(following)
