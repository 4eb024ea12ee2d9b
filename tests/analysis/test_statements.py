from __future__ import annotations

import pytest

from briefing_app.domain.position import Mark, Stance
from tests.analysis.bases import analyse, stances


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenya rejected the quota.", ("Kenya", "rejects")),
        ("Moscow will not accept a ceasefire.", ("Russia", "rejects")),
        ("The quota was rejected by Uganda.", ("Uganda", "rejects")),
        ("Uganda's refusal to discuss the quota has angered the others.", ("Uganda", "rejects")),
        ("Kenya called for a ceasefire.", ("Kenya", "demands")),
        ("Kenya urged Uganda to lower its quota.", ("Kenya", "demands")),
        ("President Ann Okoth said the quota must go.", ("Kenya", "demands")),
        ("Kenya offered to cut its quota.", ("Kenya", "offers")),
        ("Uganda is ready to share its data on the quota.", ("Uganda", "offers")),
        ("Uganda said it would support the truce only if Kenya joined.", ("Uganda", "conditional")),
        ("Kenya will not sign the truce unless the data are shared.", ("Kenya", "conditional")),
        ("Kenya has long opposed the quota.", ("Kenya", "opposes")),
        ("Uganda does not support the truce.", ("Uganda", "opposes")),
        ("Uganda does not oppose the truce.", ("Uganda", "supports")),
        ("Kenya has not decided whether to join the truce.", ("Kenya", "undecided")),
        ("Kenya holds the line that a truce without data is unacceptable.", ("Kenya", "rejects")),
        ("A statement from the Kenyan president's office welcoming the truce was read out.", ("Kenya", "supports")),
        ("Kenya and Uganda welcomed the truce.", ("Kenya; Uganda", "supports")),
        ("Kenya expressed support for the truce.", ("Kenya", "supports")),
        ("According to Kenya, the quota is unacceptable.", ("Kenya", "rejects")),
    ],
)
def test_stance_in_a_sentence_is_given_to_its_holder(text: str, found: tuple[str, str]) -> None:
    assert stances(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said talks would resume on Monday.",
        "Will Kenya accept the quota?",
        "If Kenya rejects the quota, the others will follow.",
        "It is unclear whether Uganda will accept the truce.",
        "The delegations from Kenya and Uganda met in Nairobi.",
        "Kenya's minister declined to comment.",
        "Around 75 percent of Ukrainians would reject a truce, a poll found.",
        "Kenya would have accepted the quota in better times.",
    ],
)
def test_neutral_asking_and_hypothetical_sentences_yield_nothing(text: str) -> None:
    assert stances(text) == []


def test_quote_goes_on_with_the_last_speaker() -> None:
    text = "“We will not sign the truce,” Ann Okoth said. “Uganda must share its data,” she added."
    found = analyse(text).statements
    assert [(s.parties, s.stance, s.speaker) for s in found] == [
        (("Kenya",), Stance.REJECTS, "Ann Okoth"),
        (("Kenya",), Stance.DEMANDS, "Ann Okoth"),
    ]


@pytest.mark.parametrize(
    "dateline",
    [
        "KAMPALA, Oct 3 - ",
        "KAMPALA - ",
        "KAMPALA, Oct. 3 (Agency) - ",
        "KAMPALA — ",
        "Kampala, 3 October – ",
        "KAMPALA: ",
    ],
)
def test_subject_behind_a_dateline_is_found(dateline: str) -> None:
    assert stances(f"{dateline}Kenya rejects the quota proposed by the bank.") == [("Kenya", "rejects")]


def test_we_in_front_of_who_says_it_is_he_without_marks_too() -> None:
    text = "We are pleased that Uganda has left the truce line, the president of Kenya, Ann Okoth, said."
    assert ("Kenya", "supports") in stances(text)


def test_who_leads_what_a_text_tells_of_speaks_for_it_and_not_for_the_state_the_base_knows() -> None:
    text = "The Lake Front would accept the quota, its leader, Otto King, said. King rejected the truce."
    assert stances(text)[-1] == ("Lake Front", "rejects")


def test_who_is_warning_is_a_source() -> None:
    (one,) = analyse("Kenya is warning that the quota is unacceptable.").statements
    assert (one.parties, one.stance, one.verb) == (("Kenya",), Stance.REJECTS, "warning")


def test_chain_gives_the_position_to_the_inner_party_and_the_voice_to_the_envoy() -> None:
    (one,) = analyse("Ann Okoth said Kenya had rejected the truce.").statements
    assert (one.parties, one.stance, one.speaker) == (("Kenya",), Stance.REJECTS, "Ann Okoth")


def test_role_phrase_is_spoken_by_who_held_the_office_that_day() -> None:
    (one,) = analyse("The Kenyan president rejected the truce.").statements
    assert (one.parties, one.speaker) == (("Kenya",), "Ann Okoth")


def test_two_stances_in_a_sentence_have_a_clause_each() -> None:
    text = "Kenya welcomed the truce, but Uganda rejected the quota."
    found = analyse(text).statements
    assert [text[s.start : s.end] for s in found] == ["Kenya welcomed the truce", "Uganda rejected the quota."]
    assert [s.issue for s in found] == ["Ceasefire", "Fishing quotas"]


def test_hedges_and_unnamed_sources_are_kept_as_words() -> None:
    (one,) = analyse("Kenyan officials hinted that Kenya may accept the truce.").statements
    assert one.hedged
    assert {"hinted", "may"} <= set(one.hedges)
    assert one.attribution_level == 4


