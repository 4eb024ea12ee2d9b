"""Sentences as a trained model reads them: parts of speech, and which word hangs on which."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Protocol

from briefing_app import paths
from briefing_app.analysis.models.files import weights_in
from briefing_app.analysis.models.syntax_features import RELATIONS, TAGS
from briefing_app.analysis.models.vectors import WordVectors
from briefing_app.analysis.tree import Tree

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.analysis.models.syntax_network import SyntaxNetwork
    from briefing_app.analysis.page import Page

LONGEST = 150
"""Longer sentences are lists or have no ends; they are not read."""


class SyntaxSource(Protocol):
    """Whatever gives sentences their trees."""

    label: str

    def read(self, page: Page) -> None:
        """Give the sentences of a page their trees."""
        ...


class SyntaxModel:
    """The model shipped with the program."""

    def __init__(self, network: SyntaxNetwork, version: str) -> None:
        self._network = network
        self.label = f"syntax model {version}"

    @classmethod
    def load(cls, folder: Path | None = None) -> SyntaxModel | None:
        """Return the model of ``folder`` (the shipped one by default); None where it, vectors or numpy are missing."""
        return _loaded(folder or paths.resource("models", "syntax"))

    def read(self, page: Page) -> None:
        """Give every sentence of a page its tree; lists without end get none."""
        chosen = [one for one in page.sentences if len(one.tokens) <= LONGEST]
        found = self._network.read([[token.text for token in one.tokens] for one in chosen])
        for sentence, one in zip(chosen, found, strict=True):
            sentence.tree = Tree(
                tuple(head - 1 for head in one.heads),
                tuple(RELATIONS[name] for name in one.relations),
                tuple(TAGS[tag] for tag in one.tags),
            )


@functools.cache
def _loaded(folder: Path) -> SyntaxModel | None:
    weights, vectors = weights_in(folder), WordVectors.load()
    if weights is None or vectors is None:
        return None
    from briefing_app.analysis.models.syntax_network import SyntaxNetwork

    version = str(weights.pop("version"))
    return SyntaxModel(SyntaxNetwork(weights, vectors), version)
