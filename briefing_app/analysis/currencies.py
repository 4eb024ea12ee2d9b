"""The moneys of the world: names, signs and prefixes; names that countries share are told by the country meant."""

from __future__ import annotations

import re

# Name of the money: codes, and how the country's name and adjective begin. The first is meant where nothing tells.
_SHARED: dict[str, dict[str, str]] = {
    "dollar": {
        "USD": r"US\b|U\.S\.|United States|America", "AUD": "Austral", "CAD": "Canad", "NZD": "New Zealand",
        "SGD": "Singapor", "HKD": "Hong Kong", "TWD": "Taiwan", "JMD": "Jamaica", "TTD": "Trinidad", "FJD": "Fiji",
        "GYD": "Guyan", "BBD": "Barbad", "BSD": "Baham", "BZD": "Beliz", "LRD": "Liberia", "NAD": "Namibia",
        "SRD": "Surinam", "SBD": "Solomon", "XCD": "East(?:ern)? Caribbean", "ZWL": "Zimbabwe", "BND": "Brunei",
        "BMD": "Bermud", "KYD": "Cayman",
    },
    "peso": {
        "MXN": "Mexic", "ARS": "Argentin", "CLP": "Chile", "COP": "Colombia", "PHP": "Philippin|Filipino|Manila",
        "UYU": "Uruguay", "CUP": "Cuba", "DOP": "Dominican",
    },
    "pound": {
        "GBP": "Brit|United Kingdom|UK|London|England|Scot", "EGP": "Egypt|Cairo", "SDG": "(?<!South )Sudan|Khartoum",
        "LBP": "Leban|Beirut", "SYP": "Syria|Damascus", "SSP": "South Sudan|Juba", "GIP": "Gibraltar",
        "FKP": "Falkland", "SHP": "Saint Helena",
    },
    "franc": {
        "CHF": "Swiss|Switzerland", "XOF": r"Senegal|Mali|Niger\b|Nigerien|Burkina|Ivor|Benin|Togo|CFA|West African",
        "XAF": "Cameroon|Chad|Gabon|Central African", "RWF": "Rwanda", "CDF": "Congo|Kinshasa", "BIF": "Burundi",
        "GNF": "(?<!New )Guinea", "DJF": "Djibouti", "KMF": "Comor", "XPF": "Pacific|CFP|Polynesia|New Caledonia",
    },
    "dinar": {
        "IQD": "Iraq|Baghdad", "TND": "Tunis", "DZD": "Algeri|Algiers", "JOD": "Jordan|Amman",
        "RSD": "Serbia|Belgrade", "LYD": "Libya|Tripoli", "KWD": "Kuwait", "BHD": "Bahrain", "MKD": "Macedonia",
    },
    "shilling": {"KES": "Kenya|Nairobi", "UGX": "Uganda|Kampala", "TZS": "Tanzania|Dodoma", "SOS": "Somali"},
    "rupee": {
        "INR": "India(?!n Ocean|na)|Delhi", "PKR": "Pakistan|Islamabad", "LKR": "Sri Lanka|Colombo",
        "NPR": "Nepal|Kathmandu", "MUR": "Mauriti", "SCR": "Seychell",
    },
    "krona": {"SEK": "Swed|Stockholm", "ISK": "Iceland|Reykjav", "NOK": "Norw|Oslo", "DKK": "Denmark|Danish"},
    "krone": {"NOK": "Norw|Oslo", "DKK": "Denmark|Danish|Copenhagen|Greenland|Faroe"},
    "rial": {"IRR": "Iran|Tehran", "OMR": "Oman|Muscat", "YER": "Yemen|Sana", "SAR": "Saudi", "QAR": "Qatar"},
    "riyal": {"SAR": "Saudi|Riyadh", "QAR": "Qatar|Doha", "YER": "Yemen|Sana", "OMR": "Oman"},
    "dirham": {"AED": "Emirat|UAE|Dubai|Abu Dhabi", "MAD": "Morocc|Rabat"},
    "won": {"KRW": "South Korea|Seoul|(?<!North )Korean", "KPW": "North Korea|Pyongyang"},
    "leu": {"RON": "Romania|Bucharest", "MDL": "Moldov|Chi[sș]in"},
    "manat": {"AZN": "Azerbaijan|Azeri|Baku", "TMT": "Turkmen|Ashgabat"},
    "som": {"KGS": "Kyrgyz|Bishkek", "UZS": "Uzbek|Tashkent"},
    "rouble": {"RUB": "Russia|Moscow", "BYN": "Belarus|Minsk"},
    "kwacha": {"ZMW": "Zambia|Lusaka", "MWK": "Malawi|Lilongwe", "PGK": "Papua New Guinea|Bougainville|Port Moresby"},
    "lira": {"TRY": "Turk|T[uü]rkiye|Ankara", "LBP": "Leban|Beirut", "SYP": "Syria|Damascus"},
    "guilder": {"ANG": "Antill", "AWG": "Aruba", "XCG": "Cura[cç]ao|Caribbean"},
    "mark": {"BAM": "Bosnia|convertible"},
    "crown": {"CZK": "Czech|Prague", "SEK": "Swed", "NOK": "Norw", "DKK": "Danish|Denmark"},
}  # fmt: skip

