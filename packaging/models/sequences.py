"""From labelled texts to what the network is trained on: rows of features and tags, some sentences together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from corpora import Labelled

from briefing_app.analysis.models.features import flags, rows_of_sentence, text_cases
from briefing_app.analysis.models.tags import tags_of
from briefing_app.analysis.page import make_page
from briefing_app.domain.analysis import AnalysisRequest

if TYPE_CHECKING:
    import random

    from numpy.typing import NDArray

    from briefing_app.analysis.gazetteer import Gazetteer, NameHit
    from briefing_app.analysis.models.vectors import WordVectors
    from briefing_app.analysis.page import Sentence

PARTS = ("NNP", "NN", "NNS", "JJ", "VB", "RB", "IN", "DT", "PR", "CD", "W", ".")
"""Coarse parts of speech, learned beside the names and thrown away behind the training."""


@dataclass(slots=True)
class Sequence:
    """Some sentences of one text: features (tokens, features, rows), vectors, tags, parts of speech (-1: unknown)."""

    rows: NDArray[np.int32]
    meanings: NDArray[np.float32]
    tags: NDArray[np.int32]
    parts: NDArray[np.int32]
    source: str
    spans: list[tuple[int, int]]


class Maker:
    """Makes sequences over one actor base and the lists of the world's names."""

    def __init__(self, gazetteer: Gazetteer, words: dict[str, str], vectors: WordVectors) -> None:
        self.gazetteer = gazetteer
        self.words = words
        self.vectors = vectors

    def sequences(self, one: Labelled, chance: random.Random, most: int = 4) -> list[Sequence]:
        """Return a text as sequences of one to ``most`` sentences each."""
        page = make_page(AnalysisRequest(one.text, ((0, len(one.text)),), language="en"))
        cases = text_cases(page.sentences)
        hits = self.gazetteer.find(page, "")
        made: list[Sequence] = []
        group: list[Sentence] = []
        size = chance.randint(1, most)
        for sentence in page.sentences:
            group.append(sentence)
            if len(group) >= size:
                made.append(self._sequence(group, hits, cases, one))
                group = []
                size = chance.randint(1, most)
        if group:
            made.append(self._sequence(group, hits, cases, one))
        return made

    def _sequence(
        self,
        group: list[Sentence],
        hits: list[NameHit],
        cases: tuple[frozenset[str], frozenset[str]],
        one: Labelled,
    ) -> Sequence:
        rows: list[tuple[tuple[int, ...], ...]] = []
        tags: list[int] = []
        spans: list[tuple[int, int]] = []
        texts: list[str] = []
        for sentence in group:
            near = [hit for hit in hits if sentence.start <= hit.start < sentence.end]
            rows += rows_of_sentence(sentence, flags(sentence.tokens, near), *cases, self.words)
            tags += tags_of(sentence.tokens, one.spans, one.free)
            spans += [(token.start, token.end) for token in sentence.tokens]
            texts += [token.text for token in sentence.tokens]
        parts = [part_of(one.parts.get(start, "")) for start, _ in spans]
        return Sequence(
            np.asarray(rows, dtype=np.int32), self.vectors.of(texts),
            np.asarray(tags, dtype=np.int32), np.asarray(parts, dtype=np.int32), one.name, spans,
        )  # fmt: skip


def part_of(tag: str) -> int:
    """Return the index of the coarse part of speech of a Penn tag, -1 if it is unknown."""
    if not tag or tag in ("AFX", "GW", "XX", "ADD"):
        return -1
    if tag in ("NNP", "NNPS"):
        return 0
    for at, part in enumerate(PARTS):
        if at and tag.startswith(part):
            return at
    if tag in ("TO", "RP"):
        return PARTS.index("IN")
    return PARTS.index("RB") if tag in ("CC", "MD", "EX", "UH", "POS", "PDT") else PARTS.index(".")


def shouted(one: Labelled) -> Labelled:
    """Return a text in capitals."""
    return _same_length(one, one.text.upper())


def titled(one: Labelled) -> Labelled:
    """Return a text with a capital on every word, as headings have it."""
    small = frozenset("a an and as at but by for from in into of on or the to with".split())
    words = one.text.split(" ")
    return _same_length(one, " ".join(w if w in small or not w else w[0].upper() + w[1:] for w in words))


def _same_length(one: Labelled, text: str) -> Labelled:
    return Labelled(one.name, text, one.spans, one.free, one.parts) if len(text) == len(one.text) else one
