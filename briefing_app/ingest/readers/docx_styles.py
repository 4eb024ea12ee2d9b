"""What the styles and numberings of a DOCX say a paragraph is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.ingest.readers.xmltree import attribute, child, named

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo|kop|rubrik|заголовок|nagłówek) ?([1-9])", re.I)
_LIST = re.compile(r"list(?: |$)(?!paragraph|continue)(?:bullet|number)? ?([2-5])?", re.I)
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph is: a heading's level, an item's depth (0: it is none), a quote, a caption."""

    name: str = ""
    heading: int = 0
    item: int = 0
    quote: bool = False
    caption: bool = False


class Styles:
    """The paragraph styles of one document, by id."""

    def __init__(self, root: _Element | None) -> None:
        self._styles: dict[str, _Element] = {}
        if root is not None:
            self._styles = {attribute(one, "styleId"): one for one in named(root, "style")}
        self._known: dict[str, Style] = {}

    def of(self, properties: _Element | None) -> Style:
        """Return what a paragraph with these properties is."""
        ref = attribute(child(properties, "pStyle"), "val")
        style = self._style(ref)
        outline = attribute(child(properties, "outlineLvl"), "val")
        if not style.heading and outline.isdigit() and len(outline) == 1 and int(outline) < 9:
            return Style(style.name, min(int(outline) + 1, 6))
        numbered = _depth(properties)
        if numbered is None or style.heading:
            return style
        return Style(style.name, item=numbered)

    def _style(self, ref: str) -> Style:
        if ref not in self._known:
            self._known[ref] = self._read(ref)
        return self._known[ref]

    def _read(self, ref: str) -> Style:
        """Read a style along the chain of those it is based on."""
        first = ""
        for _ in range(_DEEPEST):
            element = self._styles.get(ref)
            name = (attribute(child(element, "name"), "val") or ref).lower()
            first = first or name
            properties = child(element, "pPr")
            outline = attribute(child(properties, "outlineLvl"), "val")
            if found := _HEADING.fullmatch(name.replace("heading", "heading ").replace("  ", " ")):
                return Style(first, min(int(found.group(1)), 6))
            if outline.isdigit() and len(outline) == 1 and int(outline) < 9:
                return Style(first, min(int(outline) + 1, 6))
            if name in {"title", "titel"}:
                return Style("title", 1)
            if name in {"quote", "intense quote", "block text", "quotations"}:
                return Style(first, quote=True)
            if name == "caption":
                return Style(first, caption=True)
            depth = _depth(properties)
            if depth is not None:
                return Style(first, item=depth)
            if listed := _LIST.fullmatch(name):
                return Style(first, item=int(listed.group(1) or 1))
            ref = attribute(child(element, "basedOn"), "val")
            if not ref:
                break
        return Style(first)


def _depth(properties: _Element | None) -> int | None:
    """Return an item's depth by its numbering, 0 where numbering is taken away, None without any."""
    numbering = child(properties, "numPr")
    if numbering is None:
        return None
    if attribute(child(numbering, "numId"), "val") == "0":
        return 0
    level = attribute(child(numbering, "ilvl"), "val")
    return min(int(level) + 1, 6) if level.isdigit() and len(level) < 3 else 1
