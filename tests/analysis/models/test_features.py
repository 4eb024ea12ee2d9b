"""What the model sees of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.analysis.models.features import (
    HASHES,
    ROWS,
    classes,
    listed,
    rows_of,
    shape,
    text_cases,
    word_rows,
)
from briefing_app.analysis.page import make_page, tokenise
from briefing_app.domain.analysis import AnalysisRequest


@pytest.mark.parametrize(
    ("word", "seen"),
    [("Geneva", "Xxxx"), ("IAEA", "XXX"), ("U.S.", "X.X."), ("2026", "ddd"), ("al-Sisi", "xx-Xxxx"), ("a", "x")],
)
def test_shape_keeps_case_and_signs_and_cuts_long_stretches(word: str, seen: str) -> None:
    assert shape(word) == seen


@given(st.integers(0, len(ROWS) - 1), st.text(max_size=12))
def test_rows_lie_in_their_table(feature: int, value: str) -> None:
    rows = rows_of(feature, value)
    assert len(rows) == HASHES
    assert all(0 <= row < ROWS[feature] for row in rows)


def test_rows_are_the_same_on_every_machine_and_day() -> None:
    # A model is made of these numbers: another hash would make nonsense of its weights.
    assert rows_of(0, "geneva") == (3939, 1180, 5410, 1442)


def test_figures_differ_in_length_only() -> None:
    assert word_rows("1998")[0] == word_rows("2026")[0]


def test_class_of_a_word_tells_title_sentence_start_and_what_the_text_has_elsewhere() -> None:
    page = make_page(
        AnalysisRequest("Talks resumed. Minister Orlen said talks in Orlen would go on.", (), language="en")
    )
    lower, inner = text_cases(page.sentences)
    first, second = (classes(one.tokens, lower, inner, heading=False) for one in page.sentences)
    assert first[0] == "CHEVENTs0"
    assert second[:3] == ["CT0", "Cn", "lS"]


def test_lists_of_names_count_for_words_with_a_capital() -> None:
    words = {"anna": "F", "ali": "FL"}
    anna, low, joined, other = tokenise("Anna anna Mohammed-Ali Zyx")
    assert [listed(one, words) for one in (anna, low, joined, other)] == ["F", "", "-FL", "?"]
