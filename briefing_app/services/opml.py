"""Writing a list of subscriptions as other programs read it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.domain.collection import Feed

BETWEEN = " / "
"""Stands between a folder and the one in it."""


def written(feeds: Iterable[Feed]) -> str:
    """Return an OPML 2.0 file of ``feeds``, in their folders; no password, no article, no dossier is in it."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">', "<head><title>Feeds</title></head>"]
    lines.append("<body>")
    ordered = sorted(feeds, key=_folder)
    path: list[str] = []
    for feed in ordered:
        path = _walk(lines, path, _folder(feed))
        title, url = quoteattr(_sound(feed.shown)), quoteattr(_sound(feed.url))
        lines.append(f'<outline type="rss" text={title} title={title} xmlUrl={url}/>')
    _walk(lines, path, [])
    return "\n".join([*lines, "</body>", "</opml>", ""])


def _walk(lines: list[str], here: list[str], wanted: list[str]) -> list[str]:
    """Close and open the outlines that lie between two folders."""
    same = 0
    while same < min(len(here), len(wanted)) and here[same] == wanted[same]:
        same += 1
    lines += ["</outline>"] * (len(here) - same)
    lines += [f"<outline text={quoteattr(_sound(name))}>" for name in wanted[same:]]
    return wanted


def _folder(feed: Feed) -> list[str]:
    return [part.strip() for part in feed.folder.split(BETWEEN) if part.strip()]


def _sound(text: str) -> str:
    """Leave out what no XML file may hold."""
    return "".join(one for one in text if one >= " " and not "\ud800" <= one <= "\udfff" and one not in "\ufffe\uffff")
