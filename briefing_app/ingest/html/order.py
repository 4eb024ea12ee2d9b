"""What stands first in 3/4/2025 on a page: told by its other days, its language, its host, its zone of time."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_DAY_FIRST_HOSTS = re.compile(
    r"\.(?:uk|au|nz|ie|in|za|ng|ke|pk|sg|eu|my|gh|bd|lk|hk|de|fr|it|es|pt|nl|be|ch|at|se|no|dk|fi|pl|cz|sk|hu|ro|bg|gr|"
    r"ru|ua|tr|il|ae|sa|eg|id|vn|th|br|ar|mx|cl|co|pe)$"
)
_DAY_FIRST_ZONES = re.compile(
    r"\b(?:CES?T|EES?T|WES?T|BST|IST|MSK|SAST|AES?T|AEDT|NZDT|NZST|EAT|WAT|WIB|ICT|SGT|PKT|GST)\b|\b(?:GMT|UTC)\s?\+"
)
_MONTH_FIRST_ZONES = re.compile(r"\b(?:[ECMP][SD]T|[ECMP]T|AK[SD]T)\b")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:19|20)?\d\d(?![\d/])")
_YEAR_FIRST = ("ja", "zh", "ko", "hu", "lt", "sv", "mn")
_ALL = re.compile(r"(?<![\w/=.-])(0?[1-9]|1[0-2])/(0?[1-9]|1[0-2])/((?:19|20)\d\d)(?![\d/])")
_MOST_PAGE, _LEAST, _NEAR = 300_000, 3, 45
_WEAK = ("en", "en-us", "en-ph")


def order_of(language: str, host: str, lines: Sequence[str] = (), page: str = "") -> str:
    """Return "day", "month", or "" where it is not known: the day everywhere but in American English.

    A day above twelve on the page settles it. English alone may be of anywhere: then host, zone of time, and the other
    days of the ``page`` tell, which lie near each other when they are read as they are meant.
    """
    for line in lines:
        for first, second in _SLASHED.findall(line[:200]):
            if (int(first) > 12) is not (int(second) > 12):
                return "day" if int(first) > 12 else "month"
    code = language.strip().lower().replace("_", "-")
    if code and code not in _WEAK:
        return "" if code.startswith(_YEAR_FIRST) else "day"
    if _DAY_FIRST_HOSTS.search(host):
        return "day"
    if code != "en-us":
        dated = " ".join(line[:200] for line in lines if _SLASHED.search(line))
        if _MONTH_FIRST_ZONES.search(dated):
            return "month"
        if _DAY_FIRST_ZONES.search(dated):
            return "day"
        if dated and (order := _nearer(page)):
            return order
    return "month" if code else ""


def _nearer(page: str) -> str:
    """Return the order in which the slashed days of a page lie much nearer each other, or ""."""
    found = {match for match in _ALL.findall(page[:_MOST_PAGE]) if int(match[0]) <= 12 and int(match[1]) <= 12}
    if len(found) < _LEAST:
        return ""
    days = [date(int(year), int(second), int(first)).toordinal() for first, second, year in found]
    months = [date(int(year), int(first), int(second)).toordinal() for first, second, year in found]
    by_day, by_month = max(days) - min(days), max(months) - min(months)
    near, far = min(by_day, by_month), max(by_day, by_month)
    if near > _NEAR or near * 3 >= far:
        return ""
    return "day" if by_day < by_month else "month"
