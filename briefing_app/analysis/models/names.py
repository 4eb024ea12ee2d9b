"""Names as a trained model sees them, in a page."""

from __future__ import annotations

import functools
from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from briefing_app import paths
from briefing_app.analysis.models.files import weights_in
from briefing_app.analysis.models.vectors import WordVectors

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from briefing_app.analysis.gazetteer import NameHit
    from briefing_app.analysis.models.network import Networks
    from briefing_app.analysis.page import Page, Sentence, Token

    Floats = NDArray[np.float32]
    Rows = tuple[tuple[int, ...], ...]

TOGETHER = 4
"""Most sentences of a passage that are read as one sequence."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A span that a model takes for a name; ``label`` may be MISC, ``sure`` is its probability."""

    start: int
    end: int
    label: str
    sure: float


@dataclass(frozen=True, slots=True)
class Sight:
    """What a model makes of a page: its names in order, none overlapping another, and a chance for every token."""

    seen: list[Seen]
    chances: dict[int, float] = field(default_factory=dict)

    def chance(self, start: int, end: int) -> float:
        """Return how probable it is that a span is a name or a part of one; a half where the model does not say."""
        found = [chance for at, chance in self.chances.items() if start <= at < end]
        return sum(found) / len(found) if found else 0.5


class NameSource(Protocol):
    """Whatever finds names in a page beside the rules."""

    label: str

    def see(self, page: Page, hits: Sequence[NameHit]) -> Sight:
        """Return what the source makes of a page, given the names of the actor base in it."""
        ...


class NamesModel:
    """The model shipped with the program."""

    def __init__(self, network: Networks, words: dict[str, str], vectors: WordVectors, version: str) -> None:
        self.network = network
        self._words = words
        self._vectors = vectors
        self.label = f"names model {version}"

    @classmethod
    def load(cls, folder: Path | None = None) -> NamesModel | None:
        """Return the model of ``folder`` (the shipped one by default); None where it or what it needs is missing."""
        return _loaded(folder or paths.resource("models", "names"))

    def see(self, page: Page, hits: Sequence[NameHit]) -> Sight:
        """Return what the model makes of a page."""
        from briefing_app.analysis.models.decoding import decode
        from briefing_app.analysis.models.pooling import pooled

        tokens, rows, meanings = self.laid(page, hits)
        chances = pooled([[token.text for token in one] for one in tokens], self.network.chances(rows, meanings))
        seen = [
            Seen(of[guess.first].start, of[guess.last - 1].end, guess.label, guess.sure)
            for of, row in zip(tokens, chances, strict=True)
            for guess in decode(row)
        ]
        mass = {
            token.start: 1.0 - float(chance)
            for of, row in zip(tokens, chances, strict=True)
            for token, chance in zip(of, row[:, 0], strict=True)
            if token.is_capital
        }
        return Sight(seen, mass)

    def laid(self, page: Page, hits: Sequence[NameHit]) -> tuple[list[list[Token]], list[list[Rows]], list[Floats]]:
        """Return the tokens of the sequences in which the model reads a page, their rows of features and vectors."""
        from briefing_app.analysis.models.features import flags, rows_of_sentence, text_cases

        lower, inner = text_cases(page.sentences)
        by_sentence: dict[int, list[NameHit]] = {}
        for hit in hits:
            sentence = page.sentence_at(hit.start)
            if sentence is not None:
                by_sentence.setdefault(sentence.number, []).append(hit)
        groups = list(_groups(page))
        rows = [
            [
                row
                for one in group
                for row in rows_of_sentence(
                    one, flags(one.tokens, by_sentence.get(one.number, ())), lower, inner, self._words
                )
            ]
            for group in groups
        ]
        tokens = [[token for one in group for token in one.tokens] for group in groups]
        return tokens, rows, [self._vectors.of(token.text for token in one) for one in tokens]

    def taught(self, network: Networks, mark: str) -> NamesModel:
        """Return this model with other networks; ``mark`` tells its name from the shipped one's."""
        made = copy(self)
        made.network, made.label = network, f"{self.label}, {mark}"
        return made


def _groups(page: Page) -> Iterator[list[Sentence]]:
    group: list[Sentence] = []
    for sentence in page.sentences:
        if group and (len(group) == TOGETHER or sentence.passage != group[-1].passage):
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


@functools.cache
def _loaded(folder: Path) -> NamesModel | None:
    weights, vectors = weights_in(folder), WordVectors.load()
    if weights is None or vectors is None:
        return None
    from briefing_app.analysis.models.network import Networks

    network, version = Networks(weights), str(weights["version"])
    return NamesModel(network, read_words(folder / "words.txt"), vectors, version)


def read_words(file: Path) -> dict[str, str]:
    """Return the lists of the world's names: lines of what words can be, a colon, the words."""
    found: dict[str, str] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        kinds, _, words = line.partition(":")
        for word in words.split():
            found[word] = kinds
    return found
