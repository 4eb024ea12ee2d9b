from __future__ import annotations

import pytest

from tests.analysis.bases import analyse, stances

TITLE = "Talks on the border"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenya has yet to declare itself on the truce.", ("Kenya", "undecided")),
        ("Kenya has not said whether it will sign the truce.", ("Kenya", "undecided")),
        ("Kenya shelved the new fishing agreement.", ("Kenya", "rejects")),
        ("Kenya never ratified the truce.", ("Kenya", "rejects")),
        ("Kenya withdrew its proposal on the quota.", ("Kenya", "rejects")),
        ("Kenya would rather see no quota.", ("Kenya", "rejects")),
        ("Kenya would accept no changes to the quota.", ("Kenya", "rejects")),
        ("Kenya has so far declined to back the truce.", ("Kenya", "rejects")),
        ("Kenya called the quota a breach of the truce.", ("Kenya", "opposes")),
        ("Kenya said there was no military solution to the dispute.", ("Kenya", "opposes")),
        ("Kenya insists that Uganda withdraw its boats.", ("Kenya", "demands")),
        ("Kenya expects that no party will break the truce.", ("Kenya", "demands")),
        ("Kenya announced a grant of $5 million for the fishermen.", ("Kenya", "offers")),
        ("Kenya notes with concern the fishing quota.", ("Kenya", "opposes")),
    ],
)
def test_set_phrases_state_a_stance(text: str, found: tuple[str, str]) -> None:
    assert stances(text, title=TITLE) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenya welcomed the truce; Uganda rejected it.", [("Kenya", "supports"), ("Uganda", "rejects")]),
        (
            "Kenya offered to host the talks and promised to share its data.",
            [("Kenya", "offers"), ("Kenya", "offers")],
        ),
        (
            "Kenya's call for a truce was echoed by Uganda.",
            [("Kenya", "demands"), ("Uganda", "demands")],
        ),
        (
            "Kenya regrets that Uganda has refused to join the truce.",
            [("Kenya", "opposes"), ("Uganda", "rejects")],
        ),
    ],
)
def test_every_stance_of_a_sentence_is_kept(text: str, found: list[tuple[str, str]]) -> None:
    assert stances(text, title=TITLE) == found


@pytest.mark.parametrize(
    "text",
    [
        "Kenya has not said whether talks will resume.",
        "Kenya echoed the rhythm of the drums.",
        "Kenya insists that talks are going well.",
        "Kenya expects that all goods will arrive.",
        "Kenya shelved the books.",
    ],
)
def test_phrases_that_only_look_like_stances_yield_nothing(text: str) -> None:
    assert stances(text, title=TITLE) == []


def test_quote_of_several_paragraphs_is_all_its_speakers() -> None:
    text = (
        "Kenyan President Ann Okoth today issued the following statement:\n"
        "“We welcome the truce. I urge Uganda to respect it.\n"
        "“We cannot accept any new quota.\n"
        "“We will share our data on the quota.”"
    )
    assert stances(text, title=TITLE) == [
        ("Kenya", "supports"), ("Kenya", "demands"), ("Kenya", "rejects"), ("Kenya", "offers"),
    ]  # fmt: skip


def test_both_sides_are_those_of_the_title_not_the_last_two_named() -> None:
    text = (
        "Kenya and Uganda opened talks on the lake.\nRussia and Ukraine are at odds over a dam.\n"
        "The two sides agreed to the truce. Neither side would accept a new quota."
    )
    assert stances(text, title=TITLE) == [("Kenya; Uganda", "offers"), ("Kenya; Uganda", "rejects")]


