"""Section 6 from header fields: assessment, confidence and gaps, worded as estimative language wants them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_THAT = {
    "almost no chance": "there is almost no chance that",
    "remote": "there is a remote chance that",
    "roughly even": "the chances are roughly even that",
    "roughly even odds": "the odds are roughly even that",
}


def considerations(fields: Mapping[str, str]) -> str:
    """Return Markdown bullets made of the fields ``assessment``, ``likelihood``, ``confidence``, ``gaps``.

    ``assessment`` is the judgement as a clause, ``likelihood`` one of the terms, ``confidence`` a level, followed
    by its reason after a colon. Likelihood and confidence never share a sentence.
    """
    bullets = []
    judgement = _clause(fields.get("assessment", ""))
    term = " ".join(fields.get("likelihood", "").casefold().split())
    if judgement and term:
        bullets.append(f"We assess that {_THAT.get(term, f'it is {term} that')} {judgement}.")
    elif judgement:
        bullets.append(f"We assess that {judgement}.")
    level, _, reason = fields.get("confidence", "").partition(":")
    if level.strip():
        because = f": {_clause(reason)}" if reason.strip() else ""
        bullets.append(f"We assess this with {level.strip().casefold()} confidence{because}.")
    gaps = [one for one in re.split(r"[;\n]", fields.get("gaps", "")) if one.strip()]
    if gaps:
        bullets.append(f"Not known: {'; '.join(_clause(one) for one in gaps)}.")
    return "\n".join(f"- {one}" for one in bullets)


def _clause(text: str) -> str:
    return " ".join(text.split()).rstrip(".;")
