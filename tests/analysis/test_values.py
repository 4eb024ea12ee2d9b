from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.analysis.wordnumbers import spell, value_of
from tests.analysis.bases import analyse, names


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_number_in_words_read_back_is_the_number(number: int) -> None:
    assert value_of(spell(number).split()) == number


@given(st.integers(min_value=2, max_value=999), st.sampled_from(["million", "billion"]))
def test_sum_in_words_inside_a_sentence_has_true_offsets(number: int, scale: str) -> None:
    phrase = f"{spell(number)} {scale} euros"
    text = f"The fund will pay {phrase} to the islands."
    (figure,) = analyse(text).figures
    assert text[figure.start : figure.end] == phrase
    assert figure.value == f"EUR {number * (10**6 if scale == 'million' else 10**9)}"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("€90bn", "EUR 90000000000"),
        ("ninety billion euros", "EUR 90000000000"),
        ("$1.2-1.5 billion", "USD 1200000000/1500000000"),
        ("55 million dollars", "USD 55000000"),
        ("Rs 500 crore", "INR 5000000000"),
        ("A$600 million", "AUD 600000000"),
        ("CHF 350 million", "CHF 350000000"),
        ("200 billion CFA francs", "XOF 200000000000"),
        ("half a billion euros", "EUR 500000000"),
        ("seventy-five percent", "75%"),
        ("75 per cent", "75%"),
        ("1.3%", "1.3%"),
        ("10 to 15 percent", "10%/15%"),
        ("12 March 2026", "2026-03-12"),
        ("March 12, 2026", "2026-03-12"),
        ("3-5 March 2026", "2026-03-03/2026-03-05"),
        ("last week", "2026-03-09/2026-03-15"),
        ("next month", "2026-04"),
        ("late 2025", "2025-09/2025-12"),
        ("yesterday", "2026-03-17"),
        ("two weeks ago", "2026-03-04"),
        ("the 1990s", "1990/1999"),
        ("first quarter of 2026", "2026-01/2026-03"),
        ("2026-03-04", "2026-03-04"),
    ],
)
def test_value_in_a_sentence_is_read_whole(text: str, value: str) -> None:
    sentence = f"The delegates spoke of {text} in the hall."
    figures = analyse(sentence).figures
    assert [(f.text, f.value) for f in figures] == [(text.removeprefix("the "), value)]


@pytest.mark.parametrize(
    "text",
    [
        "She may march home.",
        "The talks lasted three days.",
        "They met at 10 a.m. and at 14:30.",
        "It happened in recent days.",
        "The 62-year-old envoy took the third seat.",
        "Both sides cited Article 5.",
        "One of them left.",
        "The two sides met.",
    ],
)
def test_what_is_no_figure_yields_none(text: str) -> None:
    assert analyse(text).figures == ()


@pytest.mark.parametrize(
    ("text", "value", "measures"),
    [
        ("It lands 12,000 tonnes of cod a year.", "12000", "tonnes of cod"),
        ("Some 30,000 to 40,000 workers walked out.", "30000/40000", "workers walked"),
        ("Three hostages were freed.", "3", "hostages"),
    ],
)
def test_count_tells_what_it_counts(text: str, value: str, measures: str) -> None:
    (figure,) = [f for f in analyse(text).figures if f.kind.value == "number"]
    assert figure.value == value
    assert figure.measures.startswith(measures.split()[0])


def test_weekday_before_a_future_verb_is_the_next_one() -> None:
    values = [f.value for f in analyse("They will meet on Friday. They met on Monday.").figures]
    assert values == ["2026-03-20", "2026-03-16"]


def test_date_without_a_publication_day_keeps_its_words() -> None:
    (figure,) = analyse("They met on Monday.", published="").figures
    assert figure.value == "Monday"


def test_figures_and_mentions_of_values_agree() -> None:
    result = analyse("Kenya paid $5 million on 3 March 2026, or 10% of the total.")
    figures = {(f.start, f.end, f.value) for f in result.figures}
    values = {(m.start, m.end, m.canonical) for m in result.mentions if m.label.is_value}
    assert len(values) == 3
    assert values == figures


def test_figure_inside_what_somebody_says_names_who_claims_it() -> None:
    figures = analyse("Kenya said that 12,000 tonnes of perch were lost.").figures
    assert [f.claimed_by for f in figures] == ["Kenya"]


def test_weekday_that_is_asked_for_lies_ahead_and_bare_counts_of_named_things_count() -> None:
    dates = [f.value for f in analyse("Kenya asked the others to reply on Friday.").figures]
    assert dates == ["2026-03-20"]
    counts = [f.value for f in analyse("Of these areas, 14 are closed and the remaining 23 are open.").figures]
    assert counts == ["14", "23"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Kenya moved from 10% to 15% on beans.", ["10%", "15%"]),
        ("Kenya slashed the levy from 9 to 4 percent.", ["9%", "4%"]),
        ("Duties ran from 10% to 15% on beans.", ["10%/15%"]),
    ],
)
def test_change_has_two_percentages_and_a_range_is_one(text: str, values: list[str]) -> None:
    assert [canonical for label, _, canonical in names(text) if label == "PERCENT"] == values
