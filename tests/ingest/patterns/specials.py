"""Pages of special kinds: forums, questions, encyclopedias, live blogs, mail, pages made by scripts."""

# ruff: noqa: E501 (markup stands as sites write it)

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.ingest.patterns import furniture as f

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.patterns.prose import Prose

Special = tuple[str, list[str]]


def _page(title: str, body: str, head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{body}</body></html>"
    )


def _ps(texts: list[str]) -> str:
    return "".join(f"<p>{one}</p>" for one in texts)


def forum(prose: Prose, title: str) -> Special:
    posts = [prose.paragraph(2, 3) for _ in range(6)]
    rows = "".join(
        f'<div id="p{k}" class="post bg2"><div class="postbody"><h3><a href="#p{k}">Re: {title}</a></h3><p class="author">by '
        f'<strong>user{k}</strong> » Mon Mar 0{k + 1}, 2021 9:1{k} am</p><div class="content">{text}</div></div>'
        f'<dl class="postprofile"><dt>user{k}</dt><dd>Posts: {k * 31}</dd></dl></div>'
        for k, text in enumerate(posts)
    )
    body = f'<div id="page-header">{f.div_nav(prose)}</div><div id="page-body"><h2>{title}</h2>{rows}</div>{f.footer(prose, "div")}'
    return _page(f"{title} • Quay forum", body), posts


def question(prose: Prose, title: str) -> Special:
    asked, answers = prose.paragraphs(2), [prose.paragraphs(2) for _ in range(3)]
    block = "".join(
        f'<div class="answer" itemprop="suggestedAnswer"><div class="votecell"><span>{k * 7}</span></div><div class="s-prose '
        f'js-post-body" itemprop="text">{_ps(one)}</div><div class="user-info">answered by <a href="#">u{k}</a></div></div>'
        for k, one in enumerate(answers)
    )
    body = (
        f'<header>{f.nav(prose)}</header><div id="content"><h1><a href="#">{title}</a></h1><div id="mainbar"><div class="question">'
        f'<div class="s-prose js-post-body" itemprop="text">{_ps(asked)}</div></div><div id="answers"><h2>3 Answers</h2>{block}'
        f"</div></div>{f.sidebar(prose, 'div')}</div>{f.footer(prose)}"
    )
    return _page(f"{title} - Q&amp;A of the Quay", body), [*asked, *(text for one in answers for text in one)]


def encyclopedia(prose: Prose, title: str) -> Special:
    html, texts = "", []
    for number in range(4):
        head, parts = prose.heading(), prose.paragraphs(2)
        edit = '<span class="mw-editsection">[<a href="#">edit</a>]</span>'
        html += f'<div class="mw-heading"><h2 id="h{number}">{head}</h2>{edit}</div>' if number else ""
        html += "".join(f'<p>{one}<sup class="reference"><a href="#n">[{number + 1}]</a></sup></p>' for one in parts)
        texts += ([head] if number else []) + parts
    box = (
        '<table class="infobox"><tr><th>Built</th><td>1911</td></tr><tr><th>Owner</th><td>Port Amery</td></tr></table>'
    )
    toc = '<div id="toc" class="toc"><h2>Contents</h2><ul><li><a href="#h1">1 First</a></li><li><a href="#h2">2 Second</a></li></ul></div>'
    body = (
        f'<div id="mw-navigation">{f.div_nav(prose)}</div><div id="content" class="mw-body"><h1 id="firstHeading">{title}</h1><div '
        f'id="bodyContent"><div id="siteSub">From the open encyclopedia</div><div id="mw-content-text"><div '
        f'class="mw-parser-output">{box}{toc}{html}</div></div><div id="catlinks" class="catlinks"><a href="/c">Categories</a>: <ul>'
        f'<li><a href="/c/1">Locks</a></li></ul></div></div></div>{f.footer(prose, "div")}'
    )
    return _page(f"{title} - Open Encyclopedia", body), texts


def live_blog(prose: Prose, title: str) -> Special:
    lead, posts = prose.paragraph(), [(prose.heading(), prose.paragraphs(2)) for _ in range(5)]
    html = "".join(
        f'<div class="live-post" id="block-{k}"><time datetime="2025-05-0{k + 1}T10:00">10.0{k}</time><h2>{head}</h2>{_ps(parts)}'
        f"{f.share(prose, 'block-share')}</div>"
        for k, (head, parts) in enumerate(posts)
    )
    body = f'<header>{f.nav(prose)}</header><main><h1>{title}</h1><p class="standfirst">{lead}</p><div class="liveblog">{html}</div></main>'
    return _page(title, body + f.sidebar(prose) + f.footer(prose)), [lead, *(t for h, ps in posts for t in (h, *ps))]


