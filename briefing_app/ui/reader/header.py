"""The head of the page: title, byline, and what must be known of the analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing_app.ui.reader.breaking import broken
from briefing_app.ui.reader.typography import Typography
from briefing_app.ui.reader.words import byline, notices, visible
from briefing_app.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from briefing_app.domain.reading import OpenArticle

ABOVE = 34
BELOW = 20
_NARROW = 400
"""Width of the column below which the title is set smaller."""


class PageHead(QWidget):
    """Stands above the text inside the viewport and scrolls with it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._typography = Typography()
        self._words = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, ABOVE, 0, BELOW)
        layout.setSpacing(8)
        self.title = PlainLabel(wrap=True, parent=self)
        self.byline = PlainLabel(role="muted", wrap=True, parent=self)
        self.notice = PlainLabel(role="muted", wrap=True, parent=self)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.byline.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self.title, self.byline, self.notice):
            layout.addWidget(label)

    def show_article(self, article: OpenArticle) -> None:
        """Show another article's head."""
        self._words = visible(article.article.title) or "Untitled"
        self.title.setText(self._words)
        self.title.setAccessibleName(f"Title: {article.article.title}")
        right = self.title.text().isascii() is False and _is_right(self.title.text())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self.title.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
        for label in (self.byline, self.notice):
            label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
        self.byline.setText(byline(article.article))
        words = notices(article)
        self.notice.setText(words)
        self.notice.setVisible(bool(words))

    def set_typography(self, typography: Typography) -> None:
        """Set the title in proportion to the text."""
        self._typography = typography

    def fit(self, left: int, width: int) -> int:
        """Take the width of the column and return the height needed."""
        font = self._typography.title_font()
        if width < _NARROW:
            font.setPixelSize(round(font.pixelSize() * 0.8))
        self.title.setFont(font)
        self.title.set_hyphenated(broken(self._words, width, QFontMetrics(font).horizontalAdvance))
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else 0
        self.resize(width, height)
        self.move(left, self.y())
        return height


def _is_right(text: str) -> bool:
    for letter in text:
        if letter.isalpha():
            return "\u0590" <= letter <= "\u08ff"
    return False
