"""Estimative language after ICD 203: how likely, how sure, and the check that a sentence says but one of both."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing_app.domain.sentences import CITED, sentence_spans

OPENING = "We assess"
"""How a judgement begins."""

_LIKELIHOOD = re.compile(
    r"\b(?:almost no chance|remote (?:chance|possibility)|roughly even(?: chance| odds)?"
    r"|(?:very |highly |extremely |more )?(?:unlikely|improbable|likely|probable)|(?:very )?probably"
    r"|(?:almost|nearly) certain(?:ly)?)\b",
    re.IGNORECASE,
)
_CONFIDENCE = re.compile(
    r"\b(?:with )?(?:a )?(?:very )?(?:low|moderate|medium|high)[ -](?:degree of |level of )?confidence\b(?!-)"
    r"|\bconfidence (?:level )?(?:is |of )?(?:low|moderate|medium|high)\b"
    r"|\b(?:highly |moderately |very )confident\b|\bwe are confident\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class Finding:
    """What the check found in a text: a sentence for the writer, and the words it is about."""

    message: str
    excerpt: str


def check(text: str) -> tuple[Finding, ...]:
    """Check the judgements of ``text``; a sentence that carries a footnote (`CITED`) tells what a source says.

    Found are: likelihood and confidence in one sentence; a judgement that does not begin "We assess"; and a
    sentence that begins so and carries neither.
    """
    found: list[Finding] = []
    for start, end in sentence_spans(text):
        found.extend(_check_sentence(text[start:end]))
    return tuple(found)


def _check_sentence(sentence: str) -> list[Finding]:
    plain = _unquoted(sentence)
    likelihood = list(_LIKELIHOOD.finditer(plain))
    confidence = list(_CONFIDENCE.finditer(plain))
    if likelihood and confidence:
        hits = likelihood + confidence
        start, end = min(hit.start() for hit in hits), max(hit.end() for hit in hits)
        return [
            Finding(
                "Likelihood and confidence in one sentence: say each in a sentence of its own.",
                _between(sentence, start, end),
            )
        ]
    opens = plain.lstrip("-•* ").casefold().startswith(OPENING.casefold())
    if (likelihood or confidence) and not opens and CITED not in sentence:
        hit = (likelihood or confidence)[0]
        return [Finding("A judgement begins “We assess”.", _between(sentence, hit.start(), hit.end()))]
    if opens and not likelihood and not confidence:
        start = plain.casefold().index(OPENING.casefold())
        return [Finding("“We assess” wants a likelihood or a confidence.", sentence[start : start + len(OPENING)])]
    return []


def _between(sentence: str, start: int, end: int) -> str:
    return sentence[start:end].strip()


def _unquoted(text: str) -> str:
    """Return ``text`` with quoted passages blanked, so that offsets stay."""
    return _QUOTED.sub(lambda match: " " * len(match[0]), text)
