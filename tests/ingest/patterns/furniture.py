"""What stands around articles: navigation, sharing, related links, comments, newsletters and so forth."""

# ruff: noqa: E501 (markup stands as sites write it)

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.ingest.patterns.prose import Prose


def nav(prose: Prose, names: str = "main-nav") -> str:
    words = ["Home", "World", "Politics", "Business", "Science", "Sport", "Culture", "Weather", "Podcasts", "Shop"]
    items = "".join(f'<li class="menu-item"><a href="/{word.lower()}/">{word}</a></li>' for word in words)
    return f'<nav class="{names}" role="navigation"><ul>{items}</ul></nav>'


def div_nav(prose: Prose) -> str:
    words = ["Start", "News", "About us", "Contact", "Archive", "Links", "Imprint"]
    return '<div id="navcontainer">' + " | ".join(f'<a href="{word}.htm">{word}</a>' for word in words) + "</div>"


def breadcrumbs(prose: Prose) -> str:
    return (
        '<div class="breadcrumbs"><a href="/">Home</a> <span class="sep">/</span> <a href="/news/">News</a> '
        '<span class="sep">/</span> <span class="current">Rivers</span></div>'
    )


def share(prose: Prose, names: str = "social-share") -> str:
    links = "".join(
        f'<li><a href="https://s.example/{n}" aria-label="{n}">{n}</a></li>'
        for n in ("Facebook", "X", "WhatsApp", "Email")
    )
    return f'<div class="{names}"><span>Share this article</span><ul>{links}</ul><button>Copy link</button></div>'


def related(
    prose: Prose, tag: str = "section", names: str = "related-articles", head: str = "More on this story"
) -> str:
    cards = "".join(
        f'<div class="card teaser"><h3><a href="/n/{k}">{prose.title()}</a></h3><p>{prose.sentence()}</p></div>'
        for k in range(4)
    )
    return f'<{tag} class="{names}"><h2>{head}</h2>{cards}</{tag}>'


def related_inline(prose: Prose) -> str:
    return f'<div class="inline-related"><strong>Read more:</strong> <a href="/n/77">{prose.title()}</a></div>'


def newsletter(prose: Prose) -> str:
    return (
        '<div class="newsletter-signup"><h3>The Morning Tide</h3><p>Get the day’s stories in your inbox every morning, '
        'before anybody else does.</p><form><input type="email"><button>Sign up</button></form>'
        '<p class="terms">By signing up you agree to our terms and our privacy policy.</p></div>'
    )


def comments(prose: Prose, names: str = "comments-area", count: int = 4) -> str:
    one = "".join(
        f'<li class="comment" id="comment-{k}"><div class="comment-author vcard"><b class="fn">reader{k}</b> '
        f'<span class="says">says:</span></div><div class="comment-metadata"><time datetime="2026-03-0{k + 1}">'
        f'March {k + 1}, 2026 at 9:1{k} am</time></div><div class="comment-content"><p>I was there and {prose.sentence()}'
        f"</p><p>{prose.sentence()}</p></div><div class='reply'><a href='#r'>Reply</a></div></li>"
        for k in range(count)
    )
    return f'<div id="comments" class="{names}"><h2 class="comments-title">{count} thoughts</h2><ol class="comment-list">{one}</ol></div>'


def author_box(prose: Prose) -> str:
    return (
        '<div class="author-bio"><img src="/a.jpg" alt=""><h4>About the author</h4><p>Lena Marsh covers rivers and '
        "ports for this paper. She has lived on four coasts and written two books about locks.</p></div>"
    )


def tags(prose: Prose) -> str:
    return '<div class="post-tags">Tags: <a href="/t/water" rel="tag">Water</a>, <a href="/t/ports" rel="tag">Ports</a></div>'


def sidebar(prose: Prose, tag: str = "aside") -> str:
    links = "".join(f'<li><a href="/m/{k}">{prose.title()}</a></li>' for k in range(6))
    return f'<{tag} id="sidebar" class="sidebar widget-area"><div class="widget"><h3>Most read</h3><ol>{links}</ol></div></{tag}>'


def cookie(prose: Prose) -> str:
    return (
        '<div id="cookie-consent" class="cc-banner"><p>We and our partners store cookies on your device to measure what '
        "is read and to show advertising that fits. You can change your choice at any time.</p><button>Accept</button></div>"
    )


def footer(prose: Prose, tag: str = "footer") -> str:
    links = "".join(f'<a href="/{n}">{n}</a> ' for n in ("Imprint", "Privacy", "Terms", "Advertise", "Careers"))
    return f'<{tag} class="site-footer"><p>© 2026 The Harbour Post. All rights reserved.</p><div>{links}</div></{tag}>'


def advert(prose: Prose) -> str:
    return '<div class="ad-slot" id="ad-3"><span>Advertisement</span></div>'


def caption(prose: Prose) -> str:
    return (
        '<figure class="wp-block-image"><img src="/p.jpg" alt="pier"><figcaption>The pier at Oste in March. '
        "Photograph: Ada Quist/Tide Pictures</figcaption></figure>"
    )


def promo_paragraph(prose: Prose) -> str:
    return '<p class="promo"><em>Support our journalism: <a href="/join">become a member today</a>.</em></p>'
