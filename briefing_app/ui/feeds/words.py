"""How feeds and looks for news are put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.tricks import visible
from briefing_app.ui.counted import counted
from briefing_app.ui.reader.words import moment_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.collection import Feed
    from briefing_app.jobs.feeding import FeedLook, FeedProgress
    from briefing_app.services.looking import Refreshed


def state_words(feed: Feed) -> str:
    """Return when a feed was looked into last, and how it is fetched."""
    looked = moment_words(feed.refreshed)
    never = "Never read yet" if feed.problem else "Not looked into yet"
    parts = [f"Looked into {looked}" if looked else never]
    parts += ["full text"] if feed.full else []
    parts += ["with a password"] if feed.login else []
    return " · ".join(parts)


def left_words(feed: Feed) -> str:
    """Return what stayed outside at the last look, and what to do about it; empty when nothing did."""
    if not feed.left:
        return ""
    if feed.full:
        return f"{counted(feed.left, 'item')} could not be taken in; the next look tries again when the feed changes."
    only = "gives only an address" if feed.left == 1 else "give only an address"
    return f"{counted(feed.left, 'item')} {only}; fetch full text to read such pages (Edit)."


def progress_words(progress: FeedProgress) -> str:
    """Return how far a look is."""
    if progress.current is None:
        return ""
    of = f"{progress.done + 1:,} of {progress.total:,} · " if progress.total > 1 else ""
    return f"Looking for news · {of}{visible(progress.current.shown)}"


def look_words(look: FeedLook) -> str:
    """Return a look in a sentence or two: what came, and how many could not be reached."""
    news = sum(len([one for one in feed.outcomes if one.outcome.brings_text]) for feed in look.feeds)
    words = f"{counted(news, 'new article')}." if news else "Nothing new."
    troubles = [feed for feed in look.feeds if feed.problem]
    skipped = [feed for feed in look.feeds if feed.skipped]
    if look.cancelled:
        words = f"Stopped. {words}"
    if len(look.feeds) == 1 and troubles:
        return f"{visible(troubles[0].feed.shown)}: {troubles[0].problem}"
    if len(look.feeds) == 1 and skipped:
        return f"{visible(skipped[0].feed.shown)}: {skipped[0].skipped}"
    parts = [words, _not_reached(troubles), _not_asked(skipped), note_words(look)]
    return " ".join(part for part in parts if part)


def note_words(look: FeedLook) -> str:
    """Return what a reader should know besides: which feeds have moved."""
    return visible(" ".join(one.note for one in look.feeds if one.note))


def subscribed_words(feeds: Sequence[Feed]) -> str:
    """Return that feeds were subscribed to."""
    if len(feeds) == 1:
        return f"Subscribed to “{visible(feeds[0].shown)}”."
    return f"Subscribed to {counted(len(feeds), 'feed')}; “Refresh all” looks for their articles."


def _not_asked(skipped: Sequence[Refreshed]) -> str:
    if not skipped:
        return ""
    return f"{counted(len(skipped), 'feed')} {'was' if len(skipped) == 1 else 'were'} not asked; the list says why."


def _not_reached(troubles: Sequence[Refreshed]) -> str:
    if not troubles:
        return ""
    return f"{counted(len(troubles), 'feed')} could not be read; each says why in the list of feeds."
