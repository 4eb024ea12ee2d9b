"""Corrected names replayed on the statements of old articles, in slices; derived, so that undo replays it back."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefing_app.domain.codec import from_plain, to_plain
from briefing_app.domain.linking import Correction, corrections_of, relinked
from briefing_app.store.codec import dump, load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.domain.linking import Told
    from briefing_app.store.repositories.linking import LinkedStatement
    from briefing_app.store.session import Reader
    from briefing_app.store.store import Store

REPLAYED = "names.replayed"
"""The library's setting that holds the corrections its statements were last linked by."""
BEGUN = "names.begun"
"""The library's setting that holds the words of a replay begun and not ended: some statements are linked by it."""
READER = "reader"
"""The source of mentions that analysis found by a reader's word."""
ANALYSED = 1000
"""Most articles, the newest, that are analysed again for one change of a name that only analysis can read."""
SLICE = 1000
"""Articles of one unit of work."""


@dataclass(frozen=True, slots=True)
class Replay:
    """Corrections to replay and the articles that hold their ``texts``; as progress, how many are done and changed.

    ``stale`` are articles that only a new analysis brings up to date: they were analysed by a reader's word that holds
    no more, or name somebody whose offices changed, or a name that holds only where it acts.
    """

    corrections: tuple[Correction, ...]
    articles: tuple[int, ...]
    texts: tuple[str, ...] = ()
    done: int = 0
    changed: int = 0
    stale: tuple[str, ...] = ()


@dataclass(slots=True)
class _Links:
    """What one slice comes to: who parties are now and were written down as, and articles to be analysed again."""

    parties: dict[int, tuple[str, str]] = field(default_factory=dict)
    written: dict[int, tuple[str, str]] = field(default_factory=dict)
    stale: dict[str, None] = field(default_factory=dict)


class RelinkService:
    """Brings the parties of statements to what readers say of the names in their evidence."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def pending(self) -> Replay | None:
        """Return what is still to be replayed; None where every statement is linked by the corrections of now."""
        with self._store.read() as reader:
            now, before, begun = _corrections(reader), _replayed(reader), reader.settings.get(BEGUN)
            if now == before and not begun:
                return None
            changed = set(now).symmetric_difference(before)
            texts = {one.text for one in changed if not one.analysed}.union(load(begun) if begun else ())
            again = reader.linking.naming(one.text for one in changed if one.analysed)
            stale = tuple(reader.linking.ids(again[:ANALYSED]))
            return Replay(now, tuple(reader.linking.naming(texts)), tuple(sorted(texts)), stale=stale)

    def replay(self, replay: Replay) -> Iterator[Replay]:
        """Link the statements of the articles concerned, slice by slice, and tell how far it is after each.

        It may be left at any slice, by a crash too: what was begun is kept, so that the next one covers it, even where
        the corrections were taken back meanwhile.
        """
        if replay.articles:
            self._note(BEGUN, dump(list(replay.texts)))
        by_text: dict[str, list[Correction]] = defaultdict(list)
        for one in replay.corrections:
            if one.analysed:
                continue
            by_text[one.text].append(one)
        state = replay
        while state.done < len(replay.articles):
            part = replay.articles[state.done : state.done + SLICE]
            changed, stale = self._link(part, by_text)
            state = replace(
                state, done=state.done + len(part), changed=state.changed + changed, stale=(*state.stale, *stale)
            )
            yield state
        with self._store.write("Link names", origin="machine", undoable=False) as work:
            work.settings.set(REPLAYED, dump(to_plain(replay.corrections)))
            work.settings.delete(BEGUN)

    def replay_all(self) -> Replay:
        """Replay whatever is pending, at once; return what was done."""
        replay = self.pending()
        return [replay, *self.replay(replay)][-1] if replay is not None else Replay((), ())

    def _note(self, key: str, value: str) -> None:
        with self._store.write("Link names", origin="machine", undoable=False) as work:
            work.settings.set(key, value)

    def _link(self, articles: Sequence[int], corrections: dict[str, list[Correction]]) -> tuple[int, list[str]]:
        with self._store.read() as reader:
            links = _links(reader, articles, corrections)
        changed = 0
        if links.parties:
            with self._store.write("Link names", origin="machine", undoable=False) as work:
                changed = work.linking.link(links.parties, links.written)
        return changed, list(links.stale)


def _links(reader: Reader, articles: Sequence[int], corrections: dict[str, list[Correction]]) -> _Links:
    """Return for each party whose link changes who it is now; ("", "") for as written down."""
    statements = reader.linking.statements(articles)
    mentions = reader.linking.mentions({one.version for one in statements})
    links = _Links()
    for statement in statements:
        named = mentions.get(statement.version, [])
        found = _of_statement(statement, named, corrections)
        for party, now in zip(statement.parties, found, strict=True):
            if (now or ("", "")) != party.linked:
                links.parties[party.seq], links.written[party.seq] = now or ("", ""), party.written
        if any(one.source == READER and one.text not in corrections for one in named):
            links.stale[statement.article] = None
    return links


def _of_statement(
    statement: LinkedStatement, mentions: Sequence[Told], corrections: dict[str, list[Correction]]
) -> list[tuple[str, str] | None]:
    parties = [party.written for party in statement.parties]
    if not any(one.text in corrections for one in mentions):
        return [None] * len(parties)
    return relinked(parties, statement.evidence, mentions, corrections, statement.article, statement.day)


def _corrections(reader: Reader) -> tuple[Correction, ...]:
    return corrections_of(reader.entities.rulings(), reader.actors.own())


def _replayed(reader: Reader) -> tuple[Correction, ...]:
    kept = reader.settings.get(REPLAYED)
    return tuple(from_plain(Correction, one) for one in load(kept)) if kept else ()
