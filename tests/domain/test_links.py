"""Links of a page: found again by their words and their neighbours, or left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.links import links_in

BASE = "https://news.example/talks/round.html"


def found(html: str, text: str, base: str = BASE) -> list[tuple[str, str]]:
    """Return words and targets of the links."""
    return [(text[start:end], target) for start, end, target in links_in(html, text, base)]


@pytest.mark.parametrize(
    ("html", "text", "expected"),
    [
        (
            '<p>The <a href="https://un.example/doc">full annex</a> is out.</p>',
            "The full annex is out.",
            [("full annex", "https://un.example/doc")],
        ),
        (
            "<p>The <b><a class=x href='/d?a=1&amp;b=2'>first\n draft</a></b>, read.</p>",
            "The first draft, read.",
            [("first draft", "https://news.example/d?a=1&b=2")],
        ),
        (
            '<p>See<a href="mailto:desk@un.example"> the desk </a>now.</p>',
            "See the desk now.",
            [("the desk", "mailto:desk@un.example")],
        ),
        (
            '<table><tr><td><a href="/a">Cell one</a></td><td>x</td></tr></table>',
            "Cell one | x",
            [("Cell one", "https://news.example/a")],
        ),
        (
            '<p>See <a href="/a">here</a> and <a href="/b">here</a>.</p>',
            "See here and here.",
            [("here", "https://news.example/a"), ("here", "https://news.example/b")],
        ),
        ('<p>See <a data-href="/a" href="#top">here</a>.</p>', "See here.", []),
        ('<p>See <a href="javascript:alert(1)">here</a>.</p>', "See here.", []),
        ('<p>See <a href="//[bad">here</a>.</p>', "See here.", []),
        ('<p>See <a href="file:///etc/passwd">here</a>.</p>', "See here.", []),
        ('<p>See <a href="/a">here', "See here", []),
        ('<nav><ul><li><a href="/e">Egypt</a></li></ul></nav><p>Egypt refused.</p>', "Egypt refused.", []),
        ('<p><a href="/a"></a>Words.</p>', "Words.", []),
        ('<a href="/card"><h3>Title</h3><p>Text</p></a>', "Title\n\nText", []),
    ],
)
def test_links_in_when_a_page_is_read_then_web_links_lie_on_their_words(
    html: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(html, text) == expected


def test_links_in_when_the_page_has_no_address_then_relative_ones_are_left_out() -> None:
    assert found('<p>See <a href="/a">here</a>.</p>', "See here.", "") == []


@given(st.text(alphabet="<>a/ hrefp='\"x:\n", max_size=80), st.text(alphabet="axp \n|", max_size=40))
def test_links_in_when_given_anything_then_spans_are_apart_and_in_the_text(html: str, text: str) -> None:
    last = 0
    for start, end, target in links_in(f'<a href="https://x.example">{html}', text):
        assert last <= start < end <= len(text)
        assert target.startswith("https://x.example")
        last = end
