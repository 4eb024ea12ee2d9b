"""What a parse adds to the rules: a subject that they take from beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.analysis.engine import Engine
from briefing_app.domain.analysis import AnalysisRequest
from tests.analysis.bases import BASE
from tests.analysis.grown import grown

if TYPE_CHECKING:
    from briefing_app.analysis.page import Page
    from briefing_app.analysis.tree import Tree

WHOSE = (
    "Kenya/NNP/nsubj/13 ,/,/punct/10 whose/WP$/nmod:poss/4 minister/NN/nsubj/10 ,/,/punct/8 the/DT/det/8 "
    "Honourable/NNP/compound/8 Lee/NNP/appos/4 ,/,/punct/8 took/VBD/acl:relcl/1 part/NN/obj/10 ,/,/punct/10 "
    "welcomes/VBZ/root/0 the/DT/det/15 plan/NN/obj/13 ././punct/13"
)


@dataclass
class Drawn:
    """A source of one tree, drawn by hand."""

    tree: Tree
    label: str = "drawn"

    def read(self, page: Page) -> None:
        """Give the tree to the first sentence."""
        page.sentences[0].tree = self.tree


def stances(drawn: str, *, parsed: bool) -> list[tuple[tuple[str, ...], str]]:
    page, _, tree = grown(drawn)
    found = Engine(BASE, syntax=Drawn(tree) if parsed else None).analyse(AnalysisRequest(page.text, (), language="en"))
    return [(draft.parties, draft.stance.value) for draft in found.statements]


def test_what_is_told_beside_a_subject_is_not_the_subject() -> None:
    assert stances(WHOSE, parsed=False) != [(("Kenya",), "supports")]
    assert stances(WHOSE, parsed=True) == [(("Kenya",), "supports")]
