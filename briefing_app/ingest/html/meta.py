"""The meta elements of a page, by name."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

from briefing_app.ingest.plain.characters import tidy_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Metas = dict[str, list[str]]


def metas_of(tree: HtmlElement) -> Metas:
    """Return the contents of all meta elements by their names in lower case."""
    found: Metas = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        if not content:
            continue
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = element.get(key)
            if name:
                found.setdefault(name.strip().lower(), []).append(content[:2000])
    return found


def first_of(metas: Metas, names: tuple[str, ...]) -> str:
    """Return the first content under one of ``names``, in their order."""
    for name in names:
        for value in metas.get(name, ()):
            if value:
                return value
    return ""


def clean_line(text: str) -> str:
    """Return text on one line, entities that were escaped twice decoded."""
    return " ".join(tidy_text(unescape(text)).split())
