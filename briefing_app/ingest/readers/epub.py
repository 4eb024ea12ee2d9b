"""EPUB: the chapters of an e-book in reading order, each through the block reader of pages."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from briefing_app.domain.article import BlockKind
from briefing_app.errors import InputError
from briefing_app.ingest.encoding.decoding import decode
from briefing_app.ingest.html.blocks import blocks_of
from briefing_app.ingest.html.parse import drop_hidden, parse
from briefing_app.ingest.limits import MAX_TEXT, check_text
from briefing_app.ingest.plain.about import About
from briefing_app.ingest.readers.facts import file_author, file_date, file_title, without_title
from briefing_app.ingest.readers.found import Found
from briefing_app.ingest.readers.xmltree import attribute, child, first_text, local, named, parse_xml, refuse_entities
from briefing_app.ingest.readers.zipped import Archive

if TYPE_CHECKING:
    from lxml.etree import _Element

    from briefing_app.ingest.blocks import RawBlock

_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document", ""})
MOST_AUTHORS = 8


def read_epub(data: bytes, name: str) -> Found:
    """Read an e-book."""
    archive = Archive(data, name)
    package_name = _package(archive, name)
    package = parse_xml(archive.read(package_name), name)
    chapters = _chapters(package, posixpath.dirname(package_name))
    _refuse_locked(archive, chapters, name)
    blocks: list[RawBlock] = []
    size = 0
    lacking = 0
    for member in chapters:
        if member not in archive:
            lacking += 1
            continue
        found = _chapter(archive.read(member), name)
        size += sum(len(one.text) for one in found)
        if size > MAX_TEXT:
            check_text("x" * (MAX_TEXT + 1), name)
        blocks.extend(found)
    if not blocks:
        raise InputError(f"“{name}” is an e-book without text that can be read.", hint="It may hold pictures only.")
    about, language = _about(package)
    title = about.title or next((one.text for one in blocks if one.kind is BlockKind.HEADING), "")
    about = About(title[:300], about.author, about.published, about.url, about.site)
    chapter = "chapter is" if lacking == 1 else "chapters are"
    warnings = (f"{lacking} {chapter} missing from the file.",) if lacking else ()
    return Found(without_title(blocks, about.title), about, language, warnings=warnings)


def _package(archive: Archive, name: str) -> str:
    data = archive.read_if_there("META-INF/container.xml")
    if data.strip():
        for one in named(parse_xml(data, name), "rootfile"):
            member = attribute(one, "full-path").lstrip("/")
            if member in archive:
                return member
    for member in archive.names:
        if member.lower().endswith(".opf"):
            return member
    raise InputError(f"“{name}” is an e-book without a list of its parts.", hint="Fetch it again.")


def _chapters(package: _Element, folder: str) -> list[str]:
    """Return the members of the spine, names only, never a path out of the archive."""
    items = {attribute(one, "id"): one for one in named(package, "item")}
    found: list[str] = []
    for ref in named(package, "itemref"):
        item = items.get(attribute(ref, "idref"))
        if item is None or attribute(ref, "linear") == "no" or attribute(item, "media-type") not in _PAGES:
            continue
        if "nav" in attribute(item, "properties").split():
            continue
        href = unquote(attribute(item, "href").split("#", 1)[0])
        member = posixpath.normpath(posixpath.join(folder, href))
        if href and member not in found:
            found.append(member)
    return found


def _refuse_locked(archive: Archive, chapters: list[str], name: str) -> None:
    data = archive.read_if_there("META-INF/encryption.xml")
    if not data.strip():
        return
    locked = {unquote(attribute(one, "URI")) for one in named(parse_xml(data, name), "CipherReference")}
    if locked.intersection(chapters):
        raise InputError(f"“{name}” is locked by its seller and cannot be read.", hint="Import a copy without a lock.")


def _chapter(data: bytes, name: str) -> list[RawBlock]:
    if not data.strip():
        return []
    refuse_entities(data, name)
    decoded = decode(data, html=True, charset="")
    if decoded is None or not decoded.text.strip():
        return []
    tree = parse(decoded.text, name)
    drop_hidden(tree)
    text = tree.find("body")
    return blocks_of(text if text is not None else tree)


def _about(package: _Element) -> tuple[About, str]:
    meta = child(package, "metadata")
    if meta is None:
        return About(), ""
    authors = [file_author(" ".join("".join(map(str, one.itertext())).split())) for one in named(meta, "creator")]
    dates = [
        one.text or ""
        for one in sorted(named(meta, "date"), key=lambda one: "modif" in attribute(one, "event").lower())
        if local(one) == "date"
    ]
    source = first_text(meta, "source")
    return (
        About(
            title=file_title(first_text(meta, "title")),
            author=", ".join(dict.fromkeys(filter(None, authors[:MOST_AUTHORS]))),
            published=file_date(*dates),
            url=source if source.startswith(("http://", "https://")) else "",
            site=first_text(meta, "publisher")[:120],
        ),
        first_text(meta, "language")[:20],
    )
