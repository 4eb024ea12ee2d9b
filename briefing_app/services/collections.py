"""Taking in what a collection holds: each item an article with what its reader had marked, or a sentence why not."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.domain.importing import ImportOutcome, Outcome
from briefing_app.errors import InputError, UserError
from briefing_app.services.arrivals import VANISHED, Arrival
from briefing_app.services.keeping import file
from briefing_app.services.marks import mark
from briefing_app.store.originals import Original

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_app.domain.article import Article, CleanDocument
    from briefing_app.domain.collection import Collection, Item
    from briefing_app.services.marks import Marked
    from briefing_app.services.thinking import Thinker
    from briefing_app.store.session import Reader, Work
    from briefing_app.store.store import Store

KNOWN = "The library has this page already."
_RANK = (Outcome.IMPORTED, Outcome.UPDATED, Outcome.DUPLICATE, Outcome.REFUSED, Outcome.FAILED)
_WHOLE_PAGE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_TITLE = 80
"""Most characters of a title made of an item's first words."""


class CollectionService:
    """Reads and keeps the items of feeds, exports, bibliographies and annotation sets."""

    def __init__(self, store: Store, thinker: Thinker) -> None:
        self._store = store
        self._thinker = thinker

    def expand(self, data: bytes, source: str) -> Collection | None:
        """Return what a file holds, or None where it is one document; InputError where it is a damaged collection."""
        from briefing_app.ingest.collections.sniff import may_be_collection

        return self._thinker.expand(data, source) if may_be_collection(data) else None

    def remarks(self, collection: Collection, source: str) -> Iterator[ImportOutcome]:
        """Return what is to be said of a collection beside its items."""
        if collection.feeds:
            count = len(collection.feeds)
            reason = (
                f"It lists {count} {'feed' if count == 1 else 'feeds'}; subscribe to it under Feeds, or by “feeds add”."
            )
            yield ImportOutcome(source, Outcome.REFUSED, title=collection.title, reason=reason)
        elif not collection.items:
            reason = f"This {collection.kind} holds nothing to import."
            yield ImportOutcome(source, Outcome.REFUSED, title=collection.title, reason=reason)
        for warning in collection.warnings:
            yield ImportOutcome(source, Outcome.REFUSED, title=collection.title, reason=warning)

    def read_item(self, item: Item, source: str) -> Arrival | ImportOutcome:
        """Read an item as far as a unit of work is not needed; every fault of it is told in an outcome."""
        try:
            return self._read(item, source)
        except InputError as error:
            return ImportOutcome(source, Outcome.REFUSED, title=item.title, reason=str(error))
        except UserError as error:
            return ImportOutcome(source, Outcome.FAILED, title=item.title, reason=str(error))

    def keep_item(self, work: Work, read: Arrival, dossiers: Sequence[str] = ()) -> ImportOutcome:
        """Keep an item that was read, with what its reader had marked in it."""
        assert read.item is not None
        known = _known(work, read.item, read.original)
        if known is not None:
            return _completed(work, known, read.item, read.source, dossiers)
        if read.document is None:
            return ImportOutcome(read.source, Outcome.FAILED, title=read.item.title, reason=VANISHED)
        item = read.item
        article = work.articles.add(read.document, read.original, dossiers)
        work.articles.set_flags([article.id], item.read or None, item.starred or None, item.archived or None)
        marked = mark(work, article, item)
        reason = " ".join([*read.document.warnings, *_remarks(item, marked)])
        return ImportOutcome(read.source, Outcome.IMPORTED, article.id, article.title, reason)

    def _read(self, item: Item, source: str) -> Arrival:
        data = original_of(item)
        original = Original.of(data)
        with self._store.read() as reader:
            known = _known(reader, item, original)
            site_rules = reader.articles.site_rules() if known is None and data else ()
        if known is not None:
            return Arrival(source, original, item=item)
        if not data:
            raise InputError(_nothing_to_read(item))
        document = self._thinker.clean(data, source, charset="utf-8", url=item.url, site_rules=site_rules)
        return Arrival(source, original, as_told(document, item), item=item)


