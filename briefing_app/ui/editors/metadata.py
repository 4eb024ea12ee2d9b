"""The editor of an article's details."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from briefing_app.ui.editors.boxes import choice_box, choose_data, editable_box
from briefing_app.ui.editors.dates import read_date
from briefing_app.ui.editors.form import Editor
from briefing_app.ui.editors.grades import MARKINGS, RELIABILITY
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from briefing_app.domain.article import Article
    from briefing_app.ui.context import UiContext

FIELDS = (
    ("title", "Title"),
    ("author", "Author"),
    ("site", "Source"),
    ("published", "Date"),
    ("url", "Address"),
    ("language", "Language"),
)
OWN = "set by you"


class MetadataEditor(Editor):
    """Edits what an article says of itself; what the reader sets wins over what is read from the file."""

    def __init__(self, context: UiContext, article: Article, parent: QWidget | None = None) -> None:
        super().__init__("Details", context, parent)
        self.article = article
        self.lines: dict[str, QLineEdit] = {}
        self.own: dict[str, PlainLabel] = {}
        self.grid.setColumnStretch(1, 1)
        for name, words in FIELDS:
            self._line(name, words)
        self.lines["published"].setPlaceholderText("22 Dec 2025, Dec 2025 or 2025")
        self.lines["language"].setPlaceholderText("en")
        grades = [("", "not judged"), *((letter, f"{letter}  {words}") for letter, words in RELIABILITY)]
        self.reliability = choice_box(grades, self)
        self.marking = editable_box(("", *MARKINGS), self)
        self.add_row("Reliability", self.reliability)
        self.add_row("Marking", self.marking)
        self.reset_button = RoleButton("Reset", "link", self)
        self.reset_button.setToolTip("Take back what was changed here")
        self.foot.insertWidget(0, self.reset_button)
        self.reset_button.clicked.connect(self.reset)
        self.reset()
        self.lines["title"].setFocus()

    def values(self) -> dict[str, str]:
        """Return what differs from the article, by field; a date that is none is left out."""
        now = {name: " ".join(line.text().split()) for name, line in self.lines.items()}
        now["published"] = read_date(now["published"]) or ""
        now["reliability"] = str(self.reliability.currentData())
        now["marking"] = " ".join(self.marking.currentText().split())
        return {name: value for name, value in now.items() if getattr(self.article, name) != value}

    def save(self) -> None:
        """Check the fields and write what changed."""
        if not self.lines["title"].text().strip():
            self.refuse("The article needs a title; the list shows it by that.", self.lines["title"])
        elif read_date(self.lines["published"].text()) is None:
            self.refuse("This is no date; write it as 2025-12-22 or 22 Dec 2025.", self.lines["published"])
        elif changed := self.values():
            self.write(partial(self.context.services.reading.set_metadata, str(self.article.id), changed))
        else:
            self.accept()

    def reset(self) -> None:
        """Show the article's details as they are in the library."""
        for name, line in self.lines.items():
            line.setText(getattr(self.article, name))
            line.setCursorPosition(0)
        choose_data(self.reliability, self.article.reliability)
        self.marking.setCurrentText(self.article.marking)
        self.problem.hide()

    def _line(self, name: str, words: str) -> None:
        line = QLineEdit(self)
        self.lines[name] = line
        self.add_row(words, line)
        label = PlainLabel(OWN, "faint", parent=self)
        label.setVisible(name in self.article.user_fields)
        if name in self.article.user_fields:
            line.setAccessibleDescription(OWN)
        self.own[name] = label
        self.grid.addWidget(label, self.grid.rowCount() - 1, 2)
        line.textEdited.connect(partial(self._mark, name))

    def _mark(self, name: str, words: str) -> None:
        """Say that the field is the reader's as soon as it differs."""
        differs = " ".join(words.split()) != getattr(self.article, name)
        self.own[name].setVisible(differs or name in self.article.user_fields)