_OWN = {
    "euro": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "hryvnia": "UAH", "zloty": "PLN", "złoty": "PLN",
    "rand": "ZAR", "reais": "BRL", "naira": "NGN", "birr": "ETB", "shekel": "ILS", "baht": "THB", "ringgit": "MYR",
    "dong": "VND", "cedi": "GHS", "taka": "BDT", "tenge": "KZT", "rupiah": "IDR", "forint": "HUF", "sterling": "GBP",
    "riel": "KHR", "kina": "PGK", "kip": "LAK", "ariary": "MGA", "pula": "BWP", "dalasi": "GMD", "lari": "GEL",
    "dram": "AMD", "somoni": "TJS", "tugrik": "MNT", "tögrög": "MNT", "metical": "MZN", "meticais": "MZN",
    "ouguiya": "MRU", "lempira": "HNL", "guarani": "PYG", "guaraní": "PYG", "soles": "PEN", "gourde": "HTG",
    "pataca": "MOP", "ngultrum": "BTN", "rufiyaa": "MVR", "lilangeni": "SZL", "emalangeni": "SZL", "nakfa": "ERN",
    "denar": "MKD", "vatu": "VUV", "quetzal": "GTQ", "boliviano": "BOB", "kyat": "MMK", "afghani": "AFN",
    "kwanza": "AOA", "leone": "SLE", "loti": "LSL", "maloti": "LSL", "lev": "BGN", "leva": "BGN", "koruna": "CZK",
    "colon": "CRC", "colón": "CRC", "colones": "CRC", "córdoba": "NIO", "cordoba": "NIO", "bolivar": "VES",
    "bolívar": "VES", "bolívares": "VES", "bolivares": "VES", "balboa": "PAB", "dobra": "STN", "escudo": "CVE",
    "paʻanga": "TOP", "pa'anga": "TOP", "paanga": "TOP", "tala": "WST", "ruble": "RUB", "lek": "ALL", "hryvnya": "UAH",
    "hryvnias": "UAH",
}  # fmt: skip
_FORMS = {"kronor": "krona", "kroner": "krone", "kronur": "krona", "lei": "leu", "ruble": "rouble", "liras": "lira",
          "lire": "lira", "korunas": "koruna", "leks": "lek"}  # fmt: skip
_SHORT = {"rs": "rupee", "k": "kwacha", "sh": "shilling", "shs": "shilling", "fr": "franc", "kr": "krona"}

SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₦": "NGN", "₽": "RUB", "₴": "UAH",
    "₩": "KRW", "₺": "TRY", "₪": "ILS", "₫": "VND", "฿": "THB", "₱": "PHP", "₵": "GHS", "₸": "KZT",
    "₾": "GEL", "֏": "AMD", "₼": "AZN", "₮": "MNT", "₭": "LAK", "៛": "KHR", "₲": "PYG", "₡": "CRC", "৳": "BDT",
    "₨": "INR", "؋": "AFN",
}  # fmt: skip
DOLLARS = {
    "us": "USD", "u.s.": "USD", "usd": "USD", "a": "AUD", "au": "AUD", "aud": "AUD", "aus": "AUD", "c": "CAD",
    "ca": "CAD", "can": "CAD", "cad": "CAD", "mx": "MXN", "mex": "MXN", "nz": "NZD", "nzd": "NZD", "hk": "HKD",
    "s": "SGD", "sg": "SGD", "r": "BRL", "nt": "TWD", "j": "JMD", "ja": "JMD", "tt": "TTD", "fj": "FJD", "f": "FJD",
    "ec": "XCD", "g": "GYD", "gy": "GYD", "bds": "BBD", "b": "BSD", "bz": "BZD", "l": "LRD", "ld": "LRD", "n": "NAD",
    "sr": "SRD", "si": "SBD", "zw": "ZWL", "z": "ZWL", "bn": "BND", "ws": "WST", "t": "TOP", "mop": "MOP",
    "ar": "ARS", "arg": "ARS", "clp": "CLP", "ch": "CLP", "col": "COP", "cop": "COP", "rd": "DOP", "ci": "KYD",
    "uy": "UYU", "ur": "UYU",
}  # fmt: skip
PREFIXES = {
    "rs": "INR", "inr": "INR", "nrs": "NPR", "slrs": "LKR", "ksh": "KES", "kshs": "KES", "sh": "KES", "shs": "UGX",
    "rm": "MYR", "rp": "IDR", "zł": "PLN", "fr": "CHF", "sfr": "CHF", "rmb": "CNY", "yuan": "CNY", "gh": "GHS",
    "ghc": "GHS", "tsh": "TZS", "tshs": "TZS", "ush": "UGX", "ushs": "UGX", "birr": "ETB", "tk": "BDT", "cfa": "XOF",
    "fcfa": "XOF", "dh": "AED", "dhs": "AED", "kd": "KWD", "qr": "QAR", "ro": "OMR", "bd": "BHD", "jd": "JOD",
    "le": "EGP", "nis": "ILS", "php": "PHP", "kč": "CZK", "dkr": "DKK", "nkr": "NOK", "skr": "SEK", "kr": "SEK",
    "rf": "MVR", "nu": "BTN", "stg": "GBP", "k": "ZMW", "n": "NGN", "r": "ZAR", "p": "PHP",
}  # fmt: skip
LETTERS = frozenset("knrp")
"""Prefixes of one letter: they count only before a sum that is written as one (K5 million, R1,500)."""

CODES = frozenset(
    (
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF"
        " CHF CLP CNH CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD"
        " HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL"
        " LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR"
        " PLN PYG QAR RMB RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP"
        " TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWL"
    ).split()
)
WORDS_TOO = frozenset("ALL TOP CUP COP MOP SOS TRY LAK RON PEN BAM SDG AMD".split())
"""Codes that are also words or other short names: they count only beside a sum that is written as one."""

MONEY_BEFORE = "|".join(
    sorted({*CODES - WORDS_TOO, *"Rs RM KSh Ksh KShs Kshs TSh USh Sh Shs Tk Rp Dh Dhs Php".split()})
)
"""What stands before the figures of a sum without a space, as a pattern."""


def code_of(code: str) -> str:
    """Return the code by which a currency is kept (RMB and CNH are CNY)."""
    return "CNY" if code in ("RMB", "CNH") else code


def money_name(word: str) -> str:
    """Return the name of money that a word (lower case) is a form of, or ""."""
    for form in (word, word.removesuffix("s"), word.removesuffix("es")):
        name = _FORMS.get(form, form)
        if name in _SHARED or name in _OWN:
            return name
    return ""


def currency(name: str, whose: str = "") -> str:
    """Return the code of a money by its name and the words before it ("Congolese"), which may be empty."""
    shared = _SHARED.get(name)
    if shared is None:
        return _OWN[name]
    return next((code for code, stems in shared.items() if whose and re.search(rf"\b(?:{stems})", whose)), _first(name))


def _first(name: str) -> str:
    return next(iter(_SHARED[name]))


def own_currency(texts: tuple[str, ...], sum_text: str, value: str) -> str:
    """Return the value of a sum in the currency of the country that ``texts`` name, if its own words leave it open.

    ``texts`` are what stands around it, the nearest first; the first that names one of the countries decides.
    """
    name = _open_name(sum_text)
    if not name:
        return value
    for text in texts:
        counts = {code: len(re.findall(rf"\b(?:{stems})", text)) for code, stems in _SHARED[name].items()}
        best = max(counts, key=lambda code: counts[code])
        if counts[best]:
            return value if counts.get(value[:3], 0) >= counts[best] else best + value[3:]
    return value


def _open_name(sum_text: str) -> str:
    """Return the name of the money of a sum that does not say whose it is; "" for dollars and all that is sure."""
    words = sum_text.split()
    opening = re.match(r"[^\W\d_]+", sum_text)
    if opening and opening[0].lower() in _SHORT:
        return _SHORT[opening[0].lower()]
    names = [one for one in (money_name(word.lower()) for word in reversed(words)) if one in _SHARED]
    if not names or names[0] == "dollar" or any(word[0].isupper() for word in words if word[0].isalpha()):
        return ""
    return names[0]
