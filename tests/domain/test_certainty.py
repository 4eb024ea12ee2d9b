"""The certainty of suggestions: what is shown, and the curve that decisions draw."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.certainty import LEAST_DECISIONS, Certainty, Curve, calibrated, decision_of
from briefing_app.domain.entity import Status
from briefing_app.domain.ids import ArticleId, StatementId, VersionId
from briefing_app.domain.position import Stance, Statement

DECISIONS = st.lists(
    st.tuples(st.integers(0, 100).map(lambda one: one / 100), st.booleans()), min_size=LEAST_DECISIONS, max_size=300
)


def suggestion(confidence: float, status: Status = Status.SUGGESTED, why: str = "Read so.") -> Statement:
    ids = StatementId("s"), VersionId("v"), ArticleId("a")
    return Statement(*ids, ("Norway",), "Toll", Stance.REJECTS, (), status=status, confidence=confidence, why=why)


def test_suggestions_below_the_least_are_parted_and_decided_ones_are_not() -> None:
    unsure, sure = suggestion(0.4), suggestion(0.6)
    decided = suggestion(0.1, Status.CONFIRMED)
    assert Certainty(0.5).parted([unsure, sure, decided]) == ((sure, decided), (unsure,))


def test_the_least_is_measured_on_the_certainty_that_is_shown() -> None:
    curve = Curve((0.0, 0.5), (0.2, 0.9))
    shown, hidden = Certainty(0.5, curve).parted([suggestion(0.49), suggestion(0.5)])
    assert [one.confidence for one in shown] == [0.9]
    assert [one.confidence for one in hidden] == [0.2]


@pytest.mark.parametrize(
    ("status", "why", "said"),
    [
        (Status.CONFIRMED, "Read so.", (0.7, True)),
        (Status.EDITED, "Read so.", (0.7, True)),
        (Status.REJECTED, "Read so.", (0.7, False)),
        (Status.SUGGESTED, "Read so.", None),
        (Status.CONFIRMED, "", None),
    ],
)
def test_what_counts_as_a_decision(status: Status, why: str, said: tuple[float, bool] | None) -> None:
    assert decision_of(suggestion(0.7, status, why)) == said


def test_too_few_decisions_draw_no_curve() -> None:
    assert calibrated([(0.5, True)] * (LEAST_DECISIONS - 1)) is None


def test_a_library_that_dismisses_half_of_the_sure_ones_is_shown_so() -> None:
    curve = calibrated([(0.9, number % 2 == 0) for number in range(200)] + [(0.3, False)] * 50)
    assert curve is not None
    assert curve.at(0.9) == pytest.approx(0.5, abs=0.02)
    assert curve.at(0.3) < 0.05


@given(DECISIONS)
def test_the_curve_never_falls_and_stays_between_0_and_1(decisions: list[tuple[float, bool]]) -> None:
    curve = calibrated(decisions)
    assert curve is not None
    shown = [curve.at(step / 50) for step in range(51)]
    assert all(one <= other for one, other in pairwise(shown))
    assert 0 <= shown[0] <= shown[-1] <= 1
    assert calibrated(list(reversed(decisions))) == curve
