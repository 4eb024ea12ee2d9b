"""Title, author, date and address of a plain text, read from its first lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.dates import find_date, locate_date, plausible
from briefing_app.ingest.junk.captions import is_image_description
from briefing_app.ingest.junk.furniture import is_furniture
from briefing_app.ingest.junk.promotion import is_call
from briefing_app.ingest.shape import is_title_case, looks_like_heading, plain_words, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.ingest.blocks import RawBlock

HEAD = 10
"""Blocks in which title, byline and date are looked for."""

_FIELD = re.compile(
    r"(title|headline|subject|author|byline|by|date|published|updated|source|url|link|site|publication)"
    r"[ \t]{0,3}:[ \t]{1,5}(\S.{0,400})$",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:By|BY|Written by|Reported by|Author:|Von|VON|Par|PAR|Por|POR|Di|Door|Af|Av)[\s\xa0]+"
    r"((?:[^\W\d_][\w.’'-]*[\s,&]*(?:and|und|et|y|e|en|och)?[\s]*){1,9})"
)
_NAME_SIZE = 90
_URL = re.compile(r"https?://[^\s<>\"]{4,500}")
_STARTS = re.compile(
    r"(?:for immediate release|press release|statement no|embargoed|analysis|opinion|comment|explainer|"
    r"exclusive|breaking|live|news|world|politics|editorial|transcript|remarks|briefing)\b.{0,30}$",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"[A-ZÀ-Ý]{2}[^a-z\n]{0,40}\b[^\n]{0,40}?[-–—:]\s")
MOST_TITLE = 220


@dataclass(frozen=True, slots=True)
class About:
    """What the first lines of a text say about it; each may be empty."""

    title: str = ""
    author: str = ""
    published: str = ""
    url: str = ""
    site: str = ""


def read_about(blocks: Sequence[RawBlock]) -> tuple[About, list[RawBlock]]:
    """Return what the first blocks say, and the blocks with title, byline and date hinted at."""
    found = list(blocks)
    values: dict[str, str] = {}
    title_at = _title_index(found)
    if title_at >= 0 and (below := _below_site(found, title_at)):
        if is_site_name(found, title_at):
            _take_site(found, title_at, values)
        title_at = below
    for index in range(min(title_at, 3)):
        if not found[index].hint and _is_name_above(found, index):
            _take_site(found, index, values)
    for index, block in enumerate(found[:HEAD]):
        if index == title_at or block.hint == "site":
            continue
        hint = _take(block.text.strip(), values)
        if hint:
            kind = BlockKind.PARAGRAPH if block.kind is BlockKind.HEADING else block.kind
            found[index] = replace(block, hint=hint, kind=kind)
    if title_at >= 0 and "title" not in values:
        block = found[title_at]
        values["title"] = _one_line(block.text)
        found[title_at] = replace(block, kind=BlockKind.HEADING, level=1, hint="title")
    if "title" not in values:
        values["title"] = _first_words(found)
    values.setdefault("published", _dateline(found))
    return About(**values), found


def _take(text: str, values: dict[str, str]) -> str:
    """Read one block into ``values`` and return its hint, "" for a block of the article itself."""
    if len(text) > 400:
        return ""
    field = _FIELD.match(text)
    if field and "\n" not in text:
        return _take_field(field.group(1).lower(), field.group(2).strip(), values)
    byline = _BYLINE.match(text)
    if byline and len(text) < 140 and text[-1] not in ".?!" and _is_name(byline.group(1)):
        values.setdefault("author", _name(byline.group(1)))
        if (day := find_date(text)) and plausible(day):
            values.setdefault("published", day)
        return "byline"
    where = locate_date(text)
    if where and _is_date_line(text, where[2] - where[1]) and plausible(where[0]):
        values.setdefault("published", where[0])
        return "date"
    if url := _URL.fullmatch(text):
        values.setdefault("url", url.group())
        return "url"
    return ""


def _is_date_line(text: str, size: int) -> bool:
    """Say whether a line says hardly more than a date, which takes ``size`` signs of it."""
    if text[-1] in "?!" or len(text.split()) > 14 or (text.endswith(".") and len(text) > 60):
        return False
    return len(text) - size < 45


def _take_field(name: str, value: str, values: dict[str, str]) -> str:
    if name in {"title", "headline", "subject"}:
        values.setdefault("title", value[:MOST_TITLE])
        return "title"
    if name in {"author", "byline", "by"} and len(value) < _NAME_SIZE:
        values.setdefault("author", _name(value))
        return "byline"
    if name in {"date", "published", "updated"} and (day := find_date(value)):
        values.setdefault("published", day)
        return "date"
    if name in {"source", "url", "link"} and (url := _URL.match(value)):
        values.setdefault("url", url.group())
        return "url"
    if name in {"site", "publication", "source"} and len(value.split()) <= 6:
        values.setdefault("site", value)
        return "site"
    return ""


def _is_name(text: str) -> bool:
    parts = [word for word in re.split(r"[\s,&]+", text) if word and word.lower() not in _JOINERS]
    return 1 <= len(parts) <= 10 and sum(word[0].isupper() for word in parts) >= len(parts) * 0.7


_JOINERS = words("and und et y e en och of the for in at von van de del der di da")


def _name(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" ,|·•–—-")


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()[:MOST_TITLE]


def _title_index(blocks: Sequence[RawBlock]) -> int:
    """Find the title among the first blocks: junk, kickers, bylines and dates are passed over."""
    for index, block in enumerate(blocks[:HEAD]):
        text = block.text.strip()
        if block.hint == "title":
            return index
        if _passed_over(text):
            continue
        below = blocks[index + 1].text if index + 1 < len(blocks) else ""
        if is_image_description(text, below):
            continue
        if _is_title(text) and (index + 1 < len(blocks)):
            return index
        return -1
    return -1


MOST_SITE_WORDS = 6
_MASTHEAD = re.compile(
    r"(?:the )?(?:[\w.&’'-]{1,24} ){0,4}(?:post|times|news|herald|tribune|journal|gazette|chronicle|daily|weekly|"
    r"observer|"
    r"monitor|courier|telegraph|press|agency|online|network|newswire|magazine|dispatch|bulletin|mirror|guardian|"
    r"independent|"
    r"examiner|sentinel|star|mail|globe|broadcasting|radio|tv|television|gazeta|zeitung|institute|paper)"
    r"|[\w-]{2,30}\.(?:com|org|net|info|news|eu|int|gov|co\.uk)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:www\.)?[\w-]{2,30}\.(?:com|org|net|info|news|eu|int|gov|co\.uk)", re.IGNORECASE)
_BODY = re.compile(
    r"(?:the )?(?:\w{2,20} )?(?:ministry|department|office|embassy|permanent mission|council|secretariat|"
    r"delegation|presidency)"
    r" (?:of|for|to) .{3,60}",
    re.IGNORECASE,
)
"""The body that speaks: it may stand above the title of its statement, and stays in view there."""


def _below_site(blocks: Sequence[RawBlock], index: int) -> int:
    """Return where the title stands if the line at ``index`` is but the site's name or a rubric, else 0.

    Such a line is short and all in capitals or title case; a longer line like a title follows it.
    """
    text = blocks[index].text.strip()
    count = len(text.split())
    if blocks[index].hint or count > MOST_SITE_WORDS or not is_title_case(text) or text[-1] in "?!.:":
        return 0
    for below in range(index + 1, min(index + 4, len(blocks) - 1)):
        line = blocks[below].text.strip()
        if blocks[below].hint == "title":
            return below
        if _passed_over(line):
            continue
        longer = len(line.split()) >= max(5, count + 2) and len(line) <= 160
        if longer and line[0].isupper() and line[-1] not in ".:;,!" and _is_title(line):
            return below if count <= 3 or _BODY.fullmatch(text) or is_site_name(blocks, index) else 0
        return 0
    return 0


def _take_site(found: list[RawBlock], index: int, values: dict[str, str]) -> None:
    values.setdefault("site", _one_line(found[index].text))
    found[index] = replace(found[index], kind=BlockKind.PARAGRAPH, level=0, hint="site")


def _is_name_above(blocks: Sequence[RawBlock], index: int) -> bool:
    text = blocks[index].text.strip()
    if len(text.split()) > MOST_SITE_WORDS:
        return False
    return bool(_ADDRESS.fullmatch(text)) or (is_title_case(text) and is_site_name(blocks, index))


def is_site_name(blocks: Sequence[RawBlock], index: int) -> bool:
    """Say whether a line is a site's name: made like one, or named again where pages name their owner."""
    name = plain_words(blocks[index].text.strip())
    if _MASTHEAD.fullmatch(name):
        return True
    owners = re.compile(rf"(?:©|copyright|for|rights reserved|\u00a9).{{0,30}}\b{re.escape(name)}\b")
    return any(owners.search(plain_words(block.text[:400])) for block in blocks[index + 2 :][-6:])


