"""Makes a folder of invented files of many kinds: `python -m tests.bench.make_files OUT --files 10000`.

The same seed makes the same bytes. `make` returns what an import must make of each file.
"""

from __future__ import annotations

import argparse
import random
import sys
import zipfile
from email.message import EmailMessage
from html import escape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.domain.importing import Outcome
from tests.bench.make_library import SITES, Author

if TYPE_CHECKING:
    from collections.abc import Callable

_EPOCH = (2026, 1, 1, 0, 0, 0)
FOLDER = 200
"""Files of one folder."""
_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
_RELATIONS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
 Target="word/document.xml"/></Relationships>"""
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def page(author: Author, number: int) -> bytes:
    """Return a web page with the furniture of a news site."""
    title, site = escape(author.title(number)), author.one_of(SITES)
    links = "".join(f'<li><a href="/section/{n}">Section {n}</a></li>' for n in range(12))
    related = "".join(f'<li><a href="/r/{n}">{escape(author.title(number + n))}</a></li>' for n in range(8))
    body = "\n".join(f"<p>{escape(text)}</p>" for text in author.paragraphs(number))
    text = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | {site}</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="{site}">
<meta property="article:published_time" content="{author.date()}T09:00:00Z">
<link rel="canonical" href="https://news.example/{number}/article"></head>
<body><header><nav><ul>{links}</ul></nav></header><main><article><h1>{title}</h1>
{body}
</article><aside><h2>Related</h2><ul>{related}</ul></aside></main>
<footer><p>Copyright {site}. All rights reserved.</p><form><input name="q"></form></footer></body></html>"""
    return text.encode()


def plain(author: Author, number: int) -> bytes:
    """Return a plain text."""
    return "\n\n".join([author.title(number), *author.paragraphs(number)]).encode()


def mail(author: Author, number: int) -> bytes:
    """Return a mail message."""
    message = EmailMessage()
    message["Subject"] = author.title(number)
    message["From"] = "Press Office <press@council.example>"
    message["Date"] = "Fri, 07 Mar 2025 10:00:00 +0000"
    message["Message-ID"] = f"<{number}@council.example>"
    message.set_content("\n\n".join(author.paragraphs(number)))
    return message.as_bytes()


def word(author: Author, number: int) -> bytes:
    """Return a Word document."""
    texts = [author.title(number), *author.paragraphs(number)]
    body = "".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in texts)
    document = f'<?xml version="1.0"?><w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return _zipped({"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document})


def broken(author: Author, number: int) -> bytes:
    """Return bytes that no reader can make an article of."""
    noise = random.Random(number).randbytes(3000)
    choices = (
        b"",
        noise,
        word(author, number)[:400],
        b"%PDF-1.7\n" + noise,
        b"\x7fELF" + noise,
        b"<html><body></html>",
    )
    return choices[number % len(choices)]


_KINDS: tuple[tuple[str, int, Callable[[Author, int], bytes]], ...] = (
    ("html", 60, page),
    ("txt", 18, plain),
    ("eml", 7, mail),
    ("docx", 7, word),
    ("bin", 8, broken),
)


def make(folder: Path, files: int, *, words: int = 400, seed: int = 1) -> dict[str, Outcome]:
    """Write ``files`` files under ``folder``; return by path what becomes of each when it is taken in alone."""
    author, chance = Author(seed, words), random.Random(seed)
    expected: dict[str, Outcome] = {}
    shares = [share for _, share, _ in _KINDS]
    for number in range(files):
        ((ending, _, write),) = chance.choices(_KINDS, shares)
        path = folder / f"{number // FOLDER:03d}" / f"{number:05d}.{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(write(author, number))
        expected[str(path)] = Outcome.REFUSED if write is broken else Outcome.IMPORTED
    return expected


def _zipped(members: dict[str, str]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), text)
    return held.getvalue()


def main() -> None:
    """Read the command line and make the folder."""
    parser = argparse.ArgumentParser(description="Make a folder of invented files of many kinds.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=400, help="words a file (default: 400)")
    options = parser.parse_args()
    made = make(options.out, options.files, words=options.words)
    sys.stdout.write(f"{options.out}: {len(made)} files\n")


if __name__ == "__main__":
    main()
