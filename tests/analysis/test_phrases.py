"""Set phrases: of their subject, of whoever says them, of whom they name behind them."""

from __future__ import annotations

import pytest

from tests.analysis.bases import stances

TITLE = "Talks on the border"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Kenya has no objection to the truce.", "supports"),
        ("Kenya attaches great importance to the truce.", "supports"),
        ("Kenya has come round to the truce.", "supports"),
        ("Kenya gave its blessing to the truce.", "supports"),
        ("Kenya stands firmly behind the truce.", "supports"),
        ("Kenya is leaning towards the truce.", "supports"),
        ("Kenya stressed the importance of the truce.", "supports"),
        ("Kenya will not stand in the way of the truce.", "supports"),
        ("Kenya remains confident that the truce will hold.", "supports"),
        ("Kenya would be glad to see a truce.", "supports"),
        ("Kenya would be sorry to see a truce.", "opposes"),
        ("Kenya held out the prospect of a truce.", "offers"),
        ("Kenya held out for a truce.", "demands"),
        ("Kenya gave the truce a frosty reception.", "opposes"),
        ("Kenya put the truce on ice.", "rejects"),
        ("Kenya has serious reservations about the quota.", "opposes"),
        ("Kenya lodged a strong protest over the quota.", "opposes"),
        ("Kenya poured scorn on the quota.", "opposes"),
        ("Kenya took issue with the quota.", "opposes"),
        ("Kenya does not believe that the quota will work.", "opposes"),
        ("Kenya hardened its stance on the quota.", "opposes"),
        ("Kenya has no intention of signing the truce.", "rejects"),
        ("Kenya has no plans to sign the truce.", "rejects"),
        ("Kenya said no to the truce.", "rejects"),
        ("Kenya will have nothing to do with the truce.", "rejects"),
        ("Kenya turned a deaf ear to the plan for a truce.", "rejects"),
        ("Kenya sees no need for a truce.", "rejects"),
        ("Kenya is not in a position to sign the truce.", "rejects"),
        ("Kenya will not budge on the quota.", "rejects"),
        ("Kenya stressed the need for a truce.", "demands"),
        ("Kenya would like to see a truce.", "demands"),
        ("Kenya gave Uganda an ultimatum on the truce.", "demands"),
        ("Kenya will settle for nothing less than a truce.", "demands"),
        ("Kenya softened its stance on the quota.", "offers"),
        ("Kenya dropped its demand for a new quota.", "offers"),
        ("Kenya stepped up its support for the fishermen.", "offers"),
        ("Kenya gave assurances that the truce would hold.", "offers"),
        ("Kenya stopped short of backing the truce.", "undecided"),
        ("Kenya neither supports nor opposes the truce.", "undecided"),
        ("Kenya did not rule out a truce.", "undecided"),
        ("Kenya would not say whether it would sign the truce.", "undecided"),
        ("Kenya keeps its options open on the truce.", "undecided"),
        ("Kenya asked for more time to study the truce.", "undecided"),
        ("Kenya abstained.", "undecided"),
        ("Kenya made its signature conditional on a new quota.", "conditional"),
        ("Kenya agreed, but only if the quota fell.", "conditional"),
    ],
)
def test_phrase_states_the_stance_of_its_subject(text: str, stance: str) -> None:
    assert stances(text, title=TITLE) == [("Kenya", stance)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The truce won the backing of Kenya.", ("Kenya", "supports")),
        ("The quota drew sharp criticism from Kenya.", ("Kenya", "opposes")),
        ("The quota is too high for Kenya.", ("Kenya", "opposes")),
        ("The quota is a red line for Kenya.", ("Kenya", "rejects")),
        ("Support for the truce came from Kenya.", ("Kenya", "supports")),
        ("Among the critics of the quota is Kenya.", ("Kenya", "opposes")),
        ("The quota was described by Kenya as a humiliation.", ("Kenya", "opposes")),
        ("Kenya considers the quota unacceptable.", ("Kenya", "rejects")),
        ("Kenya regards the quota as a direct threat to peace.", ("Kenya", "opposes")),
        ("Kenya was the only country to vote against the truce.", ("Kenya", "opposes")),
        ("Kenya is among those calling for a truce.", ("Kenya", "demands")),
        ("Kenya is understood to be weighing a truce.", ("Kenya", "undecided")),
        ("Kenya is said to favour a truce.", ("Kenya", "supports")),
    ],
)
def test_phrase_states_the_stance_of_whom_it_names(text: str, found: tuple[str, str]) -> None:
    assert stances(text, title=TITLE) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nothing can justify the quota, Kenya said.", ("Kenya", "opposes")),
        ("The time has come to end the quota, Kenya said.", ("Kenya", "demands")),
        ("Kenya said that a truce was the only way to peace.", ("Kenya", "supports")),
        ("Kenya said there could be no question of a quota.", ("Kenya", "rejects")),
        ("It is imperative that the truce holds, Kenya said.", ("Kenya", "demands")),
    ],
)
def test_phrase_states_the_stance_of_whoever_says_it(text: str, found: tuple[str, str]) -> None:
    assert stances(text, title=TITLE) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenya rejected the quota, as did Uganda.", [("Kenya", "rejects"), ("Uganda", "rejects")]),
        ("Kenya supports the truce. Uganda does as well.", [("Kenya", "supports"), ("Uganda", "supports")]),
        ("Kenya supports the truce. So does Uganda.", [("Kenya", "supports"), ("Uganda", "supports")]),
        (
            "The truce, proposed by Kenya and backed by Uganda, was rejected by Russia.",
            [("Kenya", "offers"), ("Uganda", "supports"), ("Russia", "rejects")],
        ),
        ("Neither Kenya nor Uganda would back the quota.", [("Kenya; Uganda", "rejects")]),
    ],
)
def test_others_take_the_same_stand_or_one_of_their_own(text: str, found: list[tuple[str, str]]) -> None:
    assert stances(text, title=TITLE) == found


