"""Whose document it is, and whose words follow "the minister said:"."""

from __future__ import annotations

import pytest

from tests.analysis.bases import analyse, stances

BODY = "\n\nWe welcome the truce. We will share our data on the quota."


@pytest.mark.parametrize(
    ("title", "text", "site"),
    [
        ("Statement by President Ann Okoth on the quota of Uganda", "The quota of Uganda is high." + BODY, ""),
        ("Truce in Uganda", "Uganda has a truce." + BODY, "Government of Kenya"),
        ("Truce in Uganda", "Kenya strongly condemns the attack in Uganda." + BODY, ""),
        ("Truce in Uganda", "Kenya remains committed to the truce in Uganda. We thank Uganda." + BODY, ""),
        ("Remarks on the truce", "We congratulate the people of Uganda. Kenya believes in the truce." + BODY, ""),
    ],
)
def test_we_is_whom_the_statement_is_by_and_not_whom_it_speaks_of(title: str, text: str, site: str) -> None:
    found = [one for one in analyse(text, title=title, site=site).statements if "We welcome" in text[one.start :][:12]]
    assert [one.parties for one in found] == [("Kenya",)]


def test_we_is_nobody_where_nothing_says_whose_statement_it_is() -> None:
    text = "There was a truce in Uganda on Monday." + BODY
    assert stances(text, title="Statement on the truce in Uganda") == []


def test_a_ministry_that_names_no_state_is_that_of_the_capital_it_writes_from() -> None:
    head = (
        "Ministry of Foreign Affairs\n\nStatement on the quota\n\nNairobi, 3 May 2026\n\nThe quota of Uganda is high."
    )
    assert stances(head + BODY, title="Statement on the quota") == [("Kenya", "supports"), ("Kenya", "offers")]


def test_newspaper_named_after_a_capital_is_no_issuer() -> None:
    assert stances("The truce holds." + BODY, title="What the truce means", site="Nairobi Times") == []


def test_title_that_one_government_has_says_who_speaks() -> None:
    text = "The Foreign Secretary, Rupert Vane, said:\n\nWe welcome the truce in Uganda.\n\nKenya must share its data."
    assert stances(text) == [("United Kingdom", "supports"), ("United Kingdom", "demands")]


def test_words_announced_with_a_colon_are_the_speakers_until_the_narrator_goes_on() -> None:
    text = (
        "President Ann Okoth of Kenya said in a statement:\n\n"
        "I utterly condemn the attack.\n\n"
        "The truce must hold.\n\n"
        "Ms Okoth will travel to Kampala. There must be no doubt about the date."
    )
    assert [(one.parties, one.stance.value, one.speaker) for one in analyse(text).statements] == [
        (("Kenya",), "opposes", "Ann Okoth"),
        (("Kenya",), "demands", "Ann Okoth"),
    ]


def test_words_behind_a_colon_in_the_same_paragraph_are_the_speakers() -> None:
    text = "President Ann Okoth said: The truce must hold. We reject the quota.\n\nThere must be no delay of the truce."
    assert {one.speaker for one in analyse(text).statements} == {"Ann Okoth"}
    assert stances(text) == [("Kenya", "demands"), ("Kenya", "rejects"), ("Kenya", "rejects")]


def test_minister_for_abroad_is_not_of_the_country_he_speaks_about() -> None:
    text = "The minister for foreign affairs, Rupert Vane, said:\n\nI condemn the attack in Uganda. A truce helps."
    assert stances(text) == [("Rupert Vane", "opposes")]


def test_members_of_a_council_speak_for_it() -> None:
    text = "The members of the European Union urge Uganda to accept the truce."
    assert stances(text) == [("European Union", "demands")]


def test_courtesies_are_no_positions() -> None:
    assert stances("We offer our condolences to the families.", title="Statement by the Government of Kenya") == []


def test_description_of_a_person_ends_at_the_verb() -> None:
    text = "Rupert Vane, a union leader, welcomes support for the Ugandan state. “I reject the quota,” Vane said."
    assert ("Uganda", "rejects") not in stances(text)


