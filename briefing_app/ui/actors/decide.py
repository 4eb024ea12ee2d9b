"""Names to decide: what the text says, and whom it may mean, answered with one key each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from briefing_app.ui.actors.decide_model import ROW, QuestionDelegate, QuestionModel
from briefing_app.ui.actors.decide_presenter import DecidePresenter
from briefing_app.ui.widgets.announce import announce
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.cards import EmptyState
from briefing_app.ui.widgets.fixed_list import FixedList
from briefing_app.ui.widgets.flow import FlowLayout
from briefing_app.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from briefing_app.domain.changes import Changes
    from briefing_app.domain.deciding import Question
    from briefing_app.ui.context import UiContext

REST = 600
"""Milliseconds without a change after which questions are looked for again."""
NOTHING = (
    "Every name is clear",
    "Names that may mean several people or places appear here, each with those it may mean. "
    "They are looked for in the newest articles.",
)


class QuestionList(FixedList):
    """The questions; digits answer, N says that it is no name, S or Down goes on."""

    answered = Signal(int)
    never_wanted = Signal()
    open_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the current question."""
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self.answered.emit(key - Qt.Key.Key_0)
        elif plain and key == Qt.Key.Key_N:
            self.never_wanted.emit()
        elif plain and key == Qt.Key.Key_S:
            row = min(self.currentIndex().row() + 1, self.model().rowCount() - 1)
            self.setCurrentIndex(self.model().index(row, 0))
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_wanted.emit()
        else:
            super().keyPressEvent(event)


class DecideView(QWidget):
    """The questions, and below them the answers to the current one."""

    counted = Signal(int)
    said = Signal(str)
    refused = Signal(object)
    article_wanted = Signal(str, int, int)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = DecidePresenter(context, self)
        self._changes = QTimer(self, singleShot=True, interval=REST)
        self.model = QuestionModel(self)
        self.list = QuestionList(ROW, self)
        self.list.setAccessibleName("Names to decide")
        self.list.setModel(self.model)
        self.list.setItemDelegate(QuestionDelegate(context.theme, self.list))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setMouseTracking(True)
        self.why = PlainLabel(role="muted", wrap=True, parent=self)
        self.answers = QWidget(self)
        self._flow = FlowLayout(self.answers, gap=6)
        self.everywhere = QCheckBox("In every article, not only in this one", self)
        self.capitals = QCheckBox("Ask too whether a capital stands for its government", self)
        self.empty = EmptyState(*NOTHING, parent=self)
        self._full = QWidget(self)
        self._stack = QStackedLayout()
        self._lay_out()
        self.list.answered.connect(self._on_answer)
        self.list.never_wanted.connect(self._on_never)
        self.list.open_wanted.connect(self._on_open)
        self.list.doubleClicked.connect(self._on_open)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.everywhere.toggled.connect(self._on_everywhere)
        self.capitals.toggled.connect(self._on_capitals)
        self._changes.timeout.connect(self.presenter.look)

    def start(self) -> None:
        """Look for questions."""
        self.presenter.look()

    def hear(self, changes: Changes) -> None:
        """Hear of changes in the library; many at once are one."""
        if self.presenter.concerns(changes):
            self._changes.start()

    def take_focus(self) -> None:
        """Give the questions the focus."""
        (self.list if self.model.rowCount() else self.capitals).setFocus()

    # --- what the presenter asks ----------------------------------------------------------------------

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Show the questions; the current one stays where it was, if it is there still."""
        here = self._current()
        self.model.show(questions)
        self.counted.emit(len(questions))
        self._stack.setCurrentWidget(self._full if questions else self.empty)
        if questions:
            row = next((at for at, one in enumerate(questions) if here is not None and one.id == here.id), 0)
            self.list.setCurrentIndex(self.model.index(row, 0))
        self._show_answers()

    def answered(self, question: Question, sentence: str) -> None:
        """Go on to the next question."""
        row = next((at for at in range(self.model.rowCount()) if self.model.at(at) == question), -1)
        self.model.drop(row)
        count = self.model.rowCount()
        self.counted.emit(count)
        self._stack.setCurrentWidget(self._full if count else self.empty)
        if count:
            self.list.setCurrentIndex(self.model.index(min(max(row, 0), count - 1), 0))
        self._show_answers()
        self.said.emit(sentence)

    def refuse(self, error: Exception) -> None:
        """Say why an answer was not kept."""
        self.refused.emit(error)

    # --- inside -----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        full = QVBoxLayout(self._full)
        full.setContentsMargins(0, 0, 0, 0)
        full.setSpacing(0)
        full.addWidget(self.list, 1)
        box = QWidget(self._full)
        box.setProperty("role", "surface")
        box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        below = QVBoxLayout(box)
        below.setContentsMargins(16, 12, 16, 10)
        below.setSpacing(8)
        below.addWidget(self.why)
        below.addWidget(self.answers)
        below.addWidget(self.everywhere)
        full.addWidget(box)
        self._stack.addWidget(self._full)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._stack, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 6, 16, 10)
        foot.addWidget(self.capitals)
        foot.addStretch(1)
        layout.addLayout(foot)

    def _current(self) -> Question | None:
        return self.model.at(self.list.currentIndex().row())

    def _show_answers(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        question = self._current()
        if question is None:
            return
        known = next((one.name for one in question.candidates if one.key and one.key == question.now), "")
        read = f"It is read as {known} until you say." if known else "It is read as nobody’s name until you say."
        self.why.setText(f"Whom does “{question.text}” mean here? {read}")
        for place, one in enumerate(question.candidates, 1):
            words = f"{place}  {one.name}" + (f" — {one.what}" if one.what else "")
            self._add(words, f"{one.name}, {one.what}" if one.what else one.name, partial(self._on_answer, place))
        self._add("0  Somebody else", "Somebody else", partial(self._on_answer, 0))
        self._add("N  Never a name", "Never a name", self._on_never)

    def _add(self, words: str, name: str, deed: object) -> None:
        button = RoleButton(words, parent=self.answers)
        button.setAccessibleName(name)
        button.clicked.connect(deed)
        self._flow.addWidget(button)
        button.show()

    def _on_answer(self, place: int, checked: bool = False) -> None:
        del checked
        question = self._current()
        if question is not None:
            self.presenter.answer(question, place)

    def _on_never(self) -> None:
        question = self._current()
        if question is not None:
            self.presenter.never(question)

    def _on_open(self) -> None:
        question = self._current()
        if question is not None:
            self.article_wanted.emit(question.article, question.start, question.end)

    def _on_current(self, index: QModelIndex) -> None:
        del index
        self._show_answers()
        question = self._current()
        if question is not None:
            announce(self.list, f"{self.list.currentIndex().row() + 1} of {self.model.rowCount()}")

    def _on_everywhere(self, on: bool) -> None:
        self.presenter.everywhere = on

    def _on_capitals(self, on: bool) -> None:
        self.presenter.capitals = on
        self.presenter.look()
