"""The query language as SQLite understands it: FTS5 expressions and conditions on rows.

Nothing typed ever stands in SQL: values travel as parameters, words as quoted FTS5 strings.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefing_app.store.keys import name_key, sort_key
from briefing_app.store.query import WORD, Query, Term

if TYPE_CHECKING:
    from collections.abc import Iterable

STATEMENT_OPERATORS: Final = frozenset({"party", "issue", "said"})
ANNOTATION_OPERATORS: Final = frozenset({"tag", "type", "has"})
AFTER_ALL_DATES: Final = "~"

MATCHING: Final = (
    "SELECT rowid FROM article_fts WHERE article_fts MATCH ?",
    "SELECT article FROM annotations WHERE seq IN (SELECT rowid FROM annotation_fts WHERE annotation_fts MATCH ?)",
)
"""Articles whose text holds the words, and those whose notes do."""

MATCHED: Final = " UNION ".join(MATCHING)
"""Both together; takes the expression twice."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A piece of SQL that is true or false of a row, with its parameters."""

    sql: str
    values: tuple[str | int, ...] = ()


ALWAYS: Final = Condition("1")
NEVER: Final = Condition("0")


def both(conditions: Iterable[Condition]) -> Condition:
    """Return what holds when all of `conditions` hold."""
    return _join(conditions, " AND ", ALWAYS)


def either(conditions: Iterable[Condition]) -> Condition:
    """Return what holds when one of `conditions` holds."""
    return _join(conditions, " OR ", NEVER)


def expression(query: Query) -> str:
    """Return the FTS5 expression of the groups that are words only; empty when there are none to find.

    Excluded words are part of it only behind something to find, since FTS5 has no NOT that stands alone.
    """
    wanted = [_any_of(group) for group in query.groups if _is_words(group) and not group[0].excluded]
    unwanted = [_phrase(group[0]) for group in query.groups if _is_words(group) and group[0].excluded]
    if not wanted:
        return ""
    return " NOT ".join([f"({' AND '.join(wanted)})", *unwanted])


def others(query: Query) -> tuple[tuple[Term, ...], ...]:
    """Return the groups that `expression` does not speak of."""
    if expression(query):
        return tuple(group for group in query.groups if not _is_words(group))
    return query.groups


def article_condition(groups: Iterable[tuple[Term, ...]]) -> Condition:
    """Return the condition on `articles.seq` that all `groups` hold.

    Statement operators that stand alone must hold of one and the same statement, annotation operators of one
    and the same annotation.
    """
    alone = [group[0] for group in groups if len(group) == 1 and not group[0].excluded]
    statement = [_statement_term(term) for term in alone if term.operator in STATEMENT_OPERATORS]
    annotation = [_annotation_term(term) for term in alone if term.operator in ANNOTATION_OPERATORS]
    rest = [group for group in groups if len(group) > 1 or group[0].excluded or _of_article(group[0])]
    conditions = [either(_article_term(term) for term in group) for group in rest]
    if statement:
        conditions.append(_has_statement(both(statement)))
    if annotation:
        conditions.append(_has_annotation(both(annotation)))
    return both(conditions)


def statement_condition(groups: Iterable[tuple[Term, ...]]) -> Condition:
    """Return the condition on a row of `statements` (joined to `articles`); never, where only annotations can."""
    return both(either(_on_statement(term) for term in group) for group in groups)


def annotation_condition(groups: Iterable[tuple[Term, ...]]) -> Condition:
    """Return the condition on a row of `annotations` (joined to `articles`); never, where only statements can."""
    return both(either(_on_annotation(term) for term in group) for group in groups)


def _on_statement(term: Term) -> Condition:
    if term.operator == WORD:
        return _negated(term, _in_own_words("statements", "statement_fts", term))
    if term.operator in STATEMENT_OPERATORS:
        return _negated(term, _statement_term(term))
    return NEVER if term.operator in ANNOTATION_OPERATORS and not term.excluded else _article_term(term)


def _on_annotation(term: Term) -> Condition:
    if term.operator == WORD:
        return _negated(term, _in_own_words("annotations", "annotation_fts", term))
    if term.operator in ANNOTATION_OPERATORS:
        return _negated(term, _annotation_term(term))
    return NEVER if term.operator in STATEMENT_OPERATORS and not term.excluded else _article_term(term)


def _in_own_words(table: str, index: str, term: Term) -> Condition:
    return Condition(f"{table}.seq IN (SELECT rowid FROM {index} WHERE {index} MATCH ?)", (_phrase(term),))


def _article_term(term: Term) -> Condition:
    if term.operator == WORD:
        phrase = _phrase(term)
        return _negated(term, Condition(f"articles.seq IN ({MATCHED})", (phrase, phrase)))
    if term.operator in STATEMENT_OPERATORS:
        return _negated(term, _has_statement(_statement_term(term)))
    if term.operator in ANNOTATION_OPERATORS:
        return _negated(term, _has_annotation(_annotation_term(term)))
    return _negated(term, _date(term.value) if term.operator == "date" else _source(term.value))


def _statement_term(term: Term) -> Condition:
    called = _named("name", term).values * 3
    in_parties = Condition(f"statements.seq IN ({_PARTIES})", called)
    if term.operator == "party":
        return in_parties
    if term.operator == "issue":
        return _holds("statements.issue", term.value)
    return either([_holds("statements.speaker", term.value), in_parties])


