"""The panel of figures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing_app.domain.entity import FigureKind
from briefing_app.ui.panels.cards.list import CardList
from briefing_app.ui.panels.choices import ChoiceBar
from briefing_app.ui.panels.figures.model import KIND_WORDS, FigureModel, FigureRow
from briefing_app.ui.panels.figures.presenter import FiguresPresenter
from briefing_app.ui.panels.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.reading import OpenArticle
    from briefing_app.ui.context import UiContext


class FiguresView(Panel):
    """Kinds at the top, the figures in the order of the text below."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.kinds = ChoiceBar("Kinds of figure", self.contents)
        self.model = FigureModel()
        self.list = CardList("Figures", self.model, context.theme, parent=self.contents)
        self.presenter = FiguresPresenter(self)
        layout = QVBoxLayout(self.contents)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.kinds)
        layout.addWidget(self.list, 1)
        self.kinds.chosen.connect(self._on_kind)
        self.list.done.connect(self.presenter.do)
        self.empty.pressed.connect(self.presenter.explain)

    def show_article(self, article: OpenArticle | None, dossier_id: str) -> None:
        """Show the figures of an article."""
        del dossier_id
        self.presenter.show(article)
        if article is not None and article.analysis is not None:
            shown = article.article.id
            work = partial(self._context.services.figures.elsewhere, shown)
            then = partial(self.presenter.add_sightings, shown)
            self._context.runner.read(work, then, failed=self._without, key="panels.figures")

    def _without(self, error: Exception) -> None:
        """Leave the figures without word of other articles: the article that is shown may just have gone."""
        del error

    def take_focus(self) -> None:
        """Give the list the focus, or the button of the empty page."""
        if not self.is_empty():
            self.list.setFocus()
        elif self.empty.button.isVisibleTo(self):
            self.empty.button.setFocus()

    def show_kinds(self, kinds: Sequence[tuple[FigureKind, int]], chosen: FigureKind | None) -> None:
        """Show which kinds there are."""
        choices = [("", "All")] + [(kind.value, f"{KIND_WORDS[kind]} {count}") for kind, count in kinds]
        self.kinds.show_choices(choices if len(kinds) > 1 else [], chosen.value if chosen else "")

    def show_rows(self, rows: Sequence[FigureRow], count: int) -> None:
        """Show figures."""
        self.show_contents()
        self.model.show(rows)
        self.counted.emit(count)

    def show_empty(self, title: str, text: str, button: str) -> None:
        """Show that there is nothing."""
        self.model.show(())
        self.counted.emit(0)
        self.show_nothing(title, text, button)

    def reveal(self, start: int, end: int) -> None:
        """Ask for a passage."""
        self.reveal_wanted.emit(start, end)

    def _on_kind(self, value: str) -> None:
        self.presenter.choose_kind(FigureKind(value) if value else None)
