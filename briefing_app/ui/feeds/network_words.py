"""What the foot of the window says of the network, free of Qt: the cover needs it before the first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.settings import FEED_TIMES

if TYPE_CHECKING:
    from briefing_app.settings import Settings

OFFLINE = "● Offline"


def at_rest(settings: Settings) -> str:
    """Return what the foot says while nothing is fetched."""
    return network_words("", offline=settings.flag("network.offline"), every=every_of(settings))


def every_of(settings: Settings) -> str:
    """Return how often feeds are looked into, empty for only when asked."""
    every = settings.text("feeds.every")
    return every if FEED_TIMES[every] else ""


def network_words(fetching: str, *, offline: bool, every: str) -> str:
    """Return that nothing may be fetched, what is being fetched, or when something will be.

    ``every`` is how often feeds are looked into ("3 hours"), empty for only when asked.
    """
    if offline:
        return OFFLINE
    if fetching:
        return f"● Fetching {fetching}"
    return f"○ Feeds every {every.removeprefix('1 ')}" if every else "○ Fetches when asked"


def network_tip(fetching: str, *, offline: bool) -> str:
    """Return what it means, and what a click does."""
    if offline:
        return "Offline mode is on: no page and no feed is fetched. Click to switch it off."
    if fetching:
        return "Click to work offline: what is being fetched is cut."
    return "Nothing is fetched or sent but the pages and feeds you ask for. Click to work offline."
