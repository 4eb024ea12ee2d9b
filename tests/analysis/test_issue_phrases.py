"""Names of issues from the words of a stance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.analysis.issue_phrases import LONGEST, phrase_issue
from briefing_app.analysis.page import tokenise


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("in the strongest possible terms the attack on the convoy", "Attack on convoy"),
        ("the need for a sustainable prisoner exchange by Monday", "Sustainable prisoner exchange"),
        ("our efforts to reopen the border crossing", "Border crossing"),
        ("its three police units in the capital", "Police units in capital"),
        ("to share its survey data", "Survey data"),
        ("the agreement reached yesterday between the two sides", "Agreement"),
        ("today's brutal attack on a market", "Attack on market"),
        ("working with partners to end the siege of the port", "Partners"),
        ("that the blockade must be lifted", "Blockade"),
        ("Kenya's rejection of the fishing ban", "Rejection of fishing ban"),
        ("$40 million in additional humanitarian aid", "Humanitarian aid"),
        ("to discuss the water-sharing treaty", "Water-sharing treaty"),
        ("not accept any change of borders by force", "Change of borders"),
    ],
)
def test_name_is_the_noun_phrase_that_matters(words: str, name: str) -> None:
    tokens = tokenise(words)
    assert phrase_issue(tokens, 0, len(tokens)) == name


@pytest.mark.parametrize("words", ["", "it", "to do so", "Kenya", "to the", "on Monday", "not to", "20 percent"])
def test_words_that_name_nothing_give_no_name(words: str) -> None:
    tokens = tokenise(words)
    assert phrase_issue(tokens, 0, len(tokens)) == ""


@given(st.text(max_size=60), st.integers(0, 9), st.integers(0, 30))
def test_name_is_short_and_of_the_words(text: str, first: int, last: int) -> None:
    tokens = tokenise(text)
    name = phrase_issue(tokens, first, last)
    assert len(name.split()) <= LONGEST
    assert all(word.casefold() in text.casefold() for word in name.split())
