"""Numbers with their nouns."""

from __future__ import annotations

from briefing_app.ui.counted import counted


def test_counted_when_one_or_many_then_noun_follows() -> None:
    assert (counted(1, "article"), counted(4212, "article")) == ("1 article", "4,212 articles")
    assert (counted(1, "input has", "inputs have"), counted(0, "input has", "inputs have")) == (
        "1 input has",
        "0 inputs have",
    )
