"""Sums in the moneys of the world."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.analysis.currencies import CODES, code_of, own_currency
from tests.analysis.bases import analyse


@given(st.sampled_from(sorted(CODES)), st.integers(2, 999))
def test_every_code_names_a_sum_behind_it(code: str, number: int) -> None:
    figures = analyse(f"The fund will pay {code} {number} million to the islands.").figures
    assert [f.value for f in figures] == [f"{code_of(code)} {number * 10**6}"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("K18 billion", "ZMW 18000000000"),
        ("R1,500", "ZAR 1500"),
        ("N500bn", "NGN 500000000000"),
        ("RM500 million", "MYR 500000000"),
        ("KSh4 billion", "KES 4000000000"),
        ("USD24bn", "USD 24000000000"),
        ("EC$12 million", "XCD 12000000"),
        ("NZ$3.5 million", "NZD 3500000"),
        ("12 million kina", "PGK 12000000"),
        ("40,000 Hong Kong dollars", "HKD 40000"),
        ("280,000 Congolese francs", "CDF 280000"),
        ("five million North Korean won", "KPW 5000000"),
        ("3 billion CFA francs", "XOF 3000000000"),
        ("a $100-million", "USD 100000000"),
        ("between K18 billion and K23 billion", "ZMW 18000000000/23000000000"),
    ],
)
def test_sum_is_read_in_its_currency(text: str, value: str) -> None:
    figures = analyse(f"The ministry spoke of {text} in the hall.").figures
    assert [f.value for f in figures] == [value]
    assert figures[0].text == text.removeprefix("a ").removeprefix("between ")


@pytest.mark.parametrize("text", ["The M23 and the G20 met.", "In all 45 won seats.", "ALL 12 members came."])
def test_letters_and_words_are_no_money(text: str) -> None:
    assert [f for f in analyse(text).figures if f.kind.value == "money"] == []


def test_rupees_are_those_of_the_country_that_stands_nearest() -> None:
    near, far = "Mauritius wants Rs 2 billion.", "India said no. India waits. Mauritius wants Rs 2 billion."
    assert own_currency((near, far), "Rs 2 billion", "INR 2000000000") == "MUR 2000000000"
    assert own_currency(("", far), "Rs 2 billion", "INR 2000000000") == "INR 2000000000"


def test_rise_from_one_sum_to_another_is_two_sums() -> None:
    figures = analyse("It rose from $3 million to $5 million and fell from 20 to 15 percent.").figures
    assert [f.value for f in figures] == ["USD 3000000", "USD 5000000", "20%", "15%"]
