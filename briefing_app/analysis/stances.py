"""Stances in a sentence: verbs, nouns, adjectives and verdicts that put a party for or against a thing."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.analysis.attribution import SentenceReader, Verb
from briefing_app.analysis.cues import (
    ADJECTIVES,
    APPROVED,
    NOUNS,
    PROMISED,
    REFUSED,
    VERDICTS,
    Form,
)
from briefing_app.analysis.holders import NOBODY, Holder
from briefing_app.analysis.lexicon import AUXILIARIES, is_adverb
from briefing_app.analysis.page import Token
from briefing_app.analysis.syntax import Phrase, is_nominal, subject_before, verb_group
from briefing_app.domain.position import Stance

S, O, R = Stance.SUPPORTS, Stance.OPPOSES, Stance.REJECTS
D, F, C, U = Stance.DEMANDS, Stance.OFFERS, Stance.CONDITIONAL, Stance.UNDECIDED
_BE = frozenset(
    "is are was were be been remain remains remained stood stands stand stays stayed seems seemed appears appeared isn't wasn't aren't weren't isn’t wasn’t aren’t weren’t 's ’s sounded sounds".split()
)
_MODALS = frozenset(
    "will would can could won't wouldn't can't couldn't cannot won’t wouldn’t can’t couldn’t shall 'll ’ll".split()
)
_MUST = frozenset("must should".split())
_NEED = frozenset("need needs needed have has had ought".split())
_BREAK = frozenset(".;:")
_TALKY = frozenset(
    "comment say answer respond elaborate speak name identify give disclose discuss meet reply take specify confirm".split()
)
_MEETING = frozenset("meet continue hold resume talk keep work discuss return reconvene speak".split())


@dataclass(frozen=True, slots=True)
class Trigger:
    """A stance at token ``index`` about tokens ``first`` to ``last``; ``holder`` is NOBODY if it is the source's."""

    index: int
    first: int
    last: int
    stance: Stance
    weight: float
    holder: Holder
    verb: str
    phrase: Phrase | None = None
    own: bool = False
    needs_source: bool = False
    hypothetical: bool = False
    narrated: bool = False


def find_triggers(reader: SentenceReader) -> list[Trigger]:
    """Return the stances of a sentence in textual order."""
    found: list[Trigger] = []
    for verb in reader.verbs:
        if verb.stance:
            one = _verb_trigger(reader, verb)
            if one is not None:
                found.append(one)
    found += _nouns(reader)
    found += _adjectives(reader)
    found += _verdicts(reader)
    found += _modals(reader)
    found += _undecided(reader)
    found += _complaints(reader)
    found += _bound(reader)
    found.sort(key=lambda one: (one.index, -one.weight))
    return found


# --- verbs ----------------------------------------------------------------------------------------


def _verb_trigger(reader: SentenceReader, verb: Verb) -> Trigger | None:
    form = next((f for f in verb.forms if f.cue.stance is not None and _needed(reader, verb, f)), None)
    if form is None:
        return None
    group = verb.group
    if group.passive:
        return _passive(reader, verb, form)
    if group.infinitive:
        return _infinitive(reader, verb, form)
    if form.kind == "gerund" and group.bare:
        return _gerund(reader, verb, form)
    holder, phrase = reader.subject(verb)
    if phrase is None and not (verb.group.first <= 1 or _after_bullet(reader, verb)):
        if form.kind == "past" or form.kind == "participle":
            return _by_agent(reader, verb, form)
        return None
    stance, weight = _turned(form, verb, reader)
    if stance is None:
        return None
    weight = weight if phrase is not None else weight - 0.1
    hypothetical = phrase is not None and phrase.hypothetical
    return _made(reader, verb.index, stance, weight, holder, phrase, hypothetical=hypothetical)


def _after_bullet(reader: SentenceReader, verb: Verb) -> bool:
    return all(not token.is_word for token in reader.tokens[: verb.group.first])


