"""The encoding labels of the WHATWG Encoding Standard, and the codec that reads each encoding."""

from __future__ import annotations

import codecs
from functools import cache
from typing import TYPE_CHECKING

from briefing_app.ingest.encoding.eastern import euc_jp, iso_2022_jp, replaced

if TYPE_CHECKING:
    from collections.abc import Callable

# One line an encoding: its name, the Python codec that reads it, then all its labels.
_TABLE = """
utf-8 utf-8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8
ibm866 cp866 866 cp866 csibm866 ibm866
iso-8859-2 iso8859-2 csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 \
iso_8859-2:1987 l2 latin2
iso-8859-3 iso8859-3 csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 \
iso_8859-3:1988 l3 latin3
iso-8859-4 iso8859-4 csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 \
iso_8859-4:1988 l4 latin4
iso-8859-5 iso8859-5 csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 \
iso_8859-5 iso_8859-5:1988
iso-8859-6 iso8859-6 arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 \
iso-8859-6 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987
iso-8859-7 iso8859-7 csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 \
iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek
iso-8859-8 iso8859-8 csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 \
iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual
iso-8859-8-i iso8859-8 csiso88598i iso-8859-8-i logical
iso-8859-10 iso8859-10 csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6
iso-8859-13 iso8859-13 iso-8859-13 iso8859-13 iso885913
iso-8859-14 iso8859-14 iso-8859-14 iso8859-14 iso885914
iso-8859-15 iso8859-15 csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9
iso-8859-16 iso8859-16 iso-8859-16
koi8-r koi8-r cskoi8r koi koi8 koi8-r koi8_r
koi8-u koi8-u koi8-ru koi8-u
macintosh mac-roman csmacintosh mac macintosh x-mac-roman
windows-874 cp874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874
windows-1250 cp1250 cp1250 windows-1250 x-cp1250
windows-1251 cp1251 cp1251 windows-1251 x-cp1251
windows-1252 cp1252 ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 \
iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252
windows-1253 cp1253 cp1253 windows-1253 x-cp1253
windows-1254 cp1254 cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 \
iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254
windows-1255 cp1255 cp1255 windows-1255 x-cp1255
windows-1256 cp1256 cp1256 windows-1256 x-cp1256
windows-1257 cp1257 cp1257 windows-1257 x-cp1257
windows-1258 cp1258 cp1258 windows-1258 x-cp1258
x-mac-cyrillic mac-cyrillic x-mac-cyrillic x-mac-ukrainian
gbk gb18030 chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk
gb18030 gb18030 gb18030
big5 big5hkscs big5 big5-hkscs cn-big5 csbig5 x-x-big5
euc-jp euc-jp cseucpkdfmtjapanese euc-jp x-euc-jp
iso-2022-jp iso-2022-jp csiso2022jp iso-2022-jp
shift_jis cp932 csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis
euc-kr cp949 cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 \
ksc5601 ksc_5601 windows-949
utf-16be utf-16-be unicodefffe utf-16be
utf-16le utf-16-le csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le
x-user-defined x-user-defined x-user-defined
replacement replacement csiso2022kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext iso-2022-kr replacement
"""

_SPACE = "\t\n\x0c\r "


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    labels: dict[str, str] = {}
    readers: dict[str, str] = {}
    for line in _TABLE.strip().splitlines():
        name, codec, *names = line.split()
        readers[name] = codec
        labels.update(dict.fromkeys(names, name))
    return labels, readers


def encoding_of(label: str) -> str:
    """Return the encoding's name for a label as pages write it, or "" for an unknown one."""
    return _tables()[0].get(label.strip(_SPACE).lower(), "")


def decode_as(data: bytes, name: str) -> str | None:
    """Decode by an encoding's name as browsers do; None where the bytes do not fit."""
    try:
        return _decoded(data, name)
    except (UnicodeDecodeError, LookupError):
        return None


def decode_loosely(data: bytes, name: str) -> tuple[str, int]:
    """Decode with a replacement sign for each error, as browsers do; return the text and the number of errors."""
    codec = _LOOSE.get(name) or _tables()[1].get(name, name)
    try:
        text = data.decode(codec, "replace")
    except LookupError:
        return "", len(data)
    text = text.translate(_STRAY if name == "shift_jis" else _CHANGED.get(name, {}))
    return text, text.count("\ufffd")


def _decoded(data: bytes, name: str) -> str:
    if special := _SPECIAL.get(name):
        return special(data)
    codec = _tables()[1].get(name, name)
    errors = "briefing-c1" if codec.startswith(("cp12", "cp874", "iso8859", "gb18030")) else "strict"
    text = data.decode(codec, errors)
    changed = _CHANGED.get(name)
    return text if changed is None else text.translate(changed)


def _windows_1255(data: bytes) -> str:
    """The one Hebrew point that Python's table lacks is put in its place."""
    return "\u05ba".join(part.decode("cp1255", "briefing-c1") for part in data.split(b"\xca"))


def _shift_jis(data: bytes) -> str:
    """Python gives four single bytes that are no characters a private place."""
    text = data.decode("cp932")
    if text.translate(_STRAY) != text:
        raise UnicodeDecodeError("shift_jis", data, 0, len(data), "no character")
    return text


def _user_defined(data: bytes) -> str:
    """High bytes are a place of their own among the private characters."""
    return "".join(chr(byte if byte < 0x80 else 0xF700 + byte) for byte in data)


_SPECIAL: dict[str, Callable[[bytes], str]] = {
    "euc-jp": euc_jp,
    "iso-2022-jp": iso_2022_jp,
    "replacement": replaced,
    "shift_jis": _shift_jis,
    "windows-1255": _windows_1255,
    "x-user-defined": _user_defined,
}
_LOOSE = {"euc-jp": "euc_jp", "iso-2022-jp": "iso2022_jp_ext", "replacement": "ascii", "x-user-defined": "latin-1"}
_STRAY = dict.fromkeys(range(0xF8F0, 0xF8F4), 0xFFFD)
_CHANGED_GB = {
    **dict(zip(range(0xE78D, 0xE797), (0xFE10, 0xFE12, 0xFE11, *range(0xFE13, 0xFE1A)), strict=True)),
    0xE81E: 0x9FB4,
    0xE826: 0x9FB5,
    0xE82B: 0x9FB6,
    0xE82C: 0x9FB7,
    0xE832: 0x9FB8,
    0xE843: 0x9FB9,
    0xE854: 0x9FBA,
    0xE864: 0x9FBB,
}
# What the standard's tables have elsewhere than Python's codecs.
_CHANGED: dict[str, dict[int, int]] = {
    "koi8-u": {0x255D: 0x45E, 0x256C: 0x40E},
    "big5": {0x2022: 0x2027, 0xFF64: 0xFE51},
    "gbk": _CHANGED_GB,
    "gb18030": _CHANGED_GB,
}


def _unassigned_as_c1(error: UnicodeError) -> tuple[str, int]:
    """Read a byte that a Windows code page leaves unassigned as the C1 control of its number."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bytes_ = error.object[error.start : error.end]
    if error.encoding == "gb18030" and bytes_ == b"\x80":
        return "€", error.end
    if any(byte < 0x80 or byte > 0x9F for byte in bytes_):
        raise error
    return "".join(map(chr, bytes_)), error.end


def _stray_as_windows(error: UnicodeError) -> tuple[str, int]:
    """Read bytes that are no UTF-8 as windows-1252, one error at a time."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "briefing-c1"), error.end


codecs.register_error("briefing-c1", _unassigned_as_c1)
codecs.register_error("briefing-stray", _stray_as_windows)
