"""Notices over a page go, also where the page is short; a page about cookies stays."""

from __future__ import annotations

import pytest

from briefing_app.domain.article import visible_spans
from briefing_app.ingest.clean import clean

NOTE = "The bridge over the lock is closed until Friday, because two bolts were found to be cracked."
NOTICE = "We and our many partners store and read information on your device, to show what you may like, and MARK. " * 4


def _seen(body: str) -> str:
    document = clean(f"<html><head><title>Bridge closed</title></head><body>{body}</body></html>".encode(), "a")
    return "".join(document.text[a:b] for a, b in visible_spans(len(document.text), document.removals))


@pytest.mark.parametrize(
    "banner",
    [
        "<div class=cookie-notice-container><p>{}</p></div>",
        "<div id=onetrust-banner><p>{}</p><button>Accept</button></div>",
        "<section class='c-gdpr'><h2>Privacy</h2><p>{}</p></section>",
        "<div role=dialog><div><p>{}</p></div></div>",
        "<footer class=CookieBar><p>{}</p></footer>",
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_banner_when_it_outweighs_a_short_page_then_the_page_is_read(banner: str, first: bool) -> None:
    article = f"<article><h1>Bridge closed</h1><p>{NOTE}</p></article>"
    notice = banner.format(NOTICE)
    assert _seen(notice + article if first else article + notice).strip() == NOTE


@pytest.mark.parametrize(
    "page",
    [
        "<div class=cookie-policy><h1>Bridge closed</h1><p>{}</p></div>",
        "<div id=cookies><article><p>{}</p></article></div>",
        "<div class=gdpr><p>{}</p></div>",
    ],
)
def test_banner_when_it_is_all_there_is_then_it_is_the_text(page: str) -> None:
    assert "MARK" in _seen(page.format(NOTICE))
