"""The map between canonical code points and document positions, held by properties."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from briefing_app.domain.article import Block, BlockKind, Removal, visible_spans
from briefing_app.ui.reader.positions import Positions

LETTERS = "ab c.é\u0301אבمر\u200f\u202b🙂👩\u200d🚀𝔘\n\u00a0\t漢"


def version(paragraphs: list[str]) -> tuple[str, list[Block]]:
    blocks: list[Block] = []
    at = 0
    for number, paragraph in enumerate(paragraphs, 1):
        blocks.append(Block(number, BlockKind.PARAGRAPH, at, at + len(paragraph)))
        at += len(paragraph) + 2
    return "\n\n".join(paragraphs), blocks


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


paragraphs = st.lists(st.text(LETTERS, min_size=1, max_size=20), min_size=1, max_size=6)
cuts = st.lists(st.tuples(st.integers(0, 90), st.integers(1, 12)), max_size=4)


def make(paragraphs: list[str], cuts: list[tuple[int, int]]) -> tuple[str, list[Block], list[tuple[int, int]]]:
    text, blocks = version(paragraphs)
    removals = [Removal(start, min(start + length, len(text)), "rule", "why") for start, length in cuts]
    removals = [one for one in removals if one.start < one.end]
    return text, blocks, visible_spans(len(text), removals)


@given(paragraphs, cuts)
def test_positions_document_text_has_the_length_that_qt_counts(
    paragraphs: list[str], cuts: list[tuple[int, int]]
) -> None:
    positions = Positions(*make(paragraphs, cuts))
    document = QTextDocument()
    document.setPlainText(positions.text)
    assert document.characterCount() - 1 == units(positions.text) == positions.length
    if positions.blocks:
        assert document.blockCount() == len(positions.blocks)


@given(paragraphs, cuts)
def test_positions_every_shown_character_goes_there_and_back(
    paragraphs: list[str], cuts: list[tuple[int, int]]
) -> None:
    text, blocks, visible = make(paragraphs, cuts)
    positions = Positions(text, blocks, visible)
    document = positions.text.encode("utf-16-le")
    for offset, character in enumerate(text):
        spans = positions.spans(offset, offset + 1)
        if not spans:
            continue
        ((left, right),) = spans
        shown = document[2 * left : 2 * right].decode("utf-16-le").replace("\u2028", "\n")
        assert shown == character
        assert positions.to_document(offset) == left
        assert positions.to_document(offset + 1, end=True) == right
        assert positions.to_canonical(left) == offset
        assert positions.to_canonical(right, end=True) == offset + 1


@given(paragraphs, cuts)
def test_positions_every_document_place_maps_into_shown_text(
    paragraphs: list[str], cuts: list[tuple[int, int]]
) -> None:
    text, blocks, visible = make(paragraphs, cuts)
    positions = Positions(text, blocks, visible)
    last = 0
    for place in range(positions.length + 1):
        offset = positions.to_canonical(place)
        assert 0 <= offset <= len(text)
        assert offset >= last
        last = offset


@given(paragraphs, cuts, st.integers(0, 120), st.integers(0, 40))
def test_positions_spans_show_exactly_the_visible_part(
    paragraphs: list[str], cuts: list[tuple[int, int]], start: int, length: int
) -> None:
    text, blocks, visible = make(paragraphs, cuts)
    positions = Positions(text, blocks, visible)
    end = start + length
    document = positions.text.encode("utf-16-le")
    spans = positions.spans(start, end)
    shown = "".join(document[2 * a : 2 * b].decode("utf-16-le") for a, b in spans).replace("\u2028", "\n")
    wanted = [
        text[at]
        for block in blocks
        if any(one.block is block for one in positions.blocks)
        for at in range(max(block.start, start), min(block.end, end))
        if any(a <= at < b for a, b in visible)
    ]
    assert shown == "".join(wanted)
    assert positions.shows(start, end) == bool(spans)


def test_positions_when_a_sentence_is_hidden_then_its_place_is_the_join() -> None:
    text, blocks = version(["One. Buy now. Two.", "Three."])
    positions = Positions(text, blocks, visible_spans(len(text), [Removal(5, 14, "promo", "an advertisement")]))
    assert positions.text == "One. Two.\nThree."
    assert positions.to_document(7) == 5
    assert positions.to_document(7, end=True) == 5
    assert positions.to_canonical(5) == 14
    assert positions.to_canonical(5, end=True) == 5
    assert positions.spans(0, 18) == [(0, 9)]


def test_positions_when_all_is_hidden_then_nothing_breaks() -> None:
    text, blocks = version(["One."])
    positions = Positions(text, blocks, [])
    assert positions.text == ""
    assert positions.to_canonical(0) == positions.to_document(3) == 0
    assert not positions.shows(0, 4)
