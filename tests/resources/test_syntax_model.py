"""The shipped syntax model: there, small, and of use; and the reader of the treebanks it is trained on."""

from __future__ import annotations

import importlib
import random
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import pytest

from briefing_app import paths
from briefing_app.analysis.models import vectors
from briefing_app.analysis.models.syntax import SyntaxModel
from briefing_app.analysis.models.syntax_features import RELATIONS, TABLES, TAGS, WIDTH
from briefing_app.analysis.page import make_page
from briefing_app.domain.analysis import AnalysisRequest

if TYPE_CHECKING:
    from pathlib import Path

Module: TypeAlias = Any
FOLDER = paths.resource("models", "syntax")
MOST = 4_000_000
TEXT = "The envoy, who had flown in from Geneva overnight, told reporters that Kenya would not sign the draft."
SENTENCE = """# text = He doesn't like Mr. Lee's long-term plan.
1	He	he	PRON	PRP	_	4	nsubj	_	_
2-3	doesn't	_	_	_	_	_	_	_	_
2	does	do	AUX	VBZ	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	like	like	VERB	VB	_	0	root	_	_
5	Mr.	Mr.	PROPN	NNP	_	11	nmod:poss	_	_
6-7	Lee's	_	_	_	_	_	_	_	_
6	Lee	Lee	PROPN	NNP	_	5	flat	_	_
7	's	's	PART	POS	_	5	case	_	_
8	long	long	ADJ	JJ	_	10	amod	_	SpaceAfter=No
9	-	-	PUNCT	HYPH	_	10	punct	_	SpaceAfter=No
10	term	term	NOUN	NN	_	11	compound	_	_
11	plan	plan	NOUN	NN	_	4	obj	_	SpaceAfter=No
12	.	.	PUNCT	.	_	4	punct	_	_

"""


def test_model_is_there_and_small() -> None:
    assert SyntaxModel.load() is not None
    assert (FOLDER / "weights.npz").stat().st_size <= MOST


def test_weights_fit_features_vectors_tags_and_relations() -> None:
    with np.load(FOLDER / "weights.npz", allow_pickle=False) as weights:
        assert [weights[f"table{at}"].shape for at in range(len(TABLES))] == list(TABLES)
        assert len(weights["inputs0"]) == WIDTH + vectors.WIDTH
        assert weights["tag"].shape[1] == len(TAGS)
        assert weights["relation"].shape[1] % len(RELATIONS) == 0


def test_a_subject_is_found_far_from_its_verb() -> None:
    page = make_page(AnalysisRequest(TEXT, (), language="en"))
    model = SyntaxModel.load()
    assert model is not None
    model.read(page)
    words = [token.text for token in page.sentences[0].tokens]
    tree = page.sentences[0].tree
    assert tree is not None
    assert tree.children(words.index("told"), "nsubj") == (words.index("envoy"),)
    assert tree.children(words.index("sign"), "nsubj") == (words.index("Kenya"),)
    assert tree.tags[words.index("draft")] == "NN"


def test_model_card_tells_corpora_terms_and_scores() -> None:
    card = (FOLDER / "README.md").read_text(encoding="utf-8")
    for word in ("Groningen Meaning Bank", "GUM", "EWT", "CC BY-SA 4.0", "GUM, news"):
        assert word in card


# --- the reader -----------------------------------------------------------------------------------


@pytest.fixture
def treebanks(monkeypatch: pytest.MonkeyPatch) -> Module:
    monkeypatch.syspath_prepend(str(paths.shipped_root() / "packaging" / "models"))
    return importlib.import_module("treebanks")


def test_trees_are_laid_on_our_tokens(treebanks: Module) -> None:
    (tree,) = treebanks.trees(SENTENCE)
    relations = [RELATIONS[one] for one in tree.relations]
    above = ["" if head == 0 else tree.words[head - 1] for head in tree.heads]
    assert list(zip(tree.words, above, relations, strict=True)) == [
        ("He", "like", "nsubj"),
        ("doesn't", "like", "aux"),
        ("like", "", "root"),
        ("Mr", "plan", "nmod:poss"),
        (".", "Mr", "punct"),
        ("Lee", "Mr", "flat"),
        ("'s", "Mr", "case"),
        ("long-term", "plan", "compound"),
        ("plan", "like", "obj"),
        (".", "like", "punct"),
    ]
    assert [TAGS[tag] for tag in tree.tags] == "PRP VBZ VB NNP . NNP POS NN NN .".split()


@pytest.mark.parametrize(("heads", "whole"), [([2, 0, 2], True), ([2, 1, 0], False), ([0, 0], False), ([1], False)])
def test_a_tree_has_one_root_and_no_circle(treebanks: Module, heads: list[int], whole: bool) -> None:
    assert treebanks.is_tree(heads) is whole


def test_every_second_document_of_the_news_is_kept_for_the_measuring(treebanks: Module, tmp_path: Path) -> None:
    for name in ("news_a", "news_b", "bio_a", "conversation_a"):
        (tmp_path / f"GUM_{name}.conllu").write_text(SENTENCE, encoding="utf-8")
    kept, held = treebanks.gum(tmp_path)
    assert (len(kept), len(held)) == (2, 1)


def test_headings_are_made_of_sentences(treebanks: Module) -> None:
    (tree,) = treebanks.trees(SENTENCE)
    assert treebanks.shouted(tree).words[1] == "DOESN'T"
    assert treebanks.titled(tree).words[:3] == ["He", "Doesn't", "Like"]
    assert treebanks.shouted(tree).heads == tree.heads


def test_a_dateline_hangs_loose_on_the_root(treebanks: Module) -> None:
    (tree,) = treebanks.trees(SENTENCE)
    for seed in range(20):
        made = treebanks.dated(tree, random.Random(seed))
        ahead = len(made.words) - len(tree.words)
        assert treebanks.is_tree(made.heads)
        assert made.words[ahead:] == tree.words
        assert made.words[made.heads[0] - 1] == "like"
        assert len(made.tags) == len(made.relations) == len(made.words)
