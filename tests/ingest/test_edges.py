"""Small furniture inside an article goes by its build; what looks alike in a document stays."""

# ruff: noqa: E501 (markup stands as sites write it)

from __future__ import annotations

import pytest

from briefing_app.domain.article import visible_spans
from briefing_app.ingest.clean import clean

PARTS = (
    "The dam above the town was opened on Tuesday after a week of rain, the water board said in a notice.",
    "Three villages below it had been warned by telephone during the night, and nobody slept much.",
    "The board expects the level to fall by half a metre within two days, if it stays dry until then.",
    "Nobody was hurt, but a footbridge was carried away and will not be replaced before the spring.",
)


def _seen(*parts: str, head: str = "") -> str:
    body = "".join(parts)
    page = f"<html><head><title>The dam is open</title>{head}</head><body><article><h1>The dam is open</h1>{body}</article></body></html>"
    document = clean(page.encode(), "a.html")
    return "".join(document.text[a:b] for a, b in visible_spans(len(document.text), document.removals))


PS = [f"<p>{one}</p>" for one in PARTS]


@pytest.mark.parametrize(
    "inside",
    [
        "<p><b>Zum Thema:</b> <a href=/x>MARK wird teurer</a></p>",
        "<p><a href=/x>Lire aussi : MARK va augmenter</a></p>",
        "<p>اقرأ أيضا: <a href=/x>MARK ارتفاع</a></p>",
        "<p>ये भी पढ़ें: <a href=/x>MARK क्यों</a></p>",
        "<p>Читайте также: <a href=/x>MARK дорожает</a></p>",
        "<p>延伸阅读：<a href=/x>MARK 涨价</a></p>",
        "<p><a href=/x>MARK becomes dearer in the autumn</a></p>",
        "<p><a href=/1>MARK</a> | <a href=/2>Shop</a> | <a href=/3>Legal</a></p>",
        "<p><a href=/1>MARK</a> · <a href=/2>Impressum</a></p>",
        "<p style='text-align:center'><img src=m.jpg></p><p style='text-align:center'>MARK at dusk</p>",
        "<div><img src=m.jpg><br>MARK at dusk</div>",
        "<p><img src=m.jpg></p><p class=pictext>MARK at dusk</p>",
    ],
)
def test_edges_when_a_small_thing_points_elsewhere_then_it_goes(inside: str) -> None:
    seen = _seen(*PS[:2], inside, *PS[2:])
    assert "MARK" not in seen
    assert all(part in seen for part in PARTS)


@pytest.mark.parametrize(
    "inside",
    [
        "<p>Lesen Sie auch die alten Logbücher, MARK?</p>",
        "<p>Partager avec MARK, disait le passeur, et couper le pain en neuf.</p>",
        "<p>See <a href=/x>the report of MARK</a> for the figures of the year before.</p>",
        "<p>The board published two documents on it:</p><ul><li><a href=/1>Report of MARK on the dam</a></li><li><a href=/2>Minutes of the board</a></li></ul><p>Both are in the library.</p>",
        "<p>MARK</p><p>I beg to move.</p>",
        "<p>Article 7 of MARK</p>",
    ],
)
def test_edges_when_it_belongs_to_the_text_then_it_stays(inside: str) -> None:
    assert "MARK" in _seen(*PS[:2], inside, *PS[2:])


@pytest.mark.parametrize(
    "line",
    [
        "17.02.2015",
        "4 May 2021, 9:14 am",
        "May 02, 2024, 09:14 ET",
        "2020年5月27日08:16",
        "Lena Marsh",
        "Lena Marsh, 4 May 2021",
    ],
)
def test_edges_when_a_date_or_the_author_stands_below_the_title_then_it_is_kept_elsewhere(line: str) -> None:
    assert _seen(f"<p>{line}</p>", *PS, head="<meta name=author content='Lena Marsh'>").split("\n\n") == list(PARTS)


def test_edges_when_pages_have_heads_then_those_go_and_articles_stay() -> None:
    parts = [f"<p>OM/2007/31</p><p>Page {n}</p><p>Article {n}</p>{one}" for n, one in enumerate(PS, 2)]
    seen = _seen(*parts)
    assert "OM/2007" not in seen
    assert "Page 3" not in seen
    assert seen.count("Article") == len(PARTS)


def test_edges_when_cards_stand_last_then_they_go_with_their_heading() -> None:
    cards = "".join(
        f"<p><a href=/{n}>Card {n} of the day</a></p><p>Its teaser, a sentence of prose.</p>" for n in range(3)
    )
    seen = _seen(*PS, f"<h3>Also from this source</h3>{cards}")
    assert "Also from" not in seen
    assert "teaser" not in seen
    assert PARTS[-1] in seen


def test_standfirst_when_it_stands_below_the_title_then_it_is_text() -> None:
    lead = "Share the water and it will last, said the oldest of the keepers, who has seen it all."
    assert lead in _seen(f"<p class=article__desc>{lead}</p><div class=body>", *PS, "</div>")
