"""Sums of money: "€90bn", "ninety billion euros", "$1.2-1.5 billion", "Rs 500 crore"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefing_app.analysis.quantities import DASHES, Quantity
from briefing_app.analysis.values import Value
from briefing_app.analysis.wordnumbers import plain
from briefing_app.domain.entity import FigureKind

if TYPE_CHECKING:
    from briefing_app.analysis.page import Token

_SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₦": "NGN", "₽": "RUB", "₴": "UAH",
    "₩": "KRW", "₺": "TRY", "₪": "ILS", "₫": "VND", "฿": "THB", "₱": "PHP", "₵": "GHS", "₸": "KZT",
}  # fmt: skip
_DOLLARS = {
    "us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD", "mx": "MXN",
    "nz": "NZD",
    "hk": "HKD", "s": "SGD", "r": "BRL", "nt": "TWD", "j": "JMD", "tt": "TTD", "fj": "FJD",
}  # fmt: skip
CURRENCY_CODES = frozenset(
    (
        "USD EUR GBP JPY CNY INR RUB UAH CHF AUD CAD NZD SEK NOK DKK PLN CZK HUF TRY ZAR BRL MXN KES NGN"
        " EGP ETB GHS TZS UGX XOF XAF SAR AED QAR KWD IRR IQD ILS PKR BDT LKR NPR IDR MYR SGD HKD TWD KRW"
        " THB VND PHP ARS CLP COP PEN ISK RON BGN RSD GEL AMD AZN KZT UZS ZMW MWK MZN AOA RMB"
    ).split()
)
_PREFIXES = {
    "rs": "INR", "rs.": "INR", "inr": "INR", "ksh": "KES", "kshs": "KES", "sh": "KES", "rm": "MYR",
    "rp": "IDR", "zł": "PLN", "fr": "CHF", "sfr": "CHF", "rmb": "CNY", "yuan": "CNY", "us$": "USD",
    "gh": "GHS", "tsh": "TZS", "ush": "UGX", "birr": "ETB",
}  # fmt: skip
_NAMES = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY",
    "rupee": "INR", "rouble": "RUB", "ruble": "RUB", "hryvnia": "UAH", "zloty": "PLN", "won": "KRW",
    "rand": "ZAR", "real": "BRL", "reais": "BRL", "naira": "NGN", "birr": "ETB", "shekel": "ILS",
    "lira": "TRY", "franc": "CHF", "peso": "MXN", "baht": "THB", "ringgit": "MYR", "dirham": "AED",
    "riyal": "SAR", "rial": "IRR", "dong": "VND", "krona": "SEK", "kronor": "SEK", "krone": "NOK",
    "kroner": "NOK", "kwacha": "ZMW", "cedi": "GHS", "taka": "BDT", "tenge": "KZT", "dinar": "IQD",
    "shilling": "KES", "rupiah": "IDR", "forint": "HUF", "leu": "RON", "lei": "RON", "sterling": "GBP",
    "riel": "KHR", "kina": "PGK", "manat": "AZN", "kip": "LAK", "ariary": "MGA", "pula": "BWP", "dalasi": "GMD",
    "lari": "GEL", "dram": "AMD", "somoni": "TJS", "tugrik": "MNT", "metical": "MZN", "meticais": "MZN",
    "ouguiya": "MRU", "lempira": "HNL", "guarani": "PYG", "soles": "PEN", "gourde": "HTG", "pataca": "MOP",
    "ngultrum": "BTN", "rufiyaa": "MVR", "lilangeni": "SZL", "nakfa": "ERN", "denar": "MKD", "vatu": "VUV",
    "ruble ": "RUB", "quetzal": "GTQ", "boliviano": "BOB", "kyat": "MMK", "afghani": "AFN",
}  # fmt: skip
_OF = {
    ("us", "dollar"): "USD", ("u.s.", "dollar"): "USD", ("american", "dollar"): "USD",
    ("australian", "dollar"): "AUD", ("canadian", "dollar"): "CAD", ("zealand", "dollar"): "NZD",
    ("singapore", "dollar"): "SGD", ("kong", "dollar"): "HKD", ("taiwan", "dollar"): "TWD",
    ("egyptian", "pound"): "EGP", ("sudanese", "pound"): "SDG", ("lebanese", "pound"): "LBP",
    ("syrian", "pound"): "SYP", ("british", "pound"): "GBP", ("pakistani", "rupee"): "PKR",
    ("lankan", "rupee"): "LKR", ("nepali", "rupee"): "NPR", ("nepalese", "rupee"): "NPR",
    ("cfa", "franc"): "XOF", ("swiss", "franc"): "CHF", ("congolese", "franc"): "CDF",
    ("rwandan", "franc"): "RWF", ("philippine", "peso"): "PHP", ("argentine", "peso"): "ARS",
    ("chilean", "peso"): "CLP", ("colombian", "peso"): "COP", ("mexican", "peso"): "MXN",
    ("ugandan", "shilling"): "UGX", ("tanzanian", "shilling"): "TZS", ("somali", "shilling"): "SOS",
    ("kenyan", "shilling"): "KES", ("danish", "krone"): "DKK", ("danish", "kroner"): "DKK",
    ("norwegian", "kroner"): "NOK", ("kuwaiti", "dinar"): "KWD", ("tunisian", "dinar"): "TND",
    ("algerian", "dinar"): "DZD", ("jordanian", "dinar"): "JOD", ("serbian", "dinar"): "RSD",
    ("libyan", "dinar"): "LYD", ("moroccan", "dirham"): "MAD", ("qatari", "riyal"): "QAR",
    ("icelandic", "krona"): "ISK", ("icelandic", "kronur"): "ISK",
}  # fmt: skip


def find_money(tokens: list[Token], numbers: list[Quantity]) -> list[Value]:
    """Return the sums of a sentence; values are ``USD 55000000``, ranges ``USD 1200000000/1500000000``."""
    found: list[Value] = []
    index = 0
    while index < len(numbers):
        one = numbers[index]
        two = numbers[index + 1] if index + 1 < len(numbers) else None
        pair = _range(tokens, one, two) if two else None
        if pair:
            found.append(pair)
            index += 2
            continue
        single = _single(tokens, one)
        if single:
            found.append(single)
        index += 1
    return found


def _single(tokens: list[Token], one: Quantity) -> Value | None:
    first, code = _before(tokens, one.first)
    if not code:
        code, last = _after(tokens, one.last)
        if not code:
            return None
        first = one.first
    else:
        last = one.last
    return _made(tokens, first, last, f"{code} {plain(one.value)}", code)


def _range(tokens: list[Token], one: Quantity, two: Quantity) -> Value | None:
    """Read two numbers as the ends of a range of money, if a dash, "to" or "and" joins them."""
    first, code = _before(tokens, one.first)
    second_first, second_code = _before(tokens, two.first)
    middle = [token.lower for token in tokens[one.last : min(second_first, two.first)]]
    last = two.last
    own_after, own_last = _after(tokens, one.last)
    if own_after and not code:
        code = own_after
        first = one.first
        middle = middle[own_last - one.last :]
    after, after_last = _after(tokens, two.last)
    if not code:
        code, first = after, one.first
    if after and not second_code:
        last = after_last
    if not code or not (second_code or after or code):
        return None
    if len(middle) != 1 or not (middle[0] in DASHES or middle[0] in ("to", "and", "or")):
        return None
    if middle[0] == "and" and not (first and tokens[first - 1].lower == "between"):
        return None
    if (second_code or after or code) != code:
        return None
    if middle[0] in ("to", "or", "and") and not (second_code or after or two.scaled):
        return None
    low, high = one.value, two.value
    if not one.scaled and two.scaled and two.bare:
        low *= two.value / two.bare if not two.words else _scale_of(two.value)
    if low >= high:
        return None
    return _made(tokens, first, last, f"{code} {plain(low)}/{plain(high)}", code)


def _scale_of(value: Decimal) -> Decimal:
    for exponent in (12, 9, 6, 3):
        if value >= Decimal(10) ** exponent:
            return Decimal(10) ** exponent
    return Decimal(1)


def _before(tokens: list[Token], first: int) -> tuple[int, str]:
    """Return the currency that stands in front of token ``first`` and where it starts."""
    if first == 0:
        return first, ""
    token = tokens[first - 1]
    if token.text in _SIGNS:
        code, start = _SIGNS[token.text], first - 1
        if token.text == "$" and first >= 2 and tokens[first - 2].end == token.start:
            country = _DOLLARS.get(tokens[first - 2].lower)
            if country:
                return first - 2, country
        return start, code
    if token.text in CURRENCY_CODES:
        return first - 1, "CNY" if token.text == "RMB" else token.text
    if token.lower in _PREFIXES and token.is_capital:
        return first - 1, _PREFIXES[token.lower]
    if token.text == "." and first >= 2 and tokens[first - 2].text == "Rs":
        return first - 2, "INR"
    return first, ""


def _after(tokens: list[Token], last: int) -> tuple[str, int]:
    """Return the currency named behind token ``last`` and where it ends."""
    words: list[str] = []
    for index in range(last, min(last + 4, len(tokens))):
        token = tokens[index]
        if token.text in CURRENCY_CODES and not words:
            return ("CNY" if token.text == "RMB" else token.text), index + 1
        if token.text in _SIGNS and not words:
            return _SIGNS[token.text], index + 1
        lower = token.lower
        name = lower[:-1] if lower.endswith("s") and lower[:-1] in _NAMES else lower
        if name in _NAMES and (not words or token.lower != "real"):
            code = _OF.get((words[-1], name), "") if words else ""
            if words and not code and words[-1] not in _DEMONYMS_OF_DEFAULT:
                return "", last
            return code or _NAMES[name], index + 1
        if token.is_capital or (lower == "-" and not words):
            if lower != "-":
                words.append(lower)
            continue
        return "", last
    return "", last


_DEMONYMS_OF_DEFAULT = frozenset(
    (
        "indian japanese chinese russian ukrainian polish korean south african nigerian ethiopian israeli"
        " turkish thai malaysian emirati saudi iranian vietnamese swedish zambian ghanaian bangladeshi"
        " kazakh iraqi indonesian hungarian romanian brazilian"
    ).split()
)


def _made(tokens: list[Token], first: int, last: int, value: str, code: str) -> Value:
    start, end = tokens[first].start, tokens[last - 1].end
    return Value(FigureKind.MONEY, start, end, value, f"A sum of money in {code}.", (first, last))
