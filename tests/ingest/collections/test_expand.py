"""Every format is told by its content and read to the same plain values."""

from __future__ import annotations

import pytest

from briefing_app.ingest.collections.expand import expand
from briefing_app.ingest.collections.sniff import may_be_collection
from tests.ingest.collections import samples
from tests.ingest.collections.samples import ALL, BODY, URL, zipped

KINDS = {
    "rss": ("RSS feed", 2),
    "rss1": ("RSS 1.0 feed", 1),
    "atom": ("Atom feed", 2),
    "jsonfeed": ("JSON feed", 1),
    "opml": ("list of feeds (OPML)", 0),
    "pocket": ("Pocket export", 2),
    "pocket-page": ("Pocket export", 2),
    "instapaper": ("Instapaper export", 2),
    "readwise": ("Readwise export", 1),
    "wallabag": ("wallabag export", 1),
    "csl": ("bibliography (CSL-JSON)", 1),
    "ris": ("bibliography (RIS)", 2),
    "bibtex": ("bibliography (BibTeX)", 2),
    "zotero": ("Zotero export", 1),
    "hypothesis": ("Hypothesis export", 1),
    "web-annotation": ("web annotations", 1),
    "readium": ("Readium annotations", 1),
    "bookmarks": ("browser bookmarks", 2),
    "omnivore": ("Omnivore export", 1),
}
WITH_AUTHOR_AND_DAY = {"rss", "atom", "wallabag", "csl", "ris", "zotero", "omnivore"}
WITH_QUOTE = {"instapaper", "wallabag", "hypothesis", "web-annotation", "readium", "omnivore"}


@pytest.mark.parametrize("name", ALL)
def test_expand_when_named_misleadingly_then_content_tells(name: str) -> None:
    found = expand(ALL[name], "folder/notes.txt")
    assert found is not None
    assert (found.kind, len(found.items)) == KINDS[name]
    if found.items and name != "jsonfeed":
        assert found.items[0].url == URL
        assert "erring" in found.items[0].title or name == "web-annotation"


@pytest.mark.parametrize("name", sorted(WITH_AUTHOR_AND_DAY))
def test_expand_when_author_and_day_are_given_then_kept(name: str) -> None:
    found = expand(ALL[name], name)
    assert found is not None
    assert found.items[0].author.startswith("Ane Berg")
    assert found.items[0].published in ("2026-11-16", "2026-11-15")
    assert "fish" in found.items[0].tags


@pytest.mark.parametrize("name", sorted(WITH_QUOTE))
def test_expand_when_passages_were_marked_then_highlights(name: str) -> None:
    found = expand(ALL[name], name)
    assert found is not None
    assert found.items[0].highlights[0].quote.startswith("rejected a quota")


def test_expand_when_rss_has_full_content_then_that_and_not_the_summary() -> None:
    found = expand(samples.RSS, "feed")
    assert found is not None
    assert found.title == "North Sea Post"
    assert found.items[0].html == BODY
    assert found.items[0].title == "Herring talks & cod"
    assert found.items[0].identity == "h-1"
    assert not found.items[1].has_body


def test_expand_when_feed_uses_entities_of_html_then_they_are_read() -> None:
    found = expand(
        samples.RSS.replace(b"<content:encoded>", b"<other>").replace(b"</content:encoded>", b"</other>"), ""
    )
    assert found is not None
    assert found.items[0].html == "Short\xa0form."


def test_expand_when_items_carry_media_then_their_own_title_and_text() -> None:
    feed = b"""<rss xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Post</title><item>
    <media:title>A picture</media:title><media:description>Of a very long and beautiful herring</media:description>
    <title>Herring</title><description>It was rejected.</description></item></channel></rss>"""
    found = expand(feed, "feed")
    assert found is not None
    assert (found.items[0].title, found.items[0].html) == ("Herring", "It was rejected.")


def test_expand_when_link_is_damaged_then_no_address() -> None:
    found = expand(samples.ATOM.replace(b'href="herring"', b'href="http://[::1/"'), "feed")
    assert found is not None
    assert found.items[0].url == ""


def test_expand_when_atom_text_holds_a_sign_of_markup_then_it_stays_text() -> None:
    found = expand(samples.ATOM, "feed")
    assert found is not None
    assert found.items[1].html == "3 &lt; 4 tonnes"


def test_expand_when_opml_then_feeds_once_with_folders_and_no_files() -> None:
    found = expand(samples.OPML, "x")
    assert found is not None
    assert [(one.title, one.url, one.folder) for one in found.feeds] == [
        ("North Sea Post", "https://news.example/feed", "Fish"),
        ("Cod", "https://cod.example/atom", ""),
    ]


