"""The Sources section: in two lines how many, of which kinds, the strongest, the weakest, and what is missing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefing_app.domain.dossier import PartyRole
from briefing_app.domain.note import Paragraph, Run
from briefing_app.export.citing import author, short_title, strength
from briefing_app.export.evidence import distinct_sources, source_for
from briefing_app.export.grammar import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.note import Citation
    from briefing_app.export.t1.desk import Desk

MOST_NAMED = 3


def sources(desk: Desk) -> tuple[Paragraph, ...]:
    """Return the source summary; nothing where nothing is cited."""
    cited = desk.book.citations()
    if not cited:
        return ()
    return Paragraph((Run(_have(desk, cited)),)), Paragraph((Run(_lack(desk, cited)),))


def _have(desk: Desk, cited: Sequence[Citation]) -> str:
    works = {one.text or one.article: one for one in reversed(cited)}
    kinds = Counter(source_for(one.article, desk.given.sources).kind.strip() for one in works.values())
    count = distinct_sources(cited)
    text = f"{count} source{'s' if count != 1 else ''}"
    told = [f"{number} {kind}" for kind, number in kinds.most_common() if kind]
    if told and kinds[""]:
        told.append(f"{kinds['']} of unknown kind")
    sites = list(dict.fromkeys(one.site for one in works.values() if one.site))
    if told:
        text += f": {listed(told)}"
    elif sites:
        text += f" from {_some(sites)}"
    graded = sorted((one for one in cited if one.grade), key=lambda one: strength(one.grade))
    if graded:
        text += f"; strongest {_named(graded[0])}"
        if strength(graded[-1].grade) != strength(graded[0].grade):
            text += f", weakest {_named(graded[-1])}"
    return f"{text}."


def _lack(desk: Desk, cited: Sequence[Citation]) -> str:
    works = {one.text or one.article: one for one in cited}
    missing = []
    gaps = _gaps(desk)
    if gaps:
        more = f" and on {len(gaps) - MOST_NAMED} more issues" if len(gaps) > MOST_NAMED + 1 else ""
        shown = gaps[:MOST_NAMED] if more else gaps
        missing.append(f"no stated position on {', on '.join(shown)}{more}")
    undated = sum(not one.published for one in works.values())
    if undated:
        missing.append(f"{undated} without a date")
    ungraded = sum(not any(one.grade for one in cited if one.article == work.article) for work in works.values())
    if ungraded:
        missing.append("none graded" if ungraded == len(works) else f"{ungraded} not graded")
    if desk.unconfirmed:
        passages = len(desk.unconfirmed)
        missing.append(f"{passages} footnote{'s' if passages != 1 else ''} not yet confirmed")
    return f"Missing: {'; '.join(missing)}." if missing else "Missing: nothing the dossier asks for."


def _gaps(desk: Desk) -> list[str]:
    """Return the issues on which principals (any party, where there are none) say nothing, with who is silent."""
    parties = desk.given.dossier.parties
    asked = [one for one in parties if one.role is PartyRole.PRINCIPAL] or list(parties)
    silent = [
        (issue.name, [party.name for party in asked if desk.position(party.name, issue.name) is None])
        for issue in desk.given.dossier.issues
    ]
    told = ((issue, listed(names) if len(names) < 3 else f"{len(names)} parties") for issue, names in silent if names)
    return [f"{issue} ({names})" for issue, names in told]


def _some(names: Sequence[str]) -> str:
    if len(names) <= MOST_NAMED + 1:
        return listed(names)
    return f"{', '.join(names[:MOST_NAMED])} and {len(names) - MOST_NAMED} more"


def _named(citation: Citation) -> str:
    name = citation.site or author(citation) or f"“{short_title(citation.title)}”"
    return f"{name} [{citation.grade}]"
