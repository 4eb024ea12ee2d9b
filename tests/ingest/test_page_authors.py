"""Who wrote a page, in the bylines of the world: names alone, and never who took the picture or edited."""

# ruff: noqa: E501 (markup stands as sites write it)

from __future__ import annotations

import json

import pytest

from briefing_app.ingest.clean import clean
from briefing_app.ingest.html.bylines import names_in, person

TITLE = "The harbour plan is late again"
TEXT = "".join(
    f"<p>{one}</p>"
    for one in (
        "The board of the harbour told the council on Monday that the second pier will not be ready this year, and that nobody knows when.",
        "It blames the winter, and a contractor who left the works without a word to anybody, which the contractor denies in a long letter to us.",
        "The council wants to see the accounts before it votes on more money for the works, and it wants to see them soon, says its chairwoman.",
    )
)


def _author(below: str = "", head: str = "", *, above: str = "", after: str = "", outside: str = "") -> str:
    page = (
        f"<!DOCTYPE html><html lang=en><head><title>{TITLE} | Quay Post</title><meta property=og:site_name content='Quay Post'>{head}</head>"
        f"<body><nav><a href=/>Home</a></nav><article>{above}<h1>{TITLE}</h1>{below}{TEXT}{after}</article>{outside}"
        "<footer>© 2024 Quay Post</footer></body></html>"
    )
    return clean(page.encode(), "a.html").author


def _ld(author: object) -> str:
    node = {"@type": "NewsArticle", "headline": TITLE, "author": author}
    return f"<script type='application/ld+json'>{json.dumps(node)}</script>"


DESCRIBED: dict[str, tuple[object, str]] = {
    "objects": (
        [{"@type": "Person", "name": "Anna Keller"}, {"@type": "Person", "name": "Tom Reyes"}],
        "Anna Keller, Tom Reyes",
    ),
    "strings": (["Anna Keller", "Tom Reyes"], "Anna Keller, Tom Reyes"),
    "one string": ("Anna Keller and Tom Reyes", "Anna Keller, Tom Reyes"),
    "addresses beside": (
        ["https://quay.example/anna", {"name": "Anna Keller", "url": "https://quay.example/anna"}],
        "Anna Keller",
    ),
    "list of names": ({"@type": "Person", "name": ["Anna Keller", "Tom Reyes"]}, "Anna Keller, Tom Reyes"),
    "site beside": (["Anna Keller", "Quay Post"], "Anna Keller"),
    "office": ("Anna Keller, Harbour correspondent", "Anna Keller"),
    "place": ("Anna Keller (Geneva)", "Anna Keller"),
    "for a paper": ("Anna Keller for the Quay Post", "Anna Keller"),
    "mail": ("Anna Keller anna@quay.example", "Anna Keller"),
    "capitals": ("ANNA O'NEIL", "Anna O'Neil"),
    "agency": ({"@type": "Organization", "name": "Inland News Agency"}, "Inland News Agency"),
    "nobody": ("Quay Post Staff", ""),
    "system": ("admin", ""),
}


@pytest.mark.parametrize("name", DESCRIBED)
def test_author_when_described_in_any_shape_then_the_persons(name: str) -> None:
    value, author = DESCRIBED[name]
    assert _author(head=_ld(value)) == author


