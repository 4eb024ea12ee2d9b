"""Rows of articles: words counted as Python splits them, JSON written as Python writes it."""

from __future__ import annotations

import json
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.store.codec import encoder
from briefing_app.store.repositories.article_rows import MORE_SPACES, SPACES, word_count

PIECES = st.sampled_from([*SPACES, *MORE_SPACES, " ", "  ", "word", "é", "—", "\u200b", "\x00"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def test_spaces_when_listed_then_those_of_python_and_no_others() -> None:
    spaces = {char for char in map(chr, range(sys.maxunicode + 1)) if char.isspace()}
    assert set(SPACES + MORE_SPACES) | {" "} == spaces, unicodedata.unidata_version


@given(st.lists(PIECES).map("".join))
def test_word_count_whatever_the_spaces_then_as_many_as_python_splits(text: str) -> None:
    assert word_count(text) == len(text.split())


@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("sort_keys", [True, False])
@given(value=JSON)
def test_encoder_whatever_the_value_then_as_python_writes_it(value: object, ascii_only: bool, sort_keys: bool) -> None:
    expected = json.dumps(value, ensure_ascii=ascii_only, sort_keys=sort_keys, separators=(",", ":"))
    assert encoder(ascii_only=ascii_only, sort_keys=sort_keys)(value) == expected
