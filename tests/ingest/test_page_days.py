"""The day of publication where publishing systems put it: descriptions, marks, data of scripts, addresses, lines."""

# ruff: noqa: E501 (markup stands as sites write it)

from __future__ import annotations

import json

import pytest

from briefing_app.ingest.clean import clean

TITLE = "The harbour plan is late again"
TEXT = "".join(
    f"<p>{one}</p>"
    for one in (
        "The board of the harbour told the council on Monday that the second pier will not be ready this year.",
        "It blames the winter, and a contractor who left the works without a word to anybody.",
        "The council wants to see the accounts before it votes on more money for the works.",
    )
)
DAY = "2021-03-04"


def _day(
    head: str = "",
    below: str = "",
    *,
    above: str = "",
    after: str = "",
    text: str = TEXT,
    lang: str = "en",
    outside: str = "",
    before: str = "",
) -> str:
    page = (
        f"<!DOCTYPE html>{before}<html lang={lang}><head><title>{TITLE}</title>{head}</head><body><nav><a href=/>Home</a></nav>{above}"
        f"<article><h1>{TITLE}</h1>{below}{text}{after}</article>{outside}<footer>© 2009-2024 Example</footer></body></html>"
    )
    return clean(page.encode(), "a.html").published


def _ld(value: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(value)}</script>"


def _meta(name: str, content: str, key: str = "name") -> str:
    return f'<meta {key}="{name}" content="{content}">'