def test_army_is_that_of_the_state_whose_army_the_text_names() -> None:
    text = "Kenya's army and the Lake Front met. Uganda and Russia looked on. The army rejected the truce."
    assert stances(text, title=TITLE) == [("Kenya", "rejects")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenya would cap its catch if Uganda did the same.", [("Kenya", "conditional")]),
        ("Kenya would lose its markets if Uganda did the same.", []),
        ("Kenya would have cut its catch if Uganda had done the same.", []),
        (
            "Kenya would attend the talks but would not sign the truce.",
            [("Kenya", "offers"), ("Kenya", "rejects")],
        ),
        ("Uganda is on Kenya's side over the quota.", [("Uganda", "supports")]),
        (
            "Three members, among them Kenya, Uganda and Russia, do not recognise the quota.",
            [("Kenya; Uganda; Russia", "rejects")],
        ),
        ("Several states, including Kenya and Uganda, rejected the quota.", [("Kenya; Uganda", "rejects")]),
    ],
)
def test_own_acts_under_a_condition_and_members_in_a_list(text: str, found: list[tuple[str, str]]) -> None:
    assert stances(text, title=TITLE) == found


def test_key_points_without_a_full_stop_are_read() -> None:
    text = (
        "Talks resumed.\n• Nairobi says it will not sign the truce\n• Uganda offers to share all of its data"
        "\n• Where the talks on the lake now stand\n"
    )
    found = analyse(text, title=TITLE).statements
    assert [(s.parties[0], s.stance.value) for s in found] == [("Kenya", "rejects"), ("Uganda", "offers")]
    assert [text[s.start : s.end][:3] for s in found] == ["Nai", "Uga"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('"We support the later date," Ann Okoth said.', "the later date"),
        ("Kenya rejected the proposal on Monday.", "the proposal"),
        ("Kenya dismissed them as mere noise.", ""),
    ],
)
def test_paraphrase_keeps_neither_source_nor_day_nor_bare_pronoun(text: str, said: str) -> None:
    (one,) = analyse(text, title=TITLE).statements
    assert one.paraphrase == said


def test_modal_of_a_condition_is_no_hedge() -> None:
    (one,) = analyse("Kenya said a truce could be considered only after Uganda left.", title=TITLE).statements
    assert (one.stance.value, one.hedged) == ("conditional", False)


def test_envoy_who_repeats_an_offer_of_his_capital_is_its_speaker() -> None:
    text = "The Kenyan president, Ann Okoth, reiterated Nairobi's offer to host the talks."
    (one,) = analyse(text, title=TITLE).statements
    assert (one.parties, one.stance.value, one.speaker) == (("Kenya",), "offers", "Ann Okoth")


def test_three_verbs_of_one_subject_are_three_stances() -> None:
    text = "Kenya agreed to the truce, rejected the quota and urged Uganda to share its data."
    found = analyse(text, title=TITLE).statements
    assert [(s.stance.value, s.verb, s.paraphrase) for s in found] == [
        ("offers", "agreed", "the truce"),
        ("rejects", "rejected", "the quota"),
        ("demands", "urged", "that Uganda share its data"),
    ]


def test_stance_in_an_aside_does_not_swallow_the_main_one() -> None:
    text = "Kenya, which opposes the quota, welcomed the truce."
    assert stances(text, title=TITLE) == [("Kenya", "opposes"), ("Kenya", "supports")]


def test_speaker_in_capitals_is_the_person_named_plainly() -> None:
    text = "Kenyan envoy Peter Mwangi spoke.\nPETER MWANGI: We support the truce."
    (one,) = analyse(text, title=TITLE).statements
    assert (one.parties, one.speaker) == (("Kenya",), "Peter Mwangi")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenya said it will not block the truce.", [("Kenya", "supports")]),
        ("Kenya will not oppose the truce.", [("Kenya", "supports")]),
        ("Kenya said it will not sign the truce.", [("Kenya", "rejects")]),
        ("Kenya will impose a quota if the talks fail.", [("Kenya", "conditional")]),
        ("Kenya will suffer if the talks fail.", []),
        ("Kenya distanced itself from the truce.", [("Kenya", "opposes")]),
        ("Kenya has made the truce a condition of any deal.", [("Kenya", "demands")]),
        ("Kenya would like to see the quota lowered.", [("Kenya", "demands")]),
        ("Kenya drew a red line under any quota.", [("Kenya", "rejects")]),
        ("Kenya says it can take no more fish under the quota.", [("Kenya", "rejects")]),
    ],
)
def test_what_a_party_will_and_will_not_do(text: str, found: list[tuple[str, str]]) -> None:
    assert stances(text) == found
