"""The shipped names model: there, small, and of use; and the readers of the corpora it is trained on."""

from __future__ import annotations

import importlib
import re
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import pytest

from briefing_app import paths
from briefing_app.analysis.engine import Engine
from briefing_app.analysis.models.features import ROWS
from briefing_app.analysis.models.names import NamesModel, read_words
from briefing_app.analysis.models.tags import TAGS
from briefing_app.domain.analysis import AnalysisRequest

if TYPE_CHECKING:
    from pathlib import Path

Module: TypeAlias = Any
Loader: TypeAlias = Any
FOLDER = paths.resource("models", "names")
MOST = 20_000_000
TEXT = (
    "Ingrid Vestermark, who leads the Halvorn Institute, arrived in Kastelgrad on Tuesday. "
    "Vestermark told reporters that Orlin Daskovic of the Fenwick Group had refused to meet her."
)


def test_model_is_there_and_all_models_together_are_small() -> None:
    assert NamesModel.load() is not None
    assert sum(one.stat().st_size for one in FOLDER.parent.rglob("*") if one.is_file()) <= MOST


def test_weights_are_half_precision_and_fit_features_and_tags() -> None:
    with np.load(FOLDER / "weights.npz", allow_pickle=False) as weights:
        members = {name.partition(".")[0] for name in weights if "." in name}
        for member in members:
            assert [len(weights[f"{member}.table{at}"]) for at in range(len(ROWS))] == list(ROWS)
            assert weights[f"{member}.last"].shape[0] == len(TAGS)
        assert {str(weights[name].dtype) for name in weights if "." in name} == {"float16"}


def test_lists_of_names_are_words_in_small_letters() -> None:
    words = read_words(FOLDER / "words.txt")
    assert len(words) > 20_000
    assert all(word == word.lower() and re.fullmatch("[FLOP]+", kinds) for word, kinds in words.items())


def test_names_that_no_list_holds_are_found() -> None:
    found = Engine.load().analyse(AnalysisRequest(TEXT, (), language="en"))
    names = {(one.text, one.label.value) for one in found.mentions}
    assert {("Ingrid Vestermark", "PERSON"), ("Orlin Daskovic", "PERSON"), ("Kastelgrad", "GPE")} <= names
    assert [one.canonical for one in found.mentions if one.text == "Vestermark"] == ["Ingrid Vestermark"]


def test_model_card_tells_corpora_terms_and_scores() -> None:
    card = (FOLDER / "README.md").read_text(encoding="utf-8")
    for word in ("Groningen Meaning Bank", "GUM", "CC BY-SA 4.0", "PETRARCH", "wikigold", "re3d"):
        assert word in card


# --- the readers ----------------------------------------------------------------------------------


@pytest.fixture
def training(monkeypatch: pytest.MonkeyPatch) -> Loader:
    monkeypatch.syspath_prepend(str(paths.shipped_root() / "packaging" / "models"))
    return importlib.import_module


@pytest.fixture
def ours(training: Loader) -> Module:
    from briefing_app.analysis.actors import ActorBase

    return training("conventions").Conventions(ActorBase.load())


def test_joined_words_make_the_text_people_wrote(training: Loader) -> None:
    sentence = [("“", "O"), ("Yes", "O"), (",", "O"), ("Ann", "B-PER"), ("Lee", "I-PER"), ("'s", "O"), ("(", "O")]
    made = training("corpora").join([sentence], "x")
    assert made.text == "“ Yes, Ann Lee's ("
    assert [(made.text[start:end], label) for start, end, label in made.spans] == [("Ann Lee", "PER")]


@pytest.mark.parametrize(
    ("words", "label", "kept"),
    [
        ("President Hugo Chavez", "PERSON", "Hugo Chavez"),
        ("Mr. Bush 's", "PERSON", "Bush"),
        ("the European Union", "ORG", "European Union"),
        ("western India", "GPE", "India"),
        ("Saudi Arabia 1-0", "GPE", "Saudi Arabia"),
    ],
)
def test_names_are_cut_to_our_conventions(ours: Module, words: str, label: str, kept: str) -> None:
    split = words.split()
    first, last, _ = ours.trimmed(split, (0, len(split), label))
    assert " ".join(split[first:last]) == kept


