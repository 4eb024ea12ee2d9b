"""Figures as people read them: "EUR 90000000000" is €90 billion."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from briefing_app.domain.entity import FigureKind
from briefing_app.ui.reader.words import date_words

SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "ILS": "₪", "INR": "₹", "UAH": "₴", "KRW": "₩", "TRY": "₺"}
_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_SUM = re.compile(r"([A-Z]{3})\s+(.+)$")


def readable(kind: FigureKind, value: str) -> str:
    """Return a normalised value in words; a range, "A/B", as "A to B"; what is none comes back as it is."""
    if kind is FigureKind.MONEY:
        match = _SUM.match(value)
        if match is None:
            return value
        sign = SIGNS.get(match[1])
        return _range(match[2], f"{sign}{{}}" if sign else f"{match[1]} {{}}")
    if kind is FigureKind.PERCENT:
        return _range(value, "{}").replace("%", " %")
    if kind is FigureKind.DATE:
        return " to ".join(date_words(part, short=True) for part in value.split("/") if part)
    return _range(value, "{}")


def _range(value: str, form: str) -> str:
    return " to ".join(form.format(amount(_bare(part))) for part in value.split("/") if part)


def _bare(part: str) -> str:
    return part.split(" ", 1)[1] if re.match(r"[A-Z]{3} ", part) else part


def amount(number: str) -> str:
    """Return a number with its scale: "90 billion", "1.35 million", "12,500"; other text as it is."""
    tail = "%" if number.endswith("%") else ""
    try:
        return _scaled(Decimal(number.rstrip("%")), tail)
    except InvalidOperation:
        return number


def _scaled(value: Decimal, tail: str) -> str:
    """Return a number with its scale; InvalidOperation for what is no number or beyond all scales."""
    for size, word in _SCALES:
        if abs(value) >= size:
            return f"{_plain(value / size)} {word}{tail}"
    return _plain(value) + tail


def _plain(value: Decimal) -> str:
    rounded = value.quantize(Decimal("0.001"))
    text = f"{rounded:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