def test_announced_words_end_at_the_notes() -> None:
    text = (
        "The Kenyan government issued this statement:\n\nWe reject the quota.\n\nNotes to editors\n\nWe are a ministry."
    )
    assert stances(text) == [("Kenya", "rejects")]


def test_issue_that_nothing_names_is_what_the_title_is_about() -> None:
    found = analyse("We reject it.", title="Statement by the Government of Kenya on the harbour toll").statements
    assert [one.issue for one in found] == ["Harbour toll"]


def test_a_body_that_the_first_sentence_names_once_is_no_issuer() -> None:
    text = (
        "Statement on the truce\n\nThe EU have confirmed reports of an attack.\n\n"
        "Minister for Africa, Ann Tam said:\n\nI am shocked. We urge all sides to keep the truce."
    )
    assert all("European Union" not in one.parties for one in analyse(text, title="Statement on the truce").statements)


def test_an_office_that_opens_the_title_says_whose_words_are_announced() -> None:
    title = "Kenya Minister: reports of an attack"
    text = (
        f"{title}\n\nThe EU have confirmed reports of an attack.\n\n"
        "Minister for Africa, Ann Tam said:\n\nWe condemn the attack. We urge all sides to keep the truce."
    )
    found = analyse(text, title=title).statements
    assert {one.parties for one in found} == {("Kenya",)}


def test_who_is_announced_speaks_for_the_text_and_not_whom_it_names_first() -> None:
    text = (
        "Statement on the truce\n\nUganda began its advance on Monday. Uganda is proud. Uganda will go on.\n\n"
        "The Kenyan minister, Ann Tam, provided the following statement on the truce:\n\n"
        "We welcome the truce. We will share our data on the quota."
    )
    found = [one for one in analyse(text, title="Statement on the truce").statements if text[one.start] == "W"]
    assert {one.parties for one in found} == {("Kenya",)}


def test_a_surname_behind_another_first_name_is_not_its_bearer_in_the_base() -> None:
    title = "Remarks by Dale Okoth on the quota"
    text = f"{title}\n\nI thank you all.\n\nWe reject the quota. We welcome the truce."
    assert ("Kenya",) not in {one.parties for one in analyse(text, title=title).statements}


def test_the_line_at_the_head_of_a_briefing_says_for_whom_its_labels_speak() -> None:
    text = (
        "Daily Press Briefing, Department of State, 12 May 2026\n\nMR. HALDANE: We condemn the attack.\n\n"
        "QUESTION: Does Kenya support the truce?\n\nMR. HALDANE: We support any truce."
    )
    found = analyse(text, title="MR. HALDANE: We condemn the attack.").statements
    assert [(one.parties, one.speaker) for one in found] == [(("United States",), "Haldane")] * 2


def test_a_platform_is_of_the_body_that_its_title_names() -> None:
    title = "Platform of the Coastal Alliance"
    text = f"{title}\n\nWe reject the quota. We demand a truce.\n\nThe Coastal Alliance is open to all."
    assert {one.parties for one in analyse(text, title=title).statements} == {("Coastal Alliance",)}


def test_a_head_without_a_name_speaks_for_the_body_whose_conference_it_is() -> None:
    text = (
        "EU Press Conference, Kampala, 5 March 2026\n\nPRESIDENT: We reject the quota.\n\n"
        "QUESTION: Kenya has asked for a truce. Will you consider it?\n\nPRESIDENT: We support the truce."
    )
    own = [one.parties for one in analyse(text, title="").statements if text[one.start] == "W"]
    assert own == [("European Union",)] * 2


def test_they_in_a_statement_are_not_whose_statement_it_is() -> None:
    text = "We met the fishermen of the lake. Kenya welcomes the truce. They reject the quota. We reject the toll."
    found = analyse(text, title="Statement by the Government of Kenya on the quota").statements
    assert [(one.parties, one.stance.value) for one in found] == [(("Kenya",), "supports"), (("Kenya",), "rejects")]
