"""Annotations of other programs: Hypothesis, W3C Web Annotation, Readium annotation sets."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing_app.domain.collection import Collection, Item, Quoted
from briefing_app.ingest.collections.records import Record, listed, record, records
from briefing_app.ingest.collections.values import address, bounded, labels, moment, people, prose, sound, words

_MOTIVES = {"questioning": "Question", "assessing": "To check", "moderating": "To check"}


@dataclass(slots=True)
class _Page:
    """What is gathered of one page while its annotations are read."""

    title: str = ""
    quotes: list[Quoted] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


def annotations_in(value: object) -> tuple[str, list[Record]] | None:
    """Return (kind, annotations) of a JSON value, or None where it holds none."""
    whole = record(value)
    for key in ("rows", "annotations"):
        found = [one for one in records(whole.get(key)) if "uri" in one]
        if found:
            return "Hypothesis export", found
    found = list(records(value))
    if found and "uri" in found[0] and "target" in found[0]:
        return "Hypothesis export", found
    if whole.get("type") == "AnnotationSet":
        return "Readium annotations", list(records(whole.get("items")))
    if whole.get("type") in ("AnnotationPage", "AnnotationCollection"):
        page = record(whole.get("first"))
        return "web annotations", list(records(whole.get("items") or page.get("items")))
    if "target" in whole and "Annotation" in listed(whole.get("type")):
        return "web annotations", [whole]
    if found and "target" in found[0] and "Annotation" in listed(found[0].get("type")):
        return "web annotations", found
    return None


def read_annotations(value: object, kind: str, found: list[Record], name: str) -> Collection:
    """Read annotations, gathered by the page they stand on; of a set, by the publication it is about."""
    bounded(len(found), name)
    about = record(record(value).get("about"))
    pages: dict[str, _Page] = {}
    for one in found:
        url = "" if about else _address_of(one)
        page = pages.setdefault(url, _Page())
        page.title = page.title or words(about.get("dc:title")) or _title_of(one)
        _take(one, page)
    items = tuple(
        Item(
            title=page.title,
            url=url or address(about.get("dc:source")) or address(about.get("dc:identifier")),
            author=people(_names(about.get("dc:creator"))),
            tags=labels(page.tags),
            note="\n\n".join(page.notes),
            highlights=tuple(page.quotes),
        )
        for url, page in pages.items()
    )
    return Collection(kind, words(record(value).get("title")), items)


def _names(value: object) -> list[object]:
    return [one.get("name") if isinstance(one, dict) else one for one in listed(value)]


def _take(one: Record, page: _Page) -> None:
    """Put an annotation into its page: a quote with its note, or a note on the whole page."""
    note, tags = _said(one)
    selector = _selector(one)
    quote = sound(selector.get("exact") or selector.get("highlight")).strip()
    if not quote:
        page.notes += [note] if note else []
        page.tags += tags
        return
    motive = next((_MOTIVES[m] for m in listed(one.get("motivation")) if isinstance(m, str) and m in _MOTIVES), "Quote")
    page.quotes.append(
        Quoted(
            quote,
            sound(selector.get("prefix") or selector.get("before")),
            sound(selector.get("suffix") or selector.get("after")),
            note,
            labels(tags),
            moment(one.get("created")),
            motive,
        )
    )


def _said(one: Record) -> tuple[str, list[str]]:
    """Return what an annotation says, and its tags."""
    notes = [prose(one.get("text"))] if isinstance(one.get("text"), str) else []
    tags = [sound(tag) for tag in listed(one.get("tags"))]
    for body in listed(one.get("body", one.get("bodyValue"))):
        said = body if isinstance(body, str) else record(body).get("value")
        purposes = listed(record(body).get("purpose"))
        if "tagging" in purposes:
            tags.append(sound(said))
        elif "highlighting" not in purposes:
            notes.append(prose(said))
        for key in ("tag", "keyword"):
            tags += [sound(tag) for tag in listed(record(body).get(key))]
    return "\n\n".join(note for note in notes if note), [tag for tag in tags if tag]


def _selector(one: Record) -> Record:
    """Return the selector that quotes, looking into refined ones a few steps deep."""
    waiting = [selector for target in listed(one.get("target")) for selector in _selectors(target)]
    for _ in range(64):
        if not waiting:
            break
        selector = waiting.pop(0)
        if selector.get("type") == "TextQuoteSelector" or ("exact" in selector):
            return selector
        waiting += _selectors({"selector": selector.get("refinedBy")})
    return record(record(next(iter(listed(one.get("target"))), None)).get("text"))


def _selectors(target: object) -> list[Record]:
    return [one for one in listed(record(target).get("selector")) if isinstance(one, dict)]


def _address_of(one: Record) -> str:
    if found := address(one.get("uri")):
        return found
    for target in listed(one.get("target")):
        if isinstance(target, str):
            return address(target.partition("#")[0])
        source = record(target).get("source", record(target).get("id"))
        if found := address(record(source).get("id") if isinstance(source, dict) else source):
            return found
    return ""


def _title_of(one: Record) -> str:
    titles = listed(record(one.get("document")).get("title"))
    for target in listed(one.get("target")):
        source = record(record(target).get("source"))
        titles += [source.get("title"), record(target).get("title")]
    return next((found for title in titles if (found := words(title))), "")
