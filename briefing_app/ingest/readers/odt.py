"""ODT: the text of an OpenDocument file, without deleted passages, comments and indexes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.errors import InputError
from briefing_app.ingest.readers.building import BREAK, blocks_and_notes, body, container, paragraph
from briefing_app.ingest.readers.facts import file_author, file_date, file_title, weighed
from briefing_app.ingest.readers.found import Found
from briefing_app.ingest.readers.xmltree import attribute, child, first_text, local, named, parse_xml
from briefing_app.ingest.readers.zipped import Archive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_GONE = frozenset(
    {
        *("tracked-changes", "annotation", "annotation-end", "table-of-content", "alphabetical-index"),
        *("illustration-index", "table-index", "bibliography", "ruby-text", "script", "forms", "user-index"),
        *("sequence-decls", "variable-decls", "note-citation", "page-number", "page-count", "desc", "title", "svg"),
    }
)
_ITEMS = frozenset({"list-item", "list-header"})


def read_odt(data: bytes, name: str) -> Found:
    """Read an OpenDocument text."""
    archive = Archive(data, name)
    if b"manifest:encryption-data" in archive.read_if_there("META-INF/manifest.xml"):
        raise InputError(f"“{name}” is protected by a password.", hint="Save it without a password and import that.")
    root = parse_xml(archive.read("content.xml"), name)
    text = child(root, "body", "text")
    if text is None:
        raise InputError(f"“{name}” is no text document.", hint="Export it as a text document or as PDF.")
    reader = _Reader(_parents(root))
    reader.blocks(text, reader.tree, 0)
    data = archive.read_if_there("meta.xml")
    meta = parse_xml(data, name) if data.strip() else root
    about, blocks = weighed(
        blocks_and_notes(reader.tree, reader.notes, frozenset(reader.titles[:1])),
        title=file_title(_meta(meta, "title")),
        author=file_author(_meta(meta, "initial-creator") or _meta(meta, "creator")),
        published=file_date(_meta(meta, "creation-date"), _meta(meta, "date")),
    )
    return Found(blocks, about, _meta(meta, "language"))


def _meta(root: _Element, name: str) -> str:
    inside = child(root, "meta")
    return first_text(inside, name) if inside is not None else ""


def _parents(root: _Element) -> dict[str, str]:
    """Return the named style behind each automatic one."""
    automatic = child(root, "automatic-styles")
    if automatic is None:
        return {}
    return {attribute(one, "name"): attribute(one, "parent-style-name") for one in named(automatic, "style")}


class _Reader:
    """Walks the text once and fills a tree; footnotes gather in order."""

    def __init__(self, parents: dict[str, str]) -> None:
        self.tree = body()
        self.notes: list[str] = []
        self.titles: list[str] = []
        self._parents = parents
        self._boxes: list[_Element] = []

    def blocks(self, parent: _Element, into: _Element, depth: int) -> None:
        """Read what stands in ``parent``; ``depth`` counts the lists around it."""
        for one in parent:
            name = local(one)
            if name in {"p", "h"}:
                self._paragraph(one, into, depth)
            elif name == "list":
                self.blocks(one, into, min(depth + 1, 6))
            elif name == "table":
                self._table(one, into)
            elif name not in _GONE:
                self.blocks(one, into, depth)

    def _paragraph(self, element: _Element, into: _Element, depth: int) -> None:
        text = "".join(self._pieces(element))
        boxes, self._boxes = self._boxes, []
        style = attribute(element, "style-name")
        style = (self._parents.get(style) or style).replace("_20_", " ").lower()
        if style == "title" and into is self.tree and text.strip():
            self.titles.append(" ".join(text.split()))
            paragraph(into, text, "h1")
        elif local(element) == "h":
            level = attribute(element, "outline-level")
            paragraph(into, text, f"h{min(max(int(level), 1), 6) if level.isdigit() and len(level) < 3 else 2}")
        elif depth:
            paragraph(into, text, "li", depth)
        elif style.startswith("quot"):
            paragraph(container(into, "blockquote"), text)
        elif style in {"caption", "illustration", "figure"}:
            paragraph(into, text, "figcaption")
        else:
            paragraph(into, text)
        for box in boxes:
            self.blocks(box, into, depth)

    def _table(self, element: _Element, into: _Element) -> None:
        table = container(into, "table")
        for row in _below(element, frozenset({"table-row"})):
            line = container(table, "tr")
            for cell in _below(row, frozenset({"table-cell", "covered-table-cell"})):
                self.blocks(cell, container(line, "td"), 0)

    def _pieces(self, element: _Element) -> Iterator[str]:
        yield element.text or ""
        for one in element:
            name = local(one)
            if name == "s":
                yield " "
            elif name == "tab":
                yield "\t"
            elif name == "line-break":
                yield BREAK
            elif name == "note":
                self._note(one)
            elif name == "frame":
                self._boxes.extend(box for box in one if local(box) == "text-box")
            elif name not in _GONE:
                yield from self._pieces(one)
            yield one.tail or ""

    def _note(self, note: _Element) -> None:
        text = child(note, "note-body")
        if text is not None:
            place = len(self.notes)
            self.notes.append("")
            self.notes[place] = " ".join("".join(self._pieces(line)) for line in text)


def _below(parent: _Element, names: frozenset[str]) -> Iterator[_Element]:
    """Yield the rows or cells of one table, not those of tables inside it."""
    for one in parent:
        name = local(one)
        if name in names:
            yield one
        elif name in {"table-header-rows", "table-rows", "table-row-group", "table-header-columns"}:
            yield from _below(one, names)
