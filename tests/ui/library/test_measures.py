"""Cutting words to a width."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.ui.library.measures import elided, two_lines


class Typewriter:
    """Measures text: every letter is as wide as every other."""

    def horizontalAdvance(self, text: str, /) -> int:
        return 10 * len(text)


@given(st.text(max_size=80), st.integers(10, 600))
def test_elided_when_cut_then_it_fits_and_begins_the_text(text: str, width: int) -> None:
    cut = elided(text, Typewriter(), width)
    assert len(cut) * 10 <= max(width, 10)
    assert cut == text or (cut.endswith("…") and text.startswith(cut[:-1]))


@given(st.lists(st.text("abc", min_size=1, max_size=9), max_size=30), st.integers(100, 400))
def test_two_lines_when_wrapped_then_each_fits_and_no_word_is_lost_unseen(parts: list[str], width: int) -> None:
    text = " ".join(parts)
    lines = two_lines(text, Typewriter(), width)
    assert 1 <= len(lines) <= 2
    assert all(len(line) * 10 <= width for line in lines)
    joined = " ".join(lines)
    assert joined == text or joined.endswith("…")
