"""The issues of a dossier: their order, search words and which is part of which."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from briefing_app.domain.dossier import Issue
from briefing_app.domain.tricks import visible
from briefing_app.ui.editors.boxes import choice_box, choose_data
from briefing_app.ui.editors.ordered import OrderedModel
from briefing_app.ui.editors.pages import ListPage
from briefing_app.ui.editors.tokens import TokenField

if TYPE_CHECKING:
    from briefing_app.ui.context import UiContext


class IssuePage(ListPage[Issue]):
    """The list of issues at the left, the current one's fields at the right."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__("Issues", OrderedModel(_name), "Add an issue", context.theme, parent)
        self.name = QLineEdit(self)
        self.words = TokenField("Search words", context.theme, "Add a word", self)
        self.parent_issue = choice_box((), self)
        self.add_field("Name", self.name)
        self.add_field("Words", self.words, focus=self.words.line)
        self.add_field("Part of", self.parent_issue)
        self.add_hint("Words tie text to the issue when articles are analysed.")
        self.name.textEdited.connect(self._on_name)
        self.words.changed.connect(self._on_words)
        self.parent_issue.activated.connect(self._on_parent)
        self.pick(-1)

    def made(self, words: str) -> Issue:
        """Return a new issue of that name."""
        return Issue(words)

    def fill(self, value: Issue) -> None:
        """Show an issue's fields; it can be part of any other that is not part of one itself."""
        self.name.setText(value.name)
        self.words.set_values(value.words)
        self.parent_issue.clear()
        self.parent_issue.addItem("no other issue", "")
        has_parts = any(one.parent == value.name for one in self.model.values())
        for one in self.model.values():
            if one.name != value.name and not one.parent and not has_parts:
                self.parent_issue.addItem(visible(one.name), one.name)
        choose_data(self.parent_issue, value.parent)

    def _on_name(self, words: str) -> None:
        row, name = self.row, " ".join(words.split())
        before = self.model.value(row)
        self.change(partial(_renamed, name=name))
        for place, one in enumerate(self.model.values()):
            if before is not None and before.name and one.parent == before.name and place != row:
                self.model.put(place, replace(one, parent=name))

    def _on_words(self) -> None:
        words = self.words.values()
        self.change(lambda issue: replace(issue, words=words))

    def _on_parent(self) -> None:
        above = str(self.parent_issue.currentData())
        self.change(lambda issue: replace(issue, parent=above))


def _name(issue: Issue) -> str:
    return f"    {issue.name}" if issue.parent else issue.name


def _renamed(issue: Issue, name: str) -> Issue:
    return replace(issue, name=name)
