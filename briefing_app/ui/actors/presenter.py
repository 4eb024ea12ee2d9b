"""Decides what the window of actors shows, and writes what the reader changes there."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from briefing_app.domain.actor_card import Origin
from briefing_app.domain.actors import AliasKind, AliasScope, OwnAlias, OwnOffice
from briefing_app.domain.changes import Kind
from briefing_app.ui.actors.words import SCOPES, SORTS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.domain.actor_card import ActorCard, ActorRow, NameLine, Occurrences, OfficeLine
    from briefing_app.domain.changes import Changes
    from briefing_app.domain.entity import EntityKind
    from briefing_app.services.actors import ActorService
    from briefing_app.ui.context import UiContext

TEXT, SORT, HOLDS, SINCE, UNTIL = range(5)
TITLE, FOR, OFFICE_SINCE, OFFICE_UNTIL = range(4)


class Page(Protocol):
    """What the presenter asks of the window."""

    def show_list(self, rows: Sequence[ActorRow], words: str) -> None:
        """Show the actors found for ``words``."""

    def show_card(self, card: ActorCard) -> None:
        """Show an actor."""

    def show_occurrences(self, key: str, found: Occurrences) -> None:
        """Show where an actor occurs."""

    def show_nobody(self) -> None:
        """Show that no actor is chosen."""

    def told(self, sentence: str) -> None:
        """Say what was done; it can be undone."""

    def refuse(self, error: Exception) -> None:
        """Say why something was not done."""


class ActorsPresenter:
    """Knows the actor chosen and what was searched for."""

    def __init__(self, context: UiContext, page: Page) -> None:
        self._context, self._page = context, page
        self.card: ActorCard | None = None
        self._words = ""
        self._wanted = ""

    @property
    def _actors(self) -> ActorService:
        return self._context.services.actors

    def start(self) -> None:
        """Show the list."""
        self.search("")

    def search(self, words: str) -> None:
        """Look actors up."""
        self._words = words
        work = partial(self._context.services.actor_cards.search, words)
        self._context.runner.read(work, partial(self._listed, words), failed=self._page.refuse, key="actors.list")

    def open(self, key: str) -> None:
        """Show an actor."""
        self._wanted = key
        if not key:
            self.card = None
            self._page.show_nobody()
            return
        work = partial(self._context.services.actor_cards.card, key)
        self._context.runner.read(work, self._opened, failed=self._gone, key="actors.card")

    def hear(self, changes: Changes) -> None:
        """Look again when actors or rulings changed."""
        if changes.touches(Kind.ENTITY, Kind.RULING):
            self.search(self._words)
            if self._wanted:
                self.open(self._wanted)

    # --- what the reader does -----------------------------------------------------------------------

    def add(self, name: str, kind: EntityKind, parent: str = "") -> None:
        """Add an actor and show it."""
        self._write(partial(self._actors.add, name, kind, parent), f"{name} was added.", self._added)

    def rename(self, name: str) -> None:
        """Give the actor another name."""
        if self.card is not None and name.strip() and name != self.card.name:
            was = self.card.name
            self._write(partial(self._actors.rename, self.card.key, name), f"{was} is called {name} now.")

    def describe(self, *, kind: EntityKind | None = None, parent: str | None = None) -> None:
        """Say what the actor is, or what it belongs to."""
        if self.card is not None:
            work = partial(self._actors.describe, self.card.key, kind=kind, parent=parent)
            self._write(work, f"{self.card.name} was changed.")

    def write_name(self, line: NameLine | None, column: int, words: str) -> None:
        """Change a name in one column, or add one."""
        if self.card is None:
            return
        if line is None:
            alias, was = OwnAlias(words), ""
        else:
            alias, was = _with_column(line, column, words), line.text
        work = partial(self._actors.add_name, self.card.key, alias, instead_of=was)
        self._write(work, f"“{alias.text}” is a name of {self.card.name}.")

    def take_name(self, line: NameLine) -> None:
        """Take a name away, or give one back that was taken away."""
        if self.card is None:
            return
        if line.origin is Origin.TAKEN:
            work = partial(self._actors.give_back, self.card.key, line.text)
            self._write(work, f"“{line.text}” is a name of {self.card.name} again.")
        else:
            work = partial(self._actors.take_name, self.card.key, line.text)
            self._write(work, f"“{line.text}” is no name of {self.card.name} any more.")

    def split_name(self, line: NameLine) -> None:
        """Make a new actor of one of the names."""
        if self.card is not None and line.origin is not Origin.TAKEN:
            work = partial(self._actors.split_name, self.card.key, line.text)
            self._write(work, f"“{line.text}” is an actor of its own now.", self._added)

    def never(self, text: str) -> None:
        """Rule that words are no name at all."""
        work = partial(self._context.services.entities.rule_never, text)
        self._write(work, f"“{text}” is no longer a name.")

    def write_office(self, line: OfficeLine | None, column: int, words: str, actor: str = "") -> None:
        """Change an office in one column, or add one; ``actor`` is the key of whom it is for, where that is set."""
        if self.card is None:
            return
        if line is None:
            parent = self.card.parent[0]
            office, was = OwnOffice(words, actor or parent), None
        else:
            office, was = _office_with(line, column, words, actor), _office(line)
        self._write(partial(self._set_office, self.card.key, office, was), f"{self.card.name}: {office.title}.")

    def take_office(self, line: OfficeLine) -> None:
        """Take an office away."""
        if self.card is not None:
            work = partial(self._actors.take_office, self.card.key, _office(line))
            self._write(work, f"{self.card.name} is not {line.title} any more.")

    def merge(self, key: str, into: str) -> None:
        """Merge two actors, and show the one that stays."""
        self._wanted = into
        self._write(partial(self._actors.merge, key, into), "The two are one actor now.")

    def split(self, key: str) -> None:
        """Take a merge back."""
        self._write(partial(self._actors.split, key), "They are two actors again.")

    def forget(self) -> None:
        """Let a shipped actor be as shipped, or delete one of the library's own."""
        if self.card is not None:
            told = "is as shipped again" if self.card.shipped else "was deleted"
            if not self.card.shipped:
                self._wanted = ""
            self._write(partial(self._actors.forget, self.card.key), f"{self.card.name} {told}.")
            if not self._wanted:
                self.open("")

    def undo(self) -> None:
        """Take back the last step."""
        store, session = self._context.services.store, self._context.services.session
        self._context.runner.write(partial(store.undo, session), self._undone, failed=self._page.refuse)

    # --- inside ---------------------------------------------------------------------------------------

    def _set_office(self, key: str, office: OwnOffice, was: OwnOffice | None) -> None:
        if was is not None and (was.title, was.actor, was.since) != (office.title, office.actor, office.since):
            self._actors.change_office(key, was, office)
        else:
            self._actors.add_office(key, office)

    def _write(self, work: Callable[[], object], sentence: str, then: Callable[[object], None] | None = None) -> None:
        self._context.runner.write(work, partial(self._written, sentence, then), failed=self._page.refuse)

    def _written(self, sentence: str, then: Callable[[object], None] | None, answer: object) -> None:
        self._page.told(sentence)
        if then is not None:
            then(answer)

    def _undone(self, changes: Changes) -> None:
        self._page.told(f"Undone: {changes.label}.")

    def _added(self, actor: object) -> None:
        self.open(str(getattr(actor, "key", "")))

    def _listed(self, words: str, rows: Sequence[ActorRow]) -> None:
        if words == self._words:
            self._page.show_list(rows, words)

    def _opened(self, card: ActorCard) -> None:
        self.card, self._wanted = card, card.key
        self._page.show_card(card)
        work = partial(self._context.services.actor_cards.occurrences, card.key)
        self._context.runner.read(
            work, partial(self._page.show_occurrences, card.key), failed=self._page.refuse, key="actors.where"
        )

    def _gone(self, error: Exception) -> None:
        """An actor that was taken back is shown no more."""
        del error
        self.card, self._wanted = None, ""
        self._page.show_nobody()


def _with_column(line: NameLine, column: int, words: str) -> OwnAlias:
    sorts, scopes = {value: key for key, value in SORTS.items()}, {value: key for key, value in SCOPES.items()}
    scope = line.scope if line.scope in SCOPES else AliasScope.ALWAYS.value
    alias = OwnAlias(
        line.text,
        AliasKind(line.kind if line.kind in SORTS else AliasKind.NAME),
        AliasScope(scope),
        line.since,
        line.until,
    )
    match column:
        case 0:
            return replace(alias, text=words)
        case 1:
            return replace(alias, kind=AliasKind(sorts.get(words, alias.kind.value)))
        case 2:
            return replace(alias, scope=AliasScope(scopes.get(words, alias.scope.value)))
        case 3:
            return replace(alias, since=words)
        case _:
            return replace(alias, until=words)


def _office(line: OfficeLine) -> OwnOffice:
    return OwnOffice(line.title, line.actor, line.since, line.until)


def _office_with(line: OfficeLine, column: int, words: str, actor: str) -> OwnOffice:
    office = _office(line)
    match column:
        case 0:
            return replace(office, title=words)
        case 1:
            return replace(office, actor=actor)
        case 2:
            return replace(office, since=words)
        case _:
            return replace(office, until=words)
