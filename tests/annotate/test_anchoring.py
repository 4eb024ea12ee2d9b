"""What an anchor keeps of a passage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.annotate.anchoring import make_anchor, names_and_numbers
from briefing_app.domain.anchor import CONTEXT
from briefing_app.domain.article import Block, BlockKind

TEXT = "First paragraph about Teno.\n\nMeridia offered 12 million crowns to Vestria."
BLOCKS = (Block(1, BlockKind.PARAGRAPH, 0, 27), Block(2, BlockKind.PARAGRAPH, 29, len(TEXT)))


def test_make_anchor_when_inside_a_block_then_context_ends_at_its_edges() -> None:
    start = TEXT.index("offered")
    anchor = make_anchor(TEXT, start, start + len("offered 12 million"), BLOCKS)
    assert anchor.exact == "offered 12 million"
    assert anchor.prefix == "Meridia "
    assert anchor.suffix == " crowns to Vestria."
    assert anchor.paragraph == 2
    assert anchor.tokens == ("12",)


@pytest.mark.parametrize("span", [(3, 3), (5, 2), (-1, 4), (0, 1000)])
def test_make_anchor_when_span_is_empty_or_outside_then_value_error(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no passage"):
        make_anchor(TEXT, *span)


@given(st.text(min_size=1, max_size=400), st.data())
def test_make_anchor_when_any_span_then_context_stands_around_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = make_anchor(text, start, end)
    assert anchor.prefix + anchor.exact + anchor.suffix in text
    assert max(len(anchor.prefix), len(anchor.suffix)) <= CONTEXT


def test_names_and_numbers_when_quote_mixes_them_then_in_order() -> None:
    assert names_and_numbers("the envoy of Meridia paid 1,200.50 to Port Salis") == (
        "Meridia",
        "1,200.50",
        "Port",
        "Salis",
    )
