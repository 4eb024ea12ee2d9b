"""Stances stated by "must", "will", "will not", "only if", "not decided"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.cues import APPROVED, PROMISED, REFUSED, D, F, R, U
from briefing_app.analysis.holder import NOBODY
from briefing_app.analysis.lexicon import AUXILIARIES, is_adverb
from briefing_app.analysis.syntax import Phrase, subject_before, verb_group
from briefing_app.analysis.triggers import Trigger, made
from briefing_app.domain.position import Stance

if TYPE_CHECKING:
    from briefing_app.analysis.attribution import SentenceReader
    from briefing_app.analysis.page import Token

C = Stance.CONDITIONAL


_MODALS = frozenset(
    ("will would can could won't wouldn't can't couldn't cannot won’t wouldn’t can’t couldn’t shall 'll ’ll").split()
)


_MUST = frozenset(["must", "should"])


_NEED = frozenset("need needs needed have has had ought".split())


def modal_triggers(reader: SentenceReader) -> list[Trigger]:
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
    pronoun = tokens[phrase.first].lower
    if pronoun == "we" or (pronoun in ("it", "they", "he", "she") and tokens[index].lower != "must"):
        return None
    last = len(tokens)
    return Trigger(index, phrase.first, last, D, 0.62, NOBODY, tokens[index].text, phrase, needs_source=True)


_UNDECIDED = (
    ("on", "the", "fence"), ("non", "-", "committal"),
    ("not", "decided"), ("yet", "to", "decide"), ("not", "yet", "decided"), ("not", "taken", "a", "decision"),
    ("not", "made", "up"), ("not", "taken", "a", "position"), ("yet", "to", "take", "a", "position"),
    ("yet", "to", "make", "up"), ("reserves", "its", "position"), ("reserved", "its", "position"),
    ("reserves", "its", "right"), ("reserved", "judgment"), ("reserved", "judgement"), ("not", "taken", "a", "stand"),
    ("not", "yet", "taken", "a", "decision"), ("not", "yet", "made", "up"), ("reserved", "their", "position"),
    ("not", "taken", "a", "final", "decision"), ("not", "yet", "taken", "a", "position"), ("still", "undecided"),
)  # fmt: skip


def undecided_triggers(reader: SentenceReader) -> list[Trigger]:
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
            found.append(made(reader, at, U, 0.72, holder, phrase, hypothetical=phrase.hypothetical))
            break
    return found


def bound_triggers(reader: SentenceReader) -> list[Trigger]:
    """Read "talks would go on only if ..." in what a source says: the source's condition."""
    tokens = reader.tokens
    lower = [token.lower for token in tokens]
    for index in range(3, len(tokens) - 2):
        only = lower[index] == "only" and any(
            w in ("if", "once", "when", "after") for w in lower[index + 1 : index + 4]
        )
        own = lower[index] == "if" and _own_act(lower, index)
        unless = (
            own or lower[index] == "unless" or (lower[index] == "as" and lower[index + 1 : index + 3] == ["soon", "as"])
        )
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
        if own and (phrase is None or lower[phrase.first] in _ANYBODY):
            continue
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


_MATERIAL = frozenset("mine cap limit freeze supply ship build halve cancel vacate pull withhold".split())
_ANYBODY = frozenset("it there this that they which who he she we i".split())


def _own_act(lower: list[str], index: int) -> bool:
    """Say whether the words before an "if" are what a party itself would do: "would cap its output if"."""
    before = lower[index - 1]
    modal = next((i for i in range(index - 1, max(0, index - 16), -1) if lower[i] == "would"), 0)
    if not modal or before in ("even", "as", "what", "only", "ask", "see", "know") or "have" in lower[modal:index]:
        return False
    at = modal + 1
    while at < index and (is_adverb(lower[at]) or lower[at] == "only"):
        at += 1
    return lower[at] in PROMISED | REFUSED | _MATERIAL


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
        return made(reader, at, R, 0.6, holder, phrase, hypothetical=phrase.hypothetical, needs_source=not able)
    holder = reader.discourse.resolve(reader.sentence, phrase)
    possible = tokens[index].lower in ("can", "could") and not negated
    own = tokens[phrase.first].lower in ("we", "i", "it", "they", "he", "she")
    first_person = own and lemma not in _NO_REFUSAL
    if negated and (lemma in REFUSED or first_person):
        return made(reader, at, R, 0.7, holder, phrase, hypothetical=phrase.hypothetical, own=False)
    if negated:
        return None
    if possible and lemma in PROMISED:
        return made(reader, at, F, 0.58, holder, phrase, hypothetical=phrase.hypothetical, needs_source=True)
    if possible:
        return None
    if lemma in APPROVED:
        return None
    if lemma in REFUSED and _set_against(tokens, at):
        return made(reader, at, F, 0.6, holder, phrase, hypothetical=phrase.hypothetical)
    if lemma in PROMISED:
        return made(reader, at, F, 0.6, holder, phrase, hypothetical=phrase.hypothetical, needs_source=True)
    if lemma in ("consider", "study", "review", "examine", "weigh"):
        return made(reader, at, U, 0.6, holder, phrase, hypothetical=phrase.hypothetical)
    return None


def _set_against(tokens: list[Token], at: int) -> bool:
    """Say whether what a party would do is set against what it would not: "would attend but would not sign"."""
    for index in range(at + 1, min(at + 16, len(tokens) - 2)):
        if tokens[index].lower == "but":
            return any(
                t.lower in ("not", "never", "won't", "wouldn't", "won’t", "wouldn’t") for t in tokens[index : index + 4]
            )
    return False


_LEFT_ALONE = frozenset(
    (
        "reopened renegotiated changed lifted extended accepted tolerated discussed altered weakened"
        " dropped signed allowed released removed withdrawn relaxed scrapped delayed postponed restored"
        " returned ceded surrendered"
    ).split()
)
_NO_REFUSAL = (
    frozenset(
        (
            "say speculate comment go get know be have see think talk speak believe forget rest discuss need"
            " stop tell give do let happen work want"
        ).split()
    )
    - REFUSED
)
