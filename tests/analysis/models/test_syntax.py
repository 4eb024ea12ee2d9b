"""Loading the syntax model, and the trees it gives the sentences of a page."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing_app.analysis.engine import NO_SYNTAX, Engine
from briefing_app.analysis.models import syntax as module
from briefing_app.analysis.models.syntax import LONGEST, SyntaxModel
from briefing_app.analysis.models.syntax_features import word_rows
from briefing_app.analysis.models.syntax_network import SyntaxNetwork, _groups
from briefing_app.analysis.models.vectors import WordVectors
from briefing_app.analysis.page import make_page
from briefing_app.analysis.tree import ROOT
from briefing_app.domain.analysis import AnalysisRequest
from tests.analysis.bases import BASE
from tests.analysis.models.tiny import write_syntax

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Kenya, which chairs the talks, said it would sign. It did not.\nThe talks go on."


@pytest.fixture
def model(tmp_path: Path) -> SyntaxModel:
    write_syntax(tmp_path, "7")
    made = SyntaxModel.load(tmp_path)
    assert made is not None
    return made


@pytest.fixture
def network(tmp_path: Path) -> SyntaxNetwork:
    write_syntax(tmp_path)
    vectors = WordVectors.load()
    assert vectors is not None
    with np.load(tmp_path / "weights.npz") as weights:
        return SyntaxNetwork({name: weights[name] for name in weights if name != "version"}, vectors)


def test_every_sentence_gets_a_tree_over_its_tokens(model: SyntaxModel) -> None:
    page = make_page(AnalysisRequest(TEXT, (), language="en"))
    model.read(page)
    assert len(page.sentences) == 3
    for sentence in page.sentences:
        assert sentence.tree is not None
        size = len(sentence.tokens)
        assert len(sentence.tree.heads) == len(sentence.tree.labels) == len(sentence.tree.tags) == size
        assert sentence.tree.heads.count(ROOT) == 1
        assert sentence.tree.subtree(sentence.tree.heads.index(ROOT)) == tuple(range(size))


def test_a_list_without_end_gets_no_tree_and_an_empty_page_is_read(model: SyntaxModel) -> None:
    page = make_page(AnalysisRequest("word " * (LONGEST + 1) + ".", (), language="en"))
    model.read(page)
    assert [sentence.tree for sentence in page.sentences] == [None]
    model.read(make_page(AnalysisRequest("", ())))


def test_a_sentence_is_read_the_same_alone_and_among_others(network: SyntaxNetwork) -> None:
    one, two, three = "Kenya signed .".split(), "The talks in Oslo go on".split(), ["Yes"]
    together = network.read([one, two, three, two])
    assert [together[0], together[1], together[2]] == [network.read([words])[0] for words in (one, two, three)]
    assert together[1] == together[3]


def test_sentences_are_read_in_groups_of_bounded_size_longest_first() -> None:
    lengths = [700, 900, 5, 1200, 2500, 30]
    groups = list(_groups(lengths))
    assert sorted(at for group in groups for at in group) == list(range(6))
    assert all(len(group) == 1 or sum(lengths[at] for at in group) <= 2000 for group in groups)
    assert all([lengths[at] for at in group] == sorted((lengths[at] for at in group), reverse=True) for group in groups)


def test_quotation_marks_dashes_and_figures_of_one_kind_are_one_word() -> None:
    assert word_rows("“") == word_rows('"')
    assert word_rows("–") == word_rows("-")
    assert word_rows("1995") == word_rows("2026")
    assert word_rows("Rabat") != word_rows("rabat")
    assert word_rows("Rabat")[0] == word_rows("RABAT")[0]


def test_result_names_the_model(model: SyntaxModel) -> None:
    found = Engine(BASE, syntax=model).analyse(AnalysisRequest(TEXT, (), language="en"))
    assert found.engine == "rules 1, syntax model 7"
    assert found.limits == ()


def test_without_its_files_there_is_no_model(tmp_path: Path) -> None:
    assert SyntaxModel.load(tmp_path / "none") is None


def test_without_word_vectors_there_is_no_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_syntax(tmp_path)
    monkeypatch.setattr(WordVectors, "load", classmethod(_no_vectors))
    assert SyntaxModel.load(tmp_path) is None
    module._loaded.cache_clear()


def _no_vectors(_cls: type[WordVectors]) -> None:
    return None


def test_without_numpy_the_rules_work_and_the_result_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_syntax(tmp_path)
    monkeypatch.setitem(sys.modules, "numpy", None)
    module._loaded.cache_clear()
    assert SyntaxModel.load(tmp_path) is None
    module._loaded.cache_clear()
    found = Engine(BASE, unread=NO_SYNTAX).analyse(AnalysisRequest("Kenya rejected the plan.", (), language="en"))
    assert found.limits == (NO_SYNTAX,)
    assert [draft.parties for draft in found.statements] == [("Kenya",)]
