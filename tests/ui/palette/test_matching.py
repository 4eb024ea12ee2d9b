"""Fuzzy matching: which names fit a few letters, and which fit best."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.ui.actions import ACTIONS
from briefing_app.ui.palette.matching import best, match

TITLES = [action.title for action in ACTIONS]


def first(letters: str) -> str:
    return best(letters, TITLES, str)[0][1]


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ("import", "Import"),
        ("wbn", "Write briefing note"),
        ("larg", "Larger text"),
        ("nxt art", "Next article"),
        ("full", "Full screen"),
        ("DARK", "Dark"),
        ("library col", "Library column"),
    ],
)
def test_best_when_a_few_letters_then_the_obvious_action_comes_first(letters: str, expected: str) -> None:
    assert first(letters) == expected


def test_match_when_letters_are_missing_or_out_of_order_then_none() -> None:
    assert match("xyz", "Import") is None
    assert match("tropmi", "Import") is None


def test_best_when_equal_then_order_is_kept_and_limit_holds() -> None:
    assert [name for _, name in best("", ["b", "a", "c"], str, limit=2)] == ["b", "a"]


@given(name=st.text(), letters=st.text(max_size=12))
def test_match_when_anything_then_places_rise_and_lie_in_the_name(name: str, letters: str) -> None:
    found = match(letters, name)
    if found is not None:
        assert list(found.places) == sorted(set(found.places))
        assert all(0 <= place < len(name) for place in found.places)


@given(name=st.text(st.characters(codec="ascii", categories=["Ll", "Lu", "Zs"]), min_size=1), data=st.data())
def test_match_when_letters_are_taken_from_the_name_then_it_fits(name: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.sets(st.integers(0, len(name) - 1), max_size=5)))
    letters = "".join(name[place] for place in places)
    assert match(letters, name) is not None


def test_match_when_side_by_side_then_better_than_scattered() -> None:
    together, scattered = match("note", "Briefing note"), match("note", "No other text")
    assert together is not None
    assert scattered is not None
    assert together.score > scattered.score
