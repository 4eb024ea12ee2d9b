"""Learning which suggestions are right: a logistic regression over what is seen of them, beginning at what is shipped.

Every weight starts at nothing and is drawn back to it, so that few decisions change little, and none nothing.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from briefing_app.analysis.learning.measuring import measured, parted, verdict
from briefing_app.analysis.learning.shipped import to_measure, to_remember
from briefing_app.domain.learning import SHOWN_FROM, Judged, Part, Scoring, Trial, features_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.analysis.engine import Engine
    from briefing_app.analysis.learning.shipped import Labelled
    from briefing_app.domain.learning import Lesson

LEAST = 30
"""Fewest decisions to learn from."""
LEAST_WRONG = 8
"""Fewest dismissed ones among them: where all is right there is nothing to learn."""
LEAST_HELD = 8
"""Fewest decisions in the articles held out, by which it is judged."""
SEEN = 3
"""What fewer decisions have seen is no feature."""
DRAW = 2.0
"""How strongly weights are drawn to nothing."""
REMINDED = 2.0
"""Weight of a suggestion of the shipped set beside a decision of the reader's, once he made as many."""
STEPS, PACE = 400, 0.5
TOLD = 3
"""Most features told to the reader."""


def learn_suggestions(lessons: Sequence[Lesson], engine: Engine) -> tuple[Trial, Scoring | None]:
    """Learn from the decisions of some articles and measure on the others; no scoring where there is too little."""
    taught, held = parted([one for one in lessons if one.suggestions])
    own = [judged for lesson in taught for judged in lesson.suggestions]
    asked = [judged for lesson in held for judged in lesson.suggestions]
    count, wrong = len(own) + len(asked), sum(not one.right for one in own + asked)
    lacking = _lacking(count, wrong, len(asked))
    if lacking:
        return Trial(Part.SUGGESTIONS, count, len(asked), reason=lacking), None
    scoring = fitted(own, _judged(to_remember(), engine))
    mine = measured(_sorted(asked, scoring))
    shipped = measured(_sorted(_judged(to_measure(), engine), scoring))
    allowed, reason = verdict(mine, shipped)
    trial = Trial(Part.SUGGESTIONS, count, len(asked), mine, shipped, allowed, reason, _told(scoring))
    return trial, scoring


def _lacking(count: int, wrong: int, held: int) -> str:
    if count < LEAST:
        return f"There is too little to learn from: {LEAST} decisions on suggestions are needed, {count} are there."
    if wrong < LEAST_WRONG:
        return f"There is too little to learn from: {LEAST_WRONG} dismissed suggestions are needed, {wrong} are there."
    if held < LEAST_HELD:
        return "There is too little to learn from: the decisions lie in too few articles to hold some out."
    return ""


def fitted(own: Sequence[Judged], reminders: Sequence[Judged] = ()) -> Scoring:
    """Return the weights that fit the decisions, by full steps downhill: the same decisions give the same weights."""
    seen = Counter(feature for one in own for feature in one.features)
    names = tuple(sorted(name for name, count in seen.items() if count >= SEEN))
    place = {name: at for at, name in enumerate(names)}
    share = REMINDED * min(1.0, len(own) / max(1, len(reminders)))
    rows = [
        ([place[feature] for feature in one.features if feature in place], _logit(one.confidence), one.right, weight)
        for group, weight in ((own, 1.0), (reminders, share))
        for one in group
    ]
    # A step no longer than the curvature allows: a quarter of the weight of the rows that meet in a feature.
    largest = max((len(places) for places, _, _, _ in rows), default=1)
    meeting = [DRAW] * len(names)
    for places, _, _, weight in rows:
        for at in places:
            meeting[at] += weight * largest / 4
    weights = [0.0] * len(names)
    for _ in range(STEPS):
        slope = [DRAW * weight for weight in weights]
        for places, start, right, weight in rows:
            error = weight * (_sigmoid(start + sum(weights[at] for at in places)) - right)
            for at in places:
                slope[at] += error
        weights = [one - PACE * down / much for one, down, much in zip(weights, slope, meeting, strict=True)]
    return Scoring(names, tuple(round(one, 4) for one in weights))


def _sorted(suggestions: Iterable[Judged], scoring: Scoring) -> list[tuple[bool, bool]]:
    """Return for each suggestion whether it was rightly shown or not shown, as shipped and as learnt."""
    return [
        (
            (one.confidence >= SHOWN_FROM) == one.right,
            (scoring.chance(one.features, one.confidence) >= SHOWN_FROM) == one.right,
        )
        for one in suggestions
    ]


def _judged(articles: Sequence[Labelled], engine: Engine) -> list[Judged]:
    """Return what the machine suggests in labelled articles, judged by their labels."""
    return [
        Judged(features_of(draft), draft.confidence, article.holds(draft))
        for article in articles
        for draft in engine.analyse(article.request).statements
    ]


def _told(scoring: Scoring) -> tuple[str, ...]:
    """Return the features that count most against a suggestion, for the reader."""
    order = sorted(zip(scoring.weights, scoring.names, strict=True))
    return tuple(name for weight, name in order[:TOLD] if weight < -0.1)


def _logit(chance: float) -> float:
    inside = min(max(chance, 0.01), 0.99)
    return math.log(inside / (1 - inside))


def _sigmoid(score: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
