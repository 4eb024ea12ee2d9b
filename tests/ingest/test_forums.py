"""Threads of forums and pages of several entries: every post is the text, who posted and when is none of it."""

# ruff: noqa: E501 (markup stands as sites write it)

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from briefing_app.domain.article import visible_spans
from briefing_app.ingest.clean import clean

if TYPE_CHECKING:
    from collections.abc import Callable

POSTS = (
    "Has anybody repaired the seal of the old pump without taking the whole engine out of the boat?",
    "I did it two winters ago with a borrowed puller. It took a day, and most of that was cleaning the thread.",
    "Do not use the puller on the newer model, the housing is cast and it will crack before the seal moves.",
    "Agreed. Warm it first with an air gun, then it comes out with two screwdrivers and some patience.",
)


def _seen(body: str, head: str = "", around: str = "<body>") -> str:
    page = f"<html><head><title>Seal of the pump</title>{head}</head>{around}{body}</body></html>"
    document = clean(page.encode(), "a")
    return "".join(document.text[a:b] for a, b in visible_spans(len(document.text), document.removals))


def _crawled(n: int, text: str) -> str:
    return (
        f"<div class='topic-body crawler-post' itemprop=comment itemtype='http://schema.org/Comment' itemscope><div class=crawler-post-meta>"
        f"<a><span itemprop=name>user{n}</span></a> <time>February {n + 1}, 2021</time></div><div class=post itemprop=text><p>{text}</p></div>"
        f"<span class=post-likes>{n} Likes</span></div>"
    )


def _row(n: int, text: str) -> str:
    return (
        f"<tr class='athing comtr'><td><table><tr><td class=default><div><span class=comhead><a>user{n}</a> <span class=age>{n + 1} hours ago</span> "
        f"| <a>parent</a> | <a>next</a> [–]</span></div><div class=comment><div class='commtext c00'>{text}<p>{text[::-1]}.</div></div></td></tr></table></td></tr>"
    )


def _thing(n: int, text: str) -> str:
    return (
        f"<div class='thing comment'><div class=entry><p class=tagline><a>user{n}</a> <span>{n} points</span> <time>{n + 1} years ago</time></p>"
        f"<form class=usertext><div class='usertext-body'><div class=md><p>{text}</p></div></div></form><ul class=buttons><li><a>permalink</a>"
        f"<li><a>reply</a></ul></div></div>"
    )


def _all(make: Callable[[int, str], str]) -> str:
    return "".join(make(n, text) for n, text in enumerate(POSTS))


THREADS = {
    "described": f"<h1>Seal of the pump</h1><div itemtype='http://schema.org/DiscussionForumPosting' itemscope>{_all(_crawled)}</div>",
    "table": f"<table id=hnmain><tr><td><table class=comment-tree>{_all(_row)}</table></td></tr></table>",
    "forms": f"<div class=content><div class=commentarea><div class=nestedlisting>{_all(_thing)}</div></div></div>",
}


@pytest.mark.parametrize("name", THREADS)
def test_thread_when_read_then_all_posts_and_nothing_but_posts(name: str) -> None:
    seen = _seen(THREADS[name])
    assert all(post in seen for post in POSTS)
    assert "user2" not in seen
    assert "ago" not in seen.replace("winters ago", "")


def test_thread_when_its_system_names_itself_then_comments_are_posts() -> None:
    posts = "".join(f"<div class=comment><b>user{n}</b><p>{text}</p><a>Reply</a></div>" for n, text in enumerate(POSTS))
    seen = _seen(
        f"<h1>Seal of the pump</h1><div id=comments>{posts}</div>", "<meta name=generator content='Flarum 1.8'>"
    )
    assert all(post in seen for post in POSTS)


def test_comments_when_the_page_is_an_article_then_they_are_still_left() -> None:
    article = "".join(f"<p>{text} The workshop has said so for years, and printed it.</p>" for text in POSTS)
    comments = "".join(f"<div class=comment><p>{text[::-1]}.</p><a>Reply</a></div>" for text in POSTS)
    seen = _seen(f"<article><h1>Seal of the pump</h1>{article}</article><div id=comments>{comments}</div>")
    assert "The workshop" in seen
    assert POSTS[0][::-1] not in seen


def _entry(title: str, texts: tuple[str, ...]) -> str:
    inner = "".join(f"<p>{text}</p>" for text in texts)
    return (
        f"<div class='post hentry'><h2><a href=/{title[-1]}>{title}</a></h2><div class=entry-meta>Posted on 4 May 2010 by Ann</div>"
        f"<div class=entry-content>{inner}</div><div class=entry-utility>Posted in <a>Boats</a> | <a>3 comments</a></div></div>"
    )


TURNED = tuple(text[:60] + " and so it went on for the rest of the season." for text in POSTS)


def test_entries_when_a_page_shows_several_whole_ones_then_all_are_read() -> None:
    seen = _seen(
        f"<h1><a href=/>The boat log</a></h1><div>{_entry('On pumps', POSTS)}{_entry('On seals', TURNED)}</div>"
    )
    assert all(text in seen for text in (*POSTS, *TURNED, "On pumps", "On seals"))
    assert "3 comments" not in seen


def test_description_when_questions_are_shown_by_a_script_then_their_answers_are_read() -> None:
    asked = [
        {"@type": "Question", "name": f"Question {n}?", "acceptedAnswer": {"@type": "Answer", "text": text}}
        for n, text in enumerate(POSTS)
    ]
    data = json.dumps({"@type": "FAQPage", "mainEntity": asked})
    seen = _seen(f"<div id=app></div><script type='application/ld+json'>{data}</script>")
    assert all(text in seen for text in (*POSTS, "Question 2?"))
