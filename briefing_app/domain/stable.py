"""The stable key of a suggested statement: what makes two runs' suggestions the same one."""

from __future__ import annotations

import hashlib
import re

_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s)|\n")


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the sentence or sentences of ``text`` that hold ``start``-``end``, edges without white space.

    A plain rule (final stop before white space, or a line end) that never changes: keys depend on it.
    """
    left = max(0, start - 1200)
    begin = left
    for match in _END.finditer(text, left, start):
        begin = match.end()
    match_end = _END.search(text, max(end - 1, begin))
    finish = match_end.end() if match_end else len(text)
    while begin < start and text[begin].isspace():
        begin += 1
    while finish > end and text[finish - 1].isspace():
        finish -= 1
    return min(begin, start), max(finish, end)


def stable_key(
    version: str, text: str, span: tuple[int, int], parties: tuple[str, ...], issue: str, stance: str
) -> str:
    """Return 32 hex characters for (version, evidence snapped to its sentence, parties, issue, stance)."""
    begin, finish = sentence_span(text, *span)
    whole = "\x1f".join((version, f"{begin}-{finish}", "; ".join(sorted(parties)), issue.casefold(), stance))
    return hashlib.sha256(whole.encode()).hexdigest()[:32]