@pytest.mark.parametrize(
    "text",
    [
        "Kenya has two lakes and no sea.",
        "Officials from Kenya drew a map of the lake.",
        "Kenya gave the guests a warm meal.",
        "Kenya is behind Uganda on the list of exporters.",
        "Kenya took the floor after lunch.",
        "Kenya put the number of guests at forty.",
    ],
)
def test_words_that_only_look_like_phrases_state_nothing(text: str) -> None:
    assert stances(text, title=TITLE) == []


def test_what_a_party_denies_is_not_its_stance() -> None:
    assert stances("Kenya denied that it had pressed Uganda to sign the truce.", title=TITLE) == [("Kenya", "rejects")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenya's view is that the quota is unacceptable.", ("Kenya", "rejects")),
        ("In Kenya's view, the quota is unacceptable.", ("Kenya", "rejects")),
        ("In the words of Kenya, the quota is unacceptable.", ("Kenya", "rejects")),
        ("Kenya is of the opinion that the quota must go.", ("Kenya", "demands")),
        ("It is the position of Kenya that the quota must go.", ("Kenya", "demands")),
        ("Kenya let it be known that the quota was unacceptable.", ("Kenya", "rejects")),
        ("Kenya proceeds from the premise that the quota must go.", ("Kenya", "demands")),
        ("Kenya's message was blunt: the quota must go.", ("Kenya", "demands")),
    ],
)
def test_view_is_a_source_like_a_verb_of_saying(text: str, found: tuple[str, str]) -> None:
    assert stances(text, title=TITLE) == [found]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Kenya will sign the truce provided the quota falls.", "conditional"),
        ("Unless the quota falls, Kenya will not sign the truce.", "conditional"),
        ("As long as the quota stands, Kenya will not sign the truce.", "conditional"),
        ("Subject to a vote, Kenya will fund the truce.", "conditional"),
        ("Kenya is ready to sign the truce on condition that the quota falls.", "conditional"),
        ("Without a new quota, Kenya will not sign the truce.", "conditional"),
        ("Kenya said it would halt its boats once the quota was agreed.", "conditional"),
        ("Kenya will not sign a truce without a new quota.", "rejects"),
        ("Kenya offered to share its boats, its ministers said on condition of anonymity.", "offers"),
    ],
)
def test_condition_binds_wherever_it_stands(text: str, stance: str) -> None:
    assert [one for _, one in stances(text, title=TITLE)] == [stance]


def test_contractions_are_read_like_their_words() -> None:
    text = "Ann Okoth said: “We've asked for a truce. We'll not accept the quota.”"
    assert stances(text, title=TITLE) == [("Kenya", "demands"), ("Kenya", "rejects")]