def _needed(reader: SentenceReader, verb: Verb, form: Form) -> bool:
    """Say whether what the cue must be followed by follows."""
    tokens = reader.tokens
    after = verb.index + 1
    while after < len(tokens) and is_adverb(tokens[after].lower) and tokens[after].lower not in ("back",):
        after += 1
    if verb.group.passive:
        return True
    if after >= len(tokens):
        return False
    word = tokens[after].lower
    lemma = form.cue.lemma
    if form.cue.needs == ("+to",):
        return (
            any(t.lower == "to" for t in tokens[after + 1 : after + 9])
            and word not in ("to", "that")
            and (is_nominal(tokens[after]) or word in ("it", "them", "him", "us", "her"))
        )
    if form.cue.needs == ("-ing",):
        progressive = any(w in _BE for w in verb.group.words) and form.kind == "gerund"
        return progressive or (form.kind == "base" and verb.group.has("will", "would") and not verb.group.negated)
    if form.cue.needs == ("+for",):
        return any(t.lower == "for" for t in tokens[after : after + 8])
    if form.cue.needs != ("*",):
        if word not in form.cue.needs and not (
            lemma in ("rule", "turn", "put", "brush")
            and any(t.lower in form.cue.needs for t in tokens[after : after + 5])
        ):
            return False
        following = tokens[after + 1].lower if after + 1 < len(tokens) else ""
        if lemma == "insist" and word == "that":
            return any(t.lower in ("must", "should", "cannot", "never") for t in tokens[after : after + 14])
        if lemma == "throw":
            return "behind" in [t.lower for t in tokens[after : after + 5]]
        if lemma == "agree" and word == "to" and following in _MEETING:
            return False
        if lemma == "decline" and following in _TALKY:
            return False
        if lemma == "refuse" and following in ("comment", "say", "answer"):
            return False
        return True
    if word in ("by",) or tokens[after].text in (".", ")", ";"):
        return False
    if tokens[after].text == "," and form.cue.stance is not R:
        return False
    return not (
        lemma in ("back", "support", "seek", "want")
        and word in ("to", "down", "away", "off", "out")
        and lemma != "want"
        and not (lemma == "seek" and word == "to")
    )


def _turned(form: Form, verb: Verb, reader: SentenceReader) -> tuple[Stance | None, float]:
    """Return the stance of a verb under its auxiliaries: negated, in question, or only possible."""
    group, stance, weight = verb.group, form.cue.stance, form.cue.weight
    assert stance is not None
    tokens = reader.tokens
    if group.has("would", "could", "should", "might") and group.has("have", "been") and not group.negated:
        return None, 0.0
    if group.has("might", "could"):
        weight -= 0.12
    if group.has("may"):
        weight -= 0.15
    if group.has("would") and not group.negated:
        weight -= 0.1
    following = [t.lower for t in tokens[verb.index + 1 : verb.index + 5]]
    if stance is R and form.cue.lemma in ("refuse", "decline") and "rule" in following and "out" in following:
        return U, 0.65
    if form.cue.lemma == "want" and following[:2] == ["to", "be"]:
        return None, 0.0
    if form.cue.lemma == "want" and following[:1] == ["no"]:
        return R, 0.65
    if group.negated and form.cue.lemma in ("recognise", "recognize", "accept"):
        return R, weight
    if not group.negated:
        return _own_promise(form, stance, weight, following)
    firm = group.has(
        "will",
        "would",
        "can",
        "could",
        "never",
        "won't",
        "wouldn't",
        "can't",
        "couldn't",
        "cannot",
        "won’t",
        "wouldn’t",
        "can’t",
        "couldn’t",
        "shall",
    )
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


def _own_promise(form: Form, stance: Stance, weight: float, following: list[str]) -> tuple[Stance | None, float]:
    """Tell vows to do from vows not to, and proposals to cut others' goods from one's own."""
    if form.cue.lemma in ("vow", "pledge", "promise", "agree") and following[:1] == ["to"]:
        if following[1:2] and following[1] in ("fight", "oppose", "resist", "block", "veto"):
            return O, weight
    if form.cue.lemma in ("vow", "pledge", "promise") and following[:2] in (["not", "to"], ["never", "to"]):
        return R, weight
    return stance, weight


def _passive(reader: SentenceReader, verb: Verb, form: Form) -> Trigger | None:
    """Read "the plan was rejected by Kenya": who stands behind "by" holds the stance."""
    if verb.group.has("might", "could", "may"):
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


