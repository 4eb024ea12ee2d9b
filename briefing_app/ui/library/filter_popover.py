"""The small sheet that says what the list leaves out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QCheckBox, QFormLayout, QFrame, QLineEdit, QVBoxLayout, QWidget

from briefing_app.domain.listing import ListQuery
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.labels import SectionLabel

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

DATE = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"


class FilterPopover(QFrame):
    """Shows the filters of a query; every change is told at once by ``changed`` with the query it makes."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.setAccessibleName("Filter")
        self._query = ListQuery()
        self.unread = self._flag("Unread")
        self.starred = self._flag("Starred")
        self.annotated = self._flag("With marks")
        self.reviewing = self._flag("With suggestions to review")
        self.site = self._field("Source", "as in the list")
        self.since = self._field("From", "2025-12-22 or 2025-12", DATE)
        self.until = self._field("To", "2025-12-22 or 2025-12", DATE)
        self._lay_out()

    def open_at(self, query: ListQuery, place: QPoint) -> None:
        """Show the filters of ``query`` at a place of the screen."""
        self._query = query
        for box, flag in zip(
            self._boxes(), (query.unread, query.starred, query.annotated, query.reviewing), strict=True
        ):
            box.setChecked(flag is True)
        for field, text in zip(self._fields(), (query.site, query.since, query.until), strict=True):
            field.setText(text)
        self.adjustSize()
        self.move(place)
        self.show()
        self.unread.setFocus()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addWidget(SectionLabel("Show only"))
        for box in self._boxes():
            layout.addWidget(box)
        form = QFormLayout()
        for field in self._fields():
            form.addRow(field.accessibleName(), field)
        layout.addLayout(form)
        clear = RoleButton("Clear filter", "link")
        clear.clicked.connect(self._on_clear)
        layout.addWidget(clear, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(300)

    def _boxes(self) -> tuple[QCheckBox, ...]:
        return self.unread, self.starred, self.annotated, self.reviewing

    def _fields(self) -> tuple[QLineEdit, ...]:
        return self.site, self.since, self.until

    def _flag(self, text: str) -> QCheckBox:
        box = QCheckBox(text, self)
        box.clicked.connect(self._tell)
        return box

    def _field(self, name: str, hint: str, pattern: str = "") -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(name)
        field.setPlaceholderText(hint)
        if pattern:
            field.setValidator(QRegularExpressionValidator(QRegularExpression(pattern), field))
        field.editingFinished.connect(self._tell)
        field.textChanged.connect(self._on_text)
        return field

    def _on_text(self, text: str) -> None:
        if not text:
            self._tell()

    def _on_clear(self) -> None:
        for box in self._boxes():
            box.setChecked(False)
        for field in self._fields():
            field.clear()
        self._tell()

    def _tell(self) -> None:
        wanted = replace(
            self._query,
            unread=self.unread.isChecked() or None,
            starred=self.starred.isChecked() or None,
            annotated=self.annotated.isChecked() or None,
            reviewing=self.reviewing.isChecked() or None,
            site=self.site.text().strip(),
            since=_date(self.since.text()),
            until=_date(self.until.text()),
        )
        if wanted != self._query and self.isVisible():
            self._query = wanted
            self.changed.emit(wanted)


def _date(text: str) -> str:
    wanted = text.strip()
    return wanted if re.fullmatch(DATE, wanted) else ""
