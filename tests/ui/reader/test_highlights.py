"""The interval index against the plainest search there is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.ui.reader.highlights import IntervalIndex, Mark

marks = st.lists(
    st.builds(
        lambda start, length, ref: Mark(start, start + length, str(ref)),
        st.integers(0, 200) | st.integers(0, 20_000),
        st.integers(1, 60) | st.integers(990, 1_010),
        st.integers(0, 5),
    ),
    max_size=40,
)


@given(marks, st.integers(0, 25_000), st.integers(1, 500))
def test_between_finds_what_a_scan_finds(marks: list[Mark], start: int, length: int) -> None:
    end = start + length
    found = IntervalIndex(marks).between(start, end)
    assert found == sorted(one for one in marks if one.start < end and one.end > start)


@given(marks, marks, st.integers(0, 300))
def test_index_after_adding_and_removing_is_as_built_at_once(first: list[Mark], second: list[Mark], at: int) -> None:
    index = IntervalIndex(first)
    index.between(0, 10)
    for mark in second:
        index.add(mark)
    for mark in first:
        index.remove(mark)
    fresh = IntervalIndex(second)
    assert index.all() == fresh.all()
    assert index.between(at, at + 50) == fresh.between(at, at + 50)
    assert len(index) == len(second)


@given(marks, st.integers(0, 250))
def test_at_gives_the_innermost_first(marks: list[Mark], offset: int) -> None:
    found = IntervalIndex(marks).at(offset)
    assert [one.length for one in found] == sorted(one.length for one in marks if one.start <= offset < one.end)


def test_next_and_previous_go_round() -> None:
    one, two = Mark(10, 20, "a"), Mark(30, 40, "b")
    index = IntervalIndex([one, two])
    assert index.after(-1) is one
    assert index.after(10) == two
    assert index.after(30) == one
    assert index.before(30) == one
    assert index.before(10) == two
    assert IntervalIndex().after(3) is None
    assert IntervalIndex().before(3) is None


def test_removing_what_is_not_there_changes_nothing() -> None:
    index = IntervalIndex([Mark(1, 2, "a")])
    index.remove(Mark(1, 3, "a"))
    assert len(index) == 1
