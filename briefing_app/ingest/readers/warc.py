"""WARC: the first HTML page of a web archive, with the address it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.errors import InputError
from briefing_app.ingest.readers.found import Inner
from briefing_app.ingest.readers.inflating import inflate_body

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_RECORDS = 100_000
_MOST_HEAD = 64 * 1024
_PAGES = ("text/html", "application/xhtml+xml")


def read_warc(data: bytes, name: str) -> Inner:
    """Return the first page that was answered with success, or the first page at all."""
    spare: Inner | None = None
    for head, block in _records(data):
        page, status = _page(head, block, name)
        if page is None:
            continue
        if status == 200:
            return page
        spare = spare or page
    if spare is None:
        raise InputError(
            f"“{name}” is a web archive without a page in it.", hint="Save the page itself and import that."
        )
    return spare


def _records(data: bytes) -> Iterator[tuple[dict[str, str], bytes]]:
    """Go through the records; a damaged one ends the file, what stood before it is used."""
    position = 0
    for _ in range(MOST_RECORDS):
        position = data.find(b"WARC/", position)
        if position < 0:
            return
        head, start = _head(data, position)
        length = head.get("content-length", "")
        if not start or not length.isascii() or not length.isdigit() or len(length) > 15:
            return
        end = start + int(length)
        yield head, data[start:end]
        position = end


def _head(data: bytes, position: int) -> tuple[dict[str, str], int]:
    """Return the fields of a head and where the body begins (0: it has no end)."""
    stop = data.find(b"\r\n\r\n", position, position + _MOST_HEAD)
    size = 4
    if stop < 0:
        stop = data.find(b"\n\n", position, position + _MOST_HEAD)
        size = 2
    if stop < 0:
        return {}, 0
    fields: dict[str, str] = {}
    for line in data[position:stop].decode("utf-8", "replace").splitlines()[1:]:
        key, colon, value = line.partition(":")
        if colon:
            fields.setdefault(key.strip().lower(), value.strip())
    return fields, stop + size


def _page(head: dict[str, str], block: bytes, name: str) -> tuple[Inner | None, int]:
    kind = head.get("warc-type", "").lower()
    url = head.get("warc-target-uri", "").strip("<> ")
    url = url[:2000] if url.startswith(("http://", "https://")) else ""
    if kind == "resource" and head.get("content-type", "").lower().startswith(_PAGES):
        return (Inner(block, "text/html", head["content-type"], url), 200) if block.strip() else (None, 0)
    if kind != "response" or not block.startswith(b"HTTP/"):
        return None, 0
    fields, start = _head(block, 0)
    media_type = fields.get("content-type", "")
    if not start or not media_type.lower().startswith(_PAGES):
        return None, 0
    status = block[:40].split(b" ", 2)[1:2]
    body = _body(block[start:], fields, name)
    if not body.strip():
        return None, 0
    number = int(status[0]) if status and status[0].isdigit() and len(status[0]) == 3 else 0
    return Inner(body, "text/html", media_type, url), number


def _body(body: bytes, fields: dict[str, str], name: str) -> bytes:
    if "chunked" in fields.get("transfer-encoding", "").lower():
        body = _unchunked(body)
    packing = fields.get("content-encoding", "").lower()
    if packing in {"gzip", "x-gzip", "deflate"} and body.strip():
        return body if body.lstrip()[:1] == b"<" else inflate_body(body, name)
    if packing not in {"", "identity"} and body.lstrip()[:1] != b"<":
        raise InputError(
            f"“{name}” holds its page packed as “{packing[:20]}”, which is not read.", hint="Save the page itself."
        )
    return body


def _unchunked(body: bytes) -> bytes:
    """Join the chunks of a body; one that is not in chunks after all stays as it is."""
    parts: list[bytes] = []
    position = 0
    while True:
        stop = body.find(b"\r\n", position, position + 100)
        size = body[position:stop].split(b";")[0].strip() if stop >= 0 else b""
        try:
            length = int(size[:12], 16)
        except ValueError:
            return b"".join(parts) or body
        if length <= 0:
            return b"".join(parts)
        parts.append(body[stop + 2 : stop + 2 + length])
        position = stop + 2 + length + 2
