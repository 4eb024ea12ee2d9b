"""The outward shape of a line of text: title case, heading-like, bare words."""

from __future__ import annotations

import re

from briefing_app.ingest.dates import find_date

MOST_HEADING_WORDS = 14
MOST_HEADING_SIGNS = 110


def words(text: str) -> frozenset[str]:
    """Return the words of a list written as one string."""
    return frozenset(text.split())


WORD = re.compile(r"[^\W_][\w’'-]*")
_SMALL = words(
    "a an and as at but by for from in into is of on or over per the to vs via with under after "
    "before between against amid about de la le les des du et en der die das und von zu im"
)


def is_title_case(text: str) -> bool:
    """Say whether nearly all words but the small ones begin with a capital."""
    large = [word for word in WORD.findall(text) if word.lower() not in _SMALL and word[0].isalpha()]
    if not large:
        return False
    return sum(1 for word in large if word[0].isupper()) >= len(large) * 0.75


def looks_like_heading(text: str) -> bool:
    """Say whether a block's text could stand alone as a heading, whatever surrounds it."""
    text = text.strip()
    if not 2 <= len(text) <= MOST_HEADING_SIGNS or "\n" in text or " | " in text:
        return False
    if text[-1] in ".,;:!…" or text[0] in "\"“”«‘'([#@":
        return False
    count = len(WORD.findall(text))
    if not 0 < count <= MOST_HEADING_WORDS:
        return False
    if not (text[0].isupper() or text[0].isdigit()):
        return False
    return not _is_data(text)


def _is_data(text: str) -> bool:
    if text.startswith(("http", "www.")) or "@" in text:
        return True
    return len(text) < 40 and bool(find_date(text))


def plain_words(text: str) -> str:
    """Return text in lower case with curly apostrophes straight and white space as single blanks."""
    return " ".join(text.lower().replace("’", "'").replace("‘", "'").split())
