"""Learning which suggestions are right: a systematic error is learnt, chance is not, the shipped set is kept."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from briefing_app.analysis.engine import Engine
from briefing_app.analysis.learning import suggestions
from briefing_app.analysis.learning.shipped import shipped_set
from briefing_app.analysis.learning.suggestions import fitted, learn_suggestions
from briefing_app.domain.analysis import AnalysisRequest
from briefing_app.domain.learning import Judged, Lesson

if TYPE_CHECKING:
    from collections.abc import Callable

CUES = ("said", "urged", "welcomed", "rejected", "offered", "wants")
PARTIES = ("Norway", "Iceland", "Kenya", "Harbour Board")


def lessons(right: Callable[[random.Random, tuple[str, ...]], bool], seed: int = 1, articles: int = 24) -> list[Lesson]:
    """Return articles with five decided suggestions each."""
    chance = random.Random(seed)
    made = []
    for number in range(articles):
        judged = []
        for _ in range(5):
            cue, party = chance.choice(CUES), chance.choice(PARTIES)
            features = (f"word “{cue}”", f"party {party}", "firm", chance.choice(("no speaker", "a named speaker")))
            judged.append(Judged(features, chance.choice((0.6, 0.7, 0.8, 0.9)), right(chance, features)))
        made.append(Lesson(f"{number * 37 % 101:03}", AnalysisRequest("", ()), (), tuple(judged)))
    return made


def never_the_board(_: random.Random, features: tuple[str, ...]) -> bool:
    return "party Harbour Board" not in features


def by_chance(chance: random.Random, _: tuple[str, ...]) -> bool:
    return chance.random() < 0.6


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine.load()


@pytest.fixture(autouse=True)
def fewer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Measure on a few of the shipped articles: they are analysed anew for each trial."""
    monkeypatch.setattr(suggestions, "to_remember", lambda: shipped_set()[:12:2])
    monkeypatch.setattr(suggestions, "to_measure", lambda: shipped_set()[1:12:2])


def test_a_systematic_error_is_learnt_and_may_be_adopted(engine: Engine) -> None:
    trial, scoring = learn_suggestions(lessons(never_the_board), engine)
    assert trial.allowed, trial
    assert trial.own.fixed >= 5
    assert trial.own.broken == 0
    assert trial.shipped.after >= trial.shipped.before > 0
    assert trial.tells[0] == "party Harbour Board"
    assert scoring is not None
    assert scoring.chance(("party Harbour Board", "firm"), 0.8) < 0.5 < scoring.chance(("party Norway", "firm"), 0.6)


def test_decisions_by_chance_are_never_adopted(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggestions, "to_remember", tuple)
    monkeypatch.setattr(suggestions, "to_measure", tuple)
    adopted = [seed for seed in range(20) if learn_suggestions(lessons(by_chance, seed), engine)[0].allowed]
    # With nothing but chance at work, and no shipped set to speak against it, one in twenty may pass.
    assert len(adopted) <= 1


def test_what_is_better_here_and_worse_on_the_shipped_set_is_not_adopted(engine: Engine) -> None:
    trial, _ = learn_suggestions(lessons(lambda _, features: "firm" not in features), engine)
    assert not trial.allowed
    assert trial.own.after > trial.own.before
    assert trial.shipped.after < trial.shipped.before
    assert trial.reason == "It is better on your articles, but worse on the shipped set."


@pytest.mark.parametrize(
    ("articles", "words"),
    [(2, "30 decisions on suggestions are needed, 10 are there"), (24, "8 dismissed suggestions are needed, 0")],
)
def test_where_there_is_too_little_it_is_said(articles: int, words: str, engine: Engine) -> None:
    trial, scoring = learn_suggestions(lessons(lambda *_: True, articles=articles), engine)
    assert words in trial.reason
    assert scoring is None
    assert not trial.allowed


def test_one_article_cannot_be_parted_and_teaches_nothing(engine: Engine) -> None:
    many = [Lesson("a", one.request, (), one.suggestions) for one in lessons(never_the_board)]
    assert "too few articles" in learn_suggestions(many, engine)[0].reason


def test_the_order_of_decisions_makes_no_difference() -> None:
    judged = [one for lesson in lessons(never_the_board) for one in lesson.suggestions]
    assert fitted(judged) == fitted(list(judged)) == fitted(judged, ())
    assert fitted([*reversed(judged)]).names == fitted(judged).names


def test_without_decisions_nothing_is_changed() -> None:
    assert fitted(()).chance(("firm",), 0.7) == pytest.approx(0.7)
