from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.sentences import CITED, sentence_spans, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Mr. Holt spoke. The U.S. agreed.", ["Mr. Holt spoke.", "The U.S. agreed."]),
        (f"One.{CITED} Two.{CITED}†", [f"One.{CITED}", f"Two.{CITED}†"]),
        ("He said “No.” Then he left.", ["He said “No.”", "Then he left."]),
        ("No end", ["No end"]),
        ("", []),
    ],
)
def test_sentences_are_parted(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(max_size=120))
def test_sentences_lose_nothing_but_white_space(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
    spans = sentence_spans(text)
    assert all(a < b <= c for (a, b), (c, _) in pairwise(spans))
