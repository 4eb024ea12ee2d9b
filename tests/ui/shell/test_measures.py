"""Widths of the columns: the text gets what it needs before what stands beside it."""

from __future__ import annotations

import pytest

from briefing_app.ui.shell.measures import COMFORT, LEAST, WIDTHS, fitted


@pytest.mark.parametrize("width", [980, 1000, 1050])
def test_fitted_when_the_window_is_narrow_then_side_panel_and_list_give_way(width: int) -> None:
    sizes = fitted({"list": WIDTHS["list"], "side": WIDTHS["side"]}, width)
    assert sizes["reader"] == COMFORT
    assert LEAST["side"] <= sizes["side"] < WIDTHS["side"]
    assert LEAST["list"] <= sizes["list"] <= WIDTHS["list"]
    assert sum(sizes.values()) == width


def test_fitted_when_there_is_room_then_columns_keep_their_widths() -> None:
    assert fitted(WIDTHS, 1440) == {**WIDTHS, "reader": 1440 - sum(WIDTHS.values())}


def test_fitted_when_nothing_fits_then_no_column_is_below_its_least() -> None:
    sizes = fitted(WIDTHS, 600)
    assert all(sizes[name] == LEAST[name] for name in sizes)
