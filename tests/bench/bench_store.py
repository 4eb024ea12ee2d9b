"""How fast the library is, as ratios against the bare driver on the same file.

Run `pytest -m bench tests/bench/bench_store.py -s`.
CPU time, best of several runs. BRIEFING_BENCH_ARTICLES says how many articles the library has (100,000).
"""

from __future__ import annotations

import hashlib
import os
import time
import tracemalloc
import zlib
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

import pytest

from briefing_app.domain.listing import ListQuery, Scope, Sort
from briefing_app.store.connect import connect
from briefing_app.store.listing import Listing
from briefing_app.store.store import Store
from tests.bench.make_library import Author, make
from tests.store.factories import document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlcipher3 import dbapi2

    from briefing_app.domain.article import CleanDocument

ARTICLES = int(os.environ.get("BRIEFING_BENCH_ARTICLES", "100000"))
IMPORTED = 2000
RUNS = 7

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

RAW = {
    Sort.NEWEST: "SELECT seq FROM articles ORDER BY dated DESC, seq DESC",
    Sort.OLDEST: "SELECT seq FROM articles ORDER BY dated, seq",
    Sort.IMPORTED: "SELECT seq FROM articles ORDER BY seq DESC",
    Sort.TITLE: "SELECT seq FROM articles ORDER BY title_key, seq",
    Sort.SITE: "SELECT seq FROM articles ORDER BY site_key, dated DESC, seq DESC",
}


def best(work: Callable[[], object], runs: int = RUNS) -> float:
    """Return the least CPU time of several runs, in seconds."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a large library."""
    path = tmp_path_factory.mktemp("large") / "large.brief"
    make(path, ARTICLES)
    return path


@pytest.fixture(scope="module")
def listing(large: Path) -> Iterator[Listing]:
    """Give its list."""
    opened = Listing(large, None)
    yield opened
    opened.close()


def raw_ids(large: Path) -> Callable[[str], float]:
    """Give the time of a raw query for ids, all of them fetched."""
    driver = connect(large, None, mode="ro", writing=False)
    return lambda sql: best(lambda: list(chain.from_iterable(driver.execute(sql))))


def test_any_sort_or_filter_takes_at_most_twice_the_raw_id_query(large: Path, listing: Listing) -> None:
    raw = raw_ids(large)
    floor = raw(RAW[Sort.NEWEST])
    (dossier, _), *_ = listing.dossiers()
    (tag, _, _), *_ = listing.tags()
    asked = {f"sort {sort.value}": (ListQuery(sort=sort), raw(RAW[sort])) for sort in Sort}
    filters = {
        "inbox": ListQuery(scope=Scope.INBOX),
        "review by title": ListQuery(scope=Scope.REVIEW, sort=Sort.TITLE),
        "annotated": ListQuery(annotated=True),
        "trash": ListQuery(scope=Scope.TRASH),
        "dossier": ListQuery(scope=Scope.DOSSIER, ref=dossier),
        "tag by source": ListQuery(scope=Scope.TAG, ref=tag, sort=Sort.SITE),
        "site": ListQuery(site="The Meridian"),
        "dates by title": ListQuery(since="2024-01-01", until="2025", sort=Sort.TITLE),
    }
    asked.update({name: (query, floor) for name, query in filters.items()})
    ratios = {name: best(partial(listing.ids, query)) / base for name, (query, base) in asked.items()}
    for name, ratio in ratios.items():
        print(f"list, {name}: {ratio:.2f} of the raw id query (hold 2.0)")
    assert max(ratios.values()) <= 2.0


