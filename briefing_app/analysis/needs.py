"""What must stand behind a verb for it to take a stand: "call" needs "for", "refuse" a thing refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.cues import Form, R
from briefing_app.analysis.dependencies import antecedent
from briefing_app.analysis.group_words import GROUPS
from briefing_app.analysis.lexicon import is_adverb
from briefing_app.analysis.syntax import behind_date, is_nominal

if TYPE_CHECKING:
    from briefing_app.analysis.attribution import SentenceReader
    from briefing_app.analysis.page import Token
    from briefing_app.analysis.verbs import Verb

BE = frozenset(
    (
        "is are was were be been remain remains remained stood stands stand stays stayed seems seemed"
        " appears appeared isn't wasn't aren't weren't isn’t wasn’t aren’t weren’t 's ’s sounded sounds"
    ).split()
)


_FINITE_MODALS = frozenset("will would should can may might could".split())
_THANKED = frozenset(
    "patience attention hospitality time question questions coming kindness presence opportunity invitation briefing"
    " candour candor welcome sacrifice".split()
)
# What one hopes for without taking sides.
_HOPED = frozenset("recovery well health safe safely win see visit return".split())
_TALKY = frozenset(
    (
        "comment say answer respond elaborate speak name identify give disclose discuss meet reply take specify confirm"
    ).split()
)
_ACTORS = frozenset("party parties side sides member members state states country countries".split())
_MEETING = frozenset("meet continue hold resume talk keep work discuss return reconvene speak".split())
# Verbs that need no object.
_ALONE = frozenset(
    "abstain demur hesitate relent equivocate prevaricate acquiesce refuse decline accept object agree consent".split()
)
_BEFORE_BE = frozenset(
    "to will would can could should must may might shall cannot 'll ’ll not never also won't wouldn't can't".split()
)
_AROUND = frozenset({"rule", "turn", "put", "brush"})


def is_followed(reader: SentenceReader, verb: Verb, form: Form) -> bool:
    """Say whether what the cue must be followed by follows."""
    tokens = reader.tokens
    needs = form.cue.needs
    if verb.group.passive:
        return needs == ("*",) or bool(set(needs) & {t.lower for t in tokens[verb.index + 1 : verb.index + 4]})
    after = _after(tokens, verb.index + 1, plain=needs == ("*",))
    if after >= len(tokens):
        return False
    if tokens[after].text in ".;," and form.cue.lemma in _ALONE and form.kind == "past" and verb.group.bare:
        return True
    if needs == ("-ing",):
        progressive = any(w in BE or w == "be" for w in verb.group.words) and form.kind == "gerund"
        return progressive or (form.kind == "base" and verb.group.has("will", "would") and not verb.group.negated)
    if needs[0].startswith("+"):
        return _leads_to(tokens, after, form)
    if form.cue.lemma == "table" and tokens[after].lower == "by":
        return names_agent(reader, verb)
    if needs != ("*",):
        return _has_word(tokens, after, form) and _means_it(reader, after, form)
    return _has_object(reader, verb, after, form)


def _after(tokens: list[Token], at: int, *, plain: bool) -> int:
    """Return where what belongs to a verb starts: behind adverbs, a day, and marks unless any object will do."""
    while at < len(tokens) and (
        (is_adverb(tokens[at].lower) and tokens[at].lower not in ("back", "both"))
        or (tokens[at].text in "“”" and not plain)
    ):
        at += 1
    return behind_date(tokens, at)


def _leads_to(tokens: list[Token], after: int, form: Form) -> bool:
    """Say whether an object and then "to" or "for" follow: "urged Kenya to sign", "thanked Kenya for its help"."""
    wanted = {need.removeprefix("+") for need in form.cue.needs}
    if wanted == {"for"}:
        courtesy = form.cue.lemma == "thank" and bool(_THANKED & {t.lower for t in tokens[after : after + 14]})
        return any(t.lower == "for" for t in tokens[after : after + 8]) and not courtesy
    near = [t.lower for t in tokens[after + 1 : after + 7]]
    clause = "that" in near[:3] and "that" not in wanted
    word = tokens[after].lower
    return (
        any(one in wanted for one in near)
        and not clause
        and not any(t.lower in _FINITE_MODALS for t in tokens[after : after + 7])
        and word not in ("to", "that", *wanted)
        and (is_nominal(tokens[after]) or word in ("it", "them", "him", "us", "her"))
    )


def _has_word(tokens: list[Token], after: int, form: Form) -> bool:
    """Say whether one of the words that a cue needs follows: at once, or a little later in "turned the plan down"."""
    needs = form.cue.needs
    if form.cue.lemma == "hope" and any(t.lower in ("will", "could") for t in tokens[after + 1 : after + 7]):
        return True  # "hopes Kenya will sign"
    return tokens[after].lower in needs or (
        form.cue.lemma in _AROUND and any(t.lower in needs for t in tokens[after : after + 5])
    )


def _means_it(reader: SentenceReader, after: int, form: Form) -> bool:
    """Say whether a verb with its word takes a stand here: not "agreed to meet", "refused to comment"."""
    tokens = reader.tokens
    word, lemma = tokens[after].lower, form.cue.lemma
    following = tokens[after + 1].lower if after + 1 < len(tokens) else ""
    if lemma == "insist" and word == "that":
        firm = any(t.lower in ("must", "should", "cannot", "never") for t in tokens[after : after + 14])
        return firm or _subjunctive(reader, after + 1)
    if lemma == "hope":
        return not _HOPED & {t.lower for t in tokens[after : after + 10]}
    if lemma == "suggest" and word == "that":
        return not any(t.lower in _FINITE_MODALS - {"should"} for t in tokens[after : after + 9])
    if lemma == "expect":
        every = following in ("no", "all", "both", "every", "any", "neither")
        return every and any(t.lower in _ACTORS for t in tokens[after + 2 : after + 4])
    if lemma == "hold":
        return following in ("for", "against")  # what is held out as a prospect is offered
    if lemma == "throw":
        return "behind" in [t.lower for t in tokens[after : after + 5]]
    if lemma == "agree" and word == "to":
        return following not in _MEETING
    if lemma == "decline":
        return following not in _TALKY
    return not (lemma == "refuse" and following in ("comment", "say", "answer"))


def _has_object(reader: SentenceReader, verb: Verb, after: int, form: Form) -> bool:
    """Say whether a verb that takes any object has one."""
    word, lemma = reader.tokens[after].lower, form.cue.lemma
    if word in (".", ")", ";", ",", "but", "while"):
        alone = lemma in _ALONE or (word == "," and form.cue.stance is R)
        tree = reader.sentence.tree
        return alone or (tree is not None and antecedent(tree, reader.tokens, verb.index) is not None)
    if word == "by":
        return names_agent(reader, verb)
    if lemma in ("accuse", "blame") and (word in ("of", "for") or not _names_somebody(reader, after)):
        return False  # "six soldiers accused of theft" accuse nobody
    led = lemma in ("back", "support") and word == "to"
    return not (led or (lemma in ("back", "support", "seek") and word in ("down", "away", "off", "out")))


def names_agent(reader: SentenceReader, verb: Verb) -> bool:
    """Say whether "by" and a name follow: "the compromise proposed by Ghana"."""
    at = verb.index + 1
    if not verb.group.bare or at + 1 >= len(reader.tokens) or reader.tokens[at].lower != "by":
        return False
    first = at + 2 if reader.tokens[at + 1].lower == "the" and at + 2 < len(reader.tokens) else at + 1
    return reader.tokens[first].start in reader.discourse.by_start


def _names_somebody(reader: SentenceReader, first: int) -> bool:
    """Say whether a name or a group word is what a verb is about: charges against a party, not against soldiers."""
    near = reader.tokens[first : first + 4]
    return any(
        token.start in reader.discourse.by_start or (token.lower in GROUPS and reader.tokens[first].lower != "a")
        for token in near
    )


def _subjunctive(reader: SentenceReader, first: int) -> bool:
    """Say whether a clause tells a third party what to do: "that Uganda withdraw its troops"."""
    tokens = reader.tokens
    wanted = (i for i in range(first + 1, min(first + 14, len(tokens))) if tokens[i].lower == "be")
    if any(tokens[i - 1].lower not in _BEFORE_BE for i in wanted):
        return True
    at = first + 1 if first < len(tokens) and tokens[first].lower in ("the", "any", "every") else first
    name = reader.discourse.by_start.get(tokens[at].start) if at < len(tokens) else None
    if name is None:
        return False
    while at < len(tokens) and tokens[at].start < name.end:
        at += 1
    if at >= len(tokens):
        return False
    word = tokens[at].lower
    plain = word.isalpha() and tokens[at].text.islower() and not word.endswith(("s", "ed", "ing"))
    return word == "be" or (plain and is_nominal(tokens[at]))
