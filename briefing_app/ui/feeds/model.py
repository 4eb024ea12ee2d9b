"""The list of subscriptions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing_app.domain.tricks import visible
from briefing_app.ui.counted import counted
from briefing_app.ui.feeds.words import left_words, state_words
from briefing_app.ui.panels.cards.model import CardModel
from briefing_app.ui.panels.cards.pieces import Caption, Card, Deed, Deeds, Headline, Piece, Tone, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing_app.domain.collection import Feed

REFRESH, EDIT, REMOVE, ARTICLES, BACK = "refresh", "edit", "remove", "articles", "back"
ADDRESS = 90
"""Most characters shown of an address."""


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A subscription with the name of its dossier; ``looking`` while it is asked. Without a feed, a folder's name."""

    feed: Feed | None
    folder: str = ""
    dossier: str = ""
    looking: bool = False

    @property
    def key(self) -> str:
        """Return the feed's address."""
        return self.feed.url if self.feed is not None else f"folder {self.folder}"


class FeedModel(CardModel[FeedRow]):
    """Subscriptions by folder and name."""

    def card(self, row: FeedRow) -> Card:
        """Return the card of a feed, or the heading of a folder."""
        feed = row.feed
        if feed is None:
            return Card((Caption(visible(row.folder)),), heading=True)
        news = "looking…" if row.looking else f"{feed.news:,} new" if feed.news else ""
        pieces: list[Piece] = [Headline(visible(feed.shown), right=news)]
        pieces.append(Words(short_address(feed.url), lines=1))
        into = f"into “{visible(row.dossier)}”" if row.dossier else ""
        pieces.append(Words(" · ".join(part for part in (state_words(feed), into) if part), Tone.FAINT))
        if feed.earlier:
            pieces.append(Words(f"Moved here from {short_address(feed.earlier)}", Tone.FAINT, lines=1))
        trouble = feed.problem or left_words(feed)
        if trouble:
            pieces.append(Words(visible(trouble), Tone.WARNING))
        back = (Deed(BACK, "Use old address"),) if feed.earlier else ()
        deeds = (
            Deed(REFRESH, "Refresh"),
            Deed(ARTICLES, "Show articles"),
            *back,
            Deed(EDIT, "Edit…"),
            Deed(REMOVE, "Unsubscribe…"),
        )
        pieces.append(Deeds(deeds, quiet=True))
        return Card(tuple(pieces))

    def spoken(self, row: FeedRow) -> str:
        """Return the feed as a screen reader says it."""
        if row.feed is None:
            return f"{row.folder}, heading"
        feed = row.feed
        parts = [
            feed.shown,
            "looking for news" if row.looking else counted(feed.news, "new article") if feed.news else "",
            f"into {row.dossier}" if row.dossier else "",
            state_words(feed).replace(" · ", ", "),
            f"Moved here from {short_address(feed.earlier)}" if feed.earlier else "",
            feed.problem or left_words(feed),
        ]
        return ". ".join(part.rstrip(".") for part in parts if part)

    def tip(self, row: FeedRow) -> str:
        """Return the whole address."""
        return visible(row.feed.url) if row.feed is not None else ""


def feed_rows(feeds: Iterable[Feed], dossiers: Mapping[str, str], looking: str = "") -> tuple[FeedRow, ...]:
    """Return the lines of the list; a folder has a heading where not all feeds lie outside of any."""
    ordered = sorted(feeds, key=_place)
    rows: list[FeedRow] = []
    folder = ""
    for feed in ordered:
        if feed.folder != folder:
            folder = feed.folder
            rows.append(FeedRow(None, folder))
        shown = replace(feed, seen=(), articles=())  # a long memory is no part of what is compared and painted
        rows.append(FeedRow(shown, folder, dossiers.get(feed.dossier, ""), looking == feed.url))
    return tuple(rows)


def short_address(url: str) -> str:
    """Return an address without its scheme, cut where it is long."""
    bare = visible(url.partition("://")[2] or url).rstrip("/")
    return bare if len(bare) <= ADDRESS else f"{bare[: ADDRESS - 1]}…"


def _place(feed: Feed) -> tuple[str, str]:
    return feed.folder.casefold(), feed.shown.casefold()
