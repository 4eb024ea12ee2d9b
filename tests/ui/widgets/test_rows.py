"""The model of values that painted lists share."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from briefing_app.ui.widgets.rows import RowModel


class Words(RowModel[str]):
    """Words that are shown in capitals."""

    def value(self, row: str, role: int) -> object:
        return row.upper() if role == Qt.ItemDataRole.DisplayRole else None


def test_model_when_given_values_then_it_shows_those_and_no_more() -> None:
    model = Words()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(("cod", "herring"))
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["COD", "HERRING"]
    assert [model.at(row) for row in (-1, 0, 1, 2)] == [None, "cod", "herring", None]
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) is None
    model.show(["eel"])
    assert (model.rowCount(), model.at(0)) == (1, "eel")
    assert tester.model() is model
