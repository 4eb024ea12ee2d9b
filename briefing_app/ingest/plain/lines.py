"""Lines of a plain text: where they stand, what their first signs say, how they were wrapped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDEST_WRAP = 110
"""Lines longer than this were not wrapped by hand or by a mail program: each is a paragraph."""

NARROWEST_WRAP = 36
"""Lines that never reach this are verse, addresses or lists."""

BULLET = re.compile(r"[•‣◦▪●·∙*–—-][ \t]{1,8}(?=\S)")
NUMBER = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})\)|\d{1,3}\.)[ \t]{1,8}(?=\S)")
QUOTED = re.compile(r"(?:>[ \t]?){1,9}")
RULER = re.compile(r"[-=~_*#•·. ]{3,400}\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space at its ends; offsets into the tidied text."""

    start: int
    end: int
    text: str
    indent: int

    def opens_item(self) -> bool:
        """Say whether a list item starts here."""
        return bool(BULLET.match(self.text) or NUMBER.match(self.text))


def groups_of(text: str) -> Iterator[list[Line]]:
    """Yield runs of lines between blank ones."""
    group: list[Line] = []
    position = 0
    while position <= len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        raw = text[position:end]
        bare = raw.strip()
        if bare:
            indent = len(raw) - len(raw.lstrip())
            start = position + indent
            group.append(Line(start, start + len(bare), bare, indent))
        elif group:
            yield group
            group = []
        position = end + 1
    if group:
        yield group


def wrap_width(groups: Sequence[Sequence[Line]]) -> int:
    """Return the column at which the text was wrapped, or 0 where it was not.

    Wrapped text has many inner lines of nearly one length; the last line of a group is free.
    """
    inner = sorted(len(line.text) for group in groups for line in group[:-1])
    if not inner:
        return 0
    width = inner[min(len(inner) - 1, len(inner) * 9 // 10)]
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return 0
    return width


def continues(line: Line, following: Line, width: int) -> bool:
    """Say whether ``following`` carries on the paragraph of ``line``."""
    if following.opens_item() or RULER.match(following.text) or RULER.match(line.text):
        return False
    if bool(QUOTED.match(line.text)) != bool(QUOTED.match(following.text)):
        return False
    if not width:
        return False
    word = following.text.split(None, 1)[0]
    if len(line.text) + 1 + len(word) > width - max(6, width // 8):
        return len(line.text) <= WIDEST_WRAP
    return following.text[0].islower() and line.text[-1] not in ".!?:;" and len(line.text) > 20
