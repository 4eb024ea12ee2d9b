"""The text of one PDF page as pieces that stand somewhere, read through pdfium."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_SIGNS = 400_000
"""Signs of one page; no printed page holds a tenth of it."""

_WORD = re.compile(r"[^ \t\xa0]{1,4000}")
_LINE_END = re.compile("\r\n|[\r\n]|[\x02\ufffe\uffff]")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_GAP = 1.5  # of the type's height; more between two words parts columns or cells
_BOLD = 600


@dataclass(slots=True)
class Piece:
    """A run of words on one line; the page's y grows upward, ``size`` is the height of the type."""

    text: str
    left: float
    right: float
    low: float
    high: float
    bold: bool = False
    first: float = 0.0

    @property
    def size(self) -> float:
        """The height of the type."""
        return max(self.high - self.low, 0.1)

    @property
    def middle(self) -> float:
        """Half way between foot and top."""
        return (self.low + self.high) / 2


def pieces_of(page: Any) -> list[Piece]:  # noqa: ANN401 - a page of pypdfium2, which has no types
    """Return the pieces in the order in which the file draws them; upright text is left out."""
    textpage = page.get_textpage()
    try:
        if not 0 < textpage.count_chars() <= MOST_SIGNS:
            return []
        reader = _Reader(textpage)
        pieces = list(reader.pieces())
        return pieces if len(pieces) > reader.turned else reader.as_drawn
    finally:
        textpage.close()


class _Reader:
    def __init__(self, textpage: Any) -> None:  # noqa: ANN401
        import pypdfium2.raw as pdfium

        self._pdfium: Any = pdfium
        self._raw = textpage.raw
        self._text: str = textpage.get_text_range()
        self._wide = any(sign > "\uffff" for sign in self._text)
        self._box = pdfium.FS_RECTF()
        self.turned = 0
        self.as_drawn: list[Piece] = []

    def pieces(self) -> Iterator[Piece]:
        """Yield the pieces of all lines that stand upright."""
        start = 0
        for end in [*_LINE_END.finditer(self._text), None]:
            stop = end.start() if end else len(self._text)
            broken = end is not None and end.group() not in {"\r\n", "\r", "\n"}
            line = list(self._line(start, stop, broken=broken))
            if line and self._turned(start):
                self.turned += 1
                foot = -14.0 * len(self.as_drawn)
                self.as_drawn.append(Piece(" ".join(one.text for one in line), 0, 400, foot, foot + 10))
            else:
                yield from line
            start = end.end() if end else stop

    def _turned(self, start: int) -> bool:
        angle = float(self._pdfium.FPDFText_GetCharAngle(self._raw, self._index(start)))
        return 0.2 < angle % 3.1416 < 2.94

    def _line(self, start: int, stop: int, *, broken: bool) -> Iterator[Piece]:
        """Join the words of one line to pieces, parted where a wide gap stands between them."""
        current: Piece | None = None
        for match in _WORD.finditer(self._text, start, stop):
            word = self._word(match.start(), match.end())
            if word is None:
                continue
            if broken and match.end() == stop and not word.text.endswith("-"):
                word.text += "-"
            if current is None:
                current = word
            elif _follows(current, word):
                current.text += f" {word.text}"
                current.right = max(current.right, word.right)
                if len(word.text) > 2:
                    current.low, current.high = min(current.low, word.low), max(current.high, word.high)
            else:
                yield current
                current = word
        if current is not None:
            yield current

    def _word(self, start: int, end: int) -> Piece | None:
        first = self._rectangle(start)
        last = self._rectangle(end - 1) if end - 1 > start else first
        if first is None or last is None:
            return None
        index = self._index(start)
        bold = self._pdfium.FPDFText_GetFontWeight(self._raw, index) >= _BOLD
        text = self._text[start:end].translate(_LIGATURES)
        left, low, right, high = first[0], min(first[1], last[1]), max(first[2], last[2]), max(first[3], last[3])
        if last[1] > first[3] or last[3] < first[1]:
            low, high, right = first[1], first[3], first[2]
        return Piece(text, left, right, low, high, bold, right - left)

    def _rectangle(self, at: int) -> tuple[float, float, float, float] | None:
        box = self._box
        if not self._pdfium.FPDFText_GetLooseCharBox(self._raw, self._index(at), ctypes.byref(box)):
            return None
        return box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top)

    def _index(self, at: int) -> int:
        if self._wide:
            at = len(self._text[:at].encode("utf-16-le")) // 2
        return int(self._pdfium.FPDFText_GetCharIndexFromTextIndex(self._raw, at))


def _follows(piece: Piece, word: Piece) -> bool:
    size = max(piece.size, word.size)
    if abs(piece.middle - word.middle) > size * 0.6:
        return False
    return -size < word.left - piece.right < _GAP * size
