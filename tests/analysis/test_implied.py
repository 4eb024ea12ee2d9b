"""Stances that no cue tells, read by the model in what a party says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.analysis.engine import Engine
from briefing_app.analysis.models.names import NamesModel
from briefing_app.domain.analysis import AnalysisRequest

if TYPE_CHECKING:
    from briefing_app.domain.position import StatementDraft


def _read(text: str, *, models: bool = True) -> tuple[StatementDraft, ...]:
    engine = Engine.load() if models else Engine()
    request = AnalysisRequest(text, ((0, len(text)),), title="Talks", published="2026-03-02", language="en")
    return engine.analyse(request).statements


@pytest.mark.parametrize(
    ("text", "party", "stance", "speaker"),
    [
        ("It was far too early to say whether Jordan would join, Foreign Minister Ayman Safadi said.",
         "Jordan", "undecided", "Ayman Safadi"),
        ("The wage offer deserves a yes, the Norwegian government said on Monday.", "Norway", "supports", ""),
    ],
)  # fmt: skip
def test_what_a_source_says_may_be_a_stance_without_its_word(text: str, party: str, stance: str, speaker: str) -> None:
    found = _read(text)
    assert [(one.parties, one.stance.value, one.speaker) for one in found] == [((party,), stance, speaker)]
    assert found[0].confidence < 0.8, "a guess of the model never counts as sure"


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda met in Geneva on Monday for six hours.",
        "Would Kenya sign the draft?",
        "The bridge between Kenya and Uganda was opened in 1999, Kenya's ambassador said.",
        "Officials said three villages were hit.",
    ],
)
def test_events_questions_and_nobodys_words_have_none(text: str) -> None:
    assert _read(text) == ()


def test_without_models_the_rules_stand_alone() -> None:
    assert NamesModel.load() is not None
    assert (
        _read("It was far too early to say whether Jordan would join, Jordan's foreign minister said.", models=False)
        == ()
    )