def phrase_from(tokens: list[Token], first: int) -> Phrase | None:
    """Return the noun phrase that starts at ``first`` with its "of" and "and" parts, or None."""
    last = first
    while last < len(tokens) and last - first < 12:
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


def _infinitive(reader: SentenceReader, verb: Verb, form: Form) -> Trigger | None:
    """Read "agreed to support": the subject of the governing verb holds it, if that one is no demand."""
    tokens = reader.tokens
    to = verb.group.first
    if to == 0:
        return None
    governor = tokens[to - 1].lower
    if governor in (
        "continue",
        "continues",
        "continued",
        "continuing",
        "appear",
        "appears",
        "appeared",
        "seems",
        "seemed",
        "going",
        "intends",
        "plans",
        "planned",
        "intended",
        "set",
        "likely",
        "expected",
    ):
        if form.cue.stance is None:
            return None
        before = verb_group(tokens, to - 1)
        phrase = reader.phrase_at(before.first)
        if phrase is None:
            return None
        holder = reader.discourse.resolve(reader.sentence, phrase)
        return _made(
            reader, verb.index, form.cue.stance, form.cue.weight - 0.1, holder, phrase, hypothetical=phrase.hypothetical
        )
    return None


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
    if before in ("keep", "keeps", "kept", "stop", "stopped", "began", "started"):
        begin = verb_group(tokens, verb.index - 1).first
        kept = reader.phrase_at(begin) if before.startswith("k") else None
        if kept is None:
            return None
        return _made(reader, verb.index, stance, form.cue.weight, reader.discourse.resolve(reader.sentence, kept), kept)
    phrase = subject_before(tokens, verb.index) if is_nominal(tokens[verb.index - 1]) else None
    if phrase is not None and any(t.lower in _DOCUMENTS for t in tokens[phrase.first : phrase.last]):
        return _stated(reader, verb, form, phrase)
    if before not in (",", "by") and not is_adverb(before):
        return None
    if before == "by":
        return None
    earlier = next((v for v in reversed(reader.verbs) if v.index < verb.index and not v.group.infinitive), None)
    holder, phrase2 = reader.subject(earlier) if earlier is not None else reader.opening_subject(verb.index)
    if phrase2 is None or not holder.known:
        return None
    return _made(reader, verb.index, stance, form.cue.weight - 0.12, holder, phrase2)


_DOCUMENTS = frozenset("statement communique communiqué resolution letter declaration tweet note message post".split())


def _stated(reader: SentenceReader, verb: Verb, form: Form, phrase: Phrase | None) -> Trigger | None:
    """Read "a statement from the ministry welcoming ..."."""
    stance = form.cue.stance
    if phrase is None or stance is None:
        return None
    holder = _issuer_of(reader, phrase, verb)
    if not holder.known:
        return None
    return _made(reader, verb.index, stance, form.cue.weight - 0.1, holder, phrase)


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
    earlier = next((v for v in reversed(reader.verbs) if v.index < verb.index and not v.group.infinitive), None)
    if earlier is not None:
        return reader.subject(earlier)[0]
    back = subject_before(tokens, phrase.first)
    return reader.discourse.resolve(reader.sentence, back) if back is not None else NOBODY


# --- nouns ----------------------------------------------------------------------------------------


def _nouns(reader: SentenceReader) -> list[Trigger]:
    tokens = reader.tokens
    found: list[Trigger] = []
    for index, token in enumerate(tokens):
        entry = NOUNS.get(token.lower)
        if entry is None or token.start in reader.discourse.by_start:
            continue
        stance, needs = entry
        after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        possessive = _possessor(reader, index)
        by = _agent_behind(reader, index) if possessive is None else None
        if possessive is None and by is None and after in needs:
            if index <= 3 and tokens[0].lower in _EXPRESS and tokens[0].lower.endswith("s"):
                found.append(_made(reader, index, stance, 0.66, NOBODY, None))
                continue
            by = _expressed(reader, index)
        phrase = possessive or by
        if phrase is None:
            continue
        if after not in needs and not (by is not None and after in ("by", "from")):
            continue
        holder = reader.discourse.resolve(reader.sentence, phrase)
        if not holder.known and not _is_own(tokens, phrase):
            continue
        if _dropped(tokens, index):
            if stance not in (O, R):
                continue
            stance = S
        elif _lacking(tokens, index):
            continue
        found.append(_made(reader, index, stance, 0.68, holder, phrase, own=True, hypothetical=phrase.hypothetical))
    return found