def mail_archive(prose: Prose, title: str) -> Special:
    texts = prose.paragraphs(4)
    body = (
        f"<h1>{title}</h1><b>Lena Marsh</b> <a href='mailto:x'>lena at quay.example</a><br><i>Tue Mar 3 10:11:12 2015</i><ul><li>"
        f"Previous message: <a href='1.html'>[quay] gates</a></li><li>Next message: <a href='2.html'>[quay] ferry</a></li></ul><hr>"
        f"<pre>{chr(10).join(t + chr(10) for t in texts)}</pre><hr><ul><li>Messages sorted by: <a href='d'>[ date ]</a></li></ul>"
    )
    return _page(title, body), texts


def script_page(prose: Prose, title: str) -> Special:
    texts = prose.paragraphs(8)
    value = {
        "@type": "NewsArticle",
        "headline": title,
        "articleBody": "\n\n".join(texts),
        "datePublished": "2024-02-03",
    }
    body = '<div id="root"><div class="loading">Loading…</div></div><noscript>You need to enable JavaScript to run this app.</noscript>'
    return _page(title, body, f'<script type="application/ld+json">{json.dumps(value)}</script>'), texts


def teaser_page(prose: Prose, title: str) -> Special:
    """The body stands in JSON-LD whole; the page shows the first paragraph and a wall."""
    texts = prose.paragraphs(7)
    value = {"@type": "Article", "headline": title, "articleBody": " ".join(texts)}
    body = (
        f'<header>{f.nav(prose)}</header><article><h1>{title}</h1><p>{texts[0]}</p><div class="paywall"><h3>Continue reading</h3><p>'
        f"Subscribe now for full access to every story.</p></div></article>{f.related(prose)}{f.footer(prose)}"
    )
    return _page(title, body, f'<script type="application/ld+json">{json.dumps(value)}</script>'), texts


def documentation(prose: Prose, title: str) -> Special:
    html, texts = "", []
    for number in range(3):
        head, part, code = prose.heading(), prose.paragraph(), f"gate open --lock {number}\ngate status"
        html += f'<section id="x{number}"><h2>{head}<a class="headerlink" href="#x">¶</a></h2><p>{part}</p><div class="highlight"><pre>{code}</pre></div></section>'
        texts += [head, part, code]
    body = (
        f'<div class="sphinxsidebar"><ul><li><a href="a.html">Start</a></li><li><a href="b.html">Gates</a></li></ul></div><div '
        f'class="document"><div class="body" role="main"><section id="t"><h1>{title}</h1>{html}</section></div></div>'
        '<div class="related" role="navigation"><ul><li><a href="n.html">next</a></li></ul></div>'
    )
    return _page(title, body), texts


def listicle(prose: Prose, title: str) -> Special:
    lead = prose.paragraph()
    html, texts = f"<p>{lead}</p>", [lead]
    for number in range(6):
        head, part = f"{number + 1}. {prose.heading()}", prose.paragraph(1, 2)
        html += f'<div class="slide"><h2>{head}</h2>{f.caption(prose)}<p>{part}</p></div>'
        texts += [head, part]
    body = f'<header>{f.nav(prose)}</header><div class="article-content"><h1>{title}</h1>{html}</div>'
    return _page(
        title, body + f.related(prose, "div", "recommended-stories", "You might also like") + f.footer(prose)
    ), texts


def many_comments(prose: Prose, title: str) -> Special:
    texts = prose.paragraphs(3)
    body = (
        f'<div class="site">{f.nav(prose)}<div class="post"><h1>{title}</h1><div class="post-body">{_ps(texts)}</div></div>'
        f"{f.comments(prose, 'comments', 9)}</div>"
    )
    return _page(title, body), texts


def blogger(prose: Prose, title: str) -> Special:
    texts = prose.paragraphs(6)
    inner = "".join(f'<div style="text-align: justify;">{one}</div><div><br /></div>' for one in texts)
    body = (
        f'<div class="content-outer"><div class="main section" id="main"><div class="widget Blog"><div class="blog-posts hfeed">'
        f'<h2 class="date-header"><span>Sunday, 6 March 2016</span></h2><div class="post hentry"><h3 class="post-title entry-title">'
        f'{title}</h3><div class="post-body entry-content" id="post-body-9">{inner}<div style="clear: both;"></div></div><div '
        f'class="post-footer">Posted by <span class="fn">Lena</span> at <a href="#">10:11</a></div></div></div>{f.comments(prose)}'
        f'</div></div><div class="column-right-outer">{f.sidebar(prose, "div")}</div></div>'
    )
    return _page(f"Quay notes: {title}", body), texts


