"""RTF: a small reader of our own, without recursion; text, headings, lists, tables, notes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from briefing_app.errors import InputError
from briefing_app.ingest.limits import MAX_TEXT, check_text
from briefing_app.ingest.readers.building import blocks_and_notes, body, container, paragraph
from briefing_app.ingest.readers.facts import file_author, file_date, file_title, weighed
from briefing_app.ingest.readers.found import Found
from briefing_app.ingest.readers.rtf_words import (
    CHARSETS,
    INFO,
    ITEM_MARKS,
    KEPT_STARRED,
    PAGES,
    SIGNS,
    SKIPPED,
    codepage,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST = 500
"""Groups within groups; word processors make some twenty."""

_TOKEN = re.compile(
    rb"\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([^a-zA-Z']))|([{}])"
    rb"|[\r\n\0]{1,4096}|([^\\{}\r\n\0]{1,4096})",
    re.DOTALL,
)
_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo|kop|rubrik|заголовок) ?([1-9])", re.I)


@dataclass(slots=True)
class _Group:
    """What holds inside one pair of braces."""

    skipped: bool = False
    target: str = ""
    fallback: int = 1
    codec: str = ""
    hidden: bool = False
    font: int = -1


@dataclass(slots=True)
class _Paragraph:
    """What is known of the paragraph at hand."""

    style: int = -1
    outline: int = -1
    item: int = 0
    level: int = 0
    in_table: bool = False


@dataclass(slots=True)
class _Said:
    """The fields of the info group."""

    texts: dict[str, str] = field(default_factory=dict)
    dates: dict[str, dict[str, int]] = field(default_factory=dict)


def read_rtf(data: bytes, name: str) -> Found:
    """Read a document; what is behind its last brace is left out."""
    reader = _Reader(name)
    reader.read(data)
    said = reader.said
    about, blocks = weighed(
        blocks_and_notes(reader.tree, reader.notes, frozenset(reader.titles[:1])),
        title=file_title(said.texts.get("title", "")),
        author=file_author(said.texts.get("author", "")),
        published=file_date(*(_day(said.dates.get(key, {})) for key in ("creatim", "revtim"))),
    )
    return Found(blocks, about)


def _day(parts: dict[str, int]) -> str:
    try:
        return date(parts.get("yr", 0), parts.get("mo", 0), parts.get("dy", 0)).isoformat()
    except (ValueError, OverflowError):
        return ""


class _Reader:
    """Goes through the tokens once; groups lie on a stack of their own."""

    def __init__(self, name: str) -> None:
        self.tree = body()
        self.notes: list[str] = []
        self.titles: list[str] = []
        self.said = _Said()
        self._name = name
        self._group = _Group()
        self._stack: list[_Group] = []
        self._page = "cp1252"
        self._fonts: dict[int, str] = {}
        self._styles: dict[int, str] = {}
        self._entry = -1
        self._paragraph = _Paragraph()
        self._text: list[str] = []
        self._bytes = bytearray()
        self._owed = 0
        self._pair = ""
        self._starred = False
        self._row: list[str] = []
        self._table: _Element | None = None
        self._size = 0

    def read(self, data: bytes) -> None:
        """Read all tokens."""
        position = 0
        while match := _TOKEN.match(data, position):
            position = match.end()
            word, number, code, sign, brace, text = match.groups()
            if brace == b"{":
                self._open()
            elif brace == b"}":
                if not self._stack:
                    break
                self._close()
            elif word:
                value = int(number) if number else None
                if word == b"bin":
                    position += max(value or 0, 0)
                else:
                    self._word(word.decode("ascii"), value)
            elif code:
                self._raw(bytes([int(code, 16)]))
            elif sign:
                self._sign(sign.decode("latin-1"))
            elif text:
                self._raw(text)
        self._flush()
        self._paragraph.in_table = False
        self._end_paragraph()
        self._end_row()

    # --- groups -----------------------------------------------------------------------------------

    def _open(self) -> None:
        self._flush()
        if len(self._stack) >= DEEPEST:
            raise InputError(
                f"“{self._name}” has more than {DEEPEST} groups within each other.",
                hint="Open it in a word processor and save it anew.",
            )
        self._stack.append(self._group)
        self._group = replace(self._group)
        self._starred = False

    def _close(self) -> None:
        self._flush()
        ended, self._group = self._group, self._stack.pop()
        if ended.target != self._group.target and ended.target == "footnote":
            self.notes[-1] = " ".join(self.notes[-1].split())
        self._owed = 0
        self._starred = False

    # --- words ------------------------------------------------------------------------------------

    def _word(self, word: str, value: int | None) -> None:
        group = self._group
        starred, self._starred = self._starred, False
        if word == "u":
            self._unicode(value or 0)
            return
        self._flush()
        if word in SIGNS:
            self._put(SIGNS[word])
        elif self._enters(word, starred=starred):
            pass
        elif word == "uc":
            group.fallback = min(max(value or 0, 0), 16)
        elif word == "f":
            group.font = value or 0
            group.codec = self._fonts.get(group.font, "")
            self._entry = group.font
        elif word == "fcharset" and group.target == "fonttbl":
            self._fonts[self._entry] = CHARSETS.get(value or 0, "")
        elif word == "ansicpg" and value:
            self._page = codepage(value)
        elif word in PAGES:
            self._page = PAGES[word]
        elif word in {"v", "deleted"}:
            group.hidden = value != 0
        elif word == "plain":
            group.hidden = False
            group.codec = ""
        elif group.target in {"creatim", "revtim"} and value is not None:
            self.said.dates.setdefault(group.target, {})[word] = value
        else:
            self._layout(word, value)

    def _enters(self, word: str, *, starred: bool) -> bool:
        """Take note of a destination; true if the word was one."""
        group = self._group
        if word in {"fonttbl", "stylesheet", "info"}:
            group.target, group.skipped = word, True
            self._entry = -1
        elif word in INFO and group.target == "info":
            group.target = word
        elif word in ITEM_MARKS:
            group.skipped = True
            self._paragraph.item = 1
        elif word == "footnote":
            if not group.skipped and group.target != "footnote":
                self.notes.append("")
                group.target = "footnote"
        elif word in SKIPPED or (starred and word not in KEPT_STARRED):
            group.skipped = True
            self._entry = -1
        elif word == "upr":
            group.target = "upr"
        else:
            return False
        return True

    def _layout(self, word: str, value: int | None) -> None:
        if self._group.target == "stylesheet":
            if word == "s":
                self._entry = value or 0
            return
        if self._group.skipped:
            return
        at = self._paragraph
        if self._group.target == "footnote":
            if word == "par":
                self._put(" ")
        elif word in {"par", "sect", "page"}:
            self._end_paragraph()
        elif word == "pard":
            self._paragraph = _Paragraph()
        elif word == "s":
            at.style = value or 0
        elif word == "outlinelevel":
            at.outline = value or 0
        elif word == "ls":
            at.item = 1
        elif word == "ilvl":
            at.level = min(max(value or 0, 0), 5)
        elif word == "intbl":
            at.in_table = True
        elif word in {"cell", "nestcell"}:
            self._row.append(self._taken().replace("\n", " "))
        elif word in {"row", "nestrow"}:
            self._end_row()

    # --- text -------------------------------------------------------------------------------------

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
            return
        self._flush()
        if sign in "\r\n":
            self._layout("par", None)
        elif sign in SIGNS:
            self._put(SIGNS[sign])
        elif sign in "\\{}":
            self._raw(sign.encode("latin-1"))

    def _unicode(self, value: int) -> None:
        number = value + 65536 if value < 0 else value
        self._flush()
        self._owed = self._group.fallback
        if 0xD800 <= number < 0xDC00:
            self._pair = chr(number)
        elif 0xDC00 <= number < 0xE000:
            high, self._pair = self._pair, ""
            if high:
                self._put(chr(0x10000 + (ord(high) - 0xD800) * 0x400 + number - 0xDC00))
        elif 0 < number < 0x110000:
            self._put(chr(number))

    def _raw(self, data: bytes) -> None:
        if self._owed:
            gone = min(self._owed, len(data))
            self._owed -= gone
            data = data[gone:]
        if not self._group.skipped or self._group.target:
            self._bytes += data

    def _flush(self) -> None:
        """Decode the bytes gathered; those of a multi-byte code page come one by one."""
        self._owed = 0
        if not self._bytes:
            return
        data = bytes(self._bytes)
        self._bytes.clear()
        codec = self._group.codec or self._page
        if codec == "symbol":
            return
        self._put(data.decode(codec, "replace"))

    def _put(self, text: str) -> None:
        group = self._group
        self._size += len(text)
        if self._size > MAX_TEXT:
            check_text("x" * (MAX_TEXT + 1), self._name)
        if group.target in {"title", "author"}:
            self.said.texts[group.target] = self.said.texts.get(group.target, "") + text[:1000]
        elif group.target == "stylesheet":
            if self._entry >= 0 and len(self._styles.get(self._entry, "")) < 100:
                self._styles[self._entry] = self._styles.get(self._entry, "") + text
        elif group.skipped or group.hidden or group.target == "upr":
            return
        elif group.target == "footnote":
            self.notes[-1] += text
        else:
            self._text.append(text)

    def _taken(self) -> str:
        text = "".join(self._text)
        self._text.clear()
        return text.strip()

    # --- blocks -----------------------------------------------------------------------------------

    def _end_paragraph(self) -> None:
        if self._paragraph.in_table:
            self._text.append(" ")
            return
        text = self._taken()
        at = self._paragraph
        self._paragraph = replace(at, item=0) if at.style < 0 else at
        if not text:
            return
        self._end_row()
        self._table = None
        style = self._styles.get(at.style, "").strip(" ;").lower()
        found = _HEADING.match(style)
        if style == "title":
            self.titles.append(" ".join(text.split()))
            paragraph(self.tree, text, "h1")
        elif found or 0 <= at.outline < 9:
            paragraph(self.tree, text, f"h{min(int(found.group(1)) if found else at.outline + 1, 6)}")
        elif at.item:
            paragraph(self.tree, text.lstrip("•·\t -"), "li", at.level + 1)
        elif style in {"quote", "intense quote", "quotations"}:
            paragraph(container(self.tree, "blockquote"), text)
        else:
            paragraph(self.tree, text)

    def _end_row(self) -> None:
        row, self._row = self._row, []
        if not any(row):
            return
        if self._table is None:
            self._table = container(self.tree, "table")
        line = container(self._table, "tr")
        for cell in row:
            paragraph(container(line, "td"), cell)
