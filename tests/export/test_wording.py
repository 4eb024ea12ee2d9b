from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.position import Stance, Statement
from briefing_app.export.wording import worded
from tests.export.talks import said

S = Stance


def sentence(stance: Stance, paraphrase: str, *parties: str, **more: object) -> str:
    names = parties or ("Russia",)
    return worded(names, said(1, names[0], "Territory", stance, paraphrase, **more)).text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stance", "paraphrase", "expected"),
    [
        (S.DEMANDS, "withdrawal from the Donbas", "Russia demands withdrawal from the Donbas"),
        (S.REJECTS, "Recognition of a transfer, in law", "Russia rejects recognition of a transfer, in law"),
        (S.SUPPORTS, "the exchange of prisoners.", "Russia supports the exchange of prisoners"),
        (S.OPPOSES, "NATO membership", "Russia opposes NATO membership"),
        (S.OFFERS, "a pause in strikes", "Russia offers a pause in strikes"),
        (S.UNDECIDED, "the loan", "Russia is undecided on the loan"),
        (S.CONDITIONAL, "shared liability", "Russia takes a conditional position: shared liability"),
        (S.CONDITIONAL, "guarantees after a ceasefire", "Russia would agree to guarantees after a ceasefire"),
        (S.DEMANDS, "that Ukraine withdraw", "Russia demands that Ukraine withdraw"),
        (S.REJECTS, "that troops stay", "Russia rejects the idea that troops stay"),
        (S.OFFERS, "that both sides withdraw", "Russia proposes that both sides withdraw"),
        (S.CONDITIONAL, "that Kyiv signs first", "Russia makes it a condition that Kyiv signs first"),
        (S.DEMANDS, "Ukraine to withdraw its forces", "Russia demands that Ukraine withdraw its forces"),
        (S.OFFERS, "to mediate", "Russia offers to mediate"),
        (S.REJECTS, "to send monitors", "Russia refuses to send monitors"),
        (S.UNDECIDED, "to join", "Russia has not decided whether to join"),
        (S.CONDITIONAL, "to sign if monitors come", "Russia is prepared to sign if monitors come"),
        (S.DEMANDS, "lifting the sanctions", "Russia insists on lifting the sanctions"),
        (S.OFFERS, "opening the gauges", "Russia proposes opening the gauges"),
        (S.CONDITIONAL, "only if the liability were shared", "Russia would agree only if the liability were shared"),
        (S.CONDITIONAL, "unless Kyiv withdraws", "Russia will not agree unless Kyiv withdraws"),
        (S.CONDITIONAL, "not until talks resume", "Russia will not agree until talks resume"),
        (S.REJECTS, "unless Kyiv withdraws", "Russia refuses unless Kyiv withdraws"),
        (S.UNDECIDED, "whether to join", "Russia has not decided whether to join"),
        (S.REJECTS, "will not recognise any transfer", "Russia will not recognise any transfer"),
        (S.REJECTS, "Russia will not recognise any transfer", "Russia will not recognise any transfer"),
        (S.DEMANDS, "demands withdrawal", "Russia demands withdrawal"),
        (S.DEMANDS, "It insists on withdrawal", "Russia insists on withdrawal"),
        (S.OPPOSES, "Russia still opposes the text", "Russia still opposes the text"),
        (S.REJECTS, "Rejection of the amendments", "Russia rejects the amendments"),
        (S.REJECTS, "refusal to withdraw", "Russia refuses to withdraw"),
        (S.SUPPORTS, "support for a truce", "Russia supports a truce"),
        (S.OPPOSES, "opposition to the loan", "Russia opposes the loan"),
        (S.DEMANDS, "demand for withdrawal", "Russia demands withdrawal"),
        (S.REJECTS, "demands for territory", "Russia rejects demands for territory"),
        (S.DEMANDS, "calls for a ceasefire", "Russia calls for a ceasefire"),
        (S.CONDITIONAL, "readiness to sign", "Russia is ready to sign"),
        (S.CONDITIONAL, "Ready to sign once monitors arrive", "Russia is ready to sign once monitors arrive"),
        (S.CONDITIONAL, "conditional on a share", "Russia makes its agreement conditional on a share"),
        (S.REJECTS, "The envoy said it would not sign", "Russia refuses: the envoy said it would not sign"),
        (S.SUPPORTS, "One point. Another point", "Russia supports one point; Another point"),
    ],
)  # fmt: skip
def test_paraphrase_of_every_shape_becomes_a_sentence(stance: Stance, paraphrase: str, expected: str) -> None:
    assert sentence(stance, paraphrase, quote="One point and the exchange.") == expected


