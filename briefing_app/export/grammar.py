"""The little English that sentences about positions need: subjects, articles, verbs, hedges."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

MODALS = frozenset(
    "will would can cannot could may might must shall should won’t won't wouldn’t wouldn't can’t".split()
)
BE = {"is": "are", "was": "were", "isn’t": "aren’t", "isn't": "aren't"}
_HAVE = {"has": "have", "does": "do", "doesn’t": "don’t", "doesn't": "don't", "hasn’t": "haven’t"}
_BASES = {"is": "be", "are": "be", "has": "have", "does": "do", "goes": "go"}
AUXILIARIES = frozenset({*MODALS, *BE, *BE.values(), *_HAVE, *_HAVE.values(), "had", "did", "didn’t", "didn't"})

_THIRD = (
    "accepts agrees asks backs bars blocks calls claims commits condemns considers continues criticises criticizes"
    " declines demands denies describes dismisses disputes doubts endorses excludes expects favours favors insists"
    " intends keeps leaves lets links maintains makes moves needs objects offers opposes plans pledges prefers presses"
    " proposes promises pushes pursues questions reaffirms refuses regards rejects remains repeats requests requires"
    " reserves restates rules says seeks sees sets signals stands states stresses suggests supports takes threatens"
    " ties tells tries urges views voices vows wants warns welcomes wishes withholds"
).split()
THIRD = frozenset(_THIRD)
"""Verbs in the third person with which a paraphrase may begin."""


def _past(third: str) -> str:
    base = base_form(third)
    return base + "d" if base.endswith("e") else base[:-1] + "ied" if base.endswith("y") else base + "ed"


def base_form(verb: str) -> str:
    """Return the base of a verb in the third person (``denies`` gives ``deny``)."""
    if verb in _BASES:
        return _BASES[verb]
    if verb.endswith("ies") and len(verb) > 4:
        return verb[:-3] + "y"
    if verb.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return verb[:-2]
    return verb.removesuffix("s")


_BASES["ties"] = "tie"
_THIRD_BASES = frozenset(base_form(verb) for verb in _THIRD)
PAST = frozenset(
    {_past(verb) for verb in _THIRD}
    | {"said", "told", "made", "saw", "kept", "left", "took", "sought", "set", "withheld"}
)
"""Simple pasts with which a paraphrase may begin."""

_BASE = frozenset(
    "abandon abide accept act add address adopt allow answer apply approve arm attack attend avoid be begin"
    " believe break bring build buy cancel carry cease cede change close come commit compensate complete comply"
    " consult continue control cooperate create cut deal decide defend delay deliver deploy disarm disband discuss"
    " dismantle drop end engage enter establish exchange expel explain extend finance find fight follow free"
    " freeze fulfil fund get give go govern grant guarantee halt hand have help hold honour host impose implement"
    " improve include increase invest invite join judge know launch lead learn leave let lift limit listen live"
    " lose lower maintain make mediate meet merge monitor negotiate observe open order own participate pause pay"
    " play postpone press prevent produce prohibit protect provide publish pull put raise ratify reach receive"
    " recognise recognize reconsider recover reduce release rely remove renew renounce replace resign resolve"
    " respect respond restore restrict resume return review revise run sell send separate set settle share show"
    " sign speak spend stay step stop strengthen strike submit surrender suspend talk take transfer travel treat"
    " turn use verify visit vote wait weaken win withdraw withhold work write".split()
)


def is_verb(word: str) -> bool:
    """Say whether a word in small letters is the base of a verb, as far as positions use verbs."""
    return word in _BASE or word in _THIRD_BASES


ADVERBS = frozenset(
    "reportedly allegedly apparently purportedly supposedly seemingly possibly probably presumably potentially perhaps"
    " ostensibly".split()
)
"""Hedges that can stand before a verb as they are."""

_MAY = ("may", "might", "could")
_SEEMS = ("appears", "appear", "appeared", "seems", "seem", "seemed")

_ARTICLE = re.compile(
    r"^(?:United |European |African |Arab |Security Council|Holy See|Vatican|Kremlin|White House|State Department"
    r"|E[UC]$|U[NKS]$|U\.[NKS]\.$|UAE$|US$|DRC$|IAEA$|IMF$|OSCE$|ICC$|ICJ$|OAU$|AU$|GCC$|G7$|G20$|E3$|SDF$|RSF$|PKK$|PLO$"
    r"|Netherlands$|Philippines$|Maldives$|Bahamas$|Gambia$|Comoros$|Seychelles$|Solomon |Marshall |Houthis$|Taliban$"
    r"|World |International |Organi[sz]ation |Red Cross|Coalition |Rapid Support|Central African)"
    r"|\b(?:Union|Kingdom|Emirates|Republic|League|Forces|Commission|Council|Authority|Agency|Committee|Ministry|Movement"
    r"|Army|Front|Bank|Fund|Court|Secretariat|Parliament|Government|Federation|States|Nations|Islands|Alliance"
    r"|Community|Quartet|Group|Presidency|Coalition)$"
)
_NO_ARTICLE = re.compile(r"^(?:European (?:leaders|allies)|World leaders)|\bcountries$|^(?:Hamas|Hezbollah)\b")
_PLURAL = re.compile(
    r"(?:\b(?:houthis|taliban|rebels|palestinians|israelis|mediators|allies|negotiators|europeans|guarantors|leaders"
    r"|separatists|states parties|partners|countries|members|kurds|officials|forces|governments|donors)$)"
)


def with_article(name: str) -> str:
    """Return a party's name as the subject of a sentence: ``the United States``, ``Russia``."""
    if name[:4].casefold() == "the " or _NO_ARTICLE.search(name) or not _ARTICLE.search(name):
        return name
    return f"the {name}"


