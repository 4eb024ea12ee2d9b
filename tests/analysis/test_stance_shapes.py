"""Stances in the shapes of prose: long quotations, lists, what was held before, inversions, conditions."""

from __future__ import annotations

import pytest

from tests.analysis.bases import analyse


def _found(text: str) -> set[tuple[str, str]]:
    return {("; ".join(one.parties), one.stance.value) for one in analyse(text).statements}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "“We will not sign this text. We want a longer truce,” said Kenyan trade minister Ann Okoth.",
            {("Kenya", "rejects"), ("Kenya", "demands")},
        ),
        ("“No trucks until the last mine is gone,” Kenyan minister Ann Okoth said.", {("Kenya", "conditional")}),
        ("“No deal,” said the Kenyan foreign minister.", {("Kenya", "rejects")}),
        ("Kenya and Uganda met in Moscow. Both rejected the quota.", {("Kenya; Uganda", "rejects")}),
        (
            "Kenya met Uganda. The former wants a quota; the latter opposes it.",
            {("Kenya", "demands"), ("Uganda", "opposes")},
        ),
        ("The Kenyans came with three papers. They want the truce extended.", {("Kenya", "demands")}),
        (
            "Kenya's delegation welcomed the draft. Its Ugandan counterpart called it unacceptable.",
            {("Kenya", "supports"), ("Uganda", "rejects")},
        ),
        (
            "Kenya backed the treaty in May, called it a mistake in June and now supports it again.",
            {("Kenya", "supports"), ("Kenya", "opposes")},
        ),
        ("Kenya used to reject the quota out of hand.", {("Kenya", "rejects")}),
        ("Kenya no longer insists on a quota.", {("Kenya", "offers")}),
        ("Kenya at first refused, then agreed to send a delegation.", {("Kenya", "rejects"), ("Kenya", "offers")}),
        ("Kenya, once opposed to the quota, now supports it.", {("Kenya", "opposes"), ("Kenya", "supports")}),
        (
            "Kenya objected to the quota before accepting it in June.",
            {("Kenya", "opposes"), ("Kenya", "supports")},
        ),
        ("Kenya is in favour, whatever Uganda may think.", {("Kenya", "supports")}),
        ("Kenya “remains fully opposed” to the quota.", {("Kenya", "opposes")}),
        (
            "Not until Russia leaves will Ukraine hold elections, its foreign minister said.",
            {("Ukraine", "conditional")},
        ),
        ("Never will Kenya recognise the vote, its foreign minister said.", {("Kenya", "rejects")}),
        ("The request of Kenya for a training mission is being studied.", {("Kenya", "demands")}),
        (
            "Uganda regretted Kenya's decision to deny a visa to the athlete.",
            {("Uganda", "opposes"), ("Kenya", "rejects")},
        ),
        ("Kenya says it will lift its quota when the militia is disarmed.", {("Kenya", "conditional")}),
        ("Kenya is committed to the truce.", {("Kenya", "supports")}),
        ("Kenya is committed to sending troops.", {("Kenya", "offers")}),
        ("Kenya pledged its full support for Uganda.", {("Kenya", "supports")}),
        ("Kenya pledged $5 million for Uganda.", {("Kenya", "offers")}),
    ],
)
def test_stance_is_found_in_every_shape_of_sentence(text: str, found: set[tuple[str, str]]) -> None:
    assert _found(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenya very much welcomes the truce.", {("Kenya", "supports")}),
        ("Kenya's foreign ministry expressed concern Sunday over the quota.", {("Kenya", "opposes")}),
        ("Kenya expressed regret and asked Uganda to lift the quota.", {("Kenya", "demands")}),
        ("Kenya has repeatedly denied the charges.", {("Kenya", "rejects")}),
        ("Kenya said it would be hosting the talks in May.", {("Kenya", "offers")}),
        ("Kenya's minister said Nairobi would go ahead with the sale.", {("Kenya", "offers")}),
        ("Agencies quoted Kenyan minister Ann Okoth as saying Kenya would supply the rifles.", {("Kenya", "offers")}),
        ("Ann Okoth told reporters that Kenya would lift the quota.", {("Kenya", "offers")}),
        ("Kenya may consider a longer truce.", {("Kenya", "undecided")}),
        ("Kenya continues to hold that the quota must go.", {("Kenya", "demands")}),
        ("Uganda wants assurances that the Kenyan government will not arm the militia.", {("Uganda", "demands")}),
        ("Lakeside Voices rejects the quota.", {("Lakeside Voices", "rejects")}),
        ("Kenya “categorically rejects” the quota.", {("Kenya", "rejects")}),
        ("Kenya would have no objection.", {("Kenya", "supports")}),
    ],
)
def test_stance_is_found_however_it_is_told(text: str, found: set[tuple[str, str]]) -> None:
    assert _found(text) == found


