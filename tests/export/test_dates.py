from __future__ import annotations

import pytest

from briefing_app.export.dates import american_date, long_date, moment, short_date


@pytest.mark.parametrize(
    ("iso", "long", "american", "short"),
    [
        ("2025-12-02", "2 December 2025", "December 2, 2025", "2 Dec 2025"),
        ("2025-12", "December 2025", "December 2025", "Dec 2025"),
        ("2025", "2025", "2025", "2025"),
        ("2025-12-22T09:30:00Z", "22 December 2025", "December 22, 2025", "22 Dec 2025"),
        ("before May", "before May", "before May", "before May"),
        ("2025-19-01", "2025-19-01", "2025-19-01", "2025-19-01"),
        ("", "", "", ""),
    ],
)
def test_dates_in_print(iso: str, long: str, american: str, short: str) -> None:
    assert (long_date(iso), american_date(iso), short_date(iso)) == (long, american, short)


@pytest.mark.parametrize(
    ("iso", "printed"),
    [
        ("2025-12-22T09:00:00Z", "22 December 2025, 09:00 UTC"),
        ("2025-12-22T09:00+00:00", "22 December 2025, 09:00 UTC"),
        ("2025-12-22T09:00:00.5+02:00", "22 December 2025, 09:00 UTC+02:00"),
        ("2025-12-22 09:00", "22 December 2025, 09:00"),
        ("2025-12-22", "22 December 2025"),
    ],
)
def test_moments_in_print(iso: str, printed: str) -> None:
    assert moment(iso) == printed
