"""Dates as pages and bylines write them, read to ISO days with patterns of our own."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import cache

# Month names, shortest unambiguous stem first; one line a month.
_MONTHS = """
january jan januar januari janvier enero gennaio janeiro stycznia styczeń ocak января январь січня \
leden ledna ianuarie siječnja јануар januára tammikuuta január gener jaanuar janvāris janvārī sausio \
sausis януари januara januarja
february feb februar februari février fevrier febrero febbraio fevereiro lutego luty şubat февраля \
февраль лютого únor února februarie veljače фебруар helmikuuta február febrer veebruar februāris \
februārī vasario vasaris февруари februara februarja
march mar märz maart mars marzo março marca marzec mart марта март березня březen března martie \
ožujka maaliskuuta március març märts marts martā kovo kovas maret
april apr avril abril aprile kwietnia kwiecień nisan апреля апрель квітня duben dubna aprilie \
travnja huhtikuuta április aprill aprīlis aprīlī balandžio balandis април aprila
may mai mei mayo maggio maio maja maj mayıs мая май травня květen května svibnja toukokuuta május \
maig maijs maijā gegužės gegužė
june jun juni juin junio giugno junho czerwca czerwiec haziran июня июнь червня červen června iunie \
lipnja kesäkuuta június juny juuni jūnijs jūnijā birželio birželis юни јун juna junija
july jul juli juillet julio luglio julho lipca lipiec temmuz июля июль липня červenec července iulie \
srpnja heinäkuuta július juliol juuli jūlijs jūlijā liepos liepa юли јул jula julija
august aug août aout agosto sierpnia sierpień ağustos августа август серпня srpen srpna augusti \
augustus kolovoza elokuuta augusztus agost augusts augustā rugpjūčio rugpjūtis агуст agustus avgust \
avgusta
september sept sep septembre septiembre settembre setembro września wrzesień eylül сентября сентябрь \
вересня září septembrie rujna syyskuuta szeptember setembre septembris septembrī rugsėjo rugsėjis \
септември септембар septembra
october oct oktober octobre octubre ottobre outubro października październik ekim октября октябрь \
жовтня říjen října octombrie lokakuuta október okt oktoober oktobris oktobrī spalio spalis \
октомври октобар oktobra
november nov novembre noviembre novembro listopada listopad kasım ноября ноябрь листопада listopadu \
noiembrie studenoga marraskuuta novembris novembrī lapkričio lapkritis ноември новембар novembra
december dec dezember décembre decembre diciembre dicembre dezembro grudnia grudzień aralık декабря \
декабрь грудня prosinec prosince decembrie prosinca joulukuuta dez déc desembre detsember decembris \
decembrī gruodžio gruodis декември децембар decembra desember
"""

# The same in scripts of their own, month by month.
_MORE = """
يناير जनवरी ιανουαρίου ינואר มกราคม
فبراير شباط फ़रवरी फरवरी φεβρουαρίου פברואר กุมภาพันธ์
مارس آذار मार्च μαρτίου מרץ มีนาคม
أبريل ابريل إبريل نيسان अप्रैल απριλίου אפריל เมษายน
مايو أيار मई μαΐου מאי พฤษภาคม
يونيو حزيران जून ιουνίου יוני มิถุนายน
يوليو تموز जुलाई ιουλίου יולי กรกฎาคม
أغسطس اغسطس آب अगस्त αυγούστου אוגוסט สิงหาคม
سبتمبر أيلول सितंबर सितम्बर σεπτεμβρίου ספטמבר กันยายน
أكتوبر اكتوبر अक्टूबर अक्तूबर οκτωβρίου אוקטובר ตุลาคม
نوفمبر नवंबर नवम्बर νοεμβρίου נובמבר พฤศจิกายน
ديسمبر दिसंबर दिसम्बर δεκεμβρίου דצמבר ธันวาคม
"""
_WORD = r"(?:[^\W\d_]|[\u0900-\u0963\u0e31-\u0e4e]){2,15}"  # signs of vowels are no letters to Python

_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/]|\.\s?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)")
_BARE = re.compile(r"^(?:19|20)\d{6}(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<![\d.])([0-3]?\d)(?:st|nd|rd|th|er|º|\.)?[\s\xa0]{1,3}(?:(?:of|de|d')[\s\xa0]?)?"
    rf"({_WORD})\.?,?[\s\xa0]{{1,3}}(?:(?:de|del)[\s\xa0])?((?:19|20)\d\d)(?!\d)"
)
_MONTH_FIRST = re.compile(
    rf"({_WORD})\.?[\s\xa0]{{1,3}}([0-3]?\d)(?:st|nd|rd|th)?,?[\s\xa0]{{1,3}}((?:19|20)\d\d)(?!\d)"
)
_DOTTED = re.compile(r"(?<![\d./])([0-3]?\d)([./-])([01]?\d)\2((?:19|20)\d\d)(?![\d])")
_EAST = re.compile(r"((?:19|20)\d\d)\s?[年년]\s?(1[0-2]|0?[1-9])\s?[月월]\s?([12]\d|3[01]|0?[1-9])\s?[日일]")
_YEAR_FIRST = re.compile(
    rf"((?:19|20)\d\d)\.?,?[\s\xa0](?:m\.[\s\xa0])?({_WORD})[\s\xa0]([0-3]?\d)(?!\d|[:.]\d|[\s\xa0]?(?:19|20)\d\d)"
)
_THAI = re.compile(rf"([0-3]?\d)[\s\xa0]{{1,3}}({_WORD})[\s\xa0]{{1,3}}(?:พ\.ศ\.[\s\xa0]?)?(25\d\d)(?!\d)")
_ERA = re.compile(r"(令和|平成|昭和)\s?(元|\d{1,2})\s?年\s?(1[0-2]|0?[1-9])\s?月\s?([12]\d|3[01]|0?[1-9])\s?日")
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_MONTH_YEAR = re.compile(rf"({_WORD})\.?,?[\s\xa0]((?:19|20)\d\d)(?!\d)")
_DIGITS = {base + digit: 48 + digit for base in (0x660, 0x6F0, 0x966, 0xFF10) for digit in range(10)}
_YEAR = re.compile(r"(?:19|20|25)\d\d|令和|平成|昭和")
_SHORT_YEAR = re.compile(r"([0-3]\d)\.([01]\d)\.([0-4]\d)(?:\D{1,4}\d{1,2}[:.]\d\d.{0,8})?")
_EPOCH = re.compile(r"^1\d{9}(?:\d{3})?$")


@cache
def _months() -> dict[str, int]:
    months: dict[str, int] = {}
    for table in (_MONTHS, _MORE):
        for number, line in enumerate(table.strip().splitlines(), 1):
            for name in line.split():
                months.setdefault(name, number)
    return months


def month_of(word: str) -> int:
    """Return the month a word names in any language known, or 0."""
    return _months().get(word.lower(), 0) or _months().get(word.removeprefix("ב"), 0)  # Hebrew "in" is a prefix


def _iso(year: str | int, month: str | int, day: str | int) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def find_date(text: str, order: str = "") -> str:
    """Return the first full date in a short text as YYYY-MM-DD, or "" (also where it is doubtful)."""
    found = locate_date(text, order)
    return found[0] if found else ""


def locate_date(text: str, order: str = "") -> tuple[str, int, int] | None:
    """Return the first full date with its span in ``text``.

    ``order`` says what stands first in 3/4/2025: "day", "month", or "" where that is not known.
    """
    if not text.isascii():
        text = text.translate(_DIGITS)
    if _YEAR.search(text) is None:
        return None
    best: tuple[str, int, int] | None = None
    for pattern, read in (
        (_ISO, _read_iso),
        (_DAY_FIRST, _read_day_first),
        (_MONTH_FIRST, _read_month_first),
        (_DOTTED, _read_dotted),
        (_EAST, _read_east),
        (_ERA, _read_era),
        (_YEAR_FIRST, _read_year_first),
        (_THAI, _read_thai),
    ):
        for match in pattern.finditer(text):
            day = read(match) or (_read_ordered(match, order) if order and pattern is _DOTTED else "")
            if day and (best is None or match.start() < best[1]):
                best = (day, match.start(), match.end())
            if day:
                break
    return best


def _read_iso(match: re.Match[str]) -> str:
    return _iso(match.group(1), match.group(3), match.group(4))


def _read_day_first(match: re.Match[str]) -> str:
    month = month_of(match.group(2))
    return _iso(match.group(3), month, match.group(1)) if month else ""


def _read_month_first(match: re.Match[str]) -> str:
    month = month_of(match.group(1))
    return _iso(match.group(3), month, match.group(2)) if month else ""


def _read_dotted(match: re.Match[str]) -> str:
    """Read 22.12.2025 and 12/22/2025; 03/04/2025 says nothing certain, 03.04.2025 does."""
    first, sign, second, year = match.groups()
    if int(second) > 12:
        return _iso(year, first, second) if sign == "/" else ""
    if sign == "/" and int(first) <= 12 and first != second:
        return ""
    return _iso(year, second, first)


def _read_ordered(match: re.Match[str], order: str) -> str:
    first, _, second, year = match.groups()
    return _iso(year, second, first) if order == "day" else _iso(year, first, second)


def _read_year_first(match: re.Match[str]) -> str:
    month = month_of(match.group(2))
    return _iso(match.group(1), month, match.group(3)) if month else ""


def _read_thai(match: re.Match[str]) -> str:
    """Read a year of the Buddhist era."""
    month = month_of(match.group(2))
    return _iso(int(match.group(3)) - 543, month, match.group(1)) if month else ""


def short_date(text: str) -> str:
    """Read 04.03.18 where nothing but a clock stands beside it, or "": so short a date says little elsewhere."""
    found = _SHORT_YEAR.fullmatch(text.strip())
    return _iso(2000 + int(found.group(3)), found.group(2), found.group(1)) if found else ""


def _read_east(match: re.Match[str]) -> str:
    return _iso(match.group(1), match.group(2), match.group(3))


def _read_era(match: re.Match[str]) -> str:
    """Read a year of a Japanese reign, whose first is called yuan."""
    year = 1 if match.group(2) == "元" else int(match.group(2))
    return _iso(_ERAS[match.group(1)] + year, match.group(3), match.group(4))


def machine_date(value: str) -> str:
    """Read a date from metadata: ISO with or without a time, RFC 822, epoch seconds, or words.

    The day is the one written, in the page's own zone. A month or a year alone is kept as such.
    """
    value = value.strip()
    if not value or len(value) > 200:
        return ""
    if _EPOCH.match(value):
        return datetime.fromtimestamp(int(value[:10]), UTC).date().isoformat()
    if _BARE.match(value):
        return _iso(value[:4], value[4:6], value[6:8])
    full = find_date(value)
    if full:
        return full
    if re.fullmatch(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])", value) or re.fullmatch(r"(?:19|20)\d\d", value):
        return value
    if found := re.fullmatch(r"(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)\b.{0,20}", value):
        return _iso(found.group(3), found.group(1), found.group(2))
    if found := _MONTH_YEAR.fullmatch(value):
        month = month_of(found.group(1))
        return f"{found.group(2)}-{month:02}" if month else ""
    return ""


def plausible(day: str) -> bool:
    """Say whether a date can be that of an article: since 1990, not after tomorrow."""
    return day[:4] >= "1990" and day <= f"{datetime.now(UTC).date() + timedelta(days=1)}"
