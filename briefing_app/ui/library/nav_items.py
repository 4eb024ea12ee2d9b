"""The lines of the library column: places, dossiers, tags and feeds, flat, so that a screen reader hears a list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from briefing_app.domain.listing import Scope
from briefing_app.domain.tricks import visible
from briefing_app.ui.library.words import SCOPES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class NavKind(StrEnum):
    """Kinds of line."""

    HEADING = "heading"
    PLACE = "place"
    DOSSIER = "dossier"
    TAG = "tag"
    FEED = "feed"
    NEW_DOSSIER = "new dossier"


@dataclass(frozen=True, slots=True)
class NavItem:
    """One line: ``scope`` and ``ref`` say what it shows; ``count`` is None where nothing is counted."""

    kind: NavKind
    text: str
    scope: Scope = Scope.ALL
    ref: str = ""
    depth: int = 0
    count: int | None = None

    @property
    def is_place(self) -> bool:
        """Say whether the line shows articles."""
        return self.kind in (NavKind.PLACE, NavKind.DOSSIER, NavKind.TAG, NavKind.FEED)

    @property
    def spoken(self) -> str:
        """Return what a screen reader says."""
        if self.kind is NavKind.HEADING:
            return f"{self.text}, heading"
        unread = " unread" if self.kind is NavKind.FEED else ""
        counted = f", {self.count}{unread}" if self.count else ""
        return f"{self.text}{counted}"


def nav_items(
    counts: Mapping[str, int],
    dossiers: Sequence[tuple[str, str]],
    tags: Sequence[tuple[str, str, int]],
    feeds: Sequence[tuple[str, str]] = (),
    *,
    may_write: bool = True,
) -> list[NavItem]:
    """Return the column's lines; a section without lines is left out, "New dossier…" stands below the dossiers."""
    items = [NavItem(NavKind.HEADING, "Library")]
    items += [NavItem(NavKind.PLACE, text, scope, count=counts.get(scope)) for scope, text in SCOPES.items()]
    if dossiers or may_write:
        items.append(NavItem(NavKind.HEADING, "Dossiers"))
    items += [
        NavItem(NavKind.DOSSIER, name, Scope.DOSSIER, ref, count=counts.get(f"dossier:{ref}")) for ref, name in dossiers
    ]
    if may_write:
        items.append(NavItem(NavKind.NEW_DOSSIER, "New dossier…"))
    if tags:
        items.append(NavItem(NavKind.HEADING, "Tags"))
    items += [NavItem(NavKind.TAG, name, Scope.TAG, ref, depth, counts.get(f"tag:{ref}")) for ref, name, depth in tags]
    if feeds:
        items.append(NavItem(NavKind.HEADING, "Feeds"))
    items += [
        NavItem(NavKind.FEED, visible(name), Scope.FEED, ref, count=counts.get(f"feed:{ref}")) for ref, name in feeds
    ]
    return items
