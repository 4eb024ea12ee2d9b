"""The text of pages that are empty until a script fills them: it stands in the data the script was sent.

Such data is a tree of records; the article is the list in it that holds the most prose.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

MOST_DATA = 3_000_000
_DEEPEST = 40
_SENTENCE = 40
_LEAST = 300
_SHARE = 0.85
"""The article's list is the innermost that holds this share of the prose of the one around it."""
_ASSIGNED = re.compile(r"^\s{0,99}(?:var\s{1,9}|let\s{1,9}|const\s{1,9})?[\w.$\[\]\"']{1,80}\s{0,9}=\s{0,9}(?=[\[{])")
_STOPS = tuple('.!?…。！？؟।:”»")')


def state_body(tree: HtmlElement) -> str:
    """Return the paragraphs that a page's data holds, one a line (they may hold markup), or ""."""
    best = ""
    for script in tree.iter("script"):
        text = script.text or ""
        kind = (script.get("type") or "").lower()
        if not _LEAST < len(text) <= MOST_DATA or "ld+json" in kind or script.get("src"):
            continue
        value = _load(text, is_json="json" in kind)
        if value is None:
            continue
        body = "\n".join(_paragraphs(value))
        if len(body) > max(len(best), _LEAST):
            best = body
    return best


def _load(text: str, *, is_json: bool) -> object:
    if not is_json:
        found = _ASSIGNED.match(text)
        if found is None:
            return None
        text = text[found.end() :]
    try:
        value, _ = json.JSONDecoder(strict=False).raw_decode(text.lstrip())
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, (dict, list)) else None


def _prose(value: object, deep: int = _DEEPEST) -> int:
    if deep <= 0:
        return 0
    if isinstance(value, str):
        return len(value) if _is_prose(value) else 0
    if isinstance(value, dict):
        return sum(_prose(one, deep - 1) for one in value.values())
    return sum(_prose(one, deep - 1) for one in value) if isinstance(value, list) else 0


def _is_prose(text: str) -> bool:
    text = text.strip()
    if len(text) < _SENTENCE or not text.endswith((*_STOPS, ">")):
        return False
    return " " in text or text.endswith(("。", "！", "？"))


def _paragraphs(value: object) -> Iterator[str]:
    holder = _narrowed(value)
    if isinstance(holder, str):
        yield holder
        return
    keys: Counter[str] = Counter()
    _count(holder, "", keys)
    if not keys:
        return
    key = keys.most_common(1)[0][0]
    for one in holder if isinstance(holder, list) else [holder]:
        line = "".join(_texts(one, key, key if isinstance(one, str) else "")).strip()
        if line:
            yield line


def _narrowed(value: object) -> object:
    """Go down to the innermost record or list that holds nearly all of the prose of the best one."""
    for _ in range(_DEEPEST):
        inner: list[object] = []
        if isinstance(value, dict):
            inner = list(value.values())
        elif isinstance(value, list):
            inner = list(value)
        if not inner:
            return value
        sizes = [_prose(one) for one in inner]
        most, whole = max(sizes), sum(sizes)
        parts = isinstance(value, list) and sum(size > 0 for size in sizes) >= 2
        if not whole or (parts and most < whole * _SHARE):
            return value
        if not isinstance(value, list) and most < whole * 0.5:
            return value
        value = inner[sizes.index(most)]
    return value


def _count(value: object, key: str, keys: Counter[str], deep: int = _DEEPEST) -> None:
    if deep <= 0:
        return
    if isinstance(value, str):
        if _is_prose(value):
            keys[key] += len(value)
    elif isinstance(value, dict):
        for name, one in value.items():
            _count(one, str(name), keys, deep - 1)
    elif isinstance(value, list):
        for one in value:
            _count(one, key, keys, deep - 1)


def _texts(value: object, wanted: str, key: str, deep: int = _DEEPEST) -> Iterator[str]:
    if deep <= 0:
        return
    if isinstance(value, str):
        if key == wanted:
            yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _texts(one, wanted, str(name), deep - 1)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one, wanted, key, deep - 1)
