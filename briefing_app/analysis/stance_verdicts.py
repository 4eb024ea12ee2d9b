"""Stances stated by adjectives and verdicts: "is ready to", "was unacceptable", "did not go far enough"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing_app.analysis.complements import infinitive_stance, takes_thing
from briefing_app.analysis.cues import ADJECTIVES, F, O, S, U
from briefing_app.analysis.holder import NOBODY
from briefing_app.analysis.lexicon import AUXILIARIES, is_adverb
from briefing_app.analysis.syntax import Phrase, is_nominal, over_aside, phrase_from, raised, subject_before, verb_group
from briefing_app.analysis.triggers import Trigger, made
from briefing_app.analysis.verdict_lexicon import VERDICTS

if TYPE_CHECKING:
    from briefing_app.analysis.attribution import SentenceReader
    from briefing_app.analysis.page import Token
    from briefing_app.domain.position import Stance

_BE = frozenset(
    (
        "am is are was were be been remain remains remained stood stands stand stays stayed seems seemed"
        " appears appeared 're ’re 'm ’m isn't wasn't aren't weren't isn’t wasn’t aren’t weren’t 's ’s sounded sounds"
    ).split()
)


def adjective_triggers(reader: SentenceReader) -> list[Trigger]:
    """Return the stances that adjectives state of their subjects."""
    found: list[Trigger] = []
    for index in range(1, len(reader.tokens)):
        entry = _adjective(reader.tokens, index)
        one = _of_its_subject(reader, index, entry) if entry is not None else None
        if one is not None:
            found.append(one)
    return found


_Entry = tuple["Stance | None", "Stance | None", tuple[str, ...], float]


def _adjective(tokens: list[Token], index: int) -> _Entry | None:
    """Return what the adjective at ``index`` states, if what it needs stands behind it."""
    word = tokens[index].lower
    favour = word in ("favour", "favor") and tokens[index - 1].lower == "in"
    entry = (S, O, ("of", ",", ".", ";"), 0.72) if favour else ADJECTIVES.get(word)
    if entry is None:
        return None
    needs = entry[2]
    if needs and needs != ("*",) and _behind_adjective(tokens, index) not in needs:
        return None
    return entry


def _behind_adjective(tokens: list[Token], index: int) -> str:
    """Return the word on which an adjective leans: behind "in principle", a closing mark, another adjective."""
    behind = index + 1
    if [t.lower for t in tokens[behind : behind + 2]] == ["in", "principle"]:
        behind += 2
    behind = over_aside(tokens, behind)
    while behind < len(tokens) and tokens[behind].text in _MARKS:
        behind += 1
    if [t.lower for t in tokens[behind : behind + 1]] == ["and"] and behind + 2 < len(tokens):
        joined = ADJECTIVES.get(tokens[behind + 1].lower)
        behind += 2 if joined is not None else 0
    return tokens[behind].lower if behind < len(tokens) else ""


_MARKS = frozenset('“”"\u2018\u2019')


def _of_its_subject(reader: SentenceReader, index: int, entry: _Entry) -> Trigger | None:
    """Read "is opposed to", and "Kenya, once opposed to the quota, ...", as the stance of the subject."""
    tokens = reader.tokens
    stance, turned, _, weight = entry
    word = tokens[index].lower
    at = index - 2 if word in ("favour", "favor") else index - 1
    if at > 0 and tokens[at].lower == "and" and tokens[at - 1].lower in ADJECTIVES:
        at -= 2
    while at > 0 and (is_adverb(tokens[at].lower) or tokens[at].lower in ("been", "be") or tokens[at].text in _MARKS):
        at -= 1
    if tokens[at].text == "," and word in _SET_BESIDE:
        return _beside(reader, index, at, entry)
    if tokens[at].lower not in _BE and tokens[at + 1].lower not in ("be", "been"):
        return None
    if word == "against" and tokens[at].lower not in _BE:
        return None
    group = verb_group(tokens, at + 1 if tokens[at].lower in AUXILIARIES or tokens[at].lower == "to" else at)
    group = raised(tokens, group) or group
    if group.infinitive or group.has("must", "should") or (group.has("might", "could") and entry[0] is not F):
        return None
    phrase = reader.phrase_at(group.first)
    if phrase is None:
        return None
    weight -= 0.05 if group.has("might", "could", "may") else 0.0
    holder = reader.discourse.resolve(reader.sentence, phrase)
    negated = group.negated or any(t.lower in ("not", "never") for t in tokens[at:index])
    chosen = turned if negated else stance
    chosen = _of_complement(tokens, index, chosen)
    if chosen is None:
        return None
    return made(reader, index, chosen, weight, holder, phrase, hypothetical=phrase.hypothetical)


def _of_complement(tokens: list[Token], index: int, stance: Stance | None) -> Stance | None:
    """Tell "committed to the truce" from "committed to sending aid", "ready to reject" from "ready to pay"."""
    if stance is not F:
        return stance
    to = next((i for i in range(index + 1, min(index + 5, len(tokens))) if tokens[i].lower == "to"), 0)
    if not to:
        return stance
    if tokens[index].lower == "committed" and takes_thing(tokens, to):
        return S
    meant = infinitive_stance(tokens, to)
    return stance if meant in (None, S) else meant


_SET_BESIDE = frozenset(
    "opposed committed reluctant unwilling wary critical sceptical skeptical hostile eager keen determined unhappy"
    " dissatisfied frustrated concerned alarmed worried willing ready prepared resistant supportive".split()
)


def _beside(reader: SentenceReader, index: int, comma: int, entry: _Entry) -> Trigger | None:
    """Read "Kenya, once opposed to the quota, ...": what is set beside a name is said of it."""
    tokens = reader.tokens
    if entry[0] is None or comma < 1 or not is_nominal(tokens[comma - 1]):
        return None
    phrase = subject_before(tokens, comma)
    holder = reader.discourse.resolve(reader.sentence, phrase) if phrase is not None else NOBODY
    negated = any(t.lower in ("not", "never", "no") for t in tokens[comma:index])
    chosen = entry[1] if negated else entry[0]
    if phrase is None or not holder.known or chosen is None:
        return None
    return made(reader, index, chosen, entry[3] - 0.06, holder, replace(phrase, relative=True))


def verdict_triggers(reader: SentenceReader) -> list[Trigger]:
    """Read "the plan was unacceptable" in what somebody says, and "called it unfair"."""
    lower = [token.lower for token in reader.tokens]
    found: list[Trigger] = []
    for index in range(1, len(lower)):
        for words, stance, weight, noun in VERDICTS.get(lower[index], ()):
            if tuple(lower[index : index + len(words)]) != words:
                continue
            one = _verdict(reader, lower, _Verdict(index, index + len(words), words, stance, weight, noun))
            if one is not None:
                found.append(one)
            break
    return found


@dataclass(frozen=True, slots=True)
class _Verdict:
    """Words of a verdict at tokens ``first`` to ``last``."""

    first: int
    last: int
    words: tuple[str, ...]
    stance: Stance
    weight: float
    noun: bool


def _verdict(reader: SentenceReader, lower: list[str], one: _Verdict) -> Trigger | None:
    at = _governor(reader.tokens, one)
    stance = one.stance
    if any(word in _NOT for word in lower[max(0, at + 1, one.first - 3) : one.first]) or (
        at >= 0 and lower[at].endswith(("n't", "n’t"))
    ):
        if stance is not S:
            return None
        stance = O
    if at >= 0 and lower[at] in _BE and not (one.noun and lower[at] in ("'s", "’s") and not _is_verb_s(lower, at)):
        return _is_so(reader, lower, one, stance, at)
    return _called(reader, lower, one, stance, at)


def _governor(tokens: list[Token], one: _Verdict) -> int:
    """Return where the word stands on which a verdict hangs: "is", "as", or whatever is before it."""
    at = one.first - 1
    steps = 0
    while at >= 0 and steps < 7:
        token = tokens[at]
        adjective = one.noun and is_nominal(token) and token.text[0].islower() and token.lower not in _DIRECT
        between = is_adverb(token.lower) or token.lower in _BETWEEN or token.text in '“"‘' or token.lower in _DEGREES
        if not (between or (adjective and token.lower not in _BE | {"as"}) or (one.noun and token.lower == "and")):
            break
        at -= 1
        steps += 1
    return at


def _is_verb_s(lower: list[str], at: int) -> bool:
    """Tell "it's a threat" from "Kenya's threat"."""
    return at > 0 and lower[at - 1] in ("it", "that", "this", "he", "she", "there", "what")


def _is_so(reader: SentenceReader, lower: list[str], one: _Verdict, stance: Stance, at: int) -> Trigger | None:
    """Read "the plan is unfair" as the stance of whoever says it, "for Kenya, ..." as Kenya's."""
    phrase = subject_before(reader.tokens, verb_group(reader.tokens, at + 1).first)
    if phrase is not None and phrase.hypothetical:
        return None
    first = phrase.first if phrase is not None else max(0, at - 4)
    text = reader.tokens[one.first].text
    if lower[0] in ("for", "to") and "," in lower[1:7]:
        named = Phrase(1, lower.index(","))
        holder = reader.discourse.resolve(reader.sentence, named)
        return Trigger(one.first, first, one.first, stance, one.weight + 0.05, holder, text, named)
    return Trigger(one.first, first, one.first, stance, one.weight, NOBODY, text, needs_source=True)


