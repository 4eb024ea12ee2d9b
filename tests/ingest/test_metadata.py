"""Title and date where a page's own statements differ, and what is no title and no date of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.ingest.clean import clean
from briefing_app.ingest.sanitise import sanitise

if TYPE_CHECKING:
    from briefing_app.domain.article import CleanDocument

TEXT = "<p>The board of the harbour met on the quay and spoke for two hours about the price of the crossing.</p>" * 4


def _page(head: str = "", above: str = "", below: str = "") -> CleanDocument:
    page = f"<html><head>{head}</head><body>{above}<article>{TEXT}</article>{below}</body></html>"
    return clean(page.encode(), "page.html")


@pytest.mark.parametrize(
    ("head", "above", "title"),
    [
        ("<title>Price of the crossing rises | Quay Post</title>", "", "Price of the crossing rises"),
        (
            "<title>Crossing price: what you pay at the quay now</title>",
            "<h1>What you pay at the quay</h1>",
            "What you pay at the quay",
        ),
        (
            "<title>The crossing and its price - Quay Post</title>",
            "<h1>Quay Post</h1><h1>The crossing and its price</h1>",
            "The crossing and its price",
        ),
        (
            "<title>Quay Post: The crossing and its price</title>",
            "<h1>Quay Post</h1><h3 class='post-title'>The crossing and its price</h3>",
            "The crossing and its price",
        ),
        (
            "<title>Quay Post</title><meta property='og:title' content='Ferry &amp;amp; quay: who pays'>",
            "<h1>Ferry &amp; quay: who pays</h1>",
            "Ferry & quay: who pays",
        ),
        ("<title>Quay Post - News</title>", "<h1>The crossing and its price</h1>", "The crossing and its price"),
    ],
)
def test_title_when_a_page_names_several_then_the_articles_own(head: str, above: str, title: str) -> None:
    assert _page(f"{head}<meta property='og:site_name' content='Quay Post'>", above).title == title


TIMES = "<h1>The crossing</h1><p class='meta'>{}</p>"


@pytest.mark.parametrize(
    ("head", "above", "below", "date"),
    [
        ("<meta property='article:published_time' content='2999-01-01'>", TIMES.format("4 May 2021"), "", "2021-05-04"),
        ("<meta property='article:modified_time' content='2022-01-01'>", TIMES.format("4 May 2021"), "", "2021-05-04"),
        ("<meta property='article:modified_time' content='2022-01-01'>", "", "", "2022-01-01"),
        (
            "",
            "<h1>A</h1><time class='updated' datetime='2023-03-03'></time><time datetime='2023-02-02'></time>",
            "",
            "2023-02-02",
        ),
        (
            "",
            "",
            "<div id='comments'><div class='comment'><time datetime='2020-09-09'>9 September 2020</time></div></div>",
            "",
        ),
        ("<title>The crossing</title>", "<h1>The crossing</h1><div>Quay, 5. März 2019</div>", "", "2019-03-05"),
        ("<link rel='canonical' href='https://quay.example/2018/07/09/crossing'>", "", "", "2018-07-09"),
        ("", "<div>Today is 1 June 2024</div><h1>The crossing</h1>", "", ""),
    ],
)
def test_date_when_a_page_has_several_then_that_of_publication(head: str, above: str, below: str, date: str) -> None:
    assert _page(head, above, below).published == date


def test_main_text_when_only_the_description_has_it_then_that_is_read() -> None:
    page = (
        '<html><head><script type="application/ld+json">{"@type":"Article","headline":"The crossing","articleBody":"'
        + "The board met on the quay. It spoke of the price.\\n\\nNothing was signed in the end. " * 6
        + '"}</script></head><body><div id="root">Loading</div></body></html>'
    )
    document = clean(page.encode(), "page.html")
    assert document.text.count("Nothing was signed in the end.") == 6
    assert len(document.blocks) == 7


def test_main_text_when_the_page_is_one_form_then_it_is_read() -> None:
    page = f"<html><body><form id='aspnetForm'><div>{TEXT}{TEXT}</div></form></body></html>"
    assert "harbour met on the quay" in clean(page.encode(), "page.html").text


def test_sanitise_when_formulas_and_drawings_then_their_words_stay_and_nothing_else() -> None:
    html = (
        "<p><math><mi>x</mi><mo>=</mo><mn>2</mn><annotation>hidden</annotation></math>"
        "<svg onload=a()><text onclick=b()>label</text><title>t</title><script>c()</script></svg></p>"
    )
    kept = sanitise(html)
    for word in ("x", "=", "2", "label"):
        assert word in kept
    assert not any(word in kept for word in ("svg", "math", "onload", "onclick", "script", "c()", "hidden"))
