"""The Encoding Standard's table of labels, whole, and what its decoders make of telling bytes."""

from __future__ import annotations

import pytest

from briefing_app.ingest.encoding.decoding import decode
from briefing_app.ingest.encoding.labels import decode_as, encoding_of

LABELS = {
    "utf-8": "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8",
    "ibm866": "866 cp866 csibm866 ibm866",
    "iso-8859-2": "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2",
    "iso-8859-3": "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3",
    "iso-8859-4": "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4",
    "iso-8859-5": "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988",
    "iso-8859-6": "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e "
    "iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987",
    "iso-8859-7": "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 "
    "iso_8859-7 iso_8859-7:1987 sun_eu_greek",
    "iso-8859-8": "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 "
    "iso_8859-8 iso_8859-8:1988 visual",
    "iso-8859-8-i": "csiso88598i iso-8859-8-i logical",
    "iso-8859-10": "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6",
    "iso-8859-13": "iso-8859-13 iso8859-13 iso885913",
    "iso-8859-14": "iso-8859-14 iso8859-14 iso885914",
    "iso-8859-15": "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9",
    "iso-8859-16": "iso-8859-16",
    "koi8-r": "cskoi8r koi koi8 koi8-r koi8_r",
    "koi8-u": "koi8-ru koi8-u",
    "macintosh": "csmacintosh mac macintosh x-mac-roman",
    "windows-874": "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874",
    "windows-1250": "cp1250 windows-1250 x-cp1250",
    "windows-1251": "cp1251 windows-1251 x-cp1251",
    "windows-1252": "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 "
    "iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252",
    "windows-1253": "cp1253 windows-1253 x-cp1253",
    "windows-1254": "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 "
    "latin5 windows-1254 x-cp1254",
    "windows-1255": "cp1255 windows-1255 x-cp1255",
    "windows-1256": "cp1256 windows-1256 x-cp1256",
    "windows-1257": "cp1257 windows-1257 x-cp1257",
    "windows-1258": "cp1258 windows-1258 x-cp1258",
    "x-mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "gbk": "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk",
    "gb18030": "gb18030",
    "big5": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
    "euc-jp": "cseucpkdfmtjapanese euc-jp x-euc-jp",
    "iso-2022-jp": "csiso2022jp iso-2022-jp",
    "shift_jis": "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis",
    "euc-kr": "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 "
    "windows-949",
    "replacement": "csiso2022kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext iso-2022-kr replacement",
    "utf-16be": "unicodefffe utf-16be",
    "utf-16le": "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le",
    "x-user-defined": "x-user-defined",
}


@pytest.mark.parametrize("name", LABELS)
def test_labels_when_looked_up_in_any_case_then_all_of_the_standard(name: str) -> None:
    for label in LABELS[name].split():
        assert encoding_of(label) == name
        assert encoding_of(f"\t {label.upper()}\n") == name


