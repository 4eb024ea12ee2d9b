"""Japanese and the like as the Encoding Standard decodes it, where Python's own codecs know less.

EUC-JP and ISO-2022-JP are turned into Shift_JIS pairs and read by the Windows codec, which holds the
rows of vendors (circled figures, wave dash) that pages use and Python's codecs refuse.
"""

from __future__ import annotations

import re

_PAIR = re.compile(rb"[\xa1-\xfe][\xa1-\xfe]|\x8e[\xa1-\xdf]|\x8f[\xa1-\xfe][\xa1-\xfe]|[\x00-\x7f]+")
_STATE = re.compile(rb"\x1b(\([BJI]|\$[@B])")
_HALF = 0xFEC0
"""What half-width kana of seven bits lack to their code points."""


def euc_jp(data: bytes) -> str:
    """Decode EUC-JP; UnicodeDecodeError where the bytes are none."""
    parts: list[str] = []
    position = 0
    for match in _PAIR.finditer(data):
        if match.start() != position:
            raise UnicodeDecodeError("euc-jp", data, position, position + 1, "no character")
        position = match.end()
        found = match.group()
        if found[0] < 0x80:
            parts.append(found.decode("ascii"))
        elif found[0] == 0x8E:
            parts.append(chr(found[1] + _HALF))
        elif found[0] == 0x8F:
            parts.append(found.decode("euc_jp"))
        else:
            parts.append(_pair(found[0] - 0x80, found[1] - 0x80))
    if position != len(data):
        raise UnicodeDecodeError("euc-jp", data, position, len(data), "no character")
    return "".join(parts)


def _pair(first: int, second: int) -> str:
    """Return the character of a row and a cell (seven bits each)."""
    lead = ((first + 1) >> 1) + (0x70 if first < 0x5F else 0xB0)
    if first % 2:
        trail = second + 0x1F + (second >= 0x60)
    else:
        trail = second + 0x7E
    return bytes((lead, trail)).decode("cp932")


def iso_2022_jp(data: bytes) -> str:
    """Decode ISO-2022-JP with its escapes for ASCII, Roman, half-width kana and pairs."""
    parts: list[str] = []
    state, position = b"(B", 0
    for match in _STATE.finditer(data):
        parts.append(_stretch(data, position, match.start(), state))
        state, position = match.group(1), match.end()
    parts.append(_stretch(data, position, len(data), state))
    return "".join(parts)


def _stretch(data: bytes, start: int, end: int, state: bytes) -> str:
    part = data[start:end]
    if any(byte > 0x7F or byte in b"\x0e\x0f\x1b" for byte in part):
        raise UnicodeDecodeError("iso-2022-jp", data, start, end, "no character")
    if state == b"(B":
        return part.decode("ascii")
    if state == b"(J":
        return part.decode("ascii").replace("\\", "¥").replace("~", "‾")
    if state == b"(I":
        return "".join(chr(byte + 0x80 + _HALF) if 0x21 <= byte <= 0x5F else chr(byte) for byte in part)
    return _pairs(part)


def _pairs(part: bytes) -> str:
    found: list[str] = []
    position = 0
    while position < len(part):
        if part[position] <= 0x20 or position + 1 >= len(part):
            found.append(chr(part[position]))
            position += 1
            continue
        found.append(_pair(part[position], part[position + 1]))
        position += 2
    return "".join(found)


def replaced(data: bytes) -> str:
    """Read what browsers refuse to (the "replacement" encodings), which hide markup from checks of bytes.

    Nothing here is run or loaded, so a reader may see it; what is markup is told after decoding.
    """
    if b"\x1b$)C" in data or b"\x0e" in data:
        return data.decode("iso2022_kr")
    return data.decode("hz" if b"~{" in data else "ascii")
