"""Measure tags, heads and relations on trees the syntax model was not trained on.

    PYTHONPATH=. python packaging/models/evaluate_syntax.py language-training.tar.xz [--model FOLDER]

The trees are laid on our tokens, as in the training; relations count without what follows their colon.
"""

from __future__ import annotations

import argparse
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import treebanks

from briefing_app.analysis.models.syntax_features import RELATIONS
from briefing_app.analysis.models.syntax_network import SyntaxNetwork
from briefing_app.analysis.models.vectors import WordVectors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treebanks import Annotated

    from briefing_app.analysis.models.syntax_network import Reading

OUT = Path(__file__).resolve().parents[2] / "resources" / "models" / "syntax"
_MAIN = [name.partition(":")[0] for name in RELATIONS]


def main(arguments: list[str]) -> int:
    """Print a table; return the exit code."""
    parser = argparse.ArgumentParser(description="Measure the syntax model on other people's trees.")
    parser.add_argument("archive", type=Path)
    parser.add_argument("--model", type=Path, default=OUT)
    options = parser.parse_args(arguments)
    vectors = WordVectors.load()
    assert vectors is not None, "resources/models/vectors is missing"
    with np.load(options.model / "weights.npz", allow_pickle=False) as weights:
        network = SyntaxNetwork({name: weights[name] for name in weights if name != "version"}, vectors)
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(options.archive) as packed:
            packed.extractall(folder, filter="data")
        data = Path(folder) / "language-training"
        held = {"GUM news": treebanks.gum(data / "ud-gum-free")[1], "EWT test": treebanks.ewt(data / "ud-ewt", "test")}
    for name, trees in held.items():
        found = network.read([tree.words for tree in trees])
        print(f"{name:10} " + "   ".join(f"{what} {share:.1f}" for what, share in shares(trees, found).items()))
    return 0


def shares(trees: Sequence[Annotated], found: Sequence[Reading]) -> dict[str, float]:
    """Return in percent how many words have the right tag, the right head, and that with the right relation."""
    right = {"tags": 0, "heads": 0, "heads and relations": 0}
    size = 0
    for tree, one in zip(trees, found, strict=True):
        size += len(tree.words)
        for at, head in enumerate(tree.heads):
            held = one.heads[at] == head
            right["tags"] += one.tags[at] == tree.tags[at]
            right["heads"] += held
            right["heads and relations"] += held and _MAIN[one.relations[at]] == _MAIN[tree.relations[at]]
    return {what: 100 * count / max(1, size) for what, count in right.items()}


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
