"""Finding in text: what counts as the same, and that places found are places of the given text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.ui.reader.finding import FoldedText, Sought, fold


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The Élysée said", "elysee", "Élysée"),
        ("The E\u0301lyse\u0301e said", "élysée", "E\u0301lyse\u0301e"),
        ("its partners’ parliaments", "partners' parl", "partners’ parl"),
        ("a “NATO-like” text", '"nato-like"', "“NATO-like”"),
        ("in law\u00a0or\nin fact", "law or in", "law\u00a0or\nin"),
        ("🙂 the Straße 🚀", "strasse", "Straße"),
        ("Two. Three", "two. three", "Two. Three"),
    ],
)
def test_find_ignores_case_accents_quotes_and_kind_of_space(text: str, words: str, found: str) -> None:
    ((start, end),) = FoldedText(text).find(words)
    assert text[start:end] == found


def test_find_terms_finds_whole_words_and_beginnings_where_asked() -> None:
    text = "The EU is neutral; its guaran-\u00adtees, the EU’s guarantees and the line-of-contact."
    found = FoldedText(text).find_terms([Sought("eu"), Sought("guarant", begun=True), Sought("line of contact")])
    assert [text[start:end] for start, end in found] == ["EU", "EU", "guarant", "line-of-contact"]


def test_find_terms_of_nothing_finds_nothing() -> None:
    assert list(FoldedText("some words").find_terms([])) == []
    assert list(FoldedText("some words").find_terms([Sought("()")])) == []


def test_find_of_nothing_finds_nothing() -> None:
    assert list(FoldedText("some words").find("  ")) == []
    assert list(FoldedText("some words").find("(")) == []


@given(st.text("aéE\u0301 ßøß🙂.’\u00a0", max_size=30), st.text("aeso ß'", min_size=1, max_size=4))
def test_every_find_folds_to_the_words_sought(text: str, words: str) -> None:
    for start, end in FoldedText(text).find(words):
        assert 0 <= start < end <= len(text)
        assert " ".join(fold(words).split()) in " ".join(fold(text[start:end]).split())
