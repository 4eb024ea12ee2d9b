"""What the names model sees of each word: its letters, its shape, its class, and what the actor base says.

The training (packaging/models) and the program use this same module, so a change here needs a new model.
"""

from __future__ import annotations

import functools
import hashlib
import re
from typing import TYPE_CHECKING

from briefing_app.analysis.models.word_classes import CLASS_OF

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing_app.analysis.gazetteer import NameHit
    from briefing_app.analysis.page import Sentence, Token

ROWS = (6000, 400, 2000, 3000, 3000, 300, 400, 200)
"""How many rows the table of each feature has."""
HASHES = 4
"""Every value of a feature is the sum of this many rows of its table."""

_DIGITS = re.compile(r"\d")


def word_features(word: str) -> tuple[str, str, str, str, str]:
    """Return what the letters of a word show: itself, shape, beginning, endings."""
    lower = _DIGITS.sub("0", word.lower())
    return lower, shape(word), lower[:3], lower[-3:], lower[-4:] + "|" + lower[:1]


def shape(word: str) -> str:
    """Return Xxx for Geneva, XXX for IAEA, X.X. for U.S., d for figures; long stretches are cut."""
    made: list[str] = []
    for character in word:
        if character.isdigit():
            sign = "d"
        elif character.isupper():
            sign = "X"
        elif character.isalpha():
            sign = "x"
        else:
            sign = character
        if len(made) < 3 or made[-1] != sign or made[-2] != sign or made[-3] != sign:
            made.append(sign)
    return "".join(made[:12])


@functools.lru_cache(200_000)
def rows_of(feature: int, value: str) -> tuple[int, ...]:
    """Return the rows of a value in the table of a feature; the same everywhere and always."""
    digest = hashlib.blake2b(f"{feature}:{value}".encode("utf-8", "surrogatepass"), digest_size=4 * HASHES).digest()
    return tuple(int.from_bytes(digest[at : at + 4], "little") % ROWS[feature] for at in range(0, 4 * HASHES, 4))


@functools.lru_cache(100_000)
def word_rows(word: str) -> tuple[tuple[int, ...], ...]:
    """Return the rows of the features that hang on the word alone."""
    return tuple(rows_of(at, value) for at, value in enumerate(word_features(word)))


def flags(tokens: Sequence[Token], hits: Iterable[NameHit]) -> list[str]:
    """Return what the actor base says of each token: B- or I- and a kind, or nothing."""
    by_start: dict[int, NameHit] = {}
    for hit in hits:
        if hit.start not in by_start or by_start[hit.start].end < hit.end:
            by_start[hit.start] = hit
    made: list[str] = []
    end = 0
    kind = ""
    for token in tokens:
        found = by_start.get(token.start)
        if token.start >= end and found is not None:
            end = found.end
            kind = _kind(found)
            made.append(f"B-{kind}")
        else:
            made.append(f"I-{kind}" if token.start < end else "")
    return made


def _kind(hit: NameHit) -> str:
    plain = [alias for _, alias in hit.meanings if alias.when != "acting"]
    if not plain:
        return "CAPITAL"
    first = plain[0]
    return "SURNAME" if first.type == "surname" else first.label.value


def classes(sentence: Sequence[Token], lower: frozenset[str], inner: frozenset[str], *, heading: bool) -> list[str]:
    """Return the class of each token of a sentence.

    ``lower`` are the words the text has in small letters, ``inner`` those it has with a capital inside a sentence.
    """
    return [_class(sentence, at, lower, inner, heading) for at in range(len(sentence))]


def _class(
    tokens: Sequence[Token], at: int, lower: frozenset[str], inner: frozenset[str], heading: bool
) -> str:  # fmt: skip
    token = tokens[at]
    word = token.lower
    if not token.is_word:
        return "."
    kind = _lexical(word)
    if not token.is_capital:
        return f"l{kind}"
    seen = f"{'s' if word in lower else ''}{'n' if token.text in inner else ''}"
    place = "h" if heading else ("0" if at == 0 or not any(t.is_word for t in tokens[:at]) else "")
    return f"C{kind}{seen}{place}"


def listed(token: Token, words: Mapping[str, str]) -> str:
    """Return what a capitalised word can be by the lists of the world's names: first name, last name, place, body."""
    if not token.is_capital:
        return ""
    found = words.get(token.lower)
    if found is None and "-" in token.lower:
        return "-" + words.get(token.lower.partition("-")[0], "") + words.get(token.lower.rpartition("-")[2], "")
    return found or "?"


def _lexical(word: str) -> str:
    return CLASS_OF.get(word) or ("T" if CLASS_OF.get(word.rstrip(".")) == "T" else "")


def text_cases(sentences: Iterable[Sentence]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words a text has in small letters, and those it has with a capital inside its sentences."""
    lower: set[str] = set()
    inner: set[str] = set()
    for sentence in sentences:
        for at, token in enumerate(sentence.tokens):
            if token.text[0].islower():
                lower.add(token.lower)
            elif at > 1 and token.is_capital and not sentence.heading:
                inner.add(token.text)
    return frozenset(lower), frozenset(inner)


def rows_of_sentence(
    sentence: Sentence, marks: Sequence[str], lower: frozenset[str], inner: frozenset[str], words: Mapping[str, str]
) -> list[tuple[tuple[int, ...], ...]]:
    """Return for each token the rows of all its features; ``words`` are the lists of the world's names."""
    kinds = classes(sentence.tokens, lower, inner, heading=sentence.heading)
    return [
        (*word_rows(token.text), rows_of(5, mark), rows_of(6, kind), rows_of(7, listed(token, words)))
        for token, mark, kind in zip(sentence.tokens, marks, kinds, strict=True)
    ]
