"""Bytes become text as browsers decode them, and broken text is repaired only when that is certain."""

from __future__ import annotations

import pytest

from briefing_app.ingest.encoding.decoding import decode
from briefing_app.ingest.encoding.labels import encoding_of
from briefing_app.ingest.encoding.mojibake import repair
from briefing_app.ingest.encoding.prescan import declared
from briefing_app.ingest.traced import Traced


@pytest.mark.parametrize(
    ("page", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        ("<meta charset=ISO-8859-1>", "windows-1252"),
        ("<META CHARSET = 'koi8-r' >", "koi8-r"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=euc-jp">', "euc-jp"),
        ('<meta content="text/html; charset=gb2312" http-equiv=content-type>', "gbk"),
        ('<meta content="text/html; charset=gb2312">', ""),
        ('<meta http-equiv="refresh" content="text/html; charset=gb2312">', ""),
        ('<meta charset="utf-16">', "utf-8"),
        ('<meta charset="x-user-defined">', "windows-1252"),
        ('<meta charset="nonsense"><meta charset="big5">', "big5"),
        ('<!-- <meta charset="big5"> --><meta charset="shift_jis">', "shift_jis"),
        ('<p title="<meta charset=big5>"><meta charset=windows-1251>', "windows-1251"),
        ('</p charset="big5"><meta charset=iso-8859-2>', "iso-8859-2"),
        ('<? charset="big5"?><meta/charset=windows-1250>', "windows-1250"),
        ('<metal charset="big5">', ""),
        ("<meta charset='big5", ""),
        ("<meta http-equiv=content-type content=\"charset = 'windows-1253' ;\">", "windows-1253"),
        ('<meta http-equiv=content-type content="xcharsetcharset=iso-8859-7">', "iso-8859-7"),
        ('<?xml version="1.0" encoding="windows-1254"?><html>', "windows-1254"),
        ("<html>" + " " * 2000 + "<meta charset=iso-8859-5>", "iso-8859-5"),
        ("<p>no word of it", ""),
        ("<meta charset=euc-jp", ""),
        ("<meta charset=euc-jp ", ""),
        ("<meta charset=euc-jp>", "euc-jp"),
        ("<meta charset=>", ""),
        ("<meta charset= ><meta charset=big5>", "big5"),
        ("<meta charset>", ""),
        ("<meta =charset=big5 charset=gbk>", "gbk"),
        ('<meta a="x>y" charset=big5>', "big5"),
        ("<meta charset=big5 charset=gbk>", "big5"),
        ("<meta charset='big5 '>", "big5"),
        ("<meta charset=\tbig5\n/>", "big5"),
        ("<meta charset=big5 />", "big5"),
        ("<meta charset='nonsense' http-equiv=content-type content='text/html; charset=big5'>", "big5"),
        ("<meta http-equiv=content-type content='text/html; charset=big5' charset='gbk'>", "gbk"),
        ("<meta http-equiv=content-type content='text/html; charset=nonsense'><meta charset=big5>", "big5"),
        ("<meta http-equiv=Content-Type content='charset=\"big5'>", ""),
        ("<meta http-equiv=Content-Type content='charset=\"big5\"x'>", "big5"),
        ("<meta http-equiv=Content-Type content='charset big5 charset=gbk;x'>", "gbk"),
        ("<meta http-equiv=Content-Type content='charset=big5;gbk'>", "big5"),
        ("<meta http-equiv=' content-type' content='charset=big5'>", ""),
        ("<!--><meta charset=big5>-->", "big5"),
        ("<!---><meta charset=big5>-->", "big5"),
        ("<!-- a -- > <meta charset=gbk> --><meta charset=big5>", "big5"),
        ("<!-- <meta charset=gbk>", ""),
        ("<!doctype html SYSTEM 'a'><meta charset=big5>", "big5"),
        ("</meta charset=gbk><meta charset=big5>", "big5"),
        ("<1 charset=gbk><meta charset=big5>", "big5"),
        ("< meta charset=gbk><meta charset=big5>", "big5"),
        ("<script><meta charset=big5></script>", "big5"),
        ("<script>" + " " * 2000 + "<meta charset=gbk></script><meta charset=big5>", "big5"),
        ("<title>" + " " * 2000 + "<meta charset=gbk></title><meta charset=big5>", "big5"),
        ("<!-- " + " " * 2000 + "<meta charset=gbk> --><meta charset=big5>", "big5"),
        (" " * 1020 + "<meta charset=big5>", "big5"),
        (" " * 1500 + "<meta charset=nonsense http-equiv=content-type content='charset=big5'>", "big5"),
        (" " * 1500 + "<meta charset=utf-16le>", "utf-8"),
        ("<meta http-equiv=content-type content='charset=utf-16be'>", "utf-8"),
        ("<?xml version='1.0' encoding='utf-16'?><p>", "utf-8"),
        ("<?xml version='1.0' encoding='big5'?><meta charset=gbk>", "gbk"),
    ],
)
def test_prescan_when_a_page_declares_then_as_the_standard_says(page: str, encoding: str) -> None:
    assert declared(page.encode()) == encoding


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        (" UTF8\n", "utf-8"),
        ("latin1", "windows-1252"),
        ("ascii", "windows-1252"),
        ("ms_kanji", "shift_jis"),
        ("ks_c_5601-1987", "euc-kr"),
        ("iso-8859-9", "windows-1254"),
        ("tis-620", "windows-874"),
        ("utf-7", ""),
        ("replacement", "replacement"),
        ("x-mac-ukrainian", "x-mac-cyrillic"),
        ("csiso88598i", "iso-8859-8-i"),
        ("unicode11utf8", "utf-8"),
        ("\x0bbig5", ""),
        ("", ""),
    ],
)
def test_label_when_looked_up_then_the_standards_name(label: str, encoding: str) -> None:
    assert encoding_of(label) == encoding


