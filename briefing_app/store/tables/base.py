"""What all tables share: the sequence number, the identifier, the record's hash.

Links between rows are by `seq`, which a library never gives twice; `id` (UUIDv7) is what leaves a library.
Rows that have no life of their own (links, ordered children) have no id. Columns marked `DERIVED` can be
computed again from others and stand neither in the record's hash nor in an undo step; columns marked
`HASHED_APART` are covered by a hash column of their own.
"""

from __future__ import annotations

from typing import Any, Final, cast

from sqlalchemy import LargeBinary, MetaData, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

DERIVED: Final[dict[Any, Any]] = {"derived": True}
HASHED_APART: Final[dict[Any, Any]] = {"unhashed": True}

KEEP_NUMBERS: Final = {"sqlite_autoincrement": True}
"""Table argument: a sequence number is never used twice, so an undo step never meets a stranger's row."""

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """All our tables; the names of constraints are fixed, so that migrations can name them."""

    metadata = MetaData(naming_convention=_NAMES)


class Numbered:
    """A row with its place in the order of the library."""

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, sort_order=-2)


class Identified(Numbered):
    """A row with a life of its own: a UUIDv7 that stays the same in every library."""

    id: Mapped[str] = mapped_column(unique=True, sort_order=-1)


class Hashed:
    """A row that holds the user's own or imported work: SHA-256 over its columns, to tell damage."""

    hash: Mapped[bytes] = mapped_column(LargeBinary(32), sort_order=99, info=DERIVED)


def table_of(model: type[Base]) -> Table:
    """Give the Core table of a typed model."""
    return cast(Table, model.__table__)
