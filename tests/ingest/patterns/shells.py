"""Whole pages: what sites of many kinds and years put around an article."""

# ruff: noqa: E501 (markup stands as sites write it)

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.ingest.patterns import furniture as f

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.patterns.prose import Prose


@dataclass(frozen=True)
class Story:
    """What a page tells: its title, standfirst (may be empty), author, ISO date and body."""

    title: str
    standfirst: str
    author: str
    date: str
    body: str

    @property
    def day(self) -> str:
        months = "January February March April May June July August September October November December".split()
        return f"{int(self.date[8:])} {months[int(self.date[5:7]) - 1]} {self.date[:4]}"


def _page(head: str, body: str, lang: str = "en") -> str:
    return f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def _jsonld(story: Story, **more: object) -> str:
    value = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": f"{story.date}T08:15:00+01:00",
        "dateModified": "2026-09-09T10:00:00Z",
        "author": [{"@type": "Person", "name": story.author}],
        "publisher": {"@type": "Organization", "name": "The Harbour Post"},
    } | more
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def news(prose: Prose, story: Story, lang: str = "en") -> str:
    head = (
        f'<title>{story.title} | The Harbour Post</title><meta property="og:title" content="{story.title}">'
        + _jsonld(story)
    )
    head += '<meta property="og:site_name" content="The Harbour Post">'
    lead = f'<p class="article__standfirst">{story.standfirst}</p>' if story.standfirst else ""
    article = (
        f'<article class="article"><header class="article__header"><h1>{story.title}</h1>{lead}<div class="byline">By '
        f'<a href="/a" rel="author">{story.author}</a> <time datetime="{story.date}">{story.day}</time></div>'
        f'{f.share(prose)}</header><div class="article__body">{story.body}</div>{f.tags(prose)}{f.author_box(prose)}</article>'
    )
    body = (
        f.cookie(prose)
        + "<header>"
        + f.nav(prose)
        + "</header><main>"
        + f.breadcrumbs(prose)
        + article
        + f.related(prose)
    )
    return _page(head, body + "</main>" + f.sidebar(prose) + f.footer(prose), lang)


def wordpress(prose: Prose, story: Story, lang: str = "en") -> str:
    head = f"<title>{story.title} – Notes from the Quay</title>"
    head += f'<meta property="article:published_time" content="{story.date}T22:10:00+00:00">'
    head += '<meta property="article:modified_time" content="2026-08-01T22:10:00+00:00">'
    lead = f"<p>{story.standfirst}</p>" if story.standfirst else ""
    body = (
        f'<div id="page" class="hfeed site"><div id="masthead" class="site-header"><p class="site-title">Notes from the Quay</p>'
        f'{f.nav(prose)}</div><div id="content"><div id="primary"><div id="post-91" class="post type-post hentry">'
        f'<h1 class="entry-title">{story.title}</h1><div class="entry-meta">Posted on <span class="posted-on">{story.day}</span> by '
        f'<span class="author vcard">{story.author}</span></div><div class="entry-content">{lead}{story.body}'
        f'<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3>{f.share(prose, "sd-content")}</div>'
        f'<div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3></div></div>'
        f'<div class="entry-footer">Posted in <a href="/c/r">Rivers</a></div></div>'
        f"{f.comments(prose)}</div></div>{f.sidebar(prose, 'div')}</div>"
    )
    return _page(head, body + f.footer(prose, "div"), lang)


def divsoup(prose: Prose, story: Story, lang: str = "en") -> str:
    head = f'<title>{story.title}</title><meta name="date" content="{story.date}">'
    lead = f'<div class="lead">{story.standfirst}</div>' if story.standfirst else ""
    body = (
        f'<div id="wrapper">{f.div_nav(prose)}<div id="main"><div id="left">{f.sidebar(prose, "div")}</div><div id="center">'
        f'<h1>{story.title}</h1><div class="date">{story.day}</div>{lead}<div class="text">{story.body}</div>'
        f'<div class="tools"><a href="#">Print</a> <a href="#">Send to a friend</a></div></div></div></div>'
    )
    return _page(head, body + f.footer(prose, "div"), lang)


def old_table(prose: Prose, story: Story, lang: str = "en") -> str:
    links = "".join(f'<a href="p{k}.html">{prose.place()}</a><br>' for k in range(9))
    lead = f"<b>{story.standfirst}</b><br><br>" if story.standfirst else ""
    body = (
        '<table width="760" cellpadding="4"><tr><td colspan="2"><img src="logo.gif"></td></tr><tr>'
        f'<td width="150" valign="top">{links}</td><td valign="top"><font size="5"><b>{story.title}</b></font><br>'
        f'<i>{story.author}, {story.day}</i><br><br>{lead}{story.body}</td></tr><tr><td colspan="2" align="center">'
        '<font size="1">Copyright 2011. Best viewed at 1024x768.</font></td></tr></table>'
    )
    return f"<html><head><title>{story.title}</title></head><body bgcolor=white>{body}</body></html>"


