"""Reprints: which articles bring one wire text, so that it counts once and the reader is told."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, Generic, TypeVar

from briefing_app.domain.visible import visible_paragraphs
from briefing_app.ingest.duplicates import Signature, copies, may_be_copy, same_copy, signature

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.domain.article import Article, Block, CleanDocument, Removal
    from briefing_app.store.session import Reader

RECENT = 200
"""Articles, newest first, among which an import looks for the text it reprints."""
_MOST_SIGNATURES, _MOST_GROUPINGS = 4096, 16
Key = TypeVar("Key")
Value = TypeVar("Value")


class _Memory(Generic[Key, Value]):
    """The values used last, for any thread."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Key, Value] = OrderedDict()
        self._turn = threading.Lock()

    def get(self, key: Key) -> Value | None:
        with self._turn:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: Key, value: Value) -> Value:
        with self._turn:
            self._kept[key] = value
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return value


_signatures: _Memory[str, Signature] = _Memory(_MOST_SIGNATURES)
_groupings: _Memory[tuple[str, ...], dict[str, str]] = _Memory(_MOST_GROUPINGS)


def sources_of_texts(reader: Reader, articles: Iterable[str]) -> dict[str, str]:
    """Return for each article the hash of the text it brings; reprints have that of the oldest among them."""
    hashes = reader.articles.text_hashes(articles)
    distinct = tuple(dict.fromkeys(hashes[one] for one in sorted(hashes)))
    grouping = _groupings.get(distinct)
    if grouping is None:
        by_text = {text: article for article, text in hashes.items()}
        first = copies([_signature_of(reader, by_text[text], text) for text in distinct])
        grouping = _groupings.put(distinct, {text: distinct[first[at]] for at, text in enumerate(distinct)})
    return {article: grouping[text] for article, text in hashes.items()}


def reprinted(reader: Reader, document: CleanDocument, dossiers: Sequence[str]) -> str:
    """Return a sentence that names the article whose text ``document`` brings again, else nothing."""
    fresh = _signature(document.text, document.blocks, document.removals)
    for ident, text in reader.articles.recent(dossiers, RECENT):
        known = _signature_of(reader, ident, text)
        if may_be_copy(fresh, known) and same_copy(fresh, known):
            article = reader.articles.get(ident)
            return f"The same wire copy as “{article.title}”{_by(article)}."
    return ""


def _by(article: Article) -> str:
    who = article.site or article.author
    return f" by {who}" if who else ""


def _signature_of(reader: Reader, article_id: str, text_hash: str) -> Signature:
    known = _signatures.get(text_hash)
    if known is None:
        version = reader.articles.current_version(article_id)
        fresh = _signature(version.text, version.blocks, reader.articles.removals(version.id))
        known = _signatures.put(text_hash, fresh)
    return known


def _signature(text: str, blocks: Sequence[Block], removals: Sequence[Removal]) -> Signature:
    return signature("\n".join(one.text for one in visible_paragraphs(text, blocks, removals)))