def _called(reader: SentenceReader, lower: list[str], one: _Verdict, stance: Stance, at: int) -> Trigger | None:
    """Read "called the plan unfair", "sees it as a threat", "was described by Kenya as a farce"."""
    verb = _calling_verb(lower, one.first, as_before=at >= 0 and lower[at] == "as")
    if verb is None or (not lower[verb].startswith("call") and _takes_stand(reader, verb)):
        return None
    tokens = reader.tokens
    group = verb_group(tokens, verb)
    text = tokens[verb].text
    bare = lower[verb + 1 : verb + 2] in (["a"], ["an"], ["the"], ["“"], ['"'])
    if bare and "what" in lower[max(0, verb - 5) : verb]:
        return None  # "presents what he called a reasonable stance": a name for it, no verdict
    if group.passive or (verb > 0 and lower[verb + 1 : verb + 2] == ["by"]):
        by = next(
            (i for i in (*range(verb + 1, one.first), *range(one.last, one.last + 8)) if lower[i : i + 1] == ["by"]), 0
        )
        named = phrase_from(tokens, by + 1) if by else None
        if named is None:
            return None
        holder = reader.discourse.resolve(reader.sentence, named)
        before = subject_before(tokens, group.first)
        first = before.first if before is not None else max(0, verb - 6)
        return Trigger(verb, first, verb, stance, one.weight + 0.08, holder, text, named, own=True)
    if group.infinitive or group.negated or group.has("might", "could", "may"):
        return None
    phrase = reader.phrase_at(group.first) or _in_a_list(reader, verb)
    if phrase is None:
        return None
    holder = reader.discourse.resolve(reader.sentence, phrase)
    return Trigger(
        one.first, verb + 1, one.first, stance, one.weight + 0.1, holder, text, phrase, hypothetical=phrase.hypothetical
    )  # fmt: skip


