"""Rows of articles, versions and removals, to domain values and back."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from briefing_app.domain.article import (
    Article,
    Block,
    BlockKind,
    CleanDocument,
    Removal,
    RemovalState,
    Version,
    visible_spans,
)
from briefing_app.domain.ids import ArticleId, VersionId, new_id
from briefing_app.store.codec import dump, load, names, squeeze, unsqueeze

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PLAIN = ("title", "author", "site", "published", "language", "url", "source", "imported_at", "words")
PLAIN_TOO = ("trashed_at", "reliability", "marking")
FLAGS = ("read", "starred", "archived")


def article(row: Mapping[str, Any]) -> Article:
    """Make an article of its row, with its version's id as `version_id`."""
    return Article(
        id=ArticleId(row["id"]),
        version=VersionId(row["version_id"]),
        read=bool(row["read"]),
        starred=bool(row["starred"]),
        archived=bool(row["archived"]),
        **{name: row[name] for name in (*PLAIN, *PLAIN_TOO)},
        user_fields=frozenset(names(row["user_fields"])),
        seq=row["seq"],
    )


def article_columns(value: Article) -> dict[str, Any]:
    """Give the columns of an article that may change after its import."""
    columns: dict[str, Any] = {name: getattr(value, name) for name in (*PLAIN, *PLAIN_TOO)}
    columns.update({name: int(getattr(value, name)) for name in FLAGS})
    columns["user_fields"] = dump(sorted(value.user_fields))
    return columns


def blocks_text(blocks: Sequence[Block]) -> str:
    """Write blocks as JSON: [[kind, start, end, level] ...], numbered by their place."""
    return dump([(block.number, block.kind, block.start, block.end, block.level) for block in blocks])


def blocks(text: str) -> tuple[Block, ...]:
    """Read blocks as `blocks_text` wrote them."""
    return tuple(Block(number, BlockKind(kind), start, end, level) for number, kind, start, end, level in load(text))


def version(row: Mapping[str, Any]) -> Version:
    """Make a version of its row, with its article's id as `article_id` and its original's hash as `sha256`."""
    return Version(
        id=VersionId(row["id"]),
        article=ArticleId(row["article_id"]),
        text=row["text"],
        blocks=blocks(row["blocks"]),
        text_hash=row["text_hash"],
        media_type=row["media_type"],
        encoding=row["encoding"],
        original_sha256=row["sha256"],
        imported_at=row["imported_at"],
        language=row["language"],
        html=unsqueeze(row["html"]),
    )


def text_hash(text: str) -> str:
    """Return the SHA-256 of a canonical text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def version_columns(document: CleanDocument, article_seq: int, original_seq: int, moment: str) -> dict[str, Any]:
    """Give the columns of a new version."""
    found = {name: getattr(document, name) for name in ("title", "author", "site", "published", "url", "source")}
    return {
        "id": new_id(),
        "article": article_seq,
        "original": original_seq,
        "text": document.text,
        "text_hash": text_hash(document.text),
        "blocks": blocks_text(document.blocks),
        "media_type": document.media_type,
        "encoding": document.encoding,
        "imported_at": moment,
        "language": document.language,
        "found": dump(found),
        "warnings": dump(list(document.warnings)),
        "html": squeeze(document.html),
        "offset_map": squeeze(dump([list(pair) for pair in document.offset_map])) if document.offset_map else b"",
    }


def removal(row: Mapping[str, Any]) -> Removal:
    """Make a removal of its row."""
    return Removal(
        start=row["start"],
        end=row["end"],
        rule=row["rule"],
        reason=row["reason"],
        state=RemovalState(row["state"]),
        origin=row["origin"],
        id=row["id"],
    )


def removal_columns(value: Removal, version_seq: int) -> dict[str, Any]:
    """Give the columns of a removal; one without an id gets a new one."""
    return {
        "id": value.id or new_id(),
        "version": version_seq,
        "start": value.start,
        "end": value.end,
        "rule": value.rule,
        "reason": value.reason,
        "state": value.state.value,
        "origin": value.origin,
    }


def words(document: CleanDocument) -> int:
    """Count the words in view."""
    spans = visible_spans(len(document.text), document.removals)
    return sum(word_count(document.text[start:end]) for start, end in spans)


SPACES = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f"
MORE_SPACES = (
    "\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)


def word_count(text: str) -> int:
    """Return ``len(text.split())`` in a third of the time: the words themselves are not made."""
    for space in SPACES if text.isascii() else SPACES + MORE_SPACES:
        if space in text:
            text = text.replace(space, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    text = text.strip(" ")
    return text.count(" ") + 1 if text else 0