BYTES = [
    ("utf-8", b"\xe2\x82\xac", "€"),
    ("ibm866", b"\x8f\xe0\xa8\xa2\xa5\xe2", "Привет"),
    ("iso-8859-2", b"\xb1\xe6\xea\xb3\xf1\xf3\xb6\xbc\xbf", "ąćęłńóśźż"),
    ("iso-8859-3", b"\xa6\xb6\xbb", "Ĥĥğ"),
    ("iso-8859-4", b"\xba\xe0\xff", "ēā˙"),
    ("iso-8859-5", b"\xbf\xe0\xd8\xd2\xd5\xe2", "Привет"),
    ("iso-8859-6", b"\xe5\xd1\xcd\xc8\xc7", "مرحبا"),
    ("iso-8859-7", b"\xc3\xe5\xe9\xdc \xa4", "Γειά €"),
    ("iso-8859-8", b"\xf9\xec\xe5\xed", "שלום"),
    ("iso-8859-8-i", b"\xf9\xec\xe5\xed", "שלום"),
    ("iso-8859-10", b"\xa1\xbd", "Ą―"),
    ("iso-8859-13", b"\xc0\xeb\xff", "Ąė’"),
    ("iso-8859-14", b"\xa1\xd0\xf0", "ḂŴŵ"),
    ("iso-8859-15", b"\xa4\xbd", "€œ"),
    ("iso-8859-16", b"\xaa\xba\xa5", "Șș„"),
    ("koi8-r", b"\xf0\xd2\xc9\xd7\xc5\xd4", "Привет"),
    ("koi8-u", b"\xf0\xd2\xc9\xd7\xa6\xd4 \xae\xbe", "Привіт ўЎ"),
    ("macintosh", b"\x8e\xdb\xd2", "é€“"),
    ("windows-874", b"\xca\xc7\xd1\xca\xb4\xd5\x80\x85", "สวัสดี€…"),
    ("windows-874", b"a\x81b", "a\x81b"),
    ("windows-1250", b"\x8a\x9e\xb9", "Šžą"),
    ("windows-1251", b"\xcf\xf0\xe8\xe2\xb3\xf2", "Привіт"),
    ("windows-1252", b"\x80\x93\x94\x81\x9f", "€“”\x81Ÿ"),
    ("windows-1253", b"\xc3\xe5\xe9\xdc \x80", "Γειά €"),
    ("windows-1254", b"\xd0\xfd\xfe", "Ğış"),
    ("windows-1255", b"\xf9\xec\xe5\xed \xa4\xca", "שלום ₪ֺ"),
    ("windows-1256", b"\xe3\xd1\xcd\xc8\xc7 \x81", "مرحبا پ"),
    ("windows-1257", b"\xe0\xe8\xeb\xfe", "ąčėž"),
    ("windows-1258", b"\xd2\xfe", "\u0309₫"),
    ("x-mac-cyrillic", b"\x8f\xf0\xe8\xa2\xb6\xff", "ПриҐґ€"),
    ("gbk", b"\xc4\xe3\xba\xc3\x80", "你好€"),
    ("gbk", b"\xa2\xe3\xa8\xbf", "€ǹ"),
    ("gbk", b"\x81\x30\x81\x30", "\x80"),
    ("gb18030", b"\x94\x39\xda\x33", "💩"),
    ("gb18030", b"\xa6\xd9\xa6\xed\xfe\x59", "\ufe10\ufe18\u9fb4"),
    ("big5", b"\xa7\x41\xa6\x6e", "你好"),
    ("big5", b"\xa1\x45\xa1\x4e", "‧﹑"),
    ("big5", b"\x87\x40\x88\x62", "䏰Ê̄"),
    ("euc-jp", b"\xc6\xfc\xcb\xdc", "日本"),
    ("euc-jp", b"\xad\xa1\xad\xb5", "①Ⅰ"),
    ("euc-jp", b"\xa1\xc1\xa1\xdd\xa1\xc2", "～－∥"),
    ("euc-jp", b"\x8e\xb1\x8e\xb2", "ｱｲ"),
    ("euc-jp", b"\x8f\xb0\xa1", "丂"),
    ("euc-jp", b"\xf9\xa1", "纊"),
    ("euc-jp", b"a\xa4\xa2\nb", "aあ\nb"),
    ("iso-2022-jp", b"\x1b$B$3$s\x1b(Bab", "こんab"),
    ("iso-2022-jp", b"\x1b$@F|K\\\x1b(J\\~", "日本¥‾"),
    ("iso-2022-jp", b"\x1b(I12\x1b(B", "ｱｲ"),
    ("iso-2022-jp", b"\x1b$B-!\x1b(B", "①"),
    ("shift_jis", b"\x93\xfa\x96\x7b\x87\x40", "日本①"),
    ("shift_jis", b"\x81\x60\x81\x7c\\~\x80", "～－\\~\x80"),
    ("shift_jis", b"\xb1\xb2\xfa\x40", "ｱｲⅰ"),
    ("euc-kr", b"\xc7\xd1\xb1\xdb", "한글"),
    ("euc-kr", b"\x81\x41\xc6\x52", "갂힣"),
    ("utf-16le", b"a\0\xac\x20", "a€"),
    ("utf-16be", b"\0a\x20\xac", "a€"),
    ("x-user-defined", b"a\x80\xff", "a\uf780\uf7ff"),
]