def is_plural(name: str) -> bool:
    """Say whether a single party takes a verb in the plural."""
    lowered = name.casefold()
    return bool(_PLURAL.search(lowered)) and not lowered.startswith("united ")


def listed(names: Sequence[str]) -> str:
    """Return ``A``, ``A and B`` or ``A, B and C``."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def capitalised(text: str) -> str:
    """Return text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


_COMMON = frozenset(
    "at up over under between after before with without within for from by about around more than a an the any"
    " all no its their his her this that these those some more full further immediate both each every either"
    " neither only another other such what most many much few fewer less lower higher new old direct joint mutual"
    " partial complete total formal written legal binding permanent early late final first second third temporary"
    " international foreign military political economic humanitarian public private free safe one two three four"
    " five six seven eight nine ten several secure lasting just unconditional territorial national regional local"
    " bilateral multilateral".split()
)
_COMMON_END = (
    "tion", "tions", "sion", "sions", "ment", "ments", "ity", "ities", "ness", "ship", "ance", "ence", "ances", "ures",
    "ure", "age", "ages", "ing", "ings", "awal", "awals", "als", "ees", "ers", "dom", "ism", "est", "ive", "able",
    "ible", "ional", "ual", "ed",
)  # fmt: skip


def lowered(text: str, evidence: str = "", names: Collection[str] = ()) -> str:
    """Return text without its sentence capital, unless its first word is a name.

    A word is a name where it has further capitals or digits, stands among ``names``, or is capitalised in the
    middle of the evidence; it is none where the evidence has it in small letters or it is a common word.
    """
    word = re.match(r"[^\s,;:]+", text)
    if not word or not text[0].isupper():
        return text
    first = word[0]
    bare = re.sub(r"[’']s?$", "", first)
    if any(one.isupper() or one.isdigit() for one in first[1:]) or first == "I" or first.endswith("."):
        return text
    if any(bare.casefold() in name.casefold().split() for name in names) and bare.casefold() not in _COMMON:
        return text
    if re.search(rf"(?<![\w]){re.escape(bare.lower())}(?![\w])", evidence) or bare.casefold() in _COMMON:
        return text[0].lower() + text[1:]
    if re.search(rf"(?<=[\w,;’”] ){re.escape(bare)}(?![\w])", evidence):
        return text
    return text[0].lower() + text[1:] if bare.casefold().endswith(_COMMON_END) else text


@dataclass(frozen=True, slots=True)
class Predicate:
    """A finite verb in the third person singular (or a modal, or a past), what follows it, an adverb before it."""

    verb: str
    rest: str = ""
    before: str = ""

    def text(self, *, plural: bool = False) -> str:
        """Return the predicate in the number wanted."""
        return _spaced(self.before, self._verb(plural=plural), self.rest)

    def hedged(self, hedge: str, *, plural: bool = False) -> str:
        """Return the predicate qualified by a hedge: in its own word where `can_say` it, else by "reportedly"."""
        word = hedge.casefold()
        if word in _MAY and self.can_say(hedge):
            return _spaced(word, base_form(self.verb), self.rest)
        if word in _SEEMS and self.can_say(hedge):
            verb = base_form(word) if plural or word.endswith("d") else word
            return _spaced(f"{verb} to", base_form(self.verb), self.rest)
        adverb = word if word in ADVERBS else "reportedly"
        return self._with_adverb(adverb, plural=plural)

    def can_say(self, hedge: str) -> bool:
        """Say whether `hedged` puts this very hedge into the sentence."""
        regular = not self.before and (self.verb in THIRD or self.verb in _BASES)
        return hedge.casefold() in ADVERBS or (regular and hedge.casefold() in (*_MAY, *_SEEMS))

    def _with_adverb(self, adverb: str, *, plural: bool) -> str:
        verb = self._verb(plural=plural)
        if self.verb in AUXILIARIES:
            return _spaced(self.before, verb, adverb, self.rest)
        return _spaced(adverb, self.before, verb, self.rest)

    def _verb(self, *, plural: bool) -> str:
        if not plural:
            return self.verb
        if self.verb in BE or self.verb in _HAVE:
            return BE.get(self.verb) or _HAVE[self.verb]
        return base_form(self.verb) if self.verb in THIRD else self.verb


def _spaced(*parts: str) -> str:
    return " ".join(part for part in parts if part).replace(" : ", ": ")
