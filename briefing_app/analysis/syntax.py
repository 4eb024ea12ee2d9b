"""A light reading of a sentence: verb groups, and the noun phrase that is their subject."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.analysis.lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MONTHS,
    PREPOSITIONS,
    PRONOUNS,
    WEEKDAYS,
    is_adverb,
)

if TYPE_CHECKING:
    from briefing_app.analysis.page import Token

_NEGATIONS = frozenset("not never no n't neither nor hardly cannot".split())
_BE = frozenset(
    "is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t 're ’re 'm ’m".split()
)
_ATTACH = frozenset("of from in for at on to with between against over under near within among by behind".split())
_QUOTES = frozenset('"“”‘«»')
_SUBJECT_PRONOUNS = frozenset("i we he she it they you who this that which both all neither everyone nobody".split())
_NOT_NOUN_BEFORE_FINITE = frozenset(["to"])


@dataclass(frozen=True, slots=True)
class Group:
    """The verb at ``index`` with its auxiliaries from ``first`` on."""

    first: int
    index: int
    words: tuple[str, ...]
    negated: bool
    passive: bool
    infinitive: bool

    def has(self, *words: str) -> bool:
        """Say whether one of the words is among the auxiliaries and adverbs of the group."""
        return any(word in self.words for word in words)

    @property
    def bare(self) -> bool:
        """Say whether the verb stands without any auxiliary."""
        return not any(word in AUXILIARIES or word == "to" for word in self.words)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens ``first`` to ``last`` (last excluded); ``extra`` is a phrase set beside it by commas."""

    first: int
    last: int
    extra: tuple[int, int] | None = None
    hypothetical: bool = False
    relative: bool = False


def verb_group(tokens: list[Token], index: int) -> Group:
    """Return the group of the verb at ``index``: what stands left of it and belongs to it."""
    first = index
    words: list[str] = []
    while first > 0 and index - first < 6:
        word = tokens[first - 1].lower
        if word == "," and first > 3 and is_adverb(tokens[first - 2].lower) and tokens[first - 3].text == ",":
            first -= 3
            continue
        degree = (tokens[first - 2].lower if first > 1 else "", word, tokens[first].lower)
        so_far = degree[1:] == ("so", "far") or degree[:2] == ("very", "much")
        if word in AUXILIARIES or word in _NEGATIONS or is_adverb(word) or so_far:
            words.append(word)
            first -= 1
            continue
        if word == "at" and words[-1:] in (["least"], ["last"], ["first"], ["once"]):
            first -= 1  # "has at least offered"
            continue
        if word in ("first", "last") and first > 2 and tokens[first - 2].lower == "at":
            first -= 2  # "at first refused"
            continue
        if word == "to" and not (words_have_aux(words) and set(words) & AUXILIARIES - {"be", "have", "been"}):
            words.append(word)
            first -= 1
            break
        break
    infinitive = bool(words) and words[-1] == "to"
    negated = any(w in _NEGATIONS or w.endswith(("n't", "n’t")) for w in words) or ("no" in words and "longer" in words)
    negated = negated or _inverted(tokens, first)
    form = tokens[index].lower
    auxiliaries = [w for w in words if w in AUXILIARIES]
    passive = bool(auxiliaries) and auxiliaries[0] in _BE and not form.endswith("ing")
    return Group(first, index, tuple(words), negated, passive, infinitive)


def _inverted(tokens: list[Token], first: int) -> bool:
    """Say whether the verb at ``first`` is denied in front of its subject: "nor would we object"."""
    near = [token.lower for token in tokens[max(0, first - 6) : first]]
    at = next((i for i in range(len(near) - 1, 0, -1) if near[i] in AUXILIARIES), 0)
    return 0 < at < len(near) - 1 and near[at - 1] in ("nor", "neither")


def over_aside(tokens: list[Token], at: int) -> int:
    """Step over a short aside between commas: "was ready, she said, to"."""
    if at >= len(tokens) or tokens[at].text != ",":
        return at
    close = next((i for i in range(at + 2, min(at + 8, len(tokens))) if tokens[i].text == ","), 0)
    return close + 1 if close else at


def raised(tokens: list[Token], group: Group) -> Group | None:
    """Return the group that governs an infinitive and lends it its subject: "is said to be", "continues to"."""
    if not group.infinitive or group.first < 2 or tokens[group.first - 1].lower not in RAISING:
        return None
    return verb_group(tokens, group.first - 1)


