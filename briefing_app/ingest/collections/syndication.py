"""RSS 0.9-2.0, RSS 1.0 and Atom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.collection import Collection, Item
from briefing_app.ingest.collections.values import address, bounded, day, joined, labels, moment, people, sound, words
from briefing_app.ingest.collections.xml import attribute, children, content, first, local, space, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CONTENT = "http://purl.org/rss/1.0/modules/content/"


def read_rss(root: Element, name: str) -> Collection:
    """Read RSS of any version; in RSS 1.0 the items stand beside the channel."""
    channel = first(root, "channel")
    found = [*(children(channel, "item") if channel is not None else ()), *children(root, "item")]
    bounded(len(found), name)
    title = words(text_of(channel, "title")) if channel is not None else ""
    home = address(text_of(channel, "link")) if channel is not None else ""
    kind = "RSS 1.0 feed" if local(root) == "rdf" else "RSS feed"
    return Collection(kind, title, tuple(_rss_item(one, title, home) for one in found))


def _rss_item(item: Element, site: str, home: str) -> Item:
    guid = first(item, "guid")
    identity = content(guid)
    url = address(joined(home, text_of(item, "link"))) if text_of(item, "link") else ""
    if not url and guid is not None and attribute(guid, "ispermalink").casefold() != "false":
        url = address(identity)
    source = first(item, "source")
    about = attribute(item, "about")
    return Item(
        title=words(text_of(item, "title")),
        url=url or address(about),
        author=people([_without_mail(text_of(item, "creator") or text_of(item, "author"))]),
        site=words(content(source)) or site,
        published=day(text_of(item, "pubdate", "date", "published", "issued")),
        tags=labels(content(one) for one in children(item, "category", "subject")),
        html=sound(_body(item)),
        identity=sound(identity or about or url),
    )


def _body(item: Element) -> str:
    encoded = [content(one) for one in children(item, "encoded") if space(one) == _CONTENT]
    return max(encoded, key=len, default="") or text_of(item, "description", "body", "summary")


def _without_mail(author: str) -> str:
    """Return the name in "desk@paper.example (Jane Doe)"."""
    before, bracket, inside = author.partition("(")
    if bracket and "@" in before:
        return inside.partition(")")[0]
    return author


def read_atom(root: Element, name: str) -> Collection:
    """Read an Atom feed, or one entry alone."""
    entries = [root] if local(root) == "entry" else list(children(root, "entry"))
    bounded(len(entries), name)
    title = words(_construct(first(root, "title")))
    base = attribute(root, "base") or _link(root, "")
    authors = [text_of(one, "name") for one in children(root, "author")]
    return Collection("Atom feed", title, tuple(_entry(one, base, authors, title) for one in entries))


def _entry(entry: Element, base: str, authors: list[str], site: str) -> Item:
    """Read an entry; ``base``, ``authors`` and ``site`` are the feed's, for what the entry does not say itself."""
    identity = text_of(entry, "id")
    source = first(entry, "source")
    body = _construct(first(entry, "content")) or _construct(first(entry, "summary"))
    return Item(
        title=words(_construct(first(entry, "title"))),
        url=_link(entry, joined(base, attribute(entry, "base"))) or address(identity),
        author=people([text_of(one, "name") for one in children(entry, "author")] or authors),
        site=(words(text_of(source, "title")) if source is not None else "") or site,
        published=day(text_of(entry, "published", "issued", "updated", "modified")),
        saved=moment(text_of(entry, "updated")),
        tags=labels(attribute(one, "label") or attribute(one, "term") for one in children(entry, "category")),
        html=sound(body),
        identity=sound(identity),
    )


def _link(element: Element, base: str) -> str:
    for one in children(element, "link"):
        if attribute(one, "rel") in ("", "alternate"):
            found = address(joined(base, attribute(one, "href")))
            if found:
                return found
    return ""


def _construct(element: Element | None) -> str:
    """Return a text construct as HTML; plain text is escaped so that its < stays one."""
    if element is None:
        return ""
    kind = attribute(element, "type").casefold()
    if kind == "xhtml" or (len(element) and "html" in kind):
        from lxml import etree

        inner = "".join(etree.tostring(child, encoding="unicode", method="html") for child in element)
        return f"{element.text or ''}{inner}".strip()
    if "html" in kind:
        return content(element)
    if kind not in ("", "text", "text/plain"):
        return "" if attribute(element, "src") or not kind.startswith("text/") else content(element)
    return content(element).replace("&", "&amp;").replace("<", "&lt;")
