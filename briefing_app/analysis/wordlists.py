"""Two lists that tell names from words: what stands in small letters in English, and first names of the world."""

from __future__ import annotations

import functools

from briefing_app import paths
from briefing_app.analysis.name_lexicon import FIRST_NAMES


@functools.cache
def english_words() -> frozenset[str]:
    """Return words (small letters) that English texts write in small letters."""
    return _read("english-words.txt")


@functools.cache
def first_names() -> frozenset[str]:
    """Return first names (small letters) from all over the world."""
    return FIRST_NAMES | _read("first-names.txt")


def _read(name: str) -> frozenset[str]:
    path = paths.resource("gazetteers") / name
    return frozenset(path.read_text(encoding="utf-8").split()) if path.is_file() else frozenset()
