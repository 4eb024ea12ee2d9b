"""Comments below an article go, whatever they are called; discussions that are the text stay."""

# ruff: noqa: E501 (markup stands as sites write it)

from __future__ import annotations

import pytest

from briefing_app.domain.article import visible_spans
from briefing_app.ingest.clean import clean

ARTICLE = (
    "<h1>The lock keeper retires</h1><p>After forty years at the upper lock the keeper handed over her keys on Friday."
    " The canal office has named nobody to follow her.</p><p>Boats will lock through by appointment until the spring, "
    "the office said in a notice at the gate.</p>"
)
SAID = ("She once lent us a rope and two hands in a gale.", "They should pay the job properly, then.", "Farewell!")
LONG = " The towpath has been flooded twice and nobody came to look at the wall, which is what happens every year."


def _seen(html: str) -> str:
    document = clean(
        f"<html><head><title>The lock keeper retires</title></head><body>{html}</body></html>".encode(), "a"
    )
    return "".join(document.text[a:b] for a, b in visible_spans(len(document.text), document.removals))


def _list(each: str, head: str = "", around: str = "ul", more: str = "") -> str:
    said = "".join(each.format(n=number, said=text + LONG * 3) for number, text in enumerate(SAID * 3, 1))
    return f"{head}<{around}>{said}</{around}>{more}"


THREADS = {
    "build alone": _list("<li><b>ann{n}</b> <span>{n} years ago</span><p>{said}</p><a href='#'>Reply</a></li>"),
    "german": _list(
        "<li><b>Kai{n}</b><time>3.4.2019</time><p>{said}</p><button>Antworten</button></li>", "<h3>9 Kommentare</h3>"
    ),
    "polish": _list("<div class=wpis><i>vor {n}</i> {n} dni temu<p>{said}</p></div>", "<h4>Komentarze (9)</h4>", "div"),
    "chinese": _list("<li><b>u{n}</b> <span>2020年5月2{n}日</span><p>{said}</p></li>", "<h3>9 网友评论</h3>", "ol"),
    "microdata": _list("<div itemprop=comment itemscope itemtype='http://schema.org/Comment'><p>{said}</p></div>"),
    "named": _list("<div class=c{n}><p>{said}</p></div>", around="section").replace("<section", "<section id=comments"),
    "service": f"<div id=disqus_thread>{_list('<div><p>{said}</p></div>')}</div>",
    "wordpress": f"<div id=comments class=comments-area><h2>9 thoughts</h2>{_list('<li class=comment><p>{said}</p></li>')}</div>",
    "in the article": f"<div class=post-comments>{_list('<p>{said}</p>', around='div')}</div>",
}


@pytest.mark.parametrize("name", THREADS)
def test_comments_when_they_stand_below_an_article_then_the_article_alone_is_read(name: str) -> None:
    seen = _seen(f"<div class=box>{ARTICLE}</div>{THREADS[name]}<p><a href=/>Home</a></p>")
    assert "handed over her keys" in seen
    assert "lock through by appointment" in seen
    assert "lent us a rope" not in seen
    assert "towpath" not in seen


FORUM = "".join(
    f"<div class=post><a href=#>ann{n}</a> <span>{n} days ago</span><div class=postbody><p>{text + LONG}</p></div>"
    "<a href=#>Reply</a></div>"
    for n, text in enumerate(SAID, 1)
)
ANSWERS = "".join(
    f"<div class=answer itemscope itemtype='https://schema.org/Answer'><div class=body><p>{text + LONG}</p></div>"
    f"<div class=user-info>answered {n} days ago</div></div>"
    for n, text in enumerate(SAID, 1)
)
STAYS = {
    "forum": f"<h1>The upper lock</h1>{FORUM}",
    "answers": f"<h1>The upper lock</h1><div class=question><p>{LONG * 2}</p></div><h2>3 Answers</h2>{ANSWERS}",
    "a heading of the text": f"{ARTICLE}<h3>Comments</h3><p>{SAID[0] + LONG}</p><p>{SAID[1]}</p><h3>Next</h3><p>{LONG}</p>",
    "live posts": "<h1>Storm, hour by hour</h1>"
    + "".join(
        f"<div class=entry><time>1{n}:30</time><h3>Part {n}</h3><p>{text + LONG}</p></div>"
        for n, text in enumerate(SAID)
    ),
}


@pytest.mark.parametrize("name", STAYS)
def test_comments_when_posts_are_the_text_then_they_stay(name: str) -> None:
    seen = _seen(STAYS[name])
    assert "lent us a rope" in seen
    assert "pay the job properly" in seen
