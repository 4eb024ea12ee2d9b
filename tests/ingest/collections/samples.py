"""A small file of every format, written by hand; every one tells of the same herring talks."""

from __future__ import annotations

import io
import json
import zipfile

URL = "https://news.example/herring"
BODY = "<p>Norway rejected a quota of 12 percent.</p><p>Iceland demanded that the season open in May.</p>"

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>North Sea Post</title><link>https://news.example/</link>
<item><title>Herring talks &amp;amp; cod</title><link>/herring</link><guid isPermaLink="false">h-1</guid>
<pubDate>Mon, 16 Nov 2026 09:14:03 +0000</pubDate><dc:creator>Ane Berg</dc:creator><category>fish</category>
<description>Short&nbsp;form.</description><content:encoded><![CDATA[{BODY}]]></content:encoded></item>
<item><title>Bare</title><link>https://news.example/bare</link></item>
</channel></rss>""".encode()

RSS1 = b"""<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://news.example/"><title>North Sea Post</title><link>https://news.example/</link></channel>
<item rdf:about="https://news.example/herring"><title>Herring</title><link>https://news.example/herring</link>
<dc:date>2026-11-16T09:14:03Z</dc:date><description>Norway rejected it.</description></item></rdf:RDF>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>North Sea Post</title>
<link href="https://news.example/"/><entry><id>tag:news.example,2026:1</id>
<title type="html">Herring &amp;amp; cod</title>
<link rel="self" href="/feed"/><link href="herring"/><published>2026-11-16T09:14:03Z</published>
<author><name>Ane Berg</name></author><category term="fish"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{BODY}</div></content></entry>
<entry><id>2</id><title>Plain</title><summary>3 &lt; 4 tonnes</summary></entry></feed>""".encode()

JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "North Sea Post",
        "authors": [{"name": "Ane Berg"}],
        "items": [{"id": "1", "url": URL, "title": "Herring", "content_html": BODY, "date_published": "2026-11-16"}],
    }
).encode()

OPML = b"""<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
<outline text="Fish"><outline text="North Sea Post" type="rss" xmlUrl="https://news.example/feed"/></outline>
<outline text="Again" xmlUrl="https://news.example/feed"/><outline text="Bad" xmlUrl="file:///etc/passwd"/>
<outline text="Cod" xmlUrl="https://cod.example/atom"/></body></opml>"""

POCKET = b"""title,url,time_added,tags,status
Herring talks,https://news.example/herring,1763284443,fish|talks,archive
"Cod, again",https://news.example/cod,1763284443,,unread
"""

POCKET_PAGE = b"""<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>
<li><a href="https://news.example/herring" time_added="1763284443" tags="fish,talks">Herring talks</a></li></ul>
<h1>Read Archive</h1><ul><li><a href="https://news.example/cod" time_added="1763284443" tags="">Cod</a></li></ul>
</body></html>"""

INSTAPAPER = b"""URL,Title,Selection,Folder
https://news.example/herring,Herring talks,rejected a quota of 12 percent,Archive
https://news.example/herring,Herring talks,the season open in May,Archive
https://news.example/cod,Cod,,Fish
"""

READWISE = b"""Highlight,Title,Author,URL,Note,Location,Date
Norway rejected a quota,Herring talks,"Berg, Ane",https://news.example/herring,Really?,1,2026-11-16 10:00:00
"the season, open in May",Herring talks,"Berg, Ane",https://news.example/herring,,2,2026-11-16 10:00:00
"""

WALLABAG = json.dumps(
    [
        {
            "id": 1,
            "title": "Herring talks",
            "url": URL,
            "is_archived": 1,
            "is_starred": 0,
            "tags": ["fish"],
            "created_at": "2026-11-16T09:14:03+01:00",
            "published_at": "2026-11-15T00:00:00+01:00",
            "published_by": ["Ane Berg"],
            "content": BODY,
            "mimetype": "text/html",
            "annotations": [{"quote": "rejected a quota", "text": "Really?", "created_at": "2026-11-16T10:00:00+0100"}],
        }
    ]
).encode()

CSL = json.dumps(
    [
        {
            "id": "berg2026",
            "type": "article-newspaper",
            "title": "Herring talks",
            "URL": URL,
            "author": [{"family": "Berg", "given": "Ane"}, {"literal": "North Sea Council"}],
            "container-title": "North Sea Post",
            "issued": {"date-parts": [[2026, 11, 16]]},
            "abstract": "Norway rejected a quota.",
            "keyword": "fish; talks",
        }
    ]
).encode()

RIS = b"""TY  - NEWS
TI  - Herring talks
AU  - Berg, Ane
T2  - North Sea Post
PY  - 2026/11/16/
UR  - https://news.example/herring
KW  - fish
AB  - Norway rejected
a quota.
ER  -

