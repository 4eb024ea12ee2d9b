"""The versions of a note: what was saved when, and what has changed since."""

from __future__ import annotations

import difflib
import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from briefing_app.ui.note.outline import OutlineRow
from briefing_app.ui.note.parts import FIELDS, HEADER, MORE
from briefing_app.ui.note.rows import LineList, LineModel
from briefing_app.ui.note.state import texts_of
from briefing_app.ui.reader.words import moment_words
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.labels import PlainLabel
from briefing_app.ui.widgets.sizes import open_at

if TYPE_CHECKING:
    from briefing_app.domain.note import Note
    from briefing_app.ui.theme import Theme, ThemeHolder

_NAMES = {key: label for key, label, _ in (*FIELDS, *MORE)}
_HEADINGS = {
    "bluf": "Bottom line",
    "issue_statement": "Issue",
    "background": "Background",
    "status": "Current status",
    "positions": "Positions",
    "considerations": "Key considerations",
    "options": "Options",
    "recommendation": "Recommendation",
    "next": "Next steps",
    "lines": "Lines to take",
    "sources": "Sources",
}


def texts_by_name(note: Note) -> dict[str, str]:
    """Return what the user wrote in a note, under the names that people know."""
    fields = {_NAMES[key]: text for key, text in texts_of(note, HEADER, tuple(_NAMES)).items()}
    sections = {_HEADINGS.get(key, key): text for key, text in note.sections.items()}
    settings = {"As of": note.as_of or "now", "Handling": note.fields.get("handling", ""), "Evidence": note.include}
    return {name: text for name, text in {**fields, **sections, **settings}.items() if text.strip()}


def compared(old: Note, new: Note, theme: Theme) -> str:
    """Return the differences between two versions as small HTML: what went is struck out, what came is underlined."""
    before, after = texts_by_name(old), texts_by_name(new)
    parts = []
    for name in dict.fromkeys((*after, *before)):
        was, now = before.get(name, ""), after.get(name, "")
        if was != now:
            parts.append(f"<h4>{html.escape(name)}</h4><p>{_words(was, now, theme)}</p>")
    return "".join(parts) or "<p>The same words.</p>"


def _words(was: str, now: str, theme: Theme) -> str:
    old, new = was.split(), now.split()
    out = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            out.append(html.escape(" ".join(old[a:b])))
            continue
        if b > a:
            out.append(f'<s style="color:{theme.danger};">{html.escape(" ".join(old[a:b]))}</s>')
        if d > c:
            out.append(f'<u style="color:{theme.good};">{html.escape(" ".join(new[c:d]))}</u>')
    return " ".join(out)


class _Changes(QTextBrowser):
    """Shows what changed; loads nothing."""

    def loadResource(self, type: int, name: QUrl | str) -> None:
        """Load nothing."""
        del type, name


class VersionsDialog(QDialog):
    """Versions at the left, what has changed since at the right; ``restored(note)`` asks to bring one back."""

    restored = Signal(object)

    def __init__(self, versions: tuple[Note, ...], theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Versions of this note")
        open_at(self, 820, 520)
        self._versions = versions
        self._theme = theme
        self.list = LineList("Versions", LineModel(), theme, self)
        self.list.setFixedWidth(220)
        self.list.lines.show([_line(one) for one in versions])
        self.changes = _Changes(self)
        self.changes.setOpenLinks(False)
        self.changes.setAccessibleName("What has changed since")
        self.title = PlainLabel("", "strong", parent=self)
        self.restore = RoleButton("Bring this version back", parent=self)
        self.close_button = RoleButton("Close", "primary", self)
        self._lay_out()
        self.list.moved.connect(self.show_version)
        self.list.chosen.connect(self.show_version)
        self.restore.clicked.connect(self._on_restore)
        self.close_button.clicked.connect(self.accept)
        if versions:
            self.show_version(str(versions[1 if len(versions) > 1 else 0].revision))

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.addWidget(self.title)
        right.addWidget(self.changes, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.restore)
        buttons.addWidget(self.close_button)
        right.addLayout(buttons)
        layout = QHBoxLayout(self)
        layout.addWidget(self.list)
        layout.addLayout(right, 1)

    def show_version(self, revision: str) -> None:
        """Show what has changed since a version."""
        one = self._version(revision)
        if one is None:
            return
        latest = self._versions[0]
        self.list.put_current(revision)
        self.restore.setEnabled(one is not latest)
        self.title.setText("The present version" if one is latest else f"Changed since version {one.revision}")
        self.changes.setHtml(compared(one, latest, self._theme.current))

    def _version(self, revision: str) -> Note | None:
        return next((one for one in self._versions if str(one.revision) == revision), None)

    def _on_restore(self) -> None:
        row = self.list.lines.row(self.list.currentIndex())
        one = self._version(row.key) if row is not None else None
        if one is not None:
            self.restored.emit(one)
            self.accept()


def _line(version: Note) -> OutlineRow:
    return OutlineRow(str(version.revision), f"Version {version.revision}", moment_words(version.modified))
