"""The stance model: what it is given, what it answers, and that it may be missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app import paths
from briefing_app.analysis.models.stance import StanceModel
from briefing_app.analysis.models.stance_features import ROWS, STEMS, kept_words, rows_of, stem_row
from briefing_app.analysis.models.stance_network import windows
from briefing_app.domain.position import Stance

if TYPE_CHECKING:
    from pathlib import Path


def _model() -> StanceModel:
    model = StanceModel.load()
    assert model is not None
    return model


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("§ would be glad to see the channel reopened", Stance.SUPPORTS),
        ("the draft is a slap in the face , ¤ said", Stance.OPPOSES),
        ("from § came a firm no to the draft", Stance.REJECTS),
        ("it is high time to open the crossing , § said", Stance.DEMANDS),
        ("§ came with a concession : more boats for ¥", Stance.OFFERS),
        ("no deployment until the last soldier is gone : that is the line of §", Stance.CONDITIONAL),
        ("it was too soon to say if § would sign", Stance.UNDECIDED),
        ("§ and ¥ met on # for six hours", None),
    ],
)
def test_a_sentence_has_a_stance_or_none(words: str, stance: Stance | None) -> None:
    found, probability = _model().read(words.split())
    assert found is stance
    assert 1 / 8 < probability <= 1


@given(st.lists(st.text(min_size=1, max_size=12).map(str.lower), max_size=120))
def test_any_words_have_rows_and_an_answer(words: list[str]) -> None:
    rows = rows_of(words)
    assert rows == sorted(set(rows))
    assert all(0 <= row < ROWS for row in rows)
    assert 0 < _model().read(words)[1] <= 1


def test_kin_of_a_word_share_a_row() -> None:
    assert set(rows_of(["rejected"])) & set(rows_of(["rejection"])) > set(rows_of(["zebra"])) & set(
        rows_of(["rejection"])
    )


@given(st.lists(st.text(min_size=1, max_size=12).map(str.lower), max_size=120))
def test_chances_of_the_classes_add_up_to_one(words: list[str]) -> None:
    shares = _model().shares(words)
    assert shares.sum() == pytest.approx(1, abs=1e-4)
    assert all(0 <= stem_row(word) < STEMS for word in kept_words(words))


def test_without_the_network_the_linear_model_votes_alone(tmp_path: Path) -> None:
    with np.load(paths.resource("models", "stance") / "weights.npz") as held:
        np.savez(tmp_path / "weights.npz", **{name: held[name] for name in ("weights", "scale", "bias", "version")})
    alone = StanceModel.load(tmp_path)
    assert alone is not None
    words = "from § came a firm no to the draft".split()
    assert alone.read(words)[0] is Stance.REJECTS
    assert alone.read(words)[1] != _model().read(words)[1]


def test_a_window_holds_a_row_and_its_neighbours() -> None:
    rows = np.asarray([[1], [2], [3]], dtype=np.float32)
    assert windows(rows, 1).tolist() == [[0, 1, 2], [1, 2, 3], [2, 3, 0]]
    assert windows(rows, 2).tolist() == [[0, 1, 3], [0, 2, 0], [1, 3, 0]]


def test_without_its_file_there_is_no_model(tmp_path: Path) -> None:
    assert StanceModel.load(tmp_path) is None
