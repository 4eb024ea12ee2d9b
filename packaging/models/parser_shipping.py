"""Writing a trained syntax network as the program reads it: one byte a weight and a scale for each column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from arrays import write_arrays
from parser_layers import HIDDEN

if TYPE_CHECKING:
    from pathlib import Path

    from parser_layers import Net

Array: TypeAlias = Any
_SMALL = 2000
"""Arrays with fewer numbers stay in half precision."""
_GATES = (0, 1, 3, 2)
"""Torch has input, forget, cell, output; the program wants the cell last."""


def arrays_of(net: Net) -> dict[str, Array]:
    """Return the arrays of a trained network under the names the program knows, in full precision."""
    made: dict[str, Array] = {f"table{at}": table.weight.detach().numpy() for at, table in enumerate(net["tables"])}
    for at, sides in enumerate(zip(net["ahead"], net["back"], strict=True)):
        made[f"inputs{at}"] = np.hstack([_gated(_held(side, "weight_ih")).T for side in sides])
        made[f"bias{at}"] = np.hstack([_gated(_held(side, "bias_ih") + _held(side, "bias_hh")) for side in sides])
        made[f"states{at}"] = np.stack([_gated(_held(side, "weight_hh")).T for side in sides])
    for name in ("tag", "arc_dependent", "arc_head", "relation_dependent", "relation_head"):
        made[name] = net[name].weight.detach().numpy().T
        made[f"{name}_bias"] = net[name].bias.detach().numpy()
    made["root"] = net.root.detach().numpy()
    made["arc"] = net.arc.detach().numpy()
    relation = net.relation.detach().numpy()
    made["relation"] = relation.transpose(1, 0, 2).reshape(relation.shape[1], -1)
    return made


def packed(arrays: dict[str, Array]) -> dict[str, Array]:
    """Return the arrays as they are stored."""
    made: dict[str, Array] = {}
    for name, array in arrays.items():
        if array.size < _SMALL:
            made[name] = array.astype(np.float16)
            continue
        scale = (np.abs(array).max(axis=-2, keepdims=True) / 127 + 1e-12).astype(np.float16)
        made[name] = np.clip(np.rint(array / scale.astype(np.float32)), -127, 127).astype(np.int8)
        made[f"{name}.scale"] = scale
    return made


def write(folder: Path, net: Net, version: str) -> None:
    """Write the weights into ``folder``; the same network gives the same bytes."""
    write_arrays(folder, {"version": np.asarray(version), **packed(arrays_of(net))})


def _held(side: Net, name: str) -> Array:
    return getattr(side, f"{name}_l0").detach().numpy()


def _gated(weights: Array) -> Array:
    parts = [weights[at * HIDDEN : (at + 1) * HIDDEN] for at in _GATES]
    return np.concatenate(parts)
