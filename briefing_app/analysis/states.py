"""States and constituencies that no list knows, told by what only they have: a parliament, waters, a people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.analysis.candidates import NAME, Candidate
from briefing_app.analysis.head_words import HEADS
from briefing_app.analysis.lexicon import FUNCTION_WORDS
from briefing_app.analysis.match import Matcher
from briefing_app.analysis.name_lexicon import NOT_NAMES, TITLE_MODIFIERS
from briefing_app.analysis.wordlists import english_words
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.analysis.actors import ActorBase
    from briefing_app.analysis.page import Page

_WORD = r"[A-ZÀ-Þ][a-zà-ÿ’'-]*[a-zà-ÿ](?:-[A-ZÀ-Þ][a-zà-ÿ]+)?"
_HAS = re.compile(
    rf"\b({_WORD})['’]s? (?:own |new |acting |interim |own |last )?"
    r"(?:cabinet|parliament|government|prime minister|foreign minister|foreign ministry|defence minister|army|navy"
    r"|constitution|senate|ambassador|king|queen|crown prince|embassy|territorial waters|sovereignty|coast guard"
    r"|central bank|electorate|national assembly|independence|armed forces|air force|head of state|borders?|diplomats"
    r"|foreign secretary|coastline|ruling party|defense minister|finance minister|supreme court"
    r"|exclusive economic zone|capital,)\b"
)
_OF = re.compile(
    r"\b(?:[Gg]overnment|[Pp]arliament|[Pp]eople|[Pp]rime [Mm]inister|[Kk]ing|[Qq]ueen|[Ss]ultan|[Ee]mir|[Cc]itizens"
    r"|[Ss]overeignty|(?:[Ff]oreign )?[Mm]inister|Ministry|Embassy|Ambassador|Republic|Kingdom|Sultanate|State|Emirate"
    rf"|[Nn]ation|[Cc]oast|Minister (?:of|for) [A-Z]\w+) of (?:the )?({_WORD})(?![\w-]| (?:Affairs|of|and|[A-Z]))"
)
_FROM = re.compile(
    rf"\b(?:[Mm]inisters|[Aa]mbassadors?|[Tt]roops|[Ee]nvoys?|[Dd]elegations?|[Tt]rawlers|[Ii]mports) from ({_WORD})"
    r"(?= |,|\.)(?! [A-Z])"
)
_DEMONYMS = (
    "ian",
    "ians",
    "ean",
    "eans",
    "an",
    "ans",
    "n",
    "ns",
    "ese",
    "ish",
    "i",
    "is",
    "er",
    "ers",
    "ite",
    "ites",
    "ic",
)
_SEAT = re.compile(rf" \(({_WORD}(?: (?:and|the|of|in|on|{_WORD}))*)\)(?= ?(?:\([A-Z][\w ]+\))?:)")
_PARTIES = frozenset(
    "greens labour labor liberal liberals conservative conservatives democrat democrats republican republicans centre"
    " center left right independent independents green lab con party socialist socialists unionist crossbench"
    " alliance nationalist progressive progressives moderates christian people".split()
)


def states(page: Page, base: ActorBase, found: Iterable[Candidate]) -> list[Candidate]:
    """Return the places where a text names states of its own, and their nationality words."""
    found = list(found)
    persons = _words_of_persons(page, found)
    names: dict[str, str] = {}
    for pattern in (_HAS, _OF, _FROM):
        for match in pattern.finditer(page.masked):
            word = match[1].removesuffix("'s").removesuffix("’s")
            if word not in persons and _is_unknown(word, base):
                names.setdefault(word, word)
    for one in found:
        if one.label is EntityKind.GPE and not one.key and " of " in page.masked[one.start : one.end]:
            full = page.masked[one.start : one.end]
            word = full.rpartition(" ")[2]
            if _is_unknown(word, base):
                names[word] = one.canonical or full
    for word in _paired(page, base) - persons:
        names.setdefault(word, word)
    return _mentions(page, names) + _nationals(page, base, names) if names else []


def _paired(page: Page, base: ActorBase) -> set[str]:
    """Return the unknown words that stand beside a nationality word made of them: Kestovia, Kestovian."""
    words = {match[0] for match in re.finditer(rf"\b{_WORD}\b", page.masked)}
    found: set[str] = set()
    for word in words:
        stem = word.removesuffix("a").removesuffix("e")
        nations = {f"{word}n", f"{stem}ian", f"{stem}ese", f"{stem}ish"} if len(stem) > 4 else set()
        if nations & words and _is_unknown(word, base) and not any(base.called(one) for one in nations & words):
            found.add(word)
    return found


def _words_of_persons(page: Page, found: Sequence[Candidate]) -> set[str]:
    return {
        word
        for one in found
        if one.label is EntityKind.PERSON and one.rank >= NAME
        for word in page.masked[one.start : one.end].split()
    }


def _is_unknown(word: str, base: ActorBase) -> bool:
    lower = word.lower()
    plain = lower in english_words() or lower in NOT_NAMES | FUNCTION_WORDS | TITLE_MODIFIERS or lower in HEADS
    return len(word) > 3 and not plain and not base.called(word)


def _mentions(page: Page, names: dict[str, str]) -> list[Candidate]:
    words = list(names)
    made: list[Candidate] = []
    for start, end, index in Matcher(words).longest(page.masked):
        full = names[words[index]]
        why = f"{words[index]} is a state by what the text says of it."
        made.append(Candidate(start, end, EntityKind.GPE, "grammar", why, full, "", NAME, 0.75))
    return made


def _nationals(page: Page, base: ActorBase, names: dict[str, str]) -> list[Candidate]:
    stems = {word.rstrip("aeiouyé") if len(word.rstrip("aeiouyé")) > 3 else word: word for word in names}
    stems.update({word: word for word in names})
    made: list[Candidate] = []
    for match in re.finditer(rf"\b{_WORD}\b", page.masked):
        text = match[0]
        if text in names or base.called(text) or text.lower() in english_words():
            continue
        for stem, word in stems.items():
            if text.startswith(stem) and text[len(stem) :] in _DEMONYMS:
                why = f"“{text}” is said of what belongs to {names[word]}."
                made.append(Candidate(*match.span(), EntityKind.NORP, "grammar", why, names[word], "", NAME, 0.75))
                break
    return made


def seats(page: Page, found: Iterable[Candidate]) -> list[Candidate]:
    """Read whose turn it is in a debate: "Ann Lee (North Harbour):" sits for a place, "(Greens):" for a party."""
    made: list[Candidate] = []
    for one in found:
        match = _SEAT.match(page.masked, one.end) if one.label is EntityKind.PERSON else None
        if match is None or any(word.lower() in ("minister", "secretary", "chair") for word in match[1].split()):
            continue
        party = any(word.lower() in _PARTIES for word in match[1].split())
        kind = EntityKind.ORG if party else EntityKind.GPE
        why = "The party of who speaks." if party else "The constituency of who speaks."
        made.append(Candidate(*match.span(1), kind, "grammar", why, rank=NAME, confidence=0.75))
    return made
