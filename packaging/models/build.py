"""Train the names model and write resources/models/names.

    PYTHONPATH=. python packaging/models/build.py language-training.tar.xz [--out FOLDER] [--version 2] [--jobs 1]

The one input is the archive of corpora named by its SHA-256 in corpora.py (what is in it, from where and under which
licences: resources/models/names/README.md). Its texts stay outside the repository; what is written are weights and
lists of words. It reads the word vectors that build_vectors.py makes. Needs numpy and thinc (spaCy brings it). On one
core it takes about ten minutes; the same archive, code and machine give the same weights (the actor base and the rules
for words and sentences are part of the code).
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import random
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import inputs
import shipping
from conventions import Conventions
from corpora import ARCHIVE
from lexicon import lexicon
from sequences import Maker, Sequence, shouted, titled
from swapping import Names, rare
from training import Plan, started, train

from briefing_app.analysis.actors import ActorBase
from briefing_app.analysis.gazetteer import Gazetteer
from briefing_app.analysis.models.vectors import WordVectors

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpora import Labelled
    from layers import Net

OUT = Path(__file__).resolve().parents[2] / "resources" / "models" / "names"
NETWORKS = 3
"""How many networks vote; each has seen another part of the noisy corpus."""
SHARE = 0.5
"""How much of the noisy corpus each sees."""
SHAPES = 0.06
"""How much of the noisy corpus is added in capitals, and as much in title case."""
AGAIN = 0.1
"""How much of the noisy corpus each network sees told again with other names, beside the texts with rare names."""


def main(arguments: list[str]) -> int:
    """Build the model; return the exit code."""
    parser = argparse.ArgumentParser(description="Train the names model.")
    parser.add_argument("archive", type=Path, help="the archive of corpora (language-training.tar.xz)")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--version", default="2")
    parser.add_argument("--jobs", type=int, default=1, help="networks trained at the same time")
    options = parser.parse_args(arguments)
    found = hashlib.sha256(options.archive.read_bytes()).hexdigest()
    if found != ARCHIVE:
        print(f"{options.archive} is not the archive this script was written for: SHA-256 {found}.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(options.archive) as packed:
            packed.extractall(folder, filter="data")
        build(Path(folder) / "language-training", options.out, options.version, options.jobs)
    return 0


def build(data: Path, out: Path, version: str, jobs: int) -> None:
    """Train on the corpora under ``data`` and write into ``out``."""
    words = lexicon(data / "petrarch-dictionaries")
    base, vectors = ActorBase.load(), WordVectors.load()
    if vectors is None:
        raise SystemExit("The word vectors are missing: build_vectors.py makes them.")
    ours, maker, chance = Conventions(base), Maker(Gazetteer(base), words, vectors), random.Random(3)
    noisy, _ = inputs.gmb((data / "gmb" / "ner_dataset.csv.zip").read_bytes(), ours)
    gold = gold_texts(data, ours)
    names = Names([*noisy, *gold], base)

    def laid(texts: Iterable[Labelled], most: int = 4) -> list[Sequence]:
        return [one for text in texts for one in maker.sequences(text, chance, most)]

    plain, labelled = laid(noisy), laid(gold)
    some = chance.sample(noisy, round(SHAPES * len(noisy)))
    shaped = laid((shouted(text) for text in some), 2)
    shaped += laid((titled(text) for text in chance.sample(noisy, len(some))), 1)
    print(f"{_tokens(plain)} noisy, {_tokens(shaped)} shaped, {_tokens(labelled)} labelled tokens")
    wanted = []
    for number in range(NETWORKS):
        again = [*filter(rare, noisy), *chance.sample(noisy, round(AGAIN * len(noisy))), *gold]
        told = laid(names.told_again(text, chance) for text in again)
        wanted.append((_part(number, plain, shaped) + labelled * 2 + told, Plan(1, 20 + number)))
    shipping.write(out, _trained(wanted, jobs), version, words)


def _part(number: int, noisy: list[Sequence], shaped: list[Sequence]) -> list[Sequence]:
    """Return what a network sees of the noisy corpus."""
    picked = random.Random(100 + number)
    return picked.sample(noisy, round(SHARE * len(noisy))) + picked.sample(shaped, round(SHARE * len(shaped)))


_waiting: list[tuple[list[Sequence], Plan]] = []


def _trained(wanted: list[tuple[list[Sequence], Plan]], jobs: int) -> list[Net]:
    """Return a network for each set of sequences, trained in processes of their own; their number changes nothing."""
    _waiting[:] = wanted
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        found = pool.map(_one, range(len(wanted)), chunksize=1)
    made = []
    for data in found:
        net = started(wanted[0][0])
        net.from_bytes(data)
        made.append(net)
    return made


def _one(number: int) -> bytes:
    return train(*_waiting[number]).to_bytes()


def gold_texts(data: Path, ours: Conventions) -> list[Labelled]:
    """Return the texts people labelled; the news of GUM are kept for the measuring."""
    free = [one for one in inputs.gum_texts(data / "ud-gum-free", ours) if "_news_" not in one.name]
    return free + inputs.uner_texts((data / "uner-ewt" / "en_ewt-ud-dev.iob2").read_text("utf-8"), ours)


def _tokens(sequences: list[Sequence]) -> int:
    return sum(len(one.rows) for one in sequences)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
