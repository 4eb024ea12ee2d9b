"""Decides what the panel of positions shows and what its deeds do; knows no widget."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from briefing_app.domain import overrides
from briefing_app.domain.certainty import is_changed
from briefing_app.domain.changes import Changes, Kind
from briefing_app.ui.counted import counted
from briefing_app.ui.panels.cards.pieces import CHOOSE
from briefing_app.ui.panels.positions.cards import (
    ACCEPT,
    DELETE,
    DISMISS,
    EDIT,
    EXPAND,
    MORE,
    OVERRIDE,
    UNCOVER,
    WITHDRAW,
    deeds_of,
    hidden_words,
)
from briefing_app.ui.panels.positions.composing import Shown, compose
from briefing_app.ui.panels.positions.gathering import Gathered, gather, suggestions_of, titles
from briefing_app.ui.panels.positions.rows import (
    EvidenceRow,
    HiddenRow,
    MoreRow,
    PositionRow,
    SuggestionRow,
    suggestion_key,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.domain.position import Position, Statement
    from briefing_app.domain.reading import OpenArticle
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.panels.cards.pieces import Deed
    from briefing_app.ui.panels.positions.rows import PartyChip, Row

SURE = 0.8
"""From this confidence on, "accept all" takes suggestions."""

_CONCERNED = (
    Kind.STATEMENT,
    Kind.DOSSIER,
    Kind.ARTICLE,
    Kind.VERSION,
    Kind.ANALYSIS,
    Kind.ENTITY,
)


class Page(Protocol):
    """What the presenter asks of the panel."""

    def show_chips(self, chips: Sequence[PartyChip], active: str) -> None:
        """Show the parties, ``active`` one filled."""

    def show_rows(self, rows: Sequence[Row], current: str) -> None:
        """Show the rows and, unless empty, make ``current`` the current one."""

    def show_empty(self, title: str, text: str, button: str = "") -> None:
        """Show that there is nothing, and why; ``button`` uncovers what is hidden."""

    def reveal(self, start: int, end: int) -> None:
        """Show a passage of the open article."""

    def open_elsewhere(self, article: str, start: int, end: int) -> None:
        """Open another article at a passage."""

    def edit(self, statement: Statement) -> None:
        """Open the statement editor."""

    def override(self, dossier: str, position: Position) -> None:
        """Open the dialog in which a position is read otherwise."""


class PositionsPresenter:
    """Keeps nothing of the library but what it shows."""

    def __init__(self, context: UiContext, page: Page) -> None:
        self._context = context
        self._page = page
        self._article: OpenArticle | None = None
        self._dossier = ""
        self._gathered = Gathered()
        self._titles: dict[str, tuple[str, str]] = {}
        self._active = ""
        self._expanded: set[tuple[str, str]] = set()
        self._wanted = ""
        self._pending: set[str] = set()
        self._shown = Shown()
        self._turn = 0
        self._uncovered = False

    # what others ask

    def show(self, article: OpenArticle | None, dossier_id: str) -> None:
        """Show the positions of the dossier (or those of the article alone) and the article's suggestions."""
        other = article is None or self._article is None or article.article.id != self._article.article.id
        if other:
            self._expanded.clear()
            self._wanted = ""
            self._uncovered = False
        self._article = _uncovered(article) if self._uncovered and article is not None else article
        self._dossier = dossier_id
        self.refresh()

    def hear(self, changes: Changes) -> None:
        """Read again what a unit of work may have changed."""
        own = overrides.is_changed(changes)
        if (self._dossier or own) and (own or changes.touches(*_CONCERNED) or is_changed(changes)):
            self.refresh()

    def refresh(self) -> None:
        """Read everything anew and show it."""
        self._turn += 1
        if not self._dossier_id():
            self._arrived(self._turn, gather(self._context.services, self._article, ""))
            return
        work = partial(gather, self._context.services, self._article, self._dossier_id())
        self._context.runner.read(work, partial(self._arrived, self._turn), key="panels.positions")

    def uncover(self) -> None:
        """Show the less certain suggestions of this article too, until another one is opened."""
        if self._article is not None and self._article.unsure:
            self._uncovered = True
            self.show(self._article, self._dossier)

    def choose_party(self, name: str) -> None:
        """Show another party."""
        self._active = name
        self._wanted = ""
        self._render()

    def do(self, key: str, deed: str) -> None:
        """Do what the user asked of the row of ``key``."""
        row = next((one for one in self._shown.rows if one.key == key), None)
        if deed == ACCEPT and not isinstance(row, SuggestionRow):
            deed = CHOOSE
        match row:
            case SuggestionRow():
                self._review(row.statement, deed)
            case PositionRow() if deed == OVERRIDE and row.dossier:
                self._page.override(row.dossier, row.position)
            case PositionRow() if deed == WITHDRAW and row.position.override is not None:
                self._withdraw(row)
            case PositionRow() if deed == EXPAND:
                self._toggle(row)
            case PositionRow() if deed == CHOOSE and row.position.current is not None:
                self._reveal(row.position.current)
            case EvidenceRow() if deed == CHOOSE:
                self._reveal(row.statement)
            case EvidenceRow() | PositionRow() if deed in (EDIT, DELETE):
                self._act_on(row, deed)
            case HiddenRow() if deed in (CHOOSE, UNCOVER):
                self.uncover()
            case MoreRow() if deed in (CHOOSE, MORE):
                self.choose_party(row.parties[0][0])
                self._want_first_suggestion()

    def deeds(self, key: str) -> tuple[Deed, ...]:
        """Return what can be done with the row of ``key``."""
        row = next((one for one in self._shown.rows if one.key == key), None)
        return deeds_of(row) if row is not None else ()

    def open_suggestions(self) -> tuple[Statement, ...]:
        """Return the open suggestions of the article, all parties."""
        return suggestions_of(self._article)

    def shown_suggestions(self) -> tuple[Statement, ...]:
        """Return the open suggestions about the party shown."""
        return tuple(row.statement for row in self._shown.rows if isinstance(row, SuggestionRow))

    def sure(self) -> tuple[Statement, ...]:
        """Return the open suggestions that "accept all" would take."""
        return tuple(one for one in self.open_suggestions() if one.confidence >= SURE)

    def accept_sure(self) -> None:
        """Accept all suggestions of the article whose rule is sure enough."""
        taken = [one.id for one in self.sure()]
        if taken:
            self._write(self._context.services.statements.accept, taken, "accepted")

    def dismiss_shown(self) -> None:
        """Dismiss the suggestions about the party shown."""
        taken = [one.id for one in self.shown_suggestions()]
        if taken:
            self._write(self._context.services.statements.dismiss, taken, "dismissed")

    # inside

    def _dossier_id(self) -> str:
        if self._article is None:
            return self._dossier
        of_article = [one.id for one in self._article.dossiers]
        if self._dossier in of_article:
            return self._dossier
        return of_article[0] if of_article else ""

    def _arrived(self, turn: int, gathered: Gathered) -> None:
        if turn != self._turn:
            return
        self._gathered = gathered
        self._titles |= gathered.articles
        self._pending.clear()
        self._render()

    def _render(self) -> None:
        self._shown = compose(self._gathered, self._article, self._active, self._expanded, self._titles)
        self._active = self._shown.active
        if not self._shown.chips:
            hidden = len(self._article.unsure) if self._article is not None else 0
            self._page.show_empty(*self._why_empty(), "Show them" if hidden else "")
            return
        self._page.show_chips(self._shown.chips, self._active)
        self._page.show_rows(self._shown.rows, self._wanted)

    def _why_empty(self) -> tuple[str, str]:
        article = self._article
        if article is None and not self._dossier:
            return "No article open", "Open an article to see what each party holds."
        if article is not None and article.analysis is None:
            return "No positions yet", "They appear when the article has been analysed."
        if article is not None and article.unsure:
            return "Nothing certain enough", f"{hidden_words(len(article.unsure))}."
        limits = " ".join(article.analysis.limits) if article is not None and article.analysis else ""
        return "No positions yet", f"Select a passage and press P to say who holds what. {limits}".strip()

    def _review(self, statement: Statement, deed: str) -> None:
        if statement.id in self._pending:
            return
        services = self._context.services.statements
        match deed:
            case _ if deed == ACCEPT:
                self._go_on(statement)
                self._write(services.accept, [statement.id], "accepted")
            case _ if deed == DISMISS:
                self._go_on(statement)
                self._write(services.dismiss, [statement.id], "dismissed")
            case _ if deed == EDIT:
                self._page.edit(statement)
            case _ if deed == CHOOSE:
                self._reveal(statement)

    def _withdraw(self, row: PositionRow) -> None:
        position = row.position
        work = partial(self._context.services.positions.withdraw, row.dossier, position.party, position.issue)
        self._context.runner.write(work, self._withdrawn)

    def _withdrawn(self, found: object) -> None:
        del found
        self._context.messages.offer_undo("The position is again what its statements add up to.")

    def _go_on(self, statement: Statement) -> None:
        """Make the next suggestion current, else the one before, else what is left of others."""
        keys = [row.key for row in self._shown.rows if isinstance(row, SuggestionRow | MoreRow)]
        place = keys.index(suggestion_key(statement.id))
        left = keys[place + 1 :] or keys[:place][-1:]
        self._wanted = left[0] if left else ""
        if self._wanted:
            self._page.show_rows(self._shown.rows, self._wanted)

    def _write(self, work: Callable[[Sequence[str]], None], ids: Sequence[str], what: str) -> None:
        self._pending.update(ids)
        sentence = f"Suggestion {what}." if len(ids) == 1 else f"{counted(len(ids), 'suggestion')} {what}."
        self._context.runner.write(
            partial(work, list(ids)), partial(self._written, sentence), failed=partial(self._refused, tuple(ids))
        )

    def _written(self, sentence: str, answer: None) -> None:
        del answer
        self._context.messages.offer_undo(sentence)

    def _refused(self, ids: tuple[str, ...], error: Exception) -> None:
        self._pending.difference_update(ids)
        self._context.messages.warn(error)

    def _want_first_suggestion(self) -> None:
        first = next((row.key for row in self._shown.rows if isinstance(row, SuggestionRow)), "")
        self._wanted = first
        self._page.show_rows(self._shown.rows, first)

    def _toggle(self, row: PositionRow) -> None:
        place = (row.position.party, row.position.issue)
        self._expanded.symmetric_difference_update({place})
        self._wanted = row.key
        self._render()
        missing = {one.article for one in row.position.evidence}.difference(self._titles)
        if place in self._expanded and missing:
            work = partial(titles, self._context.services, missing)
            self._context.runner.read(work, self._titled, key="panels.positions.titles")

    def _titled(self, found: dict[str, tuple[str, str]]) -> None:
        self._titles |= found
        self._render()

    def _reveal(self, statement: Statement) -> None:
        if not statement.evidence:
            return
        anchor = statement.evidence[0]
        here = self._article is not None and statement.article == self._article.article.id
        if here and not anchor.placed:
            self._context.messages.tell("The passage has no certain place in the text any more; its words are kept.")
        elif here:
            self._page.reveal(anchor.start, anchor.end)
        else:
            start, end = (anchor.start, anchor.end) if anchor.placed else (0, 0)
            self._page.open_elsewhere(statement.article, start, end)

    def _act_on(self, row: PositionRow | EvidenceRow, deed: str) -> None:
        statement = row.statement if isinstance(row, EvidenceRow) else row.position.current
        if statement is None:
            return
        if deed == EDIT:
            self._page.edit(statement)
            return
        work = partial(self._context.services.statements.delete, [statement.id])
        self._context.runner.write(work, partial(self._written, "Statement deleted."))


def _uncovered(article: OpenArticle) -> OpenArticle:
    """Return an article with its less certain suggestions among its statements."""
    return replace(article, statements=(*article.statements, *article.unsure), unsure=())
