"""Which reader bytes are for, told by the bytes alone."""

from __future__ import annotations

import re

from briefing_app.errors import InputError
from briefing_app.ingest.readers.zipped import member_names
from briefing_app.ingest.recognise import Media
from briefing_app.ingest.shape import words

_NAME = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}")
_MAIL = words("from to subject date message-id mime-version received return-path delivered-to content-type sender")
_SURE = words("message-id mime-version received return-path delivered-to dkim-signature x-mailer")
_SAVED = words("snapshot-content-location content-location")
_MOST_FIELDS = 400
_HEAD = 128 * 1024
_OFFICE = (
    ("xl/workbook", "a spreadsheet"),
    ("ppt/presentation", "a set of slides"),
    ("content.xml", "an OpenDocument file that is no text"),
    ("AndroidManifest.xml", "a program"),
    ("META-INF/MANIFEST.MF", "a program"),
)
_HINT = "Export it as PDF, or save the article as text, and import that."


def kind_of(data: bytes, name: str) -> Media | None:
    """Return the kind of a wrapped or packed document, None for text and all else; refuses a ZIP of another kind."""
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip_kind(data, name)
    if start.startswith(b"%PDF-") or (b"%PDF-" in data[:1024] and b"startxref" in data[-2048:]):
        return Media.PDF
    if start.startswith(b"{\\rtf"):
        return Media.RTF
    if data.startswith(b"\x1f\x8b"):
        return Media.GZIP
    if start.startswith((b"WARC/0.", b"WARC/1.")):
        return Media.WARC
    return _mail_kind(data, name)


def _zip_kind(data: bytes, name: str) -> Media:
    names = member_names(data)
    members = set(names)
    mimetype = data[30:200]
    if "META-INF/container.xml" in members or b"mimetypeapplication/epub+zip" in mimetype:
        return Media.EPUB
    if "[Content_Types].xml" in members and any(one.startswith("word/") for one in names):
        return Media.DOCX
    if b"application/vnd.oasis.opendocument.text" in mimetype:
        return Media.ODT
    if "content.xml" in members and "META-INF/manifest.xml" in members and b"opendocument." not in mimetype:
        return Media.ODT
    for lead, what in _OFFICE:
        if any(one.startswith(lead) for one in names[:2000]):
            raise InputError(f"“{name}” is {what}, which cannot be read.", hint=_HINT)
    if not names:
        raise InputError(f"“{name}” is an archive that is empty, damaged or cut short.", hint="Fetch or save it again.")
    raise InputError(
        f"“{name}” is a ZIP archive, no single document.", hint="Unpack it and import the files that are in it."
    )


def _mail_kind(data: bytes, name: str) -> Media | None:
    """Tell letters and saved pages by the fields at their head."""
    fields = _fields(data[:_HEAD])
    if not fields:
        return None
    content = fields.get("content-type", b"").lower()
    if content.startswith((b"multipart/related", b"text/html")) and "to" not in fields and "received" not in fields:
        saved = _SAVED.intersection(fields) or b"saved by" in fields.get("from", b"").lower()
        if saved or name.lower().endswith((".mht", ".mhtml")):
            return Media.MHTML
    known = _MAIL.intersection(fields)
    letter = name.lower().endswith((".eml", ".msg", ".mail", ".emlx"))
    if len(known) >= 3 and (_SURE.intersection(fields) or letter):
        return Media.EML
    return Media.EML if len(known) >= 2 and letter else None


def _fields(head: bytes) -> dict[str, bytes]:
    lines = head.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", _MOST_FIELDS)
    if lines and lines[0].startswith(b"From "):
        lines = lines[1:]
    found: dict[str, bytes] = {}
    last = ""
    for line in lines[:_MOST_FIELDS]:
        line = line.rstrip(b"\r")
        if last and line[:1] in {b" ", b"\t"}:
            found[last] += b" " + line.strip()[:400]
            continue
        key, colon, value = line.partition(b":")
        if not colon or not _NAME.fullmatch(key):
            break
        last = key.decode("latin-1").lower()
        found.setdefault(last, value.strip()[:400])
    return found