RAISING = frozenset(
    (
        "said believed understood thought known reported rumoured likely expected set due appears appear appeared seems"
        " seem seemed continue continues continued continuing happens going certain sure bound inclined tends tend"
        " tended used"
    ).split()
)


def words_have_aux(words: list[str]) -> bool:
    """Say whether an auxiliary is among the words already taken."""
    return any(word in AUXILIARIES for word in words)


def behind_dateline(tokens: list[Token]) -> int:
    """Return where a sentence starts behind "GENEVA, 3 May (Agency) -"."""
    for index, token in enumerate(tokens[:_DATELINE]):
        if token.text in "-–—" and index and tokens[0].text.isupper():
            return index + 1
    return 0


_DATELINE = 10


def is_nominal(token: Token) -> bool:
    """Say whether a token can be inside a noun phrase."""
    if token.text in ("-", "&", "/", "%", "$", "€", "£"):
        return True
    if token.lower in ("'s", "’s", "'", "’"):
        return True
    if not token.text[0].isalnum():
        return False
    lower = token.lower
    if lower in ("that", "other"):
        return lower == "other"  # "five other powers"
    if len(lower) > 1 and token.text.isupper():
        return True  # the US, not us
    if lower in DETERMINERS:
        return True
    blocked = lower in PREPOSITIONS or lower in CONJUNCTIONS or lower in PRONOUNS or lower in AUXILIARIES
    return not blocked and not is_adverb(lower)


def enumerated(tokens: list[Token], index: int) -> int:
    """Return where the first "(a)" of a clause stands if the verb at ``index`` follows one of its items, else 0."""
    if index < 3 or tokens[index - 1].text != ")" or tokens[index - 3].text != "(" or len(tokens[index - 2].text) > 3:
        return 0
    marks = (i for i in range(1, index - 2) if tokens[i].text == "(" and tokens[i + 2].text == ")")
    return next((i for i in marks if len(tokens[i + 1].text) <= 3), 0)


def subject_before(tokens: list[Token], index: int, stops: frozenset[int] = frozenset()) -> Phrase | None:
    """Return the subject of the verb group that starts at ``index``, or None.

    ``stops`` are token indices of finite verbs, over which no noun phrase extends.
    """
    if index > 3 and tokens[0].lower == "we" and tokens[1].text == "," and tokens[index - 1].text == ",":
        return Phrase(0, 1)
    listed = enumerated(tokens, index)
    at = (listed or index) - 1
    extra: tuple[int, int] | None = None
    relative = False
    while at >= 0 and is_adverb(tokens[at].lower):
        at -= 1
    at = _before_quote(tokens, at)
    at = _before_date(tokens, at)
    steps = 0
    while at >= 0 and steps < 3:
        steps += 1
        word = tokens[at].lower
        if word in (",", "—", "–", ")") and at > 0:
            opening = _opening(tokens, at)
            if opening is None:
                break
            if extra is None and tokens[opening + 1].lower not in (
                "who",
                "which",
                "whose",
                "on",
                "in",
                "after",
                "speaking",
            ):
                extra = (opening + 1, at)
            at = opening - 1
            continue
        if word in ("who", "which", "that"):
            if word == "that" and not (at and is_nominal(tokens[at - 1])):
                return None
            relative = True
            at -= 1
            if at >= 0 and tokens[at].text == ",":
                at -= 1
            continue
        break
    if at < 0:
        return None
    word = tokens[at].lower
    if word in _SUBJECT_PRONOUNS:
        return Phrase(at, at + 1, extra, is_hypothetical(tokens, at), relative)
    if not is_nominal(tokens[at]) or at in stops:
        return None
    first = _phrase_start(tokens, at, stops)
    outer = _over_relative(tokens, first, at, stops)
    if outer is not None:
        first, at = outer
    return Phrase(first, at + 1, extra, is_hypothetical(tokens, first), relative)


def _before_quote(tokens: list[Token], at: int) -> int:
    """Step over a mark behind which a quotation goes on with the verb: "Kenya “cannot accept” it"."""
    if at < 1 or tokens[at].text not in '“«"':
        return at
    apart = tokens[at - 1].end < tokens[at].start and at + 1 < len(tokens) and tokens[at].end == tokens[at + 1].start
    return at - 1 if apart and tokens[at - 1].text != ":" else at


