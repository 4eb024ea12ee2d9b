"""Labels of issues: which mean the same, and which issue of a dossier they belong to."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.dossier import Issue
from briefing_app.domain.issue_names import cluster_labels, issue_of, stems, with_ancestors

ISSUES = (Issue("Prisoner exchange", ("hostages", "release of captives")), Issue("Ceasefire"), Issue("Borders"))


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Ceasefire", "Ceasefire"),
        ("ceasefire ", "Ceasefire"),
        ("Ceasefire violations", "Ceasefire"),
        ("Hostages", "Prisoner exchange"),
        ("Exchange of prisoners", "Prisoner exchange"),
        ("Release of the captives", "Prisoner exchange"),
        ("Northern border", "Borders"),
    ],
)
def test_label_belongs_to_the_issue_whose_words_it_holds(label: str, name: str) -> None:
    issue = issue_of(label, ISSUES)
    assert issue is not None
    assert issue.name == name


@pytest.mark.parametrize("label", ["Grain", "Exchange rate", "Prisoners", "", "Fire"])
def test_label_of_something_else_belongs_to_none(label: str) -> None:
    assert issue_of(label, ISSUES) is None


def test_labels_of_one_thing_are_one_cluster_named_by_the_most_frequent() -> None:
    counts = Counter({"Prisoner release": 5, "Release of prisoners": 2, "Release": 1, "Fishing ban": 3, "Fishing": 1})
    found = cluster_labels(counts)
    assert [(one.name, one.count) for one in found] == [("Prisoner release", 8), ("Fishing ban", 3), ("Fishing", 1)]
    assert found[0].as_issue().words == ("release of prisoners", "release")


def test_ancestors_end_where_a_circle_closes() -> None:
    issues = (Issue("A", parent="B"), Issue("B", parent="C"), Issue("C", parent="A"), Issue("D", parent="missing"))
    assert [one.name for one in with_ancestors(issues[0], issues)] == ["A", "B", "C"]
    assert [one.name for one in with_ancestors(issues[3], issues)] == ["D"]


@given(st.dictionaries(st.text(max_size=12), st.integers(1, 9), max_size=8))
def test_every_label_is_in_one_cluster(counts: dict[str, int]) -> None:
    found = cluster_labels(counts)
    assert sorted(label for one in found for label in one.labels) == sorted(counts)
    assert sum(one.count for one in found) == sum(counts.values())


@given(st.text(max_size=20))
def test_label_always_belongs_to_an_issue_of_its_own_name(label: str) -> None:
    found = issue_of(label, (*ISSUES, Issue(label)))
    assert found is not None
    assert stems(found.name) <= stems(label) or found.name == label
