"""From scores of heads to a tree."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.analysis.models.trees import best_heads


def _steps(heads: list[int], word: int) -> int:
    at, steps = word, 0
    while at and steps <= len(heads):
        at = heads[at - 1]
        steps += 1
    return steps


@given(st.integers(1, 12), st.integers(0, 10_000))
def test_any_scores_give_a_tree_with_one_root(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    heads = best_heads(scores)
    assert heads.count(0) == 1
    assert all(_steps(heads, word) <= size for word in range(1, size + 1))


def test_a_tree_that_is_best_word_by_word_is_kept() -> None:
    scores = np.full((4, 5), -5.0, dtype=np.float32)
    for word, head in enumerate([2, 0, 4, 2]):
        scores[word, head] = 3.0
    assert best_heads(scores) == [2, 0, 4, 2]


def test_a_circle_is_broken_where_it_costs_least() -> None:
    # The second and the third word hang on each other; the third loses least by hanging on the first.
    scores = np.asarray([[9, -9, 0, 0], [-9, 1, -9, 5], [-9, 4, 5, -9]], dtype=np.float32)
    assert best_heads(scores) == [0, 3, 1]


def test_of_several_roots_the_surest_stays() -> None:
    scores = np.asarray([[4, -9, 1, 0], [9, 2, -9, 0], [-9, 0, 5, -9]], dtype=np.float32)
    assert best_heads(scores) == [2, 0, 2]


def test_without_a_root_the_word_that_loses_least_becomes_it() -> None:
    scores = np.asarray([[0, -9, 5], [1, 4, -9]], dtype=np.float32)
    assert best_heads(scores) == [2, 0]
