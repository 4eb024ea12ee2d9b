"""What the control words of RTF mean to a reader of text."""

from __future__ import annotations

from briefing_app.ingest.shape import words

SIGNS = {
    "tab": "\t",
    "line": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "softline": " ",
    "~": "\xa0",
    "_": "‑",
}
"""Words and signs that stand for a character."""

SKIPPED = words(
    "fonttbl colortbl stylesheet pict object objdata header headerl headerr headerf footer footerl footerr footerf "
    "annotation atnid atnauthor atndate atnref atntime atrfstart atrfend bkmkstart bkmkend fldinst themedata "
    "colorschememapping datastore latentstyles listtable listoverridetable rsidtbl revtbl generator filetbl "
    "xmlnstbl xe tc tcn rxe private nonshppict blipuid docvar userprops template passwordhash mmathPr ftnsep "
    "ftnsepc aftnsep aftnsepc wgrffmtfilter do shpinst ud"
) - {"shpinst", "ud"}
"""Destinations whose text is none of the article's."""

KEPT_STARRED = words("shppict shpinst ud shptxt upr")
"""Optional destinations that are gone through all the same."""

ITEM_MARKS = words("listtext pntext pn")
"""Destinations that hold the mark of a list item."""

INFO = words("title author creatim revtim subject company")
"""Fields of the info group that are read."""

CHARSETS = {
    0: "cp1252",
    1: "",
    2: "symbol",
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
"""The code pages of a font's character set."""

PAGES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


def codepage(number: int) -> str:
    """Return the codec of a code page's number, windows-1252 for one unknown."""
    known = {10000: "mac_roman", 65001: "utf-8", 936: "gbk", 950: "big5", 949: "cp949", 932: "cp932", 1361: "johab"}
    if number in known:
        return known[number]
    usual = {437, 737, 775, 850, 852, 855, 857, 858, 860, 861, 862, 863, 864, 865, 866, 869, 874, *range(1250, 1259)}
    return f"cp{number}" if number in usual else "cp1252"
