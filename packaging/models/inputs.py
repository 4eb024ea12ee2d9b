"""The training texts, cleaned: GMB, the free genres of GUM, the development part of UNER."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import corpora
import gum
from conventions import pieces_of, voted

if TYPE_CHECKING:
    from pathlib import Path

    from conventions import Conventions, Marked
    from corpora import Labelled

WINDOW = 10
"""How many sentences of GMB, whose articles follow each other without a mark, make a text."""
BLOCK, EVERY = 500, 10
"""Of every EVERY blocks of BLOCK sentences one is held out."""
_GMB = {"per": "PERSON", "org": "ORG", "geo": "GPE", "gpe": "GPE", "art": "MISC", "eve": "EVENT", "nat": "MISC"}
_UNER = {"PER": "PERSON", "ORG": "ORG", "LOC": "GPE"}
_COMPOUND = re.compile(r"\b(U\.S\.|U\.N\.)(?=-[a-z])")


def gmb(archive: bytes, ours: Conventions) -> tuple[list[Labelled], list[Labelled]]:
    """Return the texts to train on and those held out."""
    marked: list[Marked] = []
    sentences = corpora.gmb_sentences(archive)
    for sentence in sentences:
        words = [word for word, _, _ in sentence]
        pieces = []
        for whole in pieces_of([tag for _, tag, _ in sentence], _GMB):
            for part in ours.split(words, whole):
                piece = ours.trimmed(words, part)
                if piece is not None:
                    pieces.append(ours.relabelled(words, piece))
        marked.append((words, ours.norps(words, ours.joined(words, pieces))))
    voted(marked)
    parts = [[part for _, _, part in sentence] for sentence in sentences]
    kept: list[Labelled] = []
    held: list[Labelled] = []
    for at in range(0, len(marked), WINDOW):
        one = corpora.join(
            [_tagged(*item) for item in zip(marked[at : at + WINDOW], parts[at : at + WINDOW], strict=True)],
            f"gmb-{at}",
        )
        taken = {place for start, end, _ in one.spans for place in range(start, end)}
        for match in _COMPOUND.finditer(one.text):
            if match.start() not in taken:
                one.spans.append((*match.span(), "GPE" if match[0] == "U.S." else "ORG"))
        one.spans.sort()
        (held if at // BLOCK % EVERY == 4 else kept).append(one)
    return kept, held


def _tagged(marked: Marked, parts: list[str]) -> list[tuple[str, ...]]:
    words, pieces = marked
    tags = ["O"] * len(words)
    for first, last, label in pieces:
        tags[first:last] = [f"B-{label}", *[f"I-{label}"] * (last - first - 1)]
    return list(zip(words, tags, parts, strict=True))


def gum_texts(folder: Path, ours: Conventions) -> list[Labelled]:
    """Return the documents of GUM."""
    return [
        one
        for genre in gum.GENRES
        for path in sorted(folder.glob(f"GUM_{genre}_*.conllu"))
        for one in gum.documents(path.read_text("utf-8"), path.stem, ours)
    ]


def uner_texts(text: str, ours: Conventions) -> list[Labelled]:
    """Return the documents of a UNER file under our labels, nationality words added."""
    made = corpora.uner(text, "uner")
    for one in made:
        spans = []
        for start, end, label in one.spans:
            inside = one.text[start:end].split()
            spans.append((start, end, ours.relabelled(inside, (0, len(inside), _UNER[label]))[2]))
        taken = {at for start, end, _ in spans for at in range(start, end)}
        for match in re.finditer(r"[A-Z][\w'-]+", one.text):
            if match.start() not in taken and ours.known(match[0]) == "NORP":
                spans.append((*match.span(), "NORP"))
        one.spans = sorted(spans)
    return made