SHOWN = {
    "two": ("<p>By Anna Keller and Tom Reyes</p>", "Anna Keller, Tom Reyes"),
    "three": ("<p>By Anna Keller, Tom Reyes and Ilse Brandt in Geneva</p>", "Anna Keller, Tom Reyes, Ilse Brandt"),
    "office": ("<p>By Anna Keller, Geneva correspondent</p>", "Anna Keller"),
    "office before": (
        "<div class=byline>By <a>Anna Keller</a> and health reporter <a>Tom Reyes</a></div>",
        "Anna Keller, Tom Reyes",
    ),
    "words": ("<p>Words by Anna Keller. Photographs by Tom Reyes</p>", "Anna Keller"),
    "words alone": ("<p class=credits>Words: Anna Keller | Photos: Tom Reyes</p>", "Anna Keller"),
    "picture first": ("<p>Photo: Tom Reyes</p><p>By Anna Keller</p>", "Anna Keller"),
    "translated": ("<p class=byline>By Anna Keller, translated by Tom Reyes</p>", "Anna Keller"),
    "rel": ("<a rel=author href=/a/anna>Anna Keller</a>", "Anna Keller"),
    "by apart": (
        "<div class=post-author-name><div class=author-by>By</div> <a href=/a/mlk>Ma. Lourdes Keller</a></div>",
        "Ma. Lourdes Keller",
    ),
    "boxes": (
        "<aside class=article-authors><p>By</p><p class=author>Anna Keller</p><p class=role>Education Writer</p><p class=org>Quay Media Group</p><p class=author>Tom Reyes</p><p class=role>Correspondent</p></aside>",
        "Anna Keller, Tom Reyes",
    ),
    "cards": (
        "<div class=authors-teaser><h2>Authors</h2><div class=author-card><a>Anna Keller</a><p>Senior Fellow, Ports and Rivers</p></div><div class=author-card><a>Tom Reyes</a><p>Associate, Accra</p></div></div>",
        "Anna Keller, Tom Reyes",
    ),
    "agency before": (
        "<div class=info><span class=bylinePrefix>Allied Wire | By </span><span class=authorName>ANNA KELLER and TOM REYES, Allied Wire</span></div>",
        "Anna Keller, Tom Reyes",
    ),
    "agency alone": ("<div class=author><div class=author-name>PTI</div></div>", "PTI"),
    "agency as source": ("<span id=lblSource>Abu Dhabi (WAM)</span>", "WAM"),
    "field": (
        "<div class='field field--name-field-authors'><div class=field__label>Authors</div><div class=field__item>Anna Keller and Tom Reyes</div></div>",
        "Anna Keller, Tom Reyes",
    ),
    "capitals above a day": ("<font>ANNA KELLER<br>November 8, 2019 at 5:30 AM PT</font>", "Anna Keller"),
    "mail beside": (
        "<b>Anna Keller</b> <a>anna at quay.example</a><br><i>Thu Mar  4 22:41:07 CET 2021</i>",
        "Anna Keller",
    ),
    "handle beside": ("<p class=byline>Anna Keller @annakeller</p>", "Anna Keller"),
    "hours": (
        "<address><a rel=author>Anna Keller</a> (now) and <a rel=author>Tom Reyes</a> (earlier)</address>",
        "Anna Keller, Tom Reyes",
    ),
    "french": (
        "<p class=meta__author>Par <a>Hélène Marchand</a> et Sylvain Poadja <span>(Nouméa, correspondant)</span></p>",
        "Hélène Marchand, Sylvain Poadja",
    ),
    "german": (
        "<div><span>Von</span> <a>Jana Vogt</a> und <a>Jörg Till</a><span>, Duisburg</span></div>",
        "Jana Vogt, Jörg Till",
    ),
    "spanish": ("<p>Por María José Núñez, enviada especial</p>", "María José Núñez"),
    "polish": (
        "<div class=podpis><span class=autor>Katarzyna Wrona</span>, <span class=zrodlo>PAP</span></div>",
        "Katarzyna Wrona",
    ),
    "russian": ("<span class=autor>Автор: Ирина Коваленко</span>", "Ирина Коваленко"),
    "arabic": ("<ul class=post-meta><li>كتبت: سلمى البدري</li></ul>", "سلمى البدري"),
    "japanese": ("<p class=writer>ハノイ＝高瀬智子</p>", "高瀬智子"),
    "chinese": ("<p>记者 沈若川</p>", "沈若川"),
    "places between": ("<p>By Anna Keller in Geneva and Tom Reyes in Accra</p>", "Anna Keller, Tom Reyes"),
    "capitals and": (
        "<div class=byline>BY <span>ANNA KELLER</span> AND <span>TOM REYES</span></div>",
        "Anna Keller, Tom Reyes",
    ),
    "office of several words": ("<p>By Senior Foreign Correspondent Anna Keller</p>", "Anna Keller"),
    "special": ("<p>By Anna Keller Special to the Quay Post</p>", "Anna Keller"),
    "hour": ("<div class=byline><a>Anna Keller</a> <span>Today, 5:03 pm</span></div>", "Anna Keller"),
    "label apart": (
        "<table><tr><td>Author:</td><td>Anna Keller</td></tr><tr><td>Published:</td><td>4 March 2021</td></tr></table>",
        "Anna Keller",
    ),
    "posted": ("<p>Posted by Anna Keller on March 4, 2021 at 10:12 am</p>", "Anna Keller"),
    "place between name and day": (
        "<p>Ana Souza e João Silva</p><p>São Paulo</p><p>04/03/2021 às 10h12</p>",
        "Ana Souza, João Silva",
    ),
    "dutch": (
        "<span class=author>Door: <b>Jan de Vries</b> en Piet van den Berg</span>",
        "Jan de Vries, Piet van den Berg",
    ),
    "korean two": ("<div class=byline><em>김민수 이영희 기자</em></div>", "김민수, 이영희"),
    "japanese alone": ("<p>高瀬智子</p><p>2021年3月4日 10時12分</p>", "高瀬智子"),
    "hindi with a place": ("<div class=writer>राकेश त्रिवेदी, नई दिल्ली</div>", "राकेश त्रिवेदी"),
    "persian": ("<p>نویسنده: مریم رضایی</p>", "مریم رضایی"),
    "indonesian": ("<div><div>Penulis</div><div>Budi Santoso</div></div>", "Budi Santoso"),
    "bar": ("<p>Guest column | Anna Keller</p>", "Anna Keller"),
    "part of a page": (
        "<div data-component=byline-block><span>Anna Keller</span><div>Harbour correspondent</div></div>",
        "Anna Keller",
    ),
    "degrees": ("<p>By Dr. Anna Keller, PhD and Prof. Tom Reyes</p>", "Anna Keller, Tom Reyes"),
    "office below": ("<div><span>Anna Keller</span></div><div>Diplomatic correspondent, Geneva</div>", "Anna Keller"),
    "guest": ("<p>A guest post by Anna Keller</p>", "Anna Keller"),
}


