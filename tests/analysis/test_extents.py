"""Names that the words beside a known one make longer, and words that look like names and are none."""

from __future__ import annotations

import pytest

from tests.analysis.bases import names


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("They met in Quorrin City on the coast.", "GPE", "Quorrin City"),
        ("Fighting spread through Northern Kenya again.", "LOC", "Northern Kenya"),
        ("Men of the 82nd Quorrin Division came.", "ORG", "82nd Quorrin Division"),
        ("The talks with Ma. Theresa Quorrin ended.", "PERSON", "Ma. Theresa Quorrin"),
        ("He sold Halvorn Partners, Inc. to them.", "ORG", "Halvorn Partners, Inc"),
    ],
)
def test_name_is_taken_whole(text: str, label: str, name: str) -> None:
    assert (label, name) in [one[:2] for one in names(text)]


def test_two_partners_with_first_names_are_two_persons() -> None:
    found = names("It was written by Anna Quorrin & Peter Zanthe of late.")
    assert {("PERSON", "Anna Quorrin"), ("PERSON", "Peter Zanthe")} <= {one[:2] for one in found}


@pytest.mark.parametrize(
    "text", ["He died on Jan. 7 at home.", "The destroyer USS Hopperton sailed.", "Then the Space Shuttle Quorra rose."]
)
def test_month_cut_short_and_ships_are_no_persons(text: str) -> None:
    assert not [name for label, name, _ in names(text) if label == "PERSON"]


def test_direction_that_opens_a_sentence_is_no_part_of_a_name() -> None:
    assert ("GPE", "Kenya") in [one[:2] for one in names("Northern Kenya is dry.")]


def test_officers_in_capitals_and_parts_of_papers_name_nobody() -> None:
    assert names("The Heads of Government read Annex B.") == []
