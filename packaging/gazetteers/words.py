"""Compile the word lists that tell an English word from a name: resources/gazetteers/*.txt.

    python packaging/gazetteers/words.py FOLDER

FOLDER holds openly licensed texts that stay outside: ud-ewt and ud-gum-free (treebanks), gmb (news), and
petrarch-dictionaries (actor files, MIT). Of the texts only this is kept: which words stand in small letters at least
three times and more often than with a capital inside a sentence. Of the actor files: by which first names persons go
(first_names.txt beside this script has more).
"""

from __future__ import annotations

import csv
import io
import itertools
import re
import sys
import zipfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

OUT = Path(__file__).resolve().parents[2] / "resources" / "gazetteers"
LEAST = 3
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_PLAIN = re.compile(r"[a-z][a-z'’-]+")
_PERSON = re.compile(r"([A-Z][A-Z_\-'. ]+?)_\s*(?:;.*)?$")
_OFFICE = re.compile(r"\s+\[[A-Z]{3}(?:GOV|OPP|LEG|MIL|ELI|JUD|SPY)")
_TITLES = frozenset(
    "sir baroness lord lady dame prince princess king queen general colonel sheikh president minister sahara the"
    " el al de van von bin ould le la st".split()
)


def main() -> int:
    """Write both lists."""
    folder = Path(sys.argv[1])
    words = common_words(folder)
    first = (first_names(folder) | own_names()) - set(words) - _TITLES
    (OUT / "english-words.txt").write_text("\n".join(words) + "\n", encoding="utf-8")
    (OUT / "first-names.txt").write_text("\n".join(sorted(first)) + "\n", encoding="utf-8")
    return 0


def common_words(folder: Path) -> list[str]:
    """Return the words that stand in small letters in the texts."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for sentence in _sentences(folder):
        for index, word in enumerate(sentence):
            if not _WORD.fullmatch(word):
                continue
            if word[0].islower():
                small[word.lower()] += 1
            elif index and word[1:].islower() and sentence[index - 1][0].islower():
                capital[word.lower()] += 1
    return sorted(
        word for word, count in small.items()
        if count >= LEAST and count >= 2 * capital[word] and _PLAIN.fullmatch(word)
    )  # fmt: skip


def first_names(folder: Path) -> set[str]:
    """Return the first words of the names of office holders, in small letters."""
    path = folder / "petrarch-dictionaries" / "Phoenix.Countries.actors.txt"
    lines = path.read_text(encoding="latin-1").split("\n")
    found: set[str] = set()
    for line, following in itertools.pairwise(lines):
        match = _PERSON.match(line)
        if match is None or not _OFFICE.match(following):
            continue
        words = match[1].strip("_").split("_")
        if 2 <= len(words) <= 4 and re.fullmatch(r"[A-Z][A-Z-]{2,}", words[0]):
            found.add(words[0].lower())
    return found


def own_names() -> set[str]:
    """Return the names of our own table beside this script."""
    lines = (Path(__file__).parent / "first_names.txt").read_text(encoding="utf-8").split("\n")
    return {name for line in lines if not line.startswith("#") for name in line.split()}


def _sentences(folder: Path) -> Iterator[list[str]]:
    paths = [*folder.glob("ud-ewt/*.conllu"), *folder.glob("ud-ewt/sources/**/*.conllu")]
    for path in sorted((*paths, *folder.glob("ud-gum-free/*.conllu"))):
        sentence: list[str] = []
        for line in path.read_text(encoding="utf-8").split("\n"):
            fields = line.split("\t")
            if not line:
                yield sentence
                sentence = []
            elif len(fields) > 3 and fields[0].isdigit():
                sentence.append(fields[1])
    archive = zipfile.ZipFile(folder / "gmb" / "ner_dataset.csv.zip")
    with io.TextIOWrapper(archive.open(archive.namelist()[0]), encoding="latin-1") as rows:
        sentence = []
        for row in csv.reader(rows):
            if row[0].startswith("Sentence:"):
                yield sentence
                sentence = []
            if len(row) > 1 and row[1]:
                sentence.append(row[1])


if __name__ == "__main__":
    sys.exit(main())