def test_expand_when_pocket_then_tags_time_and_status() -> None:
    found = expand(samples.POCKET, "x")
    assert found is not None
    first = found.items[0]
    assert (first.tags, first.saved, first.archived) == (("fish", "talks"), "2025-11-16T09:14:03+00:00", True)
    page = expand(samples.POCKET_PAGE, "x")
    assert page is not None
    assert [one.archived for one in page.items] == [False, True]


def test_expand_when_instapaper_names_an_address_twice_then_one_item() -> None:
    found = expand(samples.INSTAPAPER, "x")
    assert found is not None
    assert [len(one.highlights) for one in found.items] == [2, 0]
    assert found.items[1].tags == ("Fish",)


def test_expand_when_readwise_then_note_and_time_of_each_passage() -> None:
    found = expand(samples.READWISE, "x")
    assert found is not None
    first, second = found.items[0].highlights
    assert (first.note, first.created) == ("Really?", "2026-11-16T10:00:00+00:00")
    assert second.quote == "the season, open in May"


def test_expand_when_bibtex_then_macros_accents_and_braces_are_read() -> None:
    found = expand(samples.BIBTEX, "x")
    assert found is not None
    first, second = found.items
    assert first.title == "The Herring talks — and Müller's Étude"
    assert (first.author, first.site, first.published) == ("Ane Berg, Øystein Vik", "North Sea Post", "2026-11")
    assert first.text == "Norway rejected a quota of 12%."
    assert second.url == "https://news.example/cod"


def test_expand_when_annotations_then_context_tags_and_page_notes() -> None:
    found = expand(samples.HYPOTHESIS, "x")
    assert found is not None
    item = found.items[0]
    assert (item.highlights[0].prefix, item.highlights[0].tags) == ("Norway ", ("fish",))
    assert (item.note, item.tags) == ("On the whole page.", ("page",))
    web = expand(samples.WEB_ANNOTATION, "x")
    assert web is not None
    assert web.items[0].highlights[0].type == "Question"


def test_expand_when_bookmarks_then_folders_and_nothing_active() -> None:
    found = expand(samples.BOOKMARKS, "x")
    assert found is not None
    assert found.items[0].tags == ("talks", "Fish")
    assert found.items[0].note == "Read it soon"
    assert found.feeds[0].url == "https://news.example/feed"
    assert not any("javascript" in one.url for one in found.items)


def test_expand_when_bookmarks_are_many_and_never_closed_then_all_of_them() -> None:
    many = b"".join(b'<DT><A HREF="https://news.example/%d">N%d</A>\n' % (n, n) for n in range(5000))
    found = expand(b"<!DOCTYPE NETSCAPE-Bookmark-file-1><H1>B</H1><DL><p>" + many, "x")
    assert found is not None
    assert len(found.items) == 5000
    assert found.items[-1].url == "https://news.example/4999"
    assert found.items[0].tags == ()


def test_expand_when_omnivore_then_page_highlights_and_progress() -> None:
    found = expand(samples.OMNIVORE, "x")
    assert found is not None
    item = found.items[0]
    assert item.html == BODY
    assert item.read
    assert [(one.quote, one.note, one.tags) for one in item.highlights] == [
        ("rejected a quota", "Really?", ("quota",)),
        ("the season open in May", "", ()),
    ]


def test_expand_when_zip_holds_collections_then_all_and_the_rest_is_named() -> None:
    found = expand(zipped({"a/part_0.csv": samples.POCKET, "b.json": samples.CSL, "c.txt": b"Words."}), "x.zip")
    assert found is not None
    assert len(found.items) == 3
    assert "c.txt" in found.warnings[0]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Herring talks end, Norway says.\n\nThe url, title and selection of it.",
        b"<!doctype html><html><head><title>A</title></head><body><p>feed of <rss> things</p></body></html>",
        b"[Draft] Agreement on herring\n\nNorway rejected it.",
        b"{not json at all}",
        b'{"a": 1}',
        b"@herring is a handle, not an entry.",
        b"\x00\x01\x02\x03",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}),
        zipped({"a.txt": b"Words."}),
    ],
)
def test_expand_when_one_document_then_none(data: bytes) -> None:
    assert expand(data, "x") is None


@pytest.mark.parametrize("name", ALL)
def test_may_be_collection_when_it_is_one_then_yes(name: str) -> None:
    assert may_be_collection(ALL[name])
    assert not may_be_collection(b"<!doctype html><html><body><p>Norway rejected it.</p></body></html>")


def test_expand_when_feed_is_utf16_then_read() -> None:
    wide = samples.ATOM.decode().encode("utf-16")
    found = expand(wide, "x")
    assert found is not None
    assert found.items[0].url == URL