def test_statement_of_the_document_itself_is_the_issuers() -> None:
    text = "Kenya welcomes the truce. We call on Uganda to share its data. We cannot accept the quota."
    found = analyse(text, title="Statement by the Government of Kenya").statements
    assert [(s.parties[0], s.stance.value) for s in found] == [
        ("Kenya", "supports"), ("Kenya", "demands"), ("Kenya", "rejects"),
    ]  # fmt: skip
    assert found[1].attribution_level == 1


def test_questions_in_a_transcript_state_nothing() -> None:
    text = "QUESTION: Kenya rejected the truce, you say.\nANN OKOTH: We support the truce."
    assert stances(text) == [("Kenya", "supports")]


def test_issues_of_the_dossier_come_before_the_general_ones() -> None:
    (one,) = analyse("Kenya rejected the lake truce.", issues=(("Lake", ("lake truce",)),)).statements
    assert one.issue == "Lake"


def test_red_line_and_precondition_are_marked() -> None:
    (one,) = analyse("Kenya said the quota was a red line.").statements
    assert Mark.RED_LINE in one.marks
    (two,) = analyse("Kenya will sign the truce only if Uganda leaves.").statements
    assert two.marks == (Mark.PRECONDITION,)


def test_every_draft_is_confident_enough_short_and_explained() -> None:
    text = "Kenya rejected the quota that the others had drawn up without asking anybody who lives there."
    (one,) = analyse(text).statements
    assert 0.5 <= one.confidence <= 1
    assert 0 < len(one.paraphrase.split()) <= 20
    assert one.why.endswith(".")
    assert one.keys == ("country:KE",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenya has at least offered data on the quota.", [("Kenya", "offers")]),
        ("Kenya's delegate takes the floor and objects to any quota.", [("Kenya", "opposes")]),
        ("18:55 Kenya objects to the quota.", [("Kenya", "opposes")]),
        ("Kenya spoke. Its ambassador to Uganda, Rupert Vane, rejected the quota.", [("Kenya", "rejects")]),
        ("Ann Okoth met Uganda's envoy. “We reject the quota,” she says.", [("Kenya", "rejects")]),
    ],
)
def test_subject_is_found_over_what_stands_between(text: str, found: list[tuple[str, str]]) -> None:
    assert stances(text) == found


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Nor would we object to the quota.", "supports"),
        ("If Uganda shoots again, Kenya will have no choice but to suspend the truce.", "conditional"),
        ("We do not consider ourselves bound by the quota.", "rejects"),
        ("We regard the quota as without foundation.", "rejects"),
        ("The truce has our full support.", "supports"),
    ],
)
def test_turned_and_set_phrases_of_an_official_text(text: str, stance: str) -> None:
    found = stances(f"We met on Monday.\n{text}", title="Statement by the Government of Kenya")
    assert found == [("Kenya", stance)]


def test_office_written_out_in_front_of_a_name_tells_for_whom_it_speaks() -> None:
    text = (
        "The Acting Minister of Water and Energy of Uganda, Rupert Vane, was there. “We reject the quota,” Vane said."
    )
    assert stances(text) == [("Uganda", "rejects")]


def test_stance_inside_a_condition_is_not_bound_by_it() -> None:
    text = "As long as Kenya rejects the quota, Uganda will not share its data."
    assert stances(text) == [("Kenya", "rejects"), ("Uganda", "conditional")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Ugandan trade group EU rejected the truce.", ("European Union", "rejects")),
        ("The leader of the Ugandan trade group EU rejected the truce.", ("European Union", "rejects")),
        ("The US government is concerned. Kenyan officials said the government rejects the plan.",
         ("Kenya", "rejects")),
    ],
)  # fmt: skip
def test_group_and_government_are_whose_the_words_say(text: str, found: tuple[str, str]) -> None:
    assert found in stances(text)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Kenya says Uganda broke the truce - a charge Kampala denies.", "a charge Kampala denies."),
        ("Kenya says Uganda broke the truce, an accusation that Uganda has repeatedly rejected.",
         "an accusation that Uganda has repeatedly rejected."),
    ],
)  # fmt: skip
def test_who_denies_a_charge_rejects_it_in_a_clause_of_its_own(text: str, clause: str) -> None:
    found = [one for one in analyse(text).statements if one.parties == ("Uganda",)]
    assert [(one.stance, text[one.start : one.end]) for one in found] == [(Stance.REJECTS, clause)]


def test_charge_that_its_maker_repeats_is_denied_by_nobody() -> None:
    assert ("Uganda", "rejects") not in stances("Kenya says Uganda broke the truce, a charge it repeated on Monday.")


def test_department_of_an_under_secretary_general_is_not_his_party() -> None:
    text = "Mara Lund, Under-Secretary-General for Political Affairs, urged Kenya to keep the truce."
    assert [(one.parties, one.speaker) for one in analyse(text).statements] == [(("United Nations",), "Mara Lund")]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Lawmakers in Kenya rejected the quota.", "Lawmakers"),
        ("Opposition lawmakers rejected the quota.", "Opposition lawmakers"),
        ("A coastal rights group rejected the quota.", "Coastal rights group"),
    ],
)
def test_groups_without_a_name_go_by_the_words_of_the_text(text: str, party: str) -> None:
    assert (party, "rejects") in stances(text)
