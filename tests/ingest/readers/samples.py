"""One article in every format, written in code: what is in it and what must come out."""

from __future__ import annotations

import gzip
import io
import zipfile
from email.message import EmailMessage
from html import escape

TITLE = "Norway and the islands agree on herring"
AUTHOR = "Ingrid Solheim"
DATE = "2025-03-14"
PARAGRAPHS = (
    "TROMSØ – Negotiators from Norway and the northern islands said on Friday that they had agreed on a quota of "
    "41,000 tonnes of herring for the coming season, ending a dispute that had lasted nine months.",
    "“We could not have gone home without a number,” said the islands’ chief negotiator, who asked that the "
    "breeding grounds stay closed until June.",
    "The fishing union rejected the text. Its chairman called the inspection clause a leash and said that no boat "
    "would carry a foreign observer before the courts had spoken.",
)
HEADING = "What the text says"
ITEMS = ("Inspections begin in the second season.", "Both sides may call a joint committee at any time.")
ROWS = (("Party", "Tonnes"), ("Norway", "29,500"), ("Islands", "11,500"))
LAST = "The parliaments must approve the agreement before the first of May, and a majority is not certain in either."
NOTE = "The figure includes by-catch as counted by the research institute."
URL = "https://news.example/2025/03/14/herring"


def zipped(members: dict[str, bytes | str]) -> bytes:
    """Make an archive; a member named ``mimetype`` is stored first and bare, as the standards ask."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, kind)
    return stream.getvalue()


# --- DOCX --------------------------------------------------------------------------------------------

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STYLES = f"""<w:styles {W}>
<w:style w:type="paragraph" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Ttl"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="My heading"/><w:basedOn w:val="H2"/></w:style>
<w:style w:type="paragraph" w:styleId="LB"><w:name w:val="List Bullet"/></w:style>
<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>
</w:styles>"""
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    f"<dc:title>{TITLE}</dc:title><dc:creator>{AUTHOR}</dc:creator>"
    f"<dcterms:created>{DATE}T09:00:00Z</dcterms:created></cp:coreProperties>"
)


def word_paragraph(text: str, style: str = "", extra: str = "") -> str:
    mark = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{mark}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>{extra}</w:p>'


def word_table(rows: tuple[tuple[str, ...], ...]) -> str:
    lines = "".join(
        "<w:tr>" + "".join(f"<w:tc>{word_paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows
    )
    return f"<w:tbl><w:tblPr/>{lines}</w:tbl>"


def docx(body: str = "", /, **members: bytes | str) -> bytes:
    """Make a DOCX of this body, or of the article."""
    if not body:
        deleted = '<w:del w:id="1"><w:r><w:delText>SHOULD NOT BE HERE</w:delText></w:r></w:del>'
        note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
        body = word_paragraph(TITLE, "Ttl") + word_paragraph("Contents 3", "T1")
        body += word_paragraph(PARAGRAPHS[0], extra=note) + word_paragraph(PARAGRAPHS[1], extra=deleted)
        body += word_paragraph(PARAGRAPHS[2]) + word_paragraph(HEADING, "Sub")
        body += "".join(word_paragraph(item, "LB") for item in ITEMS) + word_table(ROWS) + word_paragraph(LAST)
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{word_paragraph(NOTE)}</w:footnote></w:footnotes>'
    )
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": _STYLES,
        "word/footnotes.xml": notes,
        "docProps/core.xml": CORE,
    }
    return zipped({**parts, **members})


# --- ODT ---------------------------------------------------------------------------------------------

ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def odt(body: str = "", /, **members: bytes | str) -> bytes:
    """Make an ODT of this body, or of the article."""
    if not body:
        note = (
            '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
            f"<text:p>{NOTE}</text:p></text:note-body></text:note>"
        )
        body = "<text:tracked-changes><text:p>SHOULD NOT BE HERE</text:p></text:tracked-changes>"
        body += f'<text:p text:style-name="P1">{TITLE}</text:p>'
        body += (
            f"<text:p>{PARAGRAPHS[0]}{note}</text:p><text:p>{PARAGRAPHS[1]}</text:p><text:p>{PARAGRAPHS[2]}</text:p>"
        )
        body += f'<text:h text:outline-level="2">{HEADING}</text:h><text:list>'
        body += "".join(f"<text:list-item><text:p>{item}</text:p></text:list-item>" for item in ITEMS)
        body += "</text:list><table:table>"
        for row in ROWS:
            cells = "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
            body += f"<table:table-row>{cells}</table:table-row>"
        body += f"</table:table><text:p>{LAST}</text:p>"
    automatic = (
        '<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/>'
        "</office:automatic-styles>"
    )
    meta = (
        f"<office:document-meta {ODF}><office:meta><dc:title>{TITLE}</dc:title>"
        f"<meta:initial-creator>{AUTHOR}</meta:initial-creator>"
        f"<meta:creation-date>{DATE}T10:00:00</meta:creation-date></office:meta></office:document-meta>"
    )
    parts: dict[str, bytes | str] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {ODF}>{automatic}<office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>",
        "meta.xml": meta,
        "META-INF/manifest.xml": "<manifest/>",
    }
    return zipped({**parts, **members})


# --- pages and e-books -------------------------------------------------------------------------------


def page_body() -> str:
    """Return the article as the body of a page."""
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    items = "".join(f"<li>{item}</li>" for item in ITEMS)
    text = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    return f"<h1>{TITLE}</h1>{text}<h2>{HEADING}</h2><ul>{items}</ul><table>{rows}</table><p>{LAST}</p>"


def page() -> str:
    """Return the article as a whole page."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title>'
        f'<meta name="author" content="{AUTHOR}"><meta property="article:published_time" content="{DATE}T08:00:00Z">'
        f"</head><body><article>{page_body()}</article></body></html>"
    )


