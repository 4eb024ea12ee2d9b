"""The day that a text bears itself, and dates that the tense of their sentence decides."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.bases import analyse


def _dates(text: str, published: str = "2026-03-18") -> list[str]:
    return [figure.value for figure in analyse(text, published=published).figures if figure.kind.value == "date"]


@given(st.dates(dt.date(1990, 1, 1), dt.date(2040, 12, 31)))
def test_day_of_a_first_line_is_the_day_that_yesterday_counts_from(day: dt.date) -> None:
    head = f"TRANSCRIPT — Press briefing on the talks, {day.day} {day:%B} {day.year} (lightly edited)"
    text = f"{head}\n\nThe delegations met yesterday."
    assert _dates(text, published="") == [day.isoformat(), (day - dt.timedelta(days=1)).isoformat()]


@pytest.mark.parametrize(
    "text",
    ["The attack of 6 October 2026 was wrong.\n\nThey met yesterday.", "They met yesterday."],
)
def test_day_inside_running_text_is_not_taken_for_the_day_of_the_text(text: str) -> None:
    assert _dates(text, published="")[-1] == "yesterday"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On Friday the parties will meet.", "2026-03-20"),
        ("On Friday the parties met.", "2026-03-13"),
        ("This coming Friday they talk.", "2026-03-20"),
        ("In June the ministers will meet.", "2026-06"),
        ("The law takes effect on 1 July.", "2026-07-01"),
        ("We welcome today's agreement.", "2026-03-18"),
        ("The plan was rejected by Kenya on Monday.", "2026-03-16"),
        ("They must answer by midnight on Monday.", "2026-03-23"),
        ("We condemn today's brutal, senseless attack.", "2026-03-18"),
        ("The summit is on 6 November.", "2026-11-06"),
        ("A 2003 boycott failed.", "2003"),
        ("It was in the early 1990s.", "1990/1993"),
        ("Sales rose in the third quarter of this year.", "2026-07/2026-09"),
        ("It counts for FY2025-26.", "2025/2026"),
        ("It was Italian in 1936 - 41.", "1936/1941"),
    ],
)
def test_date_is_resolved_as_its_sentence_means_it(text: str, value: str) -> None:
    assert _dates(text) == [value]


def test_today_that_means_these_days_is_no_date() -> None:
    assert _dates("In today's world trade is free.") == []


def test_past_day_of_january_told_in_november_is_of_this_year() -> None:
    assert _dates("On 10 January the coalition conducted strikes.", "2026-11-20") == ["2026-01-10"]
