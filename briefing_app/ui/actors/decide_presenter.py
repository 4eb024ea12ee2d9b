"""Finds the names to decide and writes the answers; each is one step that can be undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from briefing_app.domain.changes import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.domain.changes import Changes
    from briefing_app.domain.deciding import Candidate, Question
    from briefing_app.ui.context import UiContext


ANSWERS = ("Change name", "Never a name")
"""The names of the steps that answers are."""


class Asked(Protocol):
    """What the presenter asks of the list of questions."""

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Show the questions that are open."""

    def answered(self, question: Question, sentence: str) -> None:
        """Drop a question that was answered, and say how."""

    def refuse(self, error: Exception) -> None:
        """Say why an answer was not kept."""


class DecidePresenter:
    """Knows whether answers hold everywhere and whether capitals are asked about."""

    def __init__(self, context: UiContext, page: Asked) -> None:
        self._context, self._page = context, page
        self.everywhere = False
        self.capitals = False
        self._mine = False

    def look(self) -> None:
        """Look for open questions."""
        work = partial(self._context.services.deciding.questions, capitals=self.capitals)
        self._context.runner.read(work, self._page.show_questions, failed=self._page.refuse, key="actors.questions")

    def concerns(self, changes: Changes) -> bool:
        """Say whether something else than an answer given here changed names or articles."""
        if self._mine and Kind.RULING in changes.kinds and changes.label in ANSWERS:
            self._mine = False
            return False
        return changes.touches(Kind.RULING, Kind.ENTITY, Kind.ANALYSIS)

    def answer(self, question: Question, place: int) -> None:
        """Answer with the candidate of that place from 1; 0 is somebody who is no candidate."""
        if place > len(question.candidates):
            return
        candidate: Candidate | None = question.candidates[place - 1] if place else None
        who = candidate.name if candidate else "somebody else"
        where = "" if self.everywhere else " in this article"
        work = partial(self._context.services.deciding.answer, question, candidate, everywhere=self.everywhere)
        self._write(work, question, f"“{question.text}” means {who}{where}.")

    def never(self, question: Question) -> None:
        """Answer that the words are no name."""
        work = partial(self._context.services.deciding.never, question)
        self._write(work, question, f"“{question.text}” is no longer a name.")

    def _write(self, work: Callable[[], object], question: Question, sentence: str) -> None:
        self._mine = True
        self._context.runner.write(work, partial(self._written, question, sentence), failed=self._failed)

    def _written(self, question: Question, sentence: str, answer: object) -> None:
        del answer
        self._page.answered(question, sentence)

    def _failed(self, error: Exception) -> None:
        self._mine = False
        self._page.refuse(error)