_NOW_NAME: Final = "CASE WHEN linked_name <> '' THEN linked_name ELSE name END"
_NOW_KEY: Final = "CASE WHEN linked_name <> '' THEN linked_key ELSE key END"
_PARTIES: Final = (
    "WITH RECURSIVE meant(entity) AS ("
    "SELECT entity FROM actors WHERE name LIKE ? ESCAPE '!'"
    " UNION SELECT entity FROM aliases WHERE surface LIKE ? ESCAPE '!' AND scope <> 'never'"
    " UNION SELECT actors.entity FROM actors JOIN meant ON actors.merged = meant.entity"
    " UNION SELECT actors.merged FROM actors JOIN meant ON actors.entity = meant.entity"
    " WHERE actors.merged IS NOT NULL)"
    f" SELECT statement FROM statement_parties WHERE {_NOW_NAME} LIKE ? ESCAPE '!'"
    f" OR {_NOW_KEY} IN (SELECT key FROM entities WHERE seq IN meant)"
    f" OR ({_NOW_KEY} = '' AND {_NOW_NAME} IN (SELECT name FROM actors WHERE entity IN meant"
    " UNION SELECT surface FROM aliases WHERE scope = 'always' AND entity IN meant))"
)
"""Statements of a party by its name: as written down, as corrected, and as the readers' own actors have it."""


def _annotation_term(term: Term) -> Condition:
    if term.operator == "tag":
        key = name_key(term.value)
        return Condition(
            "annotations.seq IN (WITH RECURSIVE below(seq) AS ("
            f"SELECT seq FROM tags WHERE {'substr(name_key, 1, ?) = ?' if term.prefix else 'name_key = ?'}"
            " UNION SELECT tags.seq FROM tags JOIN below ON tags.parent = below.seq)"
            " SELECT annotation FROM annotation_tags WHERE tag IN below)",
            (len(key), key) if term.prefix else (key,),
        )
    if term.operator == "type":
        return _named("annotations.type", term)
    return _HAS.get(term.value.casefold(), NEVER)


def _date(value: str) -> Condition:
    """Read `2025`, `2025-03`, `2025-03-07`, `2025-01..2025-03`, `>=2025-03`, `<2025-03`."""
    for sign in (">=", "<=", ">", "<"):
        if value.startswith(sign):
            day = value.removeprefix(sign).strip()
            bound = day + AFTER_ALL_DATES if sign in ("<=", ">") else day
            return Condition(f"articles.dated {sign[0]}{'=' if sign == '>=' else ''} ?", (bound,))
    first, dots, last = value.partition("..")
    end = (last if dots else first) or AFTER_ALL_DATES
    return Condition("articles.dated BETWEEN ? AND ?", (first, end + AFTER_ALL_DATES))


def _source(value: str) -> Condition:
    site = Condition("instr(articles.site_key, ?) > 0", (sort_key(value),)) if sort_key(value) else NEVER
    return either([site, _holds("articles.url", value), _holds("articles.source", value)])


def _named(column: str, term: Term) -> Condition:
    """Match a whole name whatever its (Latin) case, or its beginning."""
    return Condition(f"{column} LIKE ? ESCAPE '!'", (_escaped(term.value) + ("%" if term.prefix else ""),))


def _holds(column: str, value: str) -> Condition:
    return Condition(f"{column} LIKE ? ESCAPE '!'", (f"%{_escaped(value)}%",))


def _escaped(value: str) -> str:
    return value.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def _has_statement(condition: Condition) -> Condition:
    sql = "articles.seq IN (SELECT article FROM statements WHERE status <> 'rejected' AND"
    return Condition(f"{sql} {condition.sql})", condition.values)


def _has_annotation(condition: Condition) -> Condition:
    return Condition(f"articles.seq IN (SELECT article FROM annotations WHERE {condition.sql})", condition.values)


def _of_article(term: Term) -> bool:
    return term.operator not in STATEMENT_OPERATORS and term.operator not in ANNOTATION_OPERATORS


def _is_words(group: tuple[Term, ...]) -> bool:
    return all(term.operator == WORD for term in group)


def _any_of(group: tuple[Term, ...]) -> str:
    phrases = [_phrase(term) for term in group]
    return phrases[0] if len(phrases) == 1 else f"({' OR '.join(phrases)})"


def _phrase(term: Term) -> str:
    quoted = '"' + term.value.replace('"', '""') + '"'
    return f"{quoted} *" if term.prefix else quoted


def _negated(term: Term, condition: Condition) -> Condition:
    return Condition(f"NOT ({condition.sql})", condition.values) if term.excluded else condition


def _join(conditions: Iterable[Condition], word: str, nothing: Condition) -> Condition:
    parts = list(conditions)
    if len(parts) < 2:
        return parts[0] if parts else nothing
    return Condition(f"({word.join(part.sql for part in parts)})", tuple(v for part in parts for v in part.values))


_HAS: Final = {
    "note": Condition("annotations.note <> ''"),
    "annotation": ALWAYS,
    "tag": Condition("annotations.seq IN (SELECT annotation FROM annotation_tags)"),
}
