"""The day a text bears itself, where nothing else says when it was published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.analysis.calendar_words import Calendar
from briefing_app.analysis.dates import DateFinder

if TYPE_CHECKING:
    from briefing_app.analysis.page import Page, Sentence
    from briefing_app.analysis.values import Value

_OPENING = 4
_LONG = 200
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PARTED = frozenset(",(–—-|:·/")
_ENDED = frozenset(",)–—-|:·;.(")


def own_day(page: Page) -> str:
    """Return the ISO day of a first line or dateline ("Transcript, 6 October 2026"), or of a last line; else "".

    A day inside running text ("the attack of 6 October 2026") is not taken: it must stand apart.
    """
    finder = DateFinder(Calendar(None))
    opening = [one for one in page.sentences if one.passage < _OPENING]
    for sentence in opening:
        if day := _apart(page, sentence, finder):
            return day
    last = page.sentences[-1:] if page.sentences and page.sentences[-1].passage >= _OPENING else []
    return next((day for one in last if one.end - one.start < 80 and (day := _apart(page, one, finder))), "")


def _apart(page: Page, sentence: Sentence, finder: DateFinder) -> str:
    """Return the first whole day that stands apart in a sentence; a long one counts only in its dateline."""
    for value in finder.find(sentence.tokens):
        if _DAY.fullmatch(value.value) and not page.is_hidden(value.start, value.end):
            early = value.start - sentence.start < 60
            if (early or sentence.end - sentence.start < _LONG) and _stands_apart(sentence, value):
                return value.value
    return ""


def _stands_apart(sentence: Sentence, value: Value) -> bool:
    first, last = value.tokens
    before = sentence.tokens[first - 1].text if first else "("
    after = sentence.tokens[last].text if last < len(sentence.tokens) else "."
    return before in _PARTED and after in _ENDED
