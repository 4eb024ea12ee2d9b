"""What a stance is about, as it is read behind "Party — stance:": a fragment of good English, short and whole."""

from __future__ import annotations

import re

from briefing_app.analysis.cues import NOUN_LIKE, STANCE_FORMS
from briefing_app.analysis.lexicon import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS
from briefing_app.domain.position import Stance

LONGEST = 18
"""Most words of a fragment."""
LEAST = 5
"""Fewest words that are left where a fragment is cut."""
CUT = 20
"""Words of as many may have been cut already, and not where a part of them ends."""
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))
_SIGNS = " ,.;:–—-…!?*"
_RELATIVES = frozenset("who which that whom whose where when while if whether because since although though".split())
_CUTS = frozenset("including following after before until unless so".split())
_ASIDES = frozenset("which who whom whose where".split())
_JOINTS = frozenset("and or but".split())
_DANGLING = (
    (DETERMINERS | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | _RELATIVES)
    - frozenset("this that these those all both each some any many several few".split())
) | frozenset(
    "to not also only as if who that which i.e e.g soon aimed designed intended order such other very so".split()
)
_BINDING = CONJUNCTIONS | {"provided", "on", "so", "should", "only"}
_PARTICLES = frozenset("in down up out off over on through back away by about along around".split())
_LEADS = frozenset("to on for against about over with of from in by upon at towards toward".split())
_LINKED = re.compile(
    r"^(?:(?:and|but|or|though|although|while|up|out|off|down|back|away|into|then|also|still)\b,? )+"
    r"(?:(?:agreed|said|added) (?=that|to))?"
)
_AFAR = re.compile(r"^(?:it\b|that (?:since|in|on|at|from|by|for|out|off|up|too)\b|this (?:since|if)\b)")
_IF = re.compile(r"\b(?:if|unless|provided|once|as long as|so long as|only after|only when)\b.+")
_BARE = frozenset(
    (
        "doing being having only if it them him her us me themselves itself this that these those one so there he she"
        " they we i"
    ).split()
)
_POINTING = frozenset("he she they we i you them him us me".split())
_COPULAS = frozenset("is are was were be been being".split())
MODALS = frozenset("will would shall should can could may might must ’ll 'll".split())
_FINITE = frozenset("should must will would shall can could may might is are was were has have had".split())
# Nouns whose own clause an infinitive is: "the need to act" tells no one to act.
_TAKING = frozenset(
    (
        "need needs effort efforts attempt attempts commitment right rights decision decisions plan plans ability"
        " readiness willingness way ways step steps time order chance opportunity failure refusal call calls obligation"
        " duty demand demands request requests permission threat pressure promise pledge intention proposal proposals"
        " offer move moves agreement end halt return access"
        " capacity power authority mandate reason measures measure action actions talks work response desire wish"
        " resources funds money progress able ready willing likely due prepared unable reluctant important essential"
    ).split()
)
_WORD = re.compile(r"[\w’'-]+")
_GERUNDS = frozenset({Stance.SUPPORTS, Stance.OPPOSES, Stance.REJECTS})
"""Stances behind which an infinitive is no English: "rejects: taking back"."""
_NOT_TO = re.compile(r"^not to ")
_INFINITIVE = re.compile(r"^to ([a-z]+)(?![\w-])")
_INNER = re.compile(r"\b(?:that|to|for) .+")
_AND_TO = re.compile(r"\b(and|or|but)(?: (?:also|then))? to (?=[a-z])")
_ING = re.compile(r"^to (?=(?!bring\b|string\b|spring\b)[a-z]{3,}ing\b)")
_TO_NOUN = re.compile(
    r"^to (?=(?:the|a|an|its|their|our|his|her|this|these|any|all|both|two|three|four|five|six|ten)\b"
    r"|[A-Z]|\d|\w+[’']s\b|[a-z]+-[a-z]+ )"
)
_NEW_CLAUSES = (
    r"that|this|which|it|they|he|she|we|has|have|had|is|are|was|were|will|would|says|said|wants|hopes|until|if|when|then",
    r"(?:demands|urges|calls|insists|rejects|offers|supports|[a-z]+ed) (?:its|their|the|a|an|that|for|\d)",
    r"(?:call|urge|insist|condemn|welcome|reject) (?:on|upon|that|the|all|any)",
    r"(?:still|also|now) [a-z]+s (?!of|for|in|on)",
)
_ANOTHER = re.compile(
    rf",? (?:and|but) (?:{'|'.join(_NEW_CLAUSES)})\b|,? but [a-z]+s (?=[a-z])"
    r"|, (?:and )?(?:we|I|he|she|it|they|its|his|her) "
)
_BESIDE = re.compile(r"([^,]{3,}),[”\"]? and (?:the|a|an|no|[A-Z])")
_SAID = re.compile(r"(?:^|, )(?:its|the|his|her|their|a|an) [^,]{1,60} (?:said|says|told reporters)$")
_TO_WHOM = re.compile(r"^[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)* (?=(?:a|an|the)\b)")
_ADJECTIVE = re.compile(r"^to (?!signal|appeal|deal|reveal|seal|heal|steal|repeal)[a-z]+(?:al|ous|ic|ible|ful|less)\b ")
_DOUBLED = re.compile(r"^[b-df-hj-np-tv-z]{1,3}[aeiou][bdgklmnprt]$|(?:mit|fer|begin|forget|trol|pel|upset)$")
_MANNER = re.compile(r"^(?:in )?the (?:strongest|clearest)(?: possible)? terms,? ")


