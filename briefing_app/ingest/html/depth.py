"""Pages nested so deeply that parsers grow slow or lose text are made flat first."""

from __future__ import annotations

import re

from briefing_app.ingest.shape import words

DEEPEST = 200
"""Elements that may stand within each other; libxml2 drops what lies below 256."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]{0,40})[^<>]*>")
_EMPTY = words("area base br col embed hr img input link meta param source track wbr")
_OPEN = re.compile(r"<[a-zA-Z]")


def flattened(html: str) -> str:
    """Return the page with the tags below `DEEPEST` left out, all of its text in place.

    Depth is counted as opening tags less closing ones, so pages that leave paragraphs and list
    items open pass it too; nothing of theirs but a tag is lost.
    """
    if len(_OPEN.findall(html)) <= DEEPEST or _bound(html) <= DEEPEST:
        return html
    return _Flattener().run(html)


def _bound(html: str) -> int:
    depth = deepest = 0
    for match in _TAG.finditer(html):
        if match.group(1):
            depth = max(depth - 1, 0)
        elif match.group(2).lower() not in _EMPTY:
            depth += 1
            deepest = max(deepest, depth)
    return deepest


class _Flattener:
    def __init__(self) -> None:
        self._depth = 0
        self._dropped = 0

    def run(self, html: str) -> str:
        return _TAG.sub(self._tag, html)

    def _tag(self, match: re.Match[str]) -> str:
        if match.group(2).lower() in _EMPTY:
            return match.group()
        if match.group(1):
            if self._dropped:
                self._dropped -= 1
                return " "
            self._depth = max(self._depth - 1, 0)
            return match.group()
        if self._depth >= DEEPEST:
            self._dropped += 1
            return " "
        self._depth += 1
        return match.group()
