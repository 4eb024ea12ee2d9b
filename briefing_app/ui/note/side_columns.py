"""The columns beside the page: sections and checks at the left, evidence at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from briefing_app.ui.note.cards import CITE, CONFIRM, OPEN, EvidenceModel
from briefing_app.ui.note.rows import LineList, LineModel
from briefing_app.ui.note.sheet import preview_colours
from briefing_app.ui.panels.cards.list import CardList
from briefing_app.ui.reader.words import moment_words
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.labels import PlainLabel, SectionLabel

if TYPE_CHECKING:
    from briefing_app.domain.note import Note
    from briefing_app.ui.note.evidence import Row
    from briefing_app.ui.note.outline import CheckRow, OutlineRow
    from briefing_app.ui.theme import ThemeHolder

LEFT_WIDTH, RIGHT_WIDTH = 240, 372
KEYS = {Qt.Key.Key_Return: CITE, Qt.Key.Key_A: CONFIRM, Qt.Key.Key_O: OPEN}


class Outline(QWidget):
    """Sections with their state, the check's findings, and when the note was saved."""

    history_wanted = Signal()

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "nav")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sections = LineList("Sections", LineModel(), theme, self)
        self.checks = LineList("Check", LineModel(), theme, self)
        self.saved = PlainLabel("", "faint", parent=self)
        self.saved.setContentsMargins(8, 0, 0, 0)
        self._modified = ""
        self.version = RoleButton("", "quiet", self)
        self.version.clicked.connect(self.history_wanted)
        self.generated = BarKey("generated", "Generated, always up to date", theme, self)
        self.mine = BarKey("mine", "Yours; regenerating keeps it", theme, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 14, 10, 10)
        layout.setSpacing(4)
        layout.addWidget(self._heading("Sections"))
        layout.addWidget(self.sections)
        layout.addSpacing(14)
        layout.addWidget(self._heading("Check"))
        layout.addWidget(self.checks, 1)
        layout.addWidget(self.generated)
        layout.addWidget(self.mine)
        layout.addSpacing(4)
        layout.addWidget(self.saved)
        layout.addWidget(self.version, 0, Qt.AlignmentFlag.AlignLeft)

    def show_rows(self, sections: tuple[OutlineRow, ...], checks: tuple[CheckRow, ...]) -> None:
        """Show the sections' states and the findings."""
        self.sections.lines.show(sections)
        self.sections.setFixedHeight(self.sections.content_height())
        self.checks.lines.show(checks)

    def show_note(self, note: Note) -> None:
        """Show when the note was saved, and its version."""
        self._modified = moment_words(note.modified)
        self.saved.setText(f"Saved {self._modified}")
        self.version.setText(f"Version {note.revision} · compare")

    def show_saved(self, *, saved: bool) -> None:
        """Show whether what is typed is saved."""
        self.saved.setText(f"Saved {self._modified}" if saved else "Not saved yet")

    def _heading(self, text: str) -> SectionLabel:
        label = SectionLabel(text, self)
        label.setContentsMargins(8, 0, 8, 2)
        return label


class BarKey(QWidget):
    """What a bar at the left of the page's sections means."""

    def __init__(self, which: str, words: str, theme: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._which = which
        self._theme = theme
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 0, 0, 0)
        layout.addWidget(PlainLabel(words, "faint", wrap=True, parent=self))
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        del event
        painter = QPainter(self)
        painter.fillRect(8, 1, 3, self.height() - 2, QColor(preview_colours(self._theme.current)[self._which]))
        painter.end()


class Evidence(QWidget):
    """The evidence column: a field to find some, and the cards."""

    found = Signal(str)

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = EvidenceModel()
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Find evidence: party, issue or words")
        self.field.setAccessibleName("Find evidence")
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.found)
        self.list = CardList("Evidence", self.model, theme, KEYS, self)
        self.list.setDragEnabled(True)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(4)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(self.field)
        layout.addLayout(row)
        layout.addWidget(self.list, 1)

    def show_rows(self, rows: list[Row]) -> None:
        """Show cards."""
        self.model.show(rows)