def summed(place: str, outcomes: Sequence[ImportOutcome]) -> ImportOutcome:
    """Return the outcomes of one input as one: the best of them, with the number of each kind."""
    if len(outcomes) == 1:
        return outcomes[0]
    best = min(outcomes, key=lambda one: _RANK.index(one.outcome))
    counts = Counter(one.outcome for one in outcomes)
    told = ", ".join(f"{counts[kind]} {kind.value}" for kind in _RANK if counts[kind])
    refusal = next((one.reason for one in outcomes if not one.outcome.went_in), "")
    reason = f"{len(outcomes)} items: {told}. {refusal}".strip()
    return ImportOutcome(place, best.outcome, best.article, best.title, reason)


def original_of(item: Item) -> bytes:
    """Return the page that is kept as an item's original: its own, or one made of its text or marked passages."""
    if _WHOLE_PAGE.search(item.html[:2000]):
        return item.html.encode("utf-8", "replace")
    if item.html.strip():
        body = item.html
    elif item.text.strip():
        body = _paragraphs(item.text)
    elif item.highlights:
        body = "\n".join(_paragraphs(one.quote) for one in item.highlights)
    else:
        return b""
    title = html.escape(item.title)
    heading = f"<h1>{title}</h1>\n" if title else ""
    page = (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{title}</title></head>\n'
        f"<body><article>\n{heading}{body}\n</article></body></html>\n"
    )
    return page.encode("utf-8", "replace")


def as_told(document: CleanDocument, item: Item) -> CleanDocument:
    """Let what the item says of itself win over what its text seems to say."""
    first = " ".join(document.text[:400].split())
    short = first if len(first) <= _TITLE else f"{first[:_TITLE].rsplit(' ', 1)[0]} …"
    return replace(
        document,
        title=item.title or short or document.title,
        author=item.author or document.author,
        site=item.site or document.site,
        published=item.published or document.published,
        url=item.url or document.url,
    )


def _paragraphs(text: str) -> str:
    parts = text.split("\n\n") if "\n\n" in text else text.split("\n")
    return "\n".join(f"<p>{html.escape(part.strip())}</p>" for part in parts if part.strip())


def _known(reader: Reader, item: Item, original: Original) -> Article | None:
    """Return the article of the item's address, or of its very bytes."""
    found = reader.articles.by_page(item.url) if item.url else None
    if found is None and original.size:
        found = reader.articles.by_sha256(original.sha256)
    return found


def _completed(work: Work, known: Article, item: Item, source: str, dossiers: Sequence[str]) -> ImportOutcome:
    file(work, known, dossiers)
    marked = mark(work, known, item)
    outcome = Outcome.UPDATED if marked.added else Outcome.DUPLICATE
    reason = " ".join([KNOWN, *marked.lost, *(_tags_kept(item) if not marked.on_whole else ())])
    return ImportOutcome(source, outcome, known.id, known.title, reason)


def _nothing_to_read(item: Item) -> str:
    if not item.url:
        return " ".join(["It has neither a text nor an address, so there is nothing to import.", *_tags_kept(item)])
    only = f"Only its address is known: {item.url}; import the address to fetch the page."
    note = [f"Its note: {item.note}"] if item.note else []
    return " ".join([only, *_tags_kept(item), *note])


def _remarks(item: Item, marked: Marked) -> Iterator[str]:
    if not item.has_body:
        where = f"; import {item.url} to fetch the page" if item.url else ""
        yield f"Only its marked passages are known{where}."
    yield from marked.lost
    if not marked.on_whole:
        yield from _tags_kept(item)


def _tags_kept(item: Item) -> Iterator[str]:
    if item.tags:
        yield f"Its tags: {', '.join(item.tags)}."
