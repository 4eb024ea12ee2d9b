"""The Note view: sections and checks, the page with its editor, and the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from briefing_app.ui.note.bar import NoteBar
from briefing_app.ui.note.cards import CITE, CONFIRM, OPEN, SEEN, SHOW
from briefing_app.ui.note.errands import NoteErrands
from briefing_app.ui.note.outline import CheckRow, is_taken_over
from briefing_app.ui.note.parts import GENERATED, HEADER, prompt_of, short_heading
from briefing_app.ui.note.presenter import Emptiness, NotePresenter
from briefing_app.ui.note.sheet import Sheet, preview_colours
from briefing_app.ui.note.side_columns import LEFT_WIDTH, RIGHT_WIDTH, Evidence, Outline
from briefing_app.ui.note.writing import WIDTH, WritingPane
from briefing_app.ui.widgets.announce import announce
from briefing_app.ui.widgets.cards import EmptyState

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from briefing_app.domain.note import Section
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.note.evidence import Row
    from briefing_app.ui.note.outline import OutlineRow
    from briefing_app.ui.note.state import Draft, NoteState

NARROW = 1040
"""Width below which the side columns fold into toggles."""
PREVIEW_AFTER, SAVE_AFTER = 250, 4000
"""Milliseconds without typing after which the page is composed anew, and the text saved."""
_EMPTY = {
    Emptiness.NO_DOSSIER: ("No dossier chosen", "A note is written from a dossier: choose one at the top.", ""),
    Emptiness.NO_ARTICLES: (
        "This dossier is empty",
        "Put articles into it first; a note takes its evidence from them.",
        "",
    ),
    Emptiness.NO_NOTE: (
        "No briefing note yet",
        "One page, its positions and dates filled in from this dossier with footnotes; you write the rest.",
        "Start a briefing note",
    ),
}


class NoteView(QWidget):
    """Shows a dossier's note. ``article_wanted`` asks for an article and the passage in it."""

    ACTIONS = frozenset({"export_note"})
    article_wanted = Signal(str, int, int)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self._narrow: bool | None = None
        self.empty = EmptyState("", "", parent=self)
        self.bar = NoteBar(self)
        self.outline = Outline(context.theme, self)
        self.sheet = Sheet(context.theme, self)
        self.pane = WritingPane(self)
        self.evidence = Evidence(context.theme, self)
        self._preview_clock = QTimer(self, singleShot=True, interval=PREVIEW_AFTER)
        self._save_clock = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self.presenter = NotePresenter(context, self)
        self.errands = NoteErrands(context, self.presenter, self)
        self._lay_out()
        self._connect()
        self.show_empty(Emptiness.NO_DOSSIER)
        self.presenter.sleep()

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """Return the columns through which F6 moves the focus."""
        return (self.outline.sections, self.sheet, self.evidence.list)

    # --- for the window

    def show_dossier(self, dossier_id: str) -> None:
        """Show a dossier's note."""
        self.presenter.show_dossier(dossier_id)

    def open_note(self, note_id: str) -> None:
        """Show a note."""
        self.presenter.open_note(note_id)

    def perform(self, action: str) -> None:
        """Run an action of `ACTIONS`."""
        if action == "export_note":
            self.errands.export(".md")

    def write_note(self) -> None:
        """Start the dossier's first note, or go to the one there is; the window calls this once it shows the view."""
        self.presenter.begin()
        self.sheet.setFocus()

    def keep(self) -> None:
        """Save what is typed now; the window calls this before it closes."""
        self.presenter.drafting.save()

    # --- for the presenter

    def show_empty(self, why: Emptiness) -> None:
        """Show why there is no note, and what to do."""
        title, text, button = _EMPTY[why]
        self.empty.say(title, text, button or None)
        self._stack.setCurrentWidget(self.empty)

    def show_state(self, state: NoteState) -> None:
        """Show a note and everything about it."""
        if state.note is None or state.briefing is None:
            return
        if self._stack.currentWidget() is not self._page:
            had_focus = self.empty.button.hasFocus()
            self._stack.setCurrentWidget(self._page)
            if had_focus:
                self.sheet.setFocus()
        self.bar.show_state(state)
        self.evidence.model.take_known(state.statements)
        self.outline.show_note(state.note)
        self._show_page()

    def show_outline(self, rows: tuple[OutlineRow, ...], checks: tuple[CheckRow, ...]) -> None:
        """Show the sections' states and the check list."""
        self.outline.show_rows(rows, checks)

    def show_evidence(self, rows: list[Row]) -> None:
        """Show the evidence column."""
        self.evidence.show_rows(rows)

    def show_section(self, key: str, section: Section | None, *, go: bool) -> None:
        """Show which section is chosen and what can be done with it."""
        self.outline.sections.put_current(key)
        self.sheet.show_chosen(key)
        writes = self.presenter.writes(key)
        taken_over = section is not None and is_taken_over(section)
        self.pane.show_section(
            self._heading(key, section),
            "you write this" if writes else "generated from the dossier",
            writes=writes,
            generated=key in GENERATED,
            taken_over=taken_over,
        )
        if go:
            self.sheet.bring(key)

    def open_editor(self, draft: Draft) -> None:
        """Open the editor on a section or on the header."""
        heading = self._heading(draft.key, self.presenter.shown_section(draft.key))
        self.pane.open(draft, heading, prompt_of(draft.key))
        QTimer.singleShot(0, self, self._bring_edited)

    def renew_editor(self, draft: Draft) -> None:
        """Put other texts into the open editor."""
        self.pane.renew(draft)

    def close_editor(self) -> None:
        """Close the editor."""
        self._preview_clock.stop()
        self._save_clock.stop()
        focus = self.window().focusWidget()
        had_focus = bool(focus) and self.pane.isAncestorOf(focus)
        self.pane.close_editor()
        if had_focus:
            self.sheet.setFocus()

    def show_saved(self, *, saved: bool) -> None:
        """Show whether the library holds what is typed."""
        self.pane.show_saved(saved=saved)
        self.outline.show_saved(saved=saved)

    # --- Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has changed."""
        super().showEvent(event)
        self.presenter.wake()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed, and rest."""
        super().hideEvent(event)
        self.presenter.drafting.save()
        self.presenter.sleep()

    def minimumSizeHint(self) -> QSize:
        """Ask for the room of a narrow window: the side columns fold away."""
        return QSize(420, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the side columns into toggles in a narrow window."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        if narrow is not self._narrow:
            self._narrow = narrow
            self.bar.set_narrow(narrow=narrow)
            self.outline.setVisible(not narrow)
            self.evidence.setVisible(not narrow)

    # --- inside

    def _lay_out(self) -> None:
        self.outline.setFixedWidth(LEFT_WIDTH)
        self.evidence.setMinimumWidth(260)
        self.evidence.setMaximumWidth(RIGHT_WIDTH)
        self.pane.setMaximumWidth(WIDTH)
        desk = QWidget(self)
        desk.setProperty("role", "desk")
        desk.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        middle = QVBoxLayout(desk)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.sheet, 1)
        holder = QHBoxLayout()
        holder.setContentsMargins(12, 6, 12, 10)
        holder.addStretch(1)
        holder.addWidget(self.pane, 100)
        holder.addStretch(1)
        middle.addLayout(holder)
        self._page = QWidget(self)
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self.outline)
        columns.addWidget(desk, 10)
        columns.addWidget(self.evidence, 6)
        page = QVBoxLayout(self._page)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.bar)
        page.addLayout(columns, 1)
        self._stack = QStackedLayout(self)
        self._stack.setSizeConstraint(QStackedLayout.SizeConstraint.SetNoConstraint)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._page)
        self.setFocusProxy(self.sheet)

    def _connect(self) -> None:
        presenter, deeds, drafting = self.presenter, self.presenter.deeds, self.presenter.drafting
        self.empty.pressed.connect(presenter.start)
        self.bar.note_chosen.connect(presenter.open_note)
        self.bar.new_wanted.connect(presenter.start)
        self.bar.rename_wanted.connect(self._on_rename)
        self.bar.delete_wanted.connect(deeds.delete)
        self.bar.as_of_chosen.connect(deeds.set_as_of)
        self.bar.include_chosen.connect(deeds.set_include)
        self.bar.handling_chosen.connect(deeds.set_handling)
        self.bar.export_wanted.connect(self.errands.export)
        self.bar.copy_wanted.connect(self.errands.copy)
        self.bar.column_wanted.connect(self._on_column)
        for source in (self.bar.history_wanted, self.outline.history_wanted):
            source.connect(self.errands.compare)
        self.outline.sections.moved.connect(presenter.choose)
        self.outline.sections.chosen.connect(drafting.edit)
        self.outline.checks.chosen.connect(self._on_check)
        self.sheet.section_chosen.connect(drafting.edit)
        self.sheet.source_wanted.connect(self._on_source)
        self.sheet.edit_wanted.connect(self._on_edit)
        self.pane.edit_wanted.connect(self._on_edit)
        self.pane.take_over_wanted.connect(self._on_take_over)
        self.pane.give_back_wanted.connect(self._on_give_back)
        self.pane.cite_wanted.connect(self._on_cite_wanted)
        self.pane.typed.connect(self._on_typed)
        self.pane.left.connect(drafting.save)
        self.pane.done.connect(drafting.done)
        self.pane.cancelled.connect(drafting.cancel)
        self.evidence.found.connect(presenter.find_evidence)
        self.evidence.list.done.connect(self._on_card)
        self._preview_clock.timeout.connect(drafting.preview)
        self._save_clock.timeout.connect(drafting.save)
        self._context.changes.changed.connect(presenter.hear)
        self._context.theme.changed.connect(self._show_page)

    def _show_page(self) -> None:
        briefing = self.presenter.state.briefing
        if briefing is not None:
            from briefing_app.export.preview import write

            html = write(briefing, preview_colours(self._context.theme.current))
            self.sheet.show_html(html, len(briefing.footnotes))
            if self.pane.editing and self.pane.text.hasFocus():
                self.sheet.bring(self.presenter.section)

    @staticmethod
    def _heading(key: str, section: Section | None) -> str:
        if key == HEADER:
            return "Title and header"
        return section.heading if section is not None else short_heading(key, key)

    def _bring_edited(self) -> None:
        self.sheet.bring(self.presenter.section)

    def _on_typed(self, texts: dict[str, str]) -> None:
        self.presenter.drafting.type(texts)
        self._preview_clock.start()
        self._save_clock.start()

    def _on_edit(self) -> None:
        self.presenter.drafting.edit(self.presenter.section)

    def _on_take_over(self) -> None:
        self.presenter.drafting.take_over(self.presenter.section)

    def _on_give_back(self) -> None:
        self.presenter.drafting.give_back(self.presenter.section)

    def _on_rename(self) -> None:
        self.presenter.drafting.edit(HEADER)

    def _on_cite_wanted(self) -> None:
        self._reveal_column("right")
        self.evidence.field.setFocus()

    def _on_check(self, key: str) -> None:
        row = self.outline.checks.lines.row(self.outline.checks.lines.index_of(key))
        if isinstance(row, CheckRow) and row.section:
            self.presenter.choose(row.section)
            self.sheet.bring(row.section)

    def _on_source(self, number: int) -> None:
        passage = self.presenter.passage_of(number)
        if passage is not None:
            self.article_wanted.emit(*passage)

    def _on_card(self, key: str, deed: str) -> None:
        if deed == SEEN or key == SEEN:
            self.presenter.take_as_seen()
        elif deed == SHOW or key.startswith("new:"):
            self.presenter.choose("positions")
        elif deed == CITE:
            self._cite(key)
        elif deed in (CONFIRM, OPEN):
            self._confirm_or_open(key, deed)

    def _confirm_or_open(self, key: str, deed: str) -> None:
        statement = self.presenter.statement(key)
        if statement is None:
            return
        if deed == CONFIRM and not statement.status.counts:
            self.presenter.deeds.accept(key)
        elif deed == OPEN and statement.evidence:
            anchor = statement.evidence[0]
            start, end = (anchor.start, anchor.end) if anchor.placed else (0, 0)
            self.article_wanted.emit(statement.article, start, end)

    def _cite(self, key: str) -> None:
        mark = self.evidence.model.mark_of(key)
        if not mark:
            return
        if not self.presenter.drafting.cites and self.presenter.writes(self.presenter.section):
            self.presenter.drafting.edit(self.presenter.section)
        if self.pane.insert_mark(mark):
            announce(self.pane.text, "Citation put in.")
        else:
            self._context.messages.tell("Open a section that you write, then cite.")

    def _on_column(self, column: str, on: bool) -> None:
        shown, other = (self.outline, self.evidence) if column == "left" else (self.evidence, self.outline)
        shown.setVisible(on)
        if on and self._narrow:
            other.hide()
            self.bar.uncheck("right" if column == "left" else "left")

    def _reveal_column(self, column: str) -> None:
        widget = self.evidence if column == "right" else self.outline
        if not widget.isVisible():
            (self.bar.evidence if column == "right" else self.bar.sections).click()