def test_a_jump_costs_no_more_than_the_beginning(listing: Listing) -> None:
    ids = listing.ids(ListQuery())
    first = best(lambda: listing.rows(ids[:200]))
    places = range(200, len(ids) - 200, len(ids) // 9)
    worst = max(best(partial(listing.rows, ids[at : at + 200])) for at in places)
    print(f"rows, worst jump: {worst / first:.2f} of the first 200 (hold 1.5)")
    assert worst / first <= 1.5


def test_ids_take_less_than_half_the_memory_of_rows(listing: Listing) -> None:
    def peak(work: Callable[[], object]) -> int:
        tracemalloc.start()
        kept = work()
        size, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        del kept
        return size

    ids = listing.ids(ListQuery())
    ours = peak(lambda: (listing.ids(ListQuery()), listing.rows(ids[:2000])))
    everything = peak(lambda: listing.rows(ids))
    print(f"memory: {ours / everything:.3f} of all rows (hold 0.5)")
    assert ours / everything <= 0.5


def _fetched(driver: dbapi2.Connection, sql: str, words: str) -> list[object]:
    return list(driver.execute(sql, (words,)))


def test_search_newest_first_costs_little_more_than_the_index_itself(large: Path) -> None:
    store = Store.open(large)
    driver = connect(large, None, mode="ro", writing=False)
    sql = (
        "SELECT rowid, highlight(article_fts, 1, '<', '>') FROM article_fts"
        " WHERE article_fts MATCH ? ORDER BY rowid DESC LIMIT 20"
    )
    with store.read() as reader:
        for query in ("harbour", '"grain tariff"', "harb*"):
            words = '"harb" *' if query == "harb*" else query
            bare = best(partial(_fetched, driver, sql, words))
            newest = best(partial(reader.search.search, query, 20))
            ranked = best(partial(reader.search.search, query, 20, "best"))
            print(f"search {query}: newest {newest / bare:.1f}, best {ranked / bare:.1f} of the bare index")
            assert newest / bare <= 20, "four indexes, what is hidden, and a line of text for each find"
    driver.close()
    store.close()


def test_search_index_is_at_most_six_tenths_of_the_text(large: Path) -> None:
    driver = connect(large, None, mode="ro", writing=False)
    (text,) = driver.execute("SELECT sum(length(CAST(text AS BLOB))) FROM versions").fetchone()
    tables = ("article_fts", "annotation_fts", "statement_fts", "note_fts")
    size = sum(driver.execute(f"SELECT sum(length(block)) FROM {name}_data").fetchone()[0] for name in tables)
    driver.close()
    print(f"search index: {size / text:.2f} of the text (hold 0.6)")
    assert size / text <= 0.6


def test_bulk_import_against_the_bare_driver(tmp_path: Path) -> None:
    author = Author(3, 500)
    documents = [document("\n\n".join(author.paragraphs(n)), title=author.title(n)) for n in range(IMPORTED)]
    originals = [one.text.encode() for one in documents]
    pairs = list(zip(documents, originals, strict=True))
    ours = min(_ours(tmp_path / f"ours{run}.brief", pairs) for run in range(3))
    bare = min(_bare(tmp_path / f"bare{run}.brief", tmp_path / "ours0.brief") for run in range(3))
    made = best(lambda: [(zlib.compress(data, 6), hashlib.sha256(data).hexdigest()) for data in originals], 3)
    print(
        f"bulk import: rows only {bare / ours:.2f}, with compressing and hashing the bytes {(bare + made) / ours:.2f}"
    )
    assert (bare + made) / ours >= 0.4


def _ours(path: Path, pairs: list[tuple[CleanDocument, bytes]]) -> float:
    """Return the time in which the store imports documents, all that it computes included."""
    store = Store.create(path)
    start = time.process_time()
    with store.write("Import") as work:
        work.articles.add_many(pairs)
    spent = time.process_time() - start
    store.close()
    return spent


def _bare(path: Path, source: Path) -> float:
    """Return the time in which the driver inserts the same finished rows, with the same triggers and indexes."""
    Store.create(path).close()
    read, write = connect(source, None, mode="ro", writing=False), connect(path, None)
    rows = {}
    for table in ("originals", "versions", "articles"):
        columns = [row[1] for row in read.execute(f"PRAGMA table_info({table})")]
        rows[table] = columns, read.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY seq").fetchall()
    start = time.process_time()
    write.execute("BEGIN IMMEDIATE")
    for table, (columns, data) in rows.items():
        sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
        write.executemany(sql, data)
    write.execute("COMMIT")
    spent = time.process_time() - start
    read.close()
    write.close()
    return spent
