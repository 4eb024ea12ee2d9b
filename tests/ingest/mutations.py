"""Odd files made of small good ones by steps that are the same for the same seed."""

from __future__ import annotations

import gzip
import io
import random
import re
import zipfile
from typing import TYPE_CHECKING

from tests.ingest.collections import samples as collections
from tests.ingest.readers import samples
from tests.ingest.readers.pdf_writer import article_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_TEXT = "\n\n".join((samples.TITLE, *samples.PARAGRAPHS, samples.LAST)).encode()
GOOD: dict[str, bytes] = {
    "a.pdf": article_pdf(),
    "a.docx": samples.docx(),
    "a.odt": samples.odt(),
    "a.epub": samples.epub(),
    "a.eml": samples.mail(reply=samples.PARAGRAPHS[1]),
    "a.mhtml": samples.mhtml(),
    "a.warc": samples.warc(),
    "a.warc.gz": samples.warc(packed=True),
    "a.rtf": samples.rtf(),
    "a.html": samples.page().encode(),
    "a.txt": _TEXT,
    "a.md": b"# Talks\n\n"
    + _TEXT
    + b"\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx\n```\n\n> quoted\n\n- one\n  - two\n",
    **collections.ALL,
}
"""A small good file of every format."""

_ODD = (
    *(
        b"\0",
        b"\xff",
        b"\xff\xff\xff\xff",
        b"\x7f\xff\xff\xff",
        b"\x80\0\0\0",
        b"<",
        b">",
        b"</",
        b"<!--",
        b"]]>",
        b"&",
    ),
    *(b"&#0;", b"&#x10ffff;", b"&#xd800;", b"%", b"%00", b"\r", b"\r\n\r\n", b"{", b"}", b"[", b"\\", b'"', b"'", b","),
    *(b"\\u0000", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xfe\xff", b"-1", b"99999999999999999999", b"1e999", b"null"),
    *(b"=?utf-8?b?////?=", b"Content-Transfer-Encoding: base64\r\n", b"Content-Type: multipart/mixed; boundary=\r\n"),
    *(b"charset=utf-7", b"charset=hz", b"endstream", b"endobj", b"stream\r\n", b"/Kids [1 0 R]", b"/Length -5", b"obj"),
    *(b"\\bin99999999 ", b"\\u-1?", b"\\'zz", b"{\\*\\", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"<?xml version='9'?>"),
    *(b" " * 3000, b"<b>" * 400, b"(" * 500, b"[" * 500, b"\xe2\x80\xae", b"a" * 5000, b"\n" * 2000, b"> " * 900),
    *(b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"\x1f\x8b\x08\0", b"%PDF-1.7", b"{\\rtf1", b"WARC/1.0\r\n"),
)


def mutated(name: str, seed: int) -> bytes:
    """Return the good file of that name after some steps."""
    rng = random.Random(f"{name} {seed}")
    data = GOOD[name]
    if data[:2] == b"PK" and rng.random() < 0.7:
        return _inside(data, rng)
    if data[:2] == b"\x1f\x8b" and rng.random() < 0.7:
        return gzip.compress(_stepped(gzip.decompress(data), rng), mtime=0)
    return _stepped(data, rng)


def odd_files(each: int, first: int = 0) -> Iterator[tuple[str, int, bytes]]:
    """Give (name, seed, bytes), ``each`` of every format."""
    for name in GOOD:
        for seed in range(first, first + each):
            yield name, seed, mutated(name, seed)


def _inside(data: bytes, rng: random.Random) -> bytes:
    """Change what an archive holds, and how it is listed, then close it again."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [(info.filename, archive.read(info)) for info in archive.infolist()]
    chosen = rng.randrange(len(members))
    name, content = members[chosen]
    step = rng.random()
    if step < 0.75:
        members[chosen] = (name, _stepped(content, rng))
    elif step < 0.85:
        del members[chosen]
    elif step < 0.95:
        members.append((rng.choice(("../x", "/x", name.upper(), "", "a\\b", "\u202ex", name + "/")), content))
    else:
        rng.shuffle(members)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members:
            archive.writestr(zipfile.ZipInfo(member or "x"), content)
    return stream.getvalue() if rng.random() < 0.8 else _stepped(stream.getvalue(), rng)


def _stepped(data: bytes, rng: random.Random) -> bytes:
    for _ in range(rng.choice((1, 1, 2, 3, 8))):
        data = rng.choice(_STEPS)(data, rng)[: 1 << 20]
    return data


def _place(data: bytes, rng: random.Random) -> int:
    return rng.randrange(len(data) + 1)


def _flip(data: bytes, rng: random.Random) -> bytes:
    changed = bytearray(data or b"x")
    for _ in range(rng.choice((1, 4, 32))):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _cut(data: bytes, rng: random.Random) -> bytes:
    return data[: _place(data, rng)] if rng.random() < 0.6 else data[_place(data, rng) :]


def _insert(data: bytes, rng: random.Random) -> bytes:
    at = _place(data, rng)
    return data[:at] + rng.choice(_ODD) * rng.choice((1, 1, 1, 40)) + data[at:]


def _remove(data: bytes, rng: random.Random) -> bytes:
    at = _place(data, rng)
    return data[:at] + data[at + rng.choice((1, 2, 8, 64, 512)) :]


def _repeat(data: bytes, rng: random.Random) -> bytes:
    at = _place(data, rng)
    piece = data[at : at + rng.choice((4, 32, 256, 2048))]
    return data[:at] + piece * rng.choice((2, 3, 30, 300)) + data[at:]


def _move(data: bytes, rng: random.Random) -> bytes:
    at, to = _place(data, rng), _place(data, rng)
    piece = data[at : at + 200]
    rest = data[:at] + data[at + 200 :]
    return rest[:to] + piece + rest[to:]


def _number(data: bytes, rng: random.Random) -> bytes:
    """Put another number where one stands."""
    places = [found.span() for found in re.finditer(rb"\d{1,10}", data)]
    if not places:
        return _insert(data, rng)
    start, end = rng.choice(places)
    return data[:start] + rng.choice((b"0", b"-1", b"65536", b"2147483648", b"99999999999", b"1.5")) + data[end:]


def _tag(data: bytes, rng: random.Random) -> bytes:
    """Double, drop or swap a tag or a control word."""
    places = [found.span() for found in re.finditer(rb"<[^<>]{1,80}>|\\[a-z]{1,20}-?\d*|/[A-Z]\w{1,20}", data)]
    if not places:
        return _flip(data, rng)
    start, end = rng.choice(places)
    other_start, other_end = rng.choice(places)
    there = rng.choice((b"", data[start:end] * 2, data[other_start:other_end], data[start:end] * 60))
    return data[:start] + there + data[end:]


_STEPS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    *(_flip, _cut, _insert, _insert, _remove, _repeat, _move, _number, _number, _tag, _tag, _tag),
)
