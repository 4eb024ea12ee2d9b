"""Subjects as a parse shows them, and where the rules misread them."""

from __future__ import annotations

import pytest

from briefing_app.analysis.dependencies import head_of, is_misread, phrase_of, subject_of
from briefing_app.analysis.syntax import Phrase
from tests.analysis.grown import grown

SHARED = (
    "The/DT/det/2 Quartet/NNP/nsubj/5 ,/,/punct/2 has/VBZ/aux/5 shown/VBN/root/0 a/DT/det/7 way/NN/obj/5 and/CC/cc/10 "
    "also/RB/advmod/10 proposed/VBD/conj/5 dates/NNS/obj/10"
)
RELATIVE = (
    "Kenya/NNP/nsubj/9 ,/,/punct/6 whose/WP$/nmod:poss/4 envoys/NNS/nsubj/6 all/DT/det/4 opposed/VBD/acl:relcl/1 "
    "dams/NNS/obj/6 ,/,/punct/6 welcomed/VBD/root/0 talks/NNS/obj/9"
)
ABOUT = "Kenya/NNP/root/0 ,/,/punct/4 which/WDT/nsubj/4 opposes/VBZ/acl:relcl/1 dams/NNS/obj/4"


def subject(drawn: str, verb: str) -> str:
    _, sentence, tree = grown(drawn)
    words = [token.text for token in sentence.tokens]
    phrase = subject_of(tree, sentence.tokens, words.index(verb))
    return "" if phrase is None else " ".join(words[phrase.first : phrase.last])


@pytest.mark.parametrize(
    ("drawn", "verb", "found"),
    [
        (SHARED, "proposed", "The Quartet"),
        (RELATIVE, "welcomed", "Kenya"),
        (RELATIVE, "opposed", "whose envoys all"),
        (ABOUT, "opposes", "Kenya"),
        ("Kenya/NNP/nsubj/2 agreed/VBD/root/0 to/TO/mark/4 sign/VB/xcomp/2", "sign", "Kenya"),
        ("Kenya/NNP/nsubj/2 urged/VBD/root/0 Chad/NNP/obj/2 to/TO/mark/5 sign/VB/xcomp/2", "sign", "Chad"),
        ("It/PRP/expl/2 seems/VBZ/root/0 late/JJ/xcomp/2", "seems", ""),
        ("a/DT/det/2 deal/NN/root/0 backed/VBN/acl/2 by/IN/case/5 Chad/NNP/obl:agent/3", "backed", ""),
    ],
)
def test_subject_is_found_where_it_is_shared_far_or_lent(drawn: str, verb: str, found: str) -> None:
    assert subject(drawn, verb) == found


def test_a_clause_about_its_subject_is_relative() -> None:
    _, sentence, tree = grown(ABOUT)
    phrase = subject_of(tree, sentence.tokens, 3)
    assert phrase is not None
    assert phrase.relative


def test_a_phrase_holds_no_clause_and_keeps_apart_what_is_set_beside_it() -> None:
    _, sentence, tree = grown(
        "The/DT/det/2 envoy/NN/nsubj/9 of/IN/case/4 Chad/NNP/nmod/2 ,/,/punct/6 Lee/NNP/appos/2 ,/,/punct/6 "
        "reportedly/RB/advmod/9 refused/VBD/root/0"
    )
    assert phrase_of(tree, sentence.tokens, 1) == Phrase(0, 4, (4, 7))


def test_the_object_of_another_verb_is_misread() -> None:
    _, sentence, tree = grown(SHARED)
    parsed = subject_of(tree, sentence.tokens, 9)
    assert parsed is not None
    assert is_misread(tree, Phrase(5, 7), parsed)
    assert not is_misread(tree, Phrase(0, 2), parsed)


def test_what_a_clause_about_the_subject_is_about_is_misread() -> None:
    _, sentence, tree = grown(RELATIVE)
    parsed = subject_of(tree, sentence.tokens, 8)
    assert parsed is not None
    assert is_misread(tree, Phrase(3, 4), parsed)
    assert not is_misread(tree, parsed, Phrase(3, 4))


def test_a_subject_of_its_own_clause_is_not_misread() -> None:
    _, sentence, tree = grown("Chad/NNP/nsubj/2 says/VBZ/root/0 Kenya/NNP/nsubj/4 refuses/VBZ/ccomp/2")
    assert not is_misread(tree, Phrase(2, 3), Phrase(0, 1))
    assert head_of(tree, 2, 3) == 2
    assert sentence.tree is tree


def test_a_dateline_is_no_subject() -> None:
    _, _, tree = grown("LIMA/NNP/nsubj/4 —/:/punct/3 Kenya/NNP/appos/1 signed/VBD/root/0 ././punct/4")
    assert not is_misread(tree, Phrase(2, 3), Phrase(0, 1))