def _before_date(tokens: list[Token], at: int) -> int:
    """Step over a date between a subject and its verb: "Kenya on Tuesday rejected"."""
    end = at
    while end >= 0 and (tokens[end].lower in _CALENDAR or _DATE_NUMBER.match(tokens[end].lower)):
        end -= 1
    if end == at or end < 0:
        return at
    while end > 0 and tokens[end].lower in (
        "on",
        "in",
        "last",
        "this",
        "late",
        "early",
        "earlier",
        "since",
        "the",
        "of",
    ):
        end -= 1
        if tokens[end + 1].lower in ("on", "in", "since"):
            break
    if (
        tokens[end + 1].lower in ("on", "in", "since", "last", "this", "earlier", "late", "early")
        or tokens[end + 1].lower in WEEKDAYS
    ):
        stands = is_nominal(tokens[end]) or tokens[end].text == "," or tokens[end].lower in _SUBJECT_PRONOUNS | {"who"}
        return end if end >= 0 and stands else at
    return at


LISTING = frozenset("among including notably namely".split())
_CALENDAR = frozenset(
    (
        *WEEKDAYS,
        *MONTHS,
        "week",
        "month",
        "year",
        "weekend",
        "today",
        "yesterday",
        "morning",
        "evening",
        "night",
        "afternoon",
    )
)
_DATE_NUMBER = re.compile(r"^\d{1,2}$|^(?:19|20)\d\d$")


def _over_relative(tokens: list[Token], first: int, at: int, stops: frozenset[int]) -> tuple[int, int] | None:
    """Step from inside "that represents 4,300 dockers" to the noun it describes."""
    if first < 2 or tokens[first - 1].lower not in ("that", "who", "which") or at - first < 1:
        return None
    second = tokens[first + 1]
    verbal = tokens[first].text[0].islower() and tokens[first].lower not in DETERMINERS
    if not verbal or not (
        second.lower in DETERMINERS or second.lower in PREPOSITIONS or second.text[0].isdigit() or second.is_capital
    ):
        return None
    end = first - 2
    if tokens[end].text == "," and end:
        end -= 1
    if end in stops or not is_nominal(tokens[end]):
        return None
    return _phrase_start(tokens, end, stops), end


def _opening(tokens: list[Token], at: int) -> int | None:
    """Return the index of the mark that opens what ends at ``at``; None if it opens nothing near."""
    mark = tokens[at].text
    partner = "(" if mark == ")" else mark
    if mark == ",":
        for index in range(at - 1, max(0, at - 30), -1):
            if tokens[index].lower in LISTING and tokens[index - 1].text == ",":
                return index - 1
            word = tokens[index]
            if not (word.is_capital or word.text in (",", "-") or word.lower in ("and", "the", "them", "of")):
                break
    for index in range(at - 1, max(-1, at - 30), -1):
        if tokens[index].text == partner and index > 0:
            return index
        if tokens[index].text in ";:" or tokens[index].text in _QUOTES:
            return None
    return None


def _phrase_start(tokens: list[Token], at: int, stops: frozenset[int]) -> int:
    """Return where the noun phrase that ends at ``at`` starts, with the phrases attached to it."""
    first = at
    while first > 0:
        before = first - 1
        token = tokens[before]
        if before in stops:
            break
        if is_nominal(token):
            if token.lower in DETERMINERS and tokens[first].lower in DETERMINERS and token.lower not in ("all", "both"):
                break
            if tokens[first].text in ("the", "a", "an") and token.lower not in ("all", "both"):
                break  # "following the meeting the minister": an article opens a phrase
            first = before
            continue
        if token.lower in _ATTACH and before > 0 and is_nominal(tokens[before - 1]) and before - 1 not in stops:
            if _leads(tokens, before):
                break
            first = before - 1
            continue
        joins = token.lower == "and" or (token.lower == "nor" and tokens[before - 1].is_capital)
        if joins and before > 0 and is_nominal(tokens[before - 1]) and before - 1 not in stops:
            if tokens[before - 1].is_capital or tokens[first].lower in DETERMINERS or not tokens[first].is_capital:
                first = before - 1
                continue
            break
        if token.text == "," and before > 0 and _lists(tokens, before, at):
            first = before - 1
            continue
        if is_adverb(token.lower) and before > 0 and tokens[before - 1].lower in DETERMINERS:
            first = before
            continue
        break
    while first < at and tokens[first].lower in ("'s", "’s", "-", "&", "/"):
        first += 1
    return first