def test_what_is_left_of_a_title_alone_is_no_name(ours: Module) -> None:
    assert ours.trimmed(["President"], (0, 1, "PERSON")) is None


@pytest.mark.parametrize(
    ("words", "label", "kind"),
    [("Danube River", "GPE", "LOC"), ("Heathrow Airport", "GPE", "FAC"), ("Zanthia", "GPE", "GPE"),
     ("Zanth Peace Treaty", "ORG", "LAW"), ("Kenya", "ORG", "GPE")],
)  # fmt: skip
def test_labels_follow_the_base_and_the_head(ours: Module, words: str, label: str, kind: str) -> None:
    split = words.split()
    assert ours.relabelled(split, (0, len(split), label))[2] == kind


def test_person_behind_a_role_is_read_from_the_treebank(training: Loader, ours: Module) -> None:
    rows = [
        "1\tEnglish\t_\tADJ\tJJ\t_\t2\tamod\t_\tEntity=(1-person-new",
        "2\tcaptain\t_\tNOUN\tNN\t_\t5\tnsubj\t_\t_",
        "3\tOrlin\t_\tPROPN\tNNP\t_\t2\tappos\t_\t_",
        "4\tZanth\t_\tPROPN\tNNP\t_\t3\tflat\t_\tEntity=1)",
        "5\twon\t_\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No",
        "6\t.\t_\tPUNCT\t.\t_\t5\tpunct\t_\t_",
    ]
    (made,) = training("gum").documents("\n".join(rows) + "\n", "x", ours)
    assert made.text == "English captain Orlin Zanth won."
    assert [(made.text[start:end], label) for start, end, label in made.spans if label == "PERSON"] == [
        ("Orlin Zanth", "PERSON")
    ]


def test_most_labels_of_the_same_words_win(training: Loader) -> None:
    sentences = [(["Zanth"], [(0, 1, label)]) for label in ["PERSON"] * 7 + ["GPE"]]
    training("conventions").voted(sentences)
    assert {pieces[0][2] for _, pieces in sentences} == {"PERSON"}


def test_lists_of_names_are_taken_from_the_actor_files(training: Loader, tmp_path: Path) -> None:
    (tmp_path / "Phoenix.Countries.actors.txt").write_text(
        "ZANTHIA_ [ZAN]\n+ORLENA_\n+ZANTHIAN_\n\nULLA_DE_VREN_  ; CountryInfo.txt\n\t[ZANGOV 930101]\n", "utf-8"
    )
    (tmp_path / "Phoenix.International.actors.txt").write_text("KESTREL_\n\t[NGOHRI]\n", "utf-8")
    assert training("lexicon").lexicon(tmp_path) == {"kestrel": "O", "orlena": "P", "ulla": "F", "vren": "L"}


def test_text_told_again_has_other_names_in_the_same_places(training: Loader) -> None:
    import random

    from tests.analysis.bases import BASE

    labelled = training("corpora").Labelled
    text = "He met Ann Lee near the Quorra Dam in March."
    names = [(7, 14, "PERSON"), (24, 34, "FAC")]
    one = labelled("x", text, names, [(38, 43)], {0: "PRP", 3: "VBD", 7: "NNP", 38: "NNP"})
    other = labelled("y", "Orlin Daskovic left the Senna Bridge.", [(0, 14, "PERSON"), (24, 36, "FAC")])
    swapping = training("swapping")
    pool = swapping.Names([one, other], BASE)
    for seed in range(8):
        made = pool.told_again(one, random.Random(seed))
        assert [label for _, _, label in made.spans] == ["PERSON", "FAC"]
        assert all(made.text[start:end].strip() for start, end, _ in made.spans)
        assert [made.text[start:end] for start, end in made.free] == ["March"]
        assert made.text.index("March") in made.parts
        assert made.text.startswith("He met ")
        assert len(made.text) == len(text) + sum(e - s for s, e, _ in made.spans) - sum(e - s for s, e, _ in names)
    assert swapping.rare(one)
