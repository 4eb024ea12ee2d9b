"""Zotero's RDF export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.collection import Collection, Item
from briefing_app.ingest.collections.values import address, bounded, day, labels, moment, people, prose, sound, words
from briefing_app.ingest.collections.xml import attribute, children, content, first, local, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

NAMESPACE = "http://www.zotero.org/namespaces/export#"
_NO_ITEMS = frozenset({"memo", "attachment", "collection", "journal", "series", "website"})


def read_zotero_rdf(root: Element, name: str) -> Collection:
    """Read the items of a library exported as RDF, with their notes and tags."""
    memos = {attribute(one, "about"): prose(text_of(one, "value")) for one in children(root, "memo")}
    containers = {attribute(one, "about"): one for one in root if attribute(one, "about")}
    found = [one for one in root if local(one) not in _NO_ITEMS and _title(one)]
    bounded(len(found), name)
    return Collection("Zotero export", "", tuple(_item(one, memos, containers) for one in found))


def _title(item: Element) -> str:
    return words(text_of(item, "title"))


def _item(item: Element, memos: dict[str, str], containers: dict[str, Element]) -> Item:
    referenced = [attribute(one, "resource") for one in children(item, "isreferencedby")]
    notes = [memos.get(one, "") for one in referenced]
    return Item(
        title=_title(item),
        url=_url(item),
        author=people(_authors(item)),
        site=_container(item, containers),
        published=day(text_of(item, "date")),
        saved=moment(text_of(item, "datesubmitted")),
        tags=labels(content(one) for one in children(item, "subject")),
        text=prose(text_of(item, "abstract")),
        note="\n\n".join(one for one in notes if one),
        identity=sound(attribute(item, "about")),
    )


def _url(item: Element) -> str:
    for identifier in children(item, "identifier"):
        if found := address(content(identifier)):
            return found
    return address(attribute(item, "about"))


def _authors(item: Element) -> Iterator[str]:
    people_ = first(item, "authors", "creators", "contributors")
    for person in people_.iter() if people_ is not None else ():
        if local(person) == "person":
            yield f"{text_of(person, 'surname', 'familyname')}, {text_of(person, 'givenname')}".strip(", ")


def _container(item: Element, containers: dict[str, Element]) -> str:
    for part in children(item, "ispartof"):
        whole = containers.get(attribute(part, "resource"))
        for one in [whole] if whole is not None else list(part):
            if found := words(text_of(one, "title")):
                return found
    publisher = first(item, "publisher")
    return words(text_of(next(iter(publisher), publisher), "name")) if publisher is not None else ""
