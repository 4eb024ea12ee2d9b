"""The footnotes of a note while it is composed: numbered as they come up, one number for the same evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.note import Footnote
from briefing_app.export.citations import footnote_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.note import Citation


class FootnoteBook:
    """Gives numbers to groups of citations, from 1, and prints them in a style at the end."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[tuple[str, str, int, int], ...], int] = {}
        self._notes: list[tuple[Citation, ...]] = []

    def number(self, citations: Sequence[Citation]) -> int:
        """Return the footnote's number for this evidence: a new one, or the one it already has."""
        key = tuple(sorted((one.article, one.statement, one.start, one.end) for one in citations))
        if key not in self._numbers:
            self._notes.append(tuple(citations))
            self._numbers[key] = len(self._notes)
        return self._numbers[key]

    def citations(self) -> tuple[Citation, ...]:
        """Return every citation of every footnote, in order."""
        return tuple(one for note in self._notes for one in note)

    def printed(self, style: str, *, grades: bool, quotes: bool) -> tuple[Footnote, ...]:
        """Return the footnotes in a citation style."""
        texts = footnote_texts(self._notes, style, grades=grades, quotes=quotes)
        pairs = zip(texts, self._notes, strict=True)
        return tuple(Footnote(number, text, note) for number, (text, note) in enumerate(pairs, 1))
