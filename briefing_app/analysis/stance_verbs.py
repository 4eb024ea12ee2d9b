"""Stances stated by verbs: "rejected the plan", "was welcomed by", "..., urging both to sign"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.analysis.complements import backs, denies, infinitive_stance, takes_thing
from briefing_app.analysis.cues import D, F, Form, O, R, S, U
from briefing_app.analysis.holder import NOBODY, Holder
from briefing_app.analysis.lexicon import PREPOSITIONS, is_adverb
from briefing_app.analysis.needs import BE, is_followed, names_agent
from briefing_app.analysis.syntax import (
    RAISING,
    Phrase,
    is_nominal,
    phrase_from,
    subject_before,
    verb_group,
)
from briefing_app.analysis.triggers import Trigger, made

if TYPE_CHECKING:
    from briefing_app.analysis.attribution import SentenceReader
    from briefing_app.analysis.page import Token
    from briefing_app.analysis.verbs import Verb
    from briefing_app.domain.position import Stance


def verb_trigger(reader: SentenceReader, verb: Verb) -> Trigger | None:
    """Return the stance a verb states, or None."""
    usable = [f for f in verb.forms if f.cue.stance is not None and is_followed(reader, verb, f)]
    if not usable:
        return None
    form = next((f for f in usable if f.cue.needs != ("*",)), usable[0])
    group = verb.group
    if group.passive:
        return _passive(reader, verb, form)
    if group.infinitive:
        return _infinitive(reader, verb, form)
    if form.kind == "gerund" and group.bare:
        return _gerund(reader, verb, form)
    if form.kind in ("past", "participle") and names_agent(reader, verb):
        return _by_agent(reader, verb, form)
    if form.kind == "base" and _goes_on_infinitive(reader, verb):
        return None
    holder, phrase = reader.subject(verb)
    if phrase is None and not (verb.group.first <= 1 or _after_bullet(reader, verb)):
        if form.kind == "past" or form.kind == "participle":
            return _by_agent(reader, verb, form)
        return None
    if phrase is not None and reader.tokens[phrase.first].lower == "neither":
        verb = replace(verb, group=replace(verb.group, negated=True))
    stance, weight = _turned(form, verb, reader)
    if stance is None or _is_wished(reader, verb, form, phrase):
        return None
    weight = weight if phrase is not None or reader.sentence.item else weight - 0.1
    hypothetical = phrase is not None and phrase.hypothetical
    return made(reader, verb.index, stance, weight, holder, phrase, hypothetical=hypothetical)


def _goes_on_infinitive(reader: SentenceReader, verb: Verb) -> bool:
    """Say whether a plain form goes on what "to" began: "urged Kenya to withdraw and accept the plan"."""
    tokens = reader.tokens
    first = verb.group.first
    if not verb.group.bare or first < 4 or tokens[first - 1].lower not in ("and", "or"):
        return False
    to = next((i for i in range(first - 2, max(0, first - 16), -1) if tokens[i].lower == "to"), 0)
    main = next((v for v in reversed(reader.verbs) if v.index < (to or first) and not v.group.infinitive), None)
    if not to or main is None or not main.group.bare:
        return False
    return all(form.kind != "base" for form in main.forms)


def _is_wished(reader: SentenceReader, verb: Verb, form: Form, phrase: Phrase | None) -> bool:
    """Say whether others only want the subject to take the stance: "that Kenya renounce", "Kenya must accept"."""
    if phrase is None:
        return False
    tokens = reader.tokens
    own = tokens[phrase.first].lower in ("we", "i")
    if verb.group.has("must", "should", "ought", "shall") and not own:
        return True
    one = phrase.last - phrase.first == 1 and tokens[phrase.first].is_capital
    before = tokens[phrase.first - 1].lower if phrase.first else ""
    singular = one and not tokens[phrase.first].lower.endswith("s") and not own and phrase.extra is None
    return form.kind == "base" and verb.group.bare and singular and before == "that"


def _after_bullet(reader: SentenceReader, verb: Verb) -> bool:
    return all(not token.is_word for token in reader.tokens[: verb.group.first])


def _turned(form: Form, verb: Verb, reader: SentenceReader) -> tuple[Stance | None, float]:
    """Return the stance of a verb under its auxiliaries: negated, in question, or only possible."""
    group, stance, weight = verb.group, form.cue.stance, form.cue.weight
    assert stance is not None
    tokens = reader.tokens
    if group.has("would", "could", "should", "might") and group.has("have", "been") and not group.negated:
        return None, 0.0
    weight -= 0.12 if group.has("might", "could") else 0.0
    weight -= 0.15 if group.has("may") else 0.0
    weight -= 0.06 if group.has("would") and not group.negated else 0.0
    following = [t.lower for t in tokens[verb.index + 1 : verb.index + 5]]
    if stance is R and form.cue.lemma in ("refuse", "decline") and "rule" in following and "out" in following:
        return U, 0.65
    if form.cue.lemma == "want" and _wants_nothing(tokens, verb):
        return None, 0.0
    if form.cue.lemma == "want" and following[:1] == ["no"]:
        return R, 0.65
    if following[:1] == ["no"] and not group.negated and form.cue.lemma not in ("see", "agree"):
        return {S: R, D: O}.get(stance), weight
    if group.negated and form.cue.lemma in ("recognise", "recognize", "accept"):
        return R, weight
    if group.has("longer") and stance in (D, R, O):
        return {D: F, R: S, O: S}[stance], weight - 0.05
    return _negated(form, verb, weight) if group.negated else _own_promise(form, stance, weight, tokens, verb.index)


def _wants_nothing(tokens: list[Token], verb: Verb) -> bool:
    """Say whether a wish asks nothing of others: "wants to be", "we want to thank", "wants them to know"."""
    behind = [t.lower for t in tokens[verb.index + 1 : verb.index + 8]]
    mine = verb.group.first > 0 and tokens[verb.group.first - 1].lower in ("i", "we")
    return behind[:2] == ["to", "be"] or (mine and behind[:1] == ["to"]) or "to know" in " ".join(behind)


_FIRM = frozenset("will would can could never shall cannot".split())


def _negated(form: Form, verb: Verb, weight: float) -> tuple[Stance | None, float]:
    """Return the stance of a negated verb: "will not support" rejects, "does not support" opposes."""
    stance = form.cue.stance
    contracted = ("won't", "wouldn't", "can't", "couldn't", "won’t", "wouldn’t", "can’t", "couldn’t")
    firm = verb.group.has(*_FIRM, *contracted)
    if stance is S:
        return (R if firm else O), weight - 0.05
    if stance is O:
        return S, weight - 0.15
    if stance is R:
        return U, weight - 0.15
    if stance is F:
        return (R, weight - 0.15) if firm else (None, 0.0)
    if form.cue.lemma in ("want", "seek") and stance is D:
        return O, weight - 0.05
    return None, 0.0


_PASSED = frozenset("approve adopt ratify pass accept back endorse extend support".split())
_AGAINST = frozenset({"fight", "oppose", "resist", "block", "veto"})


def _own_promise(form: Form, stance: Stance, weight: float, tokens: list[Token], at: int) -> tuple[Stance, float]:
    """Tell what a party gives from what it only backs, and vows to do from vows not to."""
    if stance is not F:
        return stance, weight
    lemma = form.cue.lemma
    following = [token.lower for token in tokens[at + 1 : at + 3]]
    if following[:1] == ["to"] and lemma == "commit" and takes_thing(tokens, at + 1):
        return S, weight
    if lemma in ("pledge", "promise", "offer", "guarantee") and backs(tokens, at):
        return S, weight
    to = at + 1 if following[:1] == ["to"] else at + 2
    if "to" not in following or (to == at + 2 and following[0] not in ("not", "never")):
        return stance, weight
    onward = tokens[at + 3].lower in ("on", "for") if at + 3 < len(tokens) else False
    if following[1:2] and to == at + 1 and following[1] in _AGAINST and not onward:
        return O, weight
    if lemma in ("vote", "decide", "opt") and denies(tokens, to):
        return R, weight
    if lemma == "vote":
        return (S, weight) if tokens[to + 1].lower in _PASSED else (stance, weight - 0.08)
    return infinitive_stance(tokens, to) or stance, weight


def _passive(reader: SentenceReader, verb: Verb, form: Form) -> Trigger | None:
    """Read "the plan was rejected by Kenya": who stands behind "by" holds the stance."""
    if verb.group.has("might", "could", "may", "must", "should"):
        return None
    return _by_agent(reader, verb, form)


def _by_agent(reader: SentenceReader, verb: Verb, form: Form) -> Trigger | None:
    tokens = reader.tokens
    at = verb.index + 1
    while at < len(tokens) and at - verb.index < 4 and tokens[at].lower != "by":
        if not is_adverb(tokens[at].lower) and tokens[at].lower not in ("out", "down", "on", "for"):
            return None
        at += 1
    if at >= len(tokens) or tokens[at].lower != "by":
        return None
    phrase = phrase_from(tokens, at + 1)
    if phrase is None:
        return None
    holder = reader.discourse.resolve(reader.sentence, phrase)
    stance = form.cue.stance
    if not holder.known or stance is None:
        return None
    if verb.group.negated:
        stance = {S: O, O: S, R: U}.get(stance)
        if stance is None:
            return None
    before = subject_before(tokens, verb.group.first)
    first = before.first if before else max(0, verb.index - 6)
    return Trigger(
        verb.index,
        first,
        verb.group.first,
        stance,
        form.cue.weight - 0.05,
        holder,
        tokens[verb.index].text,
        phrase,
        own=True,
    )


def _infinitive(reader: SentenceReader, verb: Verb, form: Form) -> Trigger | None:
    """Read "agreed to support": the subject of the governing verb holds it, if that one is no demand."""
    tokens = reader.tokens
    to = verb.group.first
    if to == 0:
        return None
    governor = tokens[to - 1].lower
    if governor in ("plan", "plans") and to > 1 and tokens[to - 2].lower in ("no", "any", "its", "their", "a"):
        return None  # "has no plans to offer help": the noun
    if governor in RAISING | {"intends", "plans", "planned", "intended", "intend", "plan", "decided", "decides"}:
        if form.cue.stance is None:
            return None
        before = verb_group(tokens, to - 1)
        phrase = reader.phrase_at(before.first)
        if phrase is None:
            return None
        holder = reader.discourse.resolve(reader.sentence, phrase)
        return made(
            reader, verb.index, form.cue.stance, form.cue.weight - 0.1, holder, phrase, hypothetical=phrase.hypothetical
        )
    if governor in ("like", "wish", "want") and form.cue.stance is not None:
        wishing = reader.phrase_at(verb_group(tokens, to - 1).first)
        if wishing is not None and tokens[wishing.first].lower in ("we", "i"):
            holder = reader.discourse.resolve(reader.sentence, wishing)
            return made(reader, verb.index, form.cue.stance, form.cue.weight - 0.06, holder, wishing)
    return _only_one(reader, verb, form, to)


def _only_one(reader: SentenceReader, verb: Verb, form: Form, to: int) -> Trigger | None:
    """Read "was the only country to vote against it" and "became the first to recognise it"."""
    tokens = reader.tokens
    words = [token.lower for token in tokens[max(0, to - 5) : to]]
    if not words or not {"only", "first", "last", "latest", "sole", "lone"} & set(words):
        return None
    be = next((i for i in range(to - 1, max(0, to - 9), -1) if tokens[i].lower in BE | {"became", "becomes"}), 0)
    phrase = reader.phrase_at(verb_group(tokens, be + 1).first) if be else None
    if phrase is None or form.cue.stance is None:
        return None
    holder = reader.discourse.resolve(reader.sentence, phrase)
    return made(reader, verb.index, form.cue.stance, form.cue.weight - 0.05, holder, phrase)


def _gerund(reader: SentenceReader, verb: Verb, form: Form) -> Trigger | None:
    """Read "the office issued a statement welcoming ..." and "..., rejecting the plan"."""
    tokens = reader.tokens
    stance = form.cue.stance
    if stance is None or verb.index < 2:
        return None
    before = tokens[verb.index - 1].lower
    if before in ("statement", "communique", "communiqué", "resolution", "letter", "declaration", "tweet", "note"):
        phrase = subject_before(tokens, verb.index)
        return _stated(reader, verb, form, phrase)
    if before in ("before", "after", "while") or (before == "and" and _follows_gerund(tokens, verb.index - 1)):
        return _of_main_subject(reader, verb, stance, form.cue.weight - 0.08)
    if before in ("keep", "keeps", "kept", "stop", "stopped", "began", "started"):
        begin = verb_group(tokens, verb.index - 1).first
        kept = reader.phrase_at(begin) if before.startswith("k") else None
        if kept is None:
            return None
        return made(reader, verb.index, stance, form.cue.weight, reader.discourse.resolve(reader.sentence, kept), kept)
    phrase = subject_before(tokens, verb.index) if is_nominal(tokens[verb.index - 1]) else None
    if phrase is not None and any(t.lower in _DOCUMENTS for t in tokens[phrase.first : phrase.last]):
        return _stated(reader, verb, form, phrase)
    if _shared_stand(tokens, verb.index):
        holder, whole = reader.opening_subject(verb.index)
        if whole is None or not holder.known:
            return None
        return made(reader, verb.index, stance, form.cue.weight - 0.06, holder, whole, hypothetical=whole.hypothetical)
    if before not in (",", "by") and not is_adverb(before):
        return None
    if is_adverb(before) and tokens[verb.index - 2].lower in PREPOSITIONS:
        return None  # "sanctions for allegedly supporting the militia"
    if before == "by":
        return None
    earlier = next((v for v in reversed(reader.verbs) if v.index < verb.index and not v.group.infinitive), None)
    holder, phrase2 = reader.subject(earlier) if earlier is not None else reader.opening_subject(verb.index)
    if phrase2 is None or not holder.known:
        return None
    return made(reader, verb.index, stance, form.cue.weight - 0.07, holder, phrase2)


def _follows_gerund(tokens: list[Token], joint: int) -> bool:
    """Say whether "and" joins what is said by a gerund before it: ", saying it was late and urging a vote"."""
    at = next((i for i in range(joint - 1, max(1, joint - 24), -1) if tokens[i].text == ","), 0)
    return at > 0 and tokens[at + 1].lower.endswith("ing")


def _of_main_subject(reader: SentenceReader, verb: Verb, stance: Stance, weight: float) -> Trigger | None:
    """Read "objected before accepting it" as the stance of who objected."""
    earlier = next(
        (v for v in reversed(reader.verbs) if v.index < verb.index and not v.group.infinitive and not v.group.passive
         and not any(form.kind == "gerund" for form in v.forms)),
        None,
    )  # fmt: skip
    holder, phrase = reader.subject(earlier) if earlier is not None else reader.opening_subject(verb.index)
    if phrase is None or not holder.known:
        return None
    return made(reader, verb.index, stance, weight, holder, phrase, hypothetical=phrase.hypothetical)


_ISSUING = frozenset(
    "issued issues released releases published adopted adopts signed sent sends made posted circulated delivered"
    " read wrote drafted".split()
)


def _shared_stand(tokens: list[Token], index: int) -> bool:
    """Say whether a party is said to stand with others: "is among those calling for", "at one in opposing"."""
    words = [token.lower for token in tokens[max(0, index - 3) : index]]
    return words[-2:] == ["among", "those"] or (words[-1:] == ["in"] and bool(set(words) & _TOGETHER))


_TOGETHER = frozenset("one alone united unanimous joint steadfast firm consistent resolute".split())
_DOCUMENTS = frozenset("statement communique communiqué resolution letter declaration tweet note message post".split())


def _stated(reader: SentenceReader, verb: Verb, form: Form, phrase: Phrase | None) -> Trigger | None:
    """Read "a statement from the ministry welcoming ..."."""
    stance = form.cue.stance
    if phrase is None or stance is None:
        return None
    holder = _issuer_of(reader, phrase, verb)
    if not holder.known:
        return None
    return made(reader, verb.index, stance, form.cue.weight - 0.1, holder, phrase)


def _issuer_of(reader: SentenceReader, phrase: Phrase, verb: Verb) -> Holder:
    """Return who issued a statement: "from the president's office", or the subject of the sentence."""
    holder = reader.discourse.resolve(reader.sentence, phrase)
    if holder.known:
        return holder
    tokens = reader.tokens
    for index in range(verb.index - 1, phrase.first - 1, -1):
        if tokens[index].lower in ("from", "by", "of"):
            inner = Phrase(index + 1, verb.index) if index + 1 < verb.index else None
            if inner is not None:
                return reader.discourse.resolve(reader.sentence, inner)
    issue = next((i for i in range(phrase.first - 1, max(0, phrase.first - 4), -1) if tokens[i].lower in _ISSUING), 0)
    if issue:
        subject = reader.phrase_at(verb_group(tokens, issue).first)
        return NOBODY if subject is None else reader.discourse.resolve(reader.sentence, subject)
    earlier = next((v for v in reversed(reader.verbs) if v.index < verb.index and not v.group.infinitive), None)
    if earlier is not None:
        return reader.subject(earlier)[0]
    back = subject_before(tokens, phrase.first)
    return reader.discourse.resolve(reader.sentence, back) if back is not None else NOBODY