def _dropped(tokens: list[Token], index: int) -> bool:
    """Say whether what the noun names was given up: "dropped its objection"."""
    return any(
        t.lower
        in (
            "dropped",
            "drops",
            "drop",
            "dropping",
            "withdrew",
            "withdrawn",
            "lifted",
            "lifting",
            "abandoned",
            "softened",
        )
        for t in tokens[max(0, index - 4) : index]
    )


def _lacking(tokens: list[Token], index: int) -> bool:
    return any(t.lower in ("no", "without", "any", "if", "whether") for t in tokens[max(0, index - 4) : index])


def _is_own(tokens: list[Token], phrase: Phrase) -> bool:
    return tokens[phrase.first].lower in ("its", "their", "his", "her", "our", "my")


def _possessor(reader: SentenceReader, index: int) -> Phrase | None:
    """Return the phrase in front of "'s" or the pronoun to which a noun at ``index`` belongs."""
    tokens = reader.tokens
    at = index - 1
    while at >= 0 and index - at < 5 and tokens[at].is_word and tokens[at].text.islower() and is_nominal(tokens[at]):
        if tokens[at].lower in ("its", "their", "his", "her", "our", "my"):
            return _subject_for_own(reader, at)
        at -= 1
    if at >= 1 and tokens[at].lower in ("'s", "’s", "'", "’"):
        first = at
        while (
            first > 0
            and (is_nominal(tokens[first - 1]) and tokens[first - 1].lower not in ("'s", "’s"))
            and at - first < 6
        ):
            first -= 1
        return Phrase(first, at) if first < at else None
    if (
        at >= 0
        and index - at <= 3
        and tokens[at].start in reader.discourse.by_start
        and tokens[at].end < tokens[index].start
    ):
        name = reader.discourse.by_start[tokens[at].start]
        if name.label.value in ("NORP", "GPE", "ORG"):
            return Phrase(at, at + 1)
    return None


def _subject_for_own(reader: SentenceReader, at: int) -> Phrase | None:
    """Return whom "its" at ``at`` points to: the subject of the verb before it, else the pronoun itself."""
    word = reader.tokens[at].lower
    earlier = next(
        (v for v in reversed(reader.verbs) if v.index < at and not v.group.infinitive and not v.group.passive), None
    )
    if word in ("its", "their") and earlier is not None and at - earlier.index <= 6:
        phrase = reader.subject_phrase(earlier)
        if phrase is not None:
            return phrase
    back = subject_before(reader.tokens, max(at - 1, 0)) if at > 1 else None
    if back is not None and reader.tokens[at - 1].lower in _EXPRESS:
        return back
    if word in ("our", "my"):
        return None
    return Phrase(at, at + 1) if False else back_to_start(reader, at)


def back_to_start(reader: SentenceReader, at: int) -> Phrase | None:
    """Return the phrase that opens the sentence if it is a plain subject before ``at``."""
    for index in range(1, min(at, 14)):
        if reader.tokens[index].lower in _EXPRESS:
            return subject_before(reader.tokens, verb_group(reader.tokens, index).first)
    return None


_EXPRESS = frozenset(
    "expressed expresses express voiced voices voice reiterated reiterates reiterate reaffirmed reaffirms reaffirm"
    " stressed restated repeated repeats signalled signaled declared underlined underscored confirmed confirms"
    " maintained maintains maintain announced announces stated emphasised emphasized indicated pledged renewed"
    " renews dropped softened withdrew lifted abandoned drops made makes issued lodged raised raises showed gave gives offered has have had"
    " conveyed registered hardened stepped welcomed received declare".split()
)


def _expressed(reader: SentenceReader, index: int) -> Phrase | None:
    """Read "Kenya expressed strong support for": the subject of a verb of expressing."""
    tokens = reader.tokens
    for at in range(index - 1, max(-1, index - 5), -1):
        word = tokens[at].lower
        if (
            word in _EXPRESS
            and word not in ("dropped", "received", "has", "have", "had", "welcomed")
            and not reader.quoted[at]
        ):
            group = verb_group(tokens, at)
            if group.negated or group.passive or group.infinitive:
                return None
            return subject_before(tokens, group.first, frozenset(i for i in reader.stops if i < group.first))
        if not tokens[at].is_word or tokens[at].is_capital:
            return None
    return None


