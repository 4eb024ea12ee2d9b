"""A name for what a statement is about, from its own words: the noun phrase a desk officer would write down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.cues import NOUN_LIKE, SPEECH_FORMS, STANCE_FORMS
from briefing_app.analysis.issue_words import ACTION_NOUNS, EMPTY_VERBS
from briefing_app.analysis.lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION_WORDS,
    MONTHS,
    PREPOSITIONS,
    WEEKDAYS,
    is_adverb,
)

if TYPE_CHECKING:
    from briefing_app.analysis.page import Token

LONGEST = 5
"""Most words of a name."""

# Nouns that only lead to what is meant: "the need for a truce", "efforts to end the war".
_LIGHT = frozenset(
    (
        "need importance efforts effort attempt attempts use principle principles idea ideas notion news fact claim"
        " claims"
        " suggestion suggestions call calls request requests demand demands commitment commitments support proposal"
        " proposals offer offers plan plans possibility prospect move moves step steps decision decisions start"
        " role process work way ways kind sort form part parts view views position question issue issues matter case"
        " number numbers series set range level levels place time terms term spirit context light basis interest"
        " interests course result results reports report readiness willingness right rights result lack risk"
        " readout value merit goal goals aim aims purpose something anything nothing thing things one point points"
    ).split()
)
# Verbs that say little of their object's matter: "to keep its police", "working with partners to end ...".
_VERBAL = frozenset(
    (
        "work working continue continuing help helping assist assisting support supporting ensure ensuring make making"
        " take taking provide providing give giving keep keeping hold holding see seeing get getting put putting set"
        " setting allow allowing let letting bring bringing do doing go going find finding have having be being"
        " remain remaining look looking share sharing play playing seek seeking use using start starting begin"
        " beginning reach reaching lead leading host hosting send sending accept accepting discuss discussing sign"
        " signing join joining build building pay paying submit submitting act acting meet meeting become becoming"
        " strive try trying want remain deliver delivering honour honouring respect respecting implement implementing"
        " adopt adopting achieve achieving maintain maintaining promote promoting pursue pursuing standing stand"
    ).split()
)
_WEAK = frozenset(
    (
        "important positive negative new first second third last next previous strong stronger strongest serious"
        " grave deep"
        " deepest sincere horrific barbaric brutal shocking outrageous appalling vicious senseless terrible tragic"
        " unprovoked cowardly significant major key vital crucial essential necessary welcome good better best bad"
        " worse worst great greater greatest real true clear full fuller fully further additional more less other own"
        " same different certain possible early late recent current present future ongoing continued continuing lasting"
        " meaningful credible constructive effective appropriate relevant specific particular general overall common"
        " total whole entire big large small high low long short immediate urgent swift rapid steadfast determined"
        " so-called apparent alleged yet yesterday today tomorrow such prepared ready able willing several many few"
        " both all each every any some"
    ).split()
)
_TIMES = frozenset(
    (*WEEKDAYS, *MONTHS, "today", "yesterday", "tomorrow", "week", "weeks", "weekend", "month", "months", "year",
     "years", "day", "days", "hour", "hours", "morning", "evening", "night", "o'clock")
)  # fmt: skip
_AMOUNTS = frozenset(
    "hundred thousand million billion trillion dozen dollars euros pounds yen percent per cent half quarter bn mn m"
    " one two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety".split()
)
_LINKS = frozenset("of on in for over against with between".split())
_PASSED = _WEAK | _AMOUNTS | _TIMES | _VERBAL | frozenset("why how what who whom whose".split())
_LEADING = PREPOSITIONS | {"that", "to"}
_BEFORE_VERB = AUXILIARIES | {"to", "not", "never", "rather", "and"}
_TO_VERB = frozenset("that which to not".split())
_MODALS = frozenset("will would can could may might must shall should".split())
# Verbs that only headlines put behind their subject without more.
_HEADLINE_VERBS = frozenset(
    (
        "ends begins keeps hints divides stalls stall breaks break pause pauses faces looms nears hits grows"
        " falls rises drags drag resumes resume opens closes fails fail collapses collapse continues continue"
        " wants says seeks urges backs rejects welcomes signs meets meet agrees agree reaches reach enters enter"
        " stays stay remains remain"
    ).split()
)
_PASTS = frozenset(
    "ran came went stood took gave kept met began fell rose lost won paid sent saw sat spoke drew broke grew".split()
)
_DOING = frozenset(
    (
        "show test issue stop exchange share open close clear ease speed launch draft fund finance train equip"
        " monitor watch guard protect save feed house arm supply ship sell buy trade pay lend grant deny ban bar"
        " block limit cap raise lower cut double halve triple tax tie link join leave enter visit meet host chair"
        " deal treat handle manage run count check inspect verify confirm clarify explain publish print name list"
        " register record study review revise rewrite redraw draw mark map survey search find track trace arrest"
        " try jail free swap return send bring carry move transfer deliver hand give take seize hold keep store"
        " destroy burn bury dig drill mine pump fish farm plant grow"
    ).split()
)
_STEPS = 5


def phrase_issue(tokens: list[Token], first: int, last: int) -> str:
    """Return a short noun phrase from tokens ``first`` to ``last`` as an issue of its own; empty if there is none."""
    last = min(last, len(tokens))
    at, kept = first, ""
    for _ in range(_STEPS):
        at = _opening(tokens, at, last)
        if at >= last:
            break
        words, behind = _noun_phrase(tokens, at, last)
        name = _named(words)
        alone = len(words) == 1 and (words[0][0].isupper() or (at and tokens[at - 1].lower in _BEFORE_VERB))
        if name and not alone and not _is_weak(words):
            return name
        kept = kept or ("" if alone else name)
        at = max(behind, at + 1)
    return kept


def _opening(tokens: list[Token], at: int, last: int) -> int:
    """Step over what stands in front of the noun that matters."""
    while at < last:
        lower = tokens[at].lower
        following = tokens[at + 1].lower if at + 1 < last else ""
        if lower == "in" and any(one.lower == "terms" for one in tokens[at : at + 6]):
            at = next(i for i in range(at, at + 6) if tokens[i].lower == "terms") + 1
        elif not tokens[at].is_word or lower in FUNCTION_WORDS or is_adverb(lower) or lower in ("'s", "’s"):
            at += 1
        elif following in ("'s", "’s"):
            at += 2  # whose it is, is the party's matter
        elif at and following and (tokens[at - 1].lower in _MODALS or _tells_of(tokens, at)):
            at += 1  # a verb: "shares must rest on", "a text that mentions"
        elif at and tokens[at - 1].lower in _TO_VERB and _is_base(lower) and tokens[at].text[0].islower() and following:
            at += 1  # "to release prisoners" is about prisoners
        elif lower in _PASSED or _is_verb(lower) or (lower in _LIGHT and following in _LEADING):
            at += 1
        elif following in DETERMINERS and tokens[at].text[0].islower() and not _timed(tokens, at + 1, last):
            at += 1  # a verb: what it is done to follows
        else:
            break
    return at


def _tells_of(tokens: list[Token], at: int) -> bool:
    """Say whether a token is the verb of a relative clause: "a text that mentions the toll"."""
    opener = at > 1 and tokens[at - 1].lower in ("that", "which", "who")
    return (
        opener
        and tokens[at].lower.endswith("s")
        and tokens[at - 2].is_word
        and tokens[at - 2].lower not in SPEECH_FORMS
    )


def headline_issue(tokens: list[Token]) -> str:
    """Return a noun phrase of a headline, which tells of it in verbs without more; empty for a single word."""
    end = next((i for i, token in enumerate(tokens) if i and token.lower in _HEADLINE_VERBS), len(tokens))
    named = phrase_issue(tokens, 0, end)
    return named if " " in named else ""


def _is_base(word: str) -> bool:
    """Say whether a word is a verb as it stands behind "to", and hardly ever a noun there."""
    return word in ACTION_NOUNS or word in EMPTY_VERBS or word in _DOING


def _timed(tokens: list[Token], at: int, last: int) -> bool:
    """Say whether what a determiner opens is a time: "every day"."""
    return at + 1 < last and tokens[at + 1].lower in _TIMES


def _noun_phrase(tokens: list[Token], at: int, last: int) -> tuple[list[str], int]:
    """Return the words of the noun phrase at ``at``, with one short phrase that belongs to it, and where it ends."""
    words: list[str] = []
    linked = False
    while at < last and len(words) < LONGEST:
        token = tokens[at]
        lower = token.lower
        following = tokens[at + 1] if at + 1 < last else None
        if lower in ("'s", "’s"):
            words, linked = [], False
        elif lower in _LINKS and words and not linked and following is not None and _begins_noun(tokens, at + 1, last):
            if lower != "of" and len(words) > 2:
                break
            words.append(lower)
            linked = True
        elif not (lower in DETERMINERS and words and words[-1] in _LINKS):
            if _ends(token, after_noun=bool(words) and words[-1] not in _LINKS):
                break
            if lower not in _WEAK:
                words.append(token.text)
        at += 1
    if at < last and len(words) > 1 and tokens[at].lower in DETERMINERS and words[-1] not in _LINKS:
        words.pop()  # a verb: what it is done to follows
    while words and (words[-1] in _LINKS or words[-1].lower() in _AMOUNTS):
        words.pop()
    return words, at


def _ends(token: Token, *, after_noun: bool) -> bool:
    """Say whether a token stands behind a noun phrase: a sign, a small word, a time, a verb."""
    lower = token.lower
    if not token.is_word or lower in FUNCTION_WORDS or is_adverb(lower) or lower in _TIMES:
        return True
    return after_noun and (_is_participle(lower) or _is_verb(lower) or lower in _PASTS)


def _begins_noun(tokens: list[Token], at: int, last: int) -> bool:
    while at < last and tokens[at].lower in DETERMINERS | _WEAK:
        at += 1
    blocked = AUXILIARIES | CONJUNCTIONS | PREPOSITIONS | _TIMES | _AMOUNTS
    if at >= last or not tokens[at].is_word or tokens[at].lower in blocked:
        return False
    acting = tokens[at].lower.endswith("ing") and (at + 1 >= last or tokens[at + 1].lower in FUNCTION_WORDS)
    return not acting


def _is_verb(word: str) -> bool:
    """Say whether a word is a finite form of a verb of the lexicon that is no noun."""
    forms = (*STANCE_FORMS.get(word, ()), *SPEECH_FORMS.get(word, ()))
    return word not in NOUN_LIKE and any(form.kind in ("third", "past") for form in forms)


def _is_participle(word: str) -> bool:
    return (word.endswith("ed") and len(word) > 4) or word in ("made", "given", "taken", "held", "put", "set", "drawn")


def _is_weak(words: list[str]) -> bool:
    """Say whether a phrase tells too little to be a name: a light noun alone, a verb, a name alone."""
    plain = [word for word in words if word not in _LINKS]
    light = all(word.lower() in _LIGHT | _VERBAL | _WEAK or len(word) < 3 for word in plain)
    return light or (len(plain) == 1 and plain[0].endswith(("ing", "ed")))


def _named(words: list[str]) -> str:
    name = " ".join(words)
    return name[:1].upper() + name[1:]
