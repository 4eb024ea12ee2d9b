"""Live blogs: all updates are the text, whichever of them was found first; cards with hours are none."""

from __future__ import annotations

from briefing_app.ingest.clean import clean

WORDS = (
    "The harbour board met at dawn and closed the northern pier to all ships of more than forty metres.",
    "The ferries to the outer islands wait at the quay, and their crews were told to stay within call.",
    "The minister thanked the pilots, who had been out since four in the morning without a pause.",
    "The strike committee says that it will put the offer to a vote of its members on Thursday evening.",
)


def _page(updates: str) -> bytes:
    head = "<h1>The pier, hour by hour</h1><p class='byline'>By Ada Quay</p>"
    return f"<html><body><main>{head}<div class='updates'>{updates}</div></main></body></html>".encode()


def _update(number: int, words: str) -> str:
    hour = f"<p class='hour'><time>{18 - number}.20 GMT</time></p>"
    share = "<div class='share'><a href='#'>Share</a></div>"
    return f"<article class='block'>{hour}<div><p>{words}</p></div>{share}</article>"


def test_every_update_of_a_live_blog_is_text() -> None:
    text = clean(_page("".join(_update(*one) for one in enumerate(WORDS))), "a.html").text
    assert all(words in text for words in WORDS)
    assert "Share" not in text


def test_cards_with_hours_below_an_article_are_left_out() -> None:
    cards = "".join(
        f"<article class='card'><time>{n}.00</time><h3><a href='/{n}'>Another story of the coast {n}</a></h3>"
        f"<p>What else was said about the coast on the same day, in short, number {n}.</p></article>"
        for n in range(4)
    )
    story = "".join(f"<p>{words}</p>" for words in WORDS)
    page = (
        f"<html><body><article class='story'><h1>The pier</h1><time>9.00</time>{story}</article>{cards}</body></html>"
    )
    text = clean(page.encode(), "a.html").text
    assert all(words in text for words in WORDS)
    assert "Another story" not in text
    assert "What else was said" not in text
