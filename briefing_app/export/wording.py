"""Sentences about positions: who holds what, in words that keep the source's hedge.

A paraphrase may be a noun phrase ("withdrawal from the Donbas"), a clause ("that Kyiv withdraw"), an infinitive, a
gerund, a condition ("only if the liability were shared"), a predicate ("will not recognise any transfer"), a whole
sentence, or missing; each is put after the party's name so that English comes out. Where no verb can be chosen
safely, the stance is named and the words follow a colon; where there are no words, the passage itself is quoted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.entity import Status
from briefing_app.domain.position import Stance
from briefing_app.export.citing import quotation
from briefing_app.export.fragments import tidied
from briefing_app.export.grammar import (
    ADVERBS,
    AUXILIARIES,
    PAST,
    THIRD,
    Predicate,
    capitalised,
    is_plural,
    is_verb,
    listed,
    lowered,
    with_article,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.position import Statement

LONGEST = 28
"""Most words of a paraphrase used in a sentence."""

_PLAIN = {
    Stance.SUPPORTS: "supports",
    Stance.OPPOSES: "opposes",
    Stance.REJECTS: "rejects",
    Stance.DEMANDS: "demands",
    Stance.OFFERS: "offers",
}
_STATED = {
    Stance.SUPPORTS: Predicate("is", "in favour"),
    Stance.OPPOSES: Predicate("is", "opposed"),
    Stance.REJECTS: Predicate("refuses"),
    Stance.DEMANDS: Predicate("makes", "a demand"),
    Stance.OFFERS: Predicate("makes", "an offer"),
    Stance.CONDITIONAL: Predicate("takes", "a conditional position"),
    Stance.UNDECIDED: Predicate("is", "undecided"),
}
_INFINITIVE = {
    Stance.SUPPORTS: Predicate("favours", "moves"),
    Stance.OPPOSES: Predicate("opposes", "moves"),
    Stance.REJECTS: Predicate("refuses"),
    Stance.DEMANDS: Predicate("demands"),
    Stance.OFFERS: Predicate("offers"),
    Stance.CONDITIONAL: Predicate("is", "prepared, on conditions,"),
    Stance.UNDECIDED: Predicate("has", "not decided whether"),
}
_THAT = {
    Stance.SUPPORTS: Predicate("supports", "the idea"),
    Stance.OPPOSES: Predicate("opposes", "the idea"),
    Stance.REJECTS: Predicate("rejects", "the idea"),
    Stance.DEMANDS: Predicate("demands"),
    Stance.OFFERS: Predicate("proposes"),
    Stance.CONDITIONAL: Predicate("makes", "it a condition"),
    Stance.UNDECIDED: Predicate("is", "undecided on the idea"),
}
_GERUND = {Stance.DEMANDS: Predicate("insists", "on"), Stance.OFFERS: Predicate("proposes")}

# A paraphrase that names the stance again as a noun: "rejection of ..." after "rejects" would deny it.
_NOMINAL: dict[Stance, re.Pattern[str]] = {
    Stance.SUPPORTS: re.compile(r"^(?:its )?(?:support|backing|endorsement|approval) (?:for|of)\s+", re.IGNORECASE),
    Stance.OPPOSES: re.compile(
        r"^(?:its )?(?:opposition|objections?|resistance) to\s+|^(?:criticism|condemnation) of\s+", re.IGNORECASE
    ),
    Stance.REJECTS: re.compile(r"^(?:its )?(?:flat )?(?:rejection of|dismissal of|refusal (?=to\s))\s*", re.IGNORECASE),
    Stance.DEMANDS: re.compile(
        r"^(?:its )?(?:demands?|calls?|requests?|appeals?) for\s+|^(?:its )?(?:insistence on|demand (?=that\s))\s*",
        re.IGNORECASE,
    ),
    Stance.OFFERS: re.compile(r"^(?:an? |its )?(?:offer|proposal) (?:of\s+|(?=to\s))", re.IGNORECASE),
}
_ADJECTIVE = re.compile(
    r"^(?:not |no longer |still |conditionally |fully )?(?:ready|willing|unwilling|prepared|open|opposed|against"
    r"|undecided|in favou?r|committed|able|unable|sceptical|skeptical|reluctant)\b",
    re.IGNORECASE,
)
_READINESS = re.compile(r"^(?:its )?(?:conditional )?(readiness|willingness|openness|commitment) to\b", re.IGNORECASE)
_READY = {"readiness": "ready", "willingness": "willing", "openness": "open", "commitment": "committed"}
_CONDITION = re.compile(
    r"^(?P<only>only )?(?P<word>if|unless|until|not until|not unless|provided|providing|as long as|so long as"
    r"|on condition|on the condition|once|when|after|subject to)\b\s*",
    re.IGNORECASE,
)
_CONDITION_INSIDE = re.compile(
    r"\b(?:if|unless|until|provided|providing|once|after|as long as|so long as|on (?:the )?condition|subject to"
    r"|only|in (?:exchange|return) for)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(r"\b(?:said|says|told|will|would|cannot|must|is|are|was|were|has|have|had|does|did)\b")
_RELATIVE = re.compile(
    r"\b(?:that|which|who|whose|whether|if|unless|what|where|when|until|because|as|how|after|before|once)\b",
    re.IGNORECASE,
)
_QUALIFIED = re.compile(rf"\b(?:{'|'.join(sorted(ADVERBS))}|may|might|could|appears?|seems?)\b", re.IGNORECASE)
_SOMEBODY_TO = re.compile(r"^((?:the )?[A-Z][\w’.-]*(?: [A-Z][\w’.-]*)*) to (?=([a-z]+)\b)")
_AMBIGUOUS = frozenset(
    "demands offers calls claims plans moves needs states views rules promises pledges requests supports questions"
    " objects sets ties links bars blocks backs takes".split()
)
_FAMILY = {
    Stance.DEMANDS: frozenset({"calls", "asks", "needs"}),
    Stance.OFFERS: frozenset({"offers", "plans", "pledges", "promises", "moves"}),
}
_PREPOSITIONS = frozenset("for of on by from to in with against".split())
_NOBODY = frozenset("them it him her us me this these those".split())
_PRONOUNS = frozenset("he she it they we".split())
_NOUNS_IN_ING = frozenset(
    "thing king ring spring string wing nothing anything everything something ceiling meeting hearing funding training"
    " financing building understanding ruling monitoring shipping evening morning offering setting ring bring".split()
)


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence in two parts, without a full stop: the table prints the predicate, prose prints both."""

    subject: str
    predicate: str

    @property
    def text(self) -> str:
        """Return the sentence, beginning with a capital."""
        return capitalised(f"{self.subject} {self.predicate}".strip())


