"""The network of the stance model with its gradients; what it learns runs in analysis/models/stance_network.py."""

from __future__ import annotations

import random
from collections import defaultdict
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import torch
from torch import nn

from briefing_app import paths
from briefing_app.analysis.models.files import weights_in
from briefing_app.analysis.models.stance_features import CLASSES, HOLDER, STEMS, kept_words, stem_row
from briefing_app.analysis.models.stance_network import LOUDNESS, SHORTEST, STEPS, UNKNOWN
from briefing_app.analysis.models.vectors import WIDTH, WordVectors

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Array: TypeAlias = Any
Net: TypeAlias = Any
Labelled: TypeAlias = "tuple[int, list[str], int]"
"""The class of a sentence, its words, and the number of the phrasing it was made of."""

OWN, STEM, HIDDEN, LOOKS = 32, 16, 96, 4
KNOWN = 800
"""The commonest words have learnt vectors of their own."""
FORGOTTEN, BLIND, SWAPPED = 0.4, 0.08, 0.06
"""How often a number, a word is forgotten, and a word exchanged for one like it."""
PLAIN = 250
"""The commonest words, mostly without a content of their own, are never exchanged."""
LIKE, LIKES, OTHERS = 0.6, 9, 20_000
"""How near another word must be to be like a word, how many are kept, and among how many common words."""
PASSES, BATCH, RATE, SMOOTHED = 8, 64, 2e-3, 0.05


class Speech:
    """The words of the training: their rows, their vectors, and which are like which."""

    def __init__(self, sentences: Sequence[Labelled], seed: int) -> None:
        vectors = WordVectors.load()
        assert vectors is not None
        self._vectors = vectors
        self._chance = random.Random(seed)
        seen: defaultdict[str, set[int]] = defaultdict(set)
        for _, words, number in sentences:
            for word in words:
                seen[word].add(number)
        common = sorted(seen, key=lambda word: (-len(seen[word]), word))
        self.words = common[:KNOWN]
        self._rows = {word: at for at, word in enumerate(self.words, UNKNOWN + 1)}
        self._like = self._alike([word for word in common[PLAIN:] if word.isalpha() and len(word) > 2])
        self._held: dict[str, tuple[int, int, Array]] = {}

    def _alike(self, words: list[str]) -> dict[str, list[str]]:
        held = weights_in(paths.resource("models", "vectors"))
        assert held is not None
        others = held["words"].tobytes().decode().split("\n")[:OTHERS]
        table = self._vectors.of(others)
        made: dict[str, list[str]] = {}
        for word, near in zip(words, self._vectors.of(words) @ table.T, strict=True):
            order = np.argsort(-near, kind="stable")[:LIKES]
            made[word] = [others[one] for one in order if near[one] > LIKE and others[one] != word]
        return made

    def varied(self, words: Sequence[str]) -> list[str]:
        """Return a sentence with some words forgotten, left out or exchanged."""
        made: list[str] = []
        for word in words:
            dice = self._chance.random()
            if dice < SWAPPED and self._like.get(word):
                made.append(self._chance.choice(self._like[word]))
            elif dice < 1 - BLIND or word == HOLDER:
                made.append(word)
            elif dice < 1 - BLIND / 2:
                made.append("\0")
        return made or list(words)

    def batch(self, sentences: Sequence[Sequence[str]]) -> tuple[Array, Array, Array]:
        """Return rows, stems and vectors of sentences of like length."""
        longest = max(SHORTEST, *map(len, sentences))
        rows = np.zeros((len(sentences), longest), np.int64)
        stems = np.zeros((len(sentences), longest), np.int64)
        vectors = np.zeros((len(sentences), longest, WIDTH), np.float32)
        for at, words in enumerate(sentences):
            for place, word in enumerate(words):
                rows[at, place], stems[at, place], vectors[at, place] = self._of(word)
        return torch.from_numpy(rows), torch.from_numpy(stems), torch.from_numpy(vectors)

    def _of(self, word: str) -> tuple[int, int, Array]:
        if word not in self._held:
            self._held[word] = (self._rows.get(word, UNKNOWN), stem_row(word), self._vectors.of([word])[0])
        return self._held[word]


