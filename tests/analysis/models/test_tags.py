"""Tags of tokens, and names read back from their probabilities."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.analysis.models.decoding import decode
from briefing_app.analysis.models.pooling import pooled
from briefing_app.analysis.models.tags import FREE, LABELS, TAGS, allowed, tags_of
from briefing_app.analysis.page import tokenise


def _sharp(names: list[str]) -> np.ndarray:
    rows = np.full((len(names), len(TAGS)), 0.001, dtype=np.float32)
    rows[np.arange(len(names)), [TAGS.index(name) for name in names]] = 0.9
    return rows


def test_tags_mark_beginning_inside_last_and_alone() -> None:
    tokens = tokenise("Kofi Atta Annan met Oslo.")
    tags = tags_of(tokens, [(0, 15, "PERSON"), (20, 24, "GPE")])
    assert [TAGS[tag] for tag in tags] == ["B-PERSON", "I-PERSON", "L-PERSON", "O", "U-GPE", "O"]


def test_a_name_that_cuts_a_token_leaves_it_open() -> None:
    assert tags_of(tokenise("NATO-led troops"), [(0, 4, "ORG")]) == [FREE, 0]


@pytest.mark.parametrize(("one", "other", "may"), [
    ("O", "I-ORG", False), ("B-ORG", "L-ORG", True), ("B-ORG", "L-GPE", False), ("L-ORG", "B-GPE", True),
    ("B-ORG", "O", False), ("U-GPE", "U-GPE", True),
])  # fmt: skip
def test_tags_follow_each_other_only_as_names_begin_and_end(one: str, other: str, may: bool) -> None:
    assert allowed()[TAGS.index(one)][TAGS.index(other)] is may


def test_decoding_returns_the_names() -> None:
    found = decode(_sharp(["B-PERSON", "L-PERSON", "O", "U-GPE"]))
    assert [(one.first, one.last, one.label) for one in found] == [(0, 2, "PERSON"), (3, 4, "GPE")]
    assert all(one.sure == pytest.approx(0.9, abs=0.01) for one in found)


def test_a_tag_that_cannot_stand_gives_way() -> None:
    rows = _sharp(["B-PERSON", "O"])
    rows[0, TAGS.index("U-PERSON")] = 0.4
    assert [(one.first, one.last, one.label) for one in decode(rows)] == [(0, 1, "PERSON")]


@given(st.lists(st.lists(st.floats(0.001, 1), min_size=len(TAGS), max_size=len(TAGS)), max_size=6))
def test_decoded_names_never_overlap_and_lie_in_the_sequence(rows: list[list[float]]) -> None:
    found = decode(np.asarray(rows, dtype=np.float32).reshape(len(rows), len(TAGS)))
    at = 0
    for one in found:
        assert at <= one.first < one.last <= len(rows)
        assert one.label in LABELS
        at = one.last


def test_one_clear_place_of_a_word_helps_the_others() -> None:
    clear, unclear = _sharp(["U-PERSON"]), _sharp(["U-GPE"])
    unclear[0, TAGS.index("U-GPE")] = 0.3
    unclear[0, TAGS.index("U-PERSON")] = 0.25
    made = pooled([["Orlen"], ["Orlen"], ["Oslo"]], [clear, unclear, unclear])
    assert [decode(one)[0].label for one in made] == ["PERSON", "PERSON", "GPE"]
