"""Bytes of one document to a `CleanDocument`: the way in for every format."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing_app.domain.article import Block, BlockKind, CleanDocument, Removal
from briefing_app.domain.links import links_in
from briefing_app.errors import InputError
from briefing_app.ingest.blocks import Canonical, assemble
from briefing_app.ingest.dates import machine_date
from briefing_app.ingest.duplicates import bytes_hash
from briefing_app.ingest.encoding.decoding import Decoded, decode
from briefing_app.ingest.encoding.mojibake import repair
from briefing_app.ingest.html.page import read_html
from briefing_app.ingest.html.passage import is_passage, read_passage
from briefing_app.ingest.html.writer import body_html
from briefing_app.ingest.junk.engine import find_removals
from briefing_app.ingest.junk.page import Page
from briefing_app.ingest.language import detect_language
from briefing_app.ingest.limits import check_blank, check_bytes, check_text
from briefing_app.ingest.plain.about import About, read_about
from briefing_app.ingest.plain.markdown import read_markdown
from briefing_app.ingest.plain.reader import read_plain
from briefing_app.ingest.readers.found import HIDDEN, Found
from briefing_app.ingest.readers.reading import read_document
from briefing_app.ingest.recognise import Media, media_of, refuse_binary
from briefing_app.ingest.sanitise import sanitise
from briefing_app.ingest.shape import is_title_case, looks_like_heading
from briefing_app.ingest.traced import Traced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.links import LinkSpan


@dataclass(frozen=True, slots=True)
class _Draft:
    """What a format's reader found, before junk is looked for."""

    canonical: Canonical
    about: About
    language: str = ""
    media: Media = Media.PLAIN
    encoding: str = ""
    warnings: tuple[str, ...] = ()
    marked_up: bool = True
    links: tuple[LinkSpan, ...] = ()


def clean(
    data: bytes,
    source: str,
    *,
    media_type: str = "",
    charset: str = "",
    url: str = "",
    site_rules: Sequence[tuple[str, str]] = (),
) -> CleanDocument:
    """Read one document; ``source`` is its path or address and names it in every sentence.

    ``media_type`` and ``charset`` are what came with it (a header), ``url`` where it came from,
    ``site_rules`` the (site, passage) pairs that the reader always hides. InputError says why
    something cannot be read and what to do.
    """
    name = source.replace("\\", "/").rsplit("/", 1)[-1] or source
    check_bytes(data, name)
    draft = _draft(data, name, media_type, charset, url)
    canonical, about = draft.canonical, draft.about
    if not canonical.text:
        raise InputError(f"“{name}” holds no text that can be read.", hint="The page may be empty.")
    check_text(canonical.text, name)
    page = Page(
        canonical.text,
        canonical.blocks,
        canonical.hints,
        title=about.title,
        site=about.site,
        url=about.url or url,
        author=about.author,
        marked_up=draft.marked_up,
    )
    removals = _with_quoted(canonical, find_removals(page, site_rules))
    blocks = _retyped(canonical, removals)
    return CleanDocument(
        source=source,
        media_type=draft.media.value,
        encoding=draft.encoding,
        sha256=bytes_hash(data),
        title=about.title or name,
        text=canonical.text,
        blocks=blocks,
        removals=removals,
        author=about.author,
        site=about.site,
        published=about.published,
        language=detect_language(canonical.text, draft.language),
        url=about.url or url,
        html=sanitise(body_html(canonical.text, blocks, removals, draft.links)),
        offset_map=canonical.offset_map,
        warnings=draft.warnings,
    )


def _draft(data: bytes, name: str, media_type: str, charset: str, url: str) -> _Draft:
    """Read whatever it is: a document with a reader of its own, a page or text wrapped in one, or bare text."""
    read = read_document(data, name)
    if read is None:
        return _text(data, name, media_type, charset, url)
    media, found = read
    if isinstance(found, Found):
        canonical = assemble(found.blocks, traced=False)
        return _Draft(canonical, found.about, found.language, media, found.encoding, found.warnings)
    inner = _text(found.data, name.removesuffix(".gz"), found.media_type, found.charset, found.url or url)
    return inner if media is Media.GZIP else replace(inner, media=media)


