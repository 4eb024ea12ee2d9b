"""The array of numbers and its few blocks: what changed, what is kept, what is fetched."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.ui.library.rows import BLOCK, KEPT, RowWindow, changed_range, with_kept
from tests.ui.library.fake_listing import FakeListing, some_rows

numbers = st.lists(st.integers(0, 60), unique=True).map(lambda found: array("q", found))


@given(old=numbers, new=numbers)
def test_changed_range_when_applied_then_old_becomes_new(old: array[int], new: array[int]) -> None:
    first, old_end, new_end = changed_range(old, new)
    assert 0 <= first <= min(old_end, new_end)
    assert old[:first] + new[first:new_end] + old[old_end:] == new


@given(same=numbers)
def test_changed_range_when_nothing_changed_then_empty(same: array[int]) -> None:
    first, old_end, new_end = changed_range(same, same)
    assert (old_end - first, new_end - first) == (0, 0)


@given(old=numbers, at=st.integers(0, 60))
def test_changed_range_when_one_is_gone_then_one_row(old: array[int], at: int) -> None:
    if not old:
        return
    at %= len(old)
    new = old[:at] + old[at + 1 :]
    assert changed_range(old, new) == (at, at + 1, at)


@given(old=numbers, gone=st.sets(st.integers(0, 60)), keep=st.sets(st.integers(0, 60)))
def test_with_kept_when_some_left_then_kept_ones_stay_in_their_order(
    old: array[int], gone: set[int], keep: set[int]
) -> None:
    new = array("q", [seq for seq in old if seq not in gone])
    merged = with_kept(old, new, keep)
    assert list(merged) == [seq for seq in old if seq not in gone or seq in keep]


def test_with_kept_when_new_ones_came_then_they_stay_too() -> None:
    assert list(with_kept(array("q", [3, 2, 1]), array("q", [4, 3, 1]), {2})) == [4, 3, 2, 1]


def test_rows_when_looked_at_then_fetched_a_block_at_a_time() -> None:
    listing = FakeListing(some_rows(1000))
    window = RowWindow(listing.rows)
    window.replace(array("q", range(1000, 0, -1)))
    for index in range(BLOCK):
        row = window.row(index)
        assert row is not None
        assert row.seq == 1000 - index
    assert listing.fetched == [BLOCK]


def test_rows_when_many_blocks_then_the_oldest_is_forgotten() -> None:
    listing = FakeListing(some_rows(BLOCK * (KEPT + 2)))
    window = RowWindow(listing.rows)
    window.replace(array("q", range(1, BLOCK * (KEPT + 2) + 1)))
    for block in range(KEPT + 1):
        window.row(block * BLOCK)
    window.row(BLOCK)
    assert len(listing.fetched) == KEPT + 1
    window.row(0)
    assert len(listing.fetched) == KEPT + 2


def test_row_when_deleted_behind_our_back_then_none() -> None:
    window = RowWindow(FakeListing(some_rows(3)).rows)
    window.replace(array("q", [1, 99, 3]))
    assert window.row(1) is None
    assert window.index_of(3) == 2
    assert window.index_of(5) == -1
