"""Reader, side panel and note: built after the first paint, one at a time, and wired to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from briefing_app.ui.actions import Scope

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QWidget

    from briefing_app.domain.entity import Mention
    from briefing_app.domain.position import Statement
    from briefing_app.domain.reading import OpenArticle, StatementEdit
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.note.view import NoteView
    from briefing_app.ui.panels.view import SidePanel
    from briefing_app.ui.reader.finding import Sought
    from briefing_app.ui.reader.view import ReaderView
    from briefing_app.ui.shell.action_set import ActionSet

TABS = ("positions", "entities", "annotations", "figures")


class Panels(QObject):
    """Holds the panels of one open library.

    ``reader_built`` and ``side_built`` hand the widgets to the window, which places them; ``built`` comes once
    all that is needed at first is there. ``article_shown`` passes on what the reader shows, ``place_wanted``
    asks for an article and a passage of it.
    """

    ACTIONS = frozenset({f"panel_{name}" for name in TABS})
    reader_built = Signal(object)
    side_built = Signal(object)
    note_built = Signal(object)
    built = Signal()
    article_shown = Signal(object)
    place_wanted = Signal(str, int, int)
    side_wanted = Signal()
    card_wanted = Signal(str, str)

    def __init__(self, context: UiContext, actions: ActionSet, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._actions, self._window = context, actions, window
        self.reader: ReaderView | None = None
        self.side: SidePanel | None = None
        self.note: NoteView | None = None
        self.open: OpenArticle | None = None
        self._dossier = ""
        self._reveal: tuple[str, int, int] | None = None
        self._sought: tuple[Sought, ...] | None = None
        self._steps: list[Callable[[], None]] = [self._build_reader, self._build_side, self.built.emit]

    def start(self) -> None:
        """Build the next panel as soon as the event loop has drawn what there is."""
        QTimer.singleShot(0, self._next)

    def perform(self, action: str) -> None:
        """Show a tab of the side panel."""
        self.side_wanted.emit()
        if self.side is not None:
            self.side.focus_tab(action.removeprefix("panel_"))

    def open_article(self, article_id: str, start: int = 0, end: int = 0, sought: tuple[Sought, ...] = ()) -> None:
        """Open an article, and show a passage of it where one is named, or where what was sought stands."""
        self._reveal = (article_id, start, end) if end > start else None
        self._sought = sought
        if self.open is not None and self.open.article.id == article_id:
            self._do_reveal()
        elif self.reader is not None:
            self.reader.open_article(article_id)

    def show_dossier(self, dossier_id: str) -> None:
        """Tell the panels which dossier one is in."""
        self._dossier = dossier_id
        if self.side is not None:
            self.side.show_dossier(dossier_id)
        if self.note is not None and dossier_id:
            self.note.show_dossier(dossier_id)

    def need_note(self) -> NoteView:
        """Return the note view, built at its first use."""
        if self.note is None:
            from briefing_app.ui.note.view import NoteView

            self.note = NoteView(self._context)
            self.note.article_wanted.connect(self.place_wanted)
            self._actions.bind(Scope.NOTE, self.note)
            self._offer(self.note)
            self.note_built.emit(self.note)
        return self.note

    def _next(self) -> None:
        self._steps.pop(0)()
        if self._steps:
            QTimer.singleShot(0, self._next)

    def _build_reader(self) -> None:
        from briefing_app.ui.reader.view import ReaderView

        self.reader = ReaderView(self._context)
        self.reader.article_shown.connect(self._on_shown)
        self.reader.statement_wanted.connect(self._on_statement)
        self.reader.metadata_wanted.connect(self.edit_metadata)
        self.reader.mention_ruling_wanted.connect(self._on_mention)
        self._actions.bind(Scope.READER, self.reader)
        self._offer(self.reader)
        self.reader_built.emit(self.reader)

    def _build_side(self) -> None:
        from briefing_app.ui.panels.view import SidePanel

        self.side = SidePanel(self._context)
        self.side.reveal_wanted.connect(self._on_reveal)
        self.side.statement_edit_wanted.connect(self._on_statement)
        self.side.actor_wanted.connect(self._on_mention)
        self.side.card_wanted.connect(self.card_wanted)
        self.side.article_wanted.connect(self.place_wanted)
        self.side.reanchor_wanted.connect(self._on_reanchor)
        self._actions.bind(Scope.PANEL, self.side)
        self._offer(self.side)
        self._actions.add(self)
        self._actions.add(self.side.positions)
        self.side_built.emit(self.side)
        self.side.show_dossier(self._dossier)
        self.side.show_article(self.open)

    def _offer(self, panel: QWidget) -> None:
        """Let a panel run the actions it says it knows."""
        if hasattr(panel, "ACTIONS") and hasattr(panel, "perform"):
            self._actions.add(panel)

    def _on_shown(self, article: OpenArticle | None) -> None:
        self.open = article
        if self.side is not None:
            self.side.show_article(article)
        self.article_shown.emit(article)
        self._do_reveal()

    def _do_reveal(self) -> None:
        if self.reader is not None and self._sought is not None:
            self.reader.finder.seek(self._sought)
            self._sought = None
        if self._reveal is not None and self.open is not None and self.open.article.id == self._reveal[0]:
            _, start, end = self._reveal
            self._reveal = None
            self._on_reveal(start, end)

    def _on_reveal(self, start: int, end: int) -> None:
        if self.reader is not None:
            self.reader.reveal(start, end)

    def _on_reanchor(self, annotation_id: str) -> None:
        if self.reader is not None:
            self.reader.reanchor(annotation_id)

    def _on_statement(self, subject: StatementEdit | Statement) -> None:
        from briefing_app.ui.editors.statement import edit_statement

        if self.open is not None:
            edit_statement(self._context, self._window, self.open, subject)

    def edit_metadata(self, article_id: str) -> None:
        """Open the editor of an article's details."""
        from briefing_app.ui.editors.metadata import MetadataEditor

        if self.open is not None and self.open.article.id == article_id:
            self._open(MetadataEditor(self._context, self.open.article, self._window))

    def _on_mention(self, mention: Mention) -> None:
        from briefing_app.ui.editors.mention import MentionDialog

        if self.open is not None:
            dialog = MentionDialog(self._context, mention, self.open.article.id, self._window)
            dialog.card_wanted.connect(self.card_wanted)
            self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
