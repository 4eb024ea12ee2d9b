"""The short lines of a page as they are seen: text between the borders of blocks, and those below the title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.ingest.html.hints import is_furniture
from briefing_app.ingest.html.layout import letters
from briefing_app.ingest.shape import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element
    from lxml.html import HtmlElement

_INLINE = words(
    "a abbr b bdi bdo big cite code em font i ins kbd mark q s small span strong sub sup time tt u label acronym"
)
_SILENT = words("script style noscript template svg head select option textarea button iframe figcaption")
_WHOLE = frozenset({"html", "body", "main", "article"})
_OTHERS = re.compile(r"(?:^|[\s_-])(?:comments?|commentlist|respond|related|disqus|recirc)(?:$|[\s_-])", re.IGNORECASE)
MOST_LINES = 2500
_LONGEST = 400
_ENOUGH = 12
_PROSE = 200
_SPACED = frozenset({"span", "a", "time", "abbr"})
"""Elements in line between which pages put space by their styles alone."""


def lines_of(tree: HtmlElement, *, furniture: bool = True) -> Iterator[str]:
    """Yield the lines of a page from its top, with or without its furniture; what is long is cut."""
    from lxml import etree

    body = tree.find("body")
    parts: list[str] = []
    count = silent = 0
    for event, element in etree.iterwalk(tree if body is None else body, events=("start", "end")):
        tag = element.tag
        if tag in _SILENT or _is_of_others(element) or (not furniture and is_furniture(element)):
            silent += 1 if event == "start" else -1
        elif tag not in _INLINE and parts and (line := _joined(parts)):
            yield line
            count += 1
            if count >= MOST_LINES:
                return
        text = element.text if event == "start" else element.tail
        if tag in _SPACED and parts and not silent:
            parts.append(" ")
        if text and (not silent or (event == "end" and silent == 0)):
            parts.append(text)
    if parts and (line := _joined(parts)):
        yield line


def _is_of_others(element: _Element) -> bool:
    """Say whether an element holds what readers said, or other articles: none of their names and days is the page's."""
    names = element.get("class") or element.get("id") or ""
    return names != "" and _OTHERS.search(names[:200]) is not None and element.tag not in _WHOLE


def _joined(parts: list[str]) -> str:
    line = " ".join("".join(parts)[:_LONGEST].split())
    parts.clear()
    return line


def lines_around(tree: HtmlElement, title: str, above: int, below: int) -> tuple[list[str], list[str]]:
    """Return the lines before and behind the title: the last place above any prose where it stands, best alone."""
    wanted = letters(title)
    before: list[str] = []
    found: list[str] = []
    if not wanted:
        return before, found
    passed: list[str] = []
    seen = told = alone = False
    for line in lines_of(tree):
        key = letters(line)
        alone = alone or key == wanted
        glued = not alone and len(wanted) > _ENOUGH and key.endswith(wanted) and len(key) < len(wanted) * 2
        named = key == wanted or glued
        if named and not told:
            seen, found, before = True, [], passed[-above:]
        elif seen:
            found.append(line)
            told = told or len(line) > _PROSE
            if len(found) >= below:
                break
        else:
            passed.append(line)
    return before, found
