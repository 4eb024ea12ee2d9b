"""Markdown to blocks, traced to the input: a small reader of our own that runs nothing and nests nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.blocks import RawBlock
from briefing_app.ingest.plain.characters import tidy
from briefing_app.ingest.traced import Edit, Traced, joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]{1,9}")
_HEADING_END = re.compile(r"[ \t]{1,9}#{1,20}[ \t]{0,9}$")
_SETEXT = re.compile(r"[ ]{0,3}(?:={2,200}|-{2,200})[ \t]{0,9}$")
_RULE = re.compile(r"[ ]{0,3}(?:(?:\*[ \t]{0,3}){3,40}|(?:-[ \t]{0,3}){3,40}|(?:_[ \t]{0,3}){3,40})$")
_FENCE = re.compile(r"[ ]{0,3}(`{3,20}|~{3,20})")
_BULLET = re.compile(r"([ \t]{0,24})[-*+][ \t]{1,8}(?:\[[ xX]\][ \t]{1,4})?")
_NUMBER = re.compile(r"([ \t]{0,24})\d{1,9}[.)][ \t]{1,8}")
_QUOTE = re.compile(r"[ ]{0,3}(?:>[ \t]?){1,9}")
_TABLE_RULE = re.compile(r"[ \t]{0,3}\|?[ \t:|-]{3,400}$")
_DEFINITION = re.compile(r"[ ]{0,3}\[[^\[\]\n]{1,200}\]:[ \t]{1,9}\S")
_FRONT = re.compile(r"---[ \t]{0,9}\n")

_IMAGE = re.compile(r"!\[([^\[\]\n]{0,400})\]\([^()\s]{0,2000}(?:[ \t]{1,9}\"[^\"\n]{0,400}\")?\)")
_LINK = re.compile(
    r"\[([^\[\]\n]{1,600})\](?:\([^()\s]{0,2000}(?:[ \t]{1,9}\"[^\"\n]{0,400}\")?\)|"
    r"\[[^\[\]\n]{0,200}\])"
)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]{0,30}(?:\s[^<>\n]{0,400})?/?>")
_STRONG = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]{1,2000})(?<=[^\s*])\1(?![\w*])")
_UNDER = re.compile(r"(?<!\w)(_{1,3})(?=[^\s_])([^_\n]{1,2000})(?<=[^\s_])\1(?!\w)")
_CODE = re.compile(r"`([^`\n]{1,400})`")
_STRIKE = re.compile(r"~~([^~\n]{1,2000})~~")
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!>|~-])")


def read_markdown(text: Traced) -> tuple[list[RawBlock], dict[str, str]]:
    """Return the blocks of a Markdown text and the plain fields of its front matter."""
    clean = tidy(text)
    fields, body = _front_matter(clean)
    reader = _Lines(body)
    return [block for block in (_inline(raw) for raw in reader.blocks()) if block.text.strip()], fields


def _front_matter(text: Traced) -> tuple[dict[str, str], Traced]:
    if not _FRONT.match(text.text):
        return {}, text
    end = re.compile(r"^(?:---|\.\.\.)[ \t]{0,9}$", re.MULTILINE).search(text.text, 4)
    if end is None or end.start() > 8000:
        return {}, text
    fields: dict[str, str] = {}
    for line in text.text[4 : end.start()].split("\n"):
        name, colon, value = line.partition(":")
        if colon and value.strip() and re.fullmatch(r"[A-Za-z_-]{1,40}", name):
            fields[name.lower()] = value.strip().strip("\"'[]")
    return fields, text.cut(end.end(), len(text))


class _Lines:
    """Reads line by line; a block ends at a blank line or where another begins."""

    def __init__(self, text: Traced) -> None:
        self._text = text
        self._open: list[Traced] = []
        self._kind = BlockKind.PARAGRAPH
        self._level = 0

    def blocks(self) -> Iterator[RawBlock]:
        """Yield the blocks with their inline markup still in place."""
        fence = ""
        code: list[Traced] = []
        for start, end in _line_spans(self._text.text):
            line = self._text.cut(start, end)
            mark = _FENCE.match(line.text)
            if fence:
                if mark and mark.group(1)[0] == fence[0] and len(mark.group(1)) >= len(fence):
                    yield RawBlock(BlockKind.PREFORMATTED, joined(code, "\n"))
                    fence, code = "", []
                else:
                    code.append(line)
                continue
            if mark:
                yield from self._close()
                fence = mark.group(1)
                continue
            yield from self._line(line)
        if code:
            yield RawBlock(BlockKind.PREFORMATTED, joined(code, "\n"))
        yield from self._close()

    def _close(self) -> Iterator[RawBlock]:
        if self._open:
            yield RawBlock(self._kind, joined(self._open, " "), self._level)
        self._open = []
        self._kind, self._level = BlockKind.PARAGRAPH, 0

    def _line(self, line: Traced) -> Iterator[RawBlock]:
        text = line.text
        if not text.strip() or _DEFINITION.match(text):
            yield from self._close()
        elif heading := _HEADING.match(text):
            yield from self._close()
            end = _HEADING_END.search(text)
            piece = line.cut(heading.end(), end.start() if end else len(line))
            yield RawBlock(BlockKind.HEADING, piece.strip(), len(heading.group(1)))
        elif _SETEXT.match(text) and self._open and self._kind is BlockKind.PARAGRAPH:
            self._kind, self._level = BlockKind.HEADING, 1 if text.strip()[0] == "=" else 2
            yield from self._close()
        elif _RULE.match(text):
            yield from self._close()
        elif _is_row(text.strip()):
            yield from self._close()
            if not _TABLE_RULE.match(text):
                yield _row(line)
        elif item := (_BULLET.match(text) or _NUMBER.match(text)):
            yield from self._close()
            indent = len(item.group(1).expandtabs(4))
            self._kind, self._level = BlockKind.LIST_ITEM, 1 + min(indent // 2, 5)
            bare = item.end() if _BULLET.match(text) else len(item.group(1))
            self._open = [line.cut(bare, len(line)).strip()]
        elif quote := _QUOTE.match(text):
            if self._kind is not BlockKind.QUOTE:
                yield from self._close()
                self._kind = BlockKind.QUOTE
            piece = line.cut(quote.end(), len(line)).strip()
            if piece.text:
                self._open.append(piece)
            elif self._open:
                yield from self._close()
        else:
            self._open.append(line.strip())
            if text.endswith(("  ", "\\")):
                kind, level = self._kind, self._level
                yield from self._close()
                self._kind, self._level = kind, level


def _line_spans(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    while position <= len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        yield position, end
        position = end + 1


def _is_row(line: str) -> bool:
    return len(line) > 2 and line[0] == "|" == line[-1]


def _row(line: Traced) -> RawBlock:
    piece = line.strip()
    piece = piece.cut(1, len(piece) - 1).strip()
    bars = [Edit(m.start(), m.end(), " | ") for m in re.finditer(r"[ \t]{0,40}(?<!\\)\|[ \t]{0,40}", piece.text)]
    return RawBlock(BlockKind.TABLE_ROW, piece.edit(bars))


def _inline(block: RawBlock) -> RawBlock:
    """Take inline markup off a block: what it surrounds stays, with its trace."""
    if block.kind is BlockKind.PREFORMATTED:
        return block
    text = block.traced
    for pattern in (_IMAGE, _LINK, _AUTOLINK, _CODE, _STRONG, _UNDER, _STRONG, _STRIKE):
        text = text.edit(_shells(pattern, text.text))
    text = text.edit([Edit(m.start(), m.end()) for m in _TAG.finditer(text.text)])
    text = text.edit([Edit(m.start(), m.end()) for m in _ESCAPE.finditer(text.text)])
    return replace(block, traced=text.strip())


def _shells(pattern: re.Pattern[str], text: str) -> Sequence[Edit]:
    edits: list[Edit] = []
    for match in pattern.finditer(text):
        inner = pattern.groups
        edits.append(Edit(match.start(), match.start(inner)))
        edits.append(Edit(match.end(inner), match.end()))
    return edits
