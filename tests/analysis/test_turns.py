"""Labels of turns, and who has the floor in transcripts, debates and interviews."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.analysis.turn_labels import read_label
from briefing_app.analysis.turns import interviewed
from tests.analysis.bases import analyse


@pytest.mark.parametrize(
    ("text", "name", "group"),
    [
        ("MS. LARSEN: Good afternoon.", "Larsen", ""),
        ("HEDDA VAN ROON: Thank you.", "Hedda van Roon", ""),
        ("Mr. Jabez Wren (Fellmoor): Is it so?", "Jabez Wren", "Fellmoor"),
        ("Ola Brandt (Greens): We regret it.", "Ola Brandt", "Greens"),
        ("Ola Brandt, deputy chief spokesperson: Good day.", "Ola Brandt", ""),
        ("**OLA BRANDT:** Good day.", "Ola Brandt", ""),
        ("The Minister for Foreign Affairs (Dr. Ann Tam): With permission.", "Ann Tam", ""),
        ("SPOKESPERSON AL-BAZ: Good day.", "Al-Baz", ""),
        ("Ambassador Ann Tam: Good day.", "Ann Tam", ""),
    ],
)
def test_label_gives_the_person_and_the_group(text: str, name: str, group: str) -> None:
    label = read_label(text, ())
    assert label is not None
    assert (label.name, label.group, label.asks) == (name, group, False)


@pytest.mark.parametrize(
    "text", ["Q: Why?", "QUESTION: Why?", "**Question:** Why?", "Moderator: Next.", "The Chair: Order."]
)
def test_label_of_who_asks_or_presides_takes_no_stand(text: str) -> None:
    label = read_label(text, ())
    assert label is not None
    assert label.asks


@pytest.mark.parametrize(
    "text",
    [
        "The minister was clear: no deal.",
        "Kenya said this: the truce holds.",
        "Note: the talks go on.",
        "Contact: the press office.",
        "It comes down to one thing: money.",
        "14:05 The talks go on.",
        "No label here at all.",
    ],
)
def test_sentence_or_heading_with_a_colon_is_no_label(text: str) -> None:
    assert read_label(text, ()) is None


@given(st.text(max_size=80))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    label = read_label(text + ": x", ())
    assert label is None or 0 < label.length <= len(text)


def found(text: str, title: str) -> list[tuple[str, str, str]]:
    return [("; ".join(s.parties), s.stance.value, s.speaker) for s in analyse(text, title=title).statements]


def test_everything_in_a_turn_is_said_by_whose_turn_it_is() -> None:
    text = (
        "MS. LARSEN: Good afternoon. Kenya welcomes the truce.\n\nQ: Will Kenya reject the quota?\n\n"
        "MS. LARSEN: We reject the quota.\n\nThe truce must hold.\n\nQ: And Uganda?\n\n"
        "MS. LARSEN: Uganda opposes the quota."
    )
    assert found(text, "Press briefing, Government of Kenya") == [
        ("Kenya", "supports", "Larsen"),
        ("Kenya", "rejects", "Larsen"),
        ("Kenya", "demands", "Larsen"),
        ("Uganda", "opposes", "Larsen"),
    ]


def test_member_of_a_chamber_speaks_for_the_group_in_brackets_or_for_himself() -> None:
    text = (
        "Mr. Jabez Wren (Fellmoor): We oppose the quota.\n\nMs. Ola Brandt (Greens): We welcome the truce.\n\n"
        "Mr. Wren: I reject the truce."
    )
    assert found(text, "Debate in the House of Assembly") == [
        ("Jabez Wren", "opposes", ""),
        ("Greens", "supports", "Ola Brandt"),
        ("Jabez Wren", "rejects", ""),
    ]


def test_answers_of_an_interview_are_the_persons_and_questions_state_nothing() -> None:
    text = "Does Kenya reject the quota?\n\nWe reject the quota.\n\nDo we want a truce?\n\nI welcome the truce."
    assert found(text, "Interview with Ann Okoth") == [
        ("Kenya", "rejects", "Ann Okoth"),
        ("Kenya", "supports", "Ann Okoth"),
    ]


def test_label_in_a_report_holds_for_its_own_paragraph_only() -> None:
    text = (
        "Talks on the quota went on.\n\nAnn Okoth (Kenya): We reject the quota.\n\nUganda opposes the quota.\n\n"
        "A truce was signed.\n\nUganda welcomes the truce.\n\nThe day ended."
    )
    assert found(text, "The day in brief")[1:] == [("Uganda", "opposes", ""), ("Uganda", "supports", "")]


def test_evidence_does_not_hold_the_label() -> None:
    text = "MS. LARSEN: Kenya welcomes the truce.\n\nQ: More?\n\nMS. LARSEN: No."
    (statement,) = analyse(text, title="Press briefing").statements
    assert text[statement.start : statement.end] == "Kenya welcomes the truce."


def test_interview_without_a_title_that_says_so_is_told_by_its_questions() -> None:
    text = (
        "Ann Okoth has led Kenya since 2024.\n\nDo you reject the quota?\n\nWe reject the quota.\n\nAnd the truce?\n\n"
        "I welcome the truce.\n\nWill it hold?\n\nUganda must keep the truce."
    )
    assert found(text, "“It holds”") == [
        ("Kenya", "rejects", "Ann Okoth"),
        ("Kenya", "supports", "Ann Okoth"),
        ("Kenya", "demands", "Ann Okoth"),
    ]


def test_answer_and_initials_stand_for_the_person() -> None:
    plain = "Q: Why?\n\nA: We reject the quota.\n\nQ: More?\n\nA: We welcome the truce."
    assert {one[2] for one in found(plain, "Interview with Ann Okoth")} == {"Ann Okoth"}
    short = "Ann Okoth met us.\n\nQ: Why?\n\nAO: We reject the quota.\n\nQ: More?\n\nAO: We welcome the truce."
    assert {one[2] for one in found(short, "A talk")} == {"Ann Okoth"}


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Interview with Ann Okoth", "Ann Okoth"),
        ("The Courier interviews Ann Okoth, president", "Ann Okoth, president"),
        ("In conversation with Ann Okoth", "Ann Okoth"),
        ("Talks end without a deal", ""),
        ("Job interviews", ""),
    ],
)
def test_title_tells_who_is_interviewed(title: str, named: str) -> None:
    assert interviewed(title) == named


def test_spokesperson_of_a_ministry_speaks_for_its_state() -> None:
    text = (
        "AMINA HALABI (Spokesperson, Ministry of Mines of Kenya): We reject the quota.\n\nQ: Why?\n\n"
        "HALABI: We want a truce."
    )
    assert {one[0] for one in found(text, "Press conference")} == {"Kenya"}


def test_who_runs_for_an_office_does_not_answer_for_the_place() -> None:
    text = "What would you change?\n\nI reject the quota.\n\nWhy?\n\nI reject the quota."
    statements = analyse(text, title="Interview with Mara Lund, nominee for Governor of Kenya").statements
    assert {one.parties for one in statements} == {("Mara Lund",)}


@pytest.mark.parametrize(
    ("text", "name", "group"),
    [
        ("The Minister for Water (Jane Osei): No.", "Jane Osei", ""),
        ("Sir Peter Alden (Con): I beg to move.", "Peter Alden", "Conservative Party"),
        ("Ann Lee (D-Ore.): I yield.", "Ann Lee", "Democratic Party"),
    ],
)
def test_brackets_of_a_label_hold_a_person_or_a_party_in_short(text: str, name: str, group: str) -> None:
    label = read_label(text, ("osei",))
    assert label is not None
    assert (label.name, label.group) == (name, group)


def test_counsel_and_witness_do_not_speak_for_the_party_of_the_other_side() -> None:
    text = (
        "IN THE HIGH COURT\n\nHearing in Guild v. Ministry\n\n"
        "MR JUSTICE DOYLE: Ms Carrow, what do you seek?\n\n"
        "MS CARROW: We reject the suggestion that the Guild was consulted.\n\n"
        "MR PELL (for Kenya): My Lord, Kenya opposes the quota. Kenya rejects the truce.\n\n"
        "MS CARROW: We do not accept that."
    )
    found = analyse(text, title="IN THE HIGH COURT").statements
    assert {one.parties for one in found if text[one.start : one.end].startswith("We")} == {("Carrow",)}
    assert {one.parties for one in found if "Kenya" in text[one.start : one.end]} == {("Kenya",)}


def test_all_parties_of_a_joint_text_are_meant_by_they_behind_a_sentence_without_a_stance() -> None:
    text = (
        "Joint statement of Kenya, Uganda and Russia\n\nThe Ministers of Kenya, Uganda and Russia met on Monday.\n\n"
        "Uganda welcomed the truce. The Sides took note of the report. They rejected the quota.\n\n"
        "The Participants urged the European Union to pay."
    )
    found = analyse(text, title="Joint statement of Kenya, Uganda and Russia").statements
    said = {text[one.start : one.end]: set(one.parties) for one in found}
    assert said["They rejected the quota."] == {"Kenya", "Uganda", "Russia"}
    assert said["The Participants urged the European Union to pay."] == {"Kenya", "Uganda", "Russia"}


TALK = (
    "Press conference\n\nMODERATOR: Good afternoon.\n\nMR. OCHIENG (Kenya): We welcome the truce.\n\n"
    "Q: Minister, two years ago your ministry rejected the quota. Uganda must accept the truce. {asked}\n\n"
    "MR. OCHIENG: We support it today.\n\nQ: The quota should be lifted. {asked}\n\nMR. OCHIENG: We reject that."
)


def test_what_somebody_who_asks_tells_of_your_ministry_is_a_record_of_who_answers() -> None:
    text = TALK.format(asked="Is that so?")
    found = [one for one in analyse(text, title="Press conference").statements if "your" in text[one.start : one.end]]
    assert [(one.parties, one.stance.value, one.speaker) for one in found] == [(("Kenya",), "rejects", "")]


@pytest.mark.parametrize(
    "asked",
    [
        "Do you support the quota?",
        "Should Kenya not reject the truce?",
        "Why do we still demand a quota?",
        "Will you accept, and will your government welcome, the truce?",
        "Kenya opposes the quota, does it not?",
    ],
)
def test_no_question_is_a_statement_of_anybody(asked: str) -> None:
    text = TALK.format(asked=asked)
    found = [text[one.start : one.end] for one in analyse(text, title="Statement of Kenya").statements]
    assert found
    assert not [said for said in found if said.endswith("?") or said in asked or "lifted" in said]


def test_who_is_interviewed_speaks_for_whom_he_is_said_to_be() -> None:
    text = (
        "Petra Kovac is the chief negotiator of the Nurses' Federation. She spoke to us in Kampala.\n\n"
        "Ms Kovac, why did the talks fail?\n\nWe reject an empty page.\n\nWould you accept the quota?\n\n"
        "We reject the quota.\n\nAre you glad?\n\nWe welcome the truce."
    )
    found = analyse(text, title="Interview: no signature").statements
    assert {(one.parties, one.speaker) for one in found} == {(("Nurses' Federation",), "Petra Kovac")}


def test_they_in_an_answer_are_not_whom_an_earlier_answer_named() -> None:
    text = (
        "Interview with Ann Tam\n\nMS. LEE: Good day.\n\nQ: How are you?\n\nMS. TAM: Ugandans rejected the quota.\n\n"
        "Q: And the voters?\n\nMS. TAM: Voters see it, and they demand a truce. They reject the quota."
    )
    found = [
        one for one in analyse(text, title="Interview with Ann Tam").statements if "hey" in text[one.start : one.end]
    ]
    assert [one.parties for one in found if one.parties == ("Uganda",)] == []
