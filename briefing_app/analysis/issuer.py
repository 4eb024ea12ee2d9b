"""Whose document it is: who "we" are in an official statement, and who talks in a transcript."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.analysis.candidates import Candidate
from briefing_app.analysis.holder import NOBODY, Holder
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from briefing_app.analysis.holders import Discourse
    from briefing_app.analysis.page import Page
    from briefing_app.domain.analysis import AnalysisRequest

_OFFICIAL = re.compile(
    r"\b(?:statement|communiqu[eé]|declaration|press release|readout|remarks|resolution|conclusions|joint)\b", re.I
)
_WE = re.compile(r"\b(?:We|we|our|Our|I)\b")
_TURN = re.compile(r"^\s*([A-Z][\w.’'() -]{1,48}?):\s")
_NAME = r"(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
_LIST = re.compile(rf"\b(?:of|by|between)\s+((?:{_NAME}(?:, and |, | and )){{1,12}}{_NAME})")
_QUESTION = re.compile(r"^(?:Q|QUESTION|Question|REPORTER|Reporter|Journalist)\b")
_QUOTED = re.compile(r"[“\"][^”\"]{0,2000}[”\"]")


def find_issuer(page: Page, request: AnalysisRequest, discourse: Discourse) -> tuple[Holder, bool]:
    """Return who speaks as "we" in the text outside quotes, and whether the text is an official one.

    The site's owner comes first, then who performs ("Norway welcomes ..."), then who the title says the
    statement is by. A country that the title only speaks of is not the issuer.
    """
    if not page.sentences:
        return NOBODY, False
    opening = page.masked[: page.passages[min(2, len(page.passages) - 1)][1]][:900]
    bare = _QUOTED.sub(" ", page.masked[:20000])
    speaks = len(_WE.findall(bare)) >= 2
    official = bool(_OFFICIAL.search(request.title) or _OFFICIAL.search(opening[:300]))
    first = _parties_in(discourse, 0, len(opening))
    joint = re.search(r"\b[Jj]oint\b|\bWe, the\b|\bthe (?:ministers|leaders|presidents) of\b", request.title + opening)
    if official and joint and len(first) > 1:
        return _holder(_listed(page, discourse) or first, 1.0), True
    performer = _performer(page, discourse) if official or speaks else []
    titled = _in_title(discourse, request.title)
    itself = [party for party in performer if party in titled]
    known = (
        itself or _in_title(discourse, request.site)[:1] or performer or _in_title(discourse, _by(request.title))[:1]
    )
    if official:
        known = known or first[:1]
        return (_holder(known, 1.0), True) if known else (NOBODY, True)
    if speaks and known and not request.author:
        return _holder(known, 0.9), official
    return NOBODY, official


def _by(title: str) -> str:
    """Return the part of a title that says whose statement it is."""
    match = re.search(r"\b(?:by|from|of)\b(.*)", title)
    part = match[1] if match else title
    return re.split(r"\b(?:on|in|at|about|regarding|with|following|concerning|to|after|call)\b", part)[0]


QUESTION = Holder((), (), outsider=True)
UNKNOWN_VOICE = Holder((), (), weight=0.0)
_PERFORMS = frozenset(
    "welcomes supports urges condemns rejects calls reaffirms regrets opposes expresses stands".split()
)


def _performer(page: Page, discourse: Discourse) -> list[tuple[str, str]]:
    """Return who "welcomes" and "urges" in the present tense and in its own name: the author of a statement."""
    for sentence in page.sentences[:12]:
        tokens = sentence.tokens
        for index in range(1, min(len(tokens), 9)):
            if tokens[index].lower not in _PERFORMS:
                continue
            name = next(
                (one for one in discourse.names_in(sentence, 0, index) if one.end >= tokens[index - 1].start), None
            )
            if name is not None and _usable(name) and name.end == tokens[index - 1].end:
                return [discourse.party_of(name)]
    return []


def _holder(parties: list[tuple[str, str]], weight: float) -> Holder:
    names = tuple(name for name, _ in parties)
    keys = tuple(key for _, key in parties)
    why = f"The text is a statement of {', '.join(names)}."
    return Holder(names, keys, "", weight, why, plural=len(names) > 1)


def _usable(one: Candidate) -> bool:
    return one.label in (EntityKind.ORG, EntityKind.GPE, EntityKind.NORP)


def _parties_in(discourse: Discourse, start: int, end: int) -> list[tuple[str, str]]:
    found = [
        discourse.party_of(one)
        for one in discourse.names
        if (start <= one.start < end and _usable(one) and not one.key.startswith("city:") and one.key)
        or (start <= one.start < end and one.label is EntityKind.ORG)
    ]
    return list(dict.fromkeys(party for party in found if party[0]))


def _listed(page: Page, discourse: Discourse) -> list[tuple[str, str]]:
    """Return the parties of the first list "of A, B and C" in the opening."""
    opening = page.masked[:900]
    match = _LIST.search(opening)
    return _parties_in(discourse, match.start(1), match.end(1)) if match else []


def _in_title(discourse: Discourse, head: str) -> list[tuple[str, str]]:
    """Return the parties of the actor base that the title, site or author names."""
    found: list[tuple[str, str]] = []
    for match in re.finditer(r"[A-Z][\w’'.-]*(?: (?:of |the |and )*[A-Z][\w’'.-]*)*", head):
        words = match[0].split()
        for size in range(min(5, len(words)), 0, -1):
            hit = False
            for at in range(len(words) - size + 1):
                text = " ".join(words[at : at + size])
                for actor, alias in discourse.base.called(text):
                    if alias.when or actor.kind not in (EntityKind.ORG, EntityKind.GPE):
                        continue
                    one = Candidate(0, 0, alias.label, "", "", actor.name, actor.key)
                    found.append(discourse.party_of(one))
                    hit = True
                    break
            if hit:
                break
    return list(dict.fromkeys(found))


def turn_of(page: Page, passage: int, discourse: Discourse) -> tuple[Holder | None, int]:
    """Read "NAME: ..." at the beginning of a passage: who talks, and where the talk starts.

    None where the passage opens no turn, QUESTION for a question, UNKNOWN_VOICE for an unknown name.
    """
    start, end = page.passages[passage]
    match = _TURN.match(page.masked[start : min(end, start + 60)])
    if match is None:
        return None, start
    label = match[1]
    if _QUESTION.match(label):
        return QUESTION, start + match.end()
    words = label.split()
    inside = [one for one in discourse.names if start <= one.start < start + match.end(1)]
    person = next((one for one in inside if one.label is EntityKind.PERSON), None)
    if person is None:
        surname = words[-1].strip("()").casefold()
        person = next(
            (
                one for one in discourse.names
                if one.label is EntityKind.PERSON and one.canonical.split()[-1].casefold() == surname
            ),
            None,
        )  # fmt: skip
    titled = words[0].rstrip(".").casefold() in ("mr", "ms", "mrs", "dr", "minister", "spokesperson")
    if person is None and (titled or label.isupper()) and not (inside and inside[0].key):
        return UNKNOWN_VOICE, start + match.end()
    if person is not None:
        party, key = discourse.party_of(person)
        others = [one for one in inside if one is not person and _usable(one)]
        if not party and others:
            party, key = discourse.party_of(others[0])
            discourse.learn(person.canonical, (party, key))
        if not party:
            return UNKNOWN_VOICE, start + match.end()
        return Holder((party,), (key,), person.canonical, 0.95), start + match.end()
    if inside and _usable(inside[0]) and len(words) <= 6:
        party, key = discourse.party_of(inside[0])
        return Holder((party,), (key,), "", 0.9), start + match.end()
    if label.isupper() or words[0].rstrip(".") in ("Mr", "Ms", "Mrs", "MR", "MS", "MRS", "Dr"):
        return UNKNOWN_VOICE, start + match.end()
    return None, start
