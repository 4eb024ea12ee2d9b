"""Day and author where pages show them in their own ways: many languages, machine marks, traps."""

# ruff: noqa: E501 (markup stands as sites write it)

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from briefing_app.ingest.clean import clean

if TYPE_CHECKING:
    from briefing_app.domain.article import CleanDocument

TITLE = "The harbour plan is late again"
TEXT = "".join(
    f"<p>{one}</p>"
    for one in (
        "The board of the harbour told the council on Monday that the second pier will not be ready this year.",
        "It blames the winter, and a contractor who left the works without a word to anybody.",
        "The council wants to see the accounts before it votes on more money for the works.",
    )
)


def _read(
    below: str = "", head: str = "", above: str = "", after: str = "", lang: str = "en", title: str = TITLE
) -> CleanDocument:
    page = (
        f"<html lang={lang}><head><title>{title}</title>{head}</head><body><nav><a href=/>Home</a></nav>{above}<article><h1>{title}</h1>"
        f"{below}{TEXT}</article>{after}<footer>© 2009-2024 Example</footer></body></html>"
    )
    return clean(page.encode(), "a.html")


SHOWN = {
    "de": ("<div>Von Jana Vogt | Stand: 12.03.2019, 14:20 Uhr</div>", "de", "2019-03-12"),
    "de short": ("<p class=date>04.03.18</p>", "de", "2018-03-04"),
    "fr": ("<p>Publié le 14 juillet 2017 à 10h20 - Mis à jour le 15 juillet 2017</p>", "fr", "2017-07-14"),
    "fr slashes": ("<p class=date>04/03/2018</p>", "fr", "2018-03-04"),
    "gb slashes": ("<p class=pubdate>04/03/2018</p>", "en-GB", "2018-03-04"),
    "us slashes": ("<p class=date>04/03/2018</p>", "en-US", "2018-04-03"),
    "pt": ("<p>Publicado em 08/09/2014 às 10h00</p>", "pt", "2014-09-08"),
    "vi": ("<p>Thứ hai, 4/3/2021, 10:20 (GMT+7)</p>", "vi", "2021-03-04"),
    "id": ("<p>Kamis, 04 Maret 2021 10:20 WIB</p>", "id", "2021-03-04"),
    "hu": ("<p>2021. március 4. 10:20</p>", "hu", "2021-03-04"),
    "lt": ("<p>2021 m. kovo 4 d.</p>", "lt", "2021-03-04"),
    "pl": ("<p>5 listopada 2018</p>", "pl", "2018-11-05"),
    "th": ("<p>4 มีนาคม 2564</p>", "th", "2021-03-04"),
    "ko": ("<p>입력 2021.03.04 10:20 | 수정 2021.03.05 11:00</p>", "ko", "2021-03-04"),
    "compact": ("<span class=date>20210304</span>", "en", "2021-03-04"),
    "month alone": ("<span class=date>March 2021</span>", "en", "2021-03"),
    "changed first": ("<p>Updated April 9, 2021 | Published March 4, 2021</p>", "en", "2021-03-04"),
    "two lines": ("<p>Last updated on April 9, 2021</p><p>First published on March 4, 2021</p>", "en", "2021-03-04"),
    "changed alone": ("<p>Last updated: March 4, 2021</p>", "en", "2021-03-04"),
    "attribute": ("<div data-published='2021-03-04T10:00:00Z'>2 years ago</div>", "en", "2021-03-04"),
    "abbr": ("<abbr class=published title='2010-05-06T10:00:00-07:00'>May 6</abbr>", "en", "2010-05-06"),
}


@pytest.mark.parametrize("name", SHOWN)
def test_day_when_shown_below_the_headline_then_it_is_read_as_the_page_orders_it(name: str) -> None:
    below, lang, day = SHOWN[name]
    assert _read(below, lang=lang).published == day


