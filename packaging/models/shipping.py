"""Writing a trained network as the program reads it: half precision, one file; the lists of names beside it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from arrays import write_arrays

from briefing_app.analysis.models.features import ROWS
from briefing_app.analysis.models.tags import TAGS

if TYPE_CHECKING:
    from pathlib import Path

    from layers import Net

Array: TypeAlias = Any


def weights_of(model: Net) -> dict[str, Array]:
    """Return the arrays of a trained network under the names the program knows."""
    made: dict[str, Array] = {}
    layer = -1
    for node in model.walk():
        if node.name == "tables":
            for at in range(len(ROWS)):
                made[f"table{at}"] = node.get_param(f"E{at}").astype("float16")
        elif node.name == "maxout":
            layer += 1
            made[f"weights{layer}"] = node.get_param("W").astype("float16")
            made[f"bias{layer}"] = node.get_param("b").astype("float16")
        elif node.name == "layernorm":
            made[f"scale{layer}"] = node.get_param("G").astype("float16")
            made[f"shift{layer}"] = node.get_param("b").astype("float16")
        elif node.name == "linear":
            made["last"] = node.get_param("W")[: len(TAGS)].astype("float16")
            made["last_bias"] = node.get_param("b")[: len(TAGS)].astype("float16")
    return made


def write(folder: Path, models: list[Net], version: str, words: dict[str, str]) -> None:
    """Write weights and lists into ``folder``; the same networks give the same bytes."""
    arrays: dict[str, Array] = {"version": np.asarray(version)}
    for number, model in enumerate(models):
        arrays.update({f"{number}.{name}": array for name, array in weights_of(model).items()})
    write_arrays(folder, arrays)
    lines: dict[str, list[str]] = defaultdict(list)
    for word, kinds in sorted(words.items()):
        lines[kinds].append(word)
    text = "".join(f"{kinds}: {' '.join(found)}\n" for kinds, found in sorted(lines.items()))
    (folder / "words.txt").write_text(text, encoding="utf-8")
