from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.entity import Status
from briefing_app.domain.position import Stance
from briefing_app.export.fragments import tidied
from briefing_app.export.wording import worded
from tests.export.talks import said


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("of the river plan—served as a warning", "the river plan"),
        ("joint patrols—provided costs are shared—the envoy added", "joint patrols, provided costs are shared"),
        ("a release of *any* water", "a release of any water"),
        ("a release of water from", "a release of water …"),
        ("the plan", "the plan"),
        ("a—b", "a—b"),
        ("", ""),
    ],
)
def test_fragments_are_made_fit_for_a_sentence(words: str, expected: str) -> None:
    assert tidied(words) == expected


@given(st.text(max_size=80))
def test_tidied_twice_is_tidied_once(words: str) -> None:
    once = tidied(words)
    assert len(once.splitlines()) <= 1
    assert tidied(once).rstrip(" …") == once.rstrip(" …") or len(tidied(once)) < len(once)


@pytest.mark.parametrize(
    ("stance", "words", "expected"),
    [
        (Stance.REJECTS, "of the river plan—served as a warning", "Tarsk rejects the river plan"),
        (Stance.CONDITIONAL, "to four-way talks on data", "Tarsk is conditionally open to four-way talks on data"),
        (Stance.CONDITIONAL, "to share its data", "Tarsk is prepared, on conditions, to share its data"),
        (Stance.SUPPORTS, "to the plan", "Tarsk supports the plan"),
        (Stance.OPPOSES, "them as noise", "Tarsk is opposed: “Tarsk called them noise”"),
    ],
)
def test_machine_words_become_a_sentence(stance: Stance, words: str, expected: str) -> None:
    statement = said(
        1, "Tarsk", "Data", stance, words, status=Status.SUGGESTED, confidence=0.6, quote="Tarsk called them noise."
    )
    assert worded(["Tarsk"], statement).text == expected


def test_a_person_s_own_words_are_left_alone() -> None:
    statement = said(1, "Tarsk", "Data", Stance.DEMANDS, "a timetable—in writing—from", status=Status.EDITED)
    assert worded(["Tarsk"], statement).text == "Tarsk demands a timetable—in writing—from"
