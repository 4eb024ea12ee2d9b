"""The article list as a Qt model."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from briefing_app.ui.library.list_model import ARTICLES_MIME, META_ROLE, ROW_ROLE, ArticleListModel
from tests.ui.library.fake_listing import FakeListing, some_rows

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qtbot")


def model_of(number: int) -> tuple[ArticleListModel, FakeListing]:
    listing = FakeListing(some_rows(number))
    return ArticleListModel(listing.rows), listing


def test_model_when_shown_and_changed_then_qt_finds_no_fault(qtbot: QtBot) -> None:
    model, _ = model_of(500)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show(array("q", range(500, 0, -1)))
    model.update_to(array("q", [seq for seq in range(500, 0, -1) if seq % 7]))
    model.update_to(array("q", range(300, 0, -1)))
    model.show(array("q"))
    assert model.rowCount() == 0
    assert tester.model() is model


def test_data_when_asked_then_title_meta_row_and_words_for_the_ear() -> None:
    model, listing = model_of(6)
    model.show(array("q", [6, 1]))
    index = model.index(0)
    assert index.data() == listing.all[6].title
    assert index.data(ROW_ROLE).seq == 6
    assert index.data(META_ROLE) == "Wire desk · 7 Jul 2025 · 2 min · B2"
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Unread, Ministers agree")


def test_update_when_one_goes_then_other_rows_keep_their_place() -> None:
    model, _ = model_of(10)
    model.show(array("q", range(10, 0, -1)))
    kept = QPersistentModelIndex(model.index_of_seq(2))
    model.update_to(array("q", [seq for seq in range(10, 0, -1) if seq != 7]))
    assert model.seq_at(kept.row()) == 2
    assert model.rowCount() == 9


def test_update_when_only_rows_changed_then_they_are_read_again() -> None:
    model, listing = model_of(3)
    model.show(array("q", [3, 2, 1]))
    assert model.index(0).data(ROW_ROLE).starred is False
    listing.change(3, starred=True)
    model.update_to(array("q", [3, 2, 1]))
    assert model.index(0).data(ROW_ROLE).starred is True


def test_rows_when_100000_then_only_what_is_looked_at_is_fetched() -> None:
    model, listing = model_of(0)
    model.show(array("q", range(100_000)))
    listing.fetched.clear()
    for row in (0, 50_000, 99_999):
        model.index(row).data()
    assert sum(listing.fetched) <= 600


def test_drag_when_rows_are_taken_then_it_carries_their_ids() -> None:
    model, _ = model_of(5)
    model.show(array("q", [5, 4]))
    data = model.mimeData([model.index(0), model.index(1)])
    assert bytes(data.data(ARTICLES_MIME).data()) == b"article-5\narticle-4"
