"""Between whom a document's talks are: the two parties of its title or of its first lines."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from briefing_app.analysis.candidates import Candidate
    from briefing_app.analysis.holders import Discourse
    from briefing_app.analysis.page import Page

_ARMED = re.compile(r"(?:[’']s)? (?:army|military|armed forces|junta|military government|generals)\b")
_FORCES = re.compile(r"\b(?:Army|Armed Forces|Military|Defence Forces?|Defense Forces?)\b")


def find_principals(page: Page, title: str, discourse: Discourse) -> tuple[tuple[str, str], ...]:
    """Return the two parties (name, key) whose dealings the document is about; none where they are not two."""
    for found in (_titled(page, title, discourse), _opening(page, discourse)):
        if len(found) == 2:
            return tuple(found)
    return ()


def find_army(page: Page, discourse: Discourse) -> tuple[str, str]:
    """Return for whom "the army" stands: the one army named in the text, or the state whose army it speaks of."""
    named = {
        discourse.party_of(one): None
        for one in discourse.names
        if one.label is EntityKind.ORG and _FORCES.search(one.canonical)
    }
    if len(named) == 1:
        return next(iter(named))
    states = {
        discourse.party_of(one): None
        for one in discourse.names
        if one.label in (EntityKind.GPE, EntityKind.NORP) and _ARMED.match(page.masked, one.end)
    }
    return next(iter(states)) if len(states) == 1 else ("", "")


def _usable(one: Candidate) -> bool:
    return one.label in (EntityKind.ORG, EntityKind.GPE, EntityKind.NORP)


def _titled(page: Page, title: str, discourse: Discourse) -> list[tuple[str, str]]:
    """Return the parties of the text that its title names, in the title's order."""
    places: dict[tuple[str, str], int] = {}
    for one in discourse.names:
        text = page.masked[one.start : one.end]
        match = re.search(rf"\b{re.escape(text)}\b", title) if _usable(one) else None
        if match is not None:
            places.setdefault(discourse.party_of(one), match.start())
    return [party for party in sorted(places, key=lambda party: places[party]) if party[0]]


def _opening(page: Page, discourse: Discourse) -> list[tuple[str, str]]:
    """Return the parties that the first sentence joins: "A and B", "between A's army and the B"."""
    first = next((one for one in page.sentences if not one.heading), None)
    if first is None:
        return []
    names = [one for one in discourse.names_in(first, 0, len(first.tokens)) if _usable(one)]
    for one, two in itertools.pairwise(names):
        between = page.masked[one.end : two.start]
        joined = re.fullmatch(r"(?:[’']s [a-z]+(?: [a-z]+)?)? and (?:the )?(?:its )?", between)
        listed = page.masked[max(0, one.start - 2) : one.start] == ", "
        if joined and not listed:
            return list(dict.fromkeys((discourse.party_of(one), discourse.party_of(two))))
    return []
