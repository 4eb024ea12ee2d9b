"""What a stance is about reads as a fragment behind "Party — stance:": whole, short, in good English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.analysis.fragments import LONGEST, fragment, gerund
from briefing_app.domain.position import Stance
from tests.analysis.bases import analyse


@pytest.mark.parametrize(
    ("stance", "said", "told"),
    [
        (Stance.SUPPORTS, "the ministry backed the plan", "that the ministry backed the plan"),
        (Stance.OFFERS, "to working with the harbour board", "working with the harbour board"),
        (Stance.OFFERS, "to the fund", "the fund"),
        (Stance.SUPPORTS, "to two-way traffic in the strait", "two-way traffic in the strait"),
        (Stance.OFFERS, "to host the next round", "to host the next round"),
        (Stance.REJECTS, "to hand over the keys", "handing over the keys"),
        (Stance.REJECTS, "not to cut the cable", "cutting the cable"),
        (Stance.SUPPORTS, "to support the survey", "the survey"),
        (Stance.OPPOSES, "to unilateral closures of the strait", "unilateral closures of the strait"),
        (Stance.OPPOSES, "by reports of shots at the pier", "reports of shots at the pier"),
        (Stance.DEMANDS, "both fleets to leave the strait", "that both fleets leave the strait"),
        (Stance.DEMANDS, "the board not to raise the toll", "that the board not raise the toll"),
        (
            Stance.DEMANDS,
            "the board to open the gate and to pay the crew",
            "that the board open the gate and pay the crew",
        ),
        (Stance.DEMANDS, "an end to joint patrols", "an end to joint patrols"),
        (Stance.DEMANDS, "is important that both fleets leave", "that both fleets leave"),
        (Stance.DEMANDS, "the tolls should be shared by all", "that the tolls should be shared by all"),
        (Stance.CONDITIONAL, "it if the toll came down", "if the toll came down"),
        (Stance.SUPPORTS, "the offer and reserved its position on the toll", "the offer"),
        (Stance.SUPPORTS, "the opening of the gate is", "the opening of the gate"),
        (Stance.OFFERS, "a survey of the wreck (also known as", "a survey of the wreck"),
        (Stance.OFFERS, "“a survey of the wreck", "a survey of the wreck"),
        (Stance.SUPPORTS, "“a fair share”", "a fair share"),
        (Stance.OPPOSES, "the raid on the pier, which cost two lives", "the raid on the pier"),
        (Stance.OFFERS, "President Lee to send a pilot", "to send a pilot"),
        (Stance.OFFERS, "Norway an exchange of quotas", "an exchange of quotas"),
        (Stance.OPPOSES, "binding tolls but supports national ones", "binding tolls"),
        (Stance.UNDECIDED, "its delegate said", ""),
        (Stance.SUPPORTS, "the treaty in May 2025", "the treaty in May 2025"),
        (Stance.OFFERS, "a pilot, and the harbour pays for him", "a pilot"),
        (Stance.DEMANDS, "another six weeks, the board is offering two", "another six weeks"),
        (Stance.CONDITIONAL, "so long as the sum stays where it is", "so long as the sum stays where it is"),
        (Stance.CONDITIONAL, "a toll, provided that it is shared", "a toll, provided that it is shared"),
        (Stance.REJECTS, "that out", ""),
        (Stance.REJECTS, "will have none of it", ""),
        (Stance.REJECTS, "them", ""),
        (Stance.DEMANDS, "it since 1992", ""),
        (Stance.OFFERS, "and only", ""),
        (Stance.OPPOSES, "", ""),
    ],
)
def test_words_become_a_fragment(stance: Stance, said: str, told: str) -> None:
    assert fragment(said, stance) == told


def test_what_is_too_long_ends_where_a_part_of_it_ends() -> None:
    said = (
        "a joint survey of the wreck off the northern pier by divers of both fleets, which should begin before the ice"
        " comes and end before the spring"
    )
    assert fragment(said, Stance.SUPPORTS) == (
        "a joint survey of the wreck off the northern pier by divers of both fleets"
    )
    listed = (
        "talks with the harbour board, the pilots, and the owners of the ferries that were held in the strait to end it"
    )
    assert fragment(listed, Stance.OFFERS) == "talks with the harbour board, the pilots, and the owners of the ferries"


def test_what_follows_a_modal_is_an_infinitive_and_a_first_word_loses_its_capital() -> None:
    assert fragment("send divers", Stance.OFFERS, modal=True) == "to send divers"
    assert fragment("send divers", Stance.REJECTS, modal=True) == "sending divers"
    assert fragment("The opening of the gate", Stance.SUPPORTS, opening=True) == "the opening of the gate"
    assert fragment("Reports of shots", Stance.OPPOSES, opening=True) == "reports of shots"
    assert fragment("UN reports of shots", Stance.OPPOSES, opening=True) == "UN reports of shots"
    assert fragment("Norway’s offer", Stance.SUPPORTS) == "Norway’s offer"


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("take", "taking"),
        ("put", "putting"),
        ("agree", "agreeing"),
        ("lie", "lying"),
        ("admit", "admitting"),
        ("open", "opening"),
        ("play", "playing"),
        ("show", "showing"),
    ],
)
def test_gerunds_are_spelt_right(verb: str, form: str) -> None:
    assert gerund(verb) == form


@given(st.text(st.sampled_from("ab to the and that \"“”(),.’'"), max_size=200), st.sampled_from(list(Stance)))
def test_any_words_give_a_short_fragment_without_loose_ends(said: str, stance: Stance) -> None:
    told = fragment(said, stance)
    assert told == told.strip()
    assert told.count("(") == told.count(")")
    assert told.count("“") == told.count("”")
    assert len(told.split()) <= LONGEST + 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kenya urged both fleets to leave the strait by May.", "that both fleets leave the strait by May"),
        ("Uganda refused to hand over the survey data.", "handing over the survey data"),
        ("Kenya is committed to ending the night patrols.", "ending the night patrols"),
        ("Uganda will not accept a toll on its ferries.", "a toll on its ferries"),
        ("Kenya rejected it.", ""),
        ("Kenya welcomed the survey and urged Uganda to join it.", "the survey"),
    ],
)
def test_suggestions_carry_fragments(text: str, told: str) -> None:
    assert told in [one.paraphrase for one in analyse(text).statements]
