"""What holds nearly all of a page is its text, whatever it is called and whatever tag it wears."""

# ruff: noqa: E501 (markup stands as sites write it)

from __future__ import annotations

import pytest

from briefing_app.domain.article import visible_spans
from briefing_app.ingest.clean import clean

PARTS = (
    "The commission met in Harrow on Monday and heard the engineers of both shores for three hours.",
    "It finds that the lock can be kept in use until the autumn, if no ship of more than nine hundred tonnes passes it.",
    "The members for the upper shore put on record that they had asked for an earlier date, and were refused.",
    "The next meeting is in Tarn, where the accounts of the last two years will be laid open to all.",
)
NAV = (
    "<header><ul>"
    + "".join(f"<li><a href=/{one}>{one}</a></li>" for one in ("Home", "News", "Shop"))
    + "</ul></header>"
)
FOOT = "<div id=footer><p>Copyright © 2019 Example Works Ltd. All rights reserved.</p><ul><li><a href=/p>Privacy</a></li></ul></div>"

HOLDERS = (
    "<div id=wrap><form id=aspnetForm action=x><input type=hidden name=__VIEWSTATE value=abc><div><h1>On the lock</h1>{}</div></form></div>",
    "<div><h1>On the lock</h1><button>Print{}</div>",
    "<div><h1>On the lock</h1><object data=x.pdf>{}</object></div>",
    "<div><h1>On the lock</h1><div class=related-content>{}</div></div>",
    "<div><h1>On the lock</h1></div><aside>{}</aside>",
    "<div><h1>On the lock</h1><div class=cookies-policy-text>{}</div></div>",
    "<div><h1>On the lock</h1><div class='subscription promo feedback'>{}</div></div>",
    "<h1>On the lock</h1><div class=slide aria-hidden=true>{}</div>",
    "<a name=top><h1>On the lock</h1>{}",
    "<fieldset><legend>Text</legend>{}</fieldset>",
)
WAYS = {
    "p": "".join(f"<p>{one}</p>" for one in PARTS),
    "br": "<br><br>".join(PARTS),
    "div": "".join(f"<div>{one}</div>" for one in PARTS),
    "td": "<table>" + "".join(f"<tr><td>{one}</td></tr>" for one in PARTS) + "</table>",
}


def _seen(body: str) -> list[str]:
    document = clean(f"<html><head><title>On the lock</title></head><body>{body}</body></html>".encode(), "a")
    return "".join(document.text[a:b] for a, b in visible_spans(len(document.text), document.removals)).split("\n\n")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("holder", HOLDERS)
def test_holder_when_it_holds_nearly_all_then_it_is_read(holder: str, way: str) -> None:
    seen = "\n".join(_seen(NAV + holder.format(WAYS[way]) + FOOT))
    assert all(part in seen for part in PARTS)


@pytest.mark.parametrize("tag", ["h4", "b", "i", "center", "blockquote"])
def test_paragraphs_when_they_stand_in_odd_elements_then_they_are_read_alone(tag: str) -> None:
    inner = "".join(f"<{tag}>{one}</{tag}><br>" for one in PARTS)
    assert _seen(f"{NAV}<h1>On the lock</h1>{inner}{FOOT}") == list(PARTS)


def test_sections_when_each_is_an_article_of_the_text_then_all_are_read() -> None:
    inner = "".join(f"<article><h2>Article {n}</h2><p>{one}</p></article>" for n, one in enumerate(PARTS, 1))
    seen = _seen(f"{NAV}<h1>On the lock</h1>{inner}{FOOT}")
    assert seen == [line for n, one in enumerate(PARTS, 1) for line in (f"Article {n}", one)]


def test_anchor_when_it_was_left_open_then_its_paragraphs_are_no_links() -> None:
    inner = "".join(f"<p>{one} {one}</p>" for one in PARTS)
    seen = _seen(f"{NAV}<h1>On the lock</h1><a href=x.htm>{inner}")
    assert seen == [f"{one} {one}" for one in PARTS]


def test_aside_when_a_short_article_stands_beside_it_then_the_article_is_read() -> None:
    cards = "".join(f"<div><a href=/{n}>Other news {n}</a><p>{one}</p></div>" for n, one in enumerate(PARTS[1:]))
    article = f"<article><h1>On the lock</h1><p>{PARTS[0]}</p></article>"
    assert _seen(f"{NAV}{article}<aside><h4>More news</h4>{cards}</aside>{FOOT}") == [PARTS[0]]