@pytest.mark.parametrize("name", SHOWN)
def test_author_when_shown_then_who_wrote_and_nobody_else(name: str) -> None:
    below, author = SHOWN[name]
    assert _author(below) == author


SIGNED = {
    "dash": ("<p>— Ruth Calloway</p>", "Ruth Calloway"),
    "right": ("<p style='text-align:right'><strong>Trần Thu Hằng</strong></p>", "Trần Thu Hằng"),
    "label": ("<p>(PAP) autor: Katarzyna Wrona, kw/ mok/</p>", "Katarzyna Wrona"),
    "reporting": ("<p>(Reporting by Anna Keller in Geneva; editing by Tom Reyes)</p>", "Anna Keller"),
    "reporting of two": (
        "<p>Reporting by Anna Keller and Ilse Brandt; Editing by Tom Reyes</p>",
        "Anna Keller, Ilse Brandt",
    ),
    "note in italics": ("<p><em>Anna Keller is a fellow at the Institute of Ports.</em></p>", "Anna Keller"),
    "note in a box": (
        "<aside class=about-author><h3>About the author</h3><p>Anna Keller is a former envoy.</p></aside>",
        "Anna Keller",
    ),
    "italics about another": ("<p><em>The Harbour Board is a body of nine.</em></p>", ""),
    "related": ("<h3>Related Stories</h3><p>More News</p>", ""),
    "edited": ("<p>Edited by Tom Reyes</p>", ""),
}


@pytest.mark.parametrize("name", SIGNED)
def test_author_when_only_the_end_names_one_then_who_signs(name: str) -> None:
    after, author = SIGNED[name]
    assert _author(after=after) == author


def test_author_when_a_byline_stands_then_who_reported_does_not_win() -> None:
    assert (
        _author("<p>By Anna Keller</p>", after="<p>Reporting by Tom Reyes; editing by Ilse Brandt</p>") == "Anna Keller"
    )


def test_author_when_the_byline_names_more_or_others_than_a_template_then_the_byline() -> None:
    assert (
        _author("<p>By Anna Keller and Tom Reyes</p>", "<meta name=author content='Anna Keller'>")
        == "Anna Keller, Tom Reyes"
    )
    assert _author("<p>By Anna Keller</p>", "<meta name=author content='John Webber'>") == "Anna Keller"
    assert (
        _author("<p>By Anna Keller</p>", _ld([{"name": "Anna Keller"}, {"name": "Tom Reyes"}]))
        == "Anna Keller, Tom Reyes"
    )


def test_author_when_only_scripts_are_sent_one_then_read() -> None:
    assert _author(head="<script>dataLayer=[{'pageType':'article','author':'Anna Keller'}];</script>") == "Anna Keller"


@pytest.mark.parametrize(
    ("below", "after", "author"),
    [
        (
            "",
            "<p>GENEVA, March 4 (Xinhua) -- The board of the harbour told the council that the pier is late again.</p>",
            "Xinhua",
        ),
        ("<p>Izvor: Tanjug | 04.03.2021</p>", "", "Tanjug"),
        ("<p>2021-03-04 10:12 来源：新华社</p>", "", "新华社"),
        ("<p>Source: the minister's own diary</p>", "", ""),
    ],
)
def test_author_when_no_person_is_named_then_the_agency(below: str, after: str, author: str) -> None:
    assert _author(f"{below}{after}") == author


def test_author_when_named_above_the_headline_then_read() -> None:
    assert _author(above="<p>Issue 112 · Friday 28 March 2025 · by Dana Wexler</p>") == "Dana Wexler"


def test_author_when_the_system_names_itself_then_who_signs_is_taken() -> None:
    assert _author("<span class=byline>by <a>admin</a></span>", after="<p>— Ruth Calloway</p>") == "Ruth Calloway"


NOBODY = {
    "time": "<p>By the time the boats came in, nobody was left.</p>",
    "picture": "<figure><img src=a><figcaption>The pier. Photo by Tom Reyes</figcaption></figure>",
    "photographer": "<p>Photo: Tom Reyes / Quay</p>",
    "place and day": "<p>New Delhi, 4 May 2021</p>",
    "rubric and day": "<p>World News</p><p>4 May 2021</p>",
    "place above day": "<p>Buenos Aires</p><p>4 May 2021</p>",
    "rubric above an office": "<p>Harbour Talks</p><p>President of the board rejects the plan</p>",
    "comment": "<div class=comments><div class=author>Tom Reyes</div></div>",
}


@pytest.mark.parametrize("name", NOBODY)
def test_author_when_nobody_is_named_then_none(name: str) -> None:
    assert _author(NOBODY[name]) == ""


@pytest.mark.parametrize(
    "words",
    ["Geneva correspondent", "Senior Fellow", "New York", "Quay Media Group", "Read More", "4 May", "anna keller"],
)
def test_person_when_words_are_no_name_then_empty(words: str) -> None:
    assert person(words) == ""


def test_names_when_a_line_has_no_end_then_read_in_time() -> None:
    assert len(names_in("By Anna Keller, " * 5000)) == 1
