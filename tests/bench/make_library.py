"""Makes a large library of invented articles: `python tests/bench/make_library.py OUT.brief --articles 100000`.

The same seed makes the same texts. Rows are written with the store's own hashes and keys, many at a time; the
search index is filled once at the end.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import random
import sys
import zlib
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from briefing_app.domain.ids import new_id
from briefing_app.store.connect import connect
from briefing_app.store.derived import derive
from briefing_app.store.records import HASHED, record_hash
from briefing_app.store.store import Store
from briefing_app.store.tables.every import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlcipher3 import dbapi2

    Rows = dict[str, list[dict[str, Any]]]

BATCH = 2000
SITES = ["Harbour Courier", "The Meridian", "Lowland Gazette", "Northern Wire", "Council Press Office", "Plain Record"]
PARTIES = ["Ardania", "Belmora", "Cressia", "Dovany", "Estmark", "the Halden Group"]
ISSUES = ["Ceasefire", "Grain corridor", "Border posts", "Prisoner exchange", "Tariffs"]
STANCES = ["supports", "opposes", "rejects", "demands", "offers", "conditional", "undecided"]
TAGS = ["energy", "energy/gas", "border", "press", "to quote"]
WORDS = (
    "talks delegation minister envoy proposal draft text annex corridor border harbour grain tariff quota observers"
    " mandate session plenary round week month morning evening statement readout answer question condition promise"
    " refusal offer line post bridge river valley council union alliance capital government cabinet parliament vote"
    " list exchange prisoners convoy inspection monitor sanctions relief schedule phase guarantee clause paragraph"
    " agreed rejected demanded welcomed repeated insisted hinted warned offered signed delayed resumed broke opened"
    " closed narrow broad firm open secret public joint separate final early late second third new old large small"
    " the a of and to in for with on after before by from at as that which while because though under over between"
).split()
START = dt.date(2020, 1, 1)


class Author:
    """Writes the same invented articles for the same seed."""

    def __init__(self, seed: int, words: int) -> None:
        self._random = random.Random(seed)
        self._words = words
        self._sentences = [self._sentence() for _ in range(4000)]

    def _sentence(self) -> str:
        chosen = self._random.choices(WORDS, k=self._random.randint(8, 22))
        party = self._random.choice(PARTIES)
        return f"{party} {' '.join(chosen)}."

    def title(self, number: int) -> str:
        """Return a headline that no other article has."""
        chosen = self._random.choices(WORDS, k=self._random.randint(3, 8))
        return f"{' '.join(chosen).capitalize()} ({number})"

    def paragraphs(self, number: int) -> list[str]:
        """Return about as many words as asked for, in paragraphs."""
        count = max(1, self._words // 17)
        sentences = [f"Report {number} of {number * 7919 % 1000003}.", *self._random.choices(self._sentences, k=count)]
        return [" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4)]

    def date(self) -> str:
        """Return a day of six years."""
        return (START + dt.timedelta(days=self._random.randrange(2190))).isoformat()

    def chance(self, share: float) -> bool:
        """Return True in `share` of all calls."""
        return self._random.random() < share

    def one_of(self, values: Sequence[str]) -> str:
        """Return one of `values`."""
        return self._random.choice(values)


def make(path: Path, articles: int, *, words: int = 150, seed: int = 1, key: bytes | None = None) -> None:
    """Make a library of that many articles at `path`, which must not exist."""
    Store.create(path, key).close()
    connection = connect(path, key)
    try:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN IMMEDIATE")
        triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        _fill(connection, Author(seed, words), articles)
        for index in ("article_fts", "annotation_fts", "statement_fts", "note_fts"):
            connection.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")
        for _, sql in triggers:
            connection.execute(sql)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def _fill(connection: dbapi2.Connection, author: Author, articles: int) -> None:
    fixed: Rows = {
        "dossiers": [
            {"seq": n, "id": new_id(), "name": f"Talks {n}", "description": "", "marking": ""} for n in range(1, 6)
        ],
        "tags": [
            {
                "seq": n,
                "id": new_id(),
                "name": name,
                "parent": 1 if "/" in name else None,
                "colour": "",
                "description": "",
            }
            for n, name in enumerate(TAGS, 1)
        ],
    }
    _insert(connection, fixed)
    numbers = iter(range(1, articles + 1))
    while batch := list(islice(numbers, BATCH)):
        rows: Rows = {}
        for number in batch:
            for table, row in _article(author, number):
                rows.setdefault(table, []).append(row)
        _insert(connection, rows)


def _insert(connection: dbapi2.Connection, rows: Rows) -> None:
    for table, some in rows.items():
        full = []
        for row in some:
            row.update(derive(table, row))
            if table in HASHED:
                row["hash"] = record_hash(table, row)
            full.append(row)
        names = [name for name in full[0] if name in TABLES[table].c]
        columns = ", ".join(f'"{name}"' for name in names)
        values = ", ".join("?" * len(names))
        sql = f"INSERT INTO {table} ({columns}) VALUES ({values})"
        connection.executemany(sql, [[row[name] for name in names] for row in full])


def _article(author: Author, number: int) -> Iterator[tuple[str, dict[str, Any]]]:
    paragraphs = author.paragraphs(number)
    text = "\n\n".join(paragraphs)
    title, date, site = author.title(number), author.date(), author.one_of(SITES)
    annotated, open_ones = author.chance(0.05), 2 if author.chance(0.3) else 0
    article = {
        "seq": number,
        "id": new_id(),
        "title": title,
        "version": number,
        "author": "",
        "site": site,
        "published": date,
        "language": "en",
        "url": f"https://example.org/{number}",
        "source": f"{number}.txt",
        "imported_at": f"{date}T12:00:00.000Z",
        "words": len(text.split()),
        "read": int(author.chance(0.6)),
        "starred": int(author.chance(0.03)),
        "archived": int(author.chance(0.2)),
        "trashed_at": f"{date}T13:00:00.000Z" if author.chance(0.01) else "",
        "reliability": author.one_of(["", "A", "B", "C"]),
        "marking": "",
        "user_fields": "[]",
        "annotation_count": int(annotated),
        "open_count": open_ones,
    }
    yield "articles", article
    data = text.encode()
    original = {"seq": number, "sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
    yield "originals", {**original, "data": zlib.compress(data, 1)}
    yield "versions", _version(number, text, paragraphs, date)
    if author.chance(0.2):
        yield "dossier_articles", {"dossier": 1 + number % 5, "article": number}
    if annotated:
        mark = {"type": "Claim", "note": f"Compare with {title}", "created": date, "modified": date}
        anchor = _anchor(paragraphs[0])
        row = {"seq": number, "id": new_id(), "article": number, "version": number, **mark, "statement": None, **anchor}
        yield "annotations", row
        yield "annotation_tags", {"annotation": number, "tag": 1 + number % len(TAGS)}
    for which in range(open_ones):
        yield from _statement(author, number, number * 2 + which, paragraphs[0], date)


def _version(number: int, text: str, paragraphs: list[str], date: str) -> dict[str, Any]:
    blocks, start = [], 0
    for count, paragraph in enumerate(paragraphs, 1):
        blocks.append([count, "paragraph", start, start + len(paragraph), 0])
        start += len(paragraph) + 2
    return {
        "seq": number,
        "id": new_id(),
        "article": number,
        "original": number,
        "text": text,
        "text_hash": hashlib.sha256(text.encode()).hexdigest(),
        "blocks": json.dumps(blocks, separators=(",", ":")),
        "media_type": "text/plain",
        "encoding": "utf-8",
        "imported_at": f"{date}T12:00:00.000Z",
        "language": "en",
        "found": "{}",
        "warnings": "[]",
        "html": b"",
        "offset_map": b"",
    }


def _statement(author: Author, article: int, seq: int, quote: str, date: str) -> Iterator[tuple[str, dict[str, Any]]]:
    empty = dict.fromkeys(("speaker", "channel", "verb", "said_on", "reliability", "why"), "")
    yield (
        "statements",
        {
            "seq": seq,
            "id": new_id(),
            "article": article,
            "version": article,
            "issue": author.one_of(ISSUES),
            "stance": author.one_of(STANCES),
            "quote": quote,
            "paraphrase": "",
            **empty,
            "hedges": "[]",
            "attribution_level": 3,
            "reported_on": date,
            "marks": "[]",
            "status": "suggested",
            "credibility": 0,
            "confidence": 0.5,
            "stable_key": f"k{seq}",
        },
    )
    yield "statement_parties", {"statement": seq, "ordinal": 0, "name": author.one_of(PARTIES), "key": ""}
    yield "statement_evidence", {"statement": seq, "ordinal": 0, **_anchor(quote)}


def _anchor(quote: str) -> dict[str, Any]:
    anchor = {"start": 0, "end": len(quote), "exact": quote, "prefix": "", "suffix": "", "text_hash": ""}
    return {**anchor, "paragraph": 1, "block_hash": "", "tokens": "[]", "anchor_state": "anchored"}


def main() -> None:
    """Read the command line and make the library."""
    parser = argparse.ArgumentParser(description="Make a large library of invented articles.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--words", type=int, default=150, help="words an article (default: 150)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    make(options.out, options.articles, words=options.words, seed=options.seed)
    print(f"{options.out}: {options.articles} articles, {options.out.stat().st_size // 1_000_000} MB")


if __name__ == "__main__":
    main()
