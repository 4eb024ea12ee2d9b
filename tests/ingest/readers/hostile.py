"""Hostile and odd files of every format, made in code: each must be refused in a sentence or read within limits."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from tests.ingest.readers import samples
from tests.ingest.readers.pdf_writer import Page, article_pdf, write

if TYPE_CHECKING:
    from collections.abc import Iterator

CANARY = "/etc/hostname"
_XXE = f'<!DOCTYPE r [<!ENTITY x SYSTEM "file://{CANARY}">]>'
_LEVELS = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
_LAUGHS = f"<!DOCTYPE r [<!ENTITY a0 'ha'>{_LEVELS}]>"
_QUADRATIC = f"<!DOCTYPE r [<!ENTITY a '{'x' * 50_000}'>]>"
_OUT = '<R><Relationship Type="a/officeDocument" Target="../../x"/></R>'
_REMOTE = '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/evil.dtd">'
_PARAMETER = '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p.dtd"> %p;]>'


def _document(head: str, text: str = "&x;") -> str:
    return f"{head}<w:document {samples.W}><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"


def _content(head: str, text: str = "&x;") -> str:
    return (
        f"{head}<office:document-content {samples.ODF}><office:body><office:text><text:p>{text}</text:p>"
        "</office:text></office:body></office:document-content>"
    )


def _docx(document: str | bytes) -> bytes:
    return samples.docx(**{"word/document.xml": document})


def _odt(content: str | bytes) -> bytes:
    return samples.odt(**{"content.xml": content})


def _nested(tag: str, depth: int) -> str:
    return f"<{tag}>" * depth + "<w:p><w:r><w:t>deep</w:t></w:r></w:p>" + f"</{tag}>" * depth


def entities() -> Iterator[tuple[str, bytes]]:
    for name, head, text in (
        ("xxe", _XXE, "&x;"),
        ("laughs", _LAUGHS, "&a11;"),
        ("quadratic", _QUADRATIC, "&a;" * 5000),
        ("parameter", _PARAMETER, "x"),
    ):
        yield f"{name}.docx", _docx(_document(head, text))
        yield f"{name}.odt", _odt(_content(head, text))
        yield f"{name}.epub", samples.epub(**{"OPS/one.xhtml": f"{head}<html><body><p>{text}</p></body></html>"})
    yield "xxe-core.docx", samples.docx(**{"docProps/core.xml": f"{_XXE}<c><title>&x;</title></c>"})
    yield "xxe-container.epub", samples.epub(**{"META-INF/container.xml": f"{_XXE}<c>&x;</c>"})
    yield "xxe-opf.epub", samples.epub(**{"OPS/p.opf": f"{_XXE}<package>&x;</package>"})
    yield "xxe-16.docx", _docx(('<?xml version="1.0" encoding="UTF-16"?>' + _document(_XXE)).encode("utf-16"))
    yield "xxe-7.docx", _docx(('<?xml version="1.0" encoding="UTF-7"?>' + _document(_XXE)).encode("utf-7"))
    yield "remote-dtd.docx", _docx(_document(_REMOTE, "text of the paragraph"))


def archives() -> Iterator[tuple[str, bytes]]:
    zeros = b"\0" * (24 * 1024 * 1024)
    yield "bomb.docx", _docx(zeros)
    yield "bomb.odt", _odt(zeros)
    yield "bomb.epub", samples.epub(**{"OPS/one.xhtml": zeros})
    yield "bomb-blanks.docx", _docx(b"<w:document>" + b" " * (24 * 1024 * 1024))
    yield "lying-size.docx", _sizes(_docx(zeros), 1000)
    yield "declared-total.docx", _sizes(samples.docx(), 0x7FFF_FFFF)
    yield "members.epub", samples.epub(**{f"OPS/{n}": b"" for n in range(10_500)})
    yield "overlap.epub", _overlapping(samples.epub())
    yield "nested.zip", samples.zipped({"a.zip": samples.zipped({"b.zip": samples.zipped({"c": "x"})})})
    yield "nested.docx.gz", gzip.compress(samples.docx())
    yield "gz-in-gz.html.gz", gzip.compress(gzip.compress(samples.page().encode()))
    yield "bomb.html.gz", gzip.compress(b"<p>" + b"a" * 40_000_000)
    yield "bomb.warc.gz", gzip.compress(b"WARC/1.0\r\nContent-Length: 90000000\r\n\r\n" + b"a" * 40_000_000)
    yield "slip.docx", samples.docx(**{"../../../tmp/briefing-slip": b"x", "/etc/briefing-slip": b"x"})
    yield "slip.epub", samples.epub(**{"OPS/p.opf": _package("../../../../etc/hostname")})
    yield "absolute.epub", samples.epub(**{"OPS/p.opf": _package("/etc/hostname")})
    yield "file-url.epub", samples.epub(**{"OPS/p.opf": _package("file:///etc/hostname")})
    yield "unc.epub", samples.epub(**{"OPS/p.opf": _package("\\\\server\\share\\a")})
    yield "symlink.docx", _linked("word/document.xml", CANARY)
    yield (
        "rels-out.docx",
        samples.docx(**{"_rels/.rels": _OUT}),
    )
    yield "locked.docx", _flagged(samples.docx())
    yield "method.docx", _method(samples.docx())
    yield "crc.docx", _bitten(samples.docx())
    yield "empty-part.docx", _docx(b"")
    yield "empty-part.odt", _odt(b"")
    yield "empty-opf.epub", samples.epub(**{"OPS/p.opf": b""})
    yield "no-spine.epub", samples.epub(**{"OPS/p.opf": "<package/>"})
    yield "empty-chapters.epub", samples.epub(**{"OPS/one.xhtml": b"", "OPS/two b.xhtml": b""})
    yield "twice.docx", _twice()
    yield "empty.zip", b"PK\x05\x06" + b"\0" * 18
    yield "half.docx", samples.docx()[:900]
    yield "half.epub", samples.epub()[:-30]
    yield "half.html.gz", gzip.compress(samples.page().encode())[:-20]
    yield "zip64.docx", b"PK\x03\x04" + b"\xff" * 60 + b"PK\x06\x06" + b"\xff" * 60 + b"PK\x05\x06" + b"\xff" * 18


def deep() -> Iterator[tuple[str, bytes]]:
    yield "deep.docx", _docx(f"<w:document {samples.W}><w:body>{_nested('w:sdt', 5000)}</w:body></w:document>")
    cells = "<w:tbl><w:tr><w:tc>" * 60 + "<w:p><w:r><w:t>deep</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * 60
    yield "deep-tables.docx", _docx(f"<w:document {samples.W}><w:body>{cells}</w:body></w:document>")
    lists = "<text:list><text:list-item>" * 100 + "<text:p>deep</text:p>" + "</text:list-item></text:list>" * 100
    yield "deep-lists.odt", samples.odt(lists)
    frames = (
        "<text:p><draw:frame><draw:text-box>" * 70
        + "<text:p>deep</text:p>"
        + "</draw:text-box></draw:frame></text:p>" * 70
    )
    draw = f'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" {samples.ODF}'
    yield "deep-boxes.odt", _odt(_content("", frames).replace(samples.ODF, draw))
    notes = "<text:note><text:note-body><text:p>" * 70 + "deep" + "</text:p></text:note-body></text:note>" * 70
    yield "deep-notes.odt", samples.odt(f"<text:p>Text{notes}</text:p>")
    divs = "<html><body>" + "<div>" * 20_000 + "<p>deep</p></body></html>"
    yield "deep.epub", samples.epub(**{"OPS/one.xhtml": divs})
    yield "deep.rtf", b"{\\rtf1 " + b"{" * 200_000 + b"deep" + b"}" * 200_000 + b"}"
    yield "deep.eml", _nested_mail(400)
    yield "deep-forwarded.eml", _forwarded(300)
    yield "many-parts.eml", _head() + b"".join(b"--b\r\n\r\nx\r\n" for _ in range(5000)) + b"--b--\r\n"
    yield "deep.mhtml", _nested_mail(400).replace(b"To: b@x.example", b"Snapshot-Content-Location: http://x.example/")
    yield "deep.html.gz", gzip.compress(divs.encode())


def mails() -> Iterator[tuple[str, bytes]]:
    start = b"From: a@x.example\r\nTo: b@x.example\r\nMIME-Version: 1.0\r\n"
    yield "loop-boundary.eml", start + b'Content-Type: multipart/mixed; boundary=""\r\n\r\n--\r\n--\r\n'
    yield "comment.eml", start + b"Subject: " + b"(" * 100_000 + b"\r\n\r\nText of the letter.\r\n"
    yield "encoded.eml", start + b"Subject: " + b"=?utf-8?q?" * 20_000 + b"\r\n\r\nText of the letter.\r\n"
    yield "charset.eml", start + b'Content-Type: text/plain; charset="\xff\0no-such"\r\n\r\nText of the letter.\r\n'
    yield "idna.eml", start + b'Content-Type: text/plain; charset="idna"\r\n\r\nText of the letter.\r\n'
    yield "zip-codec.eml", start + b'Content-Type: text/plain; charset="zip"\r\n\r\nText of the letter.\r\n'
    yield "base64.eml", start + b"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!====\r\n"
    yield "uu.eml", start + b"Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 ../../x\r\n!!!\r\nend\r\n"
    yield "date.eml", start + b"Date: Fri, 99 Foo 99999 99:99:99 +999999\r\n\r\nText of the letter.\r\n"
    yield "rfc2231.eml", start + b"Content-Type: text/plain; charset*99999=x; charset*=''%ff\r\n\r\nText.\r\n"
    yield "no-text.eml", start + b"Content-Type: image/png\r\n\r\nxx\r\n"
    yield "only-head.eml", start
    yield "nul.eml", start + b"Subject: a\0b\r\n\r\nText\0 of the letter.\r\n"
    yield (
        "no-page.mhtml",
        b"Snapshot-Content-Location: x\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b--\r\n",
    )
    yield "file-place.mhtml", samples.mhtml("file:///etc/hostname")


def pdfs() -> Iterator[tuple[str, bytes]]:
    whole = article_pdf()
    yield "half.pdf", whole[: len(whole) // 2]
    yield "header.pdf", b"%PDF-1.7\n"
    yield "xref.pdf", whole.replace(b"startxref\n", b"startxref\n9")
    yield "xref-negative.pdf", whole[: whole.rindex(b"startxref")] + b"startxref\n-5\n%%EOF"
    yield "prev-loop.pdf", write([_said()], trailer=f"/Prev {len(write([_said()])) - 300}")
    yield "pages-loop.pdf", whole.replace(b"/Type/Pages/Count 3/Kids[6 0 R", b"/Type/Pages/Count 3/Kids[2 0 R")
    yield "count.pdf", whole.replace(b"/Count 3", b"/Count 9999999")
    yield "length.pdf", whole.replace(b"/Length ", b"/Length 99999999")
    yield "scan.pdf", write([Page(), Page()])
    yield "script.pdf", whole.replace(b"/Pages 2 0 R", b"/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>")
    yield "launch.pdf", whole.replace(b"/Pages 2 0 R", b"/Pages 2 0 R/OpenAction<</S/Launch/F(/bin/sh)>>")
    yield (
        "locked.pdf",
        write(
            [_said()], trailer=f"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'00' * 32}>/U<{'11' * 32}>>>"
        ),
    )
    yield "flate-bomb.pdf", _flate_bomb()
    yield "brackets.pdf", whole.replace(b"/Type/Catalog", b"/Type/Catalog/X " + b"[" * 50_000)
    yield "huge-type.pdf", write([_said(size=1e30)])
    yield "far.pdf", write([_said(x=1e20)])


def rest() -> Iterator[tuple[str, bytes]]:
    yield "open.rtf", b"{\\rtf1\\ansi Text without an end"
    yield "numbers.rtf", b"{\\rtf1\\u99999999999 \\bin-5 \\uc-9\\u-99999?\\f-1\\fs0 text here \\ansicpg999999\\par}"
    yield "bin.rtf", b"{\\rtf1 before\\bin999999999 after}"
    yield "header.rtf", b"{\\rtf"
    yield "braces.rtf", b"{\\rtf1" + b"}" * 100_000
    embedded = b"{\\object\\objautlink{\\*\\objdata 0105}}"
    outside = b"{\\field{\\*\\fldinst INCLUDETEXT /etc/hostname}{\\fldrslt x}}"
    yield "object.rtf", b"{\\rtf1" + embedded + outside + b"Text.\\par}"
    yield "words.rtf", b"{\\rtf1 " + b"\\par" * 300_000 + b"text}"
    yield "length.warc", samples.warc().replace(b"Content-Length: ", b"Content-Length: 9999999999")
    yield "negative.warc", samples.warc().replace(b"Content-Length: ", b"Content-Length: -")
    yield "half.warc", samples.warc()[:700]
    yield "no-page.warc", samples.record("response", "http://x.example/", b"HTTP/1.1 200 OK\r\n\r\n")
    packed = zlib.compress(b"\0" * 40_000_000)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: deflate\r\n\r\n"
    yield "bomb.warc", samples.record("response", "http://x.example/", head + packed)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    yield "chunks.warc", samples.record("response", "http://x.example/", head + b"ffffffffffff\r\nabc\r\n-1\r\n")
    yield "records.warc", b"WARC/1.0\r\nContent-Length: 0\r\n\r\n" * 200_000
    yield "png.docx", b"\x89PNG\r\n\x1a\n" + b"\0" * 100
    yield "text.pdf", b"Only a text that calls itself something else. " * 9
    yield "spreadsheet.docx", samples.zipped({"[Content_Types].xml": "<T/>", "xl/workbook.xml": "<w/>"})


def hostile_files() -> dict[str, bytes]:
    """Return all of them by name."""
    found: dict[str, bytes] = {}
    for group in (entities, archives, deep, mails, pdfs, rest):
        for name, data in group():
            assert name not in found
            found[name] = data
    return found


# --- making them -------------------------------------------------------------------------------------


def _package(href: str) -> str:
    return (
        f'<package><manifest><item id="a" href="{href}" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>'
    )


def _central(data: bytes) -> Iterator[int]:
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        yield at
        at = data.find(b"PK\x01\x02", at + 4)


def _sizes(data: bytes, size: int) -> bytes:
    """Let the directory of an archive claim another size for each member."""
    changed = bytearray(data)
    for at in _central(data):
        struct.pack_into("<I", changed, at + 24, size)
    return bytes(changed)


def _overlapping(data: bytes) -> bytes:
    """Let every member begin where the first does."""
    changed = bytearray(data)
    for at in _central(data):
        struct.pack_into("<I", changed, at + 42, 0)
    return bytes(changed)


def _flagged(data: bytes) -> bytes:
    changed = bytearray(data)
    for at in _central(data):
        changed[at + 8] |= 1
    return bytes(changed)


def _method(data: bytes) -> bytes:
    changed = bytearray(data)
    for at in _central(data):
        struct.pack_into("<H", changed, at + 10, 97)
    return bytes(changed)


def _bitten(data: bytes) -> bytes:
    """Damage the first member's data."""
    at = data.index(b"word/document.xml") + 40
    return data[:at] + bytes(one ^ 0xFF for one in data[at : at + 40]) + data[at + 40 :]


