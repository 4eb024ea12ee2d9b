"""Reprints are told by their words, wherever they stand."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.ingest.duplicates import (
    MOST_KEPT,
    SHINGLE,
    Probe,
    containment,
    copies,
    may_be_copy,
    same_copy,
    signature,
    similarity,
)
from tests.annotate import farm

TEXTS = st.lists(st.sampled_from(["grain", "cod", "Oslo", "12", "was", "not", "the", "—", "l’eau"]), max_size=60)


def exact(one: str, other: str) -> float:
    def runs(text: str) -> set[tuple[str, ...]]:
        words = text.casefold().split()
        return {tuple(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1))}

    return len(runs(one) & runs(other)) / len(runs(one) | runs(other))


@given(TEXTS, TEXTS)
def test_similarity_when_any_texts_then_fair_and_within_bounds(one: list[str], other: list[str]) -> None:
    mine, theirs = signature(" ".join(one)), signature(" ".join(other))
    assert similarity(mine, theirs) == similarity(theirs, mine)
    assert 0 <= similarity(mine, theirs) <= containment(mine, theirs) <= 1


@given(TEXTS.filter(bool))
def test_signature_when_only_dress_differs_then_the_same(words: list[str]) -> None:
    plain, dressed = signature(" ".join(words)), signature(",\n".join(words).upper())
    assert plain.shingles == dressed.shingles or "ß" in "".join(words)
    assert similarity(plain, plain) == (1.0 if plain.shingles else 0.0)


def test_signature_when_made_anywhere_then_these_numbers() -> None:
    assert list(signature("Norway rejected a quota of 12 percent.").shingles) == FIXED


FIXED = [1702466375, 3271852430, 4169457121]


def test_similarity_when_compared_with_counting_then_the_same() -> None:
    rng = random.Random(3)
    words = [f"w{rng.randrange(400)}" for _ in range(500)]
    other = [word if rng.random() > 0.05 else "new" for word in words]
    one, two = " ".join(words), " ".join(other)
    assert similarity(signature(one), signature(two)) == pytest.approx(exact(one, two))


def test_similarity_when_texts_are_very_long_then_near_the_truth() -> None:
    rng = random.Random(4)
    words = [f"w{rng.randrange(5000)}" for _ in range(3 * MOST_KEPT)]
    other = [word if rng.random() > 0.03 else "new" for word in words]
    one, two = " ".join(words), " ".join(other)
    assert similarity(signature(one), signature(two)) == pytest.approx(exact(one, two), abs=0.03)


def test_same_copy_when_reprinted_cut_or_framed_then_yes_and_other_news_not() -> None:
    wire = farm.article(1)
    paragraphs = wire.split("\n\n")
    shortened = "\n\n".join(paragraphs[:4])
    framed = "Our own reporter adds a line of her own.\n\n" + wire.upper() + "\n\nEdited for length by the desk."
    for other in (wire, shortened, framed):
        assert may_be_copy(signature(wire), signature(other))
        assert same_copy(signature(wire), signature(other))
    for seed in range(2, 12):
        assert not same_copy(signature(wire), signature(farm.article(seed)))
    assert not same_copy(signature("Talks go on."), signature("Talks go on. " + wire))
    assert not same_copy(signature(""), signature(""))


def test_copies_when_groups_are_mixed_then_each_has_its_first() -> None:
    one, other = farm.article(1), farm.article(2)
    texts = [one, other, one + "\n\nA last line.", farm.article(3), "First. " + other, one[: len(one) // 2]]
    assert copies([signature(text) for text in texts]) == [0, 1, 0, 3, 1, 0]


def test_copies_when_a_thousand_texts_then_quick() -> None:
    rng = random.Random(9)
    texts = [" ".join(f"w{int(rng.paretovariate(0.6)) % 9000}" for _ in range(600)) for _ in range(900)]
    texts += ["A line of our own. " + texts[0] for _ in range(100)]
    signatures = [signature(text) for text in texts]
    began = time.process_time()
    assert len(set(copies(signatures))) == 900
    assert time.process_time() - began < 5


@given(st.integers(0, 40), st.integers(0, 40), st.booleans())
def test_probe_when_asked_then_answers_as_the_slow_question(start: int, length: int, longer: bool) -> None:
    words = farm.article(7).split()
    one = signature(" ".join(words[start : start + length]))
    other = signature(" ".join(words[: 60 if longer else 20]))
    for first, second in ((one, other), (other, one)):
        assert Probe(first).may_be_copy(second) == may_be_copy(first, second)