def fragment(said: str, stance: Stance, *, modal: bool = False, opening: bool = False) -> str:
    """Return words of a text as a fragment; empty where nothing of them tells what the stance is about.

    ``modal`` says that "will", "would" or such stands before the words, ``opening`` that their first word, which is no
    name, opens a sentence and owes its capital to that.
    """
    words = _whole(" ".join(said.split()))
    cut = len(words.split(" ")) >= CUT
    words = _LINKED.sub("", words)
    if words.split(" ", 1)[0].lower() in _POINTING or _AFAR.match(words):
        found = _IF.search(words)
        return _ended(_short(found[0], cut=cut)) if found is not None else ""
    words = _SAID.sub("", words)
    if stance in (Stance.OFFERS, Stance.CONDITIONAL):
        words = _TO_WHOM.sub("", words)
    if words.startswith("not be ") or words.split(" ", 1)[0] in MODALS:
        return ""
    another = _ANOTHER.search(words, 3) or _BESIDE.match(words)
    if another is not None:
        words, cut = words[: another.start() or another.end(1)], False
    led = _ended(_led(words, stance, modal=modal))
    words = _claused(led, stance, opening=opening)
    short = _short(words, cut=cut and words.endswith(led[-12:]))
    words = _ended(_whole(short), cut=short != words)
    if opening:
        words = _lowered(words)
    verb = any(form.kind in ("third", "past") for form in STANCE_FORMS.get(words, ())) and words not in NOUN_LIKE
    bare = words.lower() in _BARE or verb or not _WORD.search(words)
    return "" if bare else words


def _whole(words: str) -> str:
    """Return words without signs at their ends and without half of a pair of brackets or quotation marks."""
    words = words.strip(_SIGNS)
    for left, right in _PAIRS:
        while words.count(left) > words.count(right):
            at = words.rindex(left)
            words = words[:at].rstrip(_SIGNS) if left != "“" and at > len(words) // 3 else words[:at] + words[at + 1 :]
        while words.count(right) > words.count(left):
            words = words.replace(right, "", 1)
    if words.count('"') % 2:
        words = words.replace('"', "", 1) if words.startswith('"') else words[::-1].replace('"', "", 1)[::-1]
    for left, right in (("“", "”"), ('"', '"')):
        if words.startswith(left) and words.endswith(right) and words.count(left) == 1 + (left == right):
            words = words[1:-1]
    return words.strip(_SIGNS)


