"""Whether words are a name that a desk officer would write over a file: a thing that can be negotiated, not a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.cues import NOUN_LIKE, SPEECH_FORMS, STANCE_FORMS
from briefing_app.analysis.lexicon import FUNCTION_WORDS, MONTHS, WEEKDAYS, is_adverb
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.analysis.candidates import Candidate

GENERAL = "Other matters"
"""The issue of what nothing names."""
_LINKS = frozenset("of on in for over against with between to from at by".split())
# Who is spoken of, or to: what they hold is an issue, they are none.
_PEOPLE = frozenset(
    (
        "people person persons party parties side sides capital capitals country countries nation nations state"
        " states government governments minister ministers president presidents member members leader leaders"
        " official officials envoy envoys delegation delegations delegate delegates partner partners ally allies"
        " neighbour neighbours neighbor neighbors citizen citizens resident residents man men woman women boy boys"
        " girl girls kids guest guests friend friends colleague colleagues commissioner secretary chancellor"
        " ambassador spokesman spokeswoman spokesperson world community public group groups team"
    ).split()
)
# Words that name nothing by themselves.
_EMPTY = frozenset(
    (
        "council committee ministry department matter matters mind glance grace view views position positions hand"
        " hands brink bolt objection objections"
        " leaves fewer more less inch foot thing things fact facts moment way ways word words line lines face body kind"
        " part one ones other others same such rest lot bit example case cases point points date day time step steps"
        " tonne tonnes ton tons hectare hectares mile miles metre metres kilometre kilometres percent dollar dollars"
        " euro euros comes heard says goes gets leaves makes takes voyage chance course end start side effect terms"
        " idea ideas answer answers question questions promise promises hope hopes need needs voice message news"
    ).split()
)
_BODIES = frozenset("council committee ministry department".split())
_ADJECTIVES = frozenset(
    "mandatory foreign political military free alone ready open closed visible engaged involved committed able"
    " accountable responsible liable long-term short-term medium-term individual".split()
)
_TIMES = frozenset((*WEEKDAYS, *MONTHS, "today", "tomorrow", "yesterday", "year", "years", "month", "months", "week"))
_WHO = frozenset({EntityKind.PERSON, EntityKind.ORG, EntityKind.GPE, EntityKind.NORP, EntityKind.LOC})
_MOST = 7


def is_issue(label: str, names: Iterable[Candidate] = (), text: str = "") -> bool:
    """Say whether a label names an issue; ``names`` are the names near it in ``text``, and none of them is one."""
    words = label.split()
    if not words or len(words) > _MOST:
        return False
    head = _head(words)
    lower = head.lower()
    alone = len(words) == 1
    empty = lower in _EMPTY and (alone or (words[-1] == head and lower not in _BODIES))
    if empty or lower in _PEOPLE or lower in _TIMES:
        return False
    if alone and (lower in FUNCTION_WORDS or is_adverb(lower) or _is_adjective(lower) or _is_verb(lower)):
        return False
    if words[0].lower() in _ADJECTIVES and (alone or words[1].lower() in _LINKS):
        return False
    last = words[-1].lower()
    if len(words) > 1 and (_is_verb(last) or last in FUNCTION_WORDS):
        return False
    return not any(_is_only(label, text[one.start : one.end], one.label) for one in names)


def _head(words: list[str]) -> str:
    """Return the noun that the others of a name belong to: the last before "of", "on", "for"."""
    at = next((i for i, word in enumerate(words) if i and word.lower() in _LINKS), len(words))
    return words[at - 1]


def _is_only(label: str, name: str, kind: EntityKind) -> bool:
    """Say whether a label is a name, a part of one, or a person with what he is."""
    plain, named = label.casefold(), name.casefold()
    if kind not in _WHO:
        return False
    return (
        plain in (named, named.removeprefix("the "))
        or plain in named.split()
        or (kind is EntityKind.PERSON and plain.endswith(named))
    )


def _is_adjective(word: str) -> bool:
    return word in _ADJECTIVES or (word.endswith(("ible", "ous", "ful", "less")) and len(word) > 5)


def _is_verb(word: str) -> bool:
    """Say whether a word is a form of a verb of our lists, in the third person or the past, and no noun."""
    if word in NOUN_LIKE or not word.endswith(("s", "ed")):
        return False
    return any(form.kind in ("third", "past") for form in (*STANCE_FORMS.get(word, ()), *SPEECH_FORMS.get(word, ())))
