"""Bytes of one file to a `Collection`, or None where they are one document."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.errors import InputError
from briefing_app.ingest.collections.annotated import annotations_in, read_annotations
from briefing_app.ingest.collections.archive import Archive
from briefing_app.ingest.collections.bibliography import is_csl, is_ris, read_csl, read_ris
from briefing_app.ingest.collections.bibtex import is_bibtex, read_bibtex
from briefing_app.ingest.collections.bookmarks import read_bookmarks, read_pocket_page
from briefing_app.ingest.collections.exports import is_wallabag, read_json_feed, read_wallabag
from briefing_app.ingest.collections.omnivore import is_omnivore, read_omnivore
from briefing_app.ingest.collections.opml import read_opml
from briefing_app.ingest.collections.records import loaded, record
from briefing_app.ingest.collections.sniff import may_be_collection
from briefing_app.ingest.collections.syndication import read_atom, read_rss
from briefing_app.ingest.collections.tables import read_table, table_kind
from briefing_app.ingest.collections.values import bounded, sound
from briefing_app.ingest.collections.xml import local, parsed
from briefing_app.ingest.collections.zotero_rdf import NAMESPACE, read_zotero_rdf
from briefing_app.ingest.encoding.decoding import decode
from briefing_app.ingest.limits import check_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.domain.collection import Collection

_XML_START = re.compile(r"\s{0,999}<")
# How what may stand in front of the first element begins and ends.
_PROLOGUE = (("<?", "?>"), ("<!--", "-->"), ("<!DOCTYPE", ">"))
_ROOTS = re.compile(r"\s{0,999}<(?:\w{1,20}:)?(rss|feed|entry|opml|RDF)[\s/>]", re.I)
_NETSCAPE = re.compile(r"<!DOCTYPE NETSCAPE-Bookmark-file", re.I)
_POCKET = re.compile(r"<title>\s{0,9}Pocket Export\s{0,9}</title>", re.I)
_DOCUMENTS = ("[Content_Types].xml", "mimetype", "META-INF/container.xml", "META-INF/manifest.xml")


def expand(data: bytes, source: str) -> Collection | None:
    """Return what the file holds, or None where it is one document; InputError for a damaged or hostile collection.

    ``source`` names the file in every sentence; what it is, its content says.
    """
    name = source.replace("\\", "/").rsplit("/", 1)[-1] or source
    if not data or not may_be_collection(data):
        return None
    if data.startswith(b"PK\x03\x04"):
        return _archive(data, name)
    return _plain(data, name)


def _plain(data: bytes, name: str) -> Collection | None:
    decoded = decode(data, html=True)
    if decoded is None:
        return None
    text = decoded.text
    found = _of_text(text, name)
    if found is not None:
        check_bytes(data, name)
    return found


def _of_text(text: str, name: str) -> Collection | None:
    if _XML_START.match(text):
        return _markup(text, name)
    if text.lstrip()[:1] in ("{", "["):
        return _json(text, name)
    if table_kind(text):
        return read_table(text, name)
    if is_ris(text):
        return read_ris(text, name)
    return read_bibtex(text, name) if is_bibtex(text) else None


def _markup(text: str, name: str) -> Collection | None:
    head = text[:4096]
    if _NETSCAPE.search(head):
        return read_bookmarks(text, name)
    if _POCKET.search(head):
        return read_pocket_page(text, name)
    kind = _root(text)
    if not kind:
        return None
    root = parsed(text, name)
    match local(root):
        case "rss":
            return read_rss(root, name)
        case "feed" | "entry":
            return read_atom(root, name)
        case "opml":
            return read_opml(root, name)
        case "rdf":
            return read_zotero_rdf(root, name) if NAMESPACE in head else read_rss(root, name)
    return None


def _root(text: str) -> str:
    """Return the name of the first element if it is one of ours, behind declarations and comments."""
    rest = text[:65536].lstrip()
    for _ in range(12):
        mark = next((end for start, end in _PROLOGUE if rest.startswith(start)), "")
        if mark == ">" and "[" in rest.partition(">")[0]:
            mark = "]"  # declarations of its own, up to their end and the next bracket
        if not mark:
            break
        rest = rest.partition(mark)[2].lstrip().removeprefix(">").lstrip()
    found = _ROOTS.match(rest)
    return found.group(1) if found else ""


def _json(text: str, name: str) -> Collection | None:
    try:
        value = loaded(text, name)
    except InputError:
        if _ends_open(text):
            raise
        return None
    whole = record(value)
    if sound(whole.get("version")).startswith("https://jsonfeed.org/version/"):
        return read_json_feed(whole, name)
    marked = annotations_in(value)
    if marked is not None:
        return read_annotations(value, *marked, name)
    if is_wallabag(value):
        return read_wallabag(value, name)
    items = value if isinstance(value, list) else whole.get("items")
    return read_csl(items, name) if is_csl(items) else None


def _ends_open(text: str) -> bool:
    """Say whether a text that is no JSON was meant as some: it opens like a record or a list of them."""
    return re.match(r"\s{0,99}(?:\[\s{0,99})?\{\s{0,99}\"|\s{0,99}\[\s{0,9}[\[{]", text.lstrip("﻿")) is not None


def _archive(data: bytes, name: str) -> Collection | None:
    """Read an Omnivore export, or the collections that a plain zip holds; one level deep."""
    archive = Archive(data, name)
    names = archive.names()
    if any(one in names for one in _DOCUMENTS):
        return None
    if is_omnivore(names):
        return read_omnivore(archive, name)
    found: list[Collection] = []
    left: list[str] = []
    for one in names:
        inner = archive.read(one)
        held = None if inner.startswith(b"PK\x03\x04") or not may_be_collection(inner) else _plain(inner, one)
        if held is None:
            left.append(one)
        else:
            found.append(held)
    return _merged(found, left, name) if found else None


def _merged(found: list[Collection], left: Iterable[str], name: str) -> Collection:
    items = tuple(item for one in found for item in one.items)
    bounded(len(items), name)
    warnings = [warning for one in found for warning in one.warnings]
    warnings += [f"“{one}” in the archive was passed over; unpack it and import it." for one in left]
    feeds = tuple(feed for one in found for feed in one.feeds)
    return replace(found[0], items=items, feeds=feeds, warnings=tuple(warnings))
