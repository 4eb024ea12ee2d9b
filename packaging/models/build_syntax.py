"""Train the syntax model and write resources/models/syntax.

    PYTHONPATH=. python packaging/models/build_syntax.py language-training.tar.xz [--out FOLDER] [--version 1]

The one input is the archive of corpora of `build.py`, named by its SHA-256 in corpora.py (what is in it, from where and
under which licences: resources/models/syntax/README.md). Its texts stay outside the repository; what is written are
weights.

It also reads the word vectors in resources/models/vectors, as the program does, and does not change them.

Needs numpy and torch (the build for processors is enough). On one core it takes half an hour; the same archive, word
vectors, code and machine give the same weights.

The network learns three times: the parts of speech of a million words of news, then the trees of the treebanks, then
those trees again together with its own of the news, which it reads while words are hidden from it. The last of these
passes see the treebanks alone.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tarfile
import tempfile
from pathlib import Path

import parser_shipping
import treebanks
from corpora import ARCHIVE
from parser_training import Stage, improve, parse, train

OUT = Path(__file__).resolve().parents[2] / "resources" / "models" / "syntax"
SEEDS = 1, 11, 12
"""One for each stretch of the training."""


def main(arguments: list[str]) -> int:
    """Build the model; return the exit code."""
    parser = argparse.ArgumentParser(description="Train the syntax model.")
    parser.add_argument("archive", type=Path, help="the archive of corpora (language-training.tar.xz)")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--version", default="1")
    options = parser.parse_args(arguments)
    found = hashlib.sha256(options.archive.read_bytes()).hexdigest()
    if found != ARCHIVE:
        print(f"{options.archive} is not the archive this script was written for: SHA-256 {found}.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(options.archive) as packed:
            packed.extractall(folder, filter="data")
        build(Path(folder) / "language-training", options.out, options.version)
    return 0


def build(data: Path, out: Path, version: str) -> None:
    """Train on the corpora under ``data`` and write into ``out``."""
    gold = gold_trees(data)
    news = treebanks.gmb((data / "gmb" / "ner_dataset.csv.zip").read_bytes())
    print(f"{_words(gold)} words of trees, {_words(news)} words of news")
    first, second, third = SEEDS
    net = train([Stage(news, 1, 0.002, 0.001, tags_only=True, batch=2000), Stage(gold, 10, 0.002)], first)
    parsed = parse([net], news)
    improve(net, Stage([*parsed, *gold, *gold], 1, 0.0015, 0.0006, batch=2000, datelines=True), second)
    improve(net, Stage(gold, 4, 0.0006, datelines=True), third)
    parser_shipping.write(out, net, version)


def gold_trees(data: Path) -> list[treebanks.Annotated]:
    """Return the trees people made: EWT but its test part, GUM but half of its news."""
    ewt = [tree for part in ("train", "dev") for tree in treebanks.ewt(data / "ud-ewt", part)]
    return ewt + treebanks.gum(data / "ud-gum-free")[0]


def _words(trees: list[treebanks.Annotated]) -> int:
    return sum(len(tree.words) for tree in trees)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
