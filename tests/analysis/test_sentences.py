from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.analysis.sentences import split_sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Mr. Lee left.", "He said nothing."],
        ["The U.S. delegation stayed.", "It rained."],
        ["They met in the U.S. The talks failed."],
        ["No. 10 refused.", "So did Paris."],
        ["The fund holds $1.5 billion.", "It wants 2.5 percent."],
        ["John F. Kennedy spoke.", "Nobody answered."],
        ["“We will not sign.”", "He left the room."],
        ["“Will you sign?” she asked.", "He did not."],
        ["It was agreed on Jan. 5 in Oslo.", "Then came Feb. 2."],
        ["Prices rose by 3.2 per cent.", "Why?", "Nobody knows."],
        ["Talks start at 10 a.m. on Monday.", "Bring papers."],
    ],
)
def test_split_of_known_sentences_gives_them_back(sentences: list[str]) -> None:
    found = split(" ".join(sentences))
    if sentences == ["They met in the U.S. The talks failed."]:
        assert found == ["They met in the U.S.", "The talks failed."]
    else:
        assert found == sentences


@given(st.text(alphabet="aB .!?”“U.S1\n", max_size=80))
def test_split_of_any_text_loses_no_letter_and_keeps_order(text: str) -> None:
    spans = split_sentences(text)
    assert "".join(text[s:e] for s, e in spans).replace(" ", "").replace("\n", "") == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
