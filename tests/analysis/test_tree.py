"""The parse of a sentence: what hangs on what."""

from __future__ import annotations

from briefing_app.analysis.tree import Tree

# Iran , which met the envoy , rejected the draft and is ready to leave
WORDS = "Iran , which met the envoy , rejected the draft and is ready to leave".split()
TREE = Tree(
    heads=(7, 3, 3, 0, 5, 3, 3, -1, 9, 7, 12, 12, 7, 14, 12),
    labels=(
        "nsubj", "punct", "nsubj", "acl:relcl", "det", "obj", "punct", "root",
        "det", "obj", "cc", "cop", "conj", "mark", "xcomp",
    ),
    tags=("NNP", ",", "WDT", "VBD", "DT", "NN", ",", "VBD", "DT", "NN", "CC", "VBZ", "JJ", "TO", "VB"),
)  # fmt: skip


def test_children_are_asked_for_by_relation_with_or_without_its_subtype() -> None:
    assert [WORDS[i] for i in TREE.children(7)] == ["Iran", "draft", "ready"]
    assert TREE.children(0, "acl") == TREE.children(0, "acl:relcl") == (3,)
    assert TREE.children(7, "xcomp") == ()


def test_a_span_holds_all_below_a_word() -> None:
    assert TREE.span(0) == (0, 7)
    assert TREE.span(9) == (8, 10)
    assert TREE.subtree(12) == (10, 11, 12, 13, 14)


def test_the_heads_above_a_word_end_at_the_top() -> None:
    assert TREE.above(4) == (5, 3, 0, 7)
    assert TREE.above(7) == ()


def test_a_parse_that_turns_in_a_circle_is_read_to_an_end() -> None:
    circle = Tree((1, 0, -1), ("conj", "conj", "root"), ("VBD", "VBD", "VBD"))
    assert circle.above(0) == (1, 0)
    assert circle.span(0) == (0, 2)
