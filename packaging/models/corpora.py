"""Reading the corpora of names into one shape: a text and its labelled spans, names only, in our labels.

Each reader does what its corpus needs to meet our conventions: no article, title, rank or possessive in a
name, nationality words NORP, countries and cities GPE, other places LOC.
"""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

ARCHIVE = "19256cea8dcd3b7fb8082de6ba5d01a46c5d16da3ef7646f7628f4993fd48079"
"""The SHA-256 of the archive that holds them all."""

Span = tuple[int, int, str]
_NO_SPACE_BEFORE = frozenset(".,;:!?%)]}'’") | {"n't", "'s", "’s", "'m", "'re", "'ve", "'ll", "'d", "..."}
_NO_SPACE_BEHIND = frozenset("([{$£€#")


@dataclass(slots=True)
class Labelled:
    """A text with its names; ``free`` spans are neither right nor wrong; ``parts`` of speech by where words start."""

    name: str
    text: str = ""
    spans: list[Span] = field(default_factory=list)
    free: list[tuple[int, int]] = field(default_factory=list)
    parts: dict[int, str] = field(default_factory=dict)


def join(sentences: Iterable[Sequence[tuple[str, ...]]], name: str) -> Labelled:
    """Join sentences of (word, tag) or (word, tag, part of speech) to a text: B-/I- or I- tags."""
    made = Labelled(name)
    for sentence in sentences:
        if made.text:
            made.text += " "
        _append(made, sentence)
    return made


def _append(made: Labelled, sentence: Sequence[tuple[str, ...]]) -> None:
    quoted = False
    glue = True
    before = "O"
    for word, tag, *part in sentence:
        if word in ('"', "``", "''"):
            word, closing = '"', quoted
            quoted = not quoted
            space = "" if glue or closing else " "
            glue = not closing
        else:
            space = "" if glue or word in _NO_SPACE_BEFORE or word.startswith("'s") else " "
            glue = word in _NO_SPACE_BEHIND
        start = len(made.text) + len(space)
        made.text += space + word
        if part:
            made.parts[start] = part[0]
        prefix, _, label = tag.partition("-")
        if tag == "O":
            pass
        elif prefix == "I" and before == label and made.spans:
            made.spans[-1] = (made.spans[-1][0], len(made.text), label)
        else:
            made.spans.append((start, len(made.text), label))
        before = label if tag != "O" else "O"


# --- the corpora ----------------------------------------------------------------------------------


def gmb_sentences(archive: bytes) -> list[list[tuple[str, str, str]]]:
    """Return the sentences of the Groningen Meaning Bank subset as (word, tag, part of speech), in their order."""
    import zipfile

    with zipfile.ZipFile(io.BytesIO(archive)) as packed:
        text = packed.read("ner_dataset.csv").decode("latin-1")
    sentences: list[list[tuple[str, str, str]]] = []
    rows = csv.reader(io.StringIO(text))
    next(rows)
    for row in rows:
        if row[0]:
            sentences.append([])
        sentences[-1].append((row[1].replace("\x92", "’").replace("\x93", '"').replace("\x94", '"'), row[3], row[2]))
    return [sentence for sentence in sentences if sentence]


def wikigold(text: str) -> list[Labelled]:
    """Return the articles of WikiGold; its MISC is left out of scoring by its own label."""
    documents: list[list[list[tuple[str, str]]]] = [[[]]]
    for line in text.splitlines():
        if line.startswith("-DOCSTART-"):
            documents.append([[]])
        elif line.strip():
            word, tag = line.rsplit(" ", 1)
            documents[-1][-1].append((word, tag))
        elif documents[-1][-1]:
            documents[-1].append([])
    full = [[sentence for sentence in document if sentence] for document in documents]
    return [join(document, f"wikigold-{place}") for place, document in enumerate(full) if document]


def uner(text: str, name: str) -> list[Labelled]:
    """Return the documents of a UNER file, with the spaces of the sentences' own text."""
    made: list[Labelled] = []
    one = Labelled(name)
    sentence = ""
    at = 0
    before = "O"
    for line in text.splitlines():
        if line.startswith("# newdoc"):
            one = Labelled(line.partition("= ")[2])
            made.append(one)
        elif line.startswith("# text = "):
            sentence = line.removeprefix("# text = ")
            one.text += (" " if one.text else "") + sentence
            at = len(one.text) - len(sentence)
            before = "O"
        elif line and not line.startswith("#"):
            _, word, tag, *_ = line.split("\t")
            start = one.text.find(word, at)
            if start < 0:
                continue
            at = start + len(word)
            prefix, _, label = tag.partition("-")
            if tag != "O":
                if prefix == "I" and before == label and one.spans:
                    one.spans[-1] = (one.spans[-1][0], at, label)
                else:
                    one.spans.append((start, at, label))
            before = label or "O"
    return made


_RE3D = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}
_EDGE = re.compile(r"^(?:the|The|a|an|A|An|our|their|its) ")


def re3d(folder: Path) -> list[Labelled]:
    """Return the documents of re3d with those entities that are names.

    The corpus labels descriptions and pronouns too: a span whose words are not all capitalised (joining
    words aside) is free, so is every span another of the corpus overlaps.
    """
    made: list[Labelled] = []
    for source in sorted(path for path in folder.iterdir() if path.is_dir()):
        rows: dict[str, list[Span]] = {}
        for line in (source / "entities.json").read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["type"] in _RE3D and row["confidence"] >= 0.5:
                rows.setdefault(row["documentId"], []).append((row["begin"], row["end"], _RE3D[row["type"]]))
        for line in (source / "documents.json").read_text("utf-8").splitlines():
            row = json.loads(line)
            made.append(_re3d_document(f"re3d-{row['_id']}", row["text"], rows.get(row["_id"], [])))
    return made


def _re3d_document(name: str, text: str, rows: list[Span]) -> Labelled:
    made = Labelled(name, text)
    spans = []
    for start, end, label in sorted(set(rows)):
        article = _EDGE.match(text[start:end])
        first = start + (article.end() if article else 0)
        spans.append((first, end, label))
    for start, end, label in spans:
        words = text[start:end].split()
        named = bool(words) and all(w[0].isupper() or w in ("of", "the", "and", "for", "al", "in") for w in words)
        alone = not any(s < end and start < e and (s, e) != (start, end) for s, e, _ in spans)
        twice = any((s, e) == (start, end) and other != label for s, e, other in spans)
        if named and alone and not twice and words[0][0].isupper() and words[0] not in _PRONOUNS:
            made.spans.append((start, end, label))
        else:
            made.free.append((start, end))
    return made


_PRONOUNS = frozenset("I We He She It They Our Their His Her You This These".split())


def conllu(text: str) -> Iterator[list[list[str]]]:
    """Yield the sentences of a CoNLL-U text as rows of columns, without ranges and empty nodes."""
    rows: list[list[str]] = []
    for line in [*text.splitlines(), ""]:
        if line and not line.startswith("#"):
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
        elif not line and rows:
            yield rows
            rows = []
