"""Links of a page: on which words of its canonical text they stand.

A page's text is remade when it is cleaned, so a link is found again by its words and by what stands beside them in
the same block. One that is not found is left out: its words are read all the same.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urljoin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST: Final = 2000
"""Links of one page that are looked for."""
BESIDE: Final = 16
"""Letters beside a link that must be the same."""
LONGEST: Final = 400
MOST_READ: Final = 50_000_000
"""Letters of text that the search for all links of a page may read: a huge page is left without its last links."""
MOST_PLACES: Final = 50

_OPENING = re.compile(r"<a\s[^<>]{1,4000}>", re.IGNORECASE)
_HREF = re.compile(r"""(?<![\w-])href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""", re.IGNORECASE)
_EDGE = re.compile(
    r"</?(?:address|article|aside|blockquote|body|br|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|html|"
    r"li|main|nav|ol|p|pre|section|table|tbody|td|th|thead|tr|ul)(?=[\s/>])[^<>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]*>")
_SPACE = re.compile(r"\s+")
_WEB = re.compile(r"(?:https?://|mailto:)[^\x00-\x20\x7f-\xa0\u2028\u2029<>\"'`\\]+\Z", re.IGNORECASE)
_EDGES = ("", "\n", "|")
"""What stands beside the first and the last words of a block or of a table's cell."""


class Anchor(NamedTuple):
    """A link as HTML has it: its words, what stands before and after them in the block, and where it goes."""

    before: str
    words: str
    after: str
    target: str


class LinkSpan(NamedTuple):
    """Canonical text that is a link."""

    start: int
    end: int
    target: str


def links_in(html: str, text: str, base: str = "") -> tuple[LinkSpan, ...]:
    """Return the links of ``html`` as they lie in ``text``, in order, none over another; web and mail only.

    ``base`` is the address that relative ones count from.
    """
    spans: list[LinkSpan] = []
    at = read = 0
    for anchor in anchors_of(html, base):
        read += len(text)
        if read > MOST_READ:
            break
        start = _found(text, anchor, at)
        if start < 0 and at:
            start = _found(text, anchor, 0)
        if start >= 0:
            at = start + len(anchor.words)
            spans.append(LinkSpan(start, at, anchor.target))
    return tuple(_apart(sorted(spans)))


def anchors_of(html: str, base: str = "") -> Iterator[Anchor]:
    """Yield the links of ``html`` that are words of one block and lead to the web or to a mailbox."""
    for count, opening in enumerate(_OPENING.finditer(html)):
        if count == MOST:
            return
        end = html.find("</a", opening.end(), opening.end() + LONGEST * 4)
        target = _target(opening.group(), base)
        if end < 0 or not target:
            continue
        raw = html[opening.end() : end]
        words = _plain(raw)
        if not words.strip() or len(words) > LONGEST or _EDGE.search(raw):
            continue
        before = _plain(_last_part(html[max(0, opening.start() - LONGEST) : opening.start()])).lstrip()
        after = _plain(_first_part(html[end : end + LONGEST])).rstrip()
        gap = " " if words[0] == " " and before and not before.endswith(" ") else ""
        rest = " " if words[-1] == " " and after and not after.startswith(" ") else ""
        yield Anchor((before + gap)[-BESIDE:], words.strip(), (rest + after)[:BESIDE], target)


def is_web(target: str) -> bool:
    """Say whether a link goes to the web or is an address of mail, and nothing else is in it."""
    return _WEB.match(target) is not None


def _target(opening: str, base: str) -> str:
    found = _HREF.search(opening)
    written = unescape(found[1] or found[2] or found[3] or "").strip() if found else ""
    if not written or written.startswith("#"):
        return ""
    try:
        target = urljoin(base, written)
    except ValueError:
        return ""
    return target if is_web(target) else ""


def _last_part(html: str) -> str:
    """Return what stands behind the last edge of a block; half a tag at the beginning is no text."""
    edges = list(_EDGE.finditer(html))
    if edges:
        return html[edges[-1].end() :]
    opened, closed = html.find("<"), html.find(">")
    return html[closed + 1 :] if closed >= 0 and (opened < 0 or closed < opened) else html


def _first_part(html: str) -> str:
    """Return what stands before the first edge of a block, behind the end of the link itself."""
    edge = _EDGE.search(html)
    part = html[: edge.start()] if edge else html[: html.rfind("<")] if html.rfind("<") > html.rfind(">") else html
    return part[part.find(">") + 1 :]


def _plain(html: str) -> str:
    return _SPACE.sub(" ", unescape(_TAG.sub("", html)))


def _found(text: str, anchor: Anchor, at: int) -> int:
    """Return where the words begin that stand between the same neighbours; -1 where they do not."""
    sought = anchor.before + anchor.words + anchor.after
    place = text.find(sought, at)
    for _ in range(MOST_PLACES):
        if place < 0:
            break
        end = place + len(sought)
        begins = bool(anchor.before) or text[max(0, place - 2) : place].rstrip(" ")[-1:] in _EDGES
        if begins and (anchor.after or text[end : end + 2].strip(" ")[:1] in _EDGES):
            return place + len(anchor.before)
        place = text.find(sought, place + 1)
    return -1


def _apart(spans: Iterable[LinkSpan]) -> Iterator[LinkSpan]:
    last = 0
    for span in spans:
        if span.start >= last:
            last = span.end
            yield span