def test_person_who_tells_what_a_party_will_do_speaks_for_it() -> None:
    text = "Ann Okoth told reporters that Kenya would lift the quota. She said the truce was unacceptable."
    assert [(one.parties, one.speaker) for one in analyse(text).statements] == [(("Kenya",), "Ann Okoth")] * 2


def test_report_about_a_statement_is_no_statement() -> None:
    text = "Kenya's army released a statement Monday, officials said. The quota must go. Uganda said so too."
    assert analyse(text).statements == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('Kenya has expressed " deep regret " over the quota.', {("Kenya", "opposes")}),
        ("Kenya had threatened war unless the soldiers were freed.", {("Kenya", "conditional")}),
        ("Kenya has accepted the idea of a quota, but with conditions.", {("Kenya", "conditional")}),
        ("Kenya and five other states are offering Uganda new terms.", {("Kenya", "offers")}),
        ("Many world leaders have called on Kenya to sign.", {("World leaders", "demands")}),
        ("Kenya has taken a firm line, telling Uganda to withdraw its troops.", {("Kenya", "demands")}),
        ("Kenya says the broadcasts will continue.", {("Kenya", "offers")}),
        ("Kenya's foreign minister said the attack was horrific.", {("Kenya", "opposes")}),
        ("Kenya's foreign minister said it showed a complete disregard for life.", {("Kenya", "opposes")}),
        ("The internationally recognised government of Kenya left without a text.", set()),
        ("Kenya mocked what it called Uganda's desire for a quota.", {("Kenya", "opposes")}),
    ],
)
def test_stance_of_a_report_or_statement_is_found(text: str, found: set[tuple[str, str]]) -> None:
    assert _found(text) == found


def test_he_behind_an_opening_phrase_is_not_the_person_in_it() -> None:
    text = (
        "Kenyan President Ann Okoth spoke on Monday. In a call with Ugandan President Joe Mukasa, "
        "she urged him to accept the quota."
    )
    assert [one.parties for one in analyse(text).statements] == [("Kenya",)]


def test_government_is_that_of_the_party_of_whose_government_the_text_speaks() -> None:
    text = "Kenya hosted talks between the Front and Uganda's elected government. The government rejected the quota."
    assert [one.parties for one in analyse(text).statements] == [("Uganda",)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenya argued that the quota would kill the trade.", {("Kenya", "opposes")}),
        ("Kenya maintains that its law contains no such claim.", {("Kenya", "rejects")}),
        ("Kenya holds that the award settled the border.", {("Kenya", "supports")}),
        ("Kenya thanked Uganda for the release of the prisoners.", {("Kenya", "supports")}),
        ("Kenya thanked Uganda for its patience.", set()),
        ("Kenya has yet to reply.", {("Kenya", "undecided")}),
        ("Kenya hopes that the truce will hold.", {("Kenya", "supports")}),
        ("Kenya remains steadfast in its support for the truce.", {("Kenya", "supports")}),
        ("Ann Okoth, Kenyan trade minister: “We want a longer truce.”", {("Kenya", "demands")}),
        ("Kenya, the EU and Uganda are committed to the truce.", {("Kenya; European Union; Uganda", "supports")}),
    ],
)
def test_stance_is_found_where_it_is_argued_or_felt(text: str, found: set[tuple[str, str]]) -> None:
    assert _found(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenya urged Uganda to withdraw its troops and accept the plan.", {("Kenya", "demands")}),
        ("Kenya urged Uganda to free the crew and hold the culprits accountable for it.", {("Kenya", "demands")}),
        ("Kenya's parliament voted to suspend the treaty.", {("Kenya", "rejects")}),
        ("Kenya will cut its quota as soon as possible, its foreign minister said.", {("Kenya", "offers")}),
        ("Kenya would sign, but only in Moscow, its foreign minister said.", {("Kenya", "conditional")}),
        ("Six Ugandan soldiers accused of theft were held.", set()),
        ("The EU has imposed sanctions on a firm for allegedly supporting the Kenyan quota.", set()),
        ("The deal must be approved by Kenya.", set()),
        ("Kenya says it has no plans to offer help to the firm.", {("Kenya", "rejects")}),
        ("Kenya's parliament voted to approve the treaty.", {("Kenya", "supports")}),
        ("Kenya and Uganda raised objections to the quota.", {("Kenya; Uganda", "opposes")}),
        ("The truce depends on what Kenya called a reasonable stance.", set()),
        ("Kenya ignored opposition demands for a vote.", {("Kenya", "rejects"), ("Opposition", "demands")}),
        ("Opposition parties in Uganda said they rejected the truce.", set()),
        ("What matters most is that the truce holds, Kenya's foreign minister said.", {("Kenya", "demands")}),
    ],
)
def test_stance_goes_to_whose_verb_it_is(text: str, found: set[tuple[str, str]]) -> None:
    assert _found(text) == found


def test_perhaps_in_front_of_the_verb_is_a_hedge() -> None:
    (one,) = analyse("Kenya would probably pay for the posts, its foreign minister said.").statements
    assert (one.stance.value, one.hedges) == ("offers", ("probably",))
