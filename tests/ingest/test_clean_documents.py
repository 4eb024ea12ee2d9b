"""Nothing of a clean document is hidden: less than one in two hundred of its letters, however it was saved."""

from __future__ import annotations

from html import escape

import pytest

from briefing_app.domain.article import visible_spans
from briefing_app.ingest.clean import clean
from tests.ingest.clean_documents import DOCUMENTS

MOST_LOST = 0.005


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _lost(data: str, name: str, paragraphs: list[str]) -> list[str]:
    document = clean(data.encode(), name)
    seen = _letters(
        document.title + "".join(document.text[a:b] for a, b in visible_spans(len(document.text), document.removals))
    )
    return [one for one in paragraphs if _letters(one) not in seen]


def _ps(paragraphs: list[str]) -> str:
    return "".join(f"<p>{escape(one)}</p>" for one in paragraphs)


def _page(inner: str) -> str:
    return f"<html><head><title>Document of the office</title></head><body>{inner}</body></html>"


WAYS = {
    "text": lambda ps: ("\n\n".join(["Document of the office", *ps]), "a.txt"),
    "bare page": lambda ps: (_page(f"<h1>Document of the office</h1>{_ps(ps)}"), "a.html"),
    "article": lambda ps: (
        _page(f"<nav><a href=/>Home</a></nav><article><h1>Document of the office</h1>{_ps(ps)}</article>"),
        "a.html",
    ),
    "breaks": lambda ps: (
        _page(f"<h1>Document of the office</h1><div>{'<br><br>'.join(map(escape, ps))}</div>"),
        "a.html",
    ),
    "divs": lambda ps: (
        _page(
            "<h1>Document of the office</h1><div id=main>" + "".join(f"<div>{escape(p)}</div>" for p in ps) + "</div>"
        ),
        "a.html",
    ),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_clean_document_when_read_then_nothing_is_lost(name: str, way: str) -> None:
    paragraphs = DOCUMENTS[name].split("\n")
    data, file = WAYS[way](paragraphs)
    lost = _lost(data, file, paragraphs)
    assert sum(map(len, lost)) <= MOST_LOST * sum(map(len, paragraphs)), lost