TY  - BOOK
T1  - Cod
ER  -
"""

BIBTEX = rb"""% made by hand
@string{post = "North " # {Sea Post}}
@article{berg2026,
  title = {The {Herring} talks --- and M{\"u}ller's {\'E}tude},
  author = {Berg, Ane and {\O}ystein Vik},
  journal = post,
  year = 2026, month = nov,
  url = {https://news.example/herring},
  keywords = "fish, talks",
  abstract = {Norway rejected a quota of 12\%.}
}
@comment{nothing}
@online(vik, title = "Cod", urldate = {2026-11-16}, howpublished = {\url{https://news.example/cod}})
"""

ZOTERO = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:foaf="http://xmlns.com/foaf/0.1/">
<bib:Article rdf:about="https://news.example/herring"><z:itemType>newspaperArticle</z:itemType>
<dcterms:isPartOf><bib:Newspaper><dc:title>North Sea Post</dc:title></bib:Newspaper></dcterms:isPartOf>
<bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Berg</foaf:surname><foaf:givenName>Ane</foaf:givenName>
</foaf:Person></rdf:li></rdf:Seq></bib:authors><dc:title>Herring talks</dc:title>
<dcterms:abstract>Norway rejected a quota.</dcterms:abstract><dc:date>2026-11-16</dc:date><dc:subject>fish</dc:subject>
<dcterms:isReferencedBy rdf:resource="#item_2"/>
<dc:identifier><dcterms:URI><rdf:value>https://news.example/herring</rdf:value></dcterms:URI></dc:identifier>
</bib:Article><bib:Memo rdf:about="#item_2"><rdf:value>&lt;p&gt;Ask Oslo.&lt;/p&gt;</rdf:value></bib:Memo></rdf:RDF>"""

HYPOTHESIS = json.dumps(
    {
        "total": 2,
        "rows": [
            {
                "uri": URL,
                "text": "Really?",
                "tags": ["fish"],
                "created": "2026-11-16T09:14:03.000000+00:00",
                "document": {"title": ["Herring talks"]},
                "target": [
                    {
                        "source": URL,
                        "selector": [
                            {"type": "TextPositionSelector", "start": 7, "end": 23},
                            {
                                "type": "TextQuoteSelector",
                                "exact": "rejected a quota",
                                "prefix": "Norway ",
                                "suffix": " of",
                            },
                        ],
                    }
                ],
            },
            {"uri": URL, "text": "On the whole page.", "tags": ["page"], "target": [{"source": URL}]},
        ],
    }
).encode()

WEB_ANNOTATION = json.dumps(
    {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "items": [
            {
                "type": "Annotation",
                "motivation": "questioning",
                "body": [
                    {"type": "TextualBody", "value": "Really?"},
                    {"type": "TextualBody", "purpose": "tagging", "value": "fish"},
                ],
                "target": {
                    "source": URL,
                    "selector": {
                        "type": "FragmentSelector",
                        "refinedBy": {"type": "TextQuoteSelector", "exact": "rejected a quota"},
                    },
                },
            }
        ],
    }
).encode()

READIUM = json.dumps(
    {
        "type": "AnnotationSet",
        "title": "My notes",
        "about": {"dc:title": "Herring talks", "dc:creator": ["Ane Berg"], "dc:source": URL},
        "items": [
            {
                "type": "Annotation",
                "created": "2026-11-16T09:14:03Z",
                "body": {"type": "TextualBody", "value": "Really?", "tag": "fish"},
                "target": {
                    "source": "OEBPS/ch1.xhtml",
                    "selector": [{"type": "TextQuoteSelector", "exact": "rejected a quota"}],
                },
            }
        ],
    }
).encode()

BOOKMARKS = b"""<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8"><TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
<DL><p>
    <DT><H3 ADD_DATE="1">Fish</H3>
    <DL><p>
        <DT><A HREF="https://news.example/herring" ADD_DATE="1763284443" TAGS="talks">Herring talks</A>
        <DD>Read it soon
        <DT><A HREF="javascript:alert(1)">Evil</A>
    </DL><p>
    <DT><A HREF="https://news.example/cod" ADD_DATE="1763284443">Cod</A>
    <DT><A FEEDURL="https://news.example/feed" HREF="https://news.example/">Feed</A>
</DL><p>"""


def zipped(members: dict[str, bytes]) -> bytes:
    """Return a zip of these members."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


OMNIVORE = zipped(
    {
        "metadata_0_to_20.json": json.dumps(
            [
                {
                    "id": "1",
                    "slug": "herring-talks",
                    "title": "Herring talks",
                    "author": "Ane Berg",
                    "url": URL,
                    "state": "Archived",
                    "readingProgress": 100,
                    "labels": ["fish"],
                    "savedAt": "2026-11-16T09:14:03.000Z",
                    "publishedAt": "2026-11-15T00:00:00.000Z",
                }
            ]
        ).encode(),
        "content/herring-talks.html": BODY.encode(),
        "highlights/herring-talks.md": b"> rejected a quota #quota\n\nReally?\n\n> the season open in May\n",
    }
)

ALL = {
    "rss": RSS,
    "rss1": RSS1,
    "atom": ATOM,
    "jsonfeed": JSON_FEED,
    "opml": OPML,
    "pocket": POCKET,
    "pocket-page": POCKET_PAGE,
    "instapaper": INSTAPAPER,
    "readwise": READWISE,
    "wallabag": WALLABAG,
    "csl": CSL,
    "ris": RIS,
    "bibtex": BIBTEX,
    "zotero": ZOTERO,
    "hypothesis": HYPOTHESIS,
    "web-annotation": WEB_ANNOTATION,
    "readium": READIUM,
    "bookmarks": BOOKMARKS,
    "omnivore": OMNIVORE,
}
