"""The feeds that ordinary pages name."""

from __future__ import annotations

import pytest

from briefing_app.errors import InputError
from briefing_app.ingest.collections.discovery import MOST, feeds_of_page

PLACE = "https://news.example/world/"


def found(page: str, url: str = PLACE) -> list[tuple[str, str]]:
    return [(one.title, one.url) for one in feeds_of_page(page.encode(), url).feeds]


def link(href: str, title: str = "", kind: str = "application/rss+xml", rel: str = "alternate") -> str:
    return f'<link rel="{rel}" type="{kind}" title="{title}" href="{href}">'


def test_feeds_when_declared_then_in_the_page_order_with_their_titles() -> None:
    page = (
        "<html><head><title>North Sea Post</title>"
        + link("/feed", "All &amp; everything")
        + link("fish.atom", "Fish", "application/atom+xml; charset=utf-8")
        + link("https://other.example/f.json", "", "application/feed+json", "ALTERNATE feed")
        + link("/feed", "twice")
        + link("/sitemap.xml", "no", "application/xml")
        + link("/style.css", "no", "application/rss+xml", "stylesheet")
        + link("javascript:alert(1)", "no")
        + link("file:///etc/passwd", "no")
        + "</head><body><a href='/rss'>RSS</a></body></html>"
    )
    assert found(page) == [
        ("All & everything", "https://news.example/feed"),
        ("Fish", "https://news.example/world/fish.atom"),
        ("North Sea Post", "https://other.example/f.json"),
    ]


def test_feeds_when_the_page_has_a_base_then_addresses_hang_on_it() -> None:
    page = f"<base href='https://cdn.example/a/'>{link('feed.xml')}"
    assert found(page) == [("", "https://cdn.example/a/feed.xml")]


def test_feeds_when_none_is_declared_then_links_that_look_like_one() -> None:
    page = (
        "<title>Post</title><a href='/feedback'>Feedback</a><a href='/rss.xml'>News by RSS</a>"
        "<a href='https://feeds.example/x?format=rss' title='All'>x</a><a href='/world/feed/'><img></a>"
        "<a href='/seafeeding'>Sea</a>"
    )
    assert found(page) == [
        ("News by RSS", "https://news.example/rss.xml"),
        ("All", "https://feeds.example/x?format=rss"),
        ("Post", "https://news.example/world/feed/"),
    ]


@pytest.mark.parametrize("page", ["", "<p>Nothing", "<link rel=alternate type=application/rss+xml>", "<link"])
def test_feeds_when_there_are_none_then_none(page: str) -> None:
    assert found(page) == []


def test_feeds_when_a_page_names_thousands_then_bounded() -> None:
    assert len(found("".join(link(f"/{number}") for number in range(5000)))) == MOST


def test_feeds_when_it_is_no_page_then_a_sentence() -> None:
    with pytest.raises(InputError, match="neither a feed nor a page"):
        feeds_of_page(bytes(range(256)) * 40, PLACE)


def test_feeds_when_the_page_has_an_encoding_of_its_own_then_its_titles_are_read() -> None:
    page = link("/feed", "Fischerei für alle").encode("latin-1")
    assert feeds_of_page(page, PLACE, "iso-8859-1").feeds[0].title == "Fischerei für alle"
