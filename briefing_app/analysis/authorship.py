"""Who speaks in his own name: a lawmaker on the floor, who signs a letter or an article, by what is said of him."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.analysis.holder import NOBODY, Holder
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from briefing_app.analysis.candidates import Candidate
    from briefing_app.analysis.holders import Discourse
    from briefing_app.analysis.page import Page

_LAWMAKER = r"(?:Senator|Sen\.|Congress(?:wo)?man|Congressmember|Representative|Rep\.|Deputy|Assembly(?:wo)?man|Del\.)"
_FLOOR = re.compile(
    r"\bfloor (?:speech|remarks|statement)|\b(?:House|Senate|Assembly|Parliament) floor\b|\bon the floor of the\b"
    r"|\bmaiden speech\b|\b(?:speech|remarks|statement) (?:to|in|before) (?:the )?(?:House|Senate|Parliament|Congress"
    r"|Assembly|Chamber)\b",
    re.I,
)
_RISES = re.compile(
    r"\b(?:M(?:r|s|adam|adame)\.?|Mister) (?:Deputy )?(?:Speaker|President|Chair\w*),? I (?:rise|stand)\b"
)
_TITLED = re.compile(rf"\b{_LAWMAKER} $")
_SPOKEN = re.compile(r"\b(?:remarks|speech|address|statement)\b", re.I)
_EXECUTIVE = re.compile(r"\b(?:minister|secretary|government|administration|ambassador|commissioner)\b", re.I)

_OFFICE = (
    r"(?:minister|president|secretary|leader|chair\w*|head|director|spokes\w+|ambassador|chief|commissioner|mayor"
    r"|governor|premier|chancellor|founder|co-founder|envoy|coordinator|representative|negotiator|convenor)"
)
_BYLINE = re.compile(rf"(?:^|\s)By ((?:[A-Z][\w.’'-]*,?\s){{2,4}}?[^\n]{{0,60}}?\b{_OFFICE}\b[^\n]{{3,90}})$")
_NOTE = re.compile(
    rf"^[*_(]*(?:The (?:writer|author)s?|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){{1,3}}) is (?:(?!\bsaid\b)[^.]){{0,60}}?"
    rf"\b{_OFFICE}\b[^.]{{3,120}}\.?[*_)]*$",
    re.I,
)
_CLOSING = re.compile(
    r"^(?:yours|sincerely|respectfully|faithfully|(?:kind |best |warm )?regards|in solidarity|signed|signatories)\b"
    r"[\w ]{0,24}[,:.]?\s*(.*)$",
    re.I | re.S,
)
_BODY_NAME = re.compile(
    r"(?:\b(?:of|for|at) (?:the )?|, |\n)([A-Z][\w’'&.-]*(?: (?:of |for |and |the )?[A-Z][\w’'&.-]*){1,7})"
)
_BODY_NOUN = re.compile(
    r"\b(?:Union|Federation|Association|Alliance|Council|Party|Congress|Movement|Guild|League|Society|Coalition"
    r"|Network|Institute|Chamber|Confederation|Campaign|Foundation|Group|Committee|Trust)\b"
)
_FIRST_NAME = re.compile(r"[\s(*_]{0,9}([A-Z][\w.’'-]{0,40}(?: [A-Z][\w.’'-]{0,40}){1,3})")
_LAST = 4


def own_voice(page: Page, title: str, author: str, discourse: Discourse) -> Holder:
    """Return who speaks as "I" and "we" in a text of his own; NOBODY where the text does not say so."""
    return _on_the_floor(page, title, discourse) or _signed(page, title, author, discourse) or NOBODY


def _on_the_floor(page: Page, title: str, discourse: Discourse) -> Holder | None:
    """Return the lawmaker whose speech it is: he speaks for himself, not for the state in whose house he sits."""
    head = _head(page)
    people = [one for one in discourse.names if one.label is EntityKind.PERSON and one.start < len(head)]
    titled = [one for one in people if _TITLED.search(page.masked[max(0, one.start - 18) : one.start])]
    given = _FLOOR.search(title) or _FLOOR.search(head) or _RISES.search(head)
    if not given and not (titled and titled[0].canonical in title and _SPOKEN.search(title)):
        return None
    opens = [one for one in people if title.startswith(page.masked[one.start : one.end])]
    tells = [one for one in people if _delivers(page, one)]
    one = next(iter([*opens, *tells, *titled]), None)
    if one is None or _EXECUTIVE.search(page.masked[max(0, one.start - 40) : one.start]):
        return None
    discourse.learn(one.canonical, (one.canonical, one.key))
    why = f"{one.canonical} speaks on the floor."
    return Holder((one.canonical,), (one.key,), "", 1.0, why)


def _delivers(page: Page, one: Candidate) -> bool:
    """Say whether a person is told to speak: "Ann Lee delivered remarks on the floor"."""
    behind = page.masked[one.end : one.end + 60]
    return re.match(r"[^.\n]{0,24}\b(?:delivered|gave|made|spoke|issued|took)\b", behind) is not None


def _signed(page: Page, title: str, author: str, discourse: Discourse) -> Holder | None:
    """Return for whom a text is signed: in the line of its author, a note on him, below a letter."""
    lines = [(start, page.masked[start:end].strip()) for start, end in page.passages]
    for start, line in lines[:_LAST]:
        byline = _BYLINE.search(line)
        if byline is not None and len(line) < 200:
            return _told(page, start + byline.start(1), start + len(line), discourse, "")
    byline = _BYLINE.search(title)
    if byline is not None:
        return _of_words(byline[1], discourse)
    for start, line in lines[1:][-_LAST:]:
        if _NOTE.match(line):
            return _told(page, start, start + len(line), discourse, author)
    return _below(page, discourse, [start for start, _ in lines])


def _below(page: Page, discourse: Discourse, starts: list[int]) -> Holder | None:
    """Return the bodies that have signed a letter."""
    for number, start in enumerate(starts):
        line = page.masked[start : page.passages[number][1]].strip()
        if number * 2 >= len(starts) and (closing := _CLOSING.match(line)) is not None and len(line) < 300:
            found = _told(page, start + closing.start(1), page.passages[-1][1], discourse, "", several=True)
            if found is not None:
                return found
    return None


def _told(
    page: Page, start: int, end: int, discourse: Discourse, author: str, *, several: bool = False
) -> Holder | None:
    """Return the body named in a stretch of text with the person named before it."""
    inside = [one for one in discourse.names if start <= one.start < end]
    person = next((one.canonical for one in inside if one.label is EntityKind.PERSON), author)
    raw = _of_words(page.masked[start:end], discourse)
    named = (one for one in inside if one.label in (EntityKind.ORG, EntityKind.GPE))
    bodies = [party for party in dict.fromkeys(map(discourse.party_of, named)) if party[0]][: 12 if several else 1]
    if not bodies and raw is None:
        return None
    if raw is not None and (not bodies or (not bodies[0][1] and bodies[0][0] in raw.parties[0])):
        bodies = list(zip(raw.parties, raw.keys, strict=True))
    if person:
        discourse.learn(person, bodies[0])
    return _holder(bodies, person if len(bodies) == 1 else "")


def _of_words(text: str, discourse: Discourse) -> Holder | None:
    """Return the body that words name which no name was found in: "general secretary of the Dockers' Union"."""
    for match in _BODY_NAME.finditer(text):
        body = match[1].rstrip(".")
        if _BODY_NOUN.search(body):
            person = _FIRST_NAME.match(text)
            if person is not None:
                discourse.learn(person[1], (body, ""))
            return _holder([(body, "")], person[1] if person is not None else "")
    return None


def _holder(parties: list[tuple[str, str]], person: str) -> Holder:
    names, keys = tuple(name for name, _ in parties), tuple(key for _, key in parties)
    return Holder(names, keys, person, 1.0, f"The text is signed for {', '.join(names)}.", plural=len(names) > 1)


def _head(page: Page) -> str:
    """Return the text up to the end of its third passage: where a speech says whose it is."""
    return page.masked[: page.passages[min(2, len(page.passages) - 1)][1]][:1200]
