"""A record's hash: what tells damage from the user's own words, whatever the file format says."""

from __future__ import annotations

import functools
import hashlib
from typing import TYPE_CHECKING, Final

from sqlalchemy import LargeBinary

from briefing_app.store.codec import encoder
from briefing_app.store.tables.every import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_encode = encoder(ascii_only=True, sort_keys=False)

HASHED: Final[frozenset[str]] = frozenset(name for name, table in TABLES.items() if "hash" in table.c)
"""Tables whose rows carry a hash."""


@functools.cache
def kept_columns(table: str) -> tuple[str, ...]:
    """Name the columns of `table` that are somebody's work: neither derived nor the number of the row."""
    columns = TABLES[table].c
    return tuple(column.name for column in columns if column.name != "seq" and not column.info.get("derived"))


@functools.cache
def _hashing(table: str) -> Callable[[Mapping[str, object]], bytes]:
    """Make the hash function of a table once; columns come by name, so that adding none changes none."""
    columns = TABLES[table].c
    names = sorted(name for name in kept_columns(table) if not columns[name].info.get("unhashed"))
    binary = [place for place, name in enumerate(names, 1) if isinstance(columns[name].type, LargeBinary)]

    def record_hash(row: Mapping[str, object]) -> bytes:
        values: list[object] = [table, *[row[name] for name in names]]
        for place in binary:
            value = values[place]
            if isinstance(value, bytes):
                values[place] = hashlib.sha256(value).hexdigest()
        return hashlib.sha256(_encode(values).encode("ascii")).digest()

    return record_hash


def record_hash(table: str, row: Mapping[str, object]) -> bytes:
    """Return the SHA-256 of a row's own columns; `row` may hold more than those."""
    return _hashing(table)(row)
