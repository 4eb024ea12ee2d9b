"""Links in the body of a cleaned page: on their words, harmless, and gone with what is removed."""

from __future__ import annotations

from briefing_app.ingest.clean import clean

PAGE = """<html lang="en"><head><title>Ardania publishes the annex</title></head><body>
<nav><ul><li><a href="/world">World</a></li></ul></nav><article><h1>Ardania publishes the annex</h1>
<p>Ardania published <a href="../annex.html" onclick="x()">the full annex</a> of the treaty on Monday evening,
after <a href="javascript:alert(1)">a day of talks</a> that the delegation called long &amp; useful.</p>
<p>Belmora rejected the annex, its envoy said in a letter to the chair of the conference.</p></article></body></html>"""


def test_clean_when_a_page_has_links_then_the_body_keeps_those_to_the_web_on_their_words() -> None:
    document = clean(PAGE.encode(), "page.html", url="https://news.example/talks/today.html")
    assert '<a href="https://news.example/annex.html">the full annex</a> of the treaty' in document.html
    assert document.html.count("<a ") == 1
    assert "long &amp; useful" in document.html
    assert "the full annex of the treaty" in document.text