def _agent_behind(reader: SentenceReader, index: int) -> Phrase | None:
    """Read "opposition from Kenya to ...", "rejection by the unions of ..."."""
    tokens = reader.tokens
    if index + 2 >= len(tokens) or tokens[index + 1].lower not in ("from", "by"):
        return None
    phrase = phrase_from(tokens, index + 2)
    if phrase is None:
        return None
    last = phrase.last
    for at in range(phrase.first + 1, phrase.last):
        if tokens[at].lower in ("of", "for"):
            last = at
            break
    return Phrase(phrase.first, last)


# --- adjectives and verdicts ----------------------------------------------------------------------


def _adjectives(reader: SentenceReader) -> list[Trigger]:
    tokens = reader.tokens
    found: list[Trigger] = []
    for index, token in enumerate(tokens):
        entry = ADJECTIVES.get(token.lower)
        favour = token.lower in ("favour", "favor") and tokens[index - 1].lower == "in"
        if favour:
            entry = (S, O, ("of",), 0.72)
        if entry is None or index == 0:
            continue
        stance, turned, needs, weight = entry
        after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        if needs and needs != ("*",) and after not in needs:
            continue
        at = index - 2 if favour else index - 1
        while at > 0 and (is_adverb(tokens[at].lower) or tokens[at].lower in ("been", "be")):
            at -= 1
        if tokens[at].lower not in _BE and tokens[at + 1].lower not in ("be", "been"):
            continue
        if token.lower == "against" and tokens[at].lower not in _BE:
            continue
        group = verb_group(tokens, at + 1 if tokens[at].lower in AUXILIARIES else at)
        if group.infinitive or group.has("might", "could", "must", "should"):
            continue
        phrase = reader.phrase_at(group.first)
        if phrase is None:
            continue
        holder = reader.discourse.resolve(reader.sentence, phrase)
        negated = group.negated or any(t.lower in ("not", "never") for t in tokens[at:index])
        chosen = turned if negated else stance
        if chosen is None:
            continue
        found.append(_made(reader, index, chosen, weight, holder, phrase, hypothetical=phrase.hypothetical))
    return found


def _verdicts(reader: SentenceReader) -> list[Trigger]:
    """Read "the plan was unacceptable" in what somebody says, and "called it unfair"."""
    tokens = reader.tokens
    found: list[Trigger] = []
    lower = [token.lower for token in tokens]
    for index in range(1, len(tokens)):
        for size in (5, 4, 3, 2, 1):
            words = " ".join(lower[index : index + size])
            entry = VERDICTS.get(words)
            if entry is None:
                continue
            stance, weight = entry
            cue = _verdict_cue(reader, index)
            if cue is None:
                break
            kind, first, verb = cue
            if verb is not None and verb.stance and not tokens[verb.index].lower.startswith("call"):
                break
            negated = any(
                w in ("not", "never", "no", "isn't", "wasn't", "isn’t", "wasn’t", "hardly")
                for w in lower[max(0, index - 3) : index]
            )
            if negated:
                if stance is S and kind == "is":
                    stance = O
                elif words.startswith("not"):
                    pass
                else:
                    break
            if kind == "is" and lower[0] == "for" and "," in lower[1:7]:
                named = Phrase(1, lower.index(","))
                holder = reader.discourse.resolve(reader.sentence, named)
                found.append(Trigger(index, first, index, stance, weight + 0.05, holder, tokens[index].text, named))
            elif kind == "is":
                found.append(
                    Trigger(index, first, index, stance, weight, NOBODY, tokens[index].text, needs_source=True)
                )
            else:
                holder, phrase = reader.subject(verb) if verb is not None else (NOBODY, None)
                found.append(
                    Trigger(
                        index,
                        first,
                        index,
                        stance,
                        weight + 0.1,
                        holder,
                        tokens[first - 1].text,
                        phrase,
                        hypothetical=bool(phrase and phrase.hypothetical),
                    )
                )
            break
    return found


