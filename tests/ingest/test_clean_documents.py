"""Nothing of a clean document is hidden: less than one in two hundred of its letters, however it was saved."""

from __future__ import annotations

from html import escape

import pytest

from briefing_app.domain.article import visible_spans
from briefing_app.ingest.clean import clean
from tests.ingest.clean_documents import DOCUMENTS
from tests.ingest.clean_more import MORE_DOCUMENTS

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


def _as_text(paragraphs: list[str]) -> tuple[str, str]:
    return "\n\n".join(["Document of the office", *paragraphs]), "a.txt"


def _as_page(paragraphs: list[str]) -> tuple[str, str]:
    return _page(f"<h1>Document of the office</h1>{_ps(paragraphs)}"), "a.html"


def _as_article(paragraphs: list[str]) -> tuple[str, str]:
    return _page(
        f"<nav><a href=/>Home</a></nav><article><h1>Document of the office</h1>{_ps(paragraphs)}</article>"
    ), "a.html"


def _as_breaks(paragraphs: list[str]) -> tuple[str, str]:
    return _page(f"<h1>Document of the office</h1><div>{'<br><br>'.join(map(escape, paragraphs))}</div>"), "a.html"


def _as_divs(paragraphs: list[str]) -> tuple[str, str]:
    inner = "".join(f"<div>{escape(one)}</div>" for one in paragraphs)
    return _page(f"<h1>Document of the office</h1><div id=main>{inner}</div>"), "a.html"


ALL = {**DOCUMENTS, **MORE_DOCUMENTS}
WAYS = {"text": _as_text, "page": _as_page, "article": _as_article, "breaks": _as_breaks, "divs": _as_divs}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ALL)
def test_clean_document_when_read_then_nothing_is_lost(name: str, way: str) -> None:
    paragraphs = ALL[name].split("\n")
    data, file = WAYS[way](paragraphs)
    lost = _lost(data, file, paragraphs)
    assert sum(map(len, lost)) <= MOST_LOST * sum(map(len, paragraphs)), lost
