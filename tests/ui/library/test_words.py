"""Dates, counts and lists in words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.listing import ListQuery, Scope, Sort
from briefing_app.ui.library.words import (
    EMPTY,
    SORTS,
    empty_words,
    filters_in,
    meta_line,
    short_date,
    spoken,
    visible,
)
from tests.ui.library.fake_listing import some_rows


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2025-12-22", "22 Dec 2025"),
        ("2025-12-02T10:00:00Z", "2 Dec 2025"),
        ("2025-12", "Dec 2025"),
        ("2025", "2025"),
        ("", ""),
        ("2025-13-01", "2025-13-01"),
        ("soon", "soon"),
    ],
)
def test_short_date_when_iso_or_part_then_words(iso: str, shown: str) -> None:
    assert short_date(iso) == shown


@given(st.text())
def test_short_date_when_anything_then_no_failure(text: str) -> None:
    assert isinstance(short_date(text), str)


def test_every_scope_and_order_when_listed_then_it_has_words() -> None:
    assert set(EMPTY) == set(Scope)
    assert set(SORTS) == set(Sort)


def test_empty_words_when_filtered_then_they_say_so() -> None:
    assert empty_words(ListQuery(Scope.TRASH))[0] == "The trash is empty"
    assert empty_words(ListQuery(Scope.TRASH, unread=True))[0] == "Nothing found"
    assert filters_in(ListQuery(unread=True, since="2025")) == 2


def test_row_when_nothing_is_known_then_no_dangling_dots() -> None:
    row = replace(some_rows(1)[0], site="", published="", grade="", tags=(), annotations=0, suggestions=0)
    assert meta_line(row) == "2 min"
    assert ", ," not in spoken(row)


def test_visible_when_a_title_hides_or_turns_words_then_a_sign_stands_there() -> None:
    plain = some_rows(1)[0]
    assert visible(plain) is plain
    tricky = replace(plain, title="safe\u202egnp.exe", tags=("a\u200bb",))
    assert visible(tricky).title == "safe▫gnp.exe"
    assert visible(tricky).tags == ("a▫b",)
