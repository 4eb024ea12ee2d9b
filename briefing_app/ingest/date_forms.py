"""The forms in which the world writes a full date, each a pattern and how its parts are read."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from briefing_app.ingest import calendars
from briefing_app.ingest.calendars import iso
from briefing_app.ingest.months import ROMAN, month_of, solar_month_of

Read = Callable[[re.Match[str], str, str], str]
"""A reader gets a match, which of day and month stands first ("day", "month", ""), and the language."""


class Form(NamedTuple):
    """A way to write a date; ``needs`` are signs of which a text must hold one for it to be looked for."""

    pattern: re.Pattern[str]
    read: Read
    needs: str = ""


_Y = r"((?:19|20)\d\d)"
_S = r"[\s\xa0]{1,3}"
_D = r"([0-3]?\d)"
# Signs of vowels are no letters to Python; Thai and Lao shorten with dots inside; two Arabic months have two words.
_WORD = (
    r"((?:كانون|تشرين)[\s\xa0](?:[اأإ]لأ?ول|الثاني)|[\u0e01-\u0eff]{1,4}\.[\u0e01-\u0eff]{1,3}\.?"
    r"|(?:[^\W\d_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0900-\u0963\u0981-\u0fff\u1000-\u109f\u1780-\u17d3\u200c]){2,15})"
)
_CLOCK = r"(?:(?:at[\s\xa0]|,[\s\xa0]?)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[\s\xa0]?[AaPp]\.?[Mm]\.?)?,?[\s\xa0])"


def _day_first(match: re.Match[str], order: str, language: str) -> str:
    del order
    return iso(match.group(3), month_of(match.group(2), language), match.group(1))


def _month_first(match: re.Match[str], order: str, language: str) -> str:
    del order
    return iso(match.group(3), month_of(match.group(1), language), match.group(2))


def _year_first(match: re.Match[str], order: str, language: str) -> str:
    del order
    return iso(match.group(1), month_of(match.group(2), language), match.group(3))


def _year_day(match: re.Match[str], order: str, language: str) -> str:
    del order
    return iso(match.group(1), month_of(match.group(3), language), match.group(2))


def _figures(match: re.Match[str], order: str, language: str) -> str:
    del order, language
    return iso(match.group(1), match.group(3), match.group(4))


def _year_last(match: re.Match[str], order: str, language: str) -> str:
    """Read 22.12.2025 and 12/22/2025; 03/04/2025 says nothing certain without an order, 03.04.2025 does."""
    del language
    first, sign, second, year = match.groups()
    sign = sign.strip()
    if int(second) > 12:
        return iso(year, first, second) if sign != "." or order == "month" else ""
    if sign != "/" or first == second or int(first) > 12:
        return iso(year, second, first)
    if not order:
        return ""
    return iso(year, second, first) if order == "day" else iso(year, first, second)


def _plain(match: re.Match[str], order: str, language: str) -> str:
    del order, language
    return iso(*match.groups())


def _turned(match: re.Match[str], order: str, language: str) -> str:
    del order, language
    return iso(*reversed(match.groups()))


def _roman(match: re.Match[str], order: str, language: str) -> str:
    del order, language
    return iso(match.group(3), ROMAN[match.group(2)], match.group(1))


def _era(match: re.Match[str], order: str, language: str) -> str:
    del order, language
    return calendars.of_era(*match.groups())


def _numerals(match: re.Match[str], order: str, language: str) -> str:
    del order, language
    return iso(*(calendars.of_numerals(one) for one in match.groups()))


def _week(match: re.Match[str], order: str, language: str) -> str:
    del order, language
    return calendars.of_week(*match.groups())


def _vietnamese(match: re.Match[str], order: str, language: str) -> str:
    """Read "Tháng Ba 4, 2021": a month is a number, written as a word or in figures."""
    del order, language
    month = match.group(1)
    return iso(match.group(3), month if month.isdigit() else month_of(" ".join(month.split()), "vi"), match.group(2))


def _thai(match: re.Match[str], order: str, language: str) -> str:
    del order
    month = month_of(match.group(2), language or "th")
    return calendars.of_buddha(match.group(3), month, match.group(1))


def _thai_figures(match: re.Match[str], order: str, language: str) -> str:
    del order, language
    return calendars.of_buddha(match.group(4), match.group(3), match.group(1))


def _solar(match: re.Match[str], order: str, language: str) -> str:
    del order, language
    return calendars.of_iran(match.group(3), solar_month_of(match.group(2)), match.group(1))


def _solar_figures(match: re.Match[str], order: str, language: str) -> str:
    del order, language
    return calendars.of_iran(match.group(1), match.group(3), match.group(4))


_ARABIC = "اآبیيهة"
_HAN = "年"
_THAI = "กขคงจชดตถทนบปผพมยรลวสหอะาิีึุูเแโใไ"
_NUMERAL = "〇○零一二三四五六七八九十廿"

FORMS = (
    Form(re.compile(rf"(?<!\d){_Y}([-/]|\.\s?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)"), _figures),
    Form(
        re.compile(
            rf"(?<![\d.]){_D}(?:st|nd|rd|th|er|º|ª|η|ης|ος|-?го|-?е|a|ta|an)?[.,]?"
            r"(?:[\s\xa0]{1,3}|-|/|(?<=\.))(?:(?:of|de|d['’]|del|da|di|the|ta['’])[\s\xa0]?)?"
            rf"{_WORD}(?:/[^\W\d_]{{2,12}})?\.?(?:,|،)?(?:{_S}|-|/|(?<=\.))(?:(?:de|del|of|سنة|عام)[\s\xa0])?{_CLOCK}?{_Y}(?!\d)"
        ),
        _day_first,
    ),
    Form(
        re.compile(rf"{_WORD}[.,]?(?:{_S}|-)(?:the[\s\xa0])?{_D}(?:st|nd|rd|th)?(?:,(?:{_S})?|{_S}|-){_Y}(?!\d)"),
        _month_first,
    ),
    Form(
        re.compile(rf"{_WORD}{_S}{_D}{_S}\d\d:\d\d(?::\d\d)?{_S}(?:[A-Z]{{2,5}}{_S}|[+-]\d{{4}}{_S})?{_Y}(?!\d)"),
        _month_first,
    ),
    Form(re.compile(rf"(?<![\d./]){_D}(\s?[./-]\s?)([01]?\d|[0-3]\d)\2{_Y}(?!\d)"), _year_last),
    Form(
        re.compile(rf"{_Y}\s?[年년]\s?(1[0-2]|0?[1-9])\s?[月월]\s?([12]\d|3[01]|0?[1-9])\s?[日일號号]?"), _plain, "年년"
    ),
    Form(
        re.compile(
            r"(令和|平成|昭和|民[國国])\s?(元|\d{1,3})\s?年\s?(1[0-2]|0?[1-9])\s?月\s?([12]\d|3[01]|0?[1-9])\s?日"
        ),
        _era,
        _HAN,
    ),
    Form(re.compile(rf"([一二][{_NUMERAL}]{{3}})年([{_NUMERAL}]{{1,3}})月([{_NUMERAL}]{{1,3}})日"), _numerals, _HAN),
    Form(
        re.compile(
            rf"{_Y}(?:\.|-?e?ko|[\s\xa0](?:m\.|ж\.))?,?[\s\xa0-]{_WORD}\.?[\s\xa0-]{_D}(?!\d|[:.]\d|[\s\xa0]?(?:19|20)\d\d)"
        ),
        _year_first,
    ),
    Form(
        re.compile(rf"{_Y}\.?[\s\xa0-](?:gada|жылғы|жылы|йил|yil|жылдын|елның)[\s\xa0]{_D}\.?[\s\xa0-]{{1,3}}{_WORD}"),
        _year_day,
    ),
    Form(
        re.compile(rf"{_D}(?:{_S}|-)(?:[Tt]háng{_S}|/)(1[0-2]|0?[1-9])(?:,?{_S}|-)(?:năm[\s\xa0])?{_Y}(?!\d)"),
        _turned,
        "áh",
    ),
    Form(
        re.compile(rf"[Tt]háng{_S}((?:[Mm]ười{_S})?[^\W\d_]{{2,4}}|\d{{1,2}}){_S}{_D},?{_S}{_Y}(?!\d)"),
        _vietnamese,
        "á",
    ),
    Form(
        re.compile(rf"{_Y}[\s\xa0]оны?[\s\xa0](\d{{1,2}})(?:-р|-ын|-ийн)?[\s\xa0]сарын[\s\xa0](\d{{1,2}})"), _plain, "ы"
    ),
    Form(
        re.compile(
            rf"(?<![\d.]){_D}(?:\.[\s\xa0]?|[/\s\xa0-])(I{{1,3}}|IV|VI{{0,3}}|IX|XI{{0,2}}|X)(?:\.[\s\xa0]?|[/\s\xa0-]){_Y}(?!\d)"
        ),
        _roman,
        "IVX",
    ),
    Form(re.compile(r"(?<!\w)((?:19|20)\d\d)-?W([0-5]\d)-?([1-7])(?!\w)"), _week, "W"),
    Form(
        re.compile(rf"{_D}[\s\xa0]{{0,3}}{_WORD}[\s\xa0]{{0,3}}(?:พ\.?[\s\xa0]?ศ\.?[\s\xa0]?)?(25\d\d)(?!\d)"),
        _thai,
        _THAI,
    ),
    Form(re.compile(rf"(?<![\d./]){_D}([./-])(1[0-2]|0?[1-9])\2(25\d\d)(?!\d)"), _thai_figures),
    Form(
        re.compile(
            rf"{_D}[\s\xa0]{{0,3}}(?:م[اﺍ]ه[\s\xa0])?{_WORD}(?:[\s\xa0]م[اﺍ]ه)?[،,]?{_S}(?:سال[\s\xa0])?(1[34]\d\d)(?!\d)"
        ),
        _solar,
        _ARABIC,
    ),
)

SOLAR = Form(
    re.compile(r"(?<!\d)(1[34]\d\d)([-/]|\.\s?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)"), _solar_figures
)
"""Figures of the Iranian year; read only where the text is Persian."""
