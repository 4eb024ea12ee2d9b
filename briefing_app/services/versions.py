"""Versions of an article: which texts of it there were, and taking in the next one."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing_app.domain.article import RemovalState, visible_spans
from briefing_app.domain.ids import VersionId
from briefing_app.domain.visible import visible_paragraphs
from briefing_app.domain.word_diff import Change, word_diff
from briefing_app.services.carrying import Carried, carry_over

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.article import Article, Block, CleanDocument, Removal, Version
    from briefing_app.store.originals import Original
    from briefing_app.store.session import Reader, Work

NEW_VERSION = "New version"


def versions_of(reader: Reader, article_id: str) -> tuple[Version, ...]:
    """Return the texts an article has shown, oldest first, the current one last; none that was undone."""
    current = reader.articles.current_version(article_id)
    known = {version.id: version for version in reader.articles.versions(article_id)}
    ids = _chain(reader, article_id)
    return (*(known[one] for one in ids if one in known and one != current.id), current)


def count_of(reader: Reader, article_id: str) -> int:
    """Return how many texts an article has shown."""
    return max(1, len(_chain(reader, article_id)))


def visible_changes(
    old: Version, new: Version, old_removals: Sequence[Removal], new_removals: Sequence[Removal]
) -> list[Change]:
    """Return what changed from one version to another where a reader can see it."""
    return [
        one
        for one in _changes(old.text, new.text)
        if not (_hidden(one.start, one.end, new_removals) and _hidden(one.old_start, one.old_end, old_removals))
    ]


@lru_cache(maxsize=4)
def _changes(old: str, new: str) -> tuple[Change, ...]:
    return tuple(one for one in word_diff(old, new) if one.old.split() != one.new.split())


def _hidden(start: int, end: int, removals: Sequence[Removal]) -> bool:
    """Say whether nothing of a span is in view."""
    hidden = [one for one in removals if one.state is RemovalState.HIDDEN and one.start <= end and start <= one.end]
    return start == end or not any(first < end and start < last for first, last in visible_spans(end, hidden))


def says_the_same(reader: Reader, article: Article, document: CleanDocument) -> bool:
    """Say whether the reader would see the very same words: only markup, spacing or page furniture differ."""
    version = reader.articles.current_version(article.id)
    if version.text == document.text:
        return True
    shown = _words(version.text, version.blocks, reader.articles.removals(version.id))
    return shown == _words(document.text, document.blocks, document.removals)


def take_version(work: Work, article: Article, document: CleanDocument, data: bytes | Original) -> Carried:
    """Add a newer text to an article, with everything that hangs on it; it comes out of the trash by it."""
    old = work.articles.current_version(article.id)
    chain = [version.id for version in versions_of(work, article.id)]
    new = work.articles.add_version(article.id, document, data)
    work.settings.set(_chain_key(article.id), json.dumps([*chain, new.version]))
    work.articles.restore([article.id])
    return carry_over(work, article.id, old)


def _words(text: str, blocks: Sequence[Block], removals: Sequence[Removal]) -> str:
    """Return the words in view; what the reader hid or put back by hand counts as cleaning left it."""
    machine = [replace(one, state=RemovalState.HIDDEN) for one in removals if one.origin == "machine"]
    return " ".join(" ".join(one.text for one in visible_paragraphs(text, blocks, machine)).split())


def _chain(reader: Reader, article_id: str) -> list[VersionId]:
    kept = reader.settings.get(_chain_key(article_id))
    return [VersionId(one) for one in json.loads(kept)] if kept else []


def _chain_key(article_id: str) -> str:
    return f"versions:{article_id}"
