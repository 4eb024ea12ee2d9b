"""Makes resources/calendar/months.txt: how languages name the months, after the Unicode CLDR (as Babel ships it)."""

from __future__ import annotations

import re
from pathlib import Path

from babel import Locale

LANGUAGES = (
    "en de fr es it pt nl pl cs sk hu ro sv da nb fi et lv lt tr ru uk be bg mk sr sr_Latn hr bs sl el sq ca gl eu ga "
    "cy is mt ar fa he ur hi mr ne bn gu pa ta te kn ml si th lo km my ka hy az kk ky uz tg tk id ms tl sw af am so "
    "ha zu eo lb br fy ps ku or as rm hsb"
)
OUT = Path(__file__).resolve().parent.parent / "resources" / "calendar" / "months.txt"

# Forms that dates in running text take and CLDR does not list, month by month.
MORE = {
    "en": "- - - - - - - - sept - - -",
    "de": "jänner,jän feber mrz - - - - - - - - -",
    "es": "- - - - - - - - set,setiembre,sep - - -",
    "fr": "- fév mar - - jun juill,jul aou - - - -",
    "it": "- - - - - - - - sett - - -",
    "nl": "- - mar - - - - - sept - - -",
    "da": "- - - - - - - - sept - - -",
    "lv": "janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī",
    "eu": "urtarrilaren otsailaren martxoaren apirilaren maiatzaren ekainaren uztailaren abuztuaren irailaren urriaren "
    "azaroaren abenduaren",
    "ar": "جانفي,كانون_الثاني فيفري,شباط آذار أفريل,نيسان,ابريل,إبريل ماي,أيار جوان,يونية,حزيران جويلية,يوليوز,تموز "
    "أوت,غشت,آب,اغسطس شتنبر,أيلول تشرين_الأول نونبر,تشرين_الثاني دجنبر,كانون_الأول",
    "hi": "- फरवरी - - - - - - सितम्बर अक्तूबर नवम्बर दिसम्बर",
    "ru": "- фев - - - - - - сен - - -",
    "hr": "- - - - - - - - - - studeni -",
    "ka": "იანვარს თებერვალს მარტს აპრილს მაისს ივნისს ივლისს აგვისტოს სექტემბერს ოქტომბერს ნოემბერს დეკემბერს",
    "id": "- peb - - - - - agust - - nop -",
    "fa": "- - - - مه جون جولای آگوست - - - دیسامبر",
    "vi": "một hai ba tư năm sáu bảy tám chín mười mười_một mười_hai",
}
_HEBREW = re.compile("[\u0590-\u05ff]")


def names_of(language: str) -> list[list[str]]:
    """Return the names of the twelve months, each in the forms that a language writes."""
    months: list[list[str]] = [[] for _ in range(12)]
    for forms in Locale.parse(language).months.values() if language != "vi" else ():
        for width in ("wide", "abbreviated"):
            for number, name in forms[width].items():
                word = name.lower().strip().rstrip(".").replace("\u200c", "").replace("\u200e", "")
                # Babel mixes forms of other languages into some that have none of their own.
                strange = bool(_HEBREW.search(word)) and language != "he"
                if " " not in word and not strange and not any(map(str.isdigit, word)):
                    months[number - 1].append(word)
    for number, more in enumerate(MORE.get(language, "").split()):
        months[number] += [word for word in more.split(",") if word != "-"]
    return [list(dict.fromkeys(month)) for month in months]


def main() -> None:
    """Write the table, a language a line."""
    lines = []
    for language in [*LANGUAGES.split(), "vi"]:
        months = names_of(language)
        lines.append(f"{language.replace('_Latn', '')}\t{'|'.join(map(' '.join, months))}\n")
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
