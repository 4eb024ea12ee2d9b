"""A passage selected on a page is wanted whole."""

from __future__ import annotations

import pytest

from briefing_app.domain.article import BlockKind
from briefing_app.domain.importing import PASSAGE
from briefing_app.ingest.clean import clean

SELECTED = (
    "<h2>Ferry talks stall</h2><p>Ardania <b>rejects</b> the timetable.</p>"
    "<ul><li>Borlund demands a night ferry.</li></ul>"
    "<table><tr><td>Ardania</td><td>12 berths</td></tr></table>"
    '<p>See <a href="https://example.org/draft">the draft</a>.</p>'
)


@pytest.mark.parametrize(
    "html",
    [
        f'<meta http-equiv="content-type" content="text/html; charset=utf-8">{SELECTED}',
        f"<html><body>\n<!--StartFragment-->{SELECTED}<!--EndFragment-->\n</body></html>",
    ],
)
def test_passage_when_read_then_nothing_is_lost(html: str) -> None:
    document = clean(html.encode(), "pasted text", media_type=PASSAGE, charset="utf-8")
    assert document.title == "Ferry talks stall"
    kinds = {block.kind for block in document.blocks}
    assert {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW} <= kinds
    for words in ("Ardania rejects the timetable.", "Borlund demands a night ferry.", "12 berths", "See the draft."):
        assert words in document.text
    assert "https://example.org/draft" in document.html


def test_passage_when_it_holds_a_script_then_that_is_gone() -> None:
    html = "<p>Ardania agrees.</p><script>alert(1)</script><p onclick='x()'>Borlund waits.</p><p hidden>Secret</p>"
    document = clean(html.encode(), "pasted text", media_type=PASSAGE, charset="utf-8")
    assert document.text == "Ardania agrees.\n\nBorlund waits."
    assert "script" not in document.html
    assert "onclick" not in document.html