def epub(**members: bytes | str) -> bytes:
    """Make an e-book of the article in two chapters."""
    head = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>'
    first, second = page_body().split("<h2>", 1)
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        f"<dc:title>{TITLE}</dc:title><dc:creator>{AUTHOR}</dc:creator><dc:date>{DATE}</dc:date>"
        "<dc:language>en</dc:language></metadata><manifest>"
        '<item id="b" href="two%20b.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        '<item id="a" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    parts: dict[str, bytes | str] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OPS/p.opf"/></rootfiles></container>',
        "OPS/p.opf": opf,
        "OPS/nav.xhtml": f"{head}<ol><li>SHOULD NOT BE HERE</li></ol></body></html>",
        "OPS/one.xhtml": f"{head}{first}</body></html>",
        "OPS/two b.xhtml": f"{head}<h2>{second}</body></html>",
    }
    return zipped({**parts, **members})


# --- mail and saved pages ----------------------------------------------------------------------------


def mail(*, page_part: bool = True, reply: str = "") -> bytes:
    """Make a letter with a plain part and, if wished, an HTML one; ``reply`` is quoted below."""
    message = EmailMessage()
    message["Subject"] = f"Re: {TITLE}" if reply else TITLE
    message["From"] = f"{AUTHOR} <ingrid@news.example>"
    message["To"] = "desk@news.example"
    message["Date"] = "Fri, 14 Mar 2025 23:30:00 +0100"
    message["Message-ID"] = "<1@news.example>"
    text = "\n\n".join((*PARAGRAPHS, LAST)) + "\n"
    if reply:
        text += "\nOn Thu, 13 Mar 2025, Ole Hansen wrote:\n\n" + "".join(f"> {line}\n" for line in reply.split("\n"))
    message.set_content(text)
    if page_part:
        message.add_alternative(f"<html><body>{page_body()}</body></html>", subtype="html")
        message.add_attachment(b"%PDF-1.4 nothing", maintype="application", subtype="pdf", filename="a.pdf")
    return message.as_bytes()


def mhtml(url: str = URL) -> bytes:
    """Make a page as a browser saves it."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = url
    message["Subject"] = TITLE
    message["Date"] = "Sun, 16 Mar 2025 10:00:00 -0000"
    message.set_content(page(), subtype="html", cte="quoted-printable")
    message["Content-Location"] = url
    message.make_related()
    message.add_related(b"\x89PNG", maintype="image", subtype="png")
    return message.as_bytes()


def warc(*, packed: bool = False) -> bytes:
    """Make a web archive with a picture and the page."""
    text = page().encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n"
    answer += b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (100, text[:100], len(text) - 100, text[100:])
    picture = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG"
    records = [
        record("warcinfo", "", b"software: test\r\n", "application/warc-fields"),
        record("response", "https://news.example/p.png", picture),
        record("response", URL, answer),
    ]
    return b"".join(gzip.compress(one) for one in records) if packed else b"".join(records)


def record(kind: str, url: str, block: bytes, content: str = "application/http; msgtype=response") -> bytes:
    """Make one record of a web archive."""
    target = f"WARC-Target-URI: {url}\r\n" if url else ""
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\n{target}Content-Type: {content}\r\nContent-Length: {len(block)}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


# --- RTF ---------------------------------------------------------------------------------------------


def rtf_text(text: str) -> str:
    """Return text with what RTF cannot hold written as escapes."""
    return "".join(one if one.isascii() else f"\\u{ord(one)}?" for one in text)


def rtf() -> bytes:
    """Make the article as RTF."""
    rows = "".join(
        "\\trowd\\cellx3000\\cellx6000\\intbl " + "".join(f"{cell}\\cell " for cell in row) + "\\row\n" for row in ROWS
    )
    items = "".join(f"{{\\listtext\\'b7\\tab}}\\ls1\\ilvl0 {item}\\par\n" for item in ITEMS)
    note = "{\\super\\chftn{\\footnote\\pard\\plain \\chftn " + NOTE + "}}"
    text = (
        "{\\rtf1\\ansi\\ansicpg1252\\uc1\\deff0{\\fonttbl{\\f0\\froman\\fcharset0 Times;}{\\f1\\fcharset204 Cyr;}}"
        "{\\stylesheet{\\fs24 Normal;}{\\s1\\b heading 1;}{\\s2 heading 2;}{\\*\\cs3 Emphasis;}{\\s15 Title;}}"
        f"{{\\info{{\\title {TITLE}}}{{\\author {AUTHOR}}}{{\\creatim\\yr2025\\mo3\\dy14}}}}"
        "{\\*\\generator Riched20}{\\pict\\wmetafile8 0102030405}"
        f"\\pard\\s15 {TITLE}\\par\\pard {rtf_text(PARAGRAPHS[0])}{note}\\par\n{rtf_text(PARAGRAPHS[1])}"
        "{\\deleted SHOULD NOT BE HERE}\\par\n"
        f"{rtf_text(PARAGRAPHS[2])}\\par\\pard\\s2 {HEADING}\\par\\pard {items}\\pard {rows}\\pard {LAST}\\par}}"
    )
    return text.encode("ascii")
