"""Exports of other readers in JSON: JSON Feed and wallabag."""

from __future__ import annotations

from briefing_app.domain.collection import Collection, Item, Quoted
from briefing_app.ingest.collections.records import Record, listed, record, records, truth
from briefing_app.ingest.collections.values import address, bounded, day, labels, moment, people, prose, sound, words


def read_json_feed(feed: Record, name: str) -> Collection:
    """Read a JSON Feed, version 1 or 1.1."""
    title = words(feed.get("title"))
    found = list(records(feed.get("items")))
    bounded(len(found), name)
    return Collection("JSON feed", title, tuple(_feed_item(one, feed, title) for one in found))


def _feed_item(item: Record, feed: Record, site: str) -> Item:
    authors = listed(item.get("authors") or item.get("author") or feed.get("authors") or feed.get("author"))
    return Item(
        title=words(item.get("title")),
        url=address(item.get("url")) or address(item.get("external_url")) or address(item.get("id")),
        author=people(record(one).get("name") for one in authors),
        site=site,
        published=day(item.get("date_published") or item.get("date_modified")),
        tags=labels(listed(item.get("tags"))),
        html=sound(item.get("content_html")),
        text=sound(item.get("content_text")) or ("" if item.get("content_html") else sound(item.get("summary"))),
        identity=sound(item.get("id")) or address(item.get("url")),
    )


def is_wallabag(value: object) -> bool:
    """Say whether a list looks like wallabag's export."""
    one = next(records(value), {})
    return "url" in one and ("is_archived" in one or "is_starred" in one)


def read_wallabag(value: object, name: str) -> Collection:
    """Read wallabag's export, version 2."""
    found = list(records(value))
    bounded(len(found), name)
    return Collection("wallabag export", "", tuple(_wallabag_item(one) for one in found))


def _wallabag_item(item: Record) -> Item:
    kind = sound(item.get("mimetype")).casefold()
    body = sound(item.get("content")) if kind in ("", "text/html", "application/xhtml+xml", "text/plain") else ""
    plain = kind == "text/plain"
    return Item(
        title=words(item.get("title")),
        url=address(item.get("url")) or address(item.get("given_url")),
        author=people(listed(item.get("published_by"))),
        site=words(item.get("domain_name")),
        published=day(item.get("published_at")),
        saved=moment(item.get("created_at")),
        tags=labels(record(one).get("label") if isinstance(one, dict) else one for one in listed(item.get("tags"))),
        html="" if plain else body,
        text=body if plain else "",
        highlights=tuple(_wallabag_quote(one) for one in records(item.get("annotations")) if one.get("quote")),
        read=truth(item.get("is_archived")),
        starred=truth(item.get("is_starred")),
        archived=truth(item.get("is_archived")),
        identity=sound(item.get("id")),
    )


def _wallabag_quote(one: Record) -> Quoted:
    return Quoted(sound(one.get("quote")).strip(), note=prose(one.get("text")), created=moment(one.get("created_at")))