LATEST = "<div class=latest><ul><li><a href=x>Other</a> <time datetime=2023-09-09>9 Sep 2023</time></li></ul></div>"
TRAPS = {
    "other articles": (_read("<div class=meta>March 4, 2021</div>", above=LATEST), "2021-03-04"),
    "today": (
        _read("<p>March 4, 2021</p>", above="<header><time datetime=2026-11-22>Today</time></header>"),
        "2021-03-04",
    ),
    "rights": (_read("<p>Anna Keller</p>", after="<p>Copyright 12 May 2003 Example</p>"), ""),
    "a day told of": (_read("<p>On 4 July 1999 the ship sank in the bay with all its timber and salt.</p>"), ""),
    "comments": (
        _read(after="<div class=comments><div class=comment><time>1 Jan 2022</time><p>Nice.</p></div></div>"),
        "",
    ),
}


@pytest.mark.parametrize("name", TRAPS)
def test_day_when_it_is_another_than_that_of_publication_then_it_is_left(name: str) -> None:
    document, day = TRAPS[name]
    assert document.published == day


def _linked(*nodes: dict[str, str]) -> str:
    return "".join(f"<script type='application/ld+json'>{json.dumps(node)}</script>" for node in nodes)


def test_description_when_there_are_two_then_that_of_the_headline_is_meant() -> None:
    other = {
        "@type": "NewsArticle",
        "headline": "Another story of the day",
        "datePublished": "2018-01-01",
        "author": "X Young",
    }
    own = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2020-05-06", "author": "Ruth Adler"}
    document = _read(head=_linked(other, own))
    assert (document.published, document.author) == ("2020-05-06", "Ruth Adler")


def test_scripts_when_they_are_sent_one_day_then_it_is_read_and_of_several_none() -> None:
    sent = '<script>var layer=[{"publishDate":"2021-03-04T10:00:00Z"}];</script>'
    assert _read(head=sent).published == "2021-03-04"
    assert _read(head=sent + sent.replace("2021", "2019")).published == ""


AUTHORS = {
    "ko": ("<p>김민수 기자</p>", "", "김민수"),
    "ko at the end": ("", "<p>정부는 발표했다. 김민수 기자 minsu@example.kr</p>", "김민수"),
    "handle": ("<div class=author><a>Anna Keller</a> <a>@akeller</a></div>", "", "Anna Keller"),
    "card": (
        "<div class=author-card><div class=author-name>Anna Keller</div><div>Staff writer</div></div>",
        "",
        "Anna Keller",
    ),
    "vcard": ("<span class=vcard><span class=fn>Ruth Adler</span></span>", "", "Ruth Adler"),
    "picture first": (
        "<div class=credit>Photo by Sam Whitfield</div><div class=byline>By Anna Keller</div>",
        "",
        "Anna Keller",
    ),
    "comments": ("", "<div id=comments><div class=author>Bob Stone</div><p>Nice one.</p></div>", ""),
    "other article": ("", "<div class=related><span class=author>Bob Stone</span></div>", ""),
    "user": ("<p class=author>by <strong>bluefox72</strong> » Mon Mar 04, 2019 9:12 am</p>", "", "bluefox72"),
}


@pytest.mark.parametrize("name", AUTHORS)
def test_author_when_shown_then_the_name_alone_is_taken(name: str) -> None:
    below, after, author = AUTHORS[name]
    title = "정부 새로운 항구 계획 발표" if name.startswith("ko") else TITLE
    assert (
        _read(
            f"{below}{'<p>정부는 항구 계획을 발표했다.</p>' if after and name.startswith('ko') else ''}",
            after=after,
            title=title,
        ).author
        == author
    )


def test_author_when_cited_surname_first_then_it_is_turned() -> None:
    head = "<meta name=citation_author content='Adler, Ruth'><meta name=citation_author content='Reyes, Tom'>"
    assert _read(head=head).author == "Ruth Adler, Tom Reyes"
