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


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        ("It met with an angry response from Kenya.", "Kenya", "opposes"),
        ("The quota plan was warmly received by Kenya's finance minister, Amos Kibet.", "Kenya", "supports"),
        ("Kenya is apparently wavering over the draft, two diplomats said.", "Kenya", "undecided"),
        ("Kenya will send its observers home when the last prisoner has crossed the line.", "Kenya", "conditional"),
    ],
)
def test_a_stance_may_be_that_of_a_party_told_of_by_others(text: str, party: str, stance: str) -> None:
    assert [(one.parties, one.stance.value) for one in _read(text)] == [((party,), stance)]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya must lift the ban on fishing boats.",
        "Kenya has to lift the ban on fishing boats.",
        "The port of Mombasa handled 30 million tonnes of goods for Kenya and Uganda last year.",
        "Reporters waited for hours in Nairobi while Kenya and Uganda went through the text.",
    ],
)
def test_who_is_only_named_or_ought_to_act_takes_no_stance(text: str) -> None:
    assert _read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "If the port is reopened, Kenya is probably ready to go to zero on farm goods.",
        "Kenya is prepared to pardon the protesters, subject to a signed pledge by every party to end the blockade.",
    ],
)
def test_what_the_rules_take_for_an_offer_may_be_bound_to_a_condition(text: str) -> None:
    assert [one.stance.value for one in _read(text)] == ["conditional"]


def test_without_models_the_rules_stand_alone() -> None:
    assert NamesModel.load() is not None
    assert (
        _read("It was far too early to say whether Jordan would join, Jordan's foreign minister said.", models=False)
        == ()
    )


def _answer(text: str) -> list[tuple[tuple[str, ...], str]]:
    turns = ("What of it?", text, "And the tax?", "There is time.", "Will it hold?", "Perhaps so.")
    whole = "\n\n".join(turns)
    starts = [sum(len(one) + 2 for one in turns[:number]) for number in range(len(turns))]
    spans = tuple((start, start + len(one)) for start, one in zip(starts, turns, strict=True))
    title = "Interview with Mara Lund"
    request = AnalysisRequest(whole, spans, title=title, published="2026-03-02", language="en")
    return [(one.parties, one.stance.value) for one in Engine.load().analyse(request).statements]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The tax was a huge mistake and a real provocation to the whole coast.", "opposes"),
        ("The ban on trawling is a step in the right direction for the coast.", "supports"),
    ],
)
def test_what_a_person_argues_in_an_answer_is_his_own_stance(text: str, stance: str) -> None:
    assert _answer(text) == [(("Mara Lund",), stance)]


@pytest.mark.parametrize(
    "text",
    [
        "They call the harbour a huge mistake and a real provocation to the whole coast.",
        "Was the tax a huge mistake and a real provocation to the whole coast?",
        "A yes or a no will do.",
    ],
)
def test_what_an_answer_tells_of_others_or_asks_is_not(text: str) -> None:
    assert (("Mara Lund",), "opposes") not in _answer(text)
    assert (("Mara Lund",), "undecided") not in _answer(text)
