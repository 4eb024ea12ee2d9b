"""Stances stated by "must", "will", "will not", "only if", "not decided"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.complements import infinitive_stance
from briefing_app.analysis.cues import APPROVED, PROMISED, REFUSED, STANCE_FORMS, D, F, O, R, S, U
from briefing_app.analysis.holder import NOBODY
from briefing_app.analysis.lexicon import AUXILIARIES, PREPOSITIONS, is_adverb
from briefing_app.analysis.syntax import Phrase, is_nominal, over_aside, subject_before, verb_group
from briefing_app.analysis.triggers import Trigger, made
from briefing_app.domain.position import Stance

if TYPE_CHECKING:
    from briefing_app.analysis.attribution import SentenceReader
    from briefing_app.analysis.page import Token

C = Stance.CONDITIONAL


_MODALS = frozenset(
    (
        "will would can could might may won't wouldn't can't couldn't cannot won’t wouldn’t can’t couldn’t shall"
        " 'll ’ll"
    ).split()
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
        elif word in _MODALS or (word == "going" and [t.lower for t in tokens[index + 1 : index + 2]] == ["to"]):
            one = _will(reader, index)
        elif (
            word == "no"
            and index > 1
            and tokens[index - 1].lower in ("be", "is")
            and "there" in [t.lower for t in tokens[max(0, index - 4) : index]]
        ):
            one = _there_is_no(reader, index)
        elif word == "no":
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
    bound = tokens[index].lower == "have" and group.has("would", "will")
    if group.has("could", "may", "might", "does", "did") or (group.has("would", "will") and not bound):
        return None
    pronoun = tokens[phrase.first].lower
    if pronoun == "we":
        firm = tokens[index].lower in ("must", "should") or tokens[index - 1].lower == "we"
        weight = 0.56 if tokens[index].lower != "should" else 0.54
        return Trigger(index, index + 1, len(tokens), D, weight, NOBODY, tokens[index].text, phrase) if firm else None
    if pronoun in ("it", "they", "he", "she") and tokens[index].lower != "must":
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
    ("yet", "to", "reply"), ("yet", "to", "respond"), ("yet", "to", "take", "a", "view"),
    ("not", "taken", "a", "view"), ("not", "taken", "a", "final", "decision"),
    ("not", "yet", "taken", "a", "position"), ("still", "undecided"),
)  # fmt: skip


_UNDECIDED_BY_WORD = {first: tuple(w for w in _UNDECIDED if w[0] == first) for first in {w[0] for w in _UNDECIDED}}


def undecided_triggers(reader: SentenceReader) -> list[Trigger]:
    """Read "has not decided", "has yet to take a position", "reserves its position"."""
    tokens = reader.tokens
    lower = ["not" if token.lower.endswith(("n't", "n’t")) else token.lower for token in tokens]
    found: list[Trigger] = []
    for index in range(1, len(tokens)):
        for words in _UNDECIDED_BY_WORD.get(lower[index], ()):
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
    for index in range(len(tokens) - 2):
        own = lower[index] in ("if", "once") and _own_act(lower, index)
        if not (own or _bounds(lower, index)):
            continue
        modal = _modal_of(lower, index)
        if not modal:
            continue
        begin = verb_group(tokens, modal).first
        phrase = subject_before(tokens, begin, frozenset(i for i in reader.stops if i < begin))
        first = phrase.first if phrase is not None else max(0, modal - 4)
        if own and (phrase is None or lower[phrase.first] in _ANYBODY):
            continue
        named = phrase is not None and any(
            tokens[i].start in reader.discourse.by_start for i in range(phrase.first, phrase.last)
        )
        text = tokens[index].text
        at = max(index, modal)
        own_words = phrase is not None and phrase.last - phrase.first == 1 and lower[phrase.first] in _OWN
        if (named or own_words) and phrase is not None and not phrase.hypothetical:
            holder = reader.discourse.resolve(reader.sentence, phrase)
            if holder.known:
                return [Trigger(at, modal + 1, len(tokens), C, 0.7, holder, text, phrase)]
        return [Trigger(at, first, len(tokens), C, 0.66, NOBODY, text, phrase, needs_source=True)]
    return []


def _bounds(lower: list[str], index: int) -> bool:
    """Say whether a marker of a condition stands at ``index``."""
    word, behind = lower[index], lower[index + 1 : index + 4]
    if word == "only":
        return any(w in ("if", "once", "when", "after", "on") for w in behind[:1] + behind[1:])
    if word in ("provided", "providing"):
        before = lower[index - 1] if index else ""
        apart = before not in ("is", "was", "are", "were", "be", "been", "has", "had", "have", "not", "which")
        return behind[:1] == ["that"] or (apart and behind[:1] not in (["by"], ["with"], ["to"], ["for"], ["in"]))
    if word in ("as", "so"):
        return behind[:2] in (["long", "as"], ["soon", "as"]) and behind[2:] not in (["possible"], ["practicable"])
    if word == "subject":
        return behind[:1] == ["to"] and (index == 0 or lower[index - 1] == ",")
    if word == "on":
        return behind[:2] in (["condition", "that"], ["one", "condition"]) or behind[:3] == ["the", "condition", "that"]
    if word == "but":
        return behind[:2] in (["only", "if"], ["only", "after"], ["only", "once"], ["only", "when"], ["not", "before"])
    return word == "unless"


def _modal_of(lower: list[str], index: int) -> int:
    """Return where the modal of the clause that a condition binds stands, 0 if there is none."""
    modals = ("would", "will", "could", "can", "'ll", "’ll")
    before = next((i for i in range(index - 1, max(0, index - 22), -1) if lower[i] in modals), 0)
    if before or index > 1:
        return before
    comma = next((i for i in range(index, len(lower)) if lower[i] == ","), 0)
    return next((i for i in range(comma, min(comma + 12, len(lower))) if lower[i] in modals), 0) if comma else 0


_OWN = frozenset("it they he she we i".split())
_MATERIAL = frozenset("mine cap limit freeze supply ship build halve cancel vacate pull withhold".split())
# What happens to a party whatever it wants.
_STATES = frozenset(
    (
        "be have face suffer lose win benefit remain become get fall rise need find see feel happen gain struggle run"
        " grow shrink die collapse risk know mean seem look depend hinge have't n't not"
    ).split()
)
_ANYBODY = frozenset("it there this that they which who he she we i".split())


def _own_act(lower: list[str], index: int) -> bool:
    """Say whether the words before an "if" are what a party itself would do: "would cap its output if"."""
    before = lower[index - 1]
    modal = next((i for i in range(index - 1, max(0, index - 16), -1) if lower[i] in ("would", "could", "will")), 0)
    if not modal or before in ("even", "as", "what", "only", "ask", "see", "know") or "have" in lower[modal:index]:
        return False
    at = modal + 1
    while at < index and (is_adverb(lower[at]) or lower[at] == "only"):
        at += 1
    return lower[at] in PROMISED | REFUSED | _MATERIAL or lower[at] not in _NO_OFFER


def _there_is_no(reader: SentenceReader, index: int) -> Trigger | None:
    """Read "there can be no elections while ...", "there will be no deal without ..."."""
    tokens = reader.tokens
    if any(
        t.lower in ("doubt", "question", "sign", "evidence", "guarantee", "alternative", "misunderstanding", "mistake")
        for t in tokens[index + 1 : index + 3]
    ):
        return None
    bound = any(t.lower in ("without", "until", "unless", "before") for t in tokens)
    if not bound and tokens[index - 1].lower != "be":
        return None
    return Trigger(index, index + 1, len(tokens), C if bound else R, 0.65, NOBODY, "no", needs_source=True)


_NO_STANCE = frozenset(
    "comment one doubt matter wonder problem question surprise idea longer more less other sign word news date injuries"
    " casualties details reason evidence immediate further kidding thanks way harm pressure".split()
)


def _no_deal(reader: SentenceReader, index: int) -> Trigger | None:
    """Read "no deal without guarantees" and the fragment of a quotation “No trucks until the mines are gone”."""
    tokens = reader.tokens
    noun = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if any(t.lower in ("without", "until", "unless", "before") for t in tokens[index + 2 : index + 8]):
        opens = index == 0 or tokens[index - 1].text in '“":'
        if noun in ("deal", "agreement", "talks", "peace") or (opens and noun not in _NO_STANCE):
            return Trigger(index, index, len(tokens), C, 0.65, NOBODY, "no", needs_source=True)
        return None
    if noun in _NO_STANCE or not reader.quoted[index] or not (index == 0 or tokens[index - 1].text in '“"'):
        return None
    end = next((i for i in range(index + 1, min(index + 9, len(tokens))) if tokens[i].text in ',.!”"'), 0)
    bare = end > index + 1 and all(is_nominal(t) or t.lower in PREPOSITIONS for t in tokens[index + 1 : end])
    return Trigger(index, index, end, R, 0.58, NOBODY, "no", needs_source=True) if bare else None


_INVERTING = (
    ("not", "until"), ("not", "before"), ("not", "unless"), ("only", "if"), ("only", "when"), ("only", "after"),
    ("only", "once"), ("only", "then"), ("under", "no"), ("in", "no"), ("at", "no"), ("on", "no"), ("never",), ("nor",),
    ("neither",), ("by", "no"),
)  # fmt: skip


def inverted_triggers(reader: SentenceReader) -> list[Trigger]:
    """Read "Not until Kenya leaves will Uganda sign" and "Under no circumstances would Uganda sign"."""
    tokens = reader.tokens
    lower = [token.lower for token in tokens]
    for first in range(len(lower) - 3):
        if first and tokens[first - 1].text not in '“",;:' and lower[first - 1] not in ("that", "and", "but"):
            continue
        opening = next((m for m in _INVERTING if tuple(lower[first : first + len(m)]) == m), None)
        if opening is None:
            continue
        near = range(first + len(opening), min(first + 24, len(lower)))
        modal = next((i for i in near if lower[i] in ("will", "would", "can", "could", "shall", "does", "did")), 0)
        phrase = _inverted_subject(reader, modal) if modal else None
        if phrase is None:
            continue
        stance = C if opening[-1] in ("until", "before", "unless", "if", "when", "after", "once", "then") else R
        holder = reader.discourse.resolve(reader.sentence, phrase)
        if stance is R and infinitive_stance(tokens, phrase.last - 1) in (O, R):
            stance = S
        if holder.known or lower[phrase.first] in ("there", "we", "i"):
            return [Trigger(modal, first, len(tokens), stance, 0.68, holder, tokens[modal].text, phrase)]
    return []


def _inverted_subject(reader: SentenceReader, modal: int) -> Phrase | None:
    """Return the subject between a modal and its plain verb: "will Uganda sign"."""
    tokens = reader.tokens
    if modal + 2 >= len(tokens):
        return None
    if tokens[modal + 1].lower in _OWN:
        return Phrase(modal + 1, modal + 2)
    named = next((i for i in range(modal + 1, modal + 3) if tokens[i].start in reader.discourse.by_start), 0)
    if not named:
        return None
    end = reader.discourse.by_start[tokens[named].start].end
    last = next((i for i in range(named, len(tokens)) if tokens[i].end >= end), named) + 1
    plain = last < len(tokens) and tokens[last].text.islower() and not tokens[last].lower.endswith(("s", "ed", "ing"))
    return Phrase(modal + 1, last) if plain else None


def _will(reader: SentenceReader, index: int) -> Trigger | None:
    """Read "will", "would not" and "is not going to" on oneself."""
    tokens = reader.tokens
    going = tokens[index].lower == "going"
    at = over_aside(tokens, index + 2 if going else index + 1)
    while at < len(tokens) and (is_adverb(tokens[at].lower) or tokens[at].lower in ("not", "never", "be", ",")):
        at += 1
    if at >= len(tokens) or at - index > 10:
        return None
    between = [t.lower for t in tokens[index:at]]
    group = verb_group(tokens, index if going or tokens[index + 1].text == "," else at)
    negated = any(w in ("not", "never", "cannot") or w.endswith(("n't", "n’t")) for w in between)
    negated = negated or (going and group.negated)
    phrase = reader.phrase_at(group.first)
    if phrase is None or phrase.relative or _is_awaited(tokens, phrase):
        return None
    negated = negated or tokens[phrase.first].lower == "neither"
    if "be" in between and not negated and tokens[at].lower.endswith("ing") and tokens[index].lower in _FUTURE:
        return _do(reader, index, at, phrase, _plain_form(tokens[at].lower))
    if "be" in between:
        return _will_be(reader, at, phrase) if negated else None
    return _not_do(reader, at, phrase) if negated else _do(reader, index, at, phrase, tokens[at].lower)


def _is_awaited(tokens: list[Token], phrase: Phrase) -> bool:
    """Say whether others only want or fear that the subject will do it: "assurances that Kenya will not arm"."""
    before = [token.lower for token in tokens[max(0, phrase.first - 3) : phrase.first]]
    return before[-1:] == ["that"] and any(word in _AWAITING for word in before[:-1])


_AWAITING = frozenset(
    "assurance assurances guarantee guarantees condition conditions fear fears feared concern concerns hope hopes hoped"
    " hoping ensure ensures ensuring demand demands demanded insist insists insisted expect expects expected chance"
    " risk danger likelihood possibility prospect doubt doubts worry worries suspicion".split()
)


def _will_be(reader: SentenceReader, at: int, phrase: Phrase) -> Trigger | None:
    """Read "will not be able to", "will not be reopened"."""
    lemma = reader.tokens[at].lower
    able = lemma == "able"
    if not (able or lemma in _LEFT_ALONE):
        return None
    holder = reader.discourse.resolve(reader.sentence, phrase) if able else NOBODY
    return made(reader, at, R, 0.6, holder, phrase, hypothetical=phrase.hypothetical, needs_source=not able)


_ABLE = frozenset("can could can't can’t cannot couldn't couldn’t".split())


def _not_do(reader: SentenceReader, at: int, phrase: Phrase) -> Trigger | None:
    """Read what a party will not do as a refusal, unless it only says so of the future."""
    lemma = reader.tokens[at].lower
    holder = reader.discourse.resolve(reader.sentence, phrase)
    own = reader.tokens[phrase.first].lower in ("we", "i", "it", "they", "he", "she")
    if any(form.cue.stance in (R, O) and form.kind == "base" for form in STANCE_FORMS.get(lemma, ())):
        return None  # who will not block a thing lets it pass: the verb itself says so
    before = {token.lower for token in reader.tokens[max(0, at - 4) : at]}
    unable = bool(before & _ABLE) and reader.tokens[phrase.first].lower == "i"
    if lemma in REFUSED or (own and not unable and lemma not in _NO_REFUSAL):
        return made(reader, at, R, 0.7, holder, phrase, hypothetical=phrase.hypothetical)
    if holder.known and not holder.outsider and lemma not in _NO_REFUSAL | _HAPPENS and lemma not in STANCE_FORMS:
        return made(reader, at, R, 0.6, holder, phrase, hypothetical=phrase.hypothetical)
    return None


_FUTURE = frozenset("will would 'll ’ll".split())
_BEGINNING = frozenset("continue keep go begin start resume".split())


def _plain_form(word: str) -> str:
    """Return the plain form of a word in -ing that the lists of this module know, the word without it otherwise."""
    stem = word.removesuffix("ing")
    forms = (stem, f"{stem}e", stem[:-1])
    return next((form for form in forms if form in PROMISED or form in _TAKES_PART), stem)


def _do(reader: SentenceReader, index: int, at: int, phrase: Phrase, lemma: str) -> Trigger | None:
    """Read what a party says it will do as an offer."""
    tokens = reader.tokens
    holder = reader.discourse.resolve(reader.sentence, phrase)
    if lemma in _BEGINNING and at + 2 < len(tokens):
        lemma = _what_goes_on(tokens, at) or lemma
    if tokens[index].lower in ("can", "could", "might", "may"):
        if lemma in _WEIGHING and tokens[index].lower != "can":
            return made(reader, at, U, 0.58, holder, phrase, hypothetical=phrase.hypothetical)
        if lemma in PROMISED:
            return made(reader, at, F, 0.58, holder, phrase, hypothetical=phrase.hypothetical, needs_source=True)
        if tokens[phrase.first].lower in ("it", "they") and lemma in _TAKEN_ON:
            return made(reader, at, F, 0.55, holder, phrase, hypothetical=phrase.hypothetical, needs_source=True)
        return None
    if lemma in APPROVED:
        return None
    if lemma in REFUSED and _set_against(tokens, at):
        return made(reader, at, F, 0.6, holder, phrase, hypothetical=phrase.hypothetical)
    if lemma in PROMISED or (lemma in _TAKES_PART and _freely(tokens, at)):
        return made(reader, at, F, 0.6, holder, phrase, hypothetical=phrase.hypothetical, needs_source=True)
    if _goes_through(tokens, at, lemma):
        return made(reader, at, F, 0.6, holder, phrase, hypothetical=phrase.hypothetical, needs_source=True)
    if lemma in _WEIGHING:
        return made(reader, at, U, 0.6, holder, phrase, hypothetical=phrase.hypothetical)
    own = holder.known or tokens[phrase.first].lower in _OWN or lemma in ("continue", "go")
    if own and tokens[index].lower in _FUTURE and lemma not in _NO_OFFER and not _takes_stand(lemma):
        return made(reader, at, F, 0.55, holder, phrase, hypothetical=phrase.hypothetical, needs_source=True)
    return None


def _takes_stand(lemma: str) -> bool:
    """Say whether a verb states a stance whatever stands behind it."""
    return any(form.cue.needs == ("*",) for form in STANCE_FORMS.get(lemma, ()))


_TAKEN_ON = frozenset("take accept sign join swap trade attend negotiate give concede drop cover host".split())
_WEIGHING = frozenset("consider study review examine weigh reconsider".split())


def _goes_through(tokens: list[Token], at: int, lemma: str) -> bool:
    """Read "go ahead with", "press on with", "put in $5 million", "put up"."""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    on = lemma in ("go", "press", "push", "move", "forge", "plough") and after in ("ahead", "forward", "on", "through")
    return on or lemma == "proceed" or (lemma == "put" and after in ("in", "up", "forward", "aside"))


def _what_goes_on(tokens: list[Token], at: int) -> str:
    """Return the verb that "continue to", "begin" or "go on" leads to, empty where none does."""
    behind = tokens[at + 1].lower
    goes_on = next((i for i in range(at + 1, at + 4) if i < len(tokens) and tokens[i].lower in ("to", "on")), 0)
    while goes_on and goes_on + 2 < len(tokens) and is_adverb(tokens[goes_on + 1].lower):
        goes_on += 1
    if goes_on and goes_on + 1 < len(tokens):
        word = tokens[goes_on + 1].lower
        return _plain_form(word) if word.endswith("ing") else word
    return _plain_form(behind) if behind.endswith("ing") else ""


_TAKES_PART = frozenset("attend join participate negotiate talk meet sign return engage".split())


def _freely(tokens: list[Token], at: int) -> bool:
    """Say whether a party says on what terms it comes: "without preconditions", "in good faith"."""
    words = [token.lower for token in tokens[at : at + 12]]
    return "without" in words or any(w.startswith("precondition") for w in words) or "faith" in words


def _set_against(tokens: list[Token], at: int) -> bool:
    """Say whether what a party would do is set against what it would not: "would attend but would not sign"."""
    for index in range(at + 1, min(at + 16, len(tokens) - 2)):
        if tokens[index].lower == "but":
            return any(
                t.lower in ("not", "never", "won't", "wouldn't", "won’t", "wouldn’t") for t in tokens[index : index + 4]
            )
    return False


# What only happens to a party, or what it foresees, is no refusal.
_HAPPENS = frozenset(
    (
        "arrive reach win lose need face survive suffer benefit become remain last expire come matter feel like receive"
        " gain hear seem appear play grow rise fall exceed cost find learn understand live die hurt affect mean bring"
        " compete meet qualify host celebrate hesitate rule finish complete run fail cause lead include contain apply"
        " travel visit fly form present address tour brief"
        " make change deter produce announce report publish disclose identify name provide"
    ).split()
)
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
            " stop tell give do let happen work want hesitate confirm threaten name dwell repeat remind pretend afford"
        ).split()
    )
    - REFUSED
)
_NO_OFFER = _HAPPENS - frozenset("host make change publish provide".split()) | _NO_REFUSAL | _STATES | APPROVED