def government(prose: Prose, story: Story, lang: str = "en") -> str:
    head = f'<title>{story.title} - Ministry of Waterways</title><meta name="dcterms.issued" content="{story.date}">'
    lead = f'<p class="gem-c-lead-paragraph">{story.standfirst}</p>' if story.standfirst else ""
    side = "".join(f'<li><a href="/g/{k}">{prose.heading()}</a></li>' for k in range(6))
    body = (
        f'<div id="global-cookie-message">{f.cookie(prose)}</div><header>{f.nav(prose)}</header><div class="wrapper"><main id="content" '
        f'role="main">{f.breadcrumbs(prose)}<div class="title-block"><span class="context">Press release</span>'
        f'<h1>{story.title}</h1>{lead}</div><dl class="metadata"><dt>From:</dt><dd><a href="/m">Ministry of Waterways</a></dd>'
        f'<dt>Published</dt><dd>{story.day}</dd></dl><div class="govspeak">{story.body}</div>'
        f'<div class="contents-nav"><h2>Explore the topic</h2><ul>{side}</ul></div><div class="feedback-prompt">'
        "<h2>Is this page useful?</h2><button>Yes</button><button>No</button><p>Help us improve this website: tell us what "
        "went wrong and what you were doing.</p></div></main></div>"
    )
    return _page(head, body + f.footer(prose), lang)


def substack(prose: Prose, story: Story, lang: str = "en") -> str:
    head = (
        f'<title>{story.title} - by {story.author}</title><meta property="og:title" content="{story.title}">'
        + _jsonld(story)
    )
    lead = f'<h3 class="subtitle">{story.standfirst}</h3>' if story.standfirst else ""
    body = (
        f'<div id="entry"><div class="main-menu"><a href="/">Tidewrack</a></div><article class="typography newsletter-post post">'
        f'<div class="post-header"><h1 class="post-title">{story.title}</h1>{lead}<div class="meta">{story.author} · '
        f'{story.day}</div></div><div class="available-content"><div class="body markup">{story.body}</div></div></article>'
        f'<div class="subscribe-widget"><p>Thanks for reading Tidewrack! Subscribe for free to receive new posts.</p></div>'
        f'<div class="comments-page"><h4>Discussion about this post</h4>{f.comments(prose, "comment-list-container", 3)}</div></div>'
    )
    return _page(head, body + f.footer(prose), lang)


def amp(prose: Prose, story: Story, lang: str = "en") -> str:
    head = f"<title>{story.title}</title>" + _jsonld(story)
    lead = f'<p class="lead">{story.standfirst}</p>' if story.standfirst else ""
    body = (
        f'<amp-sidebar id="sb"><ul><li><a href="/w">World</a></li></ul></amp-sidebar><article class="amp-wp-article"><header><h1>'
        f'{story.title}</h1><div class="amp-wp-byline">{story.author}</div></header><div class="amp-wp-article-content">{lead}'
        f"{story.body}<amp-ad width=300></amp-ad></div>{f.related(prose, 'div', 'amp-related-posts', 'You may also like')}</article>"
    )
    return _page(head, body + f.footer(prose), lang).replace("<html", "<html amp", 1)


def react(prose: Prose, story: Story, lang: str = "en") -> str:
    """Hashed class names: nothing in them says what is what."""
    head = f'<title>{story.title} — Tideline</title><meta property="og:title" content="{story.title}">'
    head += f'<meta property="article:published_time" content="{story.date}">'
    lead = f'<p class="sc-1b">{story.standfirst}</p>' if story.standfirst else ""
    cards = "".join(
        f'<div class="sc-9k"><a href="/s/{k}"><h3 class="sc-9h">{prose.title()}</h3><p class="sc-9p">{prose.sentence()}</p></a></div>'
        for k in range(5)
    )
    body = (
        f'<div id="__next"><div class="sc-0"><div class="sc-a1">{f.div_nav(prose)}</div><div class="sc-b2"><h1 class="sc-t">'
        f'{story.title}</h1>{lead}<div class="sc-m"><span>{story.author}</span><span>{story.day}</span><span>5 min read</span></div>'
        f'<div class="sc-c3">{story.body}</div></div><div class="sc-d4"><h2 class="sc-h">Up next</h2>{cards}</div></div></div>'
    )
    return _page(head, body, lang)


def pressroom(prose: Prose, story: Story, lang: str = "en") -> str:
    head = f'<title>{story.title} :: Varn Shipping</title><meta name="publish_date" content="{story.date}">'
    lead = f"<p><strong>{story.standfirst}</strong></p>" if story.standfirst else ""
    contact = '<div class="media-contact"><h4>Media contact</h4><p>Press office, Varn Shipping<br>press@varn.example<br>+00 555 0101</p></div>'
    body = (
        f'<div class="page"><div class="header">{f.nav(prose, "nav-top")}</div><div class="press-release content-area"><h2 '
        f'class="headline">{story.title}</h2><p class="release-date">{story.day}</p>{lead}{story.body}{contact}</div>'
        f"{f.related(prose, 'div', 'latest-news', 'Latest news')}</div>"
    )
    return _page(head, body + f.footer(prose), lang)


def magazine(prose: Prose, story: Story, lang: str = "en") -> str:
    head = f"<title>{story.title}</title>" + _jsonld(story, **{"@type": "Article"})
    lead = f'<div class="dek">{story.standfirst}</div>' if story.standfirst else ""
    body = (
        f'<div class="site"><header class="hero"><h1 class="hed">{story.title}</h1>{lead}<p class="credits">Words by {story.author}'
        f'</p></header><div class="story-grid"><div class="col-left">{f.share(prose, "share-rail")}</div><div class="col-main '
        f'longform">{story.body}</div><div class="col-right">{f.sidebar(prose, "div")}</div></div>'
        f"{f.newsletter(prose)}{f.related(prose, 'section', 'recirc', 'Keep reading')}</div>"
    )
    return _page(head, body + f.footer(prose), lang)


SHELLS: tuple[Callable[..., str], ...] = (
    news, wordpress, divsoup, old_table, government, substack, amp, react, pressroom, magazine,
)  # fmt: skip
