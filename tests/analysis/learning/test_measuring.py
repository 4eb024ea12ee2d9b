"""What counts as better: more often right than before, by more than chance, and no worse elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.analysis.learning.measuring import chance_of, measured, parted, verdict
from briefing_app.domain.analysis import AnalysisRequest
from briefing_app.domain.learning import Lesson, Measure


@pytest.mark.parametrize(
    ("own", "shipped", "allowed"),
    [
        (Measure(20, 10, 16, 6, 0), Measure(50, 40, 40), True),
        (Measure(20, 10, 14, 4, 0), Measure(50, 40, 40), False),
        (Measure(20, 10, 16, 6, 0), Measure(50, 40, 39, 1, 2), False),
        (Measure(20, 10, 10, 3, 3), Measure(50, 40, 48), False),
        (Measure(20, 10, 10), Measure(50, 40, 40), False),
        (Measure(40, 10, 18, 14, 6), Measure(50, 40, 40), False),
    ],
)
def test_only_what_is_better_by_more_than_chance_is_allowed(own: Measure, shipped: Measure, allowed: bool) -> None:
    found, reason = verdict(own, shipped)
    assert found is allowed
    assert reason.endswith(".")


def test_the_chance_is_that_of_the_sign_test() -> None:
    assert chance_of(Measure(fixed=5)) == 1 / 32
    assert chance_of(Measure(fixed=1, broken=1)) == 0.75


@given(st.lists(st.tuples(st.booleans(), st.booleans())))
def test_counts_add_up(answers: list[tuple[bool, bool]]) -> None:
    one = measured(answers)
    assert one.after - one.before == one.fixed - one.broken
    assert one.count == len(answers)


@given(st.lists(st.text("abcdef", min_size=1, max_size=3), min_size=1), st.randoms())
def test_a_text_lies_on_one_side_whatever_the_order(groups: list[str], chance: object) -> None:
    lessons = [Lesson(group, AnalysisRequest("", ())) for group in groups]
    taught, held = parted(lessons)
    assert not {one.group for one in taught} & {one.group for one in held}
    assert len(taught) + len(held) == len(lessons)
    chance.shuffle(lessons)  # type: ignore[attr-defined]  # a Random
    assert {one.group for one in parted(lessons)[1]} == {one.group for one in held}