def worded(parties: Sequence[str], statement: Statement, *, longest: int = LONGEST) -> Wording:
    """Return what ``parties`` hold by ``statement`` as a grammatical sentence that keeps its hedges."""
    plural = len(parties) != 1 or is_plural(parties[0])
    names = (*parties, *statement.parties)
    own = statement.status is Status.EDITED or statement.confidence >= 1
    words = statement.paraphrase if own else tidied(statement.paraphrase)
    said = cut(_one_sentence(words), longest)
    predicate = _predicate(statement, said, names)
    subject = listed([with_article(name) for name in parties])
    hedges = [" ".join(hedge.split()) for hedge in statement.hedges]
    missing = [hedge for hedge in hedges if hedge and not _holds(said, hedge)]
    if not missing and (statement.hedged or statement.attribution_level < 4 or _QUALIFIED.search(said)):
        return Wording(subject, predicate.text(plural=plural))
    first = next((hedge for hedge in missing if predicate.can_say(hedge)), "")
    text = predicate.hedged(first, plural=plural)
    others = [f"“{hedge}”" for hedge in missing if hedge != first]
    return Wording(subject, f"{text} ({', '.join(others)})" if others else text)


def cut(text: str, words: int) -> str:
    """Return text of at most ``words`` words, an ellipsis marking the cut."""
    kept = text.split()
    return text if len(kept) <= words else " ".join(kept[:words]).rstrip(",;:–—-") + " …"


def _predicate(statement: Statement, said: str, names: Sequence[str]) -> Predicate:
    stance = statement.stance
    if not said or (said.split(" ", 1)[0].casefold() in _NOBODY and not statement.status.counts):
        return _quoting(statement)
    said = _without_subject(said, names, stance)
    found = _as_verb_phrase(said, stance)
    if found:
        return found
    pattern = _NOMINAL.get(stance)
    inner = pattern.sub("", said, count=1) if pattern else said
    evidence = " ".join(anchor.exact for anchor in statement.evidence)
    said = lowered(inner or said, evidence, names)
    return _as_clause(said, stance) or _as_noun(said, stance)


def _quoting(statement: Statement) -> Predicate:
    stated = _STATED[statement.stance]
    quote = statement.evidence[0].exact.strip().removesuffix(".") if statement.evidence else ""
    if quote.strip():
        return Predicate(
            stated.verb, f"{stated.rest}: {quotation(quote)}".lstrip() if stated.rest else f": {quotation(quote)}"
        )
    return Predicate(stated.verb, f"{stated.rest} on “{statement.issue}”".lstrip())


def _as_verb_phrase(said: str, stance: Stance) -> Predicate | None:
    """Read a paraphrase that brings its own verb or adjective."""
    after = _skip_adverb(said)
    adverb = said[: len(said) - len(after)].strip()
    first, _, rest = after.partition(" ")
    word = first.casefold()
    if word in AUXILIARIES or word in PAST or (word in THIRD and not _is_noun(word, rest, stance)):
        return Predicate(word, rest, adverb)
    ready = _READINESS.match(said)
    if ready and stance in (Stance.OFFERS, Stance.CONDITIONAL, Stance.SUPPORTS):
        return Predicate("is", f"{_READY[ready[1].casefold()]} to{said[ready.end() :]}")
    if _ADJECTIVE.match(said):
        return Predicate("is", said[0].lower() + said[1:])
    if re.match(r"conditional (?:up)?on ", said, re.IGNORECASE):
        return Predicate("makes", f"its agreement {said[0].lower()}{said[1:]}")
    return None


