"""Differences between texts: complete, small, and quick on long ones."""

from __future__ import annotations

import itertools
import random
import time
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.alignment import common
from briefing_app.domain.word_diff import Change, word_diff
from tests.annotate import farm

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WORDS = st.lists(
    st.sampled_from(["grain", "cod", "the", "Oslo", "12", "\n\n", ".", "’s", "\u00a0", "not"]), max_size=40
)
TEXTS = st.one_of(st.text(max_size=120), WORDS.map(" ".join))


def _applied(old: str, changes: Iterable[Change]) -> str:
    """Return the new text that ``changes`` make of ``old``."""
    parts, place = [], 0
    for one in changes:
        parts += [old[place : one.old_start], one.new]
        place = one.old_end
    return "".join((*parts, old[place:]))


def _reverted(new: str, changes: Iterable[Change]) -> str:
    """Return the old text that ``changes`` were made from."""
    parts, place = [], 0
    for one in changes:
        parts += [new[place : one.start], one.old]
        place = one.end
    return "".join((*parts, new[place:]))


@given(TEXTS, TEXTS)
def test_word_diff_when_applied_or_reverted_then_the_other_text(old: str, new: str) -> None:
    changes = word_diff(old, new)
    assert _applied(old, changes) == new
    assert _reverted(new, changes) == old
    for one in changes:
        assert (old[one.old_start : one.old_end], new[one.start : one.end]) == (one.old, one.new)
    places = [place for one in changes for place in (one.start, one.end)]
    assert places == sorted(places)


@given(st.text(max_size=200))
def test_word_diff_when_texts_are_equal_then_nothing(text: str) -> None:
    assert word_diff(text, text) == ()


@given(st.lists(st.integers(0, 6), max_size=40), st.lists(st.integers(0, 6), max_size=40))
def test_common_when_any_sequences_then_equal_items_rising_in_both(old: list[int], new: list[int]) -> None:
    matches = common(old, new)
    assert all(old[one] == new[other] for one, other in matches)
    assert all(a < c and b < d for (a, b), (c, d) in itertools.pairwise(matches))


@given(st.lists(st.integers(0, 3), max_size=14), st.lists(st.integers(0, 3), max_size=14))
def test_common_when_nothing_stands_once_then_as_many_as_there_are(old: list[int], new: list[int]) -> None:
    doubled, other = [one for one in old for _ in "ab"], [one for one in new for _ in "ab"]
    assert len(common(doubled, other)) == longest(doubled, other)


def longest(old: Sequence[int], new: Sequence[int]) -> int:
    row = [0] * (len(new) + 1)
    for one in old:
        above = row[:]
        for place, other in enumerate(new, 1):
            row[place] = above[place - 1] + 1 if one == other else max(above[place], row[place - 1])
    return row[-1]


def test_word_diff_when_a_word_a_sentence_and_a_paragraph_change_then_three_changes() -> None:
    old = "Norway rejected a quota of 12 percent on Monday.\n\nIceland stays. It wants May.\n\nThe rest is old."
    new = (
        "Norway rejected a quota of 15 percent on Monday.\n\nIceland stays.\n\nA new round begins.\n\nThe rest is old."
    )
    found = [(one.kind, one.old.strip(), one.new.strip()) for one in word_diff(old, new)]
    assert found == [("changed", "12", "15"), ("removed", "It wants May.", ""), ("added", "", "A new round begins.")]


def test_word_diff_when_farm_edits_then_few_changes() -> None:
    for seed in range(20):
        case = farm.one_word(seed, 0)
        assert len(word_diff(case.old, case.new)) <= 2
        case = farm.deleted(seed, 0)
        assert len(word_diff(case.old, case.new)) <= 3


def test_word_diff_when_sixty_thousand_words_then_quick() -> None:
    rng = random.Random(7)
    words = [rng.choice(("grain", "cod", "quota", "the", "a", "of")) + str(rng.randrange(900)) for _ in range(60_000)]
    paragraphs = [" ".join(words[start : start + 80]) for start in range(0, len(words), 80)]
    old = "\n\n".join(paragraphs)
    rewritten = " ".join(rng.sample(words, 60_000))
    touched = "\n\n".join(paragraph.replace("cod", "herring", 1) for paragraph in paragraphs)
    for new in (touched, rewritten, old[: len(old) // 2] + "Inserted. " + old[len(old) // 2 :]):
        began = time.process_time()
        assert _applied(old, word_diff(old, new)) == new
        assert time.process_time() - began < 12
