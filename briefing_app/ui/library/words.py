"""How an article and a list are put into words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.domain import tricks
from briefing_app.domain.listing import Scope, Sort
from briefing_app.ui.counted import counted

if TYPE_CHECKING:
    from briefing_app.domain.listing import ArticleRow, ListQuery

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

SORTS: dict[Sort, str] = {
    Sort.NEWEST: "newest first",
    Sort.OLDEST: "oldest first",
    Sort.IMPORTED: "latest import first",
    Sort.TITLE: "by title",
    Sort.SITE: "by source",
}

SCOPES: dict[Scope, str] = {
    Scope.INBOX: "Inbox",
    Scope.REVIEW: "To review",
    Scope.ANNOTATED: "Annotated",
    Scope.ALL: "All articles",
    Scope.STARRED: "Starred",
    Scope.ARCHIVE: "Archive",
    Scope.TRASH: "Trash",
}

EMPTY: dict[Scope, tuple[str, str, str]] = {
    Scope.INBOX: ("Nothing unread", "Articles you import wait here until you have opened them.", "Import…"),
    Scope.REVIEW: (
        "Nothing to review",
        "Articles with suggestions that nobody has confirmed or dismissed appear here.",
        "",
    ),
    Scope.ANNOTATED: (
        "No marks yet",
        "Select a passage in an article and press H to mark it, N to write a note on it.",
        "",
    ),
    Scope.ALL: ("No articles yet", "Import a file, a page or pasted text, or drop files onto this window.", "Import…"),
    Scope.STARRED: ("No stars yet", "Press S on an article to find it here again.", ""),
    Scope.ARCHIVE: ("Nothing archived", "Press E on an article to put it away; search still finds it.", ""),
    Scope.TRASH: ("The trash is empty", "Articles you delete stay here for 30 days.", ""),
    Scope.DOSSIER: (
        "No articles in this dossier",
        "Import some now, or select articles elsewhere and press D to put them here.",
        "Import…",
    ),
    Scope.FEED: ("Nothing from this feed yet", "What it brings appears here; F5 looks for news.", ""),
    Scope.TAG: ("Nothing has this tag", "Select a passage in an article and press T to tag it.", ""),
}
NOT_FOUND = ("Nothing found", "Try fewer or other words, or take away the filter.", "Clear search and filter")


def short_date(iso: str) -> str:
    """Return an ISO date (or a part of one) as ``22 Dec 2025``, ``Dec 2025`` or ``2025``; others as they are."""
    parts = iso[:10].split("-")
    if not all(part.isdigit() for part in parts) or len(parts[0]) != 4:
        return iso
    if len(parts) > 1 and not 1 <= int(parts[1]) <= 12:
        return iso
    words = [str(int(parts[2]))] if len(parts) > 2 else []
    words += [MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else []
    return " ".join([*words, parts[0]])


def meta_line(row: ArticleRow) -> str:
    """Return the line below a title: source, date, minutes, grade."""
    parts = [row.site, short_date(row.published), f"{row.minutes} min", row.grade]
    return " · ".join(part for part in parts if part)


def spoken(row: ArticleRow) -> str:
    """Return what a screen reader says of a row."""
    parts = [
        "" if row.read else "Unread",
        row.title,
        meta_line(row).replace(" · ", ", "),
        "starred" if row.starred else "",
    ]
    parts.append(counted(row.annotations, "mark") if row.annotations else "")
    parts.append(counted(row.suggestions, "suggestion") if row.suggestions else "")
    parts.append("tags " + ", ".join(row.tags) if row.tags else "")
    return ", ".join(part for part in parts if part)


def visible(row: ArticleRow) -> ArticleRow:
    """Return ``row`` with a sign for each character of its words that could hide or reverse others."""
    words = (row.title, row.site, *row.tags)
    shown = tuple(map(tricks.visible, words))
    if shown == words:
        return row
    title, site, *tags = shown
    return replace(row, title=title, site=site, tags=tuple(tags))


def filters_in(query: ListQuery) -> int:
    """Return how many filters a query has."""
    flags = (query.unread, query.starred, query.annotated, query.reviewing)
    return sum(flag is not None for flag in flags) + sum(bool(text) for text in (query.site, query.since, query.until))


def empty_words(query: ListQuery) -> tuple[str, str, str]:
    """Return title, advice and button of an empty list."""
    return NOT_FOUND if query.text or filters_in(query) else EMPTY[query.scope]