def _linked(member: str, target: str) -> bytes:
    stream = io.BytesIO(samples.docx())
    whole = zipfile.ZipFile(stream)
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w") as archive:
        for name in whole.namelist():
            info = zipfile.ZipInfo(name)
            if name == member:
                info.external_attr = 0o120777 << 16
            archive.writestr(info, target if name == member else whole.read(name))
    return found.getvalue()


def _twice() -> bytes:
    data = samples.docx()
    return data.replace(b"docProps/core.xml", b"word/document.xml")


def _head() -> bytes:
    start = b"From: a@x.example\r\nTo: b@x.example\r\nMIME-Version: 1.0\r\n"
    return start + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"


def _nested_mail(depth: int) -> bytes:
    found = b"From: a@x.example\r\nTo: b@x.example\r\nMIME-Version: 1.0\r\n"
    for number in range(depth):
        found += b"Content-Type: multipart/related; boundary=b%d\r\n\r\n--b%d\r\n" % (number, number)
    return found + b"Content-Type: text/html\r\n\r\n<p>deep</p>\r\n"


def _forwarded(depth: int) -> bytes:
    found = b"From: a@x.example\r\nTo: b@x.example\r\nMIME-Version: 1.0\r\n"
    return found + b"Content-Type: message/rfc822\r\n\r\n" * depth + b"Subject: deep\r\n\r\nText of the letter.\r\n"


def _said(size: float = 11, x: float = 70) -> Page:
    page = Page()
    for number in range(12):
        page.text(x, 700 - number * 14, "The talks went on until the morning, and nobody left the hall.", size)
    return page


def _flate_bomb() -> bytes:
    packed = zlib.compress(zlib.compress(b"BT (a) Tj ET " * 4_000_000))
    whole = write([Page()])
    stream = b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream" % (len(packed), packed)
    return whole.replace(b"<</Length 0>>stream\n\nendstream", stream)
