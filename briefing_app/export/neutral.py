"""Making text of strangers harmless in what we write: control characters, display tricks, formulas."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_TRICKS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_NAMES = {
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
_LEADING = re.compile(r"^[\s\u00a0\u200b-\u200f\u2060\ufeff\u180e'\"]*")
_FORMULA = frozenset("=+-@＝＋－＠−﹢﹣﹦﹫")


def clean(text: str) -> str:
    """Return text without control characters, and with direction overrides turned into visible marks (``⟦RLO⟧``)."""
    return _TRICKS.sub(lambda match: f"⟦{_NAMES[match[0]]}⟧", _CONTROL.sub("", text))


def one_line(text: str) -> str:
    """Return clean text on one line; no-break spaces stay."""
    return re.sub(r"[\t\n\r\v\f\u0085\u2028\u2029 ]+", " ", clean(text))


def cell(text: str) -> str:
    """Return text for a spreadsheet's cell: what would start a formula gets an apostrophe in front.

    That is text that begins (behind any white space, also no-break and invisible) with ``= + - @``, their
    full-width forms or the minus sign, and text that begins with a tab or a line end.
    """
    kept = clean(text)
    if kept[:1] in ("\t", "\r", "\n"):
        return f"'{kept}"
    rest = _LEADING.sub("", kept, count=1)
    return f"'{kept}" if rest[:1] in _FORMULA and rest else kept