def _verdict_cue(reader: SentenceReader, index: int) -> tuple[str, int, Verb | None] | None:
    """Return what governs a verdict at ``index``: a form of "be", or a verb of calling."""
    tokens = reader.tokens
    at = index - 1
    while at >= 0 and (
        is_adverb(tokens[at].lower)
        or tokens[at].lower in ("not", "a", "an", "the", "so", "“", '"', "simply")
        or tokens[at].text in '“"‘'
    ):
        at -= 1
    if at < 0:
        return None
    if tokens[at].lower in _BE or tokens[at].lower in ("as",):
        if tokens[at].lower == "as":
            verb = next((v for v in reversed(reader.verbs) if v.index < at and tokens[v.index].lower in _CALLING), None)
            return ("call", verb.index + 1, verb) if verb is not None and at - verb.index < 14 else None
        first = verb_group(tokens, at + 1).first
        phrase = subject_before(tokens, first)
        return ("is", phrase.first if phrase else max(0, first - 5), None)
    verb = next(
        (
            v
            for v in reversed(reader.verbs)
            if v.index <= at
            and tokens[v.index].lower
            in ("called", "calls", "call", "calling", "considers", "deemed", "branded", "labelled")
        ),
        None,
    )
    if (
        verb is not None
        and index - verb.index < 14
        and not any(t.lower in ("for", "on", "to") for t in tokens[verb.index + 1 : verb.index + 2])
    ):
        return ("call", verb.index + 1, verb)
    return None


_CALLING = frozenset(
    "described describes describe dismissed rejected denounced decried condemned branded called regards regarded sees saw viewed views".split()
)


def _modals(reader: SentenceReader) -> list[Trigger]:
    """Read "must", "should", "needs to" on others, and "will" and "will not" on oneself, in what is said."""
    tokens = reader.tokens
    found: list[Trigger] = []
    for index, token in enumerate(tokens):
        word = token.lower
        if word in _MUST or (word in _NEED and index + 1 < len(tokens) and tokens[index + 1].lower == "to"):
            one = _demand(reader, index)
        elif word in ("need", "demand") and index and tokens[index - 1].lower == "we":
            one = Trigger(index, index + 1, len(tokens), D, 0.62, NOBODY, token.text, Phrase(index - 1, index))
        elif word in _MODALS:
            one = _will(reader, index)
        elif (
            word == "no"
            and index > 1
            and tokens[index - 1].lower in ("be", "is")
            and "there" in [t.lower for t in tokens[max(0, index - 4) : index]]
        ):
            one = _there_is_no(reader, index)
        elif word == "no" and [t.lower for t in tokens[index : index + 2]][1:] in (
            ["deal"],
            ["agreement"],
            ["talks"],
            ["peace"],
        ):
            one = _no_deal(reader, index)
        else:
            one = None
        if one is not None:
            found.append(one)
    return found


def _demand(reader: SentenceReader, index: int) -> Trigger | None:
    tokens = reader.tokens
    begin = verb_group(tokens, index).first
    phrase = subject_before(tokens, begin, frozenset(i for i in reader.stops if i < begin))
    said = any(v.index == index - 1 and not v.group.infinitive for v in reader.verbs)
    if phrase is None and index > 3 and (tokens[index - 1].lower in ("and", "but") or said):
        return Trigger(
            index, max(0, index - 10), len(tokens), D, 0.6, NOBODY, tokens[index].text, None, needs_source=True
        )
    if (
        phrase is None
        or phrase.hypothetical
        or tokens[phrase.first].lower in ("i", "you", "what", "who", "which", "that")
    ):
        return None
    group = verb_group(tokens, index)
    if group.has("would", "could", "may", "might", "does", "did", "will"):
        return None
    if tokens[phrase.first].lower in ("we", "it", "they", "he", "she") and tokens[index].lower not in ("must",):
        return None
    last = len(tokens)
    return Trigger(index, phrase.first, last, D, 0.62, NOBODY, tokens[index].text, phrase, needs_source=True)


