"""DOCX: the main part of a word processor's document, with its styles, lists, tables and footnotes."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from briefing_app.errors import InputError
from briefing_app.ingest.readers.building import BREAK, blocks_and_notes, body, container, paragraph
from briefing_app.ingest.readers.docx_styles import Styles
from briefing_app.ingest.readers.facts import file_author, file_date, file_title, weighed
from briefing_app.ingest.readers.found import Found
from briefing_app.ingest.readers.xmltree import attribute, child, first_text, local, named, parse_xml
from briefing_app.ingest.readers.zipped import Archive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_GONE = frozenset(
    {"del", "moveFrom", "instrText", "delText", "delInstrText", "annotationRef", "rPr", "pPr", "Fallback"}
)
_SIGNS = {"tab": "\t", "br": BREAK, "cr": BREAK, "noBreakHyphen": "‑", "ptab": "\t"}
_CONTENTS = re.compile(r"toc ?\d|toc heading|table of figures", re.I)


def read_docx(data: bytes, name: str) -> Found:
    """Read a document of the Open XML kind."""
    archive = Archive(data, name)
    main = main_part(archive, name)
    root = parse_xml(archive.read(main), name)
    folder = posixpath.dirname(main)
    styles = Styles(_part(archive, posixpath.join(folder, "styles.xml"), name))
    reader = _Reader(styles, _notes(archive, folder, name))
    text = child(root, "body")
    if text is None:
        raise InputError(f"“{name}” holds no document text.", hint="Open and save it again.")
    reader.read(text)
    core = _part(archive, "docProps/core.xml", name)
    about, blocks = weighed(
        blocks_and_notes(reader.tree, reader.notes, frozenset(reader.titles[:1])),
        title=file_title(first_text(core, "title")) if core is not None else "",
        author=file_author(first_text(core, "creator")) if core is not None else "",
        published=file_date(first_text(core, "created"), first_text(core, "modified")) if core is not None else "",
    )
    return Found(blocks, about, first_text(core, "language") if core is not None else "")


def main_part(archive: Archive, name: str) -> str:
    """Return the member that holds the text: named by the package's relations, or the usual one."""
    relations = _part(archive, "_rels/.rels", name)
    if relations is not None:
        for one in named(relations, "Relationship"):
            target = attribute(one, "Target").lstrip("/")
            if attribute(one, "Type").endswith("/officeDocument") and target in archive:
                return target
    return "word/document.xml"


def _part(archive: Archive, member: str, name: str) -> _Element | None:
    data = archive.read_if_there(member)
    return parse_xml(data, name) if data.strip() else None


def _notes(archive: Archive, folder: str, name: str) -> dict[tuple[str, str], _Element]:
    found: dict[tuple[str, str], _Element] = {}
    for kind in ("footnote", "endnote"):
        root = _part(archive, posixpath.join(folder, f"{kind}s.xml"), name)
        for note in named(root, kind) if root is not None else ():
            if attribute(note, "type") not in {"separator", "continuationSeparator", "continuationNotice"}:
                found[kind, attribute(note, "id")] = note
    return found


class _Reader:
    """Walks the body once and fills a tree; notes gather in the order they are referred to."""

    def __init__(self, styles: Styles, notes: dict[tuple[str, str], _Element]) -> None:
        self.tree = body()
        self.notes: list[str] = []
        self.titles: list[str] = []
        self._styles = styles
        self._parts = notes
        self._boxes: list[_Element] = []
        self._carried = ""

    def read(self, text: _Element) -> None:
        """Read the document's body."""
        self._blocks(text, self.tree)
        if self._carried.strip():
            paragraph(self.tree, self._carried)

    def _blocks(self, parent: _Element, into: _Element) -> None:
        for one in parent:
            name = local(one)
            if name == "p":
                self._paragraph(one, into)
            elif name == "tbl":
                self._table(one, into)
            elif name not in _GONE and name not in {"sdtPr", "sdtEndPr", "sectPr", "tblPr", "tcPr"}:
                if name == "sdt" and self._is_contents(one):
                    continue
                self._blocks(one, into)

    def _is_contents(self, block: _Element) -> bool:
        kind = child(block, "sdtPr", "docPartObj", "docPartGallery")
        return attribute(kind, "val") == "Table of Contents"

    def _paragraph(self, element: _Element, into: _Element) -> None:
        text = self._carried + self._text(element)
        boxes, self._boxes = self._boxes, []
        properties = child(element, "pPr")
        if child(properties, "rPr", "del") is not None:
            self._carried = text
        else:
            self._carried = ""
            self._add(text, properties, into)
        for box in boxes:
            self._blocks(box, into)

    def _add(self, text: str, properties: _Element | None, into: _Element) -> None:
        style = self._styles.of(properties)
        if not text.strip() or _CONTENTS.fullmatch(style.name):
            return
        if style.name == "title" and into is self.tree:
            self.titles.append(" ".join(text.split()))
        if style.heading:
            paragraph(into, text, f"h{style.heading}")
        elif style.item:
            paragraph(into, text, "li", style.item)
        elif style.quote:
            paragraph(container(into, "blockquote"), text)
        elif style.caption:
            paragraph(into, text, "figcaption")
        else:
            paragraph(into, text)

    def _table(self, element: _Element, into: _Element) -> None:
        table = container(into, "table")
        for row in _below(element, "tr"):
            if child(row, "trPr", "del") is not None:
                continue
            line = container(table, "tr")
            for cell in _below(row, "tc"):
                self._blocks(cell, container(line, "td"))
                if self._carried.strip():
                    paragraph(line[-1], self._carried)
                self._carried = ""

    def _text(self, element: _Element) -> str:
        return "".join(self._pieces(element))

    def _pieces(self, element: _Element) -> Iterator[str]:
        for one in element:
            name = local(one)
            if name == "t":
                yield one.text or ""
            elif name in _SIGNS:
                yield "" if attribute(one, "type") in {"page", "column"} else _SIGNS[name]
            elif name == "r":
                if not _hidden(one):
                    yield from self._pieces(one)
            elif name in {"footnoteReference", "endnoteReference"}:
                self._note(name.removesuffix("Reference"), attribute(one, "id"))
            elif name == "txbxContent":
                self._boxes.append(one)
            elif name == "AlternateContent":
                yield from self._pieces(_chosen(one))
            elif name not in _GONE:
                yield from self._pieces(one)

    def _note(self, kind: str, number: str) -> None:
        note = self._parts.pop((kind, number), None)
        if note is not None:
            self.notes.append(" ".join(self._text(line) for line in note))


def _hidden(run: _Element) -> bool:
    mark = child(run, "rPr", "vanish")
    return mark is not None and attribute(mark, "val") not in {"0", "false", "off"}


def _chosen(alternatives: _Element) -> _Element:
    """Return the one of several renderings that is read."""
    found = child(alternatives, "Choice")
    return found if found is not None and len(found) else alternatives


def _below(parent: _Element, name: str) -> Iterator[_Element]:
    """Yield rows or cells, also those inside content controls and insertions."""
    for one in parent:
        kind = local(one)
        if kind == name:
            yield one
        elif kind in {"sdt", "sdtContent", "ins", "customXml", "moveTo"}:
            yield from _below(one, name)