def _led(words: str, stance: Stance, *, modal: bool) -> str:
    """Return words without what only leads to them: a preposition, a copula, the stance said again."""
    if stance in _GERUNDS:
        words = _NOT_TO.sub("to ", words)
    if stance is Stance.DEMANDS and words.startswith("from "):
        return ""
    if _ADJECTIVE.match(words):
        words = words[3:]
    words = _MANNER.sub("", _TO_NOUN.sub("", _ING.sub("", words)))
    first, _, rest = words.partition(" ")
    lower = first.lower()
    if lower in ("that", "to", "not"):
        return _as_noun(_unrepeated(words, stance), stance)
    if lower == "be":
        return f"to {words}"
    if lower in _COPULAS and rest and not modal:
        inner = _INNER.search(rest)
        return inner[0].removeprefix("for ") if inner is not None else rest
    if modal and lower not in DETERMINERS | PREPOSITIONS | PRONOUNS | CONJUNCTIONS and first.islower():
        return _as_noun(f"to {words}", stance)
    if lower in _LEADS and rest and lower not in ("in", "at", "with", "from", "on", "over"):
        return rest
    return _unrepeated(words, stance)


def _unrepeated(words: str, stance: Stance) -> str:
    """Return an infinitive without its verb where that only says the stance again: "to support the truce"."""
    found = re.match(r"to ([a-z]+) (?=(?:the|a|an|its|their|this|these|all|[A-Z]\w*)\b)", words)
    if found is None or stance not in (Stance.SUPPORTS, Stance.OPPOSES, Stance.REJECTS):
        return words
    forms = STANCE_FORMS.get(found[1], ())
    return words[found.end() :] if any(form.cue.stance is stance for form in forms) else words


def _as_noun(words: str, stance: Stance) -> str:
    """Return an infinitive as a noun where the stance asks for one: "to take back" becomes "taking back"."""
    found = _INFINITIVE.match(words) if stance in _GERUNDS else None
    return words if found is None or found[1] in ("be", "have") else gerund(found[1]) + words[found.end() :]


