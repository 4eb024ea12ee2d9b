"""Search in scripts without spaces: words are found inside what the index takes for one word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.domain.listing import ListQuery
from briefing_app.store.listing import Listing
from briefing_app.store.query import parse
from briefing_app.store.unspaced import expanded
from tests.store.factories import add_article, annotation

if TYPE_CHECKING:
    from briefing_app.store.store import Store

CHINESE = "埃及外交部长周二表示，埃及拒绝接受协议草案。\n\n埃塞俄比亚要求25亿美元的补偿。"
JAPANESE = "外相は月曜日、追加の関税を拒否すると述べた。"


@pytest.fixture
def east(store: Store) -> Store:
    """Give a library with a Chinese, a Japanese and an English article."""
    with store.write("Fill", undoable=False) as work:
        chinese = add_article(work, CHINESE, title="三方会谈未能达成协议")
        add_article(work, JAPANESE, title="関税交渉")
        add_article(work, "Ardania and Belmora met.", title="English")
        work.annotations.add(annotation(chinese, note="见第三条红线"))
    return store


def titles(store: Store, query: str) -> set[str]:
    """Return the titles of what is found."""
    with store.read() as reader:
        return {hit.title for hit in reader.search.search(query)}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("会谈", {"三方会谈未能达成协议"}),
        ("协议", {"三方会谈未能达成协议"}),
        ("美元", {"三方会谈未能达成协议"}),
        ("红线", {"三方会谈未能达成协议"}),
        ("関税", {"関税交渉"}),
        ("拒否 OR 拒绝", {"関税交渉", "三方会谈未能达成协议"}),
        ("外 -関税", {"三方会谈未能达成协议"}),
        ("会谈 关税", set()),
        ("外相は月曜日", {"関税交渉"}),
        ("和平", set()),
    ],
)
def test_search_of_a_word_without_spaces_around_it(east: Store, query: str, expected: set[str]) -> None:
    """A word is found wherever it stands in its sentence; what stands nowhere is not found."""
    assert titles(east, query) == expected
    listing = Listing(east.path, None)
    try:
        rows = listing.rows(list(listing.ids(ListQuery(text=query))))
    finally:
        listing.close()
    assert {row.title for row in rows} == expected


def test_search_marks_the_word_and_not_its_sentence(east: Store) -> None:
    """The place told is that of the word."""
    with east.read() as reader:
        (hit,) = reader.search.search("補償 OR 补偿")
    assert CHINESE[hit.start : hit.end] == "补偿"
    assert "\x02补偿\x03" in hit.snippet


def test_expanded_leaves_other_queries_as_they_are(east: Store) -> None:
    """Nothing is looked up for words that have spaces around them, and an operator's value stays."""
    asked = parse('party:埃及 "grain corridor" Россия')
    with east.read() as reader:
        assert expanded(asked, reader.search._driver) is asked
