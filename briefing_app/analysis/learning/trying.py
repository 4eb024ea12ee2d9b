"""One try at learning all there is to learn from a library's decisions, with its measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.learning.suggestions import learn_suggestions
from briefing_app.analysis.models.names import NamesModel
from briefing_app.domain.learning import Learnt, Part, Trial

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.analysis.engine import Engine
    from briefing_app.domain.learning import Lesson


def learn(lessons: Sequence[Lesson], engine: Engine) -> Learnt:
    """Learn from decisions and measure; the same lessons in whatever order give the same result."""
    ordered = sorted(lessons, key=_order)
    suggestions, scoring = learn_suggestions(ordered, engine)
    names, layers = _names(ordered, engine)
    model = engine.names.learned.label if engine.names.learned is not None else ""
    return Learnt((suggestions, names), scoring, layers, model)


def _order(lesson: Lesson) -> tuple[str, str]:
    return lesson.group, lesson.request.title


def _names(lessons: Sequence[Lesson], engine: Engine) -> tuple[Trial, str]:
    if isinstance(engine.names.learned, NamesModel):
        from briefing_app.analysis.learning.naming import learn_names

        return learn_names(lessons, engine)
    texts = {one.request.text[name.start : name.end] for one in lessons for name in one.names}
    reason = "The names come from a pipeline of your own or from lists alone; only the shipped names model can learn."
    return Trial(Part.NAMES, len(texts), reason=reason), ""