def _leads(tokens: list[Token], before: int) -> bool:
    """Say whether a preposition opens the clause, so that what follows is no attachment."""
    return before == 0


def _lists(tokens: list[Token], comma: int, at: int) -> bool:
    """Say whether a comma parts members of a list "A, B and C"."""
    left = tokens[comma - 1]
    right = tokens[comma + 1]
    named = right.is_capital or (right.lower == "the" and any(t.is_capital for t in tokens[comma + 2 : comma + 4]))
    if not (left.is_capital and named):
        return False
    return any(tokens[i].lower == "and" for i in range(comma + 1, min(at, comma + 8)))


def is_hypothetical(tokens: list[Token], first: int) -> bool:
    """Say whether a clause with its subject at ``first`` only supposes something."""
    before = tokens[first - 1].lower if first else ""
    return before in ("if", "whether", "unless", "until", "once", "should", "before", "till", "lest")


def shares_subject(tokens: list[Token], index: int, stops: frozenset[int]) -> int | None:
    """Return the earlier verb with which the group at ``index`` shares its subject ("X came and said")."""
    at = index - 1
    while at >= 0 and is_adverb(tokens[at].lower):
        at -= 1
    if at < 0 or tokens[at].lower not in ("and", "but", "or", "then", "yet"):
        return None
    while at >= 0 and tokens[at].lower in ("and", "but", "or", ",", "then", "yet"):
        at -= 1
    earlier = [stop for stop in stops if stop <= at]
    if not earlier:
        return None
    last = max(earlier)
    between = [token.lower for token in tokens[last + 1 : at + 1]]
    if any(word in (";", ":") or word in _QUOTES for word in between):
        return None
    return last


def _opens_agent(tokens: list[Token], at: int) -> bool:
    """Say whether a second participle with its agent follows: "by Kenya and backed by Uganda"."""
    return tokens[at].lower == "and" and at + 2 < len(tokens) and tokens[at + 2].lower == "by"


def _opens_date(tokens: list[Token], at: int) -> bool:
    """Say whether a date starts at ``at``: "by Kenya last week", "by Kenya on Monday", "by Kenya this month"."""
    if tokens[at].lower in WEEKDAYS or tokens[at].lower in ("yesterday", "today", "tomorrow"):
        return True
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return tokens[at].lower in ("last", "this", "next", "earlier", "late", "early") and (
        following in _CALENDAR or following in ("in", "on", "this", "last")
    )


def behind_date(tokens: list[Token], at: int) -> int:
    """Step over a day that stands between a word and what belongs to it: "expressed concern Sunday over"."""
    if at + 1 < len(tokens) and tokens[at].lower == "on" and tokens[at + 1].lower in WEEKDAYS:
        return at + 2
    day = {token.lower for token in tokens[at + 1 : at + 3]}
    if at + 2 < len(tokens) and tokens[at].lower == "on" and day & set(MONTHS) and any(word.isdigit() for word in day):
        return at + 4 if tokens[at + 3 : at + 4] and tokens[at + 3].text.isdigit() else at + 3
    return at + 1 if at < len(tokens) and tokens[at].lower in (*WEEKDAYS, "yesterday", "today") else at


def phrase_from(tokens: list[Token], first: int) -> Phrase | None:
    """Return the noun phrase that starts at ``first`` with its "of" and "and" parts, or None."""
    last = first
    while last < len(tokens) and last - first < 12:
        if last > first and (_opens_date(tokens, last) or _opens_agent(tokens, last)):
            break
        if is_nominal(tokens[last]) or (
            last > first
            and tokens[last].lower in ("of", "and", "from", "for")
            and last + 1 < len(tokens)
            and is_nominal(tokens[last + 1])
        ):
            last += 1
            continue
        if (
            tokens[last].text == ","
            and last > first
            and last + 1 < len(tokens)
            and tokens[last + 1].is_capital
            and tokens[last - 1].is_capital
        ):
            last += 1
            continue
        break
    return Phrase(first, last) if last > first else None