def network(seed: int) -> Net:
    """Return a network with drawn weights."""
    torch.manual_seed(seed)
    layers: dict[str, Any] = {
        "own": nn.Embedding(KNOWN + UNKNOWN + 1, OWN), "stems": nn.Embedding(STEMS, STEM),
        "into": nn.Linear(WIDTH + OWN + STEM, HIDDEN), "look": nn.Linear(HIDDEN, LOOKS),
        "out": nn.Linear(HIDDEN * (LOOKS + 1), len(CLASSES)),
    }  # fmt: skip
    layers |= {f"see{at}": nn.Linear(3 * HIDDEN, HIDDEN) for at in range(len(STEPS))}
    net = nn.ModuleDict(layers)
    nn.init.normal_(net["own"].weight, 0, 0.1)
    return net


def run(net: Net, rows: Array, stems: Array, vectors: Array) -> Array:
    """Return the scores of the classes for a batch."""
    there = (rows > 0)[:, :, None]
    given = torch.cat([vectors * LOUDNESS, net["own"](rows), net["stems"](stems)], dim=2)
    seen = net["into"](_dropped(net, given)).relu() * there
    for at, step in enumerate(STEPS):
        around = nn.functional.pad(_dropped(net, seen), (0, 0, step, step))
        wide = torch.cat([around[:, : -2 * step], around[:, step:-step], around[:, 2 * step :]], dim=2)
        seen = (seen + net[f"see{at}"](wide).relu()) * there
    looked = net["look"](seen).masked_fill(~there, -1e9).softmax(1)
    strongest = seen.masked_fill(~there, -1e9).max(1)[0]
    found = torch.cat([(looked.transpose(1, 2) @ seen).flatten(1), strongest], dim=1)
    return net["out"](_dropped(net, found))


def _dropped(net: Net, given: Array) -> Array:
    return nn.functional.dropout(given, FORGOTTEN, net.training)


def trained(
    draw: Callable[[random.Random], list[Labelled]], speech: Speech, seed: int, tell: Callable[[str], None] = print
) -> Net:
    """Return a trained network; ``draw`` gives the sentences of each pass."""
    torch.set_num_threads(1)
    chance = random.Random(seed)
    net = network(seed)
    stepper = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=0.01)
    pace = None
    for number in range(PASSES):
        net.train()
        batches = _batches(draw(chance), chance)
        pace = pace or torch.optim.lr_scheduler.OneCycleLR(stepper, RATE, total_steps=PASSES * len(batches) + 1)
        lost = 0.0
        for batch in batches:
            scores = run(net, *speech.batch([speech.varied(words) for _, words, _ in batch]))
            wanted = torch.tensor([label for label, _, _ in batch])
            loss = nn.functional.cross_entropy(scores, wanted, label_smoothing=SMOOTHED)
            stepper.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            stepper.step()
            pace.step()
            lost += loss.item()
        tell(f"pass {number + 1}: {lost / len(batches):.3f}")
    return net.eval()


def _batches(sentences: list[Labelled], chance: random.Random) -> list[list[Labelled]]:
    ordered = sorted(sentences, key=lambda one: len(one[1]) + 6 * chance.random())
    batches = [ordered[at : at + BATCH] for at in range(0, len(ordered), BATCH)]
    chance.shuffle(batches)
    return batches


def arrays_of(net: Net, speech: Speech) -> dict[str, Array]:
    """Return the arrays of a trained network under the names the program knows, one byte a weight."""
    made: dict[str, Array] = {"words": np.frombuffer("\n".join(speech.words).encode(), dtype=np.uint8)}
    for name, layer in net.items():
        weights = layer.weight.detach().numpy()
        weights = weights if name in ("own", "stems") else weights.T
        scale = (np.abs(weights).max(axis=0, keepdims=True) / 127 + 1e-12).astype(np.float32)
        made[name] = np.rint(weights / scale).astype(np.int8)
        made[f"{name}.scale"] = scale
        if name not in ("own", "stems"):
            made[f"{name}_bias"] = layer.bias.detach().numpy().astype(np.float32)
    return made


def clean(sentences: Sequence[Labelled]) -> list[Labelled]:
    """Return sentences with the words the program looks at."""
    return [(label, kept_words(words), number) for label, words, number in sentences]