_COMPLAINTS = (
    ("not", "go", "far", "enough"), ("falls", "short"), ("fell", "short"), ("fall", "short"), ("goes", "too", "far"),
    ("went", "too", "far"), ("runs", "counter", "to"), ("ran", "counter", "to"), ("fails", "to"), ("failed", "to"),
    ("would", "undermine"), ("makes", "no", "sense"), ("made", "no", "sense"), ("will", "not", "work"),
    ("would", "not", "work"), ("does", "not", "work"), ("would", "hurt"), ("would", "harm"), ("would", "punish"),
)  # fmt: skip


def _complaints(reader: SentenceReader) -> list[Trigger]:
    """Read "the plan did not go far enough" in what a source says of something."""
    lower = [token.lower for token in reader.tokens]
    found: list[Trigger] = []
    for index in range(2, len(lower)):
        for words in _COMPLAINTS:
            if tuple(lower[index : index + len(words)]) == words:
                phrase = subject_before(reader.tokens, verb_group(reader.tokens, index).first)
                own = phrase is not None and lower[phrase.first] in ("we", "i", "it", "they", "he", "she")
                if phrase is None or phrase.hypothetical or own:
                    break
                text = reader.tokens[index].text
                found.append(Trigger(index, phrase.first, index, O, 0.58, NOBODY, text, phrase, needs_source=True))
                break
    return found


_UNDECIDED = (
    ("on", "the", "fence"), ("non", "-", "committal"),
    ("not", "decided"), ("yet", "to", "decide"), ("not", "yet", "decided"), ("not", "taken", "a", "decision"),
    ("not", "made", "up"), ("not", "taken", "a", "position"), ("yet", "to", "take", "a", "position"),
    ("yet", "to", "make", "up"), ("reserves", "its", "position"), ("reserved", "its", "position"),
    ("reserves", "its", "right"), ("reserved", "judgment"), ("reserved", "judgement"), ("not", "taken", "a", "stand"),
    ("not", "yet", "taken", "a", "decision"), ("not", "yet", "made", "up"), ("reserved", "their", "position"),
    ("not", "taken", "a", "final", "decision"), ("not", "yet", "taken", "a", "position"), ("still", "undecided"),
)  # fmt: skip


def _undecided(reader: SentenceReader) -> list[Trigger]:
    """Read "has not decided", "has yet to take a position", "reserves its position"."""
    tokens = reader.tokens
    lower = [token.lower for token in tokens]
    found: list[Trigger] = []
    for index in range(1, len(tokens)):
        for words in _UNDECIDED:
            if tuple(lower[index : index + len(words)]) != words:
                continue
            at = index + len(words) - 1
            group = verb_group(tokens, index if words[0].startswith("reserve") else index + 1)
            if words[0] == "on":
                be = next((i for i in range(index, max(0, index - 5), -1) if tokens[i].lower in AUXILIARIES), index)
                group = verb_group(tokens, be + 1)
            phrase = reader.phrase_at(group.first)
            if phrase is None:
                break
            holder = reader.discourse.resolve(reader.sentence, phrase)
            found.append(_made(reader, at, U, 0.72, holder, phrase, hypothetical=phrase.hypothetical))
            break
    return found


def _bound(reader: SentenceReader) -> list[Trigger]:
    """Read "talks would go on only if ..." in what a source says: the source's condition."""
    tokens = reader.tokens
    lower = [token.lower for token in tokens]
    for index in range(3, len(tokens) - 2):
        only = lower[index] == "only" and any(
            w in ("if", "once", "when", "after") for w in lower[index + 1 : index + 4]
        )
        unless = lower[index] == "unless" or (lower[index] == "as" and lower[index + 1 : index + 3] == ["soon", "as"])
        if not (only or unless or (lower[index] == "provided" and lower[index - 1] in (",", "that", "deal"))):
            continue
        modal = next(
            (
                i
                for i in range(index - 1, max(0, index - 22), -1)
                if lower[i] in ("would", "will", "could", "can", "'ll", "’ll")
            ),
            0,
        )
        if not modal:
            continue
        phrase = subject_before(tokens, modal)
        first = phrase.first if phrase is not None else max(0, modal - 4)
        named = phrase is not None and any(
            tokens[i].start in reader.discourse.by_start for i in range(phrase.first, phrase.last)
        )
        if named and phrase is not None and not phrase.hypothetical:
            holder = reader.discourse.resolve(reader.sentence, phrase)
            if holder.known:
                text = tokens[index].text
                return [Trigger(index, modal + 1, len(tokens), C, 0.7, holder, text, phrase)]
        return [Trigger(index, first, len(tokens), C, 0.66, NOBODY, tokens[index].text, phrase, needs_source=True)]
    return []