LINKED: dict[str, object] = {
    "graph": {
        "@graph": [
            {"@type": "WebSite", "name": "Quay"},
            {"@type": "WebPage", "datePublished": "2020-01-01"},
            {"@type": "Article", "headline": TITLE, "datePublished": "2021-03-04T10:00:00+00:00"},
        ]
    },
    "arrays": [[{"@type": ["NewsArticle", "ReportageNewsArticle"], "headline": TITLE, "datePublished": "2021-03-04"}]],
    "page only": {"@type": "WebPage", "datePublished": "2021-03-04"},
    "page of a kind": {"@type": "AboutPage", "name": TITLE, "datePublished": "2021-03-04"},
    "wrong kind": {"@type": "Thing", "name": TITLE, "datePublished": "2021-03-04"},
    "value": {"@type": "Article", "datePublished": {"@type": "Date", "@value": "2021-03-04"}},
    "list": {"@type": "Article", "datePublished": ["2021-03-04", "2021-03-05"]},
    "number": {"@type": "Article", "datePublished": 1614851520000},
    "number of seconds": {"@type": "Article", "datePublished": 1614851520},
    "small letters": {"@type": "Article", "datepublished": "2021-03-04"},
    "made only": {"@type": "Article", "dateCreated": "2021-03-04"},
    "words": {"@type": "Article", "datePublished": "Thu Mar 04 2021 10:12:00 GMT+0100 (CET)"},
    "whole address of the kind": {"@type": "http://schema.org/NewsArticle", "datePublished": "2021-03-04"},
    "dataset": {"@type": "Dataset", "name": TITLE, "datePublished": "2021-03-04"},
    "film": {"@type": "VideoObject", "name": TITLE, "uploadDate": "2021-03-04"},
    "broadcast": {"@type": "PodcastEpisode", "name": TITLE, "datePublished": "2021-03-04"},
    "graph in a page": {"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "datePublished": "2021-03-04"}},
    "nested": {"@type": "ItemPage", "hasPart": {"@type": "Article", "headline": TITLE, "datePublished": "2021-03-04"}},
}


@pytest.mark.parametrize("name", LINKED)
def test_day_when_described_for_machines_in_any_shape_then_read(name: str) -> None:
    assert _day(_ld(LINKED[name])) == DAY


METAS = {
    "bt": ("bt:pubDate", "2021-03-04T10:00"),
    "cxense": ("cXenseParse:recs:publishtime", "2021-03-04T10:00:00Z"),
    "cxense own": ("cXenseParse:quay-publishtime", "2021-03-04T10:00:00Z"),
    "vr": ("vr:published_time", "2021-03-04"),
    "pdate": ("pdate", "20210304"),
    "parsely": (
        "parsely-page",
        "{&quot;title&quot;:&quot;x&quot;,&quot;pub_date&quot;:&quot;2021-03-04T10:00:00Z&quot;}",
    ),
    "citation online": ("citation_online_date", "2021/03/04"),
    "prism": ("prism.publicationDate", "2021-03-04"),
    "eprints": ("eprints.date", "2021-03-04"),
    "bepress": ("bepress_citation_date", "2021-03-04"),
    "release": ("og:release_date", "2021-03-04"),
    "sais": ("analyticsAttributes.articleDate", "2021-03-04"),
    "first": ("dcsext.articleFirstPublished", "04-03-2021 10:12"),
    "mediator": ("mediator_published_time", "2021-03-04T10:12:00+03:00"),
    "created": ("article.created", "2021-03-04"),
    "creation": ("creation_date", "March 4, 2021"),
    "gen": ("publish-date", "1614851520"),
    "lp": ("lp:publicationdate", "4.3.2021"),
    "iso": ("iso-8601-publish-date", "2021-03-04"),
    "dcterms": ("DCTERMS.dateSubmitted", "2021-03-04"),
    "dc pub": ("DC.date.published", "2021-03-04"),
    "dublin": ("dcterms.created", "start=2021-03-04;"),
    "article": ("article:published", "2021-03-04T10:00:00Z"),
    "zone in words": ("pubdate", "Thursday, March 4, 2021, 10:12 AM EST"),
}


@pytest.mark.parametrize("name", METAS)
def test_day_when_a_meta_element_of_any_system_tells_then_read(name: str) -> None:
    assert _day(_meta(*METAS[name])) == DAY
    assert _day(_meta(*METAS[name], key="property")) == DAY


MARKED = {
    "epoch in time": "<time datetime='1614851520000'>2 years ago</time>",
    "own element": "<relative-time datetime='2021-03-04T10:12:00Z'>2 years ago</relative-time>",
    "amp": "<amp-timeago datetime='2021-03-04T10:12:00Z' layout=fixed-height height=20></amp-timeago>",
    "timestamp": "<span class=ago data-timestamp=1614851520>2 years ago</span>",
    "milliseconds": "<span data-time=1614851520000></span>",
    "utc": "<span class=js data-utc-timestamp='1614851520'>2y</span>",
    "data date": "<div data-date='2021-03-04T10:12:00'>2 years ago</div>",
    "title": "<span class=when title='4 March 2021, 10:12'>2 years ago</span>",
    "rdfa": "<span property='dc:date dc:created' content='2021-03-04T10:12:00+01:00' datatype='xsd:dateTime'>long ago</span>",
    "schema rdfa": "<span property='schema:datePublished' content='2021-03-04'>long ago</span>",
    "itemprop": "<span itemprop='dateCreated' content='2021-03-04'></span>",
    "itemprop text": "<span itemprop='datePublished'>Mar 4, 2021</span>",
    "hidden": "<span class='post-date' style='display:none'>2021-03-04</span>",
    "input": "<input type=hidden name=pubdate value='2021-03-04 10:12'>",
    "label and value": "<dl><dt>Venue</dt><dd>Quay</dd><dt>Date</dt><dd>4 March 2021</dd></dl>",
    "row": "<table><tr><th>Published on</th><td>4 March 2021</td></tr></table>",
    "aria": "<div class=stamp><span aria-label='Published March 4, 2021'>2y</span></div>",
    "updated beside": "<span>First published <span class=x>4 March 2021</span></span> <span>Last update 9 April 2021</span>",
    "modified first": "<time class=modified datetime=2021-04-09>9 April</time><time datetime=2021-03-04>4 March</time>",
}


@pytest.mark.parametrize("name", MARKED)
def test_day_when_an_element_carries_it_for_machines_then_read(name: str) -> None:
    assert _day(below=MARKED[name]) == DAY


def _state(published: object, key: str = "publishedAt") -> dict[str, object]:
    own = {"id": 7, "title": TITLE, key: published, "body": "x"}
    other = {"id": 8, "title": "Another story of the day", key: "2020-09-09T09:00:00Z"}
    return {"props": {"related": [other, other], "article": own, "build": "2024-01-01T00:00:00Z"}}


SCRIPTS = {
    "next": f"<script id=__NEXT_DATA__ type='application/json'>{json.dumps(_state('2021-03-04T10:00:00Z'))}</script>",
    "state": f"<script>window.__INITIAL_STATE__ = {json.dumps(_state('2021-03-04T10:00:00Z'))};</script>",
    "epoch": f"<script>window.__PRELOADED_STATE__={json.dumps(_state(1614851520000))}</script>",
    "named otherwise": f"<script type='application/json'>{json.dumps(_state('2021-03-04', 'firstPublishedDate'))}</script>",
    "layer": "<script>dataLayer = [{'pageType':'article','datePublished':'20210304'}];</script>",
    "layer epoch": '<script>dataLayer.push({"publishDate":1614851520,"author":"x"});</script>',
    "tags": '<script>var utag_data={"article_publication_date":"2021-03-04"}</script>',
    "counted": "<script>ga('set','dimension3','2021-03-04');var meta={'first_published_at': '2021-03-04 10:12:00'};</script>",
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_day_when_scripts_are_sent_it_with_the_title_or_alone_then_read(name: str) -> None:
    assert _day(SCRIPTS[name]) == DAY


ADDRESSES = (
    "/2021/03/04/harbour",
    "/2021/mar/04/harbour",
    "/news/20210304-harbour",
    "/harbour-2021-03-04.html",
    "/n1/2021/0304/c1001-3203.html",
    "/202103/04/t20210304_1.html",
    "/2021-03-04/harbour",
    "/a.php?id=3&date=2021-03-04",
    "/2021/3/4/harbour",
)


@pytest.mark.parametrize("path", ADDRESSES)
def test_day_when_the_address_holds_it_then_read(path: str) -> None:
    assert _day(f'<link rel=canonical href="https://quay.example{path}">') == DAY


SHOWN = {
    "zone": ("<p>Published 4 Mar 2021 09:12 GMT</p>", "en"),
    "mail": ("<b>Ruth Adler</b> <a href=x>ruth at quay.example</a><br><i>Thu Mar  4 22:41:07 CET 2021</i>", "en"),
    "system": ("<div>Submitted by <span>webmaster</span> on Thu, 03/04/2021 - 10:31</div>", "en"),
    "two figures": ("<p class=date>3/4/21</p>", "en-US"),
    "short words": ("<div class=meta>4 Mar 21</div>", "en"),
    "thai": ("<div class=date>4 มี.ค. 64 10:12 น.</div>", "th"),
    "iran": ("<div class=date>پنجشنبه ۱۴ اسفند ۱۳۹۹ - ۱۰:۱۲</div>", "fa"),
    "iran figures": ("<div>تاریخ انتشار: ۱۳۹۹/۱۲/۱۴</div>", "fa"),
    "arabic two names": ("<p>٤ مارس/آذار ٢٠٢١</p>", "ar"),
    "hindi": ("<p>४ मार्च २०२१</p>", "hi"),
    "bengali": ("<p>প্রকাশ: ৪ মার্চ ২০২১, ১০:১২</p>", "bn"),
    "vietnamese": ("<p>Ngày 4 tháng 3 năm 2021</p>", "vi"),
    "croatian": ("<p>4. ožujka 2021.</p>", "hr"),
    "latvian": ("<p>2021. gada 4. martā</p>", "lv"),
    "mongolian": ("<p>2021 оны 3 сарын 4</p>", "mn"),
    "taiwan": ("<p>民國110年3月4日</p>", "zh-TW"),
    "numerals": ("<p>二〇二一年三月四日</p>", "zh"),
    "other dates tell the order": ("<p>03/04/2021</p><p>Updated: 03/28/2021</p>", "en-GB"),
    "zone tells the order": ("<p>03/04/2021 10:12 AM EST</p>", ""),
    "zone of europe": ("<p>04/03/2021 10:12 CET</p>", ""),
    "behind a label": ("<p>Release date: 04 March 2021</p>", "en"),
    "number and day": ("<p>Press release No. 21/2021 | Berlin, 4 March 2021</p>", "en"),
    "russian label": ("<p>Дата публикации: 04.03.2021</p>", "ru"),
    "label above": ("<dl><dt>Last updated</dt><dd>9 March 2021</dd><dt>Published</dt><dd>4 March 2021</dd></dl>", "en"),
    "capital labels": ("<p>UPDATED: March 9, 2021 at 10:00 a.m. PUBLISHED: March 4, 2021 at 9:00 a.m.</p>", "en"),
    "change told behind": ("<p>2021年3月5日 5時05分更新</p><p>2021年3月4日 21時15分</p>", "ja"),
    "hebrew short": ("<p>פורסם: 04.03.21, 10:12</p>", "he"),
    "points": ("<p>4.mar.2021 às 10h12 Atualizado: 5.mar.2021 às 11h00</p>", "pt"),
    "conjunction before": (
        "<div class=meta><span>Statements and Releases</span> <time>March 4, 2021</time></div>",
        "en",
    ),
    "utc in the mark": ("<time datetime='2021-03-05T04:30:00Z'>March 4, 2021 11:30 PM EST</time>", "en"),
    "turkish": ("<p>Giriş: 04.03.2021 - 10:12 Güncelleme: 05.03.2021 - 11:00</p>", "tr"),
    "french turned": ("<p>Mis à jour le 05/03/2021 à 10:12 - Publié le 04/03/2021</p>", "fr"),
    "offset in figures": ("<p>Published on 04/03/2021 - 10:12 GMT+1•Updated 05/03/2021 - 9:00</p>", "en"),
    "roman": ("<p>Budapest, 4. III. 2021.</p>", "en"),
}


@pytest.mark.parametrize("name", SHOWN)
def test_day_when_a_line_below_the_headline_shows_it_then_read(name: str) -> None:
    below, lang = SHOWN[name]
    assert _day(below=below, lang=lang or '""') == DAY


DATELINES = (
    "GENEVA, March 4, 2021 (Quay News) - The board of the harbour told the council that the pier is late.",
    "GENEVA, 4 March 2021 — The board of the harbour told the council that the pier is late.",
    "Brussels, 04/03/2021 – The board of the harbour told the council that the pier is late.",
    "(Geneva, 4 March 2021) The board of the harbour told the council that the pier is late.",
    "4 March 2021, Geneva: The board of the harbour told the council that the pier is late.",
)


@pytest.mark.parametrize("line", DATELINES)
def test_day_when_the_first_paragraph_begins_with_place_and_day_then_read(line: str) -> None:
    assert _day(text=f"<p>{line}</p>{TEXT}", lang="fr" if "/" in line else "en") == DAY


CLOSINGS = (
    "<hr><p>Last updated 4 March 2021. This page is a member of the Narrow Quay ring.</p>",
    "<p>Posted by Hanne at 9:14 PM, March 4 2021</p>",
    "<div class=footer-line><i>Geneva, 4 March 2021</i></div>",
    "<p>Published: 4 March 2021</p>",
    "<p>Ruth Adler, 4 March 2021</p>",
)


@pytest.mark.parametrize("line", CLOSINGS)
def test_day_when_only_a_line_below_the_text_shows_it_then_read(line: str) -> None:
    assert _day(after=line) == DAY


def test_day_when_told_from_the_day_of_saving_then_reckoned() -> None:
    saved = "<!--\n Page saved with SingleFile \n url: https://quay.example/a \n saved date: Sat Mar 06 2021 10:12:00 GMT+0100 (CET)\n-->"
    assert _day(below="<p class=time>2 days ago</p>", before=saved) == DAY
    assert _day(below="<p class=time>Hace 2 días</p>", before=saved, lang="es") == DAY
    assert _day(below="<p class=time>2 days ago</p>") == ""


def test_day_when_the_machine_counts_in_utc_and_the_page_in_its_zone_then_that_of_the_page() -> None:
    head = _meta("article:published_time", "2021-03-03T23:30:00Z", "property")
    assert _day(head, "<p class=date>4 March 2021, 00:30</p>") == DAY
    assert _day(head, "<p class=date>9 March 2021</p>") == "2021-03-03"


LIST = {
    "@type": "ItemList",
    "itemListElement": [{"@type": "NewsArticle", "headline": "Other", "datePublished": "2020-01-01"}] * 2,
}
TRAPS = {
    "event": _day(_ld({"@type": "Event", "name": TITLE, "startDate": "2022-06-06"}), "<p>4 March 2021</p>"),
    "list of others": _day(_ld(LIST), "<p class=date>4 March 2021</p>"),
    "nothing yet": _day(_ld({"@type": "Article", "datePublished": "0001-01-01T00:00:00"}), "<p>4 March 2021</p>"),
    "beginning of counting": _day(_meta("pubdate", "1970-01-01"), "<p>4 March 2021</p>"),
    "end of sale": _day(_meta("expires", "2022-01-01"), "<p>4 March 2021</p>"),
    "valid": _day(_meta("dcterms.valid", "2022-01-01"), "<p>4 March 2021</p>"),
    "event shown": _day(below="<p>When: 6 June 2022, 10:00</p><p>4 March 2021</p>"),
    "deadline": _day(below="<p>Deadline: 6 June 2022</p><p>Posted 4 March 2021</p>"),
    "latest of others": _day(
        outside="<aside><h3>Latest</h3><ul><li><time datetime=2020-09-09>9 Sep</time></li></ul></aside>",
        below="<p>4 March 2021</p>",
    ),
    "member": _day(below="<p class=author>Anna<br>Joined: Sat Nov 03, 2018</p><p>4 March 2021</p>"),
    "picture": _day(
        below="<figure><img src=a><figcaption>The pier, 9 May 2019. Photo: Quay</figcaption></figure><p>4 March 2021</p>"
    ),
    "book": _day(
        below="<p>Reading time 3 min</p><p>4 March 2021</p>",
        after="<p>First published in Quay Books on 9 May 2012.</p>",
    ),
    "title of a link": _day(
        below="<p>4 March 2021</p>", outside="<ul class=archive><li><a href=x title='9 May 2012'>Old</a></li></ul>"
    ),
    "a lone date of anything": _day(_meta("date", "2024-09-09"), "<p>Published on 4 March 2021</p>"),
    "last change for the first": _day(
        _ld({"@type": "Article", "headline": TITLE, "datePublished": "2021-03-09", "dateModified": "2021-03-09"}),
        "<p>Published 4 March 2021</p>",
    ),
    "turned by the system": _day(_meta("datePublished", "2021-04-03T10:00:00+01:00"), "<p>Thursday 4 March 2021</p>"),
    "address and line agree": _day(
        _meta("pubdate", "2021-05-20") + "<link rel=canonical href=https://quay.example/2021/03/04/a>",
        "<p>4 March 2021</p>",
    ),
    "pointers above": _day(
        above="<article class=promo-item><h3>Other</h3><time datetime=2020-01-01>1 Jan</time></article>",
        below="<p>4 March 2021</p>",
    ),
    "days of a stretch": _day(below="<p>4 June 2022 - 6 June 2022, Quay Hall</p><p>4 March 2021</p>"),
    "today": _day(above="<div class=date>9 May 2024</div>", below="<p>By Anna Keller | 4 March 2021</p>"),
}


@pytest.mark.parametrize("name", TRAPS)
def test_day_when_others_stand_on_the_page_then_they_do_not_win(name: str) -> None:
    assert TRAPS[name] == DAY


NONE = {
    "future event": _day(after="<p>Registration closes on 6 June 2022.</p>"),
    "born": _day(after="<p>Anna Keller was born in Quay on 6 June 1992.</p>"),
    "rights": _day(after="<p>© Quay Post, 6 June 2022</p>"),
    "event fields": _day(below="<dl><dt>Date of the event</dt><dd>6 June 2022</dd></dl>"),
    "built": _day("<script>var build={'buildDate':'2022-06-06','version':3}</script>"),
    "next meeting": _day(after="<p>Next meeting: 6 June 2022</p>"),
    "calendar": _day(
        outside="<div class=archive><ul><li><a href=x>March 2021</a> (12)</li><li><a href=x>April 2021</a></li></ul></div>"
    ),
}


@pytest.mark.parametrize("name", NONE)
def test_day_when_none_is_that_of_publication_then_none(name: str) -> None:
    assert NONE[name] == ""