RUSSIAN = "Министры двух стран встретились в среду, чтобы обсудить границу и воду. Переговоры продолжатся весной."
FRENCH = "Les ministres se sont retrouvés à l’hôtel ; l’accord, évoqué dès février, n’a pas été signé — « trop tôt »."


@pytest.mark.parametrize(
    ("text", "codec", "charset", "encoding"),
    [
        (FRENCH, "utf-8", "", "utf-8"),
        (FRENCH, "utf-8-sig", "", "utf-8"),
        (FRENCH, "utf-16", "", "utf-16le"),
        (FRENCH, "utf-16-be", "", "utf-16be"),
        (FRENCH, "cp1252", "", "windows-1252"),
        (FRENCH, "cp1252", "iso-8859-1", "windows-1252"),
        (RUSSIAN * 4, "cp1251", "", "windows-1251"),
        (RUSSIAN * 4, "koi8-r", "koi8-r", "koi8-r"),
        ("会議は水曜日に開かれた。", "shift_jis", "text/plain; charset=Shift_JIS", "shift_jis"),
        ("会议于星期三举行。", "gb18030", "gb2312", "gbk"),
    ],
)
def test_decode_when_text_was_encoded_then_it_comes_back(text: str, codec: str, charset: str, encoding: str) -> None:
    decoded = decode(text.encode(codec), html=False, charset=charset)
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (text, encoding)


def test_decode_when_the_declaration_is_wrong_then_the_bytes_win_and_it_says_so() -> None:
    decoded = decode(b"<meta charset=gb2312><p>caf\xc3\xa9 \xff\xfd", html=True)
    assert decoded is not None
    assert "\ufffd" not in decoded.text
    assert decoded.warnings


def test_decode_when_a_few_bytes_are_stray_then_the_rest_stays_utf8() -> None:
    decoded = decode(("é" * 40).encode() + b" \x92 " + "ü".encode() * 10, html=False)
    assert decoded is not None
    assert decoded.text == "é" * 40 + " ’ " + "ü" * 10
    assert "1 stray byte" in decoded.warnings[0]


def test_decode_when_windows_leaves_a_byte_unassigned_then_no_replacement_sign() -> None:
    decoded = decode(b"a\x81\x8d b", html=False, charset="windows-1252")
    assert decoded is not None
    assert decoded.text == "a\x81\x8d b"


@pytest.mark.parametrize(
    ("broken", "sound"),
    [
        ("donâ€™t", "don’t"),
        ("â€œYesâ€\x9d â€” he said", "“Yes” — he said"),
        ("cafÃ© and naÃ¯ve", "café and naïve"),
        ("10Â£ andÂ\xa0more", "10£ and\xa0more"),
        ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"),
        ("Ã¢â‚¬â„¢", "’"),
        ("ðŸ˜€", "😀"),
        ("ä¸\xadæ–‡å\xad—", "中文字"),
    ],
)
def test_mojibake_when_certain_then_repaired(broken: str, sound: str) -> None:
    assert repair(Traced.whole(broken)).text == sound


@pytest.mark.parametrize(
    "text",
    ["SÃO PAULO", "„CAFÉ” ist zu", "À… et là", "“É…” disse", "Ça va", "Â", "AMANHÃ”", "naïve café", "Ñ“", "plain"],
)
def test_mojibake_when_doubtful_then_left_alone(text: str) -> None:
    assert repair(Traced.whole(text)).text == text


@pytest.mark.parametrize(
    "page", ["<p>no word", "<meta charset='utf-8", "<metacharset=utf-8>", "<meta name=x content='charset=utf-8'>"]
)
def test_decode_when_a_page_declares_nothing_and_needs_nothing_then_the_standards_own_name(page: str) -> None:
    decoded = decode(page.encode(), html=True)
    assert decoded is not None
    assert (decoded.encoding, decoded.text) == ("windows-1252", page)
    plain = decode(page.encode(), html=False)
    assert plain is not None
    assert plain.encoding == "utf-8"