def _there_is_no(reader: SentenceReader, index: int) -> Trigger | None:
    """Read "there can be no elections while ...", "there will be no deal without ..."."""
    tokens = reader.tokens
    if any(
        t.lower in ("doubt", "question", "sign", "evidence", "guarantee", "alternative")
        for t in tokens[index + 1 : index + 3]
    ):
        return None
    bound = any(t.lower in ("without", "until", "unless") for t in tokens)
    if not bound and tokens[index - 1].lower != "be":
        return None
    return Trigger(index, index + 1, len(tokens), C if bound else R, 0.65, NOBODY, "no", needs_source=True)


def _no_deal(reader: SentenceReader, index: int) -> Trigger | None:
    tokens = reader.tokens
    if any(t.lower in ("without", "until", "unless") for t in tokens):
        return Trigger(index, index, len(tokens), C, 0.65, NOBODY, "no", needs_source=True)
    return None


def _will(reader: SentenceReader, index: int) -> Trigger | None:
    tokens = reader.tokens
    at = index + 1
    while at < len(tokens) and (is_adverb(tokens[at].lower) or tokens[at].lower in ("not", "never", "be", ",")):
        at += 1
    if at >= len(tokens) or at - index > 5:
        return None
    lemma = tokens[at].lower
    between = [t.lower for t in tokens[index:at]]
    negated = any(w in ("not", "never", "cannot") or w.endswith(("n't", "n’t")) for w in between)
    group = verb_group(tokens, at)
    phrase = reader.phrase_at(group.first)
    if phrase is None or phrase.relative:
        return None
    if "be" in between:
        able = lemma == "able"
        if not negated or not (able or lemma in _LEFT_ALONE):
            return None
        holder = reader.discourse.resolve(reader.sentence, phrase) if able else NOBODY
        return _made(reader, at, R, 0.6, holder, phrase, hypothetical=phrase.hypothetical, needs_source=not able)
    holder = reader.discourse.resolve(reader.sentence, phrase)
    possible = tokens[index].lower in ("can", "could") and not negated
    own = tokens[phrase.first].lower in ("we", "i", "it", "they", "he", "she")
    first_person = own and lemma not in _NO_REFUSAL
    if negated and (lemma in REFUSED or first_person):
        return _made(reader, at, R, 0.7, holder, phrase, hypothetical=phrase.hypothetical, own=False)
    if negated:
        return None
    if possible and lemma in PROMISED:
        return _made(reader, at, F, 0.58, holder, phrase, hypothetical=phrase.hypothetical, needs_source=True)
    if possible:
        return None
    if lemma in APPROVED:
        return None
    if lemma in PROMISED:
        return _made(reader, at, F, 0.6, holder, phrase, hypothetical=phrase.hypothetical, needs_source=True)
    if lemma in ("consider", "study", "review", "examine", "weigh"):
        return _made(reader, at, U, 0.6, holder, phrase, hypothetical=phrase.hypothetical)
    return None


_LEFT_ALONE = frozenset(
    "reopened renegotiated changed lifted extended accepted tolerated discussed altered weakened dropped signed allowed"
    " released removed withdrawn relaxed scrapped delayed postponed restored returned ceded surrendered".split()
)
_NO_REFUSAL = (
    frozenset(
        "say speculate comment go get know be have see think talk speak believe forget rest discuss need stop tell give"
        " do let happen work want".split()
    )
    - REFUSED
)


def _made(
    reader: SentenceReader, index: int, stance: Stance, weight: float, holder: Holder, phrase: Phrase | None,
    *, own: bool = False, hypothetical: bool = False, needs_source: bool = False,
) -> Trigger:  # fmt: skip
    tokens = reader.tokens
    last = index + 1
    while last < len(tokens) and tokens[last].text not in _BREAK:
        last += 1
    return Trigger(
        index, index + 1, last, stance, weight, holder, tokens[index].text, phrase, own, needs_source, hypothetical
    )  # fmt: skip
