"""Each reader gives the article back: text, kinds of blocks, title, author, date."""

from __future__ import annotations

import gzip

import pytest

from briefing_app.domain.article import BlockKind, CleanDocument
from briefing_app.errors import InputError
from briefing_app.ingest.clean import clean
from tests.ingest.readers import samples
from tests.ingest.readers.pdf_writer import article_pdf

OFFICE = {"a.docx": samples.docx(), "a.odt": samples.odt(), "a.rtf": samples.rtf(), "a.epub": samples.epub()}
PAGES = {
    "a.mhtml": samples.mhtml(),
    "a.warc": samples.warc(),
    "a.warc.gz": samples.warc(packed=True),
    "a.html.gz": gzip.compress(samples.page().encode()),
}
ALL = {**OFFICE, **PAGES, "a.eml": samples.mail(), "a.pdf": article_pdf()}


def _kind(document: CleanDocument, text: str) -> BlockKind:
    return next(one.kind for one in document.blocks if document.text[one.start : one.end] == text)


@pytest.mark.parametrize("name", ALL)
def test_clean_when_any_format_then_text_title_author_and_date(name: str) -> None:
    document = clean(ALL[name], name)
    assert (document.title, document.author, document.published) == (samples.TITLE, samples.AUTHOR, samples.DATE)
    for paragraph in (*samples.PARAGRAPHS, samples.LAST):
        assert f"\n\n{paragraph}\n\n" in f"\n\n{document.text}\n\n"
    assert samples.TITLE not in document.text
    assert "SHOULD NOT" not in document.text
    assert not document.removals


@pytest.mark.parametrize("name", ALL)
def test_clean_when_the_name_lies_then_the_content_decides(name: str) -> None:
    assert clean(ALL[name], "notes.txt").text == clean(ALL[name], name).text


@pytest.mark.parametrize("name", [*OFFICE, *PAGES, "a.eml"])
def test_clean_when_lists_tables_headings_then_they_stay_such(name: str) -> None:
    document = clean(ALL[name], name)
    assert _kind(document, samples.HEADING) is BlockKind.HEADING
    assert _kind(document, samples.ITEMS[1]) is BlockKind.LIST_ITEM
    assert _kind(document, "Norway | 29,500") is BlockKind.TABLE_ROW


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.rtf"])
def test_clean_when_footnote_then_a_paragraph_at_the_end(name: str) -> None:
    assert clean(ALL[name], name).text.endswith(f"\n\n[1] {samples.NOTE}")


@pytest.mark.parametrize("name", ["a.mhtml", "a.warc", "a.warc.gz"])
def test_clean_when_saved_page_then_its_address(name: str) -> None:
    assert clean(ALL[name], name).url == samples.URL


def test_clean_when_letter_answers_then_what_it_quotes_is_hidden() -> None:
    document = clean(samples.mail(page_part=False, reply="Can you send the story\nbefore six?"), "a.eml")
    assert {one.rule for one in document.removals} == {"quoted-reply"}
    assert document.title == samples.TITLE
    hidden = " ".join(document.text[one.start : one.end] for one in document.removals)
    assert hidden == "On Thu, 13 Mar 2025, Ole Hansen wrote: Can you send the story before six?"


def test_clean_when_letter_speaks_of_its_sending_then_that_is_hidden() -> None:
    furniture = ["View this email in your browser", "You are receiving this email because you signed up at our site."]
    lines = [furniture[0], *samples.PARAGRAPHS, furniture[1], "You received the text on Friday, he said, and kept it."]
    data = "From: a@x.example\nTo: b@x.example\nSubject: Herring\nMIME-Version: 1.0\n\n" + "\n\n".join(lines)
    document = clean(data.encode(), "a.eml")
    assert [document.text[one.start : one.end] for one in document.removals] == furniture
    assert {one.rule for one in document.removals} == {"letter-furniture"}


def test_clean_when_forwarded_then_what_it_quotes_is_kept() -> None:
    data = samples.mail(page_part=False, reply="Can you send it?").replace(b"Subject: Re:", b"Subject: Fwd:")
    document = clean(data, "a.eml")
    assert not document.removals
    assert "Can you send it?" in document.text


def test_clean_when_plain_text_begins_like_a_letter_then_it_stays_text() -> None:
    text = (
        "Title: Herring\nDate: 14 March 2025\nAuthor: A Person\n\nThe quota was agreed on Friday after a long night.\n"
    )
    assert clean(text.encode(), "a.txt").media_type == "text/plain"


def test_clean_when_rtf_has_code_pages_then_letters_are_right() -> None:
    data = rb"{\rtf1\ansi\ansicpg1250{\fonttbl{\f0\fcharset238 A;}{\f1\fcharset204 B;}{\f2\fcharset128 C;}}"
    data += rb"\f0 \'8a\'e1rka spoke at length.\par"
    data += rb"{\f1 \'cc\'e8\'f0 \'e8 \'ec\'e8\'f0.}\par{\f2 \'93\'fa\'96\'7b \u-10179?\u-8704?}\par}"
    text = clean(data, "a.rtf").text
    assert "Šárka spoke" in text
    assert "Мир и мир." in text
    assert "日本" in text
    assert "😀" in text


def test_clean_when_word_says_outline_numbering_and_hidden_then_obeyed() -> None:
    body = (
        "<w:p><w:pPr><w:outlineLvl w:val='1'/></w:pPr><w:r><w:t>Second level</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='3'/></w:numPr></w:pPr><w:r><w:t>Deep</w:t></w:r></w:p>"
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
        "<w:r><w:t>Seen</w:t><w:tab/><w:t>twice.</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr><w:r><w:t>One and </w:t></w:r></w:p>"
        "<w:p><w:ins w:id='2'><w:r><w:t>the same.</w:t></w:r></w:ins></w:p>"
    )
    document = clean(samples.docx(body), "a.docx")
    assert document.text.startswith("Second level\n\nDeep\n\nSeen twice.\n\nOne and the same.")
    assert [(one.kind, one.level) for one in document.blocks[:2]] == [
        (BlockKind.HEADING, 2),
        (BlockKind.LIST_ITEM, 2),
    ]


@pytest.mark.parametrize(
    ("first", "published"),
    [
        ("Valdmere, 12 January 2026 – The commission said that both sides had agreed.", "2026-01-12"),
        ("The commission said that both sides had agreed on 12 January 2026 – too late, some said.", samples.DATE),
        ("The commission said that both sides had agreed.", samples.DATE),
    ],
)
def test_clean_when_dateline_then_it_wins_over_the_date_of_the_file(first: str, published: str) -> None:
    body = samples.word_paragraph("Both sides agree", "Ttl") + samples.word_paragraph(first) * 2
    assert clean(samples.docx(body), "a.docx").published == published


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (samples.zipped({"a.txt": "x"}), "ZIP archive"),
        (samples.zipped({"xl/workbook.xml": "<x/>"}), "spreadsheet"),
        (gzip.compress(gzip.compress(b"text " * 50)), "more than once"),
        (gzip.compress(samples.docx()), "more than once"),
        (samples.epub(**{"META-INF/encryption.xml": "<e><CipherReference URI='OPS/one.xhtml'/></e>"}), "locked"),
    ],
    ids=["zip", "spreadsheet", "packed twice", "packed archive", "locked"],
)
def test_clean_when_nothing_for_a_reader_then_a_sentence_that_says_so(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        clean(data, "file")
