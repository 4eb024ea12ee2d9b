"""Snapping, sentences and the first draft of a statement."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.entity import Status
from briefing_app.domain.position import Mark, Stance
from briefing_app.ui.reader.drafting import draft
from briefing_app.ui.reader.snapping import sentence_around, snap
from tests.ui.reader.factory import full_article, span


@pytest.mark.parametrize(
    ("selected", "snapped"),
    [
        ("would no", "would not"),
        ("ould not accept a transf", "would not accept a transfer"),
        (" that it ", "that it"),
        ("partners’ parl", "partners’ parliaments"),
        ("€40 bil", "€40 billion"),
    ],
)
def test_snap_widens_to_whole_words(selected: str, snapped: str) -> None:
    text = full_article().version.text
    start = text.index(selected)
    a, b = snap(text, start, start + len(selected))
    assert text[a:b] == snapped


@given(st.text("ab -.\n’é", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_snap_keeps_inside_the_text_and_has_no_blank_ends(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    a, b = snap(text, start, end)
    assert 0 <= a <= b <= len(text)
    assert a == b or text[a:b] == text[a:b].strip()


def test_sentence_around_is_one_sentence_of_the_paragraph() -> None:
    text = "Mr. A. Smith said no. The envoy would “accept it.” Nobody else did.\n\nNext one."
    start = text.index("accept")
    a, b = sentence_around(text, start, start + 6)
    assert text[a:b] == "The envoy would “accept it.”"
    first = text.index("Smith")
    a, b = sentence_around(text, first, first + 5)
    assert text[a:b] == "Mr. A. Smith said no."


def test_draft_on_a_suggested_sentence_takes_the_suggestion_with_the_new_passage() -> None:
    article = full_article()
    passage = span(article, "amendments brought an agreement")
    edit = draft(article, *passage, "Red line")
    assert edit.parties == ("Eastland",)
    assert edit.issue == "Amendments"
    assert edit.stance is Stance.REJECTS
    assert edit.spans == (passage,)
    assert edit.marks == (Mark.RED_LINE,)


def test_draft_without_suggestion_names_party_issue_and_hedges_of_the_sentence() -> None:
    article = full_article()
    passage = span(article, "it would not accept a transfer of any part of the Delta")
    edit = draft(article, *passage, "Position")
    assert edit.parties == ("Southmark",)
    assert edit.issue == "Territory"
    assert edit.said_on == "2025-12-22"
    assert edit.hedges == ()
    assert draft(article, *passage, "Precondition").stance is Stance.CONDITIONAL
    hedged = replace(article, version=replace(article.version, text="Southmark may reportedly agree. Yes."))
    assert draft(hedged, 0, 9).hedges == ("may", "reportedly")


def test_draft_never_takes_a_rejected_suggestion() -> None:
    article = full_article()
    rejected = replace(article, statements=(replace(article.statements[0], status=Status.REJECTED),))
    assert draft(rejected, *span(article, "amendments")).issue == ""
