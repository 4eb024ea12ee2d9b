"""Annotations as a page and as Web Annotations."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.anchor import Anchor
from briefing_app.domain.annotation import Annotation
from briefing_app.domain.briefing_input import Source
from briefing_app.domain.ids import AnnotationId, ArticleId, VersionId
from briefing_app.export.annotations_html import annotations_html, rendered
from briefing_app.export.annotations_jsonld import annotations_jsonld

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def annotation(quote: str = "a quota", note: str = "", tags: tuple[str, ...] = ()) -> Annotation:
    anchor = Anchor(3, 3 + len(quote), quote, "for ", " of ten", "ab" * 32, 2)
    return Annotation(AnnotationId("n1"), VersionId("v1"), ArticleId("a1"), anchor, "Red line", note, tags)


SOURCES = {"a1": Source("a1", "Herring talks", url="https://example.org/h?a=1&b=2", accessed="2026-11-22")}


def test_html_when_note_is_markdown_then_rendered_with_its_passage() -> None:
    page = annotations_html([annotation(note="**Bold** and [a link](https://example.org)", tags=("fish",))], SOURCES)
    assert "<strong>Bold</strong>" in page
    assert 'href="https://example.org/h?a=1&amp;b=2"' in page
    assert "Red line · para. 2 · fish" in page


@given(TEXT, TEXT, TEXT)
def test_html_when_texts_are_hostile_then_nothing_is_active(quote: str, note: str, tag: str) -> None:
    hostile = f"<script>x()</script><img src=x onerror=y()>{note}](javascript:z())"
    page = annotations_html([annotation(quote + hostile, hostile, (tag + hostile,))], SOURCES).casefold()
    assert "<script" not in page
    assert "<img" not in page
    assert 'href="javascript' not in page


def test_rendered_when_note_quotes_and_lists_then_html() -> None:
    assert rendered("> said\n\n- one\n- two").count("<li>") == 2
    assert "<blockquote>" in rendered("> said")


@given(TEXT, TEXT)
def test_jsonld_when_read_back_then_quote_tags_and_note_are_there(quote: str, note: str) -> None:
    read = json.loads(annotations_jsonld([annotation(quote, note, ("fish",))], SOURCES))
    (item,) = read["first"]["items"]
    assert item["target"]["selector"][0]["exact"] == quote
    assert item["target"]["source"] == SOURCES["a1"].url
    assert [body["value"] for body in item["body"]] == ["Red line", "fish", *([note] if note else [])]
