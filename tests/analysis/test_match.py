"""Many names found at once: whole words, the longest first, and no name as long as a page."""

from __future__ import annotations

from briefing_app.analysis.match import LONGEST, Matcher


def test_the_longest_whole_word_wins() -> None:
    found = Matcher(["South Sudan", "Sudan", "Sud"]).longest("South Sudan and Sudan, Sudanese")
    assert found == [(0, 11, 0), (16, 21, 1)]


def test_a_pattern_as_long_as_a_page_is_left_out_and_the_others_keep_their_numbers() -> None:
    page = "Council " * LONGEST
    assert Matcher([page, "Council"]).longest("the Council met") == [(4, 11, 1)]
    assert Matcher([page]).longest(page) == []
