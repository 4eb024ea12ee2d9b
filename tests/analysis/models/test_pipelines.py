"""A language pipeline of the reader's own, by name."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from typing import TYPE_CHECKING

import pytest

from briefing_app.analysis.engine import INSTEAD, Engine
from briefing_app.analysis.models.pipelines import Pipeline
from briefing_app.analysis.page import make_page
from briefing_app.domain.analysis import AnalysisRequest
from briefing_app.errors import UsageError
from tests.analysis.bases import BASE
from tests.analysis.models.tiny import install_pipeline

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = "On Monday the Zanth heard Quill Ferro.\nQuill Ferro agreed."
REQUEST = AnalysisRequest(TEXT, ((0, 38), (39, len(TEXT))), language="en")


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    install_pipeline(tmp_path)
    install_pipeline(tmp_path, "en_blank", finder=False)
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.invalidate_caches()
    yield "en_tiny"
    for name in ("en_tiny", "en_blank"):
        sys.modules.pop(name, None)


def test_names_stand_where_the_text_has_them_without_articles_and_dates(installed: str) -> None:
    sight = Pipeline.load(installed).see(make_page(REQUEST), ())
    names = [(TEXT[one.start : one.end], one.label) for one in sight.seen]
    assert names == [("Zanth", "ORG"), ("Quill Ferro", "PERSON"), ("Quill Ferro", "PERSON")]


def test_engine_over_a_pipeline_says_whose_names_they_are(installed: str) -> None:
    result = Engine(BASE, Pipeline.load(installed)).analyse(REQUEST)
    assert result.engine == "rules 1, pipeline en_tiny 0.1, stance model 2"
    assert ("Quill Ferro", "PERSON") in [(one.text, one.label.value) for one in result.mentions]


def test_pipeline_that_is_not_installed_is_told_in_a_sentence() -> None:
    with pytest.raises(UsageError, match="No language pipeline called “en_no_such” is installed"):
        Pipeline.load("en_no_such")


def test_pipeline_without_a_recogniser_is_told_in_a_sentence(installed: str) -> None:
    assert installed
    with pytest.raises(UsageError, match="finds no names"):
        Pipeline.load("en_blank")


def test_without_spacy_it_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(UsageError, match="spaCy is not installed"):
        Pipeline.load("en_tiny")


def test_analysis_goes_on_with_the_shipped_model_and_says_so() -> None:
    result = Engine.ready("en_no_such").analyse(AnalysisRequest("Kenya signed.", (), language="en"))
    assert result.limits == (f"No language pipeline called “en_no_such” is installed. {INSTEAD}",)
    assert [one.text for one in result.mentions] == ["Kenya"]


@pytest.mark.parametrize(
    ("labels", "text", "label"),
    [
        (["PER", "LOC"], "Zanth Sea", "LOC"),
        (["PER", "LOC"], "Zanth Bridge", "FAC"),
        (["PER", "LOC"], "Zanthia", "GPE"),
        (["GPE", "LOC"], "Zanthia", "LOC"),
    ],
)
def test_places_of_a_pipeline_with_one_label_for_them_are_told_apart(labels: list[str], text: str, label: str) -> None:
    import spacy

    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    patterns = [{"label": one, "pattern": "Nowhere"} for one in labels]
    ruler.add_patterns([*patterns, {"label": "LOC", "pattern": text}])  # type: ignore[attr-defined]
    (seen,) = Pipeline.of(nlp, "x").see(make_page(AnalysisRequest(f"They saw {text}.", ())), ()).seen
    assert seen.label == label
