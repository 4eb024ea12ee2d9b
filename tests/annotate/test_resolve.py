"""Passages in edited texts: found, or honestly gone; never somebody else's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.annotate.anchoring import make_anchor
from briefing_app.annotate.normal import normalised
from briefing_app.annotate.resolve import resolve_quote
from briefing_app.domain.anchor import AnchorState, Resolution
from tests.annotate import farm

SEEDS = range(24)
LENGTHS = (1, 2, 3, 5, 8, 0)


def found(case: farm.Case, *, with_old: bool = False) -> Resolution:
    old = case.old if with_old else None
    return resolve_quote(case.new, case.quote, case.prefix, case.suffix, case.start, case.end, old)


@pytest.mark.parametrize("with_old", [False, True])
@pytest.mark.parametrize("paragraph", [False, True])
@pytest.mark.parametrize("words", LENGTHS)
def test_resolve_when_quote_was_deleted_then_orphan(words: int, paragraph: bool, with_old: bool) -> None:
    for seed in SEEDS:
        case = farm.deleted(1000 + seed, words, paragraph=paragraph)
        state = found(case, with_old=with_old).state
        assert state in (AnchorState.ORPHAN, AnchorState.AMBIGUOUS), (seed, case.quote)


@pytest.mark.parametrize("with_old", [False, True])
def test_resolve_when_only_another_party_says_so_then_orphan(with_old: bool) -> None:
    for seed in range(80):
        case = farm.look_alike(1000 + seed)
        assert found(case, with_old=with_old).state is AnchorState.ORPHAN, case.quote


@pytest.mark.parametrize("with_old", [False, True])
@pytest.mark.parametrize("edit", [farm.inserted, farm.tidied])
def test_resolve_when_text_around_or_typography_changes_then_right(edit: object, with_old: bool) -> None:
    right = total = 0
    for words in LENGTHS:
        for seed in SEEDS:
            case = edit(2000 + seed, words)  # type: ignore[operator]
            answer = found(case, with_old=with_old)
            if answer.start is not None:
                assert (answer.start, answer.end) == case.expected, case.quote
            total += 1
            right += (answer.start, answer.end) == case.expected
    assert right >= 0.98 * total


@pytest.mark.parametrize("with_old", [False, True])
def test_resolve_when_one_word_is_replaced_then_changed_never_anchored(with_old: bool) -> None:
    right = total = 0
    for words in (3, 5, 8, 0):
        for seed in SEEDS:
            case = farm.one_word(3000 + seed, words)
            if "novel" not in case.new:
                continue
            answer = found(case, with_old=with_old)
            assert answer.state is not AnchorState.ANCHORED
            total += 1
            if answer.start is not None and answer.end is not None and case.expected is not None:
                off = abs(answer.start - case.expected[0]) + abs(answer.end - case.expected[1])
                assert off <= 3, (case.quote, case.new[answer.start : answer.end])
                right += 1
    assert total
    assert right >= 0.85 * total


def test_resolve_when_words_stand_twice_without_context_then_ambiguous() -> None:
    text = "The tariff stays. Later: the tariff stays. The tariff goes."
    answer = resolve_quote(text, "tariff stays")
    assert answer.state is AnchorState.AMBIGUOUS
    assert answer.start is None
    assert [text[start:end] for start, end in answer.candidates] == ["tariff stays"] * 2


def test_resolve_when_negation_is_new_then_at_best_changed() -> None:
    old = "In Teno the envoy said that Meridia will accept the annex on grain before the spring session begins."
    new = old.replace("will accept", "will not accept")
    start = old.index("Meridia")
    end = old.index(" before")
    answer = resolve_quote(new, old[start:end], old[:start], old[end:], start, end, old)
    assert answer.state is AnchorState.CHANGED


def test_resolve_when_quote_lies_inside_a_word_then_not_there() -> None:
    assert resolve_quote("The party left.", "art", "A piece of ", " was sold.").state is AnchorState.ORPHAN


@given(st.text(min_size=1, max_size=300), st.data())
def test_resolve_when_text_is_the_same_then_the_same_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = make_anchor(text, start, end)
    answer = resolve_quote(text, anchor.exact, anchor.prefix, anchor.suffix, start, end, text)
    assert (answer.state, answer.start, answer.end) == (AnchorState.ANCHORED, start, end)


@given(st.text(max_size=200), st.text(max_size=60), st.text(max_size=70), st.text(max_size=70))
def test_resolve_when_anything_is_asked_then_an_answer_within_the_text(
    text: str, quote: str, prefix: str, suffix: str
) -> None:
    answer = resolve_quote(text, quote, prefix, suffix)
    if answer.start is None or answer.end is None:
        assert answer.state in (AnchorState.ORPHAN, AnchorState.AMBIGUOUS)
    else:
        assert 0 <= answer.start < answer.end <= len(text)


@given(st.text(max_size=200))
def test_normalised_when_any_text_then_offsets_rise_and_stay_inside(text: str) -> None:
    plain = normalised(text)
    assert len(plain.text) == len(plain.origin)
    assert list(plain.origin) == sorted(plain.origin)
    assert all(0 <= place < len(text) for place in plain.origin)
    assert "  " not in plain.text


AID = "In Teno the envoy said on Monday that Meridia had offered 120 million crowns for the border roads."
LATER = " Nothing else was decided there, and the talks go on."


def become(old: str, new: str, quote: str) -> tuple[AnchorState, str]:
    """Return what became of a quote, and its words now."""
    start = old.index(quote)
    answer = resolve_quote(new, quote, start=start, end=start + len(quote), old_text=old)
    return answer.state, new[answer.start : answer.end] if answer.start is not None else ""


@pytest.mark.parametrize("quote", ["offered 120 million crowns", "120 million", "million crowns for", AID])
def test_resolve_when_one_figure_was_corrected_then_changed_and_in_its_place(quote: str) -> None:
    new = f"A new line stands above. {AID}{LATER}".replace("120", "150")
    state = AnchorState.CHANGED if "120" in quote else AnchorState.ANCHORED
    assert become(AID + LATER, new, quote) == (state, quote.replace("120", "150"))


@pytest.mark.parametrize(
    "new",
    [
        AID.replace("120", "150").replace("Meridia", "Belmora"),
        AID.replace("120", "150").replace("Monday", "Tuesday"),
        AID.replace("120 million crowns", "150 ships"),
        "The envoy was silent." + LATER,
    ],
)
def test_resolve_when_more_than_a_figure_differs_then_orphan(new: str) -> None:
    assert become(AID + LATER, new + LATER, "offered 120 million crowns")[0] is AnchorState.ORPHAN


@pytest.mark.parametrize("first", [True, False])
def test_resolve_when_a_sentence_with_another_figure_stood_there_already_then_orphan(first: bool) -> None:
    other = AID.replace("120", "150")
    old = f"{AID} {other}" if first else f"{other} {AID}"
    assert become(old + LATER, other + LATER, "offered 120 million crowns")[0] is AnchorState.ORPHAN


def test_resolve_when_a_short_line_has_another_figure_then_orphan() -> None:
    assert (
        become("Seats: 120.\n\nAll agreed on it.", "Seats: 150.\n\nAll agreed on it.", "120")[0] is AnchorState.ORPHAN
    )
