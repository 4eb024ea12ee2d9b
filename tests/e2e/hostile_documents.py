"""Articles of every format with the payloads in them, between paragraphs of ordinary text."""

from __future__ import annotations

import json
import re
from email.message import EmailMessage
from html import escape
from typing import TYPE_CHECKING

from tests.ingest.readers import samples

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

EACH = 8
"""Payloads in one document."""
SENTENCE = (
    "Delegates of both sides met again on day {n} in the old customs house, and the chair said that the text on "
    "inspections, which had been open since spring, could now be settled before the summer recess begins."
)


def article(payloads: Sequence[str], number: int) -> str:
    """Return a page with payloads between its paragraphs."""
    parts = [f"<p>{SENTENCE.format(n=number * 100 + place)}</p>{one}" for place, one in enumerate(payloads)]
    return (
        f"<!DOCTYPE html><html><head><title>Talks, day {number}</title>{payloads[0] if number % 5 == 0 else ''}</head>"
        f"<body><article><h1>Talks, day {number}</h1>{''.join(parts)}<p>{SENTENCE.format(n=number)}</p>"
        "</article></body></html>"
    )


def documents(payloads: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Give (file name, bytes): every payload in a page, and in one document of each other format."""
    groups = [payloads[start : start + EACH] for start in range(0, len(payloads), EACH)]
    for number, group in enumerate(groups, 1):
        yield f"page-{number}.html", article(group, number).encode("utf-8", "replace")
    for number, group in enumerate(groups[::6], 1):
        page = article(group, 1000 + number)
        yield f"mail-{number}.eml", _mail(page, number)
        yield f"saved-{number}.mhtml", _saved(page, number)
        yield f"book-{number}.epub", samples.epub(**{"one.xhtml": page, "two b.xhtml": page})
        yield f"paper-{number}.docx", _docx(group, number)
        yield f"paper-{number}.odt", _odt(group, number)
        yield f"list-{number}.md", "\n\n".join((SENTENCE.format(n=number), *group, SENTENCE.format(n=1))).encode()
        yield f"kept-{number}.txt", "\n\n".join((SENTENCE.format(n=number), *group, SENTENCE.format(n=2))).encode()
    yield "feed.xml", _feed(groups)
    yield "saved.json", _wallabag(groups)


def _mail(page: str, number: int) -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = f"Talks by mail {number} <img src=x>", "desk@a.test", "us@b.test"
    mail.set_content("plain part")
    mail.add_alternative(page, subtype="html")
    return mail.as_bytes()


def _saved(page: str, number: int) -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["Snapshot-Content-Location"] = f"Saved {number}", f"https://a.test/{number}"
    mail["From"] = "<Saved by a browser>"
    mail.set_content(page, subtype="html")
    mail.add_header("Content-Location", f"https://a.test/{number}")
    mail.make_related()
    mail.add_related(b"GIF89a", "image", "gif", headers=["Content-Location: https://a.test/x.gif"])
    return mail.as_bytes()


_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def _docx(payloads: Sequence[str], number: int) -> bytes:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDEPICTURE "http://a.test/x.png" \\d'
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = "".join(
        samples.word_paragraph(f"{SENTENCE.format(n=number)} {_CONTROLS.sub('', one)}", extra=field) for one in payloads
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        'Target="http://127.0.0.1:9/evil.dotm" TargetMode="External"/></Relationships>'
    )
    return samples.docx(body, **{"word/_rels/document.xml.rels": relations, "word/_rels/settings.xml.rels": relations})


def _odt(payloads: Sequence[str], number: int) -> bytes:
    image = '<draw:image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="file:///x"/>'
    frame = f'<draw:frame xmlns:draw="d">{image}</draw:frame>'
    said = SENTENCE.format(n=number)
    return samples.odt("".join(f"<text:p>{said} {escape(_CONTROLS.sub('', one))}{frame}</text:p>" for one in payloads))


def _feed(groups: Sequence[Sequence[str]]) -> bytes:
    items = "".join(
        f"<item><title>Item {number} {escape(group[0])}</title><link>https://a.test/{number}</link>"
        f"<description>{escape(article(group, number + 2000))}</description></item>"
        for number, group in enumerate(groups[::9])
    )
    text = f"<rss version='2.0'><channel><title>Feed</title>{items}</channel></rss>"
    return "".join(one for one in text if one in "\t\n" or ord(one) >= 32).encode()


def _wallabag(groups: Sequence[Sequence[str]]) -> bytes:
    rows = [
        {
            "id": number,
            "title": f"Kept {number} {group[0]}",
            "url": f"https://b.test/{number}",
            "content": article(group, number + 3000),
            "is_archived": 0,
            "is_starred": 1,
            "tags": ["talks", group[0]],
            "created_at": "2025-03-14T09:00:00+0000",
        }
        for number, group in enumerate(groups[::9])
    ]
    return json.dumps(rows).encode()
