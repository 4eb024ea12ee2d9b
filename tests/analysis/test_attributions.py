"""Who a text says said what: source, cue and content of every attribution."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.analysis.bases import analyse

if TYPE_CHECKING:
    from briefing_app.domain.attribution import Attribution


def _read(text: str) -> list[tuple[str, str, str, str]]:
    return [
        (
            text[a.source_start : a.source_end],
            text[a.cue_start : a.cue_end],
            text[a.content_start : a.content_end],
            a.tier,
        )
        for a in analyse(text).attributions
    ]


def _one(text: str) -> Attribution:
    (found,) = analyse(text).attributions
    return found


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Police say the road is closed.", "Police", "say", "the road is closed"),
        ("Officials in the capital said Monday the road was shut.", "Officials in the capital", "said",
         "the road was shut"),
        ("The envoy told reporters that the road was shut.", "The envoy", "told", "the road was shut"),
        ("The road is shut, according to the ministry.", "the ministry", "according to", "The road is shut,"),
        ("According to the ministry, the road is shut.", "the ministry", "According to", "the road is shut"),
        ("“The road is shut,” said the envoy.", "the envoy", "said", "“The road is shut,”"),
        ("As the envoy put it, the road is shut.", "the envoy", "put it", "the road is shut"),
        ("Asked again, the envoy said no.", "the envoy", "said", "no"),
        ("The road, she argued, would be shut.", "she", "argued", "The road, she argued, would be shut"),
        ("Diplomats said on condition of anonymity that the road was shut.", "Diplomats", "said",
         "the road was shut"),
        ("Kenya has made it clear that the road is shut.", "Kenya", "made it clear", "the road is shut"),
        ("One of them said the road was shut.", "One of them", "said", "the road was shut"),
        ("The court ruled that the law was void.", "The court", "ruled", "the law was void"),
        ("‘The road is shut,’ said the envoy.", "the envoy", "said", "‘The road is shut,’"),
        ("Kenya’s spokesman, Moses Okello, says the road is shut.", "Kenya’s spokesman, Moses Okello", "says",
         "the road is shut"),
    ],
)  # fmt: skip
def test_saying_gives_source_cue_and_content(text: str, source: str, cue: str, content: str) -> None:
    assert _read(text) == [(source, cue, content, "core")]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Kenya wants a new quota.", "wants"),
        ("Kenya called for a new quota.", "called for"),
        ("Kenya expressed deep concern about the quota.", "expressed deep concern"),
        ("Several fishermen are considering a boycott of the talks.", "considering"),
        ("The North Korean demand to lift the quota came late.", "demand"),
    ],
)
def test_wanting_and_standing_are_weak(text: str, cue: str) -> None:
    assert [(found[1], found[3]) for found in _read(text)] == [(cue, "weak")]


def test_who_is_quoted_by_an_agency_and_the_agency_are_both_sources() -> None:
    found = _read("A Kenyan agency quotes the envoy as saying the road is shut.")
    assert [(one[0], one[1]) for one in found] == [("A Kenyan agency", "quotes"), ("the envoy", "saying")]


def test_source_inside_what_another_says_is_one_too() -> None:
    assert [one[0] for one in _read("The envoy said Kenya believes the road is safe.")] == ["The envoy", "Kenya"]


@pytest.mark.parametrize(
    "text",
    [
        "The firm added 50 jobs.",
        "He repeated the claims in court.",
        "Two workers accused of theft were freed.",
        "The group called the Sea Union met.",
        "The report prompted calls in the town.",
        "He was called in and told that he was free.",
        "If Kenya rejects the quota, it ends.",
        "Kenya must accept the quota.",
        "The bomb slammed into the wall.",
        "Kenya had no plans to return.",
        "It was the fifth confirmed case.",
    ],
)
def test_words_that_attribute_nothing_are_left(text: str) -> None:
    assert _read(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya said the road was shut.", "indirect"),
        ("“The road is shut,” Kenya said.", "direct"),
        ("Kenya said the road was “shut for good”.", "mixed"),
        ("Kenya's position is that the road is shut.", "nominal"),
    ],
)
def test_type_tells_how_it_is_given(text: str, kind: str) -> None:
    assert _one(text).type == kind


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("The treaty states that the road is shut.", 1),
        ("The foreign ministry said the road was shut.", 2),
        ("Moses Okello said the road was shut.", 3),
        ("Officials said the road was shut.", 4),
        ("Some reports said the road was shut.", 5),
        ("Analysts say the road is shut.", 6),
    ],
)
def test_level_tells_how_near_the_source_is(text: str, level: int) -> None:
    assert _one(text).level == level


def test_quotation_over_several_sentences_is_content_from_where_it_begins() -> None:
    text = "“The road is shut. It will stay shut,” said the envoy."
    assert _read(text)[-1][2].startswith("“The road")


_WORDS = st.sampled_from(
    'Kenya officials said says that , . “ ” " according to the wants and claims 12 not he ?'.split()
)


@example([",", "claims", "Kenya", ","])
@given(st.lists(_WORDS, max_size=40))
def test_every_span_lies_in_the_text_and_cues_are_in_order(words: list[str]) -> None:
    text = " ".join(words)
    found = analyse(text).attributions if text else ()
    for one in found:
        assert 0 <= one.source_start < one.source_end <= len(text)
        assert 0 <= one.cue_start < one.cue_end <= len(text)
        assert 0 <= one.content_start <= one.content_end <= len(text)
    assert [one.cue_start for one in found] == sorted(one.cue_start for one in found)
