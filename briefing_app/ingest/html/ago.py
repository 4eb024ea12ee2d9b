"""Days told from the day of saving: "2 days ago", "hace 2 días", "vor 3 Stunden"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefing_app.ingest.dates import find_date

_HOURS = (
    "seconds? secs? minutes? mins? hours? hrs? sekunden? minuten stunden? heures? secondes? horas? minutos? ore ora "
    "minuti uur uren timer? timmar godzin\\w* hodin\\w* minut\\w* секунд\\w* минут\\w* час\\w* годин\\w* хвилин\\w* "
    "saat dakika jam menit giờ phút 小时 小時 時間 分钟 分鐘 分 시간 분 ساعات? ساعة دقائق دقيقة ساعت دقیقه घंटे मिनट"
)
_DAYS = (
    "days? tage?n? jours? d[ií]as? giorn[oi] dag(?:en|ar|e)? dni dzień dnem dny "
    "день дн[яі] дней днів gün hari ngày 天 日 일 "
    "أيام "
    " يوم روز दिन"
)
_WEEKS = (
    "weeks? wochen? semaines? semanas? settiman[ae] weken week veck[ao]r? tydzień tygodni\\w* недел\\w* тижн\\w* hafta "
    "minggu tuần 周 週間 주 أسابيع أسبوع هفته"
)
_UNITS = ((0, _HOURS), (1, _DAYS), (7, _WEEKS))
_NUMBER = r"(\d{1,2}|an?|one|einem|einer|einen|un|une|una|um|uma|een)"
_AGO = re.compile(
    r"\bago\b|\bvor\b|il y a|\bhace\b|\bfa\b|\bhá\b|geleden|\bsedan\b|\bsiden\b|\btemu\b|\bpřed\b|назад|тому|önce|"
    r"yang lalu|"
    r"trước|前|전|منذ|قبل|پیش|पहले",
    re.IGNORECASE,
)
_AMOUNTS = tuple(
    (days, re.compile(rf"(?<!\d){_NUMBER}\s?(?:{'|'.join(words.split())})(?!\w{{3}})", re.IGNORECASE))
    for days, words in _UNITS
)
_YESTERDAY = re.compile(
    r"\W{0,3}(?:yesterday|gestern|hier|ayer|ieri|ontem|gisteren|вчера|wczoraj|dün|昨日|昨天|어제|أمس)\b", re.I
)
_SAVED = re.compile(r"saved date:\s{0,9}([^\n]{8,60})|FILE ARCHIVED ON \d\d:\d\d:\d\d ([A-Z][a-z]{2} \d\d, \d{4})")
_HEAD = 4000
_MOST = 60


def saved_on(text: str) -> str:
    """Return the day on which a page says it was saved or archived, or ""."""
    found = _SAVED.search(text[:_HEAD]) or _SAVED.search(text[-_HEAD:])
    return find_date(found.group(1) or found.group(2)) if found else ""


def day_ago(line: str, saved: str) -> str:
    """Return the day that a short line reckons back from ``saved``, or ""; months and years say no day."""
    if len(line) > _MOST or not saved:
        return ""
    if _YESTERDAY.match(line):
        return _back(saved, 1)
    if _AGO.search(line):
        for days, pattern in _AMOUNTS:
            if found := pattern.search(line):
                count = int(found.group(1)) if found.group(1).isdigit() else 1
                return _back(saved, days * count)
    return ""


def _back(saved: str, days: int) -> str:
    return (date.fromisoformat(saved) - timedelta(days=days)).isoformat()
