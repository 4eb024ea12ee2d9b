"""What cleaning hides and keeps on the marked pages, and what it says of them."""

from __future__ import annotations

import pytest

from briefing_app.domain.article import BlockKind, CleanDocument, visible_spans
from briefing_app.ingest.clean import clean
from tests.ingest.marked import PAGES, Score, load, load_all, score_all

CLEAN_KINDS = {"official", "transcript", "communique", "html-official", "non-english"}


@pytest.mark.parametrize(("split", "floor"), [("tune", 0.99), ("report", 0.97)])
def test_pages_when_cleaned_then_junk_is_out_of_view_and_text_is_in_it(split: str, floor: float) -> None:
    scores = score_all(load_all(split))
    total = sum((one for one, _ in scores.values()), Score())
    wrong = {name: pieces for name, (_, pieces) in scores.items() if pieces}
    assert total.f1 >= floor, wrong
    assert total.loss < 0.005, wrong


def test_pages_when_official_or_spoken_then_nothing_is_lost() -> None:
    pages = [page for page in load_all() if page.kind in CLEAN_KINDS]
    assert len(pages) >= 8
    total = sum((one for one, _ in score_all(pages).values()), Score())
    assert total.loss < 0.005


def _page(name: str) -> CleanDocument:
    return clean(load(PAGES / name).data, name)


def test_page_when_news_then_metadata_is_clean_and_structure_kept() -> None:
    document = _page("page-news.html")
    assert document.title == "Grain corridor to stay open until May"
    assert (document.author, document.site) == ("Ann Example", "The Plain Paper")
    assert (document.published, document.language) == ("2025-02-11", "en")
    kinds = [block.kind for block in document.blocks]
    for kind in (BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.TABLE_ROW):
        assert kind in kinds
    rows = [document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.TABLE_ROW]
    assert rows == ["Month | Ships", "December | 201", "January | 188"]
    assert document.title not in document.text
    assert document.offset_map == ()


def test_page_when_jsonld_describes_it_then_that_is_believed() -> None:
    document = _page("r-page-live.html")
    assert (document.title, document.author, document.published, document.site) == (
        "Islands reject patrol offer",
        "Bo Sample",
        "2025-07-01",
        "Sea Times",
    )


def test_page_when_headings_carry_promotions_then_they_stay_headings() -> None:
    document = _page("spam-river.txt")
    seen = [document.text[a:b] for a, b in visible_spans(len(document.text), document.removals)]
    heading = next(b for b in document.blocks if document.text[b.start :].startswith("The Share of Each Side."))
    assert heading.kind is BlockKind.HEADING
    assert "The Share of Each Side." in "".join(seen)
    assert "<h2>The Share of Each Side.</h2>" in document.html


def test_clean_when_a_sentence_goes_then_one_blank_stays_between_its_neighbours() -> None:
    text = "The talks ended on Monday. Click here to read more. The ministers went home."
    document = clean(f"{text}\n\n{'Nothing was signed, the mediator said. ' * 4}".encode(), "a.txt")
    seen = "".join(document.text[a:b] for a, b in visible_spans(len(document.text), document.removals))
    assert seen.startswith("The talks ended on Monday. The ministers went home.")


def test_clean_when_the_reader_hides_a_passage_on_a_site_then_it_is_hidden_there_only() -> None:
    passage = "Brought by the lake desk of this paper to all its friends."
    text = f"Site: The Plain Paper\n\nThe ministers met again.\n\n{passage}\n\nThey will meet in May."
    here = clean(text.encode(), "a.txt", site_rules=[("The Plain Paper", passage)])
    assert [here.text[r.start : r.end] for r in here.removals if r.origin == "user"] == [passage]
    elsewhere = clean(text.encode(), "a.txt", site_rules=[("Another Paper", passage)])
    assert not [r for r in elsewhere.removals if r.origin == "user"]


def test_clean_when_html_hides_text_then_it_is_not_taken() -> None:
    page = (
        "<html><body><article><h1>The round</h1>"
        "<p>The two sides met for a second round of talks on the price of water.</p>"
        '<p style="display: none">secret one</p><div aria-hidden="true">secret two</div><p hidden>secret three</p>'
        "<p>They agreed to meet again in the spring, with the figures that were missing this time.</p>"
        "</article></body></html>"
    )
    document = clean(page.encode(), "a.html")
    assert "secret" not in document.text
    assert "second round" in document.text


def test_clean_when_the_body_hides_until_a_script_runs_then_it_is_read() -> None:
    page = (
        '<html><body style="visibility:hidden"><p>'
        + "The two sides met for talks on water. " * 10
        + "</p></body></html>"
    )
    assert "met for talks" in clean(page.encode(), "a.html").text


def test_clean_when_a_quotation_is_pulled_from_the_text_then_it_is_hidden_where_it_is_set_apart() -> None:
    quote = "We came to listen, and we shall go on listening"
    body = f"The round ended late. “{quote},” said the minister. It was the ninth round since the spring of last year."
    page = f"<article><p>{body}</p><blockquote>{quote}</blockquote><p>{body[:60]} Nothing more.</p></article>"
    page = f"<html><body>{page}</body></html>"
    document = clean(page.encode(), "a.html")
    assert [(r.rule, document.text[r.start : r.end]) for r in document.removals] == [("pull-quote", quote)]
