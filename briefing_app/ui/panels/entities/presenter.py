"""Decides what the panel of names shows; steps through mentions and writes the reader's rulings."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from briefing_app.domain.dossier import PARTY_COLOURS, Dossier, Party
from briefing_app.ui.panels.cards.pieces import CHOOSE
from briefing_app.ui.panels.entities.grouping import Named, group_names
from briefing_app.ui.panels.entities.model import HeadingRow, NameRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.entity import Mention
    from briefing_app.domain.reading import OpenArticle
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.panels.entities.model import Row

NEXT, PREVIOUS, CHANGE = "next", "previous", "change"


class Page(Protocol):
    """What the presenter asks of the panel."""

    def show_rows(self, rows: Sequence[Row], names: int) -> None:
        """Show the rows; ``names`` is how many names the article has, filtered or not."""

    def show_empty(self, title: str, text: str) -> None:
        """Show that there is nothing, and why."""

    def reveal(self, start: int, end: int) -> None:
        """Show a passage."""

    def say(self, words: str) -> None:
        """Say something to a screen reader."""

    def change(self, mention: Mention) -> None:
        """Ask whom a mention means."""


class EntitiesPresenter:
    """Knows the names of the open article and where the reader stepped to."""

    def __init__(self, context: UiContext, page: Page) -> None:
        self._context = context
        self._page = page
        self._article: OpenArticle | None = None
        self._dossier = ""
        self._names: tuple[Named, ...] = ()
        self._places: dict[str, int] = {}
        self._filter = ""

    def show(self, article: OpenArticle | None, dossier_id: str) -> None:
        """Show the names of an article."""
        if article is None or self._article is None or article.article.id != self._article.article.id:
            self._places.clear()
        self._article, self._dossier = article, dossier_id
        self._names = group_names(article) if article is not None else ()
        self._render()

    def filter(self, words: str) -> None:
        """Show only names in which ``words`` occur, in the name or in the text's own words."""
        self._filter = " ".join(words.casefold().split())
        self._render()

    def do(self, key: str, deed: str) -> None:
        """Do what the user asked of the name of ``key``."""
        named = self.named(key)
        if named is None:
            return
        if deed in (CHOOSE, NEXT):
            self._step(named, 1)
        elif deed == PREVIOUS:
            self._step(named, -1)
        elif deed == CHANGE:
            self._page.change(self._mention_at(named))

    def named(self, key: str) -> Named | None:
        """Return the name of a key."""
        return next((one for one in self._names if one.key == key), None)

    def change_surface(self, named: Named, surface: str) -> None:
        """Ask whom ``surface`` means."""
        self._page.change(next(one for one in named.mentions if one.text == surface))

    def never(self, surface: str, *, here_only: bool = False) -> None:
        """Rule that ``surface`` is no name, in this article or everywhere."""
        article = self._article.article.id if here_only and self._article is not None else ""
        work = partial(self._context.services.entities.rule_never, surface, article)
        where = " in this article" if here_only else ""
        self._context.runner.write(work, partial(self._done, f"“{surface}” is no longer a name{where}."))

    def dossier_for_parties(self) -> Dossier | None:
        """Return the dossier that a name could become a party of."""
        if self._article is None:
            return None
        found = {str(one.id): one for one in self._article.dossiers}
        return found.get(self._dossier) or next(iter(found.values()), None)

    def make_party(self, named: Named) -> None:
        """Make a name a party of the dossier."""
        dossier = self.dossier_for_parties()
        if dossier is None or named.party:
            return
        work = partial(self._add_party, str(dossier.id), Party(named.name, named.actor))
        self._context.runner.write(work, partial(self._done, f"{named.name} is a party of “{dossier.name}” now."))

    # inside

    def _add_party(self, dossier_id: str, party: Party) -> None:
        dossiers = self._context.services.dossiers
        dossier = dossiers.get(dossier_id)
        taken = {one.colour for one in dossier.parties}
        free = next((colour for colour in PARTY_COLOURS if colour not in taken), "grey")
        dossiers.save(replace(dossier, parties=(*dossier.parties, replace(party, colour=free))))

    def _done(self, sentence: str, answer: object) -> None:
        del answer
        self._context.messages.offer_undo(sentence)

    def _step(self, named: Named, by: int) -> None:
        count = len(named.mentions)
        before = self._places.get(named.key, 0)
        place = (before + by - 1) % count + 1 if before else (1 if by > 0 else count)
        self._places = {named.key: place}
        self._render()
        self._page.say(f"{place} of {count}")
        mention = named.mentions[place - 1]
        self._page.reveal(mention.start, mention.end)

    def _mention_at(self, named: Named) -> Mention:
        return named.mentions[max(self._places.get(named.key, 1) - 1, 0)]

    def _render(self) -> None:
        article = self._article
        if article is None:
            self._page.show_empty("No article open", "Open an article to see who and what it names.")
        elif article.analysis is None:
            self._page.show_empty("No names yet", "They appear when the article has been analysed.")
        elif not self._names:
            limits = " ".join(article.analysis.limits)
            text = f"People, organisations, countries and places appear here as they are found. {limits}"
            self._page.show_empty("No names in this article", text.strip())
        else:
            self._page.show_rows(self._rows(), len(self._names))

    def _rows(self) -> list[Row]:
        shown = [one for one in self._names if self._matches(one)]
        rows: list[Row] = []
        for place, one in enumerate(shown):
            if not place or shown[place - 1].group is not one.group:
                rows.append(HeadingRow(one.group.value, sum(1 for other in shown if other.group is one.group)))
            rows.append(NameRow(one, min(self._places.get(one.key, 0), len(one.mentions))))
        return rows

    def _matches(self, named: Named) -> bool:
        if not self._filter:
            return True
        return any(self._filter in words.casefold() for words in (named.name, *named.surfaces))
