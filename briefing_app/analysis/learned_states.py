"""States that the actor base does not know: told by a text that speaks of their government, parliament or capital."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.analysis.candidates import NAME, Candidate
from briefing_app.analysis.name_lexicon import FIRST_NAMES, HEADS, NOT_NAMES, TITLE_MODIFIERS, TITLES
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from briefing_app.analysis.actors import ActorBase
    from briefing_app.analysis.page import Page

_CAP = r"[A-ZÀ-Þ][a-zà-ÿ’'-]{3,}"
_OF = re.compile(
    r"\b(?:[Gg]overnments?|Republic|Kingdom|[Pp]arliament|[Pp]rime [Mm]inister|[Ff]oreign [Mm]inister|[Pp]eople"
    rf"|[Cc]itizens|Minister of [A-Z]\w+(?: and [A-Z]\w+)?) of (?:the Republic of )?({_CAP})\b(?! [A-Z])"
)
_HAS = re.compile(
    rf"\b({_CAP})[’']s (?:own )?(?:[a-z]+ )?(?:prime minister|parliament|government|foreign minister"
    r"|foreign ministry|capital|coast|coastline|army|navy|armed forces|central bank|constitution|ruling party)\b"
)
_ENDINGS = r"(?:n|an|ns|ans|ian|ians|ish|ese|i|er|ers)"


def learned_states(page: Page, base: ActorBase) -> list[Candidate]:
    """Return the places where a text names states of which nobody has heard, and what belongs to them."""
    text = page.masked
    found = {match[1] for pattern in (_OF, _HAS) for match in pattern.finditer(text)}
    made: list[Candidate] = []
    for name in sorted(found):
        if base.called(name) or not _may_be_state(name):
            continue
        long = re.search(rf"\b(?:Islamic |Federal )?(?:Republic|Kingdom) of {re.escape(name)}\b", text)
        canonical = long[0] if long else name
        why = f"The text speaks of the government of {name}."
        for match in re.finditer(rf"(?<![\w’'-]){re.escape(name)}(?![\w-])", text):
            made.append(Candidate(*match.span(), EntityKind.GPE, "grammar", why, canonical, "", NAME, 0.75))
        stem = re.escape(name.rstrip("aeiou")[: max(4, len(name) - 2)])
        for match in re.finditer(rf"\b{stem}[a-z]{{0,3}}?{_ENDINGS}\b", text):
            if match[0] != name and not base.called(match[0]):
                why = f"“{match[0]}” is said of what belongs to {name}."
                made.append(Candidate(*match.span(), EntityKind.NORP, "grammar", why, canonical, "", NAME, 0.7))
    return made


def _may_be_state(name: str) -> bool:
    lower = name.lower()
    return lower not in FIRST_NAMES | NOT_NAMES | TITLES | TITLE_MODIFIERS and lower not in HEADS
