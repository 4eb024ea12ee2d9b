"""The text of pages that are empty until a script fills them: it stands in the data the script was sent.

Such data is a tree of records; the article is the list in it that holds the most prose.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING

from briefing_app.ingest.html.layout import letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

MOST_DATA = 3_000_000
_DEEPEST = 40
_SENTENCE = 40
_LEAST = 300
_NAMED = 8
_SHARE = 0.85
"""The article's list is the innermost that holds this share of the prose of the one around it."""
_ASSIGNED = re.compile(
    r"^\s{0,99}(?:var\s{1,9}|let\s{1,9}|const\s{1,9})?[\w.$\[\]\"']{1,80}\s{0,9}=\s{0,9}(?:JSON\.parse\(\s{0,9}(?=[\"'])|(?=[\[{]))"
)
_PUSHED = re.compile(r"^\s{0,9}\(?self\.__next_f(?:\s?=\s?self\.__next_f\s?\|\|\s?\[\]\))?\.push\((?=\[1,)")
_FLIGHT = re.compile(r'\[1,\s?"')
_ROWS = re.compile(r"(?:^|\n)[0-9a-f]{1,4}:(?:[A-Z]{1,2}(?=[\[{\"])|T[0-9a-f]{1,6},)?")
_STOPS = tuple('.!?…。！？؟।:”»")')


def data_of(tree: HtmlElement) -> tuple[str, ...]:
    """Return the data in a page's scripts, not yet read: JSON alone, assigned to one name, or pushed in pieces."""
    found = []
    pushed = []
    for script in tree.iter("script"):
        text = script.text or ""
        kind = (script.get("type") or "").lower()
        if not _LEAST < len(text) <= MOST_DATA or "ld+json" in kind or script.get("src"):
            continue
        if (push := _PUSHED.match(text)) is not None:
            pushed.append(text[push.end() :])
        elif "json" in kind:
            found.append(text)
        elif (assigned := _ASSIGNED.match(text)) is not None:
            found.append(text[assigned.end() :])
    return (*found, "\n".join(pushed)) if pushed else tuple(found)


def state_body(data: Sequence[str], title: str, *, own: bool) -> str:
    """Return the paragraphs that a page's data holds, one a line (they may hold markup), or "".

    What stands in one record with the page's ``title`` wins; where ``own`` nothing else will do.
    """
    best = ""
    values = [value for text in data if (value := loaded(text)) is not None]
    for value in values:
        if (record := _titled(value, letters(title))) is not None:
            best = max(best, "\n".join(_paragraphs(record)), key=len)
    if own or len(best) > _LEAST:
        return best
    return max(("\n".join(_paragraphs(value)) for value in values), key=len, default="")


def loaded(text: str) -> object:
    """Return what one text of data holds, records and lists, or None."""
    try:
        if text.startswith("["):
            if "\n[" in text or _FLIGHT.match(text):
                return _flight([json.loads(line.rpartition(")")[0]) for line in text.split("\n")])
        elif text.startswith(('"', "'")):
            text, _ = json.JSONDecoder(strict=False).raw_decode(text if text[0] == '"' else _requoted(text))
        value, _ = json.JSONDecoder(strict=False).raw_decode(text.lstrip())
    except (ValueError, RecursionError, TypeError):
        return None
    return value if isinstance(value, (dict, list)) else None


def _requoted(text: str) -> str:
    """Return a string in single quotes as JSON writes it."""
    return '"' + text[1:].replace("\\'", "'").replace('"', '\\"').rpartition("'")[0] + '"'


def _flight(pushes: Sequence[object]) -> object:
    """Read what a server pushed piece by piece: lines of a number and JSON, or of plain text."""
    stream = "".join(one[1] for one in pushes if isinstance(one, list) and len(one) > 1 and isinstance(one[1], str))
    found: list[object] = []
    for line in _ROWS.split(stream):
        try:
            found.append(json.loads(line))
        except (ValueError, RecursionError):
            found.append(line)
    return found


def _titled(value: object, title: str) -> object:
    """Return the innermost record that names the title and holds prose, or None."""
    if len(title) < _NAMED:
        return None
    return _titled_in(value, title, _DEEPEST)[1]


def _titled_in(value: object, title: str, deep: int) -> tuple[bool, object]:
    if isinstance(value, str):
        return len(value) < _LEAST and letters(value) == title, None
    if deep <= 0 or not isinstance(value, (dict, list)):
        return False, None
    seen, best = False, None
    for one in value.values() if isinstance(value, dict) else value:
        named, record = _titled_in(one, title, deep - 1)
        seen = seen or named
        if record is not None and (best is None or _prose(record) > _prose(best)):
            best = record
    if seen and best is None and _prose(value) >= _LEAST:
        best = value
    return seen, best


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
