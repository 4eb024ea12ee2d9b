"""Words that analysis took out of a sentence, made fit to stand in one of ours."""

from __future__ import annotations

import re

_EMPHASIS = re.compile(r"(?<!\w)([*_]{1,2})(?=\S)(.+?)(?<=\S)\1(?!\w)")
_LEADING = re.compile(r"^(?:(?:of|for|on|over|about|against|by|from|with|at|in|and|but|or|,)\s+)+", re.IGNORECASE)
_DASH = re.compile(r"(?:(?<!\s)\s++)?[—–]\s*|\s--\s")
_CONDITION = re.compile(
    r"^(?:provided|providing|if|unless|until|only|but only|on condition|as long as)\b", re.IGNORECASE
)
_SAID = re.compile(r"(?:^|[,;]\s*+)[^,;“”]{0,70}\b(?:said|says|told|added|noted|warned)\b[^,;“”]{0,20}$")
_DANGLING = frozenset(
    "a an and any as at but by for from in into its no not of on or over such than that the their to toward towards"
    " under until upon when where which while who whose with without would will".split()
)


def tidied(words: str) -> str:
    """Return a fragment without emphasis marks, a leading preposition, what follows a dash, or a dangling end.

    Who said it is told elsewhere and goes too; a condition behind a dash stays; an ellipsis says that the end was
    cut; a quotation that is left open is closed.
    """
    text = _EMPHASIS.sub(r"\2", " ".join(words.split()))
    text = _LEADING.sub("", _SAID.sub("", _before_dash(text)))
    kept = text.split()
    cut = False
    while len(kept) > 2 and kept[-1].strip(",;:").casefold() in _DANGLING:
        kept.pop()
        cut = True
    joined = " ".join(kept).rstrip(",;: ")
    ended = f"{joined} …" if cut else joined
    return f"{ended}”" if ended.count("“") > ended.count("”") else ended


def _before_dash(text: str) -> str:
    parts = _DASH.split(text)
    if len(parts) == 1 or len(parts[0].split()) < 2:
        return text
    return f"{parts[0]}, {parts[1]}" if _CONDITION.match(parts[1]) else parts[0]
