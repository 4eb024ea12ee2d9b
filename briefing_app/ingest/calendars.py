"""Days of other calendars as ISO days: the Iranian, the Buddhist, the Japanese and the Taiwanese year."""

from __future__ import annotations

from datetime import date, timedelta

_BUDDHIST = 543
_TAIWAN = 1911
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": _TAIWAN, "民国": _TAIWAN}
_NUMERALS = {one: str(number) for number, one in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}
_EPOCH = date(2000, 3, 20)
_EPOCH_YEAR = 1379
"""The first day of the Iranian year 1379."""


def iso(year: str | int, month: str | int, day: str | int) -> str:
    """Return a day as YYYY-MM-DD, or "" where there is no such day."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def of_iran(year: str | int, month: str | int, day: str | int) -> str:
    """Return a day of the Iranian solar year; right for the years 1244 to 1472, in which the 33-year cycle holds."""
    year, month, day = int(year), int(month), int(day)
    if not (1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30)):
        return ""
    leaps = _leaps(year) - _leaps(_EPOCH_YEAR)
    before = (month - 1) * 31 - max(0, month - 7)
    return (_EPOCH + timedelta(days=(year - _EPOCH_YEAR) * 365 + leaps + before + day - 1)).isoformat()


def _leaps(year: int) -> int:
    """Return how many leap years lie before ``year``: eight in each 33, the years 1, 5, 9, 13, 17, 22, 26 and 30."""
    return year // 33 * 8 + sum(one < year % 33 for one in (1, 5, 9, 13, 17, 22, 26, 30))


def of_buddha(year: str | int, month: str | int, day: str | int) -> str:
    """Return a day whose year is counted from the Buddha."""
    return iso(int(year) - _BUDDHIST, month, day)


def of_era(era: str, year: str, month: str | int, day: str | int) -> str:
    """Return a day in a year of a Japanese reign or of Taiwan, whose first is called 元."""
    return iso(_ERAS[era] + (1 if year == "元" else int(year)), month, day)


def of_numerals(text: str) -> int:
    """Return the number that Chinese numerals write: figure by figure, or with tens up to 39."""
    if "十" not in text and "廿" not in text:
        return int("".join(_NUMERALS[one] for one in text))
    tens, _, ones = text.replace("廿", "二十").partition("十")
    return 10 * (int(_NUMERALS[tens]) if tens else 1) + (int(_NUMERALS[ones]) if ones else 0)


def of_week(year: str | int, week: str | int, day: str | int) -> str:
    """Return a day of an ISO week."""
    try:
        return date.fromisocalendar(int(year), int(week), int(day)).isoformat()
    except ValueError:
        return ""
