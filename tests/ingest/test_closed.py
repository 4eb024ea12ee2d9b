"""Text that scripts would show: panels, pages for readers without scripts, data of a script."""

# ruff: noqa: E501 (markup stands as sites write it)

from __future__ import annotations

import json

import pytest

from briefing_app.domain.article import visible_spans
from briefing_app.ingest.clean import clean

PARTS = (
    "The dam above the town was opened on Tuesday after a week of rain, the water board said.",
    "Three villages below it had been warned by telephone during the night before.",
    "The board expects the level to fall by half a metre within two days, if it stays dry.",
    "Nobody was hurt, but a footbridge was carried away and will not be replaced this year.",
)
TEASERS = ("A teaser about the football club that nobody asked for, with its manager.", "Another teaser of the kind.")


def _seen(body: str, head: str = "") -> str:
    document = clean(f"<html><head><title>The dam</title>{head}</head><body>{body}</body></html>".encode(), "a")
    return "".join(document.text[a:b] for a, b in visible_spans(len(document.text), document.removals))


def _script(value: object) -> str:
    return f"<div id=root></div><script id=s type='application/json'>{json.dumps(value)}</script>"


MORE = [{"text": one} for one in TEASERS]
STATES = {
    "list of records": _script({"page": {"doc": {"parts": [{"t": "p", "text": p} for p in PARTS]}, "more": MORE}}),
    "strings": _script({"props": {"article": {"body": list(PARTS), "title": "The dam"}, "related": MORE}}),
    "markup": _script({"post": {"html": "".join(f"<p>{p}</p>" for p in PARTS)}, "more": MORE}),
    "nested": _script(
        {"doc": {"content": [{"type": "p", "content": [{"value": p[:20]}, {"value": p[20:]}]} for p in PARTS]}}
    ),
    "assigned": f"<div id=app>Loading</div><script>window.__STATE__ = {json.dumps({'b': [{'x': p} for p in PARTS]})};</script>",
}


@pytest.mark.parametrize("name", STATES)
def test_state_when_the_page_is_an_empty_shell_then_its_data_is_read(name: str) -> None:
    seen = _seen(STATES[name])
    assert all(part in seen for part in PARTS)
    assert "football club" not in seen


def test_state_when_the_page_shows_its_text_then_data_is_left_alone() -> None:
    data = _script([{"x": f"{one} Again and again, with more words than the page itself has."} for one in PARTS * 9])
    seen = _seen("".join(f"<p>{part}</p>" for part in PARTS * 4) + data)
    assert "Again and again" not in seen


CARDS = "".join(f"<article><h3><a href=/{n}>Club news {n}</a></h3><p>{TEASERS[n % 2]}</p></article>" for n in range(8))
OWN = {"head": "The dam above the town", "parts": [{"x": part} for part in PARTS]}
OTHER = [{"head": f"Club news {n}", "x": one * 4} for n, one in enumerate(TEASERS * 4)]
SENT = json.dumps({"own": OWN, "more": OTHER})
FLIGHT = json.dumps("4:" + json.dumps(["$", {"own": OWN, "more": OTHER}]) + "\n")
AMONG_CARDS = {
    "json": f"<script type='application/json'>{SENT}</script>",
    "parsed": f"<script>window.__S__ = JSON.parse({json.dumps(SENT)});</script>",
    "pushed": f"<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,{FLIGHT}])</script>",
}


@pytest.mark.parametrize("name", AMONG_CARDS)
def test_state_when_the_page_shows_only_cards_then_the_record_with_its_title_is_the_text(name: str) -> None:
    seen = _seen(f"<main><h1>The dam above the town</h1><div class=wait></div>{CARDS}</main>{AMONG_CARDS[name]}")
    assert all(part in seen for part in PARTS)
    assert "football club" not in seen


def test_state_when_it_holds_a_longer_article_than_the_shown_one_then_the_shown_one_stays() -> None:
    longer = {"head": "Another", "parts": [{"x": f"{part} And so on, at length, elsewhere."} for part in PARTS * 9]}
    data = f"<script type='application/json'>{json.dumps({'own': OWN, 'next': longer})}</script>"
    shown = "".join(f"<p>{part}</p>" for part in PARTS)
    assert _seen(f"<h1>The dam above the town</h1><article>{shown}</article>{data}").split("\n\n") == list(PARTS)


@pytest.mark.parametrize("damage", ["{", '{"a":', "[[[[", '{"a":"' + "x. " * 400, "window.x = 3;", "null", "[]"])
def test_state_when_data_is_broken_then_the_page_is_read_without(damage: str) -> None:
    seen = _seen(f"<p>{PARTS[0]}</p><script type='application/json'>{damage + ' ' * 400}</script>")
    assert seen.strip() == PARTS[0]


def test_noscript_when_the_rest_is_a_shell_then_it_is_the_text() -> None:
    inner = "".join(f"<p>{part}</p>" for part in PARTS)
    assert _seen(f"<div class=spin></div><noscript><h1>The dam</h1>{inner}</noscript>").split("\n\n") == list(PARTS)


def test_noscript_when_the_page_has_text_then_it_stays_closed() -> None:
    inner = "".join(f"<p>{part}</p>" for part in PARTS)
    seen = _seen(f"<article>{inner}</article><noscript><p>Please enable scripts. {TEASERS[0] * 6}</p></noscript>")
    assert "football" not in seen


PANELS = (
    "<h3><button aria-expanded=false aria-controls=p{n}>Question {n}?</button></h3><div id=p{n} aria-hidden=true><p>{p}</p></div>",
    "<h3>Question {n}?</h3><div class=accordion-panel style='display:none'><p>{p}</p></div>",
    "<div class=faq-item><button aria-expanded=false><h3>Question {n}?</h3></button><div hidden id=x{n}><p>{p}</p></div></div>",
    "<details><summary>Question {n}?</summary><p>{p}</p></details>",
)


@pytest.mark.parametrize("panel", PANELS)
def test_panels_when_closed_then_their_text_is_read_with_its_headings(panel: str) -> None:
    seen = _seen("<h1>The dam</h1>" + "".join(panel.format(n=n, p=p) for n, p in enumerate(PARTS)))
    assert all(part in seen for part in PARTS)
    assert "Question 2?" in seen


@pytest.mark.parametrize(
    "hidden",
    [
        "<div class=modal aria-hidden=true><p>{p}</p></div>",
        "<div role=dialog hidden><p>{p}</p></div>",
        "<div style='display:none'><p>{p}</p></div>",
        "<nav><div class=panel hidden><p>{p}</p></div></nav>",
    ],
)
def test_panels_when_hidden_for_another_reason_then_they_stay_so(hidden: str) -> None:
    article = "".join(f"<p>{part}</p>" for part in PARTS)
    assert "football" not in _seen(f"<article>{article}</article>{hidden.format(p=TEASERS[0])}")
