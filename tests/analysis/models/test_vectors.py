from pathlib import Path

import numpy as np
import pytest

from briefing_app.analysis.models.vectors import FIGURE, WIDTH, WordVectors


@pytest.fixture(scope="module")
def vectors() -> WordVectors:
    found = WordVectors.load()
    assert found is not None
    return found


def test_words_of_like_use_are_near(vectors: WordVectors) -> None:
    refused, rebuffed, tractor = vectors.of(["rejected", "rebuffed", "tractor"])
    assert refused @ rebuffed > 0.5 > 0.3 > refused @ tractor


def test_capitals_and_signs_change_nothing(vectors: WordVectors) -> None:
    plain, shouted, typeset, straight = vectors.of(["geneva", "GENEVA", "o’clock", "o'clock"])
    assert np.array_equal(plain, shouted)
    assert np.array_equal(typeset, straight)


def test_all_figures_are_alike(vectors: WordVectors) -> None:
    rows = vectors.of(["2,000", "7", "3.5", FIGURE])
    assert np.array_equal(rows, np.tile(rows[0], (4, 1)))


def test_a_compound_lies_between_its_parts(vectors: WordVectors) -> None:
    whole, first, last = vectors.of(["Geneva-mediated", "geneva", "mediated"])
    assert np.allclose(whole, (first + last) / 2)


def test_unknown_words_are_zero_and_no_words_no_rows(vectors: WordVectors) -> None:
    assert not vectors.of(["xqzzv", "-", ""]).any()
    assert vectors.of([]).shape == (0, WIDTH)


def test_a_folder_without_a_file_has_no_vectors(tmp_path: Path) -> None:
    assert WordVectors.load(tmp_path) is None
