"""What the syntax model sees of each word, and the tags and relations it knows.

The training (packaging/models) and the program use this same module, so a change here needs a new model.
"""

from __future__ import annotations

import functools
import hashlib
import re

TABLES = ((12000, 64), (1500, 24), (2500, 40), (5000, 48), (300, 16))
"""Rows and columns of the tables of words, beginnings, endings, longer endings and shapes."""
HASHES = 3
"""Every value of a feature is the sum of this many rows of its table."""
WIDTH = sum(width for _, width in TABLES)

TAGS = (
    "NN NNS NNP NNPS JJ JJR JJS RB RBR RBS VB VBD VBG VBN VBP VBZ MD IN TO DT PDT PRP PRP$ WDT WP WP$ WRB CC CD EX RP "
    "POS UH FW SYM LS NFP ADD AFX GW $ . , : `` '' -LRB- -RRB- HYPH"
).split()
"""The part of speech of a token, after the Penn Treebank."""
RELATIONS = (
    "root nsubj nsubj:pass csubj obj iobj obl obl:agent obl:unmarked nmod nmod:poss nmod:unmarked nmod:desc appos "
    "acl acl:relcl advcl advcl:relcl ccomp xcomp aux aux:pass cop mark case det det:predet amod nummod advmod compound "
    "compound:prt flat fixed conj cc cc:preconj parataxis expl discourse vocative punct list dep dislocated orphan "
    "goeswith reparandum"
).split()
"""How a token hangs on its head, after Universal Dependencies."""

_DIGITS = re.compile(r"\d")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "„": '"', "–": "-", "—": "-"})
_PAST = "\0"
"""Stands for a word nobody has seen."""


@functools.lru_cache(100_000)
def word_rows(word: str) -> tuple[tuple[int, ...], ...]:
    """Return the rows of a word in each table; the same everywhere and always."""
    plain = word.translate(_PLAIN)
    lower = _DIGITS.sub("0", plain.lower())
    features = (lower, lower[:3], lower[-3:], lower[-5:], _shape(plain))
    return tuple(_rows(at, feature) for at, feature in enumerate(features))


def unknown_rows() -> tuple[tuple[int, ...], ...]:
    """Return the rows of a word nobody has seen."""
    return tuple(_rows(at, _PAST) for at in range(len(TABLES)))


def _rows(table: int, value: str) -> tuple[int, ...]:
    size = TABLES[table][0]
    digest = hashlib.blake2b(f"{table}:{value}".encode("utf-8", "surrogatepass"), digest_size=4 * HASHES).digest()
    return tuple(int.from_bytes(digest[at : at + 4], "little") % size for at in range(0, 4 * HASHES, 4))


def _shape(word: str) -> str:
    made: list[str] = []
    for character in word:
        if character.isalpha():
            sign = "X" if character.isupper() else "x"
        else:
            sign = "d" if character.isdigit() else character
        if len(made) < 3 or made[-1] != sign or made[-2] != sign or made[-3] != sign:
            made.append(sign)
    return "".join(made[:8])
