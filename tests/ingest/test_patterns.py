"""Main text and metadata of the page patterns: never below these floors, never below trafilatura."""

from __future__ import annotations

from functools import cache
from statistics import mean

import pytest

from briefing_app.domain.article import CleanDocument, visible_spans
from briefing_app.ingest.clean import clean
from tests.ingest.patterns.pages import Pattern, all_patterns
from tests.ingest.patterns.scoring import shingle_f1, word_f1


@cache
def _read(split: str) -> tuple[tuple[Pattern, CleanDocument], ...]:
    return tuple((one, clean(one.html.encode(), f"{one.name}.html")) for one in all_patterns(split))


def _seen(document: CleanDocument) -> str:
    return "".join(document.text[a:b] for a, b in visible_spans(len(document.text), document.removals))


def test_patterns_when_counted_then_enough_and_none_twice() -> None:
    patterns = all_patterns()
    assert len({one.html for one in patterns}) == len(patterns) >= 100
    assert len({one.name.rsplit("-", 1)[0] for one in patterns}) >= 60


@pytest.mark.parametrize("split", ["tune", "report"])
def test_main_text_when_patterns_are_read_then_near_what_was_written(split: str) -> None:
    pairs = [(_seen(document), "\n".join(one.expected)) for one, document in _read(split)]
    words = {one.name: word_f1(*pair) for (one, _), pair in zip(_read(split), pairs, strict=True)}
    assert mean(words.values()) >= 0.985, sorted(words.items(), key=lambda item: item[1])[:5]
    assert mean(shingle_f1(*pair) for pair in pairs) >= 0.98
    assert min(words.values()) >= 0.9


@pytest.mark.parametrize("split", ["tune", "report"])
def test_main_text_when_compared_then_better_than_trafilatura(split: str) -> None:
    from trafilatura import bare_extraction

    ours, theirs = [], []
    for one, document in _read(split):
        expected = "\n".join(one.expected)
        ours.append(word_f1(_seen(document), expected))
        theirs.append(word_f1(str(getattr(bare_extraction(one.html), "text", "") or ""), expected))
    assert mean(ours) > mean(theirs) + 0.015
    assert sum(a < b - 0.02 for a, b in zip(ours, theirs, strict=True)) == 0


@pytest.mark.parametrize("split", ["tune", "report"])
def test_metadata_when_patterns_are_read_then_title_author_and_date_are_right(split: str) -> None:
    wrong = [
        (one.name, document.title, document.author, document.published)
        for one, document in _read(split)
        if document.title != one.title
        or (one.author and document.author != one.author)
        or (one.date and document.published != one.date)
    ]
    assert len(wrong) <= len(_read(split)) * 0.03, wrong
