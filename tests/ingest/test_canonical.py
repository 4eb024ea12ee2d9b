"""Canonical text: its invariants, and the way back to the decoded input."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing_app.domain.article import BlockKind, CleanDocument, visible_spans
from briefing_app.errors import InputError
from briefing_app.ingest.blocks import GLUE, Canonical, assemble
from briefing_app.ingest.clean import clean
from briefing_app.ingest.plain.markdown import read_markdown
from briefing_app.ingest.plain.reader import read_plain
from briefing_app.ingest.traced import Edit, Traced

ODD = (
    "\r\n",
    "\r",
    "\n",
    "\n\n",
    "\x00",
    "\u2028",
    "\u2029",
    "\xad",
    "\xad\n",
    "\xa0",
    "\ufeff",
    "\ufdd0",
    "\x85",
    "\U0001f3db️",
    "é",
    "é",
    "‍",
    "\t",
    "  ",
    "-\n",
    "- ",
    "1. ",
    "> ",
    "# ",
    "====",
    "Find out more about it. ",
    "The ministers met in Geneva on Tuesday and agreed on nothing. ",
    "By Ann Example\n",
    "[a link](https://a.b/c)",
    "**bold**",
    "`code`",
    "| a | b |\n",
    "```\n",
    "Leave a reply\n",
    "2 March 2025\n",
    "Here are the key points:\n",
)
texts = st.lists(
    st.one_of(st.sampled_from(ODD), st.text(max_size=12), st.from_regex(r"[a-zA-Z ,.]{1,40}")), max_size=40
).map("".join)


def _plain(text: str) -> Canonical:
    return assemble(read_plain(Traced.whole(text)), traced=True)


def _markdown(text: str) -> Canonical:
    return assemble(read_markdown(Traced.whole(text))[0], traced=True)


def _check_map(canonical: Canonical, decoded: str) -> None:
    """Every sign that does not join lines or blocks is the sign of the input it is traced to."""
    document = CleanDocument("", "", "", "", "", canonical.text, canonical.blocks, offset_map=canonical.offset_map)
    offsets = [document.decoded_offset(i) for i in range(len(canonical.text))]
    for block in canonical.blocks:
        for i in range(block.start, block.end):
            sign = canonical.text[i]
            if not (sign.isspace() or (sign == "|" and canonical.text[i - 1 : i + 2] == " | ")):
                assert decoded[offsets[i]] == sign
        inside = offsets[block.start : block.end]
        assert inside == sorted(inside)
    assert [pair[0] for pair in canonical.offset_map] == sorted({pair[0] for pair in canonical.offset_map})


def _check_blocks(canonical: Canonical) -> None:
    position = 0
    for number, block in enumerate(canonical.blocks, 1):
        assert block.number == number
        assert block.start == position
        assert block.end > block.start
        position = block.end + len(GLUE)
    if canonical.blocks:
        assert canonical.blocks[-1].end == len(canonical.text)
        assert all(canonical.text[b.end : b.end + 2] == GLUE for b in canonical.blocks[:-1])
    else:
        assert canonical.text == ""


def _check_text(text: str) -> None:
    """Say what speed.md asks of stored text: Qt changes none of its signs, and UTF-16 counts are plain."""
    assert not set(text) & set("\r\x00\u2028\u2029\ufdd0\ufdd1\ufeff\xad\x85\x0b\x0c")
    assert not any("\ud800" <= sign <= "\udfff" for sign in text)
    assert len(text.encode("utf-16-le")) // 2 == len(text) + sum(sign > "\uffff" for sign in text)


@given(texts)
@example("a\r\nb\rc\n\nd")
@example("One agree-\nment here and the agreement there, in lines that are long enough to wrap\nand go on")
@settings(max_examples=400)
def test_plain_text_when_anything_then_every_sign_leads_back_to_the_input(text: str) -> None:
    canonical = _plain(text)
    _check_blocks(canonical)
    _check_map(canonical, text)
    _check_text(canonical.text)


@given(texts)
@settings(max_examples=300)
def test_markdown_when_anything_then_every_sign_leads_back_to_the_input(text: str) -> None:
    canonical = _markdown(text)
    _check_blocks(canonical)
    _check_map(canonical, text)
    _check_text(canonical.text)


@given(texts)
@settings(max_examples=150)
def test_plain_text_when_read_then_no_letter_is_lost(text: str) -> None:
    kept = "".join(sign for sign in _plain(text).text if sign.isalnum())
    assert kept == "".join(sign for sign in text if sign.isalnum() and not "\ud800" <= sign <= "\udfff")


def _cleaned_or_refused(data: bytes, name: str) -> CleanDocument | None:
    """Clean, or make sure that the refusal is a sentence."""
    try:
        return clean(data, name)
    except InputError as error:
        refusal = str(error)
    assert refusal.endswith(".")
    assert name in refusal
    return None


@given(texts, st.sampled_from(["a.txt", "a.md", "a.html", "a"]))
@settings(max_examples=150)
def test_clean_when_anything_then_a_document_or_a_sentence(text: str, name: str) -> None:
    data = text.encode("utf-8", "replace")
    document = _cleaned_or_refused(data, name)
    if document is None:
        return
    _check_text(document.text)
    assert document.title
    assert document.text
    ends = 0
    for removal in document.removals:
        assert 0 <= removal.start < removal.end <= len(document.text)
        assert removal.start >= ends
        assert removal.reason.endswith(".")
        ends = removal.end
    assert visible_spans(len(document.text), document.removals) or not document.text


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.md", "a.xyz"]))
def test_clean_when_any_bytes_then_a_document_or_a_sentence(data: bytes, name: str) -> None:
    document = _cleaned_or_refused(data, name)
    assert document is None or document.text


@given(st.text(max_size=40), st.data())
def test_traced_when_edited_then_runs_point_at_what_stayed(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    edits = [Edit(start, end, data.draw(st.sampled_from(["", "\n", "ab"]))) for start, end in pairs]
    edited = Traced.whole(text).edit(edits)
    expected = text
    for edit in reversed(edits):
        expected = expected[: edit.start] + edit.text + expected[edit.end :]
    assert edited.text == expected
    stayed = [i for i in range(len(text)) if not any(e.start <= i < e.end for e in edits)]
    position = 0
    for i in stayed:
        position = next(p for p in range(position, len(expected)) if edited.source(p) == i and expected[p] == text[i])


# --- what plain text becomes -------------------------------------------------------------------------


def _kinds(text: str) -> list[tuple[str, str]]:
    canonical = _plain(text)
    return [(b.kind.value, canonical.text[b.start : b.end]) for b in canonical.blocks]


def test_plain_text_when_hard_wrapped_then_paragraphs_are_joined() -> None:
    wrapped = (
        "The two delegations met for the third time this year in a hotel at\n"
        "the lake, and the hosts said afterwards that the talks about cus-\n"
        "toms had been useful. The question of customs remains open until\n"
        "the next round.\n\nA second paragraph.\n"
    )
    kinds = _kinds(wrapped)
    assert kinds[0][1].count("\n") == 0
    assert "about customs had" in kinds[0][1]
    assert kinds[1] == ("paragraph", "A second paragraph.")


def test_plain_text_when_lines_are_short_then_they_stay_apart() -> None:
    assert [text for _, text in _kinds("Ministry of Ports\n12 Quay Street\nOldtown\n")] == [
        "Ministry of Ports",
        "12 Quay Street",
        "Oldtown",
    ]


def test_plain_text_when_listed_then_items_lose_their_bullets_and_keep_their_numbers() -> None:
    assert _kinds("- first thing\n- second thing\n\n1. one\n2. two\n") == [
        ("list_item", "first thing"),
        ("list_item", "second thing"),
        ("list_item", "1. one"),
        ("list_item", "2. two"),
    ]


def test_plain_text_when_a_short_line_stands_over_a_paragraph_then_it_is_a_heading() -> None:
    body = "The committee will meet again in the autumn to go over the figures that the two sides have laid before it."
    assert _kinds(f"The Autumn Round\n\n{body}\n\nWhat comes next\n\n{body} {body}")[2][0] == "heading"
    assert _kinds(f"{body}\n\nThank you")[-1][0] == "paragraph"


def test_plain_text_when_tabs_part_all_lines_then_rows_of_a_table() -> None:
    assert _kinds("Year\tFlow\n1987\t40\n") == [("table_row", "Year | Flow"), ("table_row", "1987 | 40")]


def test_markdown_when_marked_up_then_only_the_text_stays() -> None:
    text = (
        "---\ntitle: The Lake Talks\nauthor: Ann Example\ndate: 2025-03-02\n---\n"
        "# The Lake Talks\n\nA **bold** word, a [link](https://a.b/c) and `code`.\n\n"
        "* one\n* two\n\n> said she\n\n```\nx = 1\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    document = clean(text.encode(), "a.md")
    assert (document.title, document.author, document.published) == ("The Lake Talks", "Ann Example", "2025-03-02")
    got = [(b.kind, document.text[b.start : b.end]) for b in document.blocks]
    assert got == [
        (BlockKind.HEADING, "The Lake Talks"),
        (BlockKind.PARAGRAPH, "A bold word, a link and code."),
        (BlockKind.LIST_ITEM, "one"),
        (BlockKind.LIST_ITEM, "two"),
        (BlockKind.QUOTE, "said she"),
        (BlockKind.PREFORMATTED, "x = 1"),
        (BlockKind.TABLE_ROW, "a | b"),
        (BlockKind.TABLE_ROW, "1 | 2"),
    ]


# --- title, byline, date --------------------------------------------------------------------------------

BODY = (
    "The two governments said on Monday that they would open the border crossing again before the end of the month.\n"
)


@pytest.mark.parametrize(
    ("text", "title", "author", "published"),
    [
        (
            f"Border to Reopen in May\nBy Ann Example\n22 December 2025\n\n{BODY}",
            "Border to Reopen in May",
            "Ann Example",
            "2025-12-22",
        ),
        (
            f"Lorries wait at the crossing in the rain.\n\nBorder to Reopen in May\n\n{BODY}",
            "Border to Reopen in May",
            "",
            "",
        ),
        (
            f"WORLD NEWS\n\nBorder to reopen, ministers say\n\nDecember 22, 2025\n\n{BODY}",
            "Border to reopen, ministers say",
            "",
            "2025-12-22",
        ),
        (
            f"Title: Border to Reopen\nAuthor: Ann Example\nDate: 2025-12-22\n\n{BODY}",
            "Border to Reopen",
            "Ann Example",
            "2025-12-22",
        ),
        (f"Is the border open?\n\nGENEVA, 22 December 2025 (Agency) - {BODY}", "Is the border open?", "", "2025-12-22"),
        (
            f"{BODY}\n{BODY}",
            "The two governments said on Monday that they would open the border crossing again before…",
            "",
            "",
        ),
    ],
)
def test_plain_text_when_it_begins_then_title_author_and_date_are_read(
    text: str, title: str, author: str, published: str
) -> None:
    document = clean(text.encode(), "a.txt")
    assert (document.title, document.author, document.published) == (title, author, published)
    assert "".join(text.split()) == "".join(document.text.split())


def test_clean_when_windows_1252_was_read_as_utf8_then_offsets_lead_to_the_decoded_input() -> None:
    decoded = "The ministerâ€™s wordsÂ\xa0were kept, and cafÃ© tables too. He said it again in the evening."
    document = clean(decoded.encode(), "a.txt")
    assert document.text.startswith("The minister’s words\xa0were kept, and café tables")
    assert decoded[document.decoded_offset(document.text.index("evening"))] == "e"
