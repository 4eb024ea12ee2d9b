"""Trees of words from treebanks, laid on our own tokens.

Universal Dependencies part "don't" and "long-term" and keep "Mr." whole; our tokens do the opposite. Words that share
a token become one, which hangs where its head hung; the further tokens of a word hang on its first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import corpora

from briefing_app.analysis.models.syntax_features import RELATIONS, TAGS
from briefing_app.analysis.page import tokenise

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator
    from pathlib import Path

_TAG = {tag: at for at, tag in enumerate(TAGS)}
_RELATION = {name: at for at, name in enumerate(RELATIONS)}
_RELATION |= {
    "nsubj:outer": _RELATION["nsubj"], "csubj:outer": _RELATION["csubj"], "csubj:pass": _RELATION["csubj"],
    "obl:npmod": _RELATION["obl:unmarked"], "obl:tmod": _RELATION["obl:unmarked"],
    "nmod:npmod": _RELATION["nmod:unmarked"],
}  # fmt: skip
_PENN = {"LRB": "-LRB-", "RRB": "-RRB-", "LQU": "``", "RQU": "''", ";": ":"}
SPOKEN = ("conversation",)
"""Genres of GUM that are too far from written text."""


@dataclass(slots=True)
class Annotated:
    """Words with their tags, heads (1 is the first word, 0 the root) and relations; -1 where nobody says."""

    words: list[str]
    tags: list[int]
    heads: list[int]
    relations: list[int]


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    tag: int
    head: int
    relation: int


def ewt(folder: Path, part: str) -> list[Annotated]:
    """Return the train, dev or test part of UD English EWT."""
    names = (folder / "file-lists" / f"files.{part}").read_text("utf-8").split()
    files = [folder / "sources" / name for name in names]
    return [tree for path in files for tree in trees(path.read_text("utf-8"))]


def gum(folder: Path) -> tuple[list[Annotated], list[Annotated]]:
    """Return the trees of GUM to train on, and every second document of its news, which is kept for the measuring."""
    kept: list[Annotated] = []
    held: list[Annotated] = []
    news = 0
    for path in sorted(folder.glob("GUM_*.conllu")):
        genre = path.stem.split("_")[1]
        news += genre == "news"
        if genre not in SPOKEN:
            (held if genre == "news" and news % 2 else kept).extend(trees(path.read_text("utf-8")))
    return kept, held


def gmb(archive: bytes) -> list[Annotated]:
    """Return the sentences of the Groningen Meaning Bank subset with their parts of speech; no heads."""
    made = []
    for sentence in corpora.gmb_sentences(archive):
        one = corpora.join([[(word, "O", part) for word, _, part in sentence]], "")
        tokens = tokenise(one.text)
        # Penn writes TO before nouns too.
        tags = [-1 if token.lower == "to" else _tag(one.parts.get(token.start, "")) for token in tokens]
        if tokens:
            made.append(Annotated([token.text for token in tokens], tags, [-1] * len(tokens), [-1] * len(tokens)))
    return made


def trees(text: str) -> Iterator[Annotated]:
    """Yield the trees of a CoNLL-U text over our tokens."""
    sentence = ""
    rows: list[list[str]] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("# text = "):
            sentence = line.removeprefix("# text = ")
        elif line and line[0] != "#":
            rows.append(line.split("\t"))
        elif not line and rows:
            made = _tree(sentence, _words(sentence, rows))
            if made is not None:
                yield made
            rows = []


def _words(text: str, rows: list[list[str]]) -> list[_Word]:
    made: list[_Word] = []
    at = 0
    whole = (0, 0, 0)
    for row in rows:
        first, dash, last = row[0].partition("-")
        if dash:
            start = text.find(row[1], at)
            whole = (int(last), start, start + len(row[1]))
            at = start
        elif first.isdigit():
            inside = int(first) <= whole[0]
            found = text.find(row[1], at, whole[2] if inside else len(text))
            start = max(at, found)
            end = start + len(row[1]) if found >= 0 else start + 1
            if inside:
                end = whole[2] if int(first) == whole[0] else min(end, whole[2])
            at = end
            made.append(_Word(start, end, _tag(row[4]), int(row[6]), _RELATION.get(row[7], _RELATION["dep"])))
    return made


def _tag(name: str) -> int:
    return _TAG.get(_PENN.get(name, name), -1)


def _tree(text: str, words: list[_Word]) -> Annotated | None:
    """Return the tree over our tokens; None where a token joins words so that no tree is left."""
    tokens = tokenise(text)
    inside = [[at for at, w in enumerate(words) if w.start < t.end and t.start < w.end] for t in tokens]
    if not all(inside):
        return None
    home: dict[int, int] = {}
    for place, held in enumerate(inside):
        for at in held:
            if at not in home or (not tokens[home[at]].text.isalnum() and tokens[place].text[0].isalnum()):
                home[at] = place
    made = Annotated([token.text for token in tokens], [], [], [])
    for place, held in enumerate(inside):
        own = [at for at in held if home[at] == place]
        if own:
            main = _main(words, own)
            above = words[main].head
            made.heads.append(home[above - 1] + 1 if above else 0)
            made.relations.append(words[main].relation)
            made.tags.append(words[main].tag)
        else:
            made.heads.append(home[held[0]] + 1)
            made.relations.append(_RELATION["flat" if tokens[place].text[0].isalnum() else "punct"])
            made.tags.append(words[held[0]].tag if tokens[place].text[0].isalnum() else _sign(tokens[place].text))
    return made if is_tree(made.heads) else None


def _main(words: list[_Word], own: list[int]) -> int:
    outside = [at for at in own if words[at].head - 1 not in own]
    plain = [at for at in outside if words[at].relation != _RELATION["punct"]]
    return (plain or outside or own)[0]


def _sign(text: str) -> int:
    return _TAG.get(text, _TAG["."] if text in "?!" else _TAG["HYPH"] if text == "-" else _TAG[":"])


def is_tree(heads: list[int]) -> bool:
    """Say whether every word comes by its heads to the one root."""
    if heads.count(0) != 1:
        return False
    for at in range(len(heads)):
        above, steps = at + 1, 0
        while above and steps <= len(heads):
            above = heads[above - 1]
            steps += 1
        if above:
            return False
    return True


def shouted(tree: Annotated) -> Annotated:
    """Return a sentence in capitals."""
    return Annotated([word.upper() for word in tree.words], tree.tags, tree.heads, tree.relations)


def titled(tree: Annotated) -> Annotated:
    """Return a sentence with a capital on every longer word, as headings have it."""
    words = [word if len(word) < 4 else word[0].upper() + word[1:] for word in tree.words]
    return Annotated(words, tree.tags, tree.heads, tree.relations)


def dated(tree: Annotated, chance: random.Random) -> Annotated:
    """Return a sentence behind a dateline, which hangs loose on its root: "GENEVA — ...", "Rome (AP) - ..."."""
    town = chance.choice(_TOWNS)
    words = [town.upper() if chance.random() < 0.6 else town]
    if chance.random() < 0.3:
        words += ["(", chance.choice(_AGENCIES), ")"]
    words.append(chance.choice("—–-:"))
    size = len(words)
    root = tree.heads.index(0) + 1 + size if 0 in tree.heads else -1
    heads = [root, *[1] * (size - 2), root] if root > 0 else [-1] * size
    plain, sign = _RELATION["dep"], _RELATION["punct"]
    relations = [plain, *([sign, plain, sign] if size > 2 else []), sign]
    tags = [_TAG["NNP"], *([_TAG["-LRB-"], _TAG["NNP"], _TAG["-RRB-"]] if size > 2 else []), _TAG[":"]]
    return Annotated(
        [*words, *tree.words],
        [*tags, *tree.tags],
        [*heads, *(head + size if head > 0 else head for head in tree.heads)],
        [*(relations if root > 0 else [-1] * size), *tree.relations],
    )


_TOWNS = (
    "Geneva London Paris Berlin Vienna Rome Brussels Moscow Kyiv Ankara Cairo Nairobi Lagos Dakar Pretoria Tehran Doha "
    "Riyadh Beirut Jerusalem Delhi Beijing Tokyo Seoul Manila Jakarta Canberra Ottawa Washington Lima Quito Bogotá"
).split()
_AGENCIES = "AP AFP Reuters dpa EFE".split()
