"""Sentences with trees drawn by hand."""

from __future__ import annotations

from briefing_app.analysis.page import Page, Sentence, make_page
from briefing_app.analysis.tree import ROOT, Tree
from briefing_app.domain.analysis import AnalysisRequest


def grown(drawn: str) -> tuple[Page, Sentence, Tree]:
    """Return a page of one sentence with its tree: of every word itself, its tag, its relation and its head (1 first).

    "Kenya/NNP/nsubj/2 signed/VBD/root/0"
    """
    parts = [word.rsplit("/", 3) for word in drawn.split()]
    page = make_page(AnalysisRequest(" ".join(part[0] for part in parts), (), language="en"))
    (sentence,) = page.sentences
    assert [token.text for token in sentence.tokens] == [part[0] for part in parts]
    heads = tuple(int(part[3]) - 1 for part in parts)
    assert heads.count(ROOT) == 1
    tree = Tree(heads, tuple(part[2] for part in parts), tuple(part[1] for part in parts))
    sentence.tree = tree
    return page, sentence, tree
