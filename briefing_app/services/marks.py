"""Putting on an article what a reader had marked in it elsewhere; what is not found again is told, never dropped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.annotate.anchoring import anchor_in
from briefing_app.annotate.resolve import resolve_quote
from briefing_app.domain.anchor import AnchorState
from briefing_app.domain.annotation import Annotation, annotation_type
from briefing_app.domain.ids import AnnotationId, new_id
from briefing_app.services.annotating import clean_tags
from briefing_app.services.clock import now

if TYPE_CHECKING:
    from briefing_app.domain.article import Article, Version
    from briefing_app.domain.collection import Item, Quoted
    from briefing_app.store.session import Work

WHOLE = "Note"
"""Type of the annotation that says something of an article as a whole; it stands on its first paragraph."""
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Marked:
    """What became of the marks: how many were added, whether the whole article got one, sentences on the lost ones."""

    added: int
    on_whole: bool
    lost: tuple[str, ...]


def mark(work: Work, article: Article, item: Item) -> Marked:
    """Annotate an article with an item's highlights, its note and (where there is either) its tags."""
    if not (item.highlights or item.note):
        return Marked(0, False, ())
    version = work.articles.current_version(article.id)
    there = {(one.anchor.start, one.anchor.end, one.note) for one in work.annotations.of_article(article.id)}
    added = 0
    lost = []
    for quoted in item.highlights:
        span, sentence = _place(version, quoted)
        if span is None:
            lost.append(sentence)
        elif (*span, quoted.note) not in there:
            there.add((*span, quoted.note))
            _annotate(work, version, span, quoted.type, quoted.note, quoted.tags, quoted.created)
            added += 1
    whole = _first_paragraph(version)
    wanted = bool(item.note or item.tags) and whole is not None
    if whole is not None and wanted and (*whole, item.note) not in there:
        _annotate(work, version, whole, WHOLE, item.note, item.tags, item.saved)
        added += 1
    return Marked(added, wanted, tuple(lost))


def _place(version: Version, quoted: Quoted) -> tuple[tuple[int, int] | None, str]:
    """Return where a quote stands, or None and the sentence that keeps it for the reader."""
    found = resolve_quote(version.text, quoted.quote, quoted.prefix, quoted.suffix)
    if found.start is not None and found.end is not None and found.start < found.end:
        return (found.start, found.end), ""
    why = "stands there more than once" if found.state is AnchorState.AMBIGUOUS else "was not found in the text"
    quote = quoted.quote if len(quoted.quote) <= _SHOWN else f"{quoted.quote[:_SHOWN]} …"
    besides = [f"note: {quoted.note}"] if quoted.note else []
    besides += [f"tags: {', '.join(quoted.tags)}"] if quoted.tags else []
    aside = f" ({'; '.join(besides)})" if besides else ""
    return None, f"The highlight “{quote}”{aside} {why}."


def _first_paragraph(version: Version) -> tuple[int, int] | None:
    return next(((one.start, one.end) for one in version.blocks if one.start < one.end), None)


def _annotate(
    work: Work,
    version: Version,
    span: tuple[int, int],
    type: str,
    note: str,
    tags: tuple[str, ...],
    created: str,
) -> None:
    moment = now()
    annotation = Annotation(
        id=AnnotationId(new_id()),
        version=version.id,
        article=version.article,
        anchor=anchor_in(version, *span),
        type=annotation_type(type).name,
        note=note,
        tags=clean_tags(tags),
        created=created if "T" in created else moment,
        modified=moment,
    )
    work.annotations.add(annotation)
