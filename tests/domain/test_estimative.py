from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.estimative import check
from briefing_app.domain.sentences import CITED

LIKELIHOODS = (
    *("almost no chance", "very unlikely", "unlikely", "roughly even", "likely", "very likely", "almost certain"),
    *("highly improbable", "improbable", "roughly even odds", "probable", "highly probable", "nearly certain"),
)
"""The seven terms of ICD 203, and its other words for six of them."""
MIXED = "Likelihood and confidence in one sentence: say each in a sentence of its own."


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("We assess that a deal is highly likely (high confidence).", "highly likely (high confidence"),
        ("We assess with high confidence that a text is likely.", "with high confidence that a text is likely"),
        ("A deal is almost certain, and our confidence is moderate.", "almost certain, and our confidence is moderate"),
    ],
)
def test_check_when_likelihood_and_confidence_share_a_sentence(text: str, excerpt: str) -> None:
    (finding,) = check(f"Nothing new here. {text} The rest is quiet.")
    assert (finding.message, finding.excerpt) == (MIXED, excerpt)


@pytest.mark.parametrize(
    "text",
    [
        "We assess that a deal is likely. We assess this with moderate confidence.",
        "Confidence-building measures are in the text.",
        "The minister called it “highly likely”.",
        f"Observers say a deal is likely.{CITED}",
        "The delegations met twice.",
        "",
    ],
)
def test_check_when_sentences_are_right_then_nothing_is_found(text: str) -> None:
    assert check(text) == ()


def test_check_when_a_judgement_does_not_begin_so() -> None:
    (finding,) = check("A signature before May is unlikely.")
    assert (finding.message, finding.excerpt) == ("A judgement begins “We assess”.", "unlikely")


def test_check_when_we_assess_says_how_likely_neither_how_sure() -> None:
    (finding,) = check("We assess that the register will come.")
    assert finding.excerpt == "We assess"


@given(st.sampled_from(LIKELIHOODS), st.sampled_from(["low", "moderate", "high"]), st.text("abc ,", max_size=20))
def test_every_pair_of_terms_is_found(term: str, level: str, between: str) -> None:
    text = f"We assess it is {term} {between} with {level} confidence."
    assert [one.message for one in check(text)] == [MIXED]


@given(st.text(max_size=200))
def test_excerpts_are_words_of_the_text(text: str) -> None:
    assert all(finding.excerpt in text for finding in check(text))
