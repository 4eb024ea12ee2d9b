"""Teaching the names model: a kind of name it does not know is learnt, and all else stays as it was."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing_app.analysis.engine import Engine
from briefing_app.analysis.learning import naming
from briefing_app.analysis.learning.shipped import shipped_set
from briefing_app.analysis.learning.trying import learn
from briefing_app.analysis.models.names import NamesModel
from briefing_app.analysis.models.taught import model_taught
from briefing_app.domain.analysis import AnalysisRequest
from briefing_app.domain.learning import Learnt, Lesson, Part, TaughtName, mark_of
from briefing_app.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

SHIPS = (
    "Nordlys", "Aster Bay", "Kestrel", "Santa Irene", "Pelorus", "Graf Tilo", "Ondine", "Ruby Gale", "Halcyon",
    "Merrow", "Sable Point", "Ilmar", "Corvina", "Dovekie", "Tern Hill", "Bright Loch", "Ostara", "Vesper",
)  # fmt: skip
TEXTS = (
    "Officials in Oslo said the @ had left port on Tuesday with grain. The @ carries 40 crew.",
    "Inspectors boarded the @ off Malta and found no weapons. The owner of the @ protested.",
    "Talks on the fate of the @ resumed in Geneva. Lawyers for the crew of the @ asked for time.",
)


def lesson(number: int, ship: str, label: str) -> Lesson:
    text = TEXTS[number % len(TEXTS)].replace("@", f"MV {ship}")
    request = AnalysisRequest(text, ((0, len(text)),), published="2026-05-04", language="en")
    names = tuple(TaughtName(*match.span(), label) for match in re.finditer(f"MV {ship}", text))
    return Lesson(f"{number * 37 % 101:03}", request, names)


def names_of(engine: Engine, request: AnalysisRequest) -> set[tuple[str, str]]:
    return {(one.text, one.label.value) for one in engine.analyse(request).mentions if not one.label.is_value}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine.load()


@pytest.fixture(scope="module")
def learnt(engine: Engine) -> Iterator[Learnt]:
    """Give what the ships teach, measured on a few of the shipped articles."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(naming, "to_remember", lambda: shipped_set()[:12:2])
        patch.setattr(naming, "to_measure", lambda: shipped_set()[1:12:2])
        yield learn([lesson(number, ship, "FAC") for number, ship in enumerate(SHIPS)], engine)


def test_a_kind_of_name_is_learnt_and_found_where_it_was_never_taught(engine: Engine, learnt: Learnt) -> None:
    trial = learnt.trial(Part.NAMES)
    assert trial.allowed, trial
    assert trial.own.fixed >= 5
    assert trial.shipped.after >= trial.shipped.before > 0
    fresh = lesson(0, "Marigold", "FAC").request
    assert ("MV Marigold", "FAC") not in names_of(engine, fresh)
    assert ("MV Marigold", "FAC") in names_of(engine, replace(fresh, learnt=learnt.taught))


def test_the_shipped_names_return_byte_for_byte(engine: Engine, learnt: Learnt) -> None:
    request = shipped_set()[0].request
    before = engine.analyse(request)
    taught = engine.analyse(replace(request, learnt=learnt.taught))
    assert mark_of(learnt.taught) in taught.engine
    assert "taught" not in before.engine
    assert engine.analyse(request) == before


def test_the_same_lessons_teach_the_same(engine: Engine, learnt: Learnt, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(naming, "to_remember", lambda: shipped_set()[:12:2])
    monkeypatch.setattr(naming, "to_measure", tuple)
    again = learn([lesson(number, ship, "FAC") for number, ship in reversed(list(enumerate(SHIPS)))], engine)
    assert again.names == learnt.names


def test_labels_without_a_system_are_not_adopted(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(naming, "to_remember", tuple)
    monkeypatch.setattr(naming, "to_measure", tuple)
    labels = ("PERSON", "LAW", "GPE", "", "EVENT", "NORP", "LOC")
    mixed = [lesson(number, ship, labels[number * 5 % 7]) for number, ship in enumerate(SHIPS)]
    assert not learn(mixed, engine).trial(Part.NAMES).allowed


def test_few_names_and_names_of_one_article_teach_nothing(engine: Engine) -> None:
    few = [lesson(number, ship, "FAC") for number, ship in enumerate(SHIPS[:4])]
    assert "15 corrected names are needed, 4 are there" in learn(few, engine).trial(Part.NAMES).reason
    one = [replace(lesson(number, ship, "FAC"), group="a") for number, ship in enumerate(SHIPS)]
    assert "too few articles" in learn(one, engine).trial(Part.NAMES).reason


def test_without_the_names_model_it_is_said() -> None:
    trial = learn([lesson(0, "Nordlys", "FAC")], Engine()).trial(Part.NAMES)
    assert "only the shipped names model can learn" in trial.reason


@pytest.mark.parametrize("layers", ["", "no base64", "eJwDAAAAAAE=", "AAAA"])
def test_damaged_lessons_are_refused_and_the_shipped_names_used(layers: str, engine: Engine) -> None:
    model = engine.names.learned
    assert isinstance(model, NamesModel)
    with pytest.raises(InputError, match="damaged"):
        model_taught(model, layers)
    request = shipped_set()[0].request
    result = engine.analyse(replace(request, learnt=f"{model.label}\n{layers}"))
    assert result.mentions == engine.analyse(request).mentions
    assert "damaged" in result.limits[0]


def test_lessons_for_another_model_count_for_nothing(engine: Engine, learnt: Learnt) -> None:
    request = shipped_set()[0].request
    assert engine.analyse(replace(request, learnt=f"names model 0\n{learnt.names}")) == engine.analyse(request)
