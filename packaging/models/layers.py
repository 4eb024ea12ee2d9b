"""The layers of the network of names with their gradients; what they learn runs in analysis/models/network.py."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from sequences import PARTS
from thinc.api import Linear, Maxout, Model, chain, expand_window, residual

from briefing_app.analysis.models.features import HASHES, ROWS
from briefing_app.analysis.models.tags import TAGS
from briefing_app.analysis.models.vectors import WIDTH as MEANING

Array: TypeAlias = Any
Net: TypeAlias = Model[Any, Any]

WIDTH = 96
FEATURE_WIDTH = 48
DEPTH = 4


def network(dropout: float = 0.2) -> Net:
    """Return the whole network: names by the first columns of its output, parts of speech by the others."""
    mix = Maxout(WIDTH, FEATURE_WIDTH * len(ROWS) + MEANING, nP=3, normalize=True, dropout=dropout)
    blocks = [
        residual(chain(expand_window(1), Maxout(WIDTH, WIDTH * 3, nP=3, normalize=True, dropout=dropout)))
        for _ in range(DEPTH)
    ]
    return chain(_tables(FEATURE_WIDTH), mix, *blocks, Linear(len(TAGS) + len(PARTS), WIDTH))


def _tables(width: int) -> Net:
    """Return the layer of embedding tables: ids (tokens, features, hashes) and vectors to floats."""
    return Model(
        "tables",
        _forward,
        init=_init,
        dims={"nO": width * len(ROWS) + MEANING},
        params={f"E{at}": None for at in range(len(ROWS))},
        attrs={"width": width},
    )


def _init(model: Net, **_: Array) -> None:
    for at, rows in enumerate(ROWS):
        start: Array = np.random.uniform(-0.1, 0.1, (rows, model.attrs["width"])).astype("f")
        model.set_param(f"E{at}", start)


def _forward(model: Net, given: tuple[Array, Array], is_train: bool) -> tuple[Array, Array]:
    ids, meanings = given
    width = model.attrs["width"]
    ops: Array = model.ops
    parts = [
        ops.gather_add(model.get_param(f"E{at}"), np.ascontiguousarray(ids[:, at].astype("uint32")))
        for at in range(len(ROWS))
    ]

    def backprop(d_out: Array) -> Array:
        for at in range(len(ROWS)):
            part = np.ascontiguousarray(d_out[:, at * width : (at + 1) * width])
            grad = ops.alloc2f(ROWS[at], width)
            for column in range(HASHES):
                ops.scatter_add(grad, np.ascontiguousarray(ids[:, at, column].astype("i4")), part)
            model.inc_grad(f"E{at}", grad)
        return given

    return np.concatenate([*parts, meanings], axis=1), backprop
