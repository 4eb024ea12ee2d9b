"""Training the network of names: batches of sequences, words forgotten now and then, averaged weights."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from layers import network
from thinc.api import Adam, NumpyOps, fix_random_seed, set_current_ops

from briefing_app.analysis.models.features import ROWS, rows_of
from briefing_app.analysis.models.network import PAD
from briefing_app.analysis.models.tags import TAGS
from briefing_app.analysis.models.vectors import WIDTH as MEANING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from layers import Net
    from sequences import Sequence

Array: TypeAlias = Any
_UNKNOWN = [np.asarray(rows_of(feature, "\0"), dtype=np.int32) for feature in range(len(ROWS))]
_NO_MARK = np.asarray(rows_of(5, ""), dtype=np.int32)
_PADDING = np.asarray([[rows_of(feature, "\1") for feature in range(len(ROWS))]] * PAD, dtype=np.int32)
_NO_MEANING = np.zeros((PAD, MEANING), dtype=np.float32)
BATCH = 1200
ASIDE = 0.3
"""What the parts of speech weigh beside the names."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train: passes over the sequences, the highest rate, how often words and the base's marks are forgotten."""

    epochs: int
    seed: int
    rate: float = 0.0015
    words: float = 0.3
    marks: float = 0.3


def started(sequences: list[Sequence]) -> Net:
    """Return a network with drawn weights that fits the sequences."""
    set_current_ops(NumpyOps())
    model = network()
    model.initialize(batch_of(sequences[:2])[0])
    return model


def train(sequences: list[Sequence], plan: Plan, tell: Callable[[str], None] = print) -> Net:
    """Return a trained network; the same sequences and plan give the same weights on the same machine."""
    set_current_ops(NumpyOps())
    fix_random_seed(plan.seed)
    chance = random.Random(plan.seed)
    model = started(sequences)
    optimizer = Adam(plan.rate, L2=1e-4, grad_clip=1.0, use_averages=True)
    order = list(sequences)
    total = plan.epochs * sum(len(one.rows) for one in order)
    done = 0
    for epoch in range(plan.epochs):
        chance.shuffle(order)
        loss = 0.0
        for group in batches(order, BATCH):
            given, names, parts = batch_of(group, chance, plan)
            optimizer.learn_rate = plan.rate * min(1.0, done / 30_000 + 0.05) * max(0.05, 1 - done / total)
            guess, backprop = model.begin_update(given)
            grad, lost = _loss(guess[:, : len(TAGS)], names)
            aside, _ = _loss(guess[:, len(TAGS) :], parts)
            backprop(np.hstack([grad, ASIDE * aside]).astype("f"))
            model.finish_update(optimizer)
            optimizer.step_schedules()
            loss += lost
            done += len(names)
        tell(f"pass {epoch + 1}: loss {loss * (epoch + 1) / max(1, done):.4f}")
    _average(model, optimizer.averages or {})
    return model


def _average(model: Net, averages: dict[Any, Array]) -> None:
    for node in model.walk():
        for name in node.param_names:
            if (node.id, name) in averages:
                node.set_param(name, averages[(node.id, name)])


def batch_of(
    group: list[Sequence], chance: random.Random | None = None, plan: Plan | None = None
) -> tuple[tuple[Array, Array], Array, Array]:
    """Return a batch as one long sequence with padding between: ids and vectors, names, parts of speech."""
    rows, meanings, tags, parts = [], [], [], []
    for one in group:
        rows += [one.rows if chance is None or plan is None else _forgotten(one.rows, chance, plan), _PADDING]
        meanings += [one.meanings, _NO_MEANING]
        tags += [one.tags, np.full(PAD, -1, dtype=np.int32)]
        parts += [one.parts, np.full(PAD, -1, dtype=np.int32)]
    return (np.concatenate(rows), np.concatenate(meanings)), np.concatenate(tags), np.concatenate(parts)


def _forgotten(rows: Array, chance: random.Random, plan: Plan) -> Array:
    """Return the rows with some words made unknown, so that shapes and neighbours must do."""
    made = rows.copy()
    lost = np.asarray([chance.random() < plan.words for _ in range(len(made))])
    made[lost, 0] = _UNKNOWN[0]
    lost = np.asarray([chance.random() < plan.words / 2 for _ in range(len(made))])
    for feature in (2, 3, 4):
        made[lost, feature] = _UNKNOWN[feature]
    if chance.random() < plan.marks:
        made[:, 5] = _NO_MARK
    if chance.random() < plan.marks / 2:
        made[:, 7] = _UNKNOWN[7]
    return made


def softmax(scores: Array) -> Array:
    """Return scores as probabilities, row by row."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def _loss(scores: Array, gold: Array) -> tuple[Array, float]:
    """Return the gradient and the loss; rows whose truth is -1 count for nothing."""
    grad = softmax(scores)
    known = np.flatnonzero(gold >= 0)
    loss = -float(np.log(grad[known, gold[known]] + 1e-9).sum())
    grad[known, gold[known]] -= 1.0
    grad[gold < 0] = 0.0
    return grad, loss


def batches(order: list[Sequence], size: int) -> Iterator[list[Sequence]]:
    """Yield the sequences in groups of about ``size`` tokens."""
    group: list[Sequence] = []
    length = 0
    for one in order:
        group.append(one)
        length += len(one.rows)
        if length >= size:
            yield group
            group, length = [], 0
    if group:
        yield group
