"""Bytes to text, as browsers decode it where a page says how, else by what fits."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from briefing_app.ingest.encoding.labels import decode_as, decode_loosely, encoding_of
from briefing_app.ingest.encoding.prescan import declared, from_content

SAMPLE = 64 * 1024
"""Bytes that statistical detection looks at."""

_FITS = 20
"""A declaration is believed where at most one in so many high bytes contradicts it."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)
# Letters and signs that Western European text has in windows-1252, nothing else.
_WESTERN = frozenset("àâäçéèêëîïìíòóôöõùúûüñáãåæøœßÿÀÂÄÇÉÈÊËÎÏÍÓÔÖÕÙÚÛÜÑÁÃÅÆØŒ‘’“”„‚–—…•€£§°«»¿¡·©®™\xa0\xad²³½¼¾ªº")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text without its byte order mark, the encoding's name, and what the reader should know."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, *, html: bool, charset: str = "") -> Decoded | None:
    """Decode ``data``; ``charset`` is the label that came with it (a header), html looks inside.

    None where the bytes are no text in any encoding that fits.
    """
    for mark, name in _BOMS:
        if data.startswith(mark) and not (html and name.startswith("utf-32")):  # pages know no UTF-32
            text = decode_as(data[len(mark) :], name)
            if text is not None:
                return Decoded(text, name)
    label = encoding_of(charset) or from_content(charset)
    name = label or (declared(data) if html else "")
    if name:
        text = decode_as(data, name)
        if text is not None:
            return Decoded(text, name)
    wide = _wide(data)
    if wide:
        text = decode_as(data[: len(data) // 2 * 2], wide)
        return Decoded(text, wide) if text is not None else None
    if html and not name and data.isascii():  # the standard's own name for a page that declares nothing
        return Decoded(data.decode("ascii"), "windows-1252")
    text = decode_as(data, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8", _not_as_declared(name, "utf-8"))
    return _stray(data, name) or _nearly(data, name) or _detected(data, name)


def _not_as_declared(name: str, used: str) -> tuple[str, ...]:
    if not name or name == used:
        return ()
    return (f"The page says it is {name}, but its bytes are not; it was read as {used}.",)


def _wide(data: bytes) -> str:
    """Name UTF-16 that has no mark: Latin text has a NUL in every other byte."""
    sample = data[:4096]
    if len(sample) < 8 or b"\0" not in sample:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16le"
    if even > half * 0.4 and odd < half * 0.05:
        return "utf-16be"
    return ""


def _stray(data: bytes, name: str) -> Decoded | None:
    """Read UTF-8 that has a few stray bytes, if the rest of its high bytes is sound."""
    if name not in {"", "utf-8"}:
        return None
    text = data.decode("utf-8", "replace")
    bad = text.count("�") - data.count(b"\xef\xbf\xbd")
    sound = sum(map(len, re.findall(r"[^\x00-\x7f\ufffd]+", text)))
    if bad > 0 and sound >= 5 * bad:
        repaired = data.decode("utf-8", "briefing-stray")
        word = "byte was" if bad == 1 else "bytes were"
        return Decoded(repaired, "utf-8", (f"{bad} stray {word} read as windows-1252.",))
    return None


def _nearly(data: bytes, name: str) -> Decoded | None:
    """Read as declared what fits the declaration but for a few bytes, as browsers do."""
    if name in {"", "utf-8"}:
        return None
    text, errors = decode_loosely(data, name)
    high = sum(byte > 0x7F for byte in data)
    if not text or errors * _FITS > high:
        return None
    word = "byte fits" if errors == 1 else "bytes fit"
    return Decoded(text, name, (f"{errors} {word} not in {name}, as which the page was read.",))


def _detected(data: bytes, name: str) -> Decoded | None:
    used = _guess(data)
    text = decode_as(data, used)
    if text is None:
        used = "windows-1252"
        text = decode_as(data, used)
    if text is None:
        return None
    note = f"The encoding is not declared; {used} fits best."
    return Decoded(text, used, _not_as_declared(name, used) or (note,))


def _guess(data: bytes) -> str:
    western = decode_as(data[:SAMPLE], "windows-1252") or ""
    high = [sign for sign in western if sign > "\x7f"]
    letters = sum(map(str.isalpha, western))
    if high and len(high) <= letters * 0.15 and all(sign in _WESTERN for sign in high):
        return "windows-1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        return "windows-1252"
    return encoding_of(best.encoding.replace("_", "-")) or best.encoding
