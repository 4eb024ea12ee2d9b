"""Hedges: words that leave open who holds what, and sources without a name."""

from __future__ import annotations

import pytest

from tests.analysis.bases import analyse


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sources close to the talks said Kenya would reject the quota.", ("sources",)),
        ("Diplomats say that Kenya rejects the quota.", ("diplomats",)),
        ("Kenya rejects the quota, two diplomats said.", ("diplomats",)),
        ("Kenya reportedly rejected the quota.", ("reportedly",)),
        ("Kenya is believed to oppose the quota.", ("believed",)),
        ("Kenya may reject the quota.", ("may",)),
        ("Kenya, I understand, rejects the quota.", ("understand",)),
        ("Our understanding is that Kenya rejects the quota.", ("understanding",)),
    ],
)
def test_what_the_text_does_not_vouch_for_is_hedged_in_its_words(text: str, words: tuple[str, ...]) -> None:
    (one,) = analyse(text).statements
    assert tuple(word.lower() for word in one.hedges) == words


@pytest.mark.parametrize(
    "text",
    [
        "Kenya rejected the quota.",
        "The foreign ministry of Kenya said it rejected the quota.",
        "Kenya could accept the quota if Uganda lowered it.",
        "Kenya said it understood the quota and rejected it.",
    ],
)
def test_what_is_plainly_said_or_bound_to_a_condition_is_not_hedged(text: str) -> None:
    found = analyse(text).statements
    assert found
    assert not any(one.hedged for one in found)


def test_unnamed_source_of_one_statement_does_not_touch_the_next() -> None:
    found = analyse("Kenya rejects the quota, two diplomats said. Uganda welcomes the truce.").statements
    assert [(one.parties[0], one.hedged) for one in found] == [("Kenya", True), ("Uganda", False)]
