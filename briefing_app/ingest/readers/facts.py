"""What a file says about itself, weighed against what its first lines say."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.dates import find_date, machine_date, plausible
from briefing_app.ingest.plain.about import About, read_about
from briefing_app.ingest.plain.characters import tidy_text
from briefing_app.ingest.shape import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.ingest.blocks import RawBlock

NEAR_TOP = 6
MOST_TITLE = 300
MOST_AUTHOR = 240
_TOOLS = re.compile(
    r"\b(?:python-docx|docx4j|libreoffice|openoffice|microsoft(?: office)?|word|"
    r"acrobat|pdf\w{0,20}|latex|tex|quark\w{0,9}|"
    r"indesign|calibre|pandoc|apache|ghostscript|office user|unnamed)\b",
    re.IGNORECASE,
)
_NOBODY = words(
    "admin administrator user owner root unknown author guest test default anonymous none null windows office"
)
_FILE_NAME = re.compile(
    r"^[^\s]{1,200}\.(?:docx?|odt|pdf|rtf|indd|qxd|tex|dvi|html?|txt|tmp|xml|pages)$", re.IGNORECASE
)
_DASH = re.compile(r"\s[-–—]{1,2}\s|[–—]")
_MOST_DATELINE = 60
_PROGRAM_LEAD = re.compile(r"^(?:microsoft (?:office )?word|powerpoint presentation|microsoft powerpoint)\s?-\s?", re.I)
_EMPTY_TITLE = re.compile(
    r"(?:untitled|document|dokument|title|titre|titel|no title|word document|slide|page|draft|new document|unbenannt)"
    r"[\s_-]{0,3}\d{0,4}|[\d\W_]{0,80}",
    re.IGNORECASE,
)


def file_title(value: str) -> str:
    """Return a title from a file's properties, "" for a name of a file, a program or nothing."""
    line = _PROGRAM_LEAD.sub("", " ".join(tidy_text(value).split()))[:MOST_TITLE]
    if _FILE_NAME.match(line) or _EMPTY_TITLE.fullmatch(line) or len(line) < 3:
        return ""
    return line


def file_author(value: str) -> str:
    """Return an author from a file's properties, "" for programs and names of accounts."""
    line = " ".join(tidy_text(value).split())[:MOST_AUTHOR].strip(" ,;")
    if not line or _TOOLS.search(line) or line.lower() in _NOBODY or "@" in line or "://" in line:
        return ""
    if not any(map(str.isalpha, line)) or (line.islower() and " " not in line):
        return ""
    return re.sub(r"\s?;\s?", ", ", line)


def file_date(*values: str) -> str:
    """Return the first of several dates that can be that of an article."""
    for value in values:
        day = machine_date(value.strip().split("T")[0][:60])
        if day and plausible(day):
            return day
    return ""


def weighed(
    blocks: Sequence[RawBlock], *, title: str = "", author: str = "", published: str = "", url: str = "", site: str = ""
) -> tuple[About, tuple[RawBlock, ...]]:
    """Join what a file's properties say with its first lines; return the blocks without the title.

    A block with the hint ``title`` is the document's own title and wins over a property, which may
    be that of a template; a byline or date line in the text wins over what a program wrote down.
    """
    shown = next((" ".join(one.text.split()) for one in blocks[: NEAR_TOP * 2] if one.hint == "title"), "")
    marked = [_demoted(one) for one in blocks]
    said, marked = read_about(marked)
    about = About(
        title=(shown or title or said.title)[:MOST_TITLE],
        author=said.author or author,
        published=said.published or _dateline(blocks) or published,
        url=url or said.url,
        site=site or said.site,
    )
    restored = [
        replace(new, kind=old.kind, level=old.level) if new.hint == "title" else new
        for old, new in zip(blocks, marked, strict=True)
    ]
    found = bool(shown or title) or any(one.hint == "title" for one in restored)
    return about, without_title(restored, about.title) if found else tuple(restored)


def _dateline(blocks: Sequence[RawBlock]) -> str:
    """Read the date before the dash of a first sentence (Geneva, 3 March 2025 – The parties ...)."""
    for block in blocks[:NEAR_TOP]:
        place = _DASH.split(block.text[:_MOST_DATELINE], maxsplit=1)
        if len(place) > 1 and (day := find_date(place[0])) and plausible(day):
            return day
    return ""


def _demoted(block: RawBlock) -> RawBlock:
    return block if not block.hint or block.hint == "title" else replace(block, hint="")


def without_title(blocks: Sequence[RawBlock], title: str) -> tuple[RawBlock, ...]:
    """Leave out the block near the top that repeats the title."""
    wanted = _letters(title)
    if not wanted:
        return tuple(blocks)
    kept = [one for at, one in enumerate(blocks) if at >= NEAR_TOP or _letters(one.text) != wanted]
    found = tuple(kept) if any(one.text.strip() for one in kept) else tuple(blocks)
    return tuple(_unmarked(one) for one in found)


def _unmarked(block: RawBlock) -> RawBlock:
    return replace(block, hint="") if block.hint == "title" and block.kind is BlockKind.PARAGRAPH else block


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
