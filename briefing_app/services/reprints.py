"""Reprints: which articles bring one wire text, so that it counts once and the reader is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.visible import visible_paragraphs
from briefing_app.ingest.duplicates import Probe, Signature, copies, same_copy, signature, text_hash
from briefing_app.services.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.domain.article import Block, CleanDocument, Removal
    from briefing_app.store.session import Reader

RECENT = 200
"""Articles, newest first, among which an import looks for the text it reprints."""
_MOST_SIGNATURES, _MOST_GROUPINGS = 4096, 16
_signatures: Memory[str, Signature] = Memory(_MOST_SIGNATURES)
_groupings: Memory[tuple[str, ...], dict[str, str]] = Memory(_MOST_GROUPINGS)


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


@dataclass(frozen=True, slots=True)
class _Told:
    """A text that the library has, or will have in a moment: whose it is, where that is known already."""

    text: str
    signature: Signature
    article: str = ""
    title: str = ""
    by: str = ""


class Recent:
    """The latest texts, among which an import looks for the one it reprints. For one thread at a time."""

    def __init__(self) -> None:
        self._told: list[_Told] = []

    def look(self, reader: Reader, dossiers: Sequence[str]) -> None:
        """Bring in the latest articles of the dossiers, or of the whole library; cheap where little is new."""
        known = {(one.article, one.text): one for one in self._told}
        self._told = [
            known.get((ident, text)) or _Told(text, _signature_of(reader, ident, text), ident)
            for ident, text in reader.articles.recent(dossiers, RECENT)
        ]

    def find(self, reader: Reader, fresh: Signature) -> str:
        """Return a sentence that names the article of which a text is a reprint, else nothing."""
        probe = Probe(fresh)
        for one in self._told:
            if probe.may_be_copy(one.signature) and same_copy(fresh, one.signature):
                return f"The same wire copy as “{_title(reader, one)}."
        return ""

    def add(self, document: CleanDocument, fresh: Signature) -> None:
        """Let texts that come after see this one, which is on its way into the library."""
        text = text_hash(document.text)
        _signatures.put(text, fresh)
        self._told.insert(0, _Told(text, fresh, "", document.title, document.site or document.author))


def signature_of(document: CleanDocument) -> Signature:
    """Return the signature of what a reader will see of a document."""
    return _signature(document.text, document.blocks, document.removals)


def _title(reader: Reader, one: _Told) -> str:
    """Return the end of the sentence: the title, its quotation mark, and by whom."""
    if one.article:
        article = reader.articles.get(one.article)
        one = _Told(one.text, one.signature, one.article, article.title, article.site or article.author)
    return f"{one.title}”" + (f" by {one.by}" if one.by else "")


def _signature_of(reader: Reader, article_id: str, text_hash: str) -> Signature:
    known = _signatures.get(text_hash)
    if known is None:
        version = reader.articles.current_version(article_id)
        fresh = _signature(version.text, version.blocks, reader.articles.removals(version.id))
        known = _signatures.put(text_hash, fresh)
    return known


def _signature(text: str, blocks: Sequence[Block], removals: Sequence[Removal]) -> Signature:
    return signature("\n".join(one.text for one in visible_paragraphs(text, blocks, removals)))
