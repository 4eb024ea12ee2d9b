"""Words of the reading pane: dates as people write them, the byline, and signs for invisible characters."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from briefing_app.domain.tricks import visible

if TYPE_CHECKING:
    from briefing_app.domain.article import Article
    from briefing_app.domain.reading import OpenArticle

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def date_words(iso: str, *, short: bool = False) -> str:
    """Return an ISO date, of whatever precision, as "22 December 2025"; what is no date comes back as it is."""
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", iso)
    if not found:
        return iso
    year, month, day = found.groups()
    if not month or not 1 <= int(month) <= 12:
        return year
    name = _MONTHS[int(month) - 1]
    name = name[:3] if short else name
    return f"{int(day)} {name} {year}" if day else f"{name} {year}"


def moment_words(iso: str) -> str:
    """Return a moment in UTC as "22 Dec, 09:14" in this computer's zone; empty for what is no moment."""
    try:
        moment = datetime.fromisoformat(iso).astimezone()
    except ValueError:
        return ""
    return f"{moment.day} {_MONTHS[moment.month - 1][:3]}, {moment:%H:%M}"


def byline(article: Article) -> str:
    """Return the line below the title: who, when, imported when, grade, marking."""
    parts = [" · ".join(dict.fromkeys(visible(one) for one in (article.author, article.site) if one))]
    parts.append(date_words(article.published) if article.published else "undated")
    imported = moment_words(article.imported_at)
    if imported:
        parts.append(f"imported {imported}")
    if article.reliability:
        parts.append(f"source grade {article.reliability}")
    if article.marking:
        parts.append(article.marking)
    return "\u00a0· ".join(part for part in parts if part)


def notices(article: OpenArticle) -> str:
    """Return what must be known of the analysis: that it has not run, or what it could not do."""
    if article.analysis is None:
        return "Names and positions appear when analysis has finished."
    return " ".join(article.analysis.limits)


def citation(article: Article, quote: str, paragraph: int) -> str:
    """Return ``quote`` with where it stands, as plain text to paste into a document."""
    title = visible(article.title)
    parts = [", ".join(dict.fromkeys(one for one in (article.author, article.site) if one)), f"“{title}”"]
    parts.append(date_words(article.published) if article.published else "n.d.")
    if paragraph:
        parts.append(f"para. {paragraph}")
    source = ", ".join(part for part in parts if part)
    end = f", {article.url}" if article.url else ""
    return f"“{quote.strip()}” ({source}{end})"


__all__ = ["byline", "citation", "date_words", "moment_words", "notices", "visible"]
