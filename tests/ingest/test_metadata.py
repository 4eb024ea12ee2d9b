"""Title and date where a page's own statements differ, and what is no title and no date of it."""

# ruff: noqa: E501 (markup stands as sites write it)

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.ingest.clean import clean
from briefing_app.ingest.dates import find_date
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


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("٤ مايو ٢٠٢١", "2021-05-04"),
        ("4 أيار 2021", "2021-05-04"),
        ("४ मई २०२१", "2021-05-04"),
        ("15 अगस्त 2019", "2019-08-15"),
        ("令和3年5月4日", "2021-05-04"),
        ("平成元年1月9日", "1989-01-09"),
        ("2021. 5. 4.", "2021-05-04"),
        ("２０２１年５月４日", "2021-05-04"),
        ("4 Μαΐου 2021", "2021-05-04"),
        ("4. Mai 2021", "2021-05-04"),
        ("4 de mayo de 2021", "2021-05-04"),
        ("04.05.2021", "2021-05-04"),
        ("03/04/2021", ""),
        ("May 2021", ""),
        ("Version 2021.5.4 of 12", "2021-05-04"),
    ],
)
def test_date_when_written_in_words_or_figures_then_its_day(line: str, day: str) -> None:
    assert find_date(line) == day


LINES = "<h1>The price of the crossing</h1>{}"


@pytest.mark.parametrize(
    ("above", "author"),
    [
        ("<p>By Lena Marsh</p>", "Lena Marsh"),
        ("<div>by Lena Marsh, 9 August 2010</div>", "Lena Marsh"),
        ("<p>8 November 2007, Lena Marsh</p>", "Lena Marsh"),
        ("<p class=by>By <b>Lena Marsh</b><br>Harbour desk</p>", "Lena Marsh"),
        ("<p>Von Lena Marsh und Ilse Brandt</p>", "Lena Marsh, Ilse Brandt"),
        ("<small>May 19th, 2007 by Lena</small>", "Lena"),
        ("<span class='post-author vcard'>Posted by <span class=fn>Lena</span></span>", "Lena"),
        (
            "<div itemprop=author>asked Mar 3, 2014<br><span itemprop=name>reed_warbler</span> 1,204</div>",
            "reed_warbler",
        ),
        ("<div>2020年05月27日08:16　来源：海湾网　记者 沈若川</div>", "沈若川"),
        ("<p class=byline>Lena Marsh, October 2, 2009</p>", "Lena Marsh"),
        ("<p>By the time the boats came in, nobody was left.</p>", ""),
        ("<p>By 9 August 2010</p>", ""),
        ("<p>Home News, 9 August 2010</p>", ""),
        ("<p>Last updated on 9 August 2010</p>", ""),
        ("<p>New Delhi, 9 August 2010</p>", ""),
        ("<p class=byline>Lena Marsh <time datetime=2010-08-09>9 Aug 2010</time></p>", "Lena Marsh"),
        ("<p>Buenos Aires 9 August 2010</p>", ""),
        ("<p>Lena Marsh / 9 August 2010</p>", "Lena Marsh"),
        ("<p>Lena Marsh | 9 August 2010</p>", "Lena Marsh"),
    ],
)
def test_author_when_a_byline_is_seen_below_the_title_then_its_names(above: str, author: str) -> None:
    assert _page("<title>The price of the crossing</title>", LINES.format(above)).author == author


def _described(author: str) -> str:
    return f'<script type="application/ld+json">{{"@type":"NewsArticle","author":{{"name":"{author}"}}}}</script>'


@pytest.mark.parametrize(
    ("said", "author"),
    [
        ("By LENA MARSH FOR THE QUAY POST", "Lena Marsh"),
        ("Interview: Lena Marsh", "Lena Marsh"),
        ("Lena Marsh | Quay Post", "Lena Marsh"),
        ("admin", ""),
    ],
)
def test_author_when_described_with_ornaments_then_the_name_alone(said: str, author: str) -> None:
    head = "<title>The price</title><meta property='og:site_name' content='The Quay Post'>"
    assert _page(head + _described(said), "<h1>The price</h1>").author == author


@pytest.mark.parametrize(
    ("head", "above", "site"),
    [
        ("<title>The price of the crossing - Quay Post</title>", "<h1>The price of the crossing</h1>", "Quay Post"),
        ("<title>Quay Post: The price of the crossing</title>", "<h1>The price of the crossing</h1>", "Quay Post"),
        (
            "<title>Quay Post » Archive » The crossing</title>",
            "<h1><a href='/'>Quay Post</a></h1><h2>The crossing</h2>",
            "Quay Post",
        ),
        ("<title>渡口重开 渔民盼停火_海湾新闻网</title>", "<h1>渡口重开 渔民盼停火</h1>", "海湾新闻网"),
        (
            "<title>The price</title>",
            "<a href='/'><img src=/logo.png alt='Quay Post logo'></a><h1>The price</h1>",
            "Quay Post",
        ),
        (
            "<title>The price of the crossing | News | Quay Post</title>",
            "<h1>The price of the crossing</h1>",
            "Quay Post",
        ),
        (
            "<title>The price of the crossing</title><link rel=canonical href='https://www.quay.example/a'>",
            "<h1>The price of the crossing</h1>",
            "quay.example",
        ),
        ("<title>Evidence of the Quay Board - Quay Board</title>", "<h1>Evidence of the Quay Board</h1>", "Quay Board"),
    ],
)
def test_site_when_no_description_names_it_then_title_and_logo_do(head: str, above: str, site: str) -> None:
    assert _page(head, above).site == site


@pytest.mark.parametrize(
    ("head", "above", "title"),
    [
        (
            "<title>Quay Post: Night boat sinks in winter</title>",
            "<span class=hl>Night boat sinks in winter</span>",
            "Night boat sinks in winter",
        ),
        (
            "<title>Night boat sinks in winter_Quay Post</title>",
            "<b>Night boat sinks in winter</b>",
            "Night boat sinks in winter",
        ),
        (
            "<title>the wrong end: On sharpening</title>",
            "<h1><a href='/'>the wrong end</a></h1><h3>On sharpening</h3>",
            "On sharpening",
        ),
        ("<title>Quay Post - Print article</title>", "<h2>The doors of a street</h2>", "The doors of a street"),
        (
            "<title>Ticker: talks in the harbour - Quay Post</title><meta property='og:title' content='Ticker: talks in the harbour'>",
            "<h1><span class=kicker>Live</span> Ticker: talks in the harbour</h1>",
            "Ticker: talks in the harbour",
        ),
        ("<title>Storm: what we know</title>", "<h1>Storm: what we know</h1>", "Storm: what we know"),
    ],
)
def test_title_when_the_site_is_glued_to_it_then_the_part_the_page_shows(head: str, above: str, title: str) -> None:
    assert _page(head, above).title == title