def gerund(verb: str) -> str:
    """Return the form in -ing of a verb: taking, putting, agreeing."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    return f"{verb}{verb[-1]}ing" if _DOUBLED.search(verb) else f"{verb}ing"


def _claused(words: str, stance: Stance, *, opening: bool) -> str:
    """Return who is to do something and what as a clause: "both sides to leave" becomes "that both sides leave"."""
    if words.startswith("that "):
        return _AND_TO.sub(r"\1 ", words) if stance is Stance.DEMANDS else words
    if words.startswith(("to ", "not ")):
        return words
    parts = words.split(" ")
    at = next((i for i, part in enumerate(parts[:12]) if part == "to" and i), 0)
    told = bool(at) and at + 1 < len(parts) and _is_addressee(parts[:at], parts[at + 1])
    if stance is Stance.OFFERS and told and parts[0][:1].isupper():
        return " ".join(parts[at:])  # who offers is the party, not what it offers
    if stance is Stance.DEMANDS and told:
        denied = parts[at - 1] == "not"
        whom = " ".join(parts[: at - denied])
        whom = whom if "," in whom[:-1] else whom.rstrip(",")
        done = _AND_TO.sub(r"\1 ", " ".join(parts[at + 1 :]))
        return f"that {whom} {'not ' if denied else ''}{done}"
    finite = next((i for i in range(1, len(parts)) if parts[i] in _FINITE or _is_past(parts, i)), 0)
    before = next((i for i, part in enumerate(parts[:finite]) if part[-1:] == ","), -1)
    bound = before >= 0 and parts[before + 1].lower() in _BINDING
    if 0 <= before < finite - 1 and not bound and sum(part[-1:] == "," for part in parts[:finite]) == 1:
        return " ".join(parts[: before + 1])  # a clause of its own behind a comma
    joint = next((i for i in range(max(1, finite - 1), finite + 1) if parts[i - 1].lower() in ("and", "but", "or")), 0)
    if finite and joint:
        return " ".join(parts[: joint - 1])  # another verb of the same sentence, not of what it is about
    aside = any(part.lower() in _RELATIVES | CONJUNCTIONS - {"and", "or"} for part in parts[:finite])
    if not finite or aside or parts[0].endswith("ing") or parts[0].lower() in ("what", "how", "why", "more", "no"):
        return words
    return f"that {_lowered(words) if opening else words}"


def _is_past(parts: list[str], at: int) -> bool:
    """Say whether a word is a verb in the past that has a subject and an object: "the House backed the plan"."""
    word, before, behind = parts[at], parts[at - 1], "".join(parts[at + 1 : at + 2]).lower()
    open_ended = before.lower() in DETERMINERS | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES or before[-1:] in ",;:"
    return word.islower() and word.endswith("ed") and len(word) > 4 and behind in DETERMINERS and not open_ended


def _is_addressee(before: list[str], verb: str) -> bool:
    """Say whether words are somebody who is told to do something, and no noun of which an infinitive is a part."""
    plain = [part.strip(",").lower() for part in before]
    if plain[0] in ("a", "an", "any", "no"):
        return False
    named = not any(part in _FINITE or part in _RELATIVES or part in _TAKING for part in plain)
    named = named and not plain[-1].endswith("ing")
    return named and verb[:1].islower() and verb not in DETERMINERS and not verb.endswith("ing")


def _short(words: str, *, cut: bool) -> str:
    """Return at most `LONGEST` words, ended where a part of them ends; ``cut`` ones end earlier than they do."""
    parts = words.split(" ")
    aside = next((i for i in range(2, len(parts)) if parts[i] in _ASIDES and parts[i - 1][-1:] == ","), 0)
    if aside and aside <= LONGEST:
        return " ".join(parts[:aside])
    if len(parts) <= LONGEST and not cut:
        return words
    most = min(LONGEST, len(parts) - 1)
    places = range(LEAST, most + 1)
    firm = [i for i in places if _breaks(parts[i - 1], parts[i]) or parts[i].lower() in _RELATIVES | _CUTS]
    firm += [i for i in places if parts[i] == "to" and parts[i - 1].lower() not in _TAKING]
    if max(firm, default=0) >= most * 0.6:
        return " ".join(parts[: max(firm)])
    loose = [i for i in places if parts[i].lower() in _JOINTS or parts[i - 1][-1:] == ","]
    if not firm and not loose:
        loose = [i for i in places if parts[i].lower() in PREPOSITIONS]
    return " ".join(parts[: max([*firm, *loose], default=most)])


def _breaks(part: str, behind: str) -> bool:
    """Say whether something else begins behind a sign; a comma in a list or between adjectives parts nothing."""
    small = behind.lower() in DETERMINERS | PREPOSITIONS | _RELATIVES | {"but", "such"}
    return part[-1:] in ";:—–)" or (part[-1:] == "," and (small or behind.endswith(("ing", "ed"))))


def _ended(words: str, *, cut: bool = False) -> str:
    """Return words without small ones at their end that lead to what is not there; where ``cut``, particles too."""
    loose = _DANGLING if cut else _DANGLING - _PARTICLES
    parts = words.split(" ")
    while parts and parts[-1].strip(_SIGNS) in loose and not (parts[-1] in _COPULAS and parts[-2:-1] == ["it"]):
        parts.pop()
    return " ".join(parts).rstrip(_SIGNS)


def _lowered(words: str) -> str:
    """Return words whose first one has lost its capital; one in capitals keeps them."""
    first = words.split(" ", 1)[0]
    return words if first[1:2].isupper() or (len(first) < 2 and first != "A") else words[:1].lower() + words[1:]
