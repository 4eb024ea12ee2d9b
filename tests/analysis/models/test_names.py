"""Loading the model, and what it makes of a page."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing_app.analysis.engine import NO_MODEL, Engine
from briefing_app.analysis.models import names as module
from briefing_app.analysis.models.names import NamesModel
from briefing_app.analysis.models.network import Networks
from briefing_app.analysis.models.vectors import WIDTH, WordVectors
from briefing_app.analysis.page import make_page
from briefing_app.domain.analysis import AnalysisRequest
from tests.analysis.bases import BASE
from tests.analysis.models.tiny import write_model

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

TEXT = "Paul Zanth of Orlen met the Ferro delegation. It agreed.\nThe talks go on in Quillport."


@pytest.fixture
def model(tmp_path: Path) -> NamesModel:
    write_model(tmp_path, "7", members=2)
    made = NamesModel.load(tmp_path)
    assert made is not None
    return made


def test_names_lie_on_words_in_order_and_chances_between_none_and_one(model: NamesModel) -> None:
    page = make_page(AnalysisRequest(TEXT, ((0, 56), (57, len(TEXT))), language="en"))
    sight = model.see(page, ())
    assert [one.start for one in sight.seen] == sorted(one.start for one in sight.seen)
    for one in sight.seen:
        assert page.text[one.start : one.end].strip() == page.text[one.start : one.end]
        assert 0 < one.sure <= 1
    assert set(sight.chances) >= {TEXT.index(word) for word in ("Paul", "Zanth", "Quillport")}
    assert all(-1e-6 <= chance <= 1 for chance in sight.chances.values())


def test_the_same_page_is_seen_the_same(model: NamesModel) -> None:
    page = make_page(AnalysisRequest(TEXT, (), language="en"))
    assert model.see(page, ()) == model.see(page, ())


def test_an_empty_page_has_no_names(model: NamesModel) -> None:
    assert model.see(make_page(AnalysisRequest("", ())), ()).seen == []


def _meaning(tokens: int, value: float) -> NDArray[np.float32]:
    return np.full((tokens, WIDTH), value, dtype=np.float32)


def test_what_a_word_means_counts(tmp_path: Path) -> None:
    write_model(tmp_path)
    with np.load(tmp_path / "weights.npz") as weights:
        networks = Networks(weights)
    ids = tuple((1, 2, 3, 4) for _ in range(8))
    one, two = (networks.chances([[ids]], [_meaning(1, value)])[0] for value in (0.1, -0.1))
    assert not np.allclose(one, two)


def test_passages_do_not_see_each_other(tmp_path: Path) -> None:
    write_model(tmp_path)
    with np.load(tmp_path / "weights.npz") as weights:
        networks = Networks(weights)
    ids = tuple((1, 2, 3, 4) for _ in range(8))
    other = tuple((5, 6, 7, 8) for _ in range(8))
    third = tuple((7, 7, 7, 7) for _ in range(8))
    one = networks.chances([[other] * 3, [ids, ids], [third]], [_meaning(3, 1), _meaning(2, 2), _meaning(1, 3)])[1]
    two = networks.chances([[third] * 5, [ids, ids], [other]], [_meaning(5, 4), _meaning(2, 2), _meaning(1, 5)])[1]
    assert np.allclose(one, two, atol=1e-5)


def test_result_names_the_model(model: NamesModel) -> None:
    found = Engine(BASE, model).analyse(AnalysisRequest(TEXT, (), language="en"))
    assert found.engine == "rules 1, names model 7, stance model 2"
    assert found.limits == ()


def test_without_its_files_there_is_no_model(tmp_path: Path) -> None:
    assert NamesModel.load(tmp_path / "none") is None


def test_without_the_word_vectors_there_is_no_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_model(tmp_path)
    monkeypatch.setattr(WordVectors, "load", _nothing)
    module._loaded.cache_clear()
    assert NamesModel.load(tmp_path) is None
    module._loaded.cache_clear()


def _nothing() -> None:
    return None


def test_without_numpy_the_rules_work_and_the_result_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_model(tmp_path)
    monkeypatch.setitem(sys.modules, "numpy", None)
    module._loaded.cache_clear()
    assert NamesModel.load(tmp_path) is None
    module._loaded.cache_clear()
    found = Engine(BASE, missing=NO_MODEL).analyse(AnalysisRequest("Kenya signed.", (), language="en"))
    assert found.limits == (NO_MODEL,)
    assert [mention.text for mention in found.mentions] == ["Kenya"]
