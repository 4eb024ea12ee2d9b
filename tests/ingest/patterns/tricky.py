"""Pages whose markup misleads: names that say the wrong thing, text where none is looked for."""

# ruff: noqa: E501 (markup stands as sites write it)

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ingest.patterns import furniture as f

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.patterns.prose import Prose

Tricky = tuple[str, list[str]]


def _page(title: str, body: str, names: str = "") -> str:
    return f'<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title></head><body class="{names}">{body}</body></html>'


def _ps(texts: list[str]) -> str:
    return "".join(f"<p>{one}</p>" for one in texts)


def wrong_names(prose: Prose, title: str) -> Tricky:
    """The wrappers speak of sidebars, comments and sharing; the article is in them."""
    texts = prose.paragraphs(7)
    body = (
        f'<div class="layout has-sidebar nav-open"><div class="comments-enabled share-wrapper"><div class="post category-newsletter '
        f'tag-cookies tag-social"><h1>{title}</h1><div class="entry">{_ps(texts)}</div></div></div>{f.sidebar(prose, "div")}</div>'
    )
    return _page(title, f.nav(prose) + body + f.footer(prose), "single comments-open sidebar-right"), texts


def loose_posts(prose: Prose, title: str) -> Tricky:
    """A thread whose posts are all called comments."""
    posts = [prose.paragraph(2, 3) for _ in range(8)]
    rows = "".join(
        f'<div class="comment thing"><p class="tagline"><a href="#">u{k}</a> {k} points</p><div class="md"><p>{one}</p></div></div>'
        for k, one in enumerate(posts)
    )
    return _page(
        title, f'{f.div_nav(prose)}<h1>{title}</h1><div class="thread">{rows}</div>{f.footer(prose, "div")}'
    ), posts


def form_page(prose: Prose, title: str) -> Tricky:
    """All of the page stands in one form."""
    texts = prose.paragraphs(7)
    body = (
        f'<form id="aspnetForm" method="post"><input type="hidden" name="__VIEWSTATE"><div id="s4-workspace">{f.div_nav(prose)}'
        f'<div id="MSO_ContentDiv"><h1>{title}</h1><div class="ms-rtestate-field">{_ps(texts)}</div></div></div></form>'
    )
    return _page(title, body), texts


def div_captions(prose: Prose, title: str) -> Tricky:
    texts = prose.paragraphs(8)
    shot = '<div class="image-block"><img src="a.jpg"><div class="image-caption">Workers wait at the gate of the upper lock, which has been closed since the spring flood.</div><span class="credit">Ada Quist for this paper.</span></div>'
    parts = [f"<p>{one}</p>" for one in texts]
    parts[2:2] = [shot]
    parts[6:6] = [shot.replace("Workers", "Ferry hands")]
    return _page(
        title, f.nav(prose) + f"<main><h1>{title}</h1><div class='body'>{''.join(parts)}</div></main>" + f.footer(prose)
    ), texts


def tagline(prose: Prose, title: str) -> Tricky:
    texts = prose.paragraphs(6)
    head = '<div class="site-branding"><a href="/">Tidewrack</a><p class="site-description">Notes on rivers, ports and the people who work there.</p></div>'
    return _page(title, f'{head}<div class="post"><h1>{title}</h1>{_ps(texts)}</div>' + f.footer(prose)), texts


def references(prose: Prose, title: str) -> Tricky:
    """A list of linked sources belongs to the report."""
    texts, items = prose.paragraphs(6), [f"{prose.title()}, report of 20{k}" for k in range(10, 15)]
    rows = "".join(f'<li><a href="/r/{k}">{one}</a>.</li>' for k, one in enumerate(items))
    body = f"<main><article><h1>{title}</h1>{_ps(texts)}<h2>Sources</h2><ul>{rows}</ul></article></main>"
    return _page(title, f.nav(prose) + body + f.footer(prose)), [*texts, "Sources", *items]


