"""What kind of document bytes are: by content first, then by name."""

from __future__ import annotations

import re
from enum import StrEnum

from briefing_app.errors import InputError


class Media(StrEnum):
    """The kinds of document that can be read."""

    PLAIN = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ODT = "application/vnd.oasis.opendocument.text"
    EPUB = "application/epub+zip"
    RTF = "application/rtf"
    EML = "message/rfc822"
    MHTML = "multipart/related"
    WARC = "application/warc"
    GZIP = "application/gzip"


_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office file"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ\0", "a compressed file"),
    (b"\x28\xb5\x2f\xfd", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\0", "a program"),
    (b"SQLite format 3\0", "a database"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or film"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"wOFF", "a font"),
    (b"\0\x01\0\0\0", "a font"),
)
_UNREAD_NAMES = {
    ".doc": "DOC",
    ".xlsx": "XLSX",
    ".pptx": "PPTX",
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".gif": "GIF",
    ".mp3": "MP3",
    ".mp4": "MP4",
    ".exe": "program",
    ".sqlite": "database",
}
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HTML_START = re.compile(
    r"<(?:!doctype\s{1,9}html|html|head|body|meta|title|article|main|script|link)\b", re.IGNORECASE
)
_DECLARATION = re.compile(r"<\?xml[^>]{0,200}>")
_MOST_COMMENTS = 9
_TAG = re.compile(r"</?(?:p|div|br|span|a|h[1-6]|ul|ol|li|table|tr|td|section|article)\b[^<>]{0,500}>", re.I)
_MARKDOWN_SIGNS = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"^(?:```|~~~)", re.MULTILINE),
    re.compile(r"\]\((?:https?://|/|\.|#)[^\s()]{0,500}\)"),
    re.compile(r"\*\*\S[^*\n]{0,200}\S\*\*"),
    re.compile(r"^(?:-{3,}|={3,})$", re.MULTILINE),
    re.compile(r"^> ", re.MULTILINE),
    re.compile(r"^\|.{1,500}\|$", re.MULTILINE),
)
_FRONT_MATTER = re.compile(r"---\n(?:[^\n]{0,500}\n){1,60}?---\n")
_HTML_NAMES = (".html", ".htm", ".xhtml", ".xht", ".shtml")
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd")
_LOOK = 64 * 1024


def refuse_binary(data: bytes, source: str) -> None:
    """Refuse what is no text at all, naming what it is where its first bytes tell."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"“{source}” is {name}, which cannot be read.", hint=_HINT)
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return
    sample = data[:8192]
    controls = len(_CONTROLS.findall(sample))
    zeros = sample.count(0)
    if zeros and abs(sample[0::2].count(0) - sample[1::2].count(0)) > zeros * 0.8 > len(sample) * 0.2:
        return  # UTF-16 without a mark; decoding tells
    if controls > len(sample) * 0.02:
        raise InputError(f"“{source}” holds binary data, no text.", hint=_HINT)


_HINT = "Text, Markdown, HTML, PDF, DOCX, ODT, RTF, EPUB and saved mail can be read; save it as one of these."


def media_of(text: str, source: str, media_type: str = "") -> Media:
    """Say what decoded ``text`` is; content wins over ``media_type``, which wins over the name."""
    start = text[:_LOOK]
    if _begins_as_html(start):
        return Media.HTML
    name = source.lower().rsplit("?", 1)[0]
    declared = media_type.split(";", 1)[0].strip().lower()
    tags = len(_TAG.findall(start))
    if tags >= 4 and tags * 400 > len(start):
        return Media.MARKDOWN if name.endswith(_MARKDOWN_NAMES) else Media.HTML
    if tags and (declared in {"text/html", "application/xhtml+xml"} or name.endswith(_HTML_NAMES)):
        return Media.HTML
    if declared in {"text/markdown", "text/x-markdown"} or name.endswith(_MARKDOWN_NAMES):
        return Media.MARKDOWN
    if declared not in {"", "text/plain"} and not declared.startswith("text/"):
        _refuse_type(source, declared)
    for ending, what in _UNREAD_NAMES.items():
        if name.endswith(ending):
            _refuse_type(source, what)
    return Media.MARKDOWN if _looks_like_markdown(start, name) else Media.PLAIN


def _begins_as_html(start: str) -> bool:
    """Say whether the first element, behind comments and an XML declaration, is one of a page's own."""
    rest = start.lstrip()
    if declaration := _DECLARATION.match(rest):
        rest = rest[declaration.end() :].lstrip()
    for _ in range(_MOST_COMMENTS):
        if not rest.startswith("<!--"):
            break
        rest = rest[rest.find("-->") + 3 :].lstrip() if "-->" in rest else ""
    return _HTML_START.match(rest) is not None


def _refuse_type(source: str, what: str) -> None:
    raise InputError(f"“{source}” is of a type ({what}) that cannot be read.", hint=_HINT)


def _looks_like_markdown(start: str, name: str) -> bool:
    """A name that says plain text is believed unless three kinds of Markdown sign speak."""
    signs = sum(1 for sign in _MARKDOWN_SIGNS if sign.search(start))
    if _FRONT_MATTER.match(start):
        signs += 1
    return signs >= 3 and not name.endswith(".txt")
