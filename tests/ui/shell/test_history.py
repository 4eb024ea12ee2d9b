"""Back and forward between articles."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.ui.shell.history import KEPT, History


def test_history_when_empty_then_nowhere_to_go() -> None:
    history = History()
    assert (history.here, history.back(), history.forward()) == ("", "", "")
    assert not history.can_go_back
    assert not history.can_go_forward


def test_back_when_two_visited_then_first_and_forward_again() -> None:
    history = History()
    history.visit("a")
    history.visit("b")
    assert history.back() == "a"
    assert history.can_go_forward
    assert history.forward() == "b"
    assert history.forward() == "b"


def test_visit_when_one_went_back_then_what_lay_ahead_is_forgotten() -> None:
    history = History()
    for article in "abc":
        history.visit(article)
    history.back()
    history.visit("d")
    assert not history.can_go_forward
    assert [history.back(), history.back()] == ["b", "a"]


def test_visit_when_the_same_again_then_once() -> None:
    history = History()
    history.visit("a")
    history.visit("a")
    assert not history.can_go_back


@given(st.lists(st.one_of(st.sampled_from(["<", ">"]), st.integers(0, 5).map(str)), max_size=60))
def test_history_when_any_steps_then_back_undoes_forward(steps: list[str]) -> None:
    history = History()
    for step in steps:
        match step:
            case "<":
                history.back()
            case ">":
                history.forward()
            case _:
                history.visit(step)
                assert history.here == step
    if history.can_go_back:
        here = history.here
        history.back()
        assert history.forward() == here


def test_history_when_very_long_then_only_the_latest_are_kept() -> None:
    history = History()
    for number in range(KEPT + 50):
        history.visit(str(number))
    while history.can_go_back:
        history.back()
    assert history.here == "50"