def two_articles(prose: Prose, title: str) -> Special:
    texts = prose.paragraphs(7)
    teasers = "".join(
        f'<article class="teaser"><h3><a href="/z/{k}">{prose.title()}</a></h3><p>{prose.sentence()}</p></article>'
        for k in range(5)
    )
    body = (
        f'<main><article class="single"><h1>{title}</h1>{_ps(texts)}</article><div class="grid">{teasers}</div></main>'
    )
    return _page(title, f.nav(prose) + body + f.footer(prose)), texts


def no_hints(prose: Prose, title: str) -> Special:
    """No element says what it is, text lies bare between line breaks, links before and behind."""
    texts = prose.paragraphs(6)
    links = " ".join(f'<a href="{k}.html">{prose.place()}</a>' for k in range(8))
    body = f"<center>{links}</center><h1>{title}</h1>{'<br><br>'.join(texts)}<hr>{links}"
    return _page(title, body), texts


def essay_with_notes(prose: Prose, title: str) -> Special:
    texts = prose.paragraphs(7)
    notes = [prose.sentence() for _ in range(3)]
    items = "".join(f'<li id="fn{k}">{one} <a href="#r{k}">↩</a></li>' for k, one in enumerate(notes))
    body = f'<main><article><h1>{title}</h1>{_ps(texts)}<section class="footnotes"><ol>{items}</ol></section></article></main>'
    return _page(title, f.nav(prose) + body + f.footer(prose)), [*texts, *notes]


def recipe(prose: Prose, title: str) -> Special:
    lead, items, steps = (
        prose.paragraphs(2),
        [f"{k * 50} g of dried river weed" for k in range(1, 7)],
        [prose.sentence() for _ in range(5)],
    )
    body = (
        f'<div class="recipe"><h1>{title}</h1>{_ps(lead)}<h2>Ingredients</h2><ul class="ingredients">'
        + "".join(f"<li>{one}</li>" for one in items)
        + '</ul><h2>Method</h2><ol class="steps">'
        + "".join(f"<li>{one}</li>" for one in steps)
        + "</ol></div>"
    )
    return _page(title, f.nav(prose) + body + f.related(prose) + f.footer(prose)), [
        *lead,
        "Ingredients",
        *items,
        "Method",
        *steps,
    ]


def product(prose: Prose, title: str) -> Special:
    texts, rows = prose.paragraphs(3), [("Weight", "12 kg"), ("Length", "340 cm"), ("Material", "oak")]
    table = "".join(f"<tr><th>{a}</th><td>{b}</td></tr>" for a, b in rows)
    body = (
        f'<div class="product"><h1>{title}</h1><div class="price">€ 120</div><button>Add to basket</button><div class="description">'
        f'{_ps(texts)}<table class="specs">{table}</table></div></div>{f.related(prose, "div", "recommendations", "Customers also bought")}'
    )
    return _page(title, f.nav(prose) + body + f.footer(prose)), [*texts, *(f"{a} {b}" for a, b in rows)]


def speech_page(prose: Prose, title: str) -> Special:
    texts = ["Mr President, honourable members,", *prose.paragraphs(7), "Thank you."]
    body = (
        f'<div class="container"><div class="row"><div class="col-md-3">{f.div_nav(prose)}</div><div class="col-md-9"><h1>{title}</h1>'
        f'<p class="date">12 May 2023</p>{_ps(texts)}<p class="check">Check against delivery</p></div></div></div>'
    )
    return _page(title, body + f.footer(prose)), texts


def faq(prose: Prose, title: str) -> Special:
    lead = prose.paragraph()
    pairs = [(f"Why was it said that {prose.item()[:-1].lower()}?", prose.paragraph(1, 2)) for _ in range(5)]
    html = "".join(f"<details><summary>{q}</summary><div><p>{a}</p></div></details>" for q, a in pairs)
    body = f'<main id="main"><h1>{title}</h1><p>{lead}</p><div class="accordion">{html}</div></main>'
    return _page(title, f.nav(prose) + body + f.footer(prose)), [lead, *(one for pair in pairs for one in pair)]


SPECIALS: tuple[Callable[[Prose, str], Special], ...] = (
    forum, question, encyclopedia, live_blog, mail_archive, script_page, teaser_page, documentation, listicle, many_comments,
    blogger, two_articles, no_hints, essay_with_notes, recipe, product, speech_page, faq,
)  # fmt: skip
