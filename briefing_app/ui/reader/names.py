"""What a reader does with names in the text: have them explained, walk through them, change what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from briefing_app.domain.entity import EntityKind, Mention
from briefing_app.ui.reader.announcing import announce
from briefing_app.ui.reader.highlights import Layer
from briefing_app.ui.reader.layers import PartyColours
from briefing_app.ui.reader.mention_card import MentionCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from briefing_app.ui.reader.deeds import ReaderDeeds
    from briefing_app.ui.reader.passages import PassageCommands
    from briefing_app.ui.reader.presenter import ReaderPresenter
    from briefing_app.ui.reader.surface import ReadingSurface

_REST = 400
"""Milliseconds that the pointer rests on a name before it is explained."""


class NameCommands(QObject):
    """The card on names, and the keys that walk through them. ``ruling_wanted`` carries a `Mention`."""

    ruling_wanted = Signal(object)

    def __init__(
        self,
        presenter: ReaderPresenter,
        deeds: ReaderDeeds,
        surface: ReadingSurface,
        passages: PassageCommands,
        view: QWidget,
    ) -> None:
        super().__init__(view)
        self._presenter = presenter
        self._deeds = deeds
        self._surface = surface
        self._passages = passages
        self._view = view
        self._under = ""
        self.card = MentionCard(view)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._rested)
        surface.hovered.connect(self._hovered)
        self.card.change_wanted.connect(self._change)
        self.card.never_here.connect(self._never_here)
        self.card.never_anywhere.connect(self._never_anywhere)
        self.card.step_wanted.connect(self._step_same)

    def at(self, offset: int) -> str:
        """Return the innermost mention on a character, as the entity layer's ref; "" for none."""
        if offset < 0 or not self._surface.marks.shown:
            return ""
        marks = self._surface.highlights.layer(Layer.ENTITY).at(offset)
        return marks[0].ref if marks else ""

    def explain(self, ref: str, *, pinned: bool, bring: bool = False) -> None:
        """Show the card of a mention."""
        mention, article = self._presenter.mention(ref), self._presenter.article
        if mention is None or article is None:
            return
        if bring:
            self._surface.bring_into_view(mention.start, mention.end)
        same = self._same(mention)
        party = PartyColours(article.parties).party(mention.canonical, mention.key)
        place = same.index(mention) + 1 if mention in same else 1
        self.card.explain(mention, place, len(same), party.name if party else "", pinned=pinned)
        self.card.show_at(self._passages.place_of(mention.start, mention.end), above=False)
        if pinned:
            announce(self._view, f"{self.card.accessibleName()}. {mention.why}")

    def put_away(self) -> bool:
        """Close the card; say whether it was open."""
        was = self.card.isVisible()
        self.card.hide()
        self._rest.stop()
        self._under = ""
        return was

    def next_entity(self) -> None:
        """Explain the next name."""
        self._step(1)

    def previous_entity(self) -> None:
        """Explain the name before."""
        self._step(-1)

    def alias(self) -> None:
        """Ask what the name under card, selection or caret means; selected words may become a name."""
        mention = self.card.mention if self.card.isVisible() else None
        if mention is None:
            span = self._passages.span()
            start = span[0] if span else self._surface.selected_span()[0]
            mention = self._presenter.mention(self.at(start))
            if span and (mention is None or (mention.start, mention.end) != span):
                article = self._presenter.article
                words = article.version.text[slice(*span)] if article else ""
                mention = Mention(*span, EntityKind.ORG, words, "", source="you", why="You chose these words.")
        if mention is not None:
            self._change(mention)

    # inside

    def _hovered(self, offset: int, _place: QPoint) -> None:
        ref = self.at(offset)
        if ref == self._under:
            return
        self._under = ref
        if ref:
            self._rest.start()
        else:
            self._rest.stop()
            self.card.pointer_left()

    def _rested(self) -> None:
        busy = self._passages.span() is not None or self._passages.noting.busy
        pinned = self.card.isVisible() and self.card.pinned
        if self._under and not busy and not pinned:
            self.explain(self._under, pinned=False)

    def _same(self, mention: Mention) -> list[Mention]:
        article = self._presenter.article
        every = article.analysis.mentions if article and article.analysis else ()
        if mention.label.is_value:
            return [one for one in every if (one.label, one.canonical) == (mention.label, mention.canonical)]
        if mention.key:
            return [one for one in every if one.key == mention.key]
        return [one for one in every if not one.label.is_value and one.canonical == mention.canonical]

    def _step_same(self, mention: Mention, by: int) -> None:
        same = self._same(mention)
        other = same[(same.index(mention) + by) % len(same)]
        article = self._presenter.article
        if article is not None and article.analysis is not None:
            self.explain(str(article.analysis.mentions.index(other)), pinned=True, bring=True)

    def _step(self, by: int) -> None:
        index = self._surface.highlights.layer(Layer.ENTITY)
        if self.card.isVisible() and self.card.mention is not None:
            here = self.card.mention.start
        else:
            here = self._surface.top_offset() - (1 if by > 0 else 0)
        mark = index.after(here) if by > 0 else index.before(here)
        hops = len(index)
        while mark is not None and hops and not self._surface.positions.shows(mark.start, mark.end):
            mark = index.after(mark.start) if by > 0 else index.before(mark.start)
            hops -= 1
        if mark is not None:
            self.explain(mark.ref, pinned=True, bring=True)

    def _change(self, mention: Mention) -> None:
        self.card.hide()
        self.ruling_wanted.emit(mention)

    def _never_here(self, mention: Mention) -> None:
        self.card.hide()
        article = self._presenter.article
        if article is not None:
            self._deeds.never(mention.text, article.article.id)

    def _never_anywhere(self, mention: Mention) -> None:
        self.card.hide()
        self._deeds.never(mention.text)
