"""Labels that say what they are by a role; all show plain text, whatever the text holds."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from briefing_app.domain.tricks import visible
from briefing_app.ui.widgets.tips import tip


def set_role(widget: QWidget, role: str) -> None:
    """Give ``widget`` its role in the style sheet, also after it has been shown."""
    widget.setProperty("role", role)
    restyle(widget)


def restyle(widget: QWidget) -> None:
    """Have the style sheet look at ``widget`` again after one of its properties changed."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class PlainLabel(QLabel):
    """A label of plain text with a role; ``wrap`` lets it take several lines."""

    def __init__(self, text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show ``text``, with a sign for each character that hides or reverses others."""
        super().setText(visible(text))

    def set_hyphenated(self, text: str) -> None:
        """Show ``text`` that was made visible before soft hyphens were put into it, which would else be shown."""
        super().setText(text)


class SectionLabel(PlainLabel):
    """A small heading in capitals; screen readers hear it as it was written."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(role="section", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show ``text`` in capitals."""
        super().setText(text.upper())
        self.setAccessibleName(text)
        font = self.font()
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        self.setFont(font)


class ElidedLabel(PlainLabel):
    """One line that ends in an ellipsis where it does not fit; the whole text is its tool tip."""

    def __init__(
        self,
        text: str = "",
        role: str = "",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(role=role, parent=parent)
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show ``text``, as much of it as fits."""
        super().setText(text)
        self.setAccessibleName(text)
        self.setToolTip(tip(text))

    def minimumSizeHint(self) -> QSize:
        """Let the line shrink to a few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def shown_text(self) -> str:
        """Return what fits of the text now."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text().replace("\n", " "), self._mode, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, self.shown_text())
        painter.end()


class Rule(QFrame):
    """A hairline across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rule")
