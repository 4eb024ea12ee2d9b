"""Learning from decisions: too little is said, only what is allowed can be adopted, and the way back is there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing_app.domain.learning import Learnt, Measure, Part, Scoring, Trial
from briefing_app.jobs.runner import Job
from briefing_app.ui.editors.learning import LearningDialog

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from tests.ui.panels.stage import Stage

LITTLE = Trial(Part.NAMES, 4, reason="There is too little to learn from: 15 corrected names are needed, 4 are there.")
BETTER = Trial(
    Part.SUGGESTIONS, 60, 20, Measure(20, 12, 19, 7, 0), Measure(90, 80, 81, 1), True, "It is better.", ("party X",)
)


@dataclass
class Given:
    """A thinker that has learnt what it is given."""

    learnt: Learnt

    def learn(self, lessons: object) -> Learnt:
        del lessons
        return self.learnt


def opened(stage: Stage, qtbot: QtBot, learnt: Learnt) -> LearningDialog:
    stage.services.learning._thinker = Given(learnt)  # type: ignore[assignment]
    dialog = LearningDialog(stage.context)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_too_little_is_said_and_cannot_be_adopted(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage, qtbot, Learnt((replace(LITTLE, part=Part.SUGGESTIONS), LITTLE)))
    assert dialog.counts.text().startswith("There are 0 decisions on suggestions")
    assert not dialog.save_button.isEnabled()
    assert not dialog.forget_button.isEnabled()
    dialog.learn()
    assert "too little to learn from" in dialog.parts[Part.NAMES].reason.text()
    assert not dialog.parts[Part.NAMES].own.isVisible()
    assert not dialog.save_button.isEnabled()


def test_what_is_better_is_measured_adopted_and_returned_from(stage: Stage, qtbot: QtBot) -> None:
    party = stage.suggestions()[0].parties[0]
    learnt = Learnt((BETTER, LITTLE), Scoring((f"party {party}",), (-9.0,)))
    dialog = opened(stage, qtbot, learnt)
    dialog.learn()
    card = dialog.parts[Part.SUGGESTIONS]
    assert (card.own.text(), card.shipped.text()) == (
        "right 12 of 20 before, 19 after",
        "right 80 of 90 before, 81 after",
    )
    assert card.tells.text() == "Counts most against a suggestion: party X."
    count = len(stage.suggestions())
    dialog.save()
    assert len(stage.suggestions()) < count
    again = opened(stage, qtbot, Learnt())
    assert again.parts[Part.SUGGESTIONS].used.text() == "As learnt"
    assert again.parts[Part.SUGGESTIONS].own.text() == card.own.text()
    assert again.forget_button.isEnabled()
    again.forget()
    assert len(stage.suggestions()) == count
    assert stage.sentences[-1] == "Suggestions and names are as they were shipped."


def test_what_fails_is_said_and_can_be_tried_again(stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = opened(stage, qtbot, Learnt())

    def refused() -> Learnt:
        from briefing_app.errors import LimitError

        raise LimitError("It took too long.")

    monkeypatch.setattr(stage.services.learning, "learn", refused, raising=False)
    dialog.learn()
    assert "It took too long." in dialog.problem.text()
    assert dialog.learn_button.isEnabled()


def test_what_is_still_being_learnt_when_it_closes_is_dropped(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(stage, qtbot, Learnt((BETTER, LITTLE)))
    job = Job()
    monkeypatch.setattr(type(stage.context.runner), "read", lambda *_, **__: job)
    dialog.learn()
    assert not dialog.learn_button.isEnabled()
    dialog.reject()
    assert job.cancelled
