"""Chinese and Japanese words in the search indexes.

FTS5's tokenizer knows words by the spaces around them, and takes what stands between two punctuation marks of a
Chinese or Japanese sentence for one word. So a word that is asked for is looked for inside those of the index, and
those that hold it are searched for in its place. Runs that begin with a Latin letter are not looked into: that would
cost reading the whole English vocabulary.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from briefing_app.store.query import WORD, Query, Term

if TYPE_CHECKING:
    from sqlcipher3 import dbapi2

MOST: Final = 5000
"""How many words of one index a word may stand for; those of the most articles come first."""

INDEXES: Final = ("article_fts", "annotation_fts", "statement_fts", "note_fts")

_UNSPACED = re.compile("[\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_FIRST: Final = "\u3040"
_HOLDING: Final = (
    "SELECT term, doc FROM temp.words_of_{0} WHERE term >= '0' AND term < ':' AND instr(term, ?1)"
    f" UNION ALL SELECT term, doc FROM temp.words_of_{{0}} WHERE term >= '{_FIRST}' AND instr(term, ?1)"
    f" ORDER BY doc DESC LIMIT {MOST}"
)


def expanded(asked: Query, connection: dbapi2.Connection) -> Query:
    """Return the query with each Chinese or Japanese word replaced by the words of the indexes that hold it."""
    sought = tuple(dict.fromkeys(term.value.lower() for group in asked.groups for term in group if _is_unspaced(term)))
    if not sought:
        return asked
    holding = {word: _holding(word, connection) for word in sought}
    groups: list[tuple[Term, ...]] = []
    for group in asked.groups:
        meant = tuple(replace(term, value=value) for term in group for value in _values(term, holding))
        groups += [(term,) for term in meant] if group[0].excluded else [meant]
    return Query(tuple(groups), sought)


def _is_unspaced(term: Term) -> bool:
    return term.operator == WORD and term.value.isalnum() and _UNSPACED.search(term.value) is not None


def _values(term: Term, holding: dict[str, list[str]]) -> list[str]:
    """Return what to look for in the place of a term; itself where nothing holds it, so that it finds nothing."""
    return (holding[term.value.lower()] or [term.value]) if _is_unspaced(term) else [term.value]


def _holding(word: str, connection: dbapi2.Connection) -> list[str]:
    found: dict[str, None] = {}
    for index in INDEXES:
        _make_readable(index, connection)
        found |= dict.fromkeys(term for term, _ in connection.execute(_HOLDING.format(index), (word,)))
    return list(found)


def _make_readable(index: str, connection: dbapi2.Connection) -> None:
    """Let this connection read the words of an index: a table of its own memory, nothing in the library's file."""
    name = f"words_of_{index}"
    if connection.execute("SELECT 1 FROM sqlite_temp_schema WHERE name = ?", (name,)).fetchone():
        return
    (guarded,) = connection.execute("PRAGMA query_only").fetchone()
    connection.execute("PRAGMA query_only = OFF")
    try:
        connection.execute(f"CREATE VIRTUAL TABLE temp.{name} USING fts5vocab(main, {index}, row)")
    finally:
        connection.execute(f"PRAGMA query_only = {guarded}")
