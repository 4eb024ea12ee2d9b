"""The HTML standard's prescan: which encoding does a page's first meta element declare?

Follows "prescan a byte stream to determine its encoding" of the HTML standard, steps and all.
"""

from __future__ import annotations

import re

from briefing_app.ingest.encoding.labels import encoding_of

PRESCAN = 1024
"""Bytes that the standard looks at before it parses."""

LATE = 256 * 1024
"""Bytes searched for a declaration behind those, as browsers do by parsing again."""

_SPACE = b"\t\n\x0c\r "
_LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_RAW = re.compile(rb"<(script|style|title|textarea|xmp|iframe|noembed|noframes|plaintext)(?=[\s/>])", re.IGNORECASE)
_XML = re.compile(rb"""<\?xml[^>]{0,200}?\sencoding\s{0,9}=\s{0,9}["']([^"'>]{1,60})["']""")


def declared(data: bytes) -> str:
    """Return the encoding that the page declares (a name, not a label), or ""."""
    early = _scan(data[:PRESCAN]) or _xml(data[:PRESCAN])
    if early or b"charset" not in data[:LATE].lower():
        return early
    return _scan(data[:LATE], parsed=True)


def _xml(data: bytes) -> str:
    found = _XML.match(data)
    return _readable(encoding_of(found.group(1).decode("latin-1"))) if found else ""


def _readable(name: str) -> str:
    """Return what is meant by a declaration that was itself read byte by byte."""
    if name.startswith("utf-16"):
        return "utf-8"
    return "windows-1252" if name == "x-user-defined" else name


def _scan(data: bytes, *, parsed: bool = False) -> str:
    """Prescan ``data``; ``parsed`` looks as the parser does, which passes over scripts, styles and titles."""
    position = 0
    while (position := data.find(b"<", position)) >= 0:
        head = data[position : position + 6].lower()
        if head.startswith(b"<!--"):
            end = data.find(b"-->", position + 2)
            if end < 0:
                return ""
            position = end + 3
        elif head[:5] == b"<meta" and len(head) == 6 and head[5:] in b"\t\n\x0c\r /":
            name, position = _meta(data, position + 6, parsed=parsed)
            if name:
                return name
        elif len(head) > 1 and (head[1] in _LETTERS or (head[1:2] == b"/" and len(head) > 2 and head[2] in _LETTERS)):
            raw = _RAW.match(data, position) if parsed else None
            position = _skip_tag(data, position + 1)
            if raw:
                position = _behind(data, raw.group(1).lower(), position)
        elif head[1:2] in (b"!", b"/", b"?"):
            end = data.find(b">", position)
            if end < 0:
                return ""
            position = end + 1
        else:
            position += 1
    return ""


def _behind(data: bytes, tag: bytes, position: int) -> int:
    """Return where the closing tag of an element that holds plain text begins, or the end."""
    closing = re.compile(rb"</" + tag + rb"(?=[\s/>])", re.IGNORECASE).search(data, position)
    return closing.start() if closing else len(data)


def _skip_tag(data: bytes, position: int) -> int:
    while position < len(data) and data[position] not in b"\t\n\x0c\r >":
        position += 1
    while True:
        name, _, position = _attribute(data, position)
        if not name:
            return max(position, 0) + (0 if position >= len(data) else 1)


def _meta(data: bytes, position: int, *, parsed: bool) -> tuple[str, int]:
    found: dict[bytes, bytes] = {}
    while True:
        name, value, position = _attribute(data, position)
        if not name:
            break
        found.setdefault(name, value)
    if position >= len(data):  # it never ends, so it is no tag
        return "", position
    charset = encoding_of(found[b"charset"].decode("latin-1")) if b"charset" in found else ""
    if not charset and (parsed or b"charset" not in found) and found.get(b"http-equiv") == b"content-type":
        charset = from_content(found.get(b"content", b"").decode("latin-1"))
    return _readable(charset), position


def _attribute(data: bytes, position: int) -> tuple[bytes, bytes, int]:
    """Read one attribute: (name, value, where to go on), all ASCII upper case lowered."""
    size = len(data)
    while position < size and data[position] in b"\t\n\x0c\r /":
        position += 1
    if position >= size or data[position] == 0x3E:
        return b"", b"", position
    start = position
    while position < size and not (data[position] in b"\t\n\x0c\r />" or (data[position] == 0x3D and position > start)):
        position += 1
    name = data[start:position].lower()
    while position < size and data[position] in _SPACE:
        position += 1
    if position >= size or data[position] != 0x3D:
        return name, b"", position
    position += 1
    while position < size and data[position] in _SPACE:
        position += 1
    if position >= size:
        return b"", b"", position
    if data[position] in b"\"'":
        end = data.find(data[position : position + 1], position + 1)
        if end < 0:
            return b"", b"", size
        return name, data[position + 1 : end].lower(), end + 1
    start = position
    while position < size and data[position] not in b"\t\n\x0c\r >":
        position += 1
    return name, data[start:position].lower(), position


def from_content(content: str) -> str:
    """Extract the encoding from a Content-Type value (``text/html; charset=x``), or ""."""
    position = 0
    lowered = content.lower()
    while (position := lowered.find("charset", position)) >= 0:
        position += 7
        rest = lowered[position:].lstrip("\t\n\x0c\r ")
        if not rest.startswith("="):
            continue
        rest = rest[1:].lstrip("\t\n\x0c\r ")
        if rest[:1] in {'"', "'"}:
            end = rest.find(rest[0], 1)
            return encoding_of(rest[1:end]) if end > 0 else ""
        return encoding_of(re.split(r"[\t\n\x0c\r ;]", rest, maxsplit=1)[0])
    return ""