@pytest.mark.parametrize("stance", list(Stance))
def test_without_a_paraphrase_the_passage_is_quoted(stance: Stance) -> None:
    text = sentence(stance, "", quote="We want the water.")
    assert text.startswith("Russia ")
    assert text.endswith(": “We want the water”")


@pytest.mark.parametrize(
    ("hedges", "level", "expected"),
    [
        ((), 3, "Russia demands withdrawal"),
        (("reportedly",), 3, "Russia reportedly demands withdrawal"),
        (("may",), 3, "Russia may demand withdrawal"),
        (("appears",), 3, "Russia appears to demand withdrawal"),
        (("hinted",), 3, "Russia reportedly demands withdrawal (“hinted”)"),
        (("allegedly", "unnamed official"), 4, "Russia allegedly demands withdrawal (“unnamed official”)"),
        ((), 4, "Russia reportedly demands withdrawal"),
        ((), 6, "Russia reportedly demands withdrawal"),
    ],
)
def test_hedges_are_kept(hedges: tuple[str, ...], level: int, expected: str) -> None:
    assert sentence(S.DEMANDS, "withdrawal", hedges=hedges, attribution_level=level) == expected


def test_hedges_that_the_paraphrase_has_are_not_said_twice() -> None:
    assert sentence(S.SUPPORTS, "Russia may accept a text", hedges=("may",)) == "Russia may accept a text"
    assert sentence(S.SUPPORTS, "would reportedly sign", attribution_level=5) == "Russia would reportedly sign"


@pytest.mark.parametrize(
    ("parties", "expected"),
    [
        (("United States",), "The United States demands a text"),
        (("European Union", "Ukraine"), "The European Union and Ukraine demand a text"),
        (("EU", "UK", "Turkey"), "The EU, the UK and Turkey demand a text"),
        (("Houthis",), "The Houthis demand a text"),
        (("Netherlands",), "The Netherlands demands a text"),
        (("Hamas",), "Hamas demands a text"),
        (("African Union",), "The African Union demands a text"),
        (("the Quartet",), "The Quartet demands a text"),
    ],
)
def test_parties_take_their_article_and_number(parties: tuple[str, ...], expected: str) -> None:
    assert sentence(S.DEMANDS, "a text", *parties) == expected


def test_plural_verbs_agree() -> None:
    pair = ("Norvia", "Tarsk")
    assert sentence(S.UNDECIDED, "the fund", *pair) == "Norvia and Tarsk are undecided on the fund"
    assert sentence(S.UNDECIDED, "to join", *pair) == "Norvia and Tarsk have not decided whether to join"
    assert sentence(S.CONDITIONAL, "that Kyiv signs", *pair) == "Norvia and Tarsk make it a condition that Kyiv signs"
    assert sentence(S.REJECTS, "denies any breach", *pair) == "Norvia and Tarsk deny any breach"


@given(
    st.sampled_from(list(Stance)),
    st.text(st.characters(codec="utf-8"), max_size=80),
    st.lists(st.text(min_size=1, max_size=20), max_size=3),
    st.integers(1, 6),
)
def test_any_words_give_one_line_without_a_full_stop(
    stance: Stance, said_so: str, hedges: list[str], level: int
) -> None:
    statement: Statement = said(1, "Tarsk", "Dam", stance, said_so, hedges=tuple(hedges), attribution_level=level)
    wording = worded(["Tarsk"], statement)
    assert wording.text.startswith("Tarsk ")
    assert len(wording.text.splitlines()) == 1
    if not hedges:
        assert not wording.text.endswith(".")