def _in_a_list(reader: SentenceReader, index: int) -> Phrase | None:
    """Return the subject of a calling verb in a list: "backed the plan, called it fair and signed it"."""
    verb = next((one for one in reader.verbs if one.index == index), None)
    return reader.subject_phrase(verb) if verb is not None else None


def _takes_stand(reader: SentenceReader, verb: int) -> bool:
    """Say whether a verb states a stance by itself, whatever verdict it passes."""
    return any(
        known.index == verb and any(form.cue.stance not in (None, U) for form in known.forms)
        for known in reader.verbs
        if known.stance
    )


def _calling_verb(lower: list[str], before: int, *, as_before: bool) -> int | None:
    """Return the verb that passes the verdict, near enough in front of it."""
    for index in range(before - 1, max(-1, before - 15), -1):
        word = lower[index]
        if word in (";", ":"):
            return None
        if word in _DIRECT or (as_before and word in _AS):
            called_for = word.startswith("call") and lower[index + 1] in ("for", "on", "to", "upon")
            return None if called_for or (word == "found" and lower[index + 1] == "that") else index
    return None


_NOT = frozenset("not never no hardly nor neither isn't wasn't isn’t wasn’t aren't aren’t".split())
_BETWEEN = frozenset("a an the so simply both nothing less than other one another".split()) | _NOT
_DEGREES = frozenset(
    "very too quite utterly totally wholly completely entirely clearly equally deeply highly such".split()
)
_DIRECT = frozenset(
    (
        "called calls call calling considers considered consider considering deems deemed deem finds found find"
        " branded brands labelled labeled labels termed terms dubbed declared declares pronounced judged judges thinks"
    ).split()
)
_AS = frozenset(
    (
        "described describes describe describing dismissed dismisses dismissing rejected rejects denounced denounces"
        " denouncing decried condemned condemns condemning branded regards regarded regard regarding sees saw see seen"
        " viewed views view hailed hails hailing praised praises derided slammed blasted characterised characterized"
        " characterises characterizes presented welcomed portrayed criticised criticized labelled"
    ).split()
)


_COMPLAINTS = (
    ("not", "go", "far", "enough"), ("falls", "short"), ("fell", "short"), ("fall", "short"), ("goes", "too", "far"),
    ("went", "too", "far"), ("runs", "counter", "to"), ("ran", "counter", "to"), ("fails", "to"), ("failed", "to"),
    ("would", "undermine"), ("makes", "no", "sense"), ("made", "no", "sense"), ("will", "not", "work"),
    ("would", "not", "work"), ("does", "not", "work"), ("would", "hurt"), ("would", "harm"), ("would", "punish"),
)  # fmt: skip


_COMPLAINTS_BY_WORD = {first: tuple(w for w in _COMPLAINTS if w[0] == first) for first in {w[0] for w in _COMPLAINTS}}


def complaint_triggers(reader: SentenceReader) -> list[Trigger]:
    """Read "the plan did not go far enough" in what a source says of something."""
    lower = [token.lower for token in reader.tokens]
    found: list[Trigger] = []
    for index in range(2, len(lower)):
        for words in _COMPLAINTS_BY_WORD.get(lower[index], ()):
            if tuple(lower[index : index + len(words)]) == words:
                phrase = subject_before(reader.tokens, verb_group(reader.tokens, index).first)
                own = phrase is not None and lower[phrase.first] in ("we", "i", "it", "they", "he", "she")
                if phrase is None or phrase.hypothetical or own:
                    break
                text = reader.tokens[index].text
                found.append(Trigger(index, phrase.first, index, O, 0.58, NOBODY, text, phrase, needs_source=True))
                break
    return found