def _text(data: bytes, name: str, media_type: str, charset: str, url: str) -> _Draft:
    refuse_binary(data, name)
    decoded, media = _decoded(data, name, media_type, charset)
    check_blank(decoded.text, name)
    if media is Media.HTML:
        draft = _passage(decoded, name) if is_passage(media_type) else _html(decoded, name, url)
    else:
        check_text(decoded.text, name)
        draft = _linear(decoded, media)
    return replace(draft, media=media, encoding=decoded.encoding, warnings=decoded.warnings)


def _with_quoted(canonical: Canonical, removals: tuple[Removal, ...]) -> tuple[Removal, ...]:
    """Hide the blocks that a reader of letters hints at: the letter answered, and how this one is sent."""
    quoted = [
        Removal(block.start, block.end, hint, HIDDEN[hint])
        for block, hint in zip(canonical.blocks, canonical.hints, strict=True)
        if hint in HIDDEN
    ]
    if not 0 < len(quoted) < len(canonical.blocks):
        return removals
    starts = [one.start for one in quoted]

    def apart(one: Removal) -> bool:
        before = bisect.bisect_left(starts, one.end) - 1
        return before < 0 or quoted[before].end <= one.start

    return tuple(sorted([*filter(apart, removals), *quoted], key=lambda one: one.start))


def _decoded(data: bytes, name: str, media_type: str, charset: str) -> tuple[Decoded, Media]:
    charset = charset or (media_type if "charset" in media_type.lower() else "")
    decoded = decode(data, html=False, charset=charset)
    if decoded is None:
        raise InputError(f"The encoding of “{name}” cannot be told.", hint="Save it as UTF-8 and try again.")
    media = media_of(decoded.text, name, media_type)
    if media is Media.HTML:
        decoded = decode(data, html=True, charset=charset) or decoded
    return decoded, media


# --- the two kinds of input ------------------------------------------------------------------------


def _linear(decoded: Decoded, media: Media) -> _Draft:
    text = repair(Traced.whole(decoded.text))
    fields: dict[str, str] = {}
    if media is Media.MARKDOWN:
        raw, fields = read_markdown(text)
    else:
        raw = read_plain(text)
    about, raw = read_about(raw)
    return _Draft(assemble(raw, traced=True), _with_fields(about, fields), marked_up=False)


def _with_fields(about: About, fields: dict[str, str]) -> About:
    """Let the front matter of a Markdown text win over what its lines say."""
    return About(
        title=fields.get("title") or about.title,
        author=fields.get("author") or fields.get("authors") or about.author,
        published=machine_date(fields.get("date") or fields.get("published") or "") or about.published,
        url=fields.get("url") or fields.get("source") or fields.get("link") or about.url,
        site=fields.get("site") or fields.get("publication") or about.site,
    )


def _html(decoded: Decoded, name: str, url: str) -> _Draft:
    text = repair(Traced.whole(decoded.text)).text
    page = read_html(text, name, url)
    meta = page.metadata
    title = meta.title or read_about(page.blocks)[0].title
    about = About(title, meta.author, meta.published, meta.url, meta.site)
    canonical = assemble(page.blocks, traced=False)
    return _Draft(canonical, about, meta.language, links=links_in(text, canonical.text, meta.url or url))


def _passage(decoded: Decoded, name: str) -> _Draft:
    text = repair(Traced.whole(decoded.text)).text
    about, blocks = read_about(read_passage(text, name))
    canonical = assemble(blocks, traced=False)
    return _Draft(canonical, about, links=links_in(text, canonical.text, ""))


def _retyped(canonical: Canonical, removals: Sequence[Removal]) -> tuple[Block, ...]:
    """Make headings of paragraphs that a promotion behind them had disguised."""
    if not removals:
        return canonical.blocks
    blocks = list(canonical.blocks)
    ending = {block.end: index for index, block in enumerate(blocks[:-1])}
    for one in removals:
        index = ending.get(one.end, -1)
        if index < 0 or blocks[index].kind is not BlockKind.PARAGRAPH or blocks[index].start >= one.start:
            continue
        left = canonical.text[blocks[index].start : one.start].strip().removesuffix(".")
        if looks_like_heading(left) and is_title_case(left):
            blocks[index] = replace(blocks[index], kind=BlockKind.HEADING, level=2)
    return tuple(blocks)