def _passed_over(text: str) -> bool:
    if (
        is_furniture(text)
        or is_call(plain_words(text))
        or _URL.match(text)
        or _FIELD.match(text)
        or _ADDRESS.fullmatch(text)
    ):
        return True
    if _take(text, {}):
        return True
    return len(text) < 40 and (bool(_STARTS.match(text)) or (text.isupper() and len(text.split()) <= 2))


def _is_title(text: str) -> bool:
    count = len(text.split())
    if not count or len(text) > MOST_TITLE or count > 30 or "\n" in text:
        return False
    if text[-1] in ".;,:" and not text.endswith("..."):
        return False
    if text[-1] in "?!" or looks_like_heading(text) or is_title_case(text):
        return True
    return count <= 24 and not text[0].islower()


def _first_words(blocks: Sequence[RawBlock]) -> str:
    """Make a title of the first words where the text has none."""
    for block in blocks:
        if block.hint or is_furniture(block.text):
            continue
        text = _one_line(block.text[:400])
        end = re.search(r"[.!?](?:\s|$)", text)
        if end and 20 <= end.start() <= 100:
            return text[: end.start()]
        if len(text) <= 90:
            return text
        return text[:90].rsplit(" ", 1)[0] + "…"
    return ""


def _dateline(blocks: Sequence[RawBlock]) -> str:
    """Read the date of a dateline (GENEVA, 3 March 2025 - ...) in the first paragraphs."""
    for block in blocks[:HEAD]:
        match = _DATELINE.match(block.text[:160])
        day = find_date(match.group()) if match else ""
        if day and plausible(day):
            return day
    return ""
