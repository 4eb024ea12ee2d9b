"""PDF layouts: columns, broken words, running heads, tables, notes, titles; each page is drawn in code."""

from __future__ import annotations

from itertools import zip_longest

import pytest

from briefing_app.domain.article import BlockKind, CleanDocument
from briefing_app.errors import InputError
from briefing_app.ingest.clean import clean
from tests.ingest.readers.pdf_writer import Page, justified, wrapped, write

PARAGRAPHS = (
    "The second round of talks on the upper river ended on Thursday without a communique, although both "
    "delegations described the atmosphere as constructive and agreed to meet again before the floods of spring.",
    "The upstream side rejected the figure. Its negotiator said that hydropower obligations made any fixed number "
    "impossible, and proposed a percentage formula that would be recalculated monthly by a commission.",
    "Environmental organisations were disappointed. They had expected the parties to publish the measurement data "
    "which both sides have been collecting, and which would allow researchers to verify the claims about losses.",
    "In a separate development, the development bank announced that it would postpone its decision on financing the "
    "disputed dam until the negotiations had reached a conclusion, and gave no date.",
)
TITLE = "River talks end without communique as sides dispute the minimum flow"


def _clean(pages: list[Page], **info: str) -> CleanDocument:
    return clean(write(pages, info), "a.pdf")


def _has_all(document: CleanDocument) -> bool:
    paragraphs = document.text.split("\n\n")
    return [one for one in paragraphs if one in PARAGRAPHS] == list(PARAGRAPHS)


def _in_columns(count: int, width: float, pages: list[Page]) -> None:
    """Set the paragraphs in columns, first lines indented, and each column of all pages equally long."""
    lines = [(at == 0, line) for one in PARAGRAPHS for at, line in enumerate(wrapped(one, width, 10, hyphenate=True))]
    columns = [(page, 50 + number * (width + 25)) for page in pages for number in range(count)]
    share = -(-len(lines) // len(columns))
    for number, (page, x) in enumerate(columns):
        for row, (first, line) in enumerate(lines[number * share : (number + 1) * share]):
            page.text(x + (12 if first else 0), 680 - row * 12, line, 10)


@pytest.mark.parametrize(("count", "width"), [(1, 480), (2, 225), (3, 145)])
def test_clean_when_columns_then_paragraphs_in_reading_order(count: int, width: float) -> None:
    pages = [Page(), Page()]
    pages[0].text(50, 730, TITLE, 15, "F2")
    _in_columns(count, width, pages)
    document = _clean(pages)
    assert document.title == TITLE
    assert _has_all(document)


def test_clean_when_columns_are_drawn_row_by_row_then_still_column_by_column() -> None:
    page = Page()
    left, right = (wrapped(" ".join(PARAGRAPHS[at : at + 2]), 225, 10) for at in (0, 2))
    for row, (one, other) in enumerate(zip_longest(left, right, fillvalue="")):
        page.text(50, 700 - row * 12, one, 10)
        page.text(310, 700 - row * 12, other, 10)
    text = _clean([page]).text
    assert text.index("the floods of spring") < text.index("a commission") < text.index("Environmental")


def test_clean_when_heads_and_numbers_then_left_out() -> None:
    pages = [Page() for _ in PARAGRAPHS]
    for number, (page, text) in enumerate(zip(pages, PARAGRAPHS, strict=True), 1):
        page.text(60, 800, f"Chapter of one page {'abcd'[number - 1] * 3} {number + 16}", 9)
        page.text(60, 30, "Institute for Shared Rivers", 8)
        page.text(480, 30, f"Page {number} of 4", 8)
        justified(page, 60, 740, text, 470)
    assert _clean(pages).text == "\n\n".join(PARAGRAPHS)


def test_clean_when_footnotes_stand_below_then_they_come_last() -> None:
    pages = [Page(), Page()]
    lines = wrapped(" ".join(PARAGRAPHS[:2]), 470)
    for row, line in enumerate(lines):
        pages[row > 2].text(60, 740 - (row % 3) * 14, line)
    pages[0].text(60, 120, "1 Measured at the old bridge, according to the commission.", 8)
    paragraphs = _clean(pages).text.split("\n\n")
    assert paragraphs == [" ".join(PARAGRAPHS[:2]), "1 Measured at the old bridge, according to the commission."]


def test_clean_when_table_and_items_then_rows_and_items() -> None:
    page = Page()
    y = justified(page, 60, 760, PARAGRAPHS[0], 470) - 10
    for row in (("Party", "Flow", "Months"), ("Upstream", "none", "all"), ("Downstream", "320", "June to September")):
        for x, cell in zip((60, 220, 340), row, strict=True):
            page.text(x, y, cell)
        y -= 14
    y -= 10
    for item in PARAGRAPHS[1:3]:
        page.text(60, y, "•")
        y = justified(page, 74, y, item, 450)
    document = _clean([page])
    kinds = {document.text[one.start : one.end]: one.kind for one in document.blocks}
    assert kinds["Downstream | 320 | June to September"] is BlockKind.TABLE_ROW
    assert kinds[PARAGRAPHS[1]] is kinds[PARAGRAPHS[2]] is BlockKind.LIST_ITEM


def test_clean_when_words_are_broken_then_joined_but_compounds_stay() -> None:
    page = Page()
    for row, line in enumerate(
        ("The long-term plan of the nego-", "tiators, who met in secret, was a long-", "term promise by the upstream.")
    ):
        page.text(60, 700 - row * 14, line)
    assert "negotiators, who met in secret, was a long-term promise" in _clean([page]).text


def test_clean_when_properties_are_of_a_program_then_the_page_says_title_author_date() -> None:
    page = Page()
    page.text(60, 780, "River talks end without communique", 20, "F2")
    page.text(60, 756, "as sides dispute the minimum flow", 20, "F2")
    page.text(60, 736, "By Marta Olsen")
    page.text(60, 716, "12 January 2026")
    justified(page, 60, 690, PARAGRAPHS[0], 470)
    document = _clean(
        [page], Title="Microsoft Word - flow_final.docx", Author="molsen", CreationDate="D:20260214090000Z"
    )
    assert (document.title, document.author, document.published) == (TITLE, "Marta Olsen", "2026-01-12")


def test_clean_when_title_returns_as_running_head_then_it_is_kept_once() -> None:
    pages = [Page() for _ in range(4)]
    for number, page in enumerate(pages):
        page.text(60, 790, TITLE, 8 if number else 17, "F1" if number else "F2")
        justified(page, 60, 740, PARAGRAPHS[number], 470)
    document = _clean(pages)
    assert document.title == TITLE
    assert document.text == "\n\n".join(PARAGRAPHS)


def test_clean_when_no_text_then_it_says_scan() -> None:
    with pytest.raises(InputError, match="scan"):
        _clean([Page(), Page()])
