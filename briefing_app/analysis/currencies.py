"""Whose peso it is: names of money that several countries share, told by the country the text speaks of."""

from __future__ import annotations

import re

# Name of the money: codes, and how the country's name and adjective begin.
_SHARED: dict[str, dict[str, str]] = {
    "peso": {
        "MXN": "Mexic", "ARS": "Argentin", "CLP": "Chile", "COP": "Colombia", "PHP": "Philippin|Filipino|Manila",
        "UYU": "Uruguay", "CUP": "Cuba", "DOP": "Dominican",
    },
    "pound": {"EGP": "Egypt|Cairo", "SDG": "Sudan|Khartoum", "LBP": "Leban|Beirut", "SYP": "Syria|Damascus",
              "SSP": "South Sudan|Juba", "GBP": "Brit|United Kingdom|UK|London|England|Scot"},
    "franc": {"CHF": "Swiss|Switzerland", "XOF": "Senegal|Mali|Niger|Burkina|Ivor|Benin|Togo|CFA",
              "XAF": "Cameroon|Chad|Gabon|Central African", "RWF": "Rwanda", "CDF": "Congo", "BIF": "Burundi",
              "GNF": "Guinea", "DJF": "Djibouti"},
    "dinar": {"IQD": "Iraq|Baghdad", "TND": "Tunis", "DZD": "Algeri", "JOD": "Jordan|Amman", "RSD": "Serbia|Belgrade",
              "LYD": "Libya|Tripoli", "KWD": "Kuwait", "BHD": "Bahrain", "MKD": "Macedonia"},
    "shilling": {"KES": "Kenya|Nairobi", "UGX": "Uganda|Kampala", "TZS": "Tanzania|Dodoma", "SOS": "Somali"},
    "rupee": {"INR": "India|Delhi", "PKR": "Pakistan|Islamabad", "LKR": "Sri Lanka|Colombo", "NPR": "Nepal",
              "MUR": "Mauriti", "SCR": "Seychell"},
    "krona": {"SEK": "Swed|Stockholm", "ISK": "Iceland|Reykjav", "NOK": "Norw|Oslo", "DKK": "Denmark|Danish"},
    "krone": {"NOK": "Norw|Oslo", "DKK": "Denmark|Danish|Copenhagen|Greenland|Faroe"},
    "rial": {"IRR": "Iran|Tehran", "OMR": "Oman|Muscat", "YER": "Yemen"},
    "riyal": {"SAR": "Saudi|Riyadh", "QAR": "Qatar|Doha", "YER": "Yemen"},
    "dirham": {"AED": "Emirat|Dubai|Abu Dhabi", "MAD": "Morocc|Rabat"},
    "won": {"KRW": "South Korea|Seoul|Korean", "KPW": "North Korea|Pyongyang"},
    "leu": {"RON": "Romania|Bucharest", "MDL": "Moldov|Chi[sș]in"},
    "manat": {"AZN": "Azerbaijan|Baku", "TMT": "Turkmen"},
    "som": {"KGS": "Kyrgyz|Bishkek", "UZS": "Uzbek|Tashkent"},
}  # fmt: skip
_FORMS = {"pesos": "peso", "pounds": "pound", "francs": "franc", "dinars": "dinar", "shillings": "shilling",
          "rupees": "rupee", "kronor": "krona", "kroner": "krone", "kronur": "krona", "rials": "rial",
          "riyals": "riyal", "dirhams": "dirham", "lei": "leu"}  # fmt: skip


def own_currency(text: str, sum_text: str, value: str) -> str:
    """Return the value of a sum in the currency of the country that ``text`` names, if its own words leave it open."""
    words = sum_text.lower().split()
    name = next((_FORMS.get(word, word) for word in reversed(words) if _FORMS.get(word, word) in _SHARED), "")
    if not name or any(word[0].isupper() for word in sum_text.split() if word[0].isalpha()):
        return value
    counts = {
        code: len(re.findall(rf"\b(?:{stems})", text)) for code, stems in _SHARED[name].items()
    }  # fmt: skip
    best = max(counts, key=lambda code: counts[code])
    if not counts[best] or counts.get(value[:3], 0) >= counts[best]:
        return value
    return best + value[3:]
