"""Measures of the reading text: sizes, line height, column width, and what stands beside the column."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

from briefing_app.ui.theme import LINE_HEIGHT, READING_PIXELS, reading_font, ui_font

SMALLEST, LARGEST = 12, 34
NARROWEST, WIDEST, USUAL = 45, 80, 66
"""Column width in characters: WCAG 1.4.8 asks for 80 at most."""
_SAMPLE = "nearly all of the delegations described the same papers in rather different words"


@dataclass(frozen=True, slots=True)
class Typography:
    """How the text is set: ``pixels`` is the size of the body, ``characters`` the width of the column."""

    pixels: int = READING_PIXELS
    characters: int = USUAL

    @property
    def line_height(self) -> int:
        """Return the distance of baselines in pixels."""
        return round(self.pixels * LINE_HEIGHT)

    @property
    def paragraph_gap(self) -> int:
        """Return the space below a paragraph, which makes paragraph spacing 1.5 times line spacing and a little."""
        return round(self.line_height * 0.55)

    @property
    def gutter(self) -> int:
        """Return the width left of the column: paragraph number, letters, evidence bars."""
        return max(68, round(self.pixels * 4))

    @property
    def margin(self) -> int:
        """Return the width right of the column where notes stand."""
        return 176

    def font(self) -> QFont:
        """Return the font of the body."""
        return reading_font(self.pixels)

    def heading_font(self, level: int) -> QFont:
        """Return the font of a heading inside the text."""
        factor = {1: 1.3, 2: 1.18, 3: 1.06}.get(level, 1.0)
        return reading_font(round(self.pixels * factor), bold=True)

    def title_font(self) -> QFont:
        """Return the font of the article's title: 26 px where the body is 17."""
        return reading_font(round(self.pixels * 26 / 17), bold=True)

    def small_font(self, *, bold: bool = False) -> QFont:
        """Return the sans-serif font of what stands beside the text."""
        return ui_font(max(10, round(self.pixels * 0.68)), bold=bold)

    def number_font(self) -> QFont:
        """Return the font of paragraph numbers."""
        return ui_font(max(9, round(self.pixels * 0.6)))

    def column(self, available: int) -> tuple[int, bool]:
        """Return (width of the column in pixels, whether notes fit beside it) in ``available`` pixels.

        The column gives way down to its narrowest before the notes do.
        """
        letter = QFontMetricsF(self.font()).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        wanted = round(letter * self.characters)
        least = round(letter * min(self.characters, NARROWEST))
        beside = available - self.gutter - self.margin
        if beside >= least:
            return min(wanted, beside), True
        return max(120, min(wanted, available - self.gutter - 36)), False

    def zoomed(self, steps: int) -> Typography:
        """Return the same, larger or smaller by ``steps`` pixels within bounds; 0 gives the usual size."""
        pixels = READING_PIXELS if steps == 0 else min(LARGEST, max(SMALLEST, self.pixels + steps))
        return Typography(pixels, self.characters)

    def widened(self, characters: int) -> Typography:
        """Return the same with another column width, within bounds."""
        return Typography(self.pixels, min(WIDEST, max(NARROWEST, characters)))
