"""Input that cannot or should not be read ends in a sentence, soon, never in a crash."""

from __future__ import annotations

import time

import pytest

from briefing_app.errors import InputError
from briefing_app.ingest.clean import clean

REFUSED = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "noise.bin": bytes(range(256)) * 40,
    "paper.pdf": b"%PDF-1.7\n",
    "paper.docx": b"PK\x03\x04" + b"\0" * 40,
    "renamed.txt": b"\x89PNG\r\n\x1a\n" + b"\0" * 40,
    "named.xlsx": b"only text inside",
    "large.txt": b"a word " * 7_200_000,
    "long.txt": b"a word " * 2_600_000,
    "nothing.html": b"<!doctype html><html><head><title>x</title></head><body></body></html>",
    "tags.html": b"<html><body>" + b"<b>" * 400_001,
    "script.html": b"<html><body><script>var a = 'text';</script></body></html>",
}


@pytest.mark.parametrize("name", [*REFUSED])
def test_clean_when_it_cannot_be_read_then_a_sentence_names_it_and_says_what_to_do(name: str) -> None:
    with pytest.raises(InputError) as caught:
        clean(REFUSED[name], f"/some/folder/{name}")
    assert name in caught.value.sentence
    assert caught.value.sentence.endswith(".")
    assert caught.value.hint.endswith(".")
    assert "/some/folder" not in str(caught.value)


TEXT = "<p>The two sides met in Geneva and talked about the water of the river for nine hours.</p>"
BOMBS = {
    "deep": "<div>" * 100_000 + TEXT,
    "deep closed": "<div>" * 30_000 + TEXT + "</div>" * 30_000,
    "deep inline": "<b>" * 50_000 + TEXT,
    "deep lists": "<ul><li>" * 20_000 + TEXT,
    "deep tables": "<table><tr><td>" * 20_000 + TEXT,
    "deep quotes": "<blockquote>" * 50_000 + TEXT,
    "attribute": f"<p title='{'x' * 5_000_000}'>{TEXT}",
    "attributes": "<p " + "a=b " * 300_000 + ">" + TEXT,
    "entities": "&amp;" * 300_000 + TEXT,
    "entity bomb": "<!DOCTYPE x ["
    + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 9}">' for i in range(1, 30))
    + f"]>{TEXT}&a29;",
    "comments": "<!--" * 100_000 + "-->" + TEXT,
    "unclosed": "<a href='" * 50_000 + TEXT,
    "json": f"<script type='application/ld+json'>{'[' * 100_000}</script>{TEXT}",
    "json objects": "<script type='application/ld+json'>" + '{"@graph":' * 20_000 + f"</script>{TEXT}",
    "breaks": f"{TEXT}<p>{'a<br>' * 50_000}</p>",
    "cells": f"{TEXT}<table><tr>{'<td>x</td>' * 30_000}</tr></table>",
    "controls": f"<p>{chr(1) * 1000}</p>{TEXT}",
}


@pytest.mark.parametrize("name", [*BOMBS])
def test_clean_when_a_page_is_a_bomb_then_it_is_read_or_refused_soon(name: str) -> None:
    began = time.process_time()
    try:
        document = clean(f"<html><body>{BOMBS[name]}</body></html>".encode(), "a.html")
    except InputError as error:
        refusal = error.sentence
    else:
        refusal = ""
        assert "talked about the water" in document.text or name in {"unclosed", "comments", "attribute"}
    assert not refusal or refusal.endswith(".")
    assert time.process_time() - began < 15


def test_clean_when_the_article_is_very_long_then_it_is_read_fast() -> None:
    paragraph = (
        "The delegates of both sides said on day {} that the price of water would be settled before the summer. " * 6
    )
    text = "\r\n\r\n".join(paragraph.replace("{}", str(number)) for number in range(530))
    assert len(text.split()) > 60_000
    began = time.process_time()
    document = clean(text.encode(), "a.txt")
    assert time.process_time() - began < 5
    assert len(document.blocks) == 530
    assert not document.removals
