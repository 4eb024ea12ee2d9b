"""An issue is a thing that can be negotiated: no verb, no empty noun, nobody's name."""

from __future__ import annotations

import pytest

from briefing_app.analysis.issue_labels import GENERAL, is_issue
from tests.analysis.bases import analyse


@pytest.mark.parametrize(
    "label",
    [
        "Toll on ferries", "Ceasefire", "Release of prisoners", "Harbour", "Joint committee", "Withdrawal of troops",
        "Survey data", "Night patrols", "Price of grain", "Treatment of the crew",
    ],
)  # fmt: skip
def test_noun_phrases_are_issues(label: str) -> None:
    assert is_issue(label)


@pytest.mark.parametrize(
    "label",
    [
        "", "Comes", "Heard", "Date", "Mind", "Matter", "People", "Parties", "Members of the board", "Foreign",
        "Visible", "Engaged in the effort", "Tuesday", "Hectares", "Both sides", "Governments of the region",
        "A very long name of an issue that nobody would write",
    ],
)  # fmt: skip
def test_single_verbs_empty_nouns_and_people_are_none(label: str) -> None:
    assert not is_issue(label)


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Kenya promised to show courage at the lake.", "Courage"),
        ("Kenya refused to release the crew of the ferry.", "Crew of ferry"),
        ("Kenya rejected a text that mentions the toll.", "Toll"),
        ("Kenya welcomed Ann Okoth.", GENERAL),
        ("Kenya urged both sides.", GENERAL),
    ],
)
def test_suggestions_are_named_by_what_can_be_negotiated(text: str, issue: str) -> None:
    found = analyse(text).statements
    assert [one.issue for one in found] == [issue] * len(found)
    assert found or issue == GENERAL


@pytest.mark.parametrize(
    ("title", "issue"),
    [
        ("Lake talks stall over ferry tolls", "Lake talks"),
        ("Harbour round ends without a text", "Harbour round"),
        ("Nairobi hints at more", GENERAL),
    ],
)
def test_where_nothing_is_named_the_title_names_it_without_its_verb(title: str, issue: str) -> None:
    (one,) = analyse("Kenya rejected it.", title=title).statements
    assert one.issue == issue
