"""The user's Markdown, as far as a note needs it: paragraphs, lists, quotations, bold, italic, links, footnote marks.

Everything else (HTML, images, tables, directives) is text and stays text. Time is linear in the length.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from briefing_app.domain.note import Paragraph, Run

Cite = Callable[[str], int]
"""Gives the footnote number for the id of a statement or annotation; 0 where there is none."""

_BULLET = re.compile(r"^([ \t]{0,12})[-*+•][ \t]+(?=\S)")
_NUMBER = re.compile(r"^([ \t]{0,12})\d{1,3}[.)][ \t]+(?=\S)")
_HEADING = re.compile(r"^#{1,6}[ \t]+")
_RULE = re.compile(r"^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_QUOTE = re.compile(r"^>[ \t]?")
_MARK = re.compile(r"\[[\^@]([\w:.-]{1,80})\]")
_LINK = re.compile(r"(!?)\[([^\[\]\n]{0,400})\]\(([^\s()<>]{1,2000})\)")
_SAFE = re.compile(r"^(?:https?://|mailto:)[^\s<>\"]+$", re.IGNORECASE)
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def parse(markdown: str, cite: Cite) -> tuple[Paragraph, ...]:
    """Return the blocks of the user's text; ``cite`` is asked for the number of each footnote mark in order."""
    blocks: list[tuple[str, int, list[str]]] = []
    open_block = False
    for line in markdown.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if not line.strip() or _RULE.match(line):
            open_block = False
            continue
        kind, level, text = _opened(line)
        if kind == "paragraph" and open_block and not _HEADING.match(line):
            blocks[-1][2].append(text)
            continue
        if kind == "quote" and open_block and blocks[-1][0] == "quote":
            blocks[-1][2].append(text)
            continue
        blocks.append((kind, level, [text]))
        open_block = not _HEADING.match(line)
    return tuple(Paragraph(_block_runs(" ".join(lines), cite), kind, level) for kind, level, lines in blocks)


def _opened(line: str) -> tuple[str, int, str]:
    for kind, pattern in (("bullet", _BULLET), ("number", _NUMBER)):
        match = pattern.match(line)
        if match:
            return kind, min(len(match[1].expandtabs(4)) // 2, 3), line[match.end() :].strip()
    if _QUOTE.match(line):
        return "quote", 0, _QUOTE.sub("", line).strip()
    return "paragraph", 0, line.strip()


def _block_runs(text: str, cite: Cite) -> tuple[Run, ...]:
    heading = _HEADING.match(text)
    if heading:
        return (Run(text[heading.end() :].rstrip("# "), bold=True),)
    return inline(text, cite)


def is_safe_link(url: str) -> bool:
    """Say whether a link may stand in a document: http, https and mailto only."""
    return bool(_SAFE.match(url.strip()))


@dataclass(slots=True)
class _Token:
    """A piece of inline text; a delimiter becomes a style change when its partner is found, else text."""

    text: str = ""
    style: str = ""
    opens: bool = False
    footnote: int = 0
    href: str = ""


def inline(text: str, cite: Cite) -> tuple[Run, ...]:
    """Return the runs of one block of Markdown."""
    tokens: list[_Token] = []
    pending: list[tuple[str, int, _Token]] = []
    position = 0
    while position < len(text):
        position = _scan(text, position, tokens, pending, cite)
    return _runs(tokens)


def _scan(text: str, at: int, tokens: list[_Token], pending: list[tuple[str, int, _Token]], cite: Cite) -> int:
    char = text[at]
    if char == "\\" and text[at + 1 : at + 2] in _PUNCTUATION and at + 1 < len(text):
        tokens.append(_Token(text[at + 1]))
        return at + 2
    if char in "[!":
        end = _bracket(text, at, tokens, cite)
        if end:
            return end
    if char in "*_":
        return _delimiters(text, at, tokens, pending)
    end = at + 1
    while end < len(text) and text[end] not in "\\[!*_":
        end += 1
    tokens.append(_Token(text[at:end]))
    return end


def _bracket(text: str, at: int, tokens: list[_Token], cite: Cite) -> int:
    mark = _MARK.match(text, at)
    if mark:
        number = cite(mark[1])
        if number:
            if tokens and not tokens[-1].style:
                tokens[-1].text = tokens[-1].text.rstrip()
            tokens.append(_Token(footnote=number))
        else:
            tokens.append(_Token(mark[0]))
        return mark.end()
    link = _LINK.match(text, at)
    if not link:
        return 0
    href = link[3] if not link[1] and is_safe_link(link[3]) else ""
    tokens.append(_Token(link[2], href=href))
    return link.end()


def _delimiters(text: str, at: int, tokens: list[_Token], pending: list[tuple[str, int, _Token]]) -> int:
    char = text[at]
    end = at
    while end < len(text) and text[end] == char:
        end += 1
    before, after = text[at - 1 : at], text[end : end + 1]
    can_open = bool(after) and not after.isspace() and not (char == "_" and before.isalnum())
    can_close = bool(before) and not before.isspace() and not (char == "_" and after.isalnum())
    left = end - at
    while left:
        size = _closing(char, left, pending) if can_close else 0
        if size:
            while pending:
                opener = pending.pop()
                if opener[:2] == (char, size):
                    opener[2].style = "bold" if size == 2 else "italic"
                    tokens.append(_Token(style=opener[2].style))
                    break
        else:
            size = 2 if left >= 2 else 1
            token = _Token(char * size, opens=True)
            tokens.append(token)
            if can_open and left <= 3:
                pending.append((char, size, token))
        left -= size
    return end


def _closing(char: str, left: int, pending: list[tuple[str, int, _Token]]) -> int:
    """Return the size of the innermost open delimiter that ``left`` characters can close, or 0."""
    for kind, size, _ in reversed(pending[-8:]):
        if kind == char and size <= left:
            return size
    return 0


def _runs(tokens: list[_Token]) -> tuple[Run, ...]:
    runs: list[Run] = []
    styles = {"bold": False, "italic": False}
    for token in tokens:
        if token.style:
            styles[token.style] = token.opens
        elif token.footnote:
            runs.append(Run(footnote=token.footnote))
        elif token.text:
            run = Run(token.text, bold=styles["bold"], italic=styles["italic"], href=token.href)
            last = runs[-1] if runs else None
            if last and not last.footnote and (last.bold, last.italic, last.href) == (run.bold, run.italic, run.href):
                runs[-1] = Run(last.text + run.text, bold=run.bold, italic=run.italic, href=run.href)
            else:
                runs.append(run)
    return tuple(run for run in runs if run.text or run.footnote)