def many_articles(prose: Prose, title: str) -> Tricky:
    """Each chapter is an article of its own."""
    html, texts = "", []
    for _ in range(4):
        head, parts = prose.heading(), prose.paragraphs(3)
        html += f'<article class="chapter"><h2>{head}</h2>{_ps(parts)}</article>'
        texts += [head, *parts]
    return _page(
        title, f.nav(prose) + f"<main><h1>{title}</h1>{html}</main>" + f.related(prose) + f.footer(prose)
    ), texts


def timeline(prose: Prose, title: str) -> Tricky:
    lead, rows = prose.paragraph(), [(f"{k} March 2019", prose.sentence()) for k in range(2, 12)]
    html = "".join(
        f'<div class="tl-row"><div class="tl-date">{day}</div><div class="tl-text">{text}</div></div>'
        for day, text in rows
    )
    body = f'<div id="content"><h1>{title}</h1><p>{lead}</p><div class="timeline">{html}</div></div>'
    return _page(title, f.nav(prose) + body + f.footer(prose)), [lead, *(one for row in rows for one in row)]


def boxed(prose: Prose, title: str) -> Tricky:
    """The article ends in a grey box and begins with bullet points of its own."""
    points, texts, note = [prose.item() for _ in range(3)], prose.paragraphs(6), prose.paragraph(2, 3)
    rows = "".join(f"<li>{one}</li>" for one in points)
    body = (
        f'<article><h1>{title}</h1><div class="key-points"><ul>{rows}</ul></div><div class="rich-text">{_ps(texts[:3])}</div>'
        f'<div class="media-embed"><iframe src="//v"></iframe></div><div class="rich-text">{_ps(texts[3:])}</div>'
        f'<div class="callout-box"><p>{note}</p></div></article>{f.related(prose, "div", "c-recirc")}'
    )
    return _page(title, f.nav(prose) + body + f.footer(prose)), [*points, *texts, note]


def short_with_cards(prose: Prose, title: str) -> Tricky:
    text = prose.paragraph(3, 3)
    cards = "".join(
        f'<div class="tile"><a href="/t/{k}"><h4>{prose.title()}</h4></a><p>{prose.sentence()}</p></div>'
        for k in range(6)
    )
    body = f'<div class="wrap"><div class="news-item"><h1>{title}</h1><span class="date">3 May 2022</span><p>{text}</p></div><div class="tiles"><h3>More from the port</h3>{cards}</div></div>'
    return _page(title, f.div_nav(prose) + body + f.footer(prose, "div")), [text]


def prose_table(prose: Prose, title: str) -> Tricky:
    """Questions left, answers right, in a table."""
    pairs = [(prose.heading() + "?", prose.paragraph(1, 2)) for _ in range(6)]
    rows = "".join(f"<tr><td><p>{a}</p></td><td><p>{b}</p></td></tr>" for a, b in pairs)
    body = f'<div id="content"><h1>{title}</h1><table class="qa" border="1">{rows}</table></div>'
    return _page(title, f.nav(prose) + body + f.footer(prose)), [one for pair in pairs for one in pair]


def noisy_blog(prose: Prose, title: str) -> Tricky:
    """Promotions of the blog's own in every third paragraph, sharing above and below, a long bio."""
    texts = prose.paragraphs(9)
    parts = [f"<p>{one}</p>" for one in texts]
    for at in (8, 5, 2):
        parts.insert(
            at,
            f'<div class="wp-block-group cta-box"><h4>Enjoying this?</h4><p>{prose.sentence()} <a href="/s">Subscribe here</a> and never miss a post of ours.</p></div>',
        )
    bio = '<div class="about-the-author"><p>Lena Marsh has written of rivers for twenty years. She lives by the sea with two cats and a boat that leaks.</p></div>'
    body = f'<div class="entry-content">{f.share(prose)}{"".join(parts)}{f.share(prose)}</div>{bio}{f.comments(prose)}'
    return _page(title, f"{f.nav(prose)}<article><h1>{title}</h1>{body}</article>{f.footer(prose)}"), texts


TRICKY: tuple[Callable[[Prose, str], Tricky], ...] = (
    wrong_names, loose_posts, form_page, div_captions, tagline, references, many_articles, timeline, boxed, short_with_cards,
    prose_table, noisy_blog,
)  # fmt: skip
