"""The page of an open article: what is out of view, where it is spoken of, and that no number moves."""

from __future__ import annotations

from dataclasses import replace

from briefing_app.domain.article import Removal, RemovalState
from briefing_app.ui.reader.page import key_of, make_page, removed_words
from tests.ui.reader.factory import full_article, make_article, span


def test_page_hides_what_is_removed_and_keeps_paragraph_numbers() -> None:
    page = make_page(full_article())
    assert "Subscribe" not in page.positions.text
    assert "best stories" not in page.positions.text
    assert [shown.block.number for shown in page.positions.blocks] == [1, 2, 4, 5]


def test_page_places_strips_below_the_paragraph_they_belong_to() -> None:
    page = make_page(full_article())
    between, inside = page.strips
    assert (between.block, between.inside, between.opened) == (1, False, False)
    assert between.caption == "1 promotional line removed from this article · show"
    assert (inside.block, inside.inside) == (2, True)
    assert page.room_below == {1: between.room, 2: inside.room}


def test_page_with_an_opened_removal_shows_it_greyed_in_its_place() -> None:
    article = full_article()
    page = make_page(article, {key_of(article.removals[0])})
    assert "Subscribe to our morning letter" in page.positions.text
    (grey,) = page.greyed
    assert page.positions.text[grey[0] : grey[1]] == "Subscribe to our morning letter for more of this."
    assert [strip.opened for strip in page.strips] == [True, False]
    assert page.strips[0].block == 2


def test_page_of_restored_text_speaks_of_nothing() -> None:
    article = full_article()
    restored = replace(article, removals=tuple(replace(r, state=RemovalState.RESTORED) for r in article.removals))
    page = make_page(restored)
    assert page.strips == ()
    assert len(page.positions.blocks) == 5


def test_page_whose_first_paragraph_is_removed_keeps_room_above() -> None:
    article = make_article()
    first = Removal(*span(article, article.version.text.split("\n\n")[0]), "cookie", "A cookie notice.", id="r")
    page = make_page(replace(article, removals=(first,)))
    (strip,) = page.strips
    assert strip.block == -1
    assert page.room_above == strip.room
    assert page.room_below == {}


def test_removed_words_name_the_kind_or_passages_of_several() -> None:
    promo, hand = Removal(0, 1, "promo.x", ""), Removal(2, 3, "by-hand", "")
    assert removed_words([promo, promo]) == "2 promotional lines"
    assert removed_words([hand]) == "1 passage you hid"
    assert removed_words([promo, hand]) == "2 passages"


def test_page_has_the_links_of_the_page_where_their_words_are_shown() -> None:
    article = make_article(["A text of the talks \U0001f4dc is out.", "Its full annex is here; more is hidden."])
    html = (
        '<p>A <a href="https://un.example/text">text of the talks</a> \U0001f4dc is out.</p>\n'
        '<p>Its <a href="https://un.example/annex">full annex</a> is here; <a href="https://x.example">more</a> is…</p>'
    )
    article = replace(article, version=replace(article.version, html=html))
    hidden = Removal(*span(article, "; more is hidden"), "promo", "")
    page = make_page(replace(article, removals=(hidden,)))
    shown = page.positions.text.encode("utf-16-le")
    assert [(shown[2 * start : 2 * end].decode("utf-16-le"), target) for start, end, target in page.links] == [
        ("text of the talks", "https://un.example/text"),
        ("full annex", "https://un.example/annex"),
    ]
