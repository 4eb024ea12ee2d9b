"""Whose document it is: who "we" are in an official statement, a press release, a communiqué."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

from briefing_app.analysis.authorship import own_voice
from briefing_app.analysis.candidates import Candidate
from briefing_app.analysis.cues import STANCE_FORMS
from briefing_app.analysis.holder import NOBODY, Holder, is_body
from briefing_app.analysis.lexicon import is_adverb
from briefing_app.analysis.name_lexicon import ROLE_NOUNS, TITLE_MODIFIERS, TITLES
from briefing_app.analysis.national_titles import national_title
from briefing_app.analysis.turns import interviewed
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.analysis.holders import Discourse
    from briefing_app.analysis.page import Page, Sentence
    from briefing_app.domain.analysis import AnalysisRequest

Party = tuple[str, str]

_OFFICIAL = re.compile(
    r"\b(?:statement|communiqu[eé]|declaration|press release|readout|remarks|resolution|conclusions|joint)\b",
    re.I,
)
_BRIEFING = re.compile(r"\b(?:press|media|news|midday|daily|regular|noon) (?:briefing|conference)\b", re.I)
_OFFICE = re.compile(
    r"\b(?:minister|president|premier|chancellor|secretary|ambassador|envoy|negotiator|commissioner|spokes\w+|head of"
    r"|chief|director|chair\w*|leader|nominee|candidate|delegate|senator|mp|mep)\b",
    re.I,
)
_WE = re.compile(r"\b(?:We|we|us|our|Our|I|my|My)\b")
_NAME = r"(?:the )?[A-Z][\w’'-]*(?: (?:of (?:the )?)?[A-Z][\w’'-]*){0,7}"
_LIST = re.compile(rf"\b(?:of|by|between)\s+((?:{_NAME}(?:, and |, | and )){{1,12}}{_NAME})")
_QUOTED = re.compile(r"[“\"][^”\"]{0,2000}[”\"]")
_JOINT = re.compile(
    r"\b(?:[Jj]oint|JOINT) (?:\w+ )?"
    r"(?i:statement|communiqu|declaration|press|readout|conclusions|letter|appeal|note)|\bWe, the\b"
    r"|\bthe (?:\w+ )?(?:ministers|leaders|presidents|heads of (?:state|government|delegation)) of\b"
)
_GIVEN_BY = re.compile(
    r"\b(?:statement|remarks|speech|address|message|declaration|readout|press release|platform|manifesto|leaflet)s?\b"
    r"(?:(?:\s+[\w’'-]+){0,14}?\s+(?<!ed )by|(?:\s+(?!on\b|about\b|in\b)[\w’'-]+){0,2}?\s+(?:of|from))\s+([^.;]{3,70})",
    re.I,
)
_ANNOUNCED = re.compile(
    r"\b(?:said|stated|statement|remarks|comments?)(?: (?:today|on|about|regarding|concerning)\b[^.:]{0,60})?\s*:$"
)
_BODY = re.compile(
    r"\b(?:ministr|government|department|embassy|mission|delegation|office|presiden|council|commission|secretariat"
    r"|union|organi[sz]ation|agency|authority|parliament|congress|federation|white house|kremlin|\.gov)",
    re.I,
)
# Whom a text speaks to or of, and so is not by.
_ADDRESSED = frozenset("on upon condemn congratulate thank urge ally allies partner people of against with".split())
_PERFORMS = frozenset(
    (
        "welcomes supports urges condemns rejects calls reaffirms regrets opposes expresses stands deplores denounces"
        " reiterates commends congratulates applauds endorses backs demands insists recalls underlines underscores"
        " emphasises emphasizes stresses extends joins believes considers expects notes looks encourages appeals"
        " affirms"
    ).split()
)
_STEADY = frozenset("committed ready prepared determined concerned willing convinced open steadfast".split())


def find_issuer(page: Page, request: AnalysisRequest, discourse: Discourse) -> tuple[Holder, bool]:
    """Return who speaks as "we" in the text outside quotes, and whether the text is an official one.

    Evidence is added up: whom the title or the opening says the statement is by, whose site it is, who
    performs in the third person what "we" do elsewhere ("Norway welcomes ..."). A party that the text only
    speaks of is not the issuer; where nothing tells, nobody is.
    """
    if not page.sentences:
        return NOBODY, False
    opening = page.masked[: page.passages[min(2, len(page.passages) - 1)][1]][:900]
    speaks = len(_WE.findall(_QUOTED.sub(" ", page.masked[:20000]))) >= 2
    official = bool(_OFFICIAL.search(request.title) or _BRIEFING.search(request.title)) or _announces(page)
    official = (
        official
        or bool(_briefed(page, discourse))
        or _is_headed(page, opening, speaks=speaks)
        or (speaks and _performs(request.title))
    )
    if official and _JOINT.search(f"{request.title}\n{opening}"):
        together = _together(page, request.title, discourse, len(opening))
        if len(together) > 1:
            return _holder(together, 1.0), True
    asked = interviewed(request.title)
    if asked:
        return _interviewee(discourse, asked), True
    own = own_voice(page, request.title, request.author, discourse) if speaks else NOBODY
    if own.known:
        return own, True
    owned = not request.author and bool(_owners(discourse, request.site))
    official = official or owned
    signed = _called_in(discourse, request.author)
    if not official and (not speaks or (request.author and not signed)):
        return NOBODY, False
    found = _evidence(page, request, discourse, official=official)
    for party in signed[:1]:
        found[party] += 4
    if not found or max(found.values()) <= 0:
        return NOBODY, official
    party = max(found, key=lambda one: found[one])
    holder = _holder([party], 1.0 if official else 0.9)
    return holder, official or (found[party] >= _OWN_NAME and not request.author and not _reports(page))


# So much speaks for a party that acts in a text in the first person that the text is its statement.
_OWN_NAME = 2
_REPORTING = re.compile(r"\b(?:said|says|say|told|according to)\b")


def _reports(page: Page) -> bool:
    """Say whether a text tells what others say: a report, not a statement."""
    return len(_REPORTING.findall(_QUOTED.sub(" ", page.masked[:20000]))) > 1


def _performs(title: str) -> bool:
    """Say whether a title tells in the present what somebody does by these words: "Foreign Secretary welcomes"."""
    return any(word in _PERFORMS | {"comments", "responds", "marks"} for word in title.lower().split()[1:9])


def _is_headed(page: Page, opening: str, *, speaks: bool) -> bool:
    """Say whether a text begins as a statement does; a report that tells of one is none."""
    named = _OFFICIAL.search(opening[:300])
    return named is not None and (speaks or named[0][:1].isupper() or not _reports(page))


# Who runs for an office does not speak for the place in which it is.
_RUNS_FOR = re.compile(r"\b(?:nominee|candidate|contender|hopeful|running) for\b", re.I)


def _interviewee(discourse: Discourse, named: str) -> Holder:
    """Return who answers in an interview: a person, for whom he speaks if that is told."""
    people = _people_in(discourse, named)
    bodies = _called_in(discourse, _RUNS_FOR.split(named)[0]) if _OFFICE.search(named) else []
    person = people[0].canonical if people else _last_name_in(named.split(",")[0])
    party, key = discourse.party_of(people[0]) if people else ("", "")
    if not party and bodies:
        party, key = bodies[0]
    if not party:
        return Holder((person,), ("",), "", 0.85, f"{person} is interviewed.") if person else NOBODY
    discourse.learn(person, (party, key))
    return Holder((party,), (key,), person, 0.95, f"{person} is interviewed.")


def _last_name_in(text: str) -> str:
    """Return the last run of words in capitals: "the US philosopher Ann Lee" names Ann Lee."""
    return next(reversed(re.findall(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*", text)), "")


def _announces(page: Page) -> bool:
    """Say whether a passage announces words that follow without quotation marks: "Foreign Minister Ann Lee said:"."""
    texts = [page.masked[start:end].strip() for start, end in page.passages]
    return any(
        _ANNOUNCED.search(text) and after[:1] not in ("“", '"', "«", "„") for text, after in itertools.pairwise(texts)
    )


def _announced_by(page: Page, discourse: Discourse) -> list[Party]:
    """Return for whom he speaks whose words a text announces; nobody where it announces several."""
    found: dict[Party, None] = {}
    for (start, end), (after, _) in itertools.pairwise(page.passages):
        if not _ANNOUNCED.search(page.masked[start:end].strip()):
            continue
        inside = [one for one in discourse.names if start <= one.start < end and one.start < after]
        people = [discourse.party_of(one) for one in inside if one.label is EntityKind.PERSON]
        bodies = [discourse.party_of(one) for one in inside if is_body(one)]
        known = [party for party in (people or bodies) if party[0]] or bodies
        found.update(dict.fromkeys(known[:1]))
    return list(found) if len(found) == 1 else []


def _evidence(page: Page, request: AnalysisRequest, discourse: Discourse, *, official: bool) -> Counter[Party]:
    """Return how much speaks for each party that the text may be by, in the order of finding."""
    found: Counter[Party] = Counter()
    for party in _owners(discourse, request.site):
        found[party] += 4
    for head in (request.title, opening_of(page)):
        for party in _given_by(discourse, _ADDRESS_TITLES.sub("", head)):
            found[party] += 5
    for party in _on_behalf(page, discourse):
        found[party] += 3
    for party in _announced_by(page, discourse):
        found[party] += 4
    for party in _opening_role(discourse, request.title):
        found[party] += 3
    for party in _opening_role(discourse, opening_of(page)) if official else ():
        found[party] += 2
    for party in _briefed(page, discourse):
        found[party] += 3
    for party in _dated_from(page, discourse):
        found[party] += 3
    performed = Counter(_performers(page, discourse))
    for party, times in performed.items():
        found[party] += min(times, 4)
    for sentence in [one for one in page.sentences if not one.heading][:3]:
        for party in _performed(sentence, discourse):
            found[party] += 2
    if official and not found:
        for party in [*_subject(page, request.title, discourse), *_called_in(discourse, _by(request.title))[:1]]:
            found[party] += 1
    for party in list(found):
        found[party] -= 2 * _addressed(page, discourse, party)
    return found


_ADDRESS_TITLES = re.compile(r"\b(?:H\. ?E\.|Mrs?\.|Ms\.|Dr\.|Prof\.|Hon\.|Amb\.) *")
_BEHALF = re.compile(r"\b[Oo]n behalf of (?:the )?(?:[Gg]overnment of |people of |Republic of )?([A-Z][^.,;]{2,40})")


def _on_behalf(page: Page, discourse: Discourse) -> list[Party]:
    """Return the bodies in whose name a text says that it speaks: "on behalf of Kenya, I ..."."""
    said = (match[1] for match in _BEHALF.finditer(_QUOTED.sub(" ", page.masked[:4000])))
    return [party for named in said for party in _called_in(discourse, named)[:1]]


_STATE_BODY = re.compile(
    r"^(?:Federal |Royal )?(?:Ministry|Office of the (?:President|Prime Minister|Spokes\w+)|Presidency|Cabinet"
    r"|Department of (?:Foreign|State|External|International)|State House|Government)\b"
)
_DATED = re.compile(
    r"^([A-Z][\w’' .-]{2,30}?),? (?:\w+day,? )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}),? \d{4}\W*$"
)
_HEAD = 6


def _dated_from(page: Page, discourse: Discourse) -> list[Party]:
    """Return the state whose ministry heads a text without naming it, by the capital it is dated from."""
    lines = [page.masked[start:end].strip() for start, end in page.passages[:_HEAD]]
    if not any(len(line) < 90 and _STATE_BODY.match(line) for line in lines):
        return []
    dated = next((match for match in map(_DATED.match, lines) if match), None)
    called = discourse.base.called(dated[1]) if dated is not None else ()
    return [(actor.name, actor.key) for actor, alias in called if alias.when == "acting"][:1]


def _briefed(page: Page, discourse: Discourse) -> list[Party]:
    """Return whose briefing a line at the head of a transcript announces: "Press Briefing, Department of State"."""
    for start, end in page.passages[:3]:
        line = page.masked[start:end].strip()
        said = _BRIEFING.split(line, maxsplit=1)
        if len(line) < 120 and line[-1:] not in ".:?" and len(said) > 1:
            title = national_title(line)
            return [title] if title else (_called_in(discourse, said[0])[:1] or _owners(discourse, line))
    return []


def opening_of(page: Page) -> str:
    """Return the first passages, where a statement says whose it is."""
    return page.masked[: page.passages[min(2, len(page.passages) - 1)][1]][:600]


def _owners(discourse: Discourse, site: str) -> list[Party]:
    """Return the body whose site it is; a newspaper named after a city is none."""
    parties = _called_in(discourse, site)
    whole = any(actor for actor, _ in discourse.base.called(site.strip()))
    return parties[:1] if whole or _BODY.search(site) else []


def _given_by(discourse: Discourse, head: str) -> list[Party]:
    """Read "Statement by the foreign secretary, Ann Lee", "Remarks by Norway's delegation"."""
    match = _GIVEN_BY.search(head)
    if match is None:
        return []
    named = re.split(r"\b(?:on|about|regarding|following|concerning|after|at|to)\b", match[1])[0]
    title = national_title(named)
    if title:
        return [title]
    people = [discourse.party_of(one) for one in _people_in(discourse, named)]
    found = [party for party in people if party[0]][:1] or _called_in(discourse, named)[:1]
    return found or [discourse.party_of(one) for one in discourse.names if _is_called(one, named)][:1]


def _is_called(one: Candidate, words: str) -> bool:
    """Say whether words are nothing but the name of a body of the text: "(platform of) the Coastal Alliance"."""
    return one.label is EntityKind.ORG and one.canonical == words.strip().removeprefix("the ")


def _opening_role(discourse: Discourse, title: str) -> list[Party]:
    """Return for whom the person or office speaks that a title begins with: "Foreign Secretary welcomes ..."."""
    first = " ".join(title.split()[:6])
    found = national_title(first)
    if found:
        return [found]
    people = [discourse.party_of(one) for one in _people_in(discourse, first)]
    offices = _called_in(discourse, match[1]) if (match := _HEADED_BY.match(title)) else []
    return [*(party for party in people if party[0]), *offices][:1]


# "FCO Minister: reports of ...", "UK Special Envoy comments on ...": an office of a body opens the title.
_HEADED_BY = re.compile(
    r"^((?:[A-Z][\w.-]*)(?: [A-Z][\w.-]*){0,2}?) (?:[A-Z][\w-]* ){0,3}?"
    r"(?:[Mm]inister|[Ss]pokes\w+|[Ss]ecretary|[Aa]mbassador|[Ee]nvoy|[Rr]epresentative|[Cc]ommander)\b"
)


def _by(title: str) -> str:
    """Return the part of a title that says whose statement it is."""
    match = re.search(r"\b(?:by|from|of)\b(.*)", title)
    part = match[1] if match else title
    return re.split(r"\b(?:on|in|at|about|regarding|with|following|concerning|to|after|call)\b", part)[0]


def _performers(page: Page, discourse: Discourse) -> Iterator[Party]:
    for sentence in page.sentences[:60]:
        yield from _performed(sentence, discourse)


def _performed(sentence: Sentence, discourse: Discourse) -> Iterator[Party]:
    """Yield who "welcomes", "strongly condemns", "remains committed" in the present tense and in its own name."""
    tokens = sentence.tokens
    for index in range(1, min(len(tokens), 40)):
        word = tokens[index].lower
        steady = word in ("is", "remains") and index + 1 < len(tokens) and tokens[index + 1].lower in _STEADY
        goes_on = word == "continues" and any(one.lower in STANCE_FORMS for one in tokens[index + 2 : index + 3])
        if not (steady or goes_on or word in _PERFORMS):
            continue
        at = index - 1
        while at > 0 and (is_adverb(tokens[at].lower) or tokens[at].lower in ("therefore", "today")):
            at -= 1
        name = next((one for one in reversed(discourse.names_in(sentence, max(0, at - 6), at + 1))), None)
        if name is not None and is_body(name) and name.end == tokens[at].end:
            yield discourse.party_of(name)


def _subject(page: Page, title: str, discourse: Discourse) -> list[Party]:
    """Return the body with which the text itself begins; one that is named once is only spoken of."""
    sentence = next((one for one in page.sentences if not one.heading), None)
    if sentence is None:
        return []
    names = [one for one in discourse.names_in(sentence, 0, 3) if is_body(one)]
    if not names:
        return []
    party = discourse.party_of(names[0])
    named = sum(1 for one in discourse.names if is_body(one) and discourse.party_of(one) == party)
    faced = re.search(rf"\b(?:to|on|about|at|against|with) (?:the )?{re.escape(_text(page, names[0]))}\b", title)
    return [party] if named > 1 and faced is None else []


def _text(page: Page, one: Candidate) -> str:
    return page.masked[one.start : one.end]


def _addressed(page: Page, discourse: Discourse, party: Party) -> int:
    """Say whether the first person of the text speaks to a party, or of it: "our ally Turkey", "we urge Kenya"."""
    for sentence in page.sentences[:60]:
        tokens = sentence.tokens
        for index, token in enumerate(tokens):
            if token.lower not in ("we", "our", "i"):
                continue
            near = tokens[index + 1 : index + 8]
            if not any(one.lower in _ADDRESSED for one in near):
                continue
            names = discourse.names_in(sentence, index + 1, index + 8)
            if names and discourse.party_of(names[0]) == party:
                return 1
    return 0


def _holder(parties: list[Party], weight: float) -> Holder:
    names = tuple(name for name, _ in parties)
    keys = tuple(key for _, key in parties)
    why = f"The text is a statement of {', '.join(names)}."
    return Holder(names, keys, "", weight, why, plural=len(names) > 1)


def _parties_in(discourse: Discourse, start: int, end: int) -> list[Party]:
    found = [
        discourse.party_of(one)
        for one in discourse.names
        if (start <= one.start < end and is_body(one) and not one.key.startswith("city:") and one.key)
        or (start <= one.start < end and one.label is EntityKind.ORG)
    ]
    return list(dict.fromkeys(party for party in found if party[0]))


def _together(page: Page, title: str, discourse: Discourse, end: int) -> list[Party]:
    """Return the parties of a joint document: the list in its title, the first list of its text, all named first."""
    listed = _LIST.search(title)
    of_title = _called_in(discourse, listed[1]) if listed else []
    if len(of_title) < 2:
        of_title = []
    return of_title or _listed(page, discourse) or _parties_in(discourse, 0, end)


def _listed(page: Page, discourse: Discourse) -> list[Party]:
    """Return the parties of the first list "of A, B and C" in the opening."""
    opening = page.masked[:900]
    match = _LIST.search(opening)
    return _parties_in(discourse, match.start(1), match.end(1)) if match else []


def _called_in(discourse: Discourse, head: str) -> list[Party]:
    """Return the bodies of the actor base that a title, site or author names."""
    found = [one for one in _known_in(discourse, head) if one.label is not EntityKind.PERSON]
    return list(dict.fromkeys(discourse.party_of(one) for one in found))


def _people_in(discourse: Discourse, head: str) -> list[Candidate]:
    """Return the persons of the actor base, and those the text presents, that a title names."""
    known = [one for one in _known_in(discourse, head) if one.label is EntityKind.PERSON]
    return known + [one for one in discourse.names if one.label is EntityKind.PERSON and one.canonical in head]


def _known_in(discourse: Discourse, head: str) -> list[Candidate]:
    """Return what the actor base knows of a title, from left to right, the longest name at each place."""
    found: list[Candidate] = []
    for match in re.finditer(r"[A-Z][\w’'.-]*(?: (?:of |the |and )*[A-Z][\w’'.-]*)*", head):
        words = match[0].split()
        at = 0
        while at < len(words):
            sizes = range(min(6, len(words) - at), 0, -1)
            size = next((size for size in sizes if _called(discourse, words[at : at + size])), 0)
            if size == 1 and _is_other(discourse, words, at):
                size = 0
            found += _called(discourse, words[at : at + size]) if size else []
            at += size or 1
    return found


def _is_other(discourse: Discourse, words: list[str], at: int) -> bool:
    """Say whether a surname of the base stands behind the first name of somebody else: "Congressman Dale Ortega"."""
    before = words[at - 1].rstrip(".").lower() if at else ""
    if not before or before in TITLES | ROLE_NOUNS | TITLE_MODIFIERS or not words[at - 1][0].isupper():
        return False
    return all(alias.type == "surname" for _, alias in discourse.base.called(words[at]))


def _called(discourse: Discourse, words: list[str]) -> list[Candidate]:
    text = " ".join(words)
    kinds = (EntityKind.ORG, EntityKind.GPE, EntityKind.PERSON)
    for actor, alias in discourse.base.called(text):
        if not alias.when and actor.kind in kinds:
            label = actor.kind if actor.kind is EntityKind.PERSON else alias.label
            return [Candidate(0, 0, label, "", "", actor.name, actor.key)]
    return []
