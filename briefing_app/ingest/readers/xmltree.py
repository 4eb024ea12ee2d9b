"""Guarded parsing of XML: no entities, no document types with declarations, no network, bounded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from briefing_app.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9._:-]{1,40})")
_ENCODINGS = re.compile(
    rb"(?:utf-?8|utf-?16(?:le|be)?|us-ascii|ascii|iso-8859-\d{1,2}|windows-125\d|latin-?\d|koi8-[ru])", re.I
)
_SUBSET = re.compile(rb"<!DOCTYPE[^>\[]{0,1000}\[", re.I)


def parse_xml(data: bytes, name: str) -> _Element:
    """Return the root of an XML part; InputError where it is malformed or declares entities."""
    from lxml import etree

    refuse_entities(data, name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError, AssertionError) as error:
        raise InputError(
            f"“{name}” is damaged: a part of it is no well-formed XML.", hint="Open and save it again."
        ) from error
    if root is None:
        raise InputError(f"“{name}” is damaged: a part of it is empty.", hint="Open and save it again.")
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in cast("Any", declared).iterentities()):
        raise _entities(name)
    return root


def refuse_entities(data: bytes, name: str) -> None:
    """Refuse a part that declares entities, in any encoding, before a parser sees it."""
    bare = data.replace(b"\0", b"")
    if b"<!ENTITY" in bare or b"<!ELEMENT" in bare[:100_000] or _SUBSET.search(bare[:100_000]):
        raise _entities(name)
    encoding = _DECLARED.match(bare.lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n")[:400])
    if encoding and not _ENCODINGS.fullmatch(encoding.group(1)):
        raise InputError(f"“{name}” is written in an unusual encoding that is not read.", hint="Save it again.")


def _entities(name: str) -> InputError:
    return InputError(
        f"“{name}” declares entities, which no article needs.",
        hint="They can make a small file huge or read other files; save it again and import that.",
    )


def local(element: _Element) -> str:
    """Return an element's name without its namespace."""
    tag = element.tag
    return str(tag).rsplit("}", 1)[-1]


def attribute(element: _Element | None, name: str) -> str:
    """Return an attribute by its name without namespace, or ""."""
    if element is None:
        return ""
    for key, value in element.attrib.items():
        if str(key).rsplit("}", 1)[-1] == name:
            return str(value)
    return ""


def child(element: _Element | None, *path: str) -> _Element | None:
    """Return the first element down a path of local names."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def named(element: _Element, *names: str) -> Iterator[_Element]:
    """Yield the elements below that have one of these local names, in document order."""
    for one in element.iter():
        if local(one) in names:
            yield one


def first_text(element: _Element, *names: str) -> str:
    """Return the text of the first element that has one of the names and any text; names in order of worth."""
    for name in names:
        for one in named(element, name):
            text = " ".join("".join(str(part) for part in one.itertext()).split())
            if text:
                return text[:1000]
    return ""
