"""Omnivore's export: a zip of metadata, pages and highlights."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.domain.collection import Collection, Item, Quoted
from briefing_app.ingest.collections.archive import texts
from briefing_app.ingest.collections.records import Record, listed, loaded, record, records
from briefing_app.ingest.collections.values import address, bounded, day, labels, moment, people, sound, words

if TYPE_CHECKING:
    from briefing_app.ingest.collections.archive import Archive

_METADATA = re.compile(r"(?:[^/]{1,200}/)?metadata_[^/]{1,60}\.json\Z")
_TAG = re.compile(r"#[\w/-]{1,80}")
_MOST_TAGS = 100
_READ = 98
"""Per cent of an article from which it counts as read."""


def is_omnivore(names: list[str]) -> bool:
    """Say whether these are the members of an Omnivore export."""
    return any(_METADATA.match(name) for name in names)


def read_omnivore(archive: Archive, name: str) -> Collection:
    """Read an Omnivore export."""
    names = archive.names()
    pages = {_stem(one): one for one in names if "content/" in one}
    marks = {_stem(one): one for one in names if "highlights/" in one}
    items: list[Item] = []
    for member, text in texts(archive, [one for one in names if _METADATA.match(one)]):
        for one in records(loaded(text, f"{name}: {member}")):
            slug = sound(one.get("slug"))
            page = _member(archive, pages.get(slug, ""))
            items.append(_item(one, page, quotes_of(_member(archive, marks.get(slug, "")))))
            bounded(len(items), name)
    return Collection("Omnivore export", "", tuple(items))


def _stem(name: str) -> str:
    return name.rpartition("/")[2].rpartition(".")[0]


def _member(archive: Archive, name: str) -> str:
    return next((text for _, text in texts(archive, [name])), "") if name else ""


def _item(one: Record, page: str, quotes: tuple[Quoted, ...]) -> Item:
    description = sound(one.get("description"))
    progress = one.get("readingProgress")
    archived = sound(one.get("state")).casefold() == "archived"
    return Item(
        title=words(one.get("title")),
        url=address(one.get("url")),
        author=people([one.get("author")]),
        site=words(one.get("siteName")),
        published=day(one.get("publishedAt")),
        saved=moment(one.get("savedAt")),
        tags=labels(record(tag).get("name") if isinstance(tag, dict) else tag for tag in listed(one.get("labels"))),
        html=sound(page),
        text="" if page.strip() or quotes else description,
        note=description if quotes and not page.strip() else "",
        highlights=quotes,
        read=archived or (isinstance(progress, (int, float)) and progress >= _READ),
        archived=archived,
        identity=sound(one.get("id")),
    )


def quotes_of(markdown: str) -> tuple[Quoted, ...]:
    """Return the highlights of a Markdown file: quotes, each followed by its note and tags."""
    found: list[tuple[list[str], list[str]]] = []
    behind = False
    for line in markdown.split("\n"):
        if line.startswith(">"):
            if behind or not found:
                found.append(([], []))
            behind = False
            found[-1][0].append(line[1:].strip())
        elif found:
            behind = True
            found[-1][1].append(line.rstrip())
    return tuple(one for quote, note in found if (one := _quoted("\n".join(quote), "\n".join(note))).quote)


def _without_tags(text: str) -> tuple[str, list[str]]:
    """Return a text without the tags it ends with, and them."""
    named: list[str] = []
    for word in reversed(text.split()[-_MOST_TAGS:]):
        if not _TAG.fullmatch(word):
            break
        named.insert(0, word)
        text = text.rstrip().removesuffix(word)
    return text, named


def _quoted(quote: str, note: str) -> Quoted:
    tags: list[str] = []
    rest = []
    for text in (quote.strip(), note.strip()):
        said, named = _without_tags(text)
        tags += named
        rest.append(sound(said).strip())
    return Quoted(rest[0], note=rest[1], tags=labels(tags))
