"""Training the syntax model: batches of sentences of like length, words forgotten now and then."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import torch
from parser_layers import Seen, network, relations, run
from torch import nn
from treebanks import Annotated, dated, shouted, titled

from briefing_app.analysis.models.syntax_features import unknown_rows
from briefing_app.analysis.models.syntax_network import ids_of, vectors_of
from briefing_app.analysis.models.trees import best_heads
from briefing_app.analysis.models.vectors import WordVectors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from parser_layers import Net

Array: TypeAlias = Any
LONGEST = 120
"""Longer sentences are no use."""
FORGOTTEN, BLIND = 0.15, 0.04
"""How often a word is made unknown, and how often its letters are too."""
STRANGE = 0.03
"""How often a word loses its vector and keeps the rest, as names do that the vectors do not know."""
SHAPED = 0.03
"""How often a sentence is read in capitals, as often with a capital on every word, and as often behind a dateline."""
_UNKNOWN = np.asarray(unknown_rows(), dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Stage:
    """A stretch of the training: trees, how often they are passed, the rate it starts and ends at, words of a batch.

    ``datelines`` are put before some sentences.
    """

    trees: Sequence[Annotated]
    passes: int
    rate: float
    last: float = 0.0
    tags_only: bool = False
    batch: int = 1200
    datelines: bool = False


def train(stages: Sequence[Stage], seed: int, tell: Callable[[str], None] = print) -> Net:
    """Return a trained network; the same stages and seed give the same weights on the same machine."""
    torch.set_num_threads(1)
    net = network(seed)
    for stage in stages:
        improve(net, stage, seed, tell)
    return net


def improve(net: Net, stage: Stage, seed: int, tell: Callable[[str], None] = print) -> None:
    """Train a network through one stage."""
    chance = random.Random(seed)
    rng = np.random.default_rng(seed)
    order = [tree for tree in stage.trees if len(tree.words) <= LONGEST]
    total = stage.passes * sum(len(tree.words) for tree in order)
    optimizer = torch.optim.Adam(net.parameters(), lr=stage.rate, betas=(0.9, 0.95), eps=1e-8)
    net.train()
    done = 0
    for number in range(stage.passes):
        loss = 0.0
        for group in batches(order, stage.batch, chance):
            rate = stage.rate + (stage.last - stage.rate) * done / total
            for one in optimizer.param_groups:
                one["lr"] = rate * min(1.0, (done + 1) / 60_000)
            optimizer.zero_grad()
            shaped = sorted([_shaped(tree, chance, stage) for tree in group], key=_length, reverse=True)
            # Fewer digits halve the time of the training; what is shipped has fewer yet.
            with torch.autocast("cpu", torch.bfloat16):
                lost = _loss(net, shaped, rng, tags_only=stage.tags_only)
            lost.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimizer.step()
            size = sum(len(tree.words) for tree in group)
            loss += lost.item() * size
            done += size
        tell(f"pass {number + 1} of {stage.passes}: loss {loss * stage.passes / total:.4f}")
    net.eval()


def _loss(net: Net, group: list[Annotated], rng: np.random.Generator, *, tags_only: bool) -> Array:
    lengths = [len(tree.words) for tree in group]
    said = run(net, _seen(group, rng), lengths)
    loss = _wrong(said.tags, _padded([tree.tags for tree in group]))
    if tags_only:
        return loss
    heads = _padded([tree.heads for tree in group])
    names = relations(net, said, heads.clamp(min=0))
    return loss + _wrong(said.arcs, heads) + _wrong(names, _padded([tree.relations for tree in group]))


def _seen(group: list[Annotated], rng: np.random.Generator | None = None) -> Seen:
    """Return what is seen of the words of sentences; with ``rng`` some are forgotten."""
    words = [word for tree in group for word in tree.words]
    ids, vectors = ids_of(words), vectors_of(words, _word_vectors())
    if rng is not None:
        drawn = rng.random(len(ids))
        ids[drawn < FORGOTTEN, 0] = _UNKNOWN[0]
        ids[drawn < BLIND] = _UNKNOWN
        vectors[drawn < BLIND] = 0.0
        vectors[rng.random(len(ids)) < STRANGE] = 0.0
    return Seen(torch.from_numpy(ids), torch.from_numpy(vectors))


def _word_vectors() -> WordVectors:
    found = WordVectors.load()
    if found is None:
        raise FileNotFoundError("resources/models/vectors is missing; build_vectors.py makes it.")
    return found


def _wrong(scores: Array, truth: Array) -> Array:
    return nn.functional.cross_entropy(scores.float().flatten(0, 1), truth.flatten(), ignore_index=-1)


def _padded(rows: list[list[int]]) -> Array:
    return nn.utils.rnn.pad_sequence([torch.tensor(row) for row in rows], batch_first=True, padding_value=-1)


def _shaped(tree: Annotated, chance: random.Random, stage: Stage) -> Annotated:
    drawn = chance.random()
    if drawn < 2 * SHAPED:
        return shouted(tree) if drawn < SHAPED else titled(tree)
    return dated(tree, chance) if stage.datelines and drawn < 3 * SHAPED else tree


def batches(trees: Sequence[Annotated], size: int, chance: random.Random) -> Iterator[list[Annotated]]:
    """Yield the trees in groups of about ``size`` words and like length, longest first inside a group."""
    order = sorted(trees, key=_Length(chance))
    groups: list[list[Annotated]] = [[]]
    length = 0
    for tree in order:
        if length >= size:
            groups.append([])
            length = 0
        groups[-1].append(tree)
        length += len(tree.words)
    chance.shuffle(groups)
    yield from groups


class _Length:
    """Lengths that differ a little from pass to pass, so that batches do."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def __call__(self, tree: Annotated) -> float:
        return len(tree.words) + 3 * self._chance.random()


def _length(tree: Annotated) -> int:
    return len(tree.words)


def parse(nets: Sequence[Net], trees: Sequence[Annotated], size: int = 4000) -> list[Annotated]:
    """Return the sentences with the tags, heads and relations that the networks together find best, in order."""
    order = sorted(range(len(trees)), key=[-len(tree.words) for tree in trees].__getitem__)
    made: dict[int, Annotated] = {}
    group: list[int] = []
    for place, at in enumerate(order):
        group.append(at)
        if sum(len(trees[one].words) for one in group) >= size or place == len(order) - 1:
            for one, tree in zip(group, _parsed(nets, [trees[one] for one in group]), strict=True):
                made[one] = tree
            group = []
    return [made[at] for at in range(len(trees))]


def _parsed(nets: Sequence[Net], group: list[Annotated]) -> list[Annotated]:
    lengths = [len(tree.words) for tree in group]
    seen = _seen(group)
    with torch.no_grad():
        said = [run(net, seen, lengths) for net in nets]
        tags = sum(one.tags.softmax(2) for one in said).argmax(2)
        arcs = torch.log(sum(one.arcs.softmax(2) for one in said) / len(nets) + 1e-9).numpy()
        heads = [best_heads(arcs[at, :length, : length + 1]) for at, length in enumerate(lengths)]
        truth = _padded(heads).clamp(min=0)
        names = sum(relations(net, one, truth).softmax(2) for net, one in zip(nets, said, strict=True)).argmax(2)
    return [
        Annotated(tree.words, tags[at, :length].tolist(), heads[at], names[at, :length].tolist())
        for at, (tree, length) in enumerate(zip(group, lengths, strict=True))
    ]