def _as_clause(said: str, stance: Stance) -> Predicate | None:
    """Read a paraphrase that is an infinitive, a that-clause, a condition, a question or a gerund."""
    condition = _CONDITION.match(said)
    word = said.split(" ", 1)[0].casefold()
    if word == "to" and not is_verb(said.split(" ", 2)[1] if " " in said else ""):
        return _towards(said, stance)
    if word == "to":
        lead = Predicate("is", "prepared") if stance is Stance.CONDITIONAL and _CONDITION_INSIDE.search(said) else None
        return _before(lead or _INFINITIVE[stance], said)
    if word == "that":
        return _before(_THAT[stance], said)
    if word == "whether":
        return Predicate("has", f"not decided {said}") if stance is Stance.UNDECIDED else _colon(stance, said)
    if condition:
        return _conditional(said, condition, stance)
    if word.endswith("ing") and len(word) > 5 and word not in _NOUNS_IN_ING and stance in _GERUND:
        return _before(_GERUND[stance], said)
    return None


def _towards(said: str, stance: Stance) -> Predicate:
    """Read words that begin with the preposition "to" ("to a longer truce")."""
    if stance is Stance.CONDITIONAL:
        return Predicate("is", f"conditionally open {said}")
    return _as_noun(said.partition(" ")[2] or said, stance)


def _as_noun(said: str, stance: Stance) -> Predicate:
    finite, relative = _FINITE.search(said), _RELATIVE.search(said)
    if finite and not (relative and relative.start() < finite.start()):
        return _colon(stance, said)
    somebody = _SOMEBODY_TO.match(said)
    if stance is Stance.DEMANDS and somebody and is_verb(somebody[2]):
        return Predicate("demands", f"that {with_article(somebody[1])} {said[somebody.end() :]}")
    if stance in _PLAIN:
        return Predicate(_PLAIN[stance], said)
    if stance is Stance.UNDECIDED:
        return Predicate("is", f"undecided on {said}")
    if _CONDITION_INSIDE.search(said):
        return Predicate("would", f"agree to {said}")
    return _colon(stance, said)


def _conditional(said: str, condition: re.Match[str], stance: Stance) -> Predicate:
    word = condition["word"].casefold()
    tail = said[condition.end() :]
    negative = word.removeprefix("not ") in ("unless", "until")
    if stance is Stance.CONDITIONAL:
        if negative:
            return Predicate("will", f"not agree {word.removeprefix('not ')} {tail}")
        return Predicate("would", f"agree {said}")
    if stance in (Stance.REJECTS, Stance.OPPOSES) and negative:
        return Predicate("refuses" if stance is Stance.REJECTS else "objects", f"{word.removeprefix('not ')} {tail}")
    if stance in (Stance.SUPPORTS, Stance.OFFERS) and not negative:
        return Predicate("agrees", said)
    return _colon(stance, said)


def _colon(stance: Stance, said: str) -> Predicate:
    stated = _STATED[stance]
    return Predicate(stated.verb, f"{stated.rest}: {said}" if stated.rest else f": {said}")


def _before(lead: Predicate, said: str) -> Predicate:
    return Predicate(lead.verb, f"{lead.rest} {said}".strip())


def _is_noun(word: str, rest: str, stance: Stance) -> bool:
    """Say whether ``demands``, ``calls``, ``offers`` ... begin a noun phrase here ("demands for territory")."""
    following = rest.split(" ", 1)[0].casefold()
    if word not in _AMBIGUOUS or following not in _PREPOSITIONS:
        return False
    return word not in _FAMILY.get(stance, frozenset()) or (word == "offers" and following == "of")


def _without_subject(said: str, names: Sequence[str], stance: Stance) -> str:
    """Return a whole sentence without its subject where that is the party or a pronoun."""
    for name in sorted(set(names), key=len, reverse=True):
        for opening in (f"{name} ", f"the {name} "):
            if said.casefold().startswith(opening.casefold()):
                rest = said[len(opening) :]
                return rest if _as_verb_phrase(rest, stance) and not _ADJECTIVE.match(rest) else said
    first, _, rest = said.partition(" ")
    return rest if first.casefold() in _PRONOUNS and _as_verb_phrase(rest, stance) else said


def _skip_adverb(said: str) -> str:
    first, _, rest = said.partition(" ")
    return rest if first.casefold().endswith("ly") or first.casefold() in ("also", "still", "now", "again") else said


def _one_sentence(paraphrase: str) -> str:
    """Return a paraphrase as one clause: no line ends, no closing mark, inner sentences parted by semicolons."""
    text = " ".join(paraphrase.split()).strip(" .;:,")
    return re.sub(r"(?<=[a-z\d”’)]{3})[.!?]\s+(?=[A-Z“])", "; ", text)


def _holds(text: str, hedge: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(hedge)}(?!\w)", text, re.IGNORECASE))
