"""Anchors carried between texts: right, or honestly without a place, for whatever edit."""

from __future__ import annotations

import hashlib

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.annotate.anchoring import anchor_in
from briefing_app.annotate.normal import normalised
from briefing_app.domain.anchor import Anchor, AnchorState
from briefing_app.domain.article import Block, BlockKind, Version
from briefing_app.domain.ids import ArticleId, VersionId
from briefing_app.services.carrying import Carrier
from tests.annotate import farm

SEEDS = st.integers(0, 100_000)
WORDS = st.sampled_from([0, 2, 3, 5, 8])


def version(ident: str, text: str) -> Version:
    blocks, at = [], 0
    for number, paragraph in enumerate(text.split("\n\n"), 1):
        blocks.append(Block(number, BlockKind.PARAGRAPH, at, at + len(paragraph)))
        at += len(paragraph) + 2
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Version(VersionId(ident), ArticleId("a"), text, tuple(blocks), digest, "text/plain", "utf-8", "", "")


def carried(case: farm.Case, start: int, end: int) -> Anchor:
    old, new = version("old", case.old), version("new", case.new)
    return Carrier([old, new], new).anchor(anchor_in(old, start, end))


@settings(max_examples=40, deadline=None)
@given(SEEDS, WORDS)
def test_anchor_when_its_sentence_or_paragraph_is_deleted_then_no_place(seed: int, words: int) -> None:
    for case in (farm.deleted(seed, words), farm.deleted(seed, words, paragraph=True), farm.look_alike(seed)):
        assert not carried(case, case.start, case.end).placed


@settings(max_examples=40, deadline=None)
@given(SEEDS, WORDS)
def test_anchor_when_text_comes_in_before_it_then_moved_by_as_much(seed: int, words: int) -> None:
    case = farm.inserted(seed, words)
    anchor = carried(case, case.start, case.end)
    assert (anchor.start, anchor.end) == case.expected
    assert (anchor.state, anchor.exact) == (AnchorState.ANCHORED, case.quote)


@settings(max_examples=40, deadline=None)
@given(SEEDS, WORDS, st.sampled_from([farm.deleted, farm.inserted, farm.tidied, farm.one_word]))
def test_anchor_when_any_edit_then_every_sentence_is_right_or_without_a_place(
    seed: int, words: int, edit: object
) -> None:
    case = edit(seed, words)  # type: ignore[operator]
    for start, end in farm.sentences(case.old):
        quote, anchor = case.old[start:end], carried(case, start, end)
        if not anchor.placed:
            assert (anchor.exact, anchor.start, anchor.end) == (quote, start, end)
            continue
        assert case.new[anchor.start : anchor.end] == anchor.exact
        if anchor.state is AnchorState.ANCHORED:
            assert normalised(anchor.exact).text == normalised(quote).text


def test_anchor_when_it_was_to_be_confirmed_then_it_still_is() -> None:
    case = farm.inserted(3, 0)
    old, new = version("old", case.old), version("new", case.new)
    made = anchor_in(old, case.start, case.end)
    unsure = Anchor(made.start, made.end, made.exact, text_hash=old.text_hash, state=AnchorState.CHANGED)
    assert Carrier([old], new).anchor(unsure).state is AnchorState.CHANGED
