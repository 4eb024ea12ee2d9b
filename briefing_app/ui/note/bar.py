"""The bar above the page: which note, as of when, from what evidence, for whose eyes, and where it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from briefing_app.ui.note.popovers import AsOfPopover, HandlingPopover
from briefing_app.ui.note.shrinking import ShrinkingButton
from briefing_app.ui.reader.words import date_words, visible
from briefing_app.ui.widgets.tips import tip

if TYPE_CHECKING:
    from briefing_app.domain.note import Note
    from briefing_app.ui.note.state import NoteState

HEIGHT = 44
_TITLE = 44
_INCLUDES = (("all", "All evidence"), ("confirmed", "Confirmed only"))


class NoteBar(QWidget):
    """Every signal tells what the user meant; nothing is changed here."""

    note_chosen = Signal(str)
    new_wanted = Signal()
    rename_wanted = Signal()
    delete_wanted = Signal()
    history_wanted = Signal()
    as_of_chosen = Signal(str)
    include_chosen = Signal(str)
    handling_chosen = Signal(object)
    export_wanted = Signal(str)
    copy_wanted = Signal()
    column_wanted = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._note: Note | None = None
        self.sections = self._toggle("Sections", "left")
        self.chooser = ShrinkingButton("Note", self)
        self.include = ShrinkingButton("Evidence", self)
        self.as_of = ShrinkingButton("As of", self, least=104)
        self.handling = ShrinkingButton("Handling", self, least=128)
        self.export = self._button("Export")
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export.setText("Export ▾")
        self.export.setProperty("role", "primary")
        self.evidence = self._toggle("Evidence", "right")
        self._as_of = AsOfPopover(self)
        self._handling = HandlingPopover(self)
        self._notes = QMenu("Notes", self.chooser)
        self.chooser.setMenu(self._notes)
        self._make_include()
        self._make_export()
        self._connect()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(8)
        layout.addWidget(self.sections)
        layout.addWidget(self.chooser)
        layout.addStretch(1)
        for widget in (self.include, self.as_of, self.handling, self.export, self.evidence):
            layout.addWidget(widget)

    def show_state(self, state: NoteState) -> None:
        """Show what holds for a note."""
        note = self._note = state.note
        if note is None or state.briefing is None:
            return
        self._show_notes(state.notes, note)
        self.chooser.say(f"Briefing note: {visible(_short(note.title))}")
        self.chooser.setToolTip(tip(note.title))
        self.chooser.setAccessibleName(f"Note: {note.title}")
        words = dict(_INCLUDES).get(note.include, note.include)
        self._name(self.include, words, f"From {words.lower()}")
        self._includes[note.include if note.include in self._includes else "all"].setChecked(True)
        when = f"as of {as_of_words(note.as_of)}"
        self._name(self.as_of, when, f"Evidence {when}")
        mark = state.briefing.handling
        self._name(self.handling, mark or "No label", f"Handling: {mark or 'none'}")

    def set_narrow(self, *, narrow: bool) -> None:
        """Offer the side columns as toggles in a narrow window."""
        self.sections.setVisible(narrow)
        self.evidence.setVisible(narrow)
        self.sections.setChecked(False)
        self.evidence.setChecked(False)
        self.include.setVisible(not narrow)

    def uncheck(self, column: str) -> None:
        """Show a column's toggle as off."""
        (self.sections if column == "left" else self.evidence).setChecked(False)

    # --- inside

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return button

    def _toggle(self, text: str, column: str) -> QToolButton:
        button = self._button(f"{text} column")
        button.setText(text)
        button.setCheckable(True)
        button.setObjectName(column)
        button.setVisible(False)
        button.clicked.connect(self._on_toggle)
        return button

    @staticmethod
    def _name(button: ShrinkingButton, text: str, spoken: str) -> None:
        button.say(text)
        button.setAccessibleName(spoken)
        button.setToolTip(spoken)

    def _make_include(self) -> None:
        menu, group = QMenu(self.include), QActionGroup(self)
        self._includes: dict[str, QAction] = {}
        for value, words in _INCLUDES:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
            self._includes[value] = action
        self.include.setMenu(menu)
        group.triggered.connect(self._on_include)

    def _make_export(self) -> None:
        menu = QMenu(self.export)
        for text, what in (("Markdown file…", ".md"), ("HTML file…", ".html"), ("Copy as Markdown", "copy")):
            menu.addAction(text).setData(what)
        self.export.setMenu(menu)
        menu.triggered.connect(self._on_export)

    def _connect(self) -> None:
        self._notes.triggered.connect(self._on_note)
        self.as_of.clicked.connect(self._on_as_of)
        self.handling.clicked.connect(self._on_handling)
        self._as_of.chosen.connect(self.as_of_chosen)
        self._handling.chosen.connect(self.handling_chosen)

    def _show_notes(self, notes: tuple[Note, ...], current: Note) -> None:
        self._notes.clear()
        for note in notes:
            action = self._notes.addAction(visible(_short(note.title, 2 * _TITLE)).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(note.id == current.id)
            action.setData(("note", str(note.id)))
        self._notes.addSeparator()
        for text, deed in (("New note", "new"), ("Rename…", "rename"), ("Versions…", "history"), ("Delete", "delete")):
            self._notes.addAction(text).setData((deed, ""))

    def _on_note(self, action: QAction) -> None:
        deed, note = action.data()
        if deed == "note":
            self.note_chosen.emit(note)
        else:
            wanted = {
                "new": self.new_wanted,
                "rename": self.rename_wanted,
                "history": self.history_wanted,
                "delete": self.delete_wanted,
            }
            wanted[deed].emit()

    def _on_include(self, action: QAction) -> None:
        self.include_chosen.emit(str(action.data()))

    def _on_export(self, action: QAction) -> None:
        if action.data() == "copy":
            self.copy_wanted.emit()
        else:
            self.export_wanted.emit(str(action.data()))

    def _on_as_of(self) -> None:
        if self._note is not None:
            self._as_of.open_for(self._note.as_of, self.as_of)

    def _on_handling(self) -> None:
        if self._note is not None:
            self._handling.open_for(self._note.fields.get("handling"), self.handling)

    def _on_toggle(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            self.column_wanted.emit(button.objectName(), button.isChecked())


def as_of_words(as_of: str) -> str:
    """Return a moment as the bar shows it: "now", "22 Dec 2025", "22 Dec 2025, 09:00 UTC"."""
    if not as_of:
        return "now"
    day = date_words(as_of, short=True)
    return f"{day}, {as_of[11:16]} UTC" if len(as_of) > 15 else day


def _short(title: str, most: int = _TITLE) -> str:
    flat = " ".join(title.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"
