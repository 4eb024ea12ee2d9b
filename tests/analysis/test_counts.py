"""Counts: what is one though no noun follows, and what looks like one and is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.analysis.wordnumbers import spell
from tests.analysis.bases import analyse


def _values(text: str) -> list[str]:
    return [figure.value for figure in analyse(text).figures if figure.kind.value == "number"]


@given(st.integers(2, 90), st.integers(2, 90), st.booleans())
def test_part_of_a_whole_gives_both_counts(part: int, rest: int, words: bool) -> None:
    whole = part + rest
    one, two = (spell(part), spell(whole)) if words else (str(part), str(whole))
    assert _values(f"The monitors went to {one} of the {two} positions.") == [str(part), str(whole)]


@given(st.integers(3, 150), st.integers(0, 150), st.sampled_from([" votes to ", " to ", "-"]))
def test_both_sides_of_a_vote_count(ayes: int, noes: int, joint: str) -> None:
    if ayes > noes:
        assert _values(f"The assembly voted {ayes}{joint}{noes} for the budget.") == [str(ayes), str(noes)]


@given(st.integers(1, 31), st.integers(32, 99))
def test_numbers_behind_a_word_that_numbers_are_references(one: int, two: int) -> None:
    assert _values(f"They cited paragraphs {one}, {one + 1} and {two} of the text.") == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It is the sixth of eight protocols.", ["8"]),
        ("Twelve have died and thirty are missing.", ["12", "30"]),
        ("The blast killed eight people and wounded 15.", ["8", "15"]),
        ("At least 13 were killed and six others wounded.", ["13", "6"]),
        ("Nineteen, by the last count.", ["19"]),
        ("The other eight have not answered.", ["8"]),
        ("There were 12 in Kyiv, 8 in Lviv and 3 in Odesa.", ["12", "8", "3"]),
        ("Two dozen lawmakers and half a dozen envoys left.", ["24", "6"]),
        ("More than 2000 civilians and 1800 soldiers came.", ["2000", "1800"]),
        ("The dam is 120m high and holds 30m tonnes.", ["120", "30000000"]),
        ("It rose from 9 to 10 seats.", ["10"]),
        ("The vote was 13 in favour, none against.", ["13"]),
    ],
)
def test_count_without_its_noun_is_found(text: str, values: list[str]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "Mariam Aden, 34, a nurse, agreed.",
        "They released women, among them Mariam Aden, 62.",
        "He is 62, and the minister (54) is younger.",
        "They met in Studio 60.",
        "The camp lies at 33°47′N and 44.5°E.",
        "The 5+1 and the 2+2 format met.",
        "It endured ten consecutive years of war.",
        "Dozens fled and hundreds of thousands followed.",
    ],
)
def test_age_reference_and_vague_count_are_none(text: str) -> None:
    assert _values(text) == []
