"""Looking a library over: what SQLite says, what our own hashes say, and whether derived data is right.

What follows from other data (search indexes, counts, sort keys) can be made again and `repair` does so. What
is somebody's work is never touched here: it is named, and a backup has it.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from typing import TYPE_CHECKING, Any, Final

from sqlcipher3 import dbapi2

from briefing_app.store import analysis_codec
from briefing_app.store.derived import derive
from briefing_app.store.records import HASHED, record_hash
from briefing_app.store.tables.every import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

INDEXES: Final = {
    "article_fts": "articles",
    "annotation_fts": "annotations",
    "statement_fts": "statements",
    "note_fts": "notes",
}
"""Search indexes, and what they are over, in the user's words."""

MOST_NAMED: Final = 20
"""Of one kind of finding so many are named one by one; the rest are counted."""

_COUNTS: Final = {
    "annotation_count": "SELECT count(*) FROM annotations WHERE article = articles.seq",
    "open_count": (
        "SELECT count(*) FROM statements WHERE article = articles.seq AND status = 'suggested' AND unsure = 0"
    ),
}


def check(connection: dbapi2.Connection, *, encrypted: bool, repair: bool, writable: bool) -> list[str]:
    """Return a sentence for everything that is wrong after the repair asked for; nothing where all is well."""
    looks = [look(connection, repair) for look in (_counts, _keys, *([_indexes] if writable else []))]
    looks += [_pages(connection, encrypted)]
    looks += [look(connection) for look in (_links, _records, _texts, _originals, _analyses)]
    return [sentence for look in looks for sentence in _limited(look)]


def _pages(connection: dbapi2.Connection, encrypted: bool) -> Iterator[str]:
    """What SQLite finds in the file itself, and for an encrypted one the seals of its pages."""
    if encrypted:
        for (finding,) in connection.execute("PRAGMA cipher_integrity_check"):
            yield f"A page of the file is not what was written: {finding}."
    for (finding,) in connection.execute(f"PRAGMA integrity_check({MOST_NAMED})"):
        if finding != "ok" and not str(finding).startswith("malformed inverted index"):
            yield f"The file is damaged: {finding}."


def _links(connection: dbapi2.Connection) -> Iterator[str]:
    for table, seq, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"Row {seq} of “{table}” points to a row of “{parent}” that is not there."
    lost = "SELECT seq FROM articles WHERE version NOT IN (SELECT seq FROM versions WHERE article = articles.seq)"
    for (seq,) in connection.execute(lost):
        yield f"Article {seq} has lost its text."


def _records(connection: dbapi2.Connection) -> Iterator[str]:
    """Compare every record with the hash that was taken when it was written."""
    for table in sorted(HASHED):
        columns = [column for column in TABLES[table].c if not column.info.get("unhashed")]
        names = [column.name for column in columns]
        for row in _rows(connection, table, names):
            if row["hash"] != record_hash(table, row):
                yield f"Record {row['seq']} of “{table}” is not what was written."


def _texts(connection: dbapi2.Connection) -> Iterator[str]:
    for row in _rows(connection, "versions", ["seq", "article", "text", "text_hash"]):
        if hashlib.sha256(str(row["text"]).encode("utf-8", "replace")).hexdigest() != row["text_hash"]:
            yield f"The text of article {row['article']} (version {row['seq']}) is not what was imported."


def _originals(connection: dbapi2.Connection) -> Iterator[str]:
    for row in _rows(connection, "originals", ["seq", "sha256", "data"]):
        try:
            good = hashlib.sha256(zlib.decompress(row["data"])).hexdigest() == row["sha256"]
        except (zlib.error, TypeError):
            good = False
        if not good:
            yield f"Original file {row['seq']} is not what was imported."


def _analyses(connection: dbapi2.Connection) -> Iterator[str]:
    for row in _rows(connection, "analyses", ["seq", "version", "text_hash", "engine", "language", "data"]):
        try:
            analysis_codec.unpack(row)
        except (zlib.error, ValueError, KeyError, TypeError):
            yield f"The analysis of version {row['version']} is damaged; analyse the article again."


def _counts(connection: dbapi2.Connection, repair: bool) -> Iterator[str]:
    """Compare the counts that triggers keep with what they count."""
    for column, truth in _COUNTS.items():
        wrong = connection.execute(f"SELECT count(*) FROM articles WHERE {column} <> ({truth})").fetchone()[0]
        if wrong and repair:
            connection.execute(f"UPDATE articles SET {column} = ({truth}) WHERE {column} <> ({truth})")
        elif wrong:
            yield f"The list shows a wrong number of marks or suggestions for {wrong} articles; repair mends it."


def _keys(connection: dbapi2.Connection, repair: bool) -> Iterator[str]:
    """Compare the columns that follow from others with what they follow from."""
    for table in ("articles", "dossiers", "issues", "tags", "notes"):
        names = [column.name for column in TABLES[table].c]
        wrong = [(row["seq"], keys) for row in _rows(connection, table, names) if (keys := _stale(table, row))]
        if wrong and repair:
            for seq, keys in wrong:
                columns = ", ".join(f"{name} = ?" for name in keys)
                connection.execute(f"UPDATE {table} SET {columns} WHERE seq = ?", (*keys.values(), seq))
        elif wrong:
            yield f"{len(wrong)} rows of “{table}” are sorted wrongly; repair mends it."


def renew_keys(connection: dbapi2.Connection) -> None:
    """Compute again every column that follows from others: a migration may have added one."""
    list(_keys(connection, repair=True))


def _stale(table: str, row: dict[str, Any]) -> dict[str, object]:
    try:
        derived = derive(table, row)
    except (json.JSONDecodeError, AttributeError, TypeError):
        return {}  # the record itself is damaged, and that is said elsewhere
    return derived if any(row[name] != value for name, value in derived.items()) else {}


def _indexes(connection: dbapi2.Connection, repair: bool) -> Iterator[str]:
    """Let every search index compare itself with what it is over."""
    for index, what in INDEXES.items():
        if _index_is_right(connection, index):
            continue
        if repair:
            connection.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")
        if not repair or not _index_is_right(connection, index):
            yield f"The search index over the {what} does not hold what they say; repair makes it again."


def _index_is_right(connection: dbapi2.Connection, index: str) -> bool:
    try:
        connection.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
    except dbapi2.DatabaseError:
        return False
    return True


def _rows(connection: dbapi2.Connection, table: str, names: list[str]) -> Iterator[dict[str, Any]]:
    """Read a table row by row; a page that cannot be read ends it, and is said by `_pages`."""
    columns = ", ".join(f'"{name}"' for name in names)
    try:
        for row in connection.execute(f"SELECT {columns} FROM {table} ORDER BY seq"):
            yield dict(zip(names, row, strict=True))
    except dbapi2.DatabaseError:
        return


def _limited(findings: Iterator[str]) -> list[str]:
    """Name the first findings and count the rest."""
    named: list[str] = []
    more = 0
    try:
        for finding in findings:
            if len(named) < MOST_NAMED:
                named.append(finding)
            else:
                more += 1
    except dbapi2.DatabaseError as error:
        named.append(f"The file cannot be read everywhere: {error}.")
    return [*named, f"... and {more} more of the same kind."] if more else named
