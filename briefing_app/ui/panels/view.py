"""The side panel: four tabs on the open article and its dossier."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from briefing_app.domain.certainty import is_changed
from briefing_app.domain.changes import Changes, Kind
from briefing_app.errors import UserError
from briefing_app.ui.panels.annotations.view import AnnotationsView
from briefing_app.ui.panels.entities.view import EntitiesView
from briefing_app.ui.panels.figures.view import FiguresView
from briefing_app.ui.panels.positions.view import PositionsView
from briefing_app.ui.panels.tabs import TabStrip

if TYPE_CHECKING:
    from briefing_app.domain.reading import OpenArticle
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.panels.panel import Panel

TABS = (
    ("positions", "Positions", "F4"),
    ("entities", "Entities", "F7"),
    ("annotations", "Annotations", "F8"),
    ("figures", "Figures", "F9"),
)
TAB_SETTING = "window.tab"
_LAYERS = (
    Kind.ARTICLE,
    Kind.VERSION,
    Kind.REMOVAL,
    Kind.ANALYSIS,
    Kind.ANNOTATION,
    Kind.STATEMENT,
    Kind.DOSSIER,
)


class SidePanel(QWidget):
    """Positions, entities, annotations and figures. ``tab_shown`` tells the name of the tab that came to the front.

    It reads the open article again when a unit of work touches it; what is given to `show_article` counts at once.
    """

    reveal_wanted = Signal(int, int)
    statement_edit_wanted = Signal(object)
    actor_wanted = Signal(object)
    article_wanted = Signal(str, int, int)
    card_wanted = Signal(str, str)
    tab_shown = Signal(str)
    reanchor_wanted = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._article: OpenArticle | None = None
        self._dossier = ""
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = TabStrip(context.theme, self)
        self.positions = PositionsView(context, self)
        self.entities = EntitiesView(context, self)
        self.annotations = AnnotationsView(context, self)
        self.figures = FiguresView(context, self)
        self.panels: dict[str, Panel] = {
            "positions": self.positions,
            "entities": self.entities,
            "annotations": self.annotations,
            "figures": self.figures,
        }
        self._stack = QStackedWidget(self)
        for name, words, key in TABS:
            self.tabs.add(name, words, key)
            self._stack.addWidget(self.panels[name])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.tabs)
        self.tabs.pick(context.settings.text(TAB_SETTING))
        self._stack.setCurrentWidget(self.panels[self.tabs.current()])
        self._connect()
        self._render()

    # what others ask

    def show_article(self, article: OpenArticle | None) -> None:
        """Show another article, or another state of the same one; None when nothing is open."""
        self._article = article
        self._render()

    def show_dossier(self, dossier_id: str) -> None:
        """Show positions of this dossier where the open article is in it; empty for none."""
        if dossier_id != self._dossier:
            self._dossier = dossier_id
            self._render()

    def focus_tab(self, name: str) -> None:
        """Bring a tab to the front and give it the focus."""
        self.tabs.pick(name)
        panel = self.panels.get(name)
        if panel is None:
            return
        if panel.is_empty():
            self.tabs.setFocus()
        panel.take_focus()

    def current_tab(self) -> str:
        """Return the name of the tab in front."""
        return self.tabs.current()

    # inside

    def _connect(self) -> None:
        self.tabs.picked.connect(self._on_picked)
        self.positions.edit_wanted.connect(self.statement_edit_wanted)
        self.positions.elsewhere_wanted.connect(self.article_wanted)
        self.entities.actor_wanted.connect(self.actor_wanted)
        self.entities.card_wanted.connect(self.card_wanted)
        self.annotations.reanchor_wanted.connect(self.reanchor_wanted)
        for name, panel in self.panels.items():
            panel.reveal_wanted.connect(self.reveal_wanted)
            panel.counted.connect(partial(self.tabs.set_count, name))
        self._context.changes.changed.connect(self._hear)

    def _render(self) -> None:
        for panel in self.panels.values():
            panel.show_article(self._article, self._dossier)

    def _hear(self, changes: Changes) -> None:
        article = self._article
        if article is not None and (
            changes.touches(*_LAYERS, article=article.article.id)
            or changes.touches(Kind.RULING, Kind.ENTITY, Kind.DOSSIER)
            or is_changed(changes)
        ):
            work = partial(self._context.services.reading.open_article, article.article.id)
            self._context.runner.read(work, self._reread, failed=self._gone, key="panels.article")
        for panel in self.panels.values():
            panel.hear(changes)

    def _reread(self, article: OpenArticle) -> None:
        if self._article is not None and article.article.id == self._article.article.id and article != self._article:
            self.show_article(article)

    def _gone(self, error: Exception) -> None:
        """Leave it to the reader to say that the article is gone; it is shown until the reader closes it."""
        del error

    def _on_picked(self, name: str) -> None:
        self._stack.setCurrentWidget(self.panels[name])
        self.tab_shown.emit(name)
        try:
            self._context.settings.set(TAB_SETTING, name)
        except UserError as error:
            self._context.messages.warn(error)