@pytest.mark.parametrize(("name", "data", "text"), BYTES)
def test_decoders_when_given_telling_bytes_then_the_standards_characters(name: str, data: bytes, text: str) -> None:
    assert decode_as(data, name) == text


WRONG = [
    ("euc-jp", b"\xc6"),
    ("euc-jp", b"\xc6\x41"),
    ("euc-jp", b"\xff\xff"),
    ("iso-2022-jp", b"\x1b$B$3\xff"),
    ("iso-2022-jp", b"\x1bX"),
    ("shift_jis", b"\x81"),
    ("shift_jis", b"\xff"),
    ("shift_jis", b"\xa0"),
    ("gbk", b"\xff\xff"),
    ("utf-8", b"\xc0\xaf"),
    ("utf-8", b"\xed\xa0\x80"),
    ("euc-kr", b"\xff"),
    ("iso-8859-6", b"\xa1"),
    ("nonsense", b"a"),
]


@pytest.mark.parametrize(("name", "data"), WRONG)
def test_decoders_when_bytes_do_not_fit_then_none(name: str, data: bytes) -> None:
    assert decode_as(data, name) is None


PAGE = b"<meta charset=%b><p>"
WHOLE = [
    (b"\xef\xbb\xbf<meta charset=big5><p>\xe2\x82\xac", "", "utf-8"),
    (b"\xff\xfe<\0p\0>\0", "big5", "utf-16le"),
    (b"\xfe\xff\0<\0p\0>", "", "utf-16be"),
    (b"\xff\xfe\0\0", "", "utf-16le"),
    (PAGE % b"big5" + b"\xa7\x41", "windows-1252", "windows-1252"),
    (PAGE % b"utf-16le" + b"\xe2\x82\xac", "", "utf-8"),
    (PAGE % b"x-user-defined" + b"\xe9", "", "windows-1252"),
    (PAGE % b"x-user-defined" + b"\xe9", "x-user-defined", "x-user-defined"),
    (PAGE % b"iso-2022-kr" + b"a", "", "replacement"),
    (PAGE % b"hz-gb-2312" + b"~{VPND~}", "", "replacement"),
    (PAGE % b"gb2312" + b"\xc4\xe3", "", "gbk"),
    (PAGE % b"shift_jis" + b"\x93\xfa" * 40 + b"\xff", "", "shift_jis"),
    (PAGE % b"euc-jp" + b"\xc6\xfc" * 40 + b"\xff", "", "euc-jp"),
    (PAGE % b"nonsense" + b"\xe2\x82\xac", "", "utf-8"),
    (b"<p>\xe2\x82\xac", "text/html; charset='UTF-8'", "utf-8"),
]


@pytest.mark.parametrize(("data", "charset", "name"), WHOLE)
def test_page_when_mark_header_and_declaration_differ_then_in_the_standards_order(
    data: bytes, charset: str, name: str
) -> None:
    decoded = decode(data, html=True, charset=charset)
    assert decoded is not None
    assert decoded.encoding == name


def test_page_when_one_byte_does_not_fit_then_the_rest_is_read_as_declared() -> None:
    decoded = decode(PAGE % b"shift_jis" + "日本の港".encode("shift_jis") * 20 + b"\xff", html=True)
    assert decoded is not None
    assert decoded.text.count("日本の港") == 20
    assert "1 byte" in decoded.warnings[0]


def test_all_pairs_when_read_as_euc_then_as_in_shift_jis() -> None:
    known = [sign for sign in map(chr, range(0x4E00, 0x9FA6)) if len(sign.encode("euc_jp", "ignore")) == 2]
    assert len(known) > 6000
    assert decode_as("".join(known).encode("euc_jp"), "euc-jp") == "".join(known)
