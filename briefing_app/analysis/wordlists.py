"""Two lists that tell names from words: what stands in small letters in English, and first names of the world."""

from __future__ import annotations

import functools

from briefing_app import paths
from briefing_app.analysis.name_lexicon import FIRST_NAMES


@functools.cache
def english_words() -> frozenset[str]:
    """Return words (small letters) that English texts write in small letters."""
    return _read("english-words.txt")


def is_english_word(word: str) -> bool:
    """Say whether English has a word in small letters."""
    return word.lower() in english_words()


def is_built(word: str) -> bool:
    """Say whether English may have a word (small letters) or build it: resettlement, stormclouds, overfishing."""
    words = english_words()
    if word in words or (word.endswith("s") and word[:-1] in words) or word.endswith(_ENDINGS):
        return True
    return any(word[:at] in words and _is_rest(word[at:], words) for at in range(3, len(word) - 2))


_ENDINGS = (
    "ings", "ness", "ment", "ments", "tion", "tions", "ity", "ities", "ism", "ists", "ously", "ally", "ful", "less",
    "able", "ible", "hood", "ship", "ships", "ising", "izing", "ising", "ology", "ologists", "graphy", "ically",
    "eering", "shing", "cking", "wards", "fully", "edly", "ately", "ively", "ingly",
)  # fmt: skip


def _is_rest(rest: str, words: frozenset[str]) -> bool:
    return rest in words or (rest.endswith("s") and len(rest) > 4 and rest[:-1] in words)


@functools.cache
def first_names() -> frozenset[str]:
    """Return first names (small letters) from all over the world."""
    return FIRST_NAMES | _read("first-names.txt")


def _read(name: str) -> frozenset[str]:
    path = paths.resource("gazetteers") / name
    return frozenset(path.read_text(encoding="utf-8").split()) if path.is_file() else frozenset()
