"""The last layers of the names model, taught: numbers as text, and the descent that finds them."""

from __future__ import annotations

import base64
import zlib
from typing import TYPE_CHECKING

import numpy as np

from briefing_app.analysis.models.network import softmax
from briefing_app.domain.learning import NEWLINE, mark_of
from briefing_app.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from briefing_app.analysis.models.names import NamesModel
    from briefing_app.analysis.models.network import Network

    Floats = NDArray[np.float32]

STEPS, PACE = 120, 0.03
DRAW = 2.0
"""How strongly the layer is drawn back to the shipped one."""


def taught_layer(network: Network, seen: Floats, wanted: Floats, weight: Floats) -> tuple[Floats, Floats]:
    """Return the last layer (weights, bias) that says of each token what is ``wanted``, as near the shipped as may be.

    Full steps downhill by one rule (Adam, without chance), so that the same tokens always give the same layer.
    """
    start = np.vstack([network.last, network.last_bias[None, :]])
    rows = np.hstack([seen, np.ones((len(seen), 1), dtype=np.float32)])
    layer, speed, size = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for step in range(1, STEPS + 1):
        error = (softmax(rows @ layer) - wanted) * weight[:, None]
        slope = rows.T @ error + DRAW * (layer - start)
        speed = 0.9 * speed + 0.1 * slope
        size = 0.99 * size + 0.01 * slope * slope
        layer -= PACE * (speed / (1 - 0.9**step)) / (np.sqrt(size / (1 - 0.99**step)) + 1e-3)
    return layer[:-1], layer[-1]


def written(layers: Sequence[tuple[Floats, Floats]]) -> str:
    """Return layers as text, halved to 16 bits as the shipped ones are."""
    raw = b"".join(np.vstack([last, bias[None, :]]).astype("<f2").tobytes() for last, bias in layers)
    return base64.b64encode(zlib.compress(raw, 9)).decode("ascii")


def model_taught(model: NamesModel, text: str) -> NamesModel:
    """Return a names model with the last layers that `written` wrote; InputError where they do not fit it."""
    members = model.network.members
    depth, tags = members[0].last.shape
    try:
        raw = zlib.decompress(base64.b64decode(text, validate=True))
        whole = np.frombuffer(raw, dtype="<f2").astype(np.float32).reshape(len(members), depth + 1, tags)
    except (ValueError, zlib.error) as error:
        raise InputError("What was learnt of names is damaged.", hint="Return to the shipped names.") from error
    if not np.isfinite(whole).all():
        raise InputError("What was learnt of names is damaged.", hint="Return to the shipped names.")
    taught = [one.with_last(layer[:-1], layer[-1]) for one, layer in zip(members, whole, strict=True)]
    return model.taught(model.network.of(taught), mark_of(f"{model.label}{NEWLINE}{text}"))
